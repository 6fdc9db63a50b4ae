/**
 * Judges a formula against the one that is right, as functions of the same quantities. Knows where they are compared and
 * which names may be used; no exercise file and no derivation.
 */

import { splitName } from "../../engine/names.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { type Ball, state } from "../../formula/equal/ball.ts";
import { compare, type Undecided } from "../../formula/equal/compare.ts";
import { type Formula, formulaOf } from "../../formula/equal/formula.ts";
import type { Point } from "../../formula/equal/point.ts";
import { parse } from "../../formula/parse.ts";
import { quotedLength } from "../../messages/safeText.ts";
import { shownValue } from "../jsonValue.ts";
import type { Answer, Feedback, Judgement } from "../judgement.ts";
import { partialPoints } from "../points.ts";
import { shownPoint } from "./check.ts";
import { inContext } from "./context.ts";
import { diagnose } from "./diagnose.ts";
import type { ExpressionReference } from "./reference.ts";

/** A judge of answers to one question worth `points`. Everything that all answers share is computed once. */
export function bindExpression(reference: ExpressionReference, points: number): (answer: Answer) => Judgement {
  return ({ value, source }) => {
    if (value === null || (typeof value === "string" && value.trim() === "")) return without("missing", []);
    if (typeof value !== "string" && typeof value !== "number")
      return without("invalid", [{ code: "expression.not-text", params: { found: shownValue(value, quotedLength) } }]);
    const text = typeof value === "string" ? value : (source ?? String(value));
    const reading = parse(text, { names: reference.names, preferred: reference.allow, worked: true });
    if (!reading.ok) return without("invalid", [{ code: reading.error.code, params: reading.error.params }]);
    const judgement = judge(reading.syntax, reference, points);
    if (reading.ambiguous !== undefined) {
      const other = judge(reading.ambiguous, reference, points);
      if (isRight(judgement) !== isRight(other))
        return review(points, { code: "expression.ambiguous", params: reading.readings ?? {} });
    }
    return inContext(judgement, reading, reference, points);
  };
}

function isRight({ verdict, feedback }: Judgement): string {
  return verdict === "partial" ? (feedback[0]?.code ?? verdict) : verdict;
}

function without(verdict: "missing" | "invalid", feedback: readonly Feedback[]): Judgement {
  return { verdict, points: 0, reviewPoints: 0, feedback };
}

function review(points: number, feedback: Feedback): Judgement {
  return { verdict: "review", points: 0, reviewPoints: points, feedback: [feedback] };
}

function judge(syntax: Syntax, reference: ExpressionReference, points: number): Judgement {
  const answer = formulaOf(syntax);
  const comparison = compare(reference.space, answer, reference.formula);
  if (comparison.verdict === "equal") {
    const missing = comparison.onlyRight;
    return missing === undefined ? right(answer, reference, points) : narrower(answer, missing, reference, points);
  }
  const solution: Feedback = {
    code: "expression.solution",
    params: { formula: reference.solution },
    level: "full",
  };
  if (comparison.verdict === "undecided") {
    if (answer.names.length === 0 && varies(reference)) return constantAnswer(comparison.reason, solution);
    if (comparison.nowhere?.left === true && hasValue(reference))
      return { verdict: "incorrect", points: 0, reviewPoints: 0, feedback: [{ code: "expression.nowhere" }, solution] };
    const code = comparison.reason === "undefined" ? "expression.undefined" : "expression.undecided";
    return { ...review(points, { code }), feedback: [{ code }, solution] };
  }
  const { feedback, share } = diagnose(answer, comparison.point, reference);
  const reached = partialPoints(points, share);
  return {
    verdict: reached > 0 ? "partial" : "incorrect",
    points: reached,
    reviewPoints: 0,
    feedback: [...feedback, solution],
  };
}

/** Whether the right formula has a value at some of the points. */
function hasValue({ space, formula }: ExpressionReference): boolean {
  return space.scales.some((scale, index) => formula.at(space.point(index, scale), 0).state < state.unclear);
}

/** Equal wherever the answer has a value, but there are points at which only the right formula has one. */
function narrower(answer: Formula, missing: Point, reference: ExpressionReference, points: number): Judgement {
  const values = shownPoint(answer, missing, reference);
  const example: Feedback[] = values.length > 0 ? [{ code: "expression.narrower-at", params: { values } }] : [];
  const judgement = review(points, { code: "expression.narrower" });
  return { ...judgement, feedback: [...judgement.feedback, ...example] };
}

/** Whether the right formula certainly has different values at different points. */
function varies({ space, formula }: ExpressionReference): boolean {
  const [scale = 1] = space.scales;
  const [a, b] = [0, 1].map((index) => formula.at(space.point(index, scale), 0)) as [Ball<number>, Ball<number>];
  return Math.abs(a.value - b.value) > a.error + b.error;
}

/** A number in place of a function is wrong, however large it is (9^9^9^9), and 1/0 is none at all: no case for a person. */
function constantAnswer(reason: Undecided, solution: Feedback): Judgement {
  if (reason === "undefined") return without("invalid", [{ code: "expression.no-value" }]);
  const feedback: Feedback[] = [{ code: "expression.constant" }, solution];
  return { verdict: "incorrect", points: 0, reviewPoints: 0, feedback };
}

/** The same function; what is left to ask is whether it is written in the quantities that were asked for. */
function right(
  answer: Formula,
  { allow, partialShare = 0.5, solution }: ExpressionReference,
  points: number,
): Judgement {
  const others = allow === undefined ? [] : answer.names.filter((name) => !isAllowed(name, allow)).sort();
  if (others.length === 0) return { verdict: "correct", points, reviewPoints: 0, feedback: [] };
  const feedback: Feedback[] = [
    { code: "expression.other-names", params: { n: others.length, names: others, allowed: allow ?? [] } },
    { code: "expression.solution", params: { formula: solution }, level: "full" },
  ];
  return { verdict: "partial", points: partialPoints(points, partialShare), reviewPoints: 0, feedback };
}

function isAllowed(name: string, allow: readonly string[]): boolean {
  return allow.includes(name) || allow.includes(splitName(name).base);
}
