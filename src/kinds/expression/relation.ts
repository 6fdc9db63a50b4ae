/** How the values of a wrong formula relate to the right ones: by a sign, a factor, a summand, rounding. */

import type { Message } from "../../messages/message.ts";
import { isNear } from "./derived.ts";
import { say } from "./messages.ts";

/** A quantity that may have been forgotten or added, with its values at the same points. */
export interface Quantity {
  readonly name: string;
  readonly values: readonly number[];
}

/** What a formula is multiplied by at each point, and what that shows. */
export interface Factor {
  readonly at: (i: number) => number;
  readonly message: Message;
}

const simple = [2, 3, 4, 5, 6, 8, 10].flatMap((n) => [n, 1 / n, -n, -1 / n]);

/** A sign, a number, a quantity left out or too many. */
export function factorsOf(quantities: readonly Quantity[]): readonly Factor[] {
  const signed = quantities.flatMap((quantity) => [1, -1].map((sign) => ({ ...quantity, sign })));
  return [
    { at: () => -1, message: say("expression.sign") },
    ...simple.map((c) => ({ at: () => c, message: say("expression.factor-constant") })),
    ...signed.flatMap(({ name, values, sign }) => [
      { at: (i: number) => sign / (values[i] as number), message: say("expression.factor-missing") },
      { at: (i: number) => sign * (values[i] as number), message: say("expression.factor-extra", { name }) },
    ]),
  ];
}

/** The one simple relation that holds at all points; undefined if there is none. */
export function relation(
  answer: readonly number[],
  right: readonly number[],
  quantities: readonly Quantity[],
): Message | undefined {
  // A relation of two numbers is found at every single point, so it takes several to mean something.
  if (answer.length < 4 || right.every((x) => x === 0)) return undefined;
  const every = (test: (x: number, y: number, i: number) => boolean) =>
    answer.every((x, i) => test(x, right[i] as number, i));
  const factor = factorsOf(quantities).find(({ at }) => every((x, y, i) => isNear(x, y * at(i))));
  if (factor) return factor.message;
  const offset = (answer[0] as number) - (right[0] as number);
  const isOffset = (x: number, y: number) =>
    Math.abs(offset) > 1e-6 * Math.abs(y) && Math.abs(x - y - offset) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
  if (every(isOffset)) return say("expression.offset");
  const summand = quantities.find(({ values }) =>
    every((x, y, i) => isNear(Math.abs(x - y), Math.abs(values[i] as number))),
  );
  if (summand) return say("expression.offset-name", { name: summand.name });
  // Too near for another formula: a rounded number, or something that hardly ever shows.
  if (!every((x, y) => Math.abs(x - y) <= 1e-2 * Math.abs(y))) return undefined;
  return every((x, y) => isNear(x, y)) ? say("expression.nearly-equal") : say("expression.rounded-constant");
}
