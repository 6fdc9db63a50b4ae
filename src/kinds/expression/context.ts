/**
 * Weighs what stands before a formula: the heading that says what it is (`dz/dU = …`), the steps that led to it.
 * Knows how the formula itself was judged, not why.
 */

import type { Syntax } from "../../engine/syntax.ts";
import { compare } from "../../formula/equal/compare.ts";
import { type Formula, formulaOf } from "../../formula/equal/formula.ts";
import type { Heading } from "../../formula/heading.ts";
import type { Parsed } from "../../formula/parse.ts";
import type { Feedback, Judgement } from "../judgement.ts";
import type { ExpressionReference } from "./reference.ts";

/** The judgement of a formula once its context is known: a contradiction that decides about points goes to a person. */
export function inContext(
  judgement: Judgement,
  { syntax, headings, steps, definitions }: Parsed,
  reference: ExpressionReference,
  points: number,
): Judgement {
  const right = judgement.verdict === "correct" || judgement.feedback[0]?.code === "expression.other-names";
  const { space, formula, asked } = reference;
  const remarks: Feedback[] = [];
  const other = headings.find((found) => isOther(found, reference));
  if (other && asked) {
    const params = { heading: other.written, asked: `d${asked.of}/d${asked.wrt}` };
    remarks.push({ code: "expression.other-heading", params });
  }
  const last = formulaOf(syntax);
  const differing = steps.map(formulaOf).filter((step) => compare(space, step, last).verdict === "different");
  if (differing.length > 0) remarks.push({ code: "expression.steps-differ" });
  const names = definitions
    .filter(({ name, value }) => compare(space, formulaOf(quantity(name)), formulaOf(value)).verdict === "different")
    .map(({ name }) => name);
  if (names.length > 0) remarks.push({ code: "expression.definition-differs", params: { names } });
  if (remarks.length === 0) return judgement;
  const feedback = [...remarks, ...judgement.feedback];
  const wasRight = (step: Formula) => compare(space, step, formula).verdict === "equal";
  const open = right ? judgement.points : differing.some(wasRight) ? points : 0;
  if (open === 0) return { ...judgement, feedback: [...judgement.feedback, ...remarks] };
  return { verdict: "review", points: 0, reviewPoints: open, feedback };
}

function quantity(name: string): Syntax {
  return { kind: "name", name };
}

/** Another derivative, a quantity or a computation; what is asked for as a part of something (`-dz/dW`) is another, too. */
function isOther({ of, formula, wrt, order, inside }: Heading, { space, asked }: ExpressionReference): boolean {
  if (!asked || inside === "alone" || order !== 1) return asked !== undefined;
  if (inside) return of === asked.of && wrt === asked.wrt;
  if (wrt !== undefined && wrt !== asked.wrt) return true;
  if (formula) return compare(space, formulaOf(quantity(asked.of)), formulaOf(formula)).verdict !== "equal";
  return of !== undefined && of !== asked.of;
}
