/** A formula, compared with the right one as a function of the same quantities. */

import { below, type Node, VARIABLE } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import { nameOf } from "../../engine/print.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { chain, derivativeSteps } from "../../exercises/steps.ts";
import type { Heading } from "../../formula/calculation.ts";
import { compare } from "../../formula/equal/compare.ts";
import { formulaOf, measured, valueAt } from "../../formula/equal/formula.ts";
import type { Formula, Point } from "../../formula/equal/points.ts";
import { type Parsed, parse, type Side } from "../../formula/parse.ts";
import type { Message } from "../../messages/message.ts";
import { quotedLength } from "../../messages/safeText.ts";
import { type Answer, alone, type Judgement, judged, partialPoints, review, shownValue } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { say as sayNumber } from "../number/messages.ts";
import { coefficientOf } from "./brackets.ts";
import { expressionNode } from "./derived.ts";
import { diagnose, shownPoint } from "./diagnose.ts";
import { say } from "./messages.ts";
import { type ExpressionQuestion, expressionSchema } from "./question.ts";
import { type ExpressionReference, expressionReference, isAllowed } from "./reference.ts";
import { remembering } from "./remembering.ts";
import { roundedFraction } from "./slips.ts";

export const expression: Kind<ExpressionQuestion> = {
  name: "expression",
  label: say("expression.kind"),
  schema: expressionSchema,
  problems({ reference, allow }, derivation) {
    const { graph, node, unrolled } = expressionNode(derivation, reference);
    const origins = (nodes: readonly Node[]) =>
      [...below(graph, nodes)].filter((one) => graph.code(one) === VARIABLE).map((one) => nameOf(graph, one));
    const allowed = [...(unrolled?.names() ?? [])].filter((name) => isAllowed(allow, name));
    const known = new Set(origins(allowed.map((name) => unrolled?.node(name) as Node)));
    const missing = origins([node]).filter((name) => !isAllowed(allow, name) && !known.has(name));
    if (missing.length === 0) return [];
    const message = `no right answer can do with these names: it depends on ${missing.join(", ")}. Allow them, or what is computed from them.`;
    return [{ path: ["allow"], message }];
  },
  bind: (question, derivation) =>
    alone(question, bindExpression(expressionReference(derivation, question), question.points)),
  solution(question, derivation) {
    const { reference } = question;
    const { solution } = expressionReference(derivation, question);
    const { graph, node, unrolled } = expressionNode(derivation, reference);
    if (!("derivative" in reference) || unrolled === undefined)
      return { steps: [chain(nameOf(graph, node), solution)] };
    const steps = derivativeSteps(unrolled, reference, node);
    const last = chain(...(steps.at(-1)?.equal ?? []), solution);
    return { rule: sayNumber("number.chain-rule"), steps: [...steps.slice(0, -1), last] };
  },
  sheet: () => ({
    ask: say("expression.ask"),
    empty: null,
    example: "…",
    schema: { type: ["string", "number", "null"] },
  }),
};

/** Share of the points for a formula that is right but uses other names. */
const otherNamesShare = 0.5;

/** A judge of answers to one question worth `points`. */
export function bindExpression(reference: ExpressionReference, points: number): (answer: Answer) => Judgement {
  const judgeOnce = remembering((syntax, side) => judge(syntax, reference, points, side));
  return ({ value, source }) => {
    if (typeof value !== "string" && typeof value !== "number")
      return judged("invalid", 0, [say("expression.not-text", { found: shownValue(value, quotedLength) })]);
    const text = typeof value === "string" ? value : (source ?? String(value));
    const { names, allow: preferred, primes } = reference;
    const reading = parse(text, { names, preferred, primes, worked: true });
    if (!reading.ok) return judged("invalid", 0, [reading.error]);
    const judgement = judgeOnce(reading.syntax, reading.side);
    if (reading.ambiguous !== undefined) {
      const other = judge(reading.ambiguous, reference, points);
      if (outcome(judgement) !== outcome(other))
        return review(points, say("expression.ambiguous", reading.readings as Places));
    }
    const told = inContext(judgement, reading, reference, points);
    const { tokens } = reading.side;
    const notes = [coefficientOf(tokens), told.verdict === "correct" && roundedFraction(tokens)].flatMap((found) =>
      found && !told.feedback.some(({ code }) => code === found.message.code)
        ? found.message.pointingAt(reading.side.place(found.tokens))
        : [],
    );
    return notes.length === 0 ? told : { ...told, feedback: [...told.feedback, ...notes] };
  };
}

/** Where two readings part, and an example of each. */
type Places = Readonly<Record<"at" | "excerpt" | "first" | "second", string | number>>;

function outcome({ verdict, feedback }: Judgement): string {
  return verdict === "partial" ? (feedback[0]?.code ?? verdict) : verdict;
}

