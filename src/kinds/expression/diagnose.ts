/**
 * Says what is wrong with a formula that is not the right one: a known mistake, missing paths, a factor, a rounded
 * constant; else where it can be seen to be wrong. Knows values at points, not how formulas are written.
 */

import { compare, pointsOnAllSides } from "../../formula/equal/compare.ts";
import { type Formula, sumOf } from "../../formula/equal/formula.ts";
import type { Point, Space } from "../../formula/equal/point.ts";
import { certainShare, toldMistakes } from "../../mistakes/told.ts";
import type { Feedback } from "../judgement.ts";
import { shownCheck } from "./check.ts";
import type { ExpressionMistake, ExpressionPath, ExpressionReference } from "./reference.ts";
import { relation } from "./relation.ts";

export interface Diagnosis {
  readonly feedback: readonly Feedback[];
  /** Share of the points that such a formula is worth. */
  readonly share: number;
}

/** The first explanation that holds at all points. `witness` is a point at which answer and reference differ. */
export function diagnose(answer: Formula, witness: Point, reference: ExpressionReference): Diagnosis {
  const probes = probePoints(reference.space, answer, reference.formula);
  const values = valuesAt(answer, probes);
  const named = namedMistake(answer, values, probes, reference.mistakes?.() ?? [], reference);
  const partial = missingPaths(answer, values, probes, reference);
  return (
    (named && partial ? both(named, partial) : (named ?? partial)) ??
    mistakeInOnePlace(answer, values, probes, reference) ??
    related(answer, probes, witness, reference) ?? {
      feedback: [{ code: "expression.different" }, ...shownCheck(answer, witness, reference)],
      share: 0,
    }
  );
}

/** Points at which both formulas have a value. */
function probePoints(space: Space, answer: Formula, reference: Formula): readonly Point[] {
  const probes: Point[] = [];
  for (let i = 0; i < 60 && probes.length < 8; i++) {
    const point = space.point(i, space.scales[i % space.scales.length] as number);
    const here = [value(answer, point), value(reference, point)];
    if (here.every((x) => Number.isFinite(x))) probes.push(point);
  }
  return probes;
}

function value(formula: Formula, point: Point): number {
  return formula.at(point, 0).value as number;
}

function valuesAt(formula: Formula, probes: readonly Point[]): readonly number[] {
  return probes.map((point) => value(formula, point));
}

/** Whether a mistake leads to these values as far as doubles tell; only then is it worth comparing. */
function looksLike(values: readonly number[], mistake: ExpressionMistake, probes: readonly Point[]): boolean {
  // Most are given up at the first point.
  return (
    probes.length > 0 &&
    probes.every((point, i) => {
      const [x, y] = [values[i] as number, mistake.valueAt?.(point) ?? value(mistake.formula, point)];
      return Math.abs(x - y) <= 1e-8 * Math.max(Math.abs(x), Math.abs(y));
    })
  );
}

function namedMistake(
  answer: Formula,
  values: readonly number[],
  probes: readonly Point[],
  mistakes: readonly ExpressionMistake[],
  { space }: ExpressionReference,
): Diagnosis | undefined {
  const matching = mistakes.filter(
    (mistake) => looksLike(values, mistake, probes) && compare(space, answer, mistake.formula).verdict === "equal",
  );
  const feedback = toldMistakes(matching);
  if (feedback.length === 0) return undefined;
  return { feedback, share: certainShare(feedback, (code) => matching.find((m) => m.code === code)?.share ?? 0) };
}

function mistakeInOnePlace(
  answer: Formula,
  values: readonly number[],
  probes: readonly Point[],
  reference: ExpressionReference,
): Diagnosis | undefined {
  const [point, x] = [probes[0], values[0]];
  if (point === undefined || x === undefined) return undefined;
  return namedMistake(answer, values, probes, reference.mistakesInOnePlace?.(point, x) ?? [], reference);
}

