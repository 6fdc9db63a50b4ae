/** How a wrong formula relates to the right one: as a whole by a sign, a factor, a summand, rounding; or term by term. */

import { compare } from "../../formula/equal/compare.ts";
import { sumOf, valueAt } from "../../formula/equal/formula.ts";
import type { Formula, Point } from "../../formula/equal/points.ts";
import type { Message } from "../../messages/message.ts";
import { slipShare } from "../../mistakes/possible.ts";
import { isNear } from "./derived.ts";
import { say } from "./messages.ts";
import type { ExpressionPath, ExpressionReference } from "./reference.ts";

export interface Diagnosis {
  readonly feedback: readonly Message[];
  /** Share of the points that such a formula is worth. */
  readonly share: number;
}

/** A wrong formula, with its values at points where the right one has values as well. */
export interface Wrong {
  readonly answer: Formula;
  readonly reference: ExpressionReference;
  readonly probes: readonly Point[];
  readonly values: readonly number[];
}

/** More paths than these are not searched: there are 2^paths parts. */
const mostPaths = 12;

/** Some of the paths, and at each point their sum and the size of what is added up. */
interface Part {
  readonly paths: readonly ExpressionPath[];
  readonly sums: readonly number[];
  readonly sizes: readonly number[];
}

/** All parts of a derivative but itself and nothing. */
export function partsOf({ reference: { paths = [] }, probes }: Wrong): readonly Part[] {
  if (paths.length < 2 || paths.length > mostPaths || probes.length === 0) return [];
  const terms = paths.map((path) => ({ path, values: probes.map((point) => valueAt(path.formula, point)) }));
  return Array.from({ length: 2 ** paths.length - 2 }, (_, i) => {
    const chosen = terms.filter((__, k) => ((i + 1) & (1 << k)) !== 0);
    const at = (point: number) => chosen.map(({ values }) => values[point] as number);
    return {
      paths: chosen.map(({ path }) => path),
      sums: probes.map((__, point) => at(point).reduce((sum, value) => sum + value, 0)),
      sizes: probes.map((__, point) => Math.max(...at(point).map(Math.abs))),
    };
  });
}

/** What is written is right, but not all. */
export function missingPaths(wrong: Wrong): Diagnosis | undefined {
  const { answer, reference, values } = wrong;
  const { paths = [], space, isTold = () => true } = reference;
  const fitting = partsOf(wrong).filter(({ sums, sizes }) =>
    values.every((x, i) => Math.abs(x - (sums[i] as number)) <= 1e-9 * Math.max(Math.abs(x), sizes[i] as number)),
  );
  const [found] = fitting;
  // Terms of the same value: which of them is missing cannot be known.
  if (found === undefined || fitting.length > 1) return undefined;
  if (compare(space, answer, sumOf(found.paths.map(({ formula }) => formula))).verdict !== "equal") return undefined;
  const left = paths.filter((path) => !found.paths.includes(path));
  // Nothing that has a name lies on the direct path.
  const isDirect = left.every(({ through }) => through.length === 0);
  const first = left.map(({ through }) => through.filter(isTold).join(" → ")).find((names) => names !== "");
  const message = isDirect
    ? say("expression.direct-path-missing")
    : first === undefined
      ? say("expression.path-missing")
      : say("expression.paths-missing", { n: left.length, first });
  return { feedback: [message], share: (slipShare * found.paths.length) / paths.length };
}

/** All that the formulas name, with its values. */
export function quantitiesAt(
  points: readonly Point[],
  answer: Formula,
  { formula, paths = [], isTold = () => true }: ExpressionReference,
): Quantity[] {
  const names = [...answer.names, ...formula.names, ...formula.origins, ...paths.flatMap(({ through }) => through)];
  return [...new Set(names)].flatMap((name) => {
    // Of what is named in no statement nothing can be said.
    if (!answer.names.includes(name) && !isTold(name)) return [];
    const values = points.map((point) => point.double(name));
    return values.every(Number.isFinite) ? [{ name, values }] : [];
  });
}

/** A quantity that may have been forgotten or added, with its values at the same points. */
interface Quantity {
  readonly name: string;
  readonly values: readonly number[];
}

/** What a formula is multiplied by at each point, and what that shows. */
interface Factor {
  readonly at: (i: number) => number;
  readonly message: Message;
}

const simple = [2, 3, 4, 5, 6, 8, 10].flatMap((n) => [n, 1 / n, -n, -1 / n]);

/** A sign, a number, a quantity left out or too many. */
function factorsOf(quantities: readonly Quantity[]): readonly Factor[] {
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
  // Too near for another formula: a rounded number, or something that hardly ever shows.
  if (!every((x, y) => Math.abs(x - y) <= 1e-2 * Math.abs(y))) return undefined;
  return every((x, y) => isNear(x, y)) ? say("expression.nearly-equal") : say("expression.rounded-constant");
}