function judge(syntax: Syntax, reference: ExpressionReference, points: number, side?: Side): Judgement {
  const answer = formulaOf(syntax);
  const comparison = compare(reference.space, answer, reference.formula);
  const solution = say("expression.solution", { formula: reference.solution });
  if (comparison.verdict === "equal")
    return comparison.onlyRight === undefined
      ? inNames(answer, reference, points)
      : narrower(answer, comparison.onlyRight, reference, points);
  if (comparison.verdict === "undecided") {
    const isUndefined = comparison.reason === "undefined";
    // A number in place of a function is wrong, however large it is (9^9^9^9), and 1/0 is none at all.
    if (answer.names.length === 0 && varies(reference))
      return isUndefined
        ? judged("invalid", 0, [say("expression.no-value")])
        : judged("incorrect", 0, [say("expression.constant"), solution]);
    if (comparison.leftNowhere && hasValue(reference))
      return judged("incorrect", 0, [say("expression.nowhere"), solution]);
    return review(points, say(isUndefined ? "expression.undefined" : "expression.undecided"), solution);
  }
  const { feedback, share } = diagnose(answer, comparison.point, reference, side);
  const reached = partialPoints(points, share);
  return judged(reached > 0 ? "partial" : "incorrect", reached, [...feedback, solution]);
}

/** Whether the right formula has a value at some of the points. */
function hasValue({ space, formula }: ExpressionReference): boolean {
  return space.scales.some((scale, index) => measured(formula, space.point(index, scale)).state === "known");
}

/** Whether the right formula certainly has different values at different points. */
function varies({ space, formula }: ExpressionReference): boolean {
  const [scale = 1] = space.scales;
  const [a, b] = [0, 1].map((index) => valueAt(formula, space.point(index, scale))) as [number, number];
  return Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Equal wherever the answer has a value, but there are points at which only the right formula has one. */
function narrower(answer: Formula, missing: Point, { formula }: ExpressionReference, points: number): Judgement {
  const values = shownPoint(answer, missing, formula);
  const example = values.length > 0 ? [say("expression.narrower-at", { values })] : [];
  return review(points, say("expression.narrower"), ...example);
}

/** The same function; what is left to ask is whether it is written in the quantities that were asked for. */
function inNames(answer: Formula, { allow, solution }: ExpressionReference, points: number): Judgement {
  const names = answer.names.filter((name) => !isAllowed(allow, name)).sort();
  if (names.length === 0) return judged("correct", points);
  return judged("partial", partialPoints(points, otherNamesShare), [
    say("expression.other-names", { names, allowed: allow ?? [] }),
    say("expression.solution", { formula: solution }),
  ]);
}

/**
 * Weighs what stands before a formula: the heading that says what it is (`dz/dU = …`), the steps that led to it. A
 * contradiction that decides about points goes to a person.
 */
function inContext(
  judgement: Judgement,
  { syntax, headings, steps, definitions }: Parsed,
  reference: ExpressionReference,
  points: number,
): Judgement {
  const { space, formula, asked } = reference;
  const remarks: Message[] = [];
  const other = headings.find((found) => isOther(found, reference));
  if (other && asked)
    remarks.push(
      say("expression.other-heading", { heading: other.written, asked: `d${asked.derivative}/d${asked.wrt}` }),
    );
  const last = once(() => formulaOf(syntax));
  const differing = steps.map(formulaOf).filter((step) => compare(space, step, last()).verdict === "different");
  if (differing.length > 0) remarks.push(say("expression.steps-differ"));
  const names = definitions
    .filter(({ name, value }) => compare(space, quantity(name), formulaOf(value)).verdict === "different")
    .map(({ name }) => name);
  if (names.length > 0) remarks.push(say("expression.definition-differs", { names }));
  if (remarks.length === 0) return judgement;
  const isRight = judgement.verdict === "correct" || judgement.feedback[0]?.code === "expression.other-names";
  const wasRight = differing.some((step) => compare(space, step, formula).verdict === "equal");
  const open = isRight ? judgement.points : wasRight ? points : 0;
  if (open === 0) return { ...judgement, feedback: [...judgement.feedback, ...remarks] };
  return review(open, ...remarks, ...judgement.feedback);
}

function quantity(name: string): Formula {
  return formulaOf({ kind: "name", name });
}

/** Another derivative, a quantity or a computation; what is asked for as a part of something (`-dz/dW`) is another, too. */
function isOther({ of, formula, wrt, order, inside }: Heading, { space, asked }: ExpressionReference): boolean {
  if (!asked || inside === "alone" || order !== 1) return asked !== undefined;
  if (inside) return of === asked.derivative && wrt === asked.wrt;
  if (wrt !== undefined && wrt !== asked.wrt) return true;
  if (formula) return compare(space, quantity(asked.derivative), formulaOf(formula)).verdict !== "equal";
  return of !== undefined && of !== asked.derivative;
}