/** A mistake with a name that is also a part of the paths: both are told, and the better of the shares counts. */
function both(named: Diagnosis, partial: Diagnosis): Diagnosis {
  return { feedback: [...named.feedback, ...partial.feedback], share: Math.max(named.share, partial.share) };
}

/** More paths than these are not searched: there are 2^paths parts. */
const mostPaths = 12;

function missingPaths(
  answer: Formula,
  values: readonly number[],
  probes: readonly Point[],
  { paths = [], pathShare, space }: ExpressionReference,
): Diagnosis | undefined {
  if (paths.length < 2 || paths.length > mostPaths || values.length === 0) return undefined;
  const terms = paths.map(({ formula }) => valuesAt(formula, probes));
  const fitting: (readonly ExpressionPath[])[] = [];
  for (let chosen = 1; chosen < 2 ** paths.length - 1; chosen++) {
    if (!values.every((x, i) => isSum(x, terms, chosen, i))) continue;
    fitting.push(paths.filter((_, k) => (chosen & (1 << k)) !== 0));
  }
  const [found] = fitting;
  // Terms of the same value: which of them is missing cannot be known.
  if (found === undefined || fitting.length > 1) return undefined;
  if (compare(space, answer, sumOf(found.map(({ formula }) => formula))).verdict !== "equal") return undefined;
  const left = paths.filter((path) => !found.includes(path));
  // Nothing that has a name lies on the direct path.
  const missing = left.filter(({ through }) => through.length > 0).map(({ through }) => through.join(" → "));
  const [first] = missing;
  const counts = { n: left.length, found: found.length, paths: paths.length };
  return {
    feedback: [
      first === undefined
        ? { code: "expression.direct-path-missing", params: counts }
        : { code: "expression.paths-missing", params: { ...counts, first, missing } },
    ],
    share: pathShare ?? (0.5 * found.length) / paths.length,
  };
}

function isSum(x: number, terms: readonly (readonly number[])[], chosen: number, at: number): boolean {
  let sum = 0;
  let size = Math.abs(x);
  for (const [k, term] of terms.entries()) {
    if ((chosen & (1 << k)) === 0) continue;
    sum += term[at] as number;
    size = Math.max(size, Math.abs(term[at] as number));
  }
  return Math.abs(x - sum) <= 1e-9 * size;
}

function related(
  answer: Formula,
  probes: readonly Point[],
  witness: Point,
  reference: ExpressionReference,
): Diagnosis | undefined {
  const ordinary = relationAt(probes, answer, reference);
  // What fails at ordinary points needs no search for others.
  if (ordinary === undefined && probes.length >= 4) return undefined;
  // A relation must hold on all sides of every turn; being near is said of ordinary points.
  const sides = [witness, ...pointsOnAllSides(reference.space, answer, reference.formula)];
  const hasValues = (point: Point) =>
    [answer, reference.formula].every((formula) => Number.isFinite(value(formula, point)));
  const everywhere = [...probes, ...sides.filter(hasValues)];
  const found = relationAt(everywhere, answer, reference);
  const feedback = found ?? ordinary;
  const holds = found !== undefined || feedback?.code === "expression.nearly-equal";
  return feedback === undefined || !holds ? undefined : { feedback: [feedback], share: 0 };
}

function relationAt(
  points: readonly Point[],
  answer: Formula,
  { formula, paths = [] }: ExpressionReference,
): Feedback | undefined {
  const names = [...answer.names, ...formula.names, ...formula.origins, ...paths.flatMap(({ through }) => through)];
  const quantities = [...new Set(names)].flatMap((name) => {
    const known = points.map((point) => point.name(name, 0)?.value as number | undefined);
    return known.every((x) => x !== undefined && Number.isFinite(x)) ? [{ name, values: known as number[] }] : [];
  });
  return relation(valuesAt(answer, points), valuesAt(formula, points), quantities);
}
