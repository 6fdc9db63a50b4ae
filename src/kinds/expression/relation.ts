/** How the values of a wrong formula relate to the right ones: a sign, a factor, a summand, rounding. Knows numbers only. */

import type { Feedback } from "../judgement.ts";

/** A quantity that may have been forgotten or added, with its values at the same points. */
export interface Quantity {
  readonly name: string;
  readonly values: readonly number[];
}

const simple = [2, 3, 4, 5, 6, 8, 10].flatMap((n) => [n, 1 / n, -n, -1 / n]);

/** The one simple relation that holds at all points, as feedback; undefined if there is none. */
export function relation(
  answer: readonly number[],
  right: readonly number[],
  quantities: readonly Quantity[],
): Feedback | undefined {
  // A relation of two numbers is found at every single point, so it takes several to mean something.
  if (answer.length < 4 || right.every((x) => x === 0)) return undefined;
  const every = (test: (x: number, y: number, i: number) => boolean) =>
    answer.every((x, i) => test(x, right[i] as number, i));
  if (every((x, y) => near(x, -y))) return { code: "expression.sign" };
  if (simple.some((c) => every((x, y) => near(x, c * y)))) return { code: "expression.factor-constant" };
  for (const { name, values } of quantities) {
    const at = (i: number) => values[i] as number;
    for (const sign of [1, -1]) {
      if (every((x, y, i) => near(sign * x * at(i), y))) return { code: "expression.factor-missing" };
      if (every((x, y, i) => near(sign * x, y * at(i)))) return { code: "expression.factor-extra", params: { name } };
    }
  }
  return offset(every, quantities) ?? rounding(every);
}

type Every = (test: (x: number, y: number, i: number) => boolean) => boolean;

function offset(every: Every, quantities: readonly Quantity[]): Feedback | undefined {
  let first: number | undefined;
  const isConstant = every((x, y) => {
    first ??= x - y;
    return Math.abs(first) > 1e-6 * Math.abs(y) && Math.abs(x - y - first) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
  });
  if (isConstant) return { code: "expression.offset" };
  for (const { name, values } of quantities)
    for (const sign of [1, -1])
      if (every((x, y, i) => near(x - y, sign * (values[i] as number))))
        return { code: "expression.offset-name", params: { name } };
  return undefined;
}

/** Too near for another formula: a rounded number, or something that hardly ever shows. */
function rounding(every: Every): Feedback | undefined {
  if (!every((x, y) => Math.abs(x - y) <= 1e-2 * Math.abs(y))) return undefined;
  return { code: every(near) ? "expression.nearly-equal" : "expression.rounded-constant" };
}

function near(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}
