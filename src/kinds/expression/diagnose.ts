/**
 * Says what is wrong with a formula that is not the right one: a known mistake, missing paths, a factor, a rounded
 * constant; else where it can be seen to be wrong.
 */

import { compare } from "../../formula/equal/compare.ts";
import { valueAt } from "../../formula/equal/formula.ts";
import type { Formula, Point } from "../../formula/equal/points.ts";
import { pointsOnAllSides } from "../../formula/equal/switches.ts";
import type { Side } from "../../formula/parse.ts";
import type { Message } from "../../messages/message.ts";
import { certainShare, slipShare, toldMistakes } from "../../mistakes/possible.ts";
import { type ExpressionMistake, isNear } from "./derived.ts";
import { say } from "./messages.ts";
import type { ExpressionReference } from "./reference.ts";
import { findSlip } from "./slips.ts";
import { type Diagnosis, missingPaths, quantitiesAt, relation, type Wrong } from "./terms.ts";

/** The first explanation that holds at all points. `witness` is a point at which answer and reference differ. */
export function diagnose(answer: Formula, witness: Point, reference: ExpressionReference, side?: Side): Diagnosis {
  const probes = probePoints(answer, reference);
  const wrong = { answer, reference, probes, values: probes.map((point) => valueAt(answer, point)) };
  const found = explained(wrong, witness);
  // What is missing has no place.
  const isMissing = found.feedback.some(({ code }) => /missing$/.test(code) && !/factor|local/.test(code));
  const slip = side && !isMissing ? findSlip(side, wrong) : undefined;
  if (side === undefined || slip === undefined) return found;
  const place = (slip.message ?? say("expression.place")).pointingAt(side.place(slip.tokens));
  const isUnnamed = found.feedback[0]?.code === "expression.different";
  const feedback = slip.message ? [] : isUnnamed && slip.isSmall ? [say("expression.slip")] : found.feedback;
  const share = slip.isSmall && isSum(reference) ? Math.max(found.share, slipShare) : found.share;
  return { feedback: [...feedback, place], share };
}

function explained(wrong: Wrong, witness: Point): Diagnosis {
  const { answer, reference } = wrong;
  const named = namedMistake(wrong, reference.mistakes?.() ?? []);
  const partial = missingPaths(wrong);
  if (named) {
    const { feedback = [], share = 0 } = partial ?? {};
    return { feedback: [...named.feedback, ...feedback], share: Math.max(named.share, share) };
  }
  const other = () => [say("expression.different"), ...shownCheck(answer, witness, reference)];
  const almost = () => mistakeInOnePlace(wrong) ?? related(wrong, witness);
  return partial ?? almost() ?? { feedback: other(), share: 0 };
}

/** Points at which both formulas have a value. */
function probePoints(answer: Formula, { space, formula }: ExpressionReference): readonly Point[] {
  const probes: Point[] = [];
  for (let i = 0; i < 60 && probes.length < 8; i++) {
    const point = space.point(i, space.scales[i % space.scales.length] as number);
    if (haveValues(point, answer, formula)) probes.push(point);
  }
  return probes;
}

function haveValues(point: Point, ...formulas: readonly Formula[]): boolean {
  return formulas.every((formula) => Number.isFinite(valueAt(formula, point)));
}

function namedMistake(
  { answer, reference, probes, values }: Wrong,
  mistakes: readonly ExpressionMistake[],
): Diagnosis | undefined {
  if (probes.length === 0) return undefined;
  // As far as doubles tell; most are given up at the first point.
  const looksLike = (mistake: ExpressionMistake) =>
    probes.every((point, i) => isNear(values[i] as number, mistake.valueAt(point), 1e-8));
  const fitting = mistakes.filter(
    (mistake) => looksLike(mistake) && compare(reference.space, answer, mistake.formula()).verdict === "equal",
  );
  const feedback = toldMistakes(fitting);
  if (feedback.length === 0) return undefined;
  const shares = new Map(
    fitting.map(({ code, share }) => [code, reference.partial?.[code] ?? (isSum(reference) ? share : 0)]),
  );
  return { feedback, share: certainShare(feedback, (code) => shares.get(code) ?? 0) };
}

/** Whether a slip leaves something right: in a derivative of a single term the slip is the answer. */
function isSum({ paths = [] }: ExpressionReference): boolean {
  return paths.length > 1;
}

function mistakeInOnePlace(wrong: Wrong): Diagnosis | undefined {
  const [point, value] = [wrong.probes[0], wrong.values[0]];
  if (point === undefined || value === undefined) return undefined;
  return namedMistake(wrong, wrong.reference.mistakesInOnePlace?.(point, value) ?? []);
}

function related({ answer, reference, probes }: Wrong, witness: Point): Diagnosis | undefined {
  const ordinary = relationAt(probes, answer, reference);
  // What fails at ordinary points needs no search for others.
  if (ordinary === undefined && probes.length >= 4) return undefined;
  // A relation must hold on all sides of every switch; being near is said of ordinary points.
  const sides = [witness, ...pointsOnAllSides(reference.space, answer, reference.formula)];
  const others = sides.filter((point) => haveValues(point, answer, reference.formula));
  const found =
    relationAt([...probes, ...others], answer, reference) ??
    (ordinary?.code === "expression.nearly-equal" ? ordinary : undefined);
  const isSlip = isSum(reference) && /^expression\.(?:sign|factor)/.test(found?.code ?? "");
  return found && { feedback: [found], share: isSlip ? slipShare : 0 };
}

function relationAt(points: readonly Point[], answer: Formula, reference: ExpressionReference): Message | undefined {
  const valuesOf = (one: Formula) => points.map((point) => valueAt(one, point));
  return relation(valuesOf(answer), valuesOf(reference.formula), quantitiesAt(points, answer, reference));
}

/** More numbers than these nobody types in. */
const mostShown = 8;

/** A check that a student can repeat: `at W = 0.5, h1 = 1.2 your formula gives 3`. */
function shownCheck(answer: Formula, witness: Point, reference: ExpressionReference): readonly Message[] {
  const { formula } = reference;
  const point = readablePoint(answer, witness, reference);
  const values = shownPoint(answer, point, formula);
  if (values.length === 0) return [];
  return [
    say("expression.check", { values, value: shown(valueAt(answer, point)) }),
    say("expression.check-solution", { value: shown(valueAt(formula, point)) }),
  ];
}

/** The values of the quantities at a point; none if there are too many of them. */
export function shownPoint(answer: Formula, point: Point, right: Formula): readonly string[] {
  const few = [right.origins, answer.names].find((some) => some.length > 0 && some.length <= mostShown);
  return [...new Set(few)].sort().map((name) => `${name} = ${shown(point.double(name))}`);
}

/** A point of short numbers at which the formulas are visibly different, if there is one. */
function readablePoint(answer: Formula, witness: Point, { space, formula }: ExpressionReference): Point {
  for (let i = -1; i >= -8; i--) {
    const point = space.point(i, space.scales[0] as number);
    const [x, y] = [valueAt(answer, point), valueAt(formula, point)];
    if (Math.abs(x - y) > 1e-3 * Math.max(Math.abs(x), Math.abs(y))) return point;
  }
  return witness;
}

function shown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "?";
}
