/** A formula, compared with the right one as a function. */

import { once } from "../../engine/memo.ts";
import { paths } from "../../engine/paths.ts";
import { print } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { nameOf } from "../../exercises/queries.ts";
import { formulaAt, formulaOf } from "../../formula/equal/formula.ts";
import { freeSpace, modelSpace } from "../../formula/equal/spaces.ts";
import { messages } from "../../messages/message.ts";
import { alone, type Kind } from "../kind.ts";
import { expressionNode } from "./derived.ts";
import { bindExpression } from "./expression.ts";
import { expressionMistakes, expressionMistakesInOnePlace } from "./mistakes.ts";
import { type ExpressionQuestion, expressionSchema } from "./question.ts";
import type { ExpressionReference } from "./reference.ts";

const say = messages({
  "expression.kind": { en: "expression", de: "Ausdruck" },
  "expression.ask": {
    en: 'a formula as text: `"2*a*(1 - b^2)"`',
    de: 'eine Formel als Text: `"2*a*(1 - b^2)"`',
  },
});

export const expression: Kind<ExpressionQuestion> = {
  name: "expression",
  label: say("expression.kind"),
  schema: expressionSchema,
  problems({ reference }, derivation) {
    expressionNode(derivation, reference);
    return [];
  },
  bind: (question, derivation) =>
    alone(question, bindExpression(expressionReference(derivation, question), question.points)),
  sheet: () => ({
    ask: say("expression.ask"),
    empty: null,
    example: "…",
    schema: { type: ["string", "number", "null"] },
  }),
};

function expressionReference(derivation: Derivation, question: ExpressionQuestion): ExpressionReference {
  const { reference } = question;
  const { graph, node, unrolled, forwardSize } = expressionNode(derivation, reference);
  const solution = print(graph, node);
  const common = { solution, allow: question.allow };
  if (unrolled === undefined) {
    if (!("expression" in reference)) throw new Error("only literal references have no model");
    const formula = formulaOf(reference.expression.syntax);
    const variables = new Map(Object.entries(question.variables ?? {}));
    const names = new Set([...formula.names, ...variables.keys(), ...(question.allow ?? [])]);
    return { ...common, space: freeSpace(variables), formula, names };
  }
  const space = modelSpace(unrolled);
  const formula = formulaAt(graph, node);
  const parts =
    "derivative" in reference && forwardSize !== undefined
      ? paths(graph, unrolled.node(reference.derivative), unrolled.node(reference.wrt))
      : undefined;
  const named = parts?.map(({ through, term }) => ({
    through: through.map((name) => nameOf(graph, name)),
    formula: formulaAt(graph, term),
  }));
  const mistakesInOnePlace = expressionMistakesInOnePlace(derivation, question, { space, formula });
  const asked = "derivative" in reference ? { of: reference.derivative, wrt: reference.wrt } : undefined;
  const compared = { ...common, space, formula, names: space.names, asked, paths: named, mistakesInOnePlace };
  return { ...compared, mistakes: once(() => expressionMistakes(derivation, question, compared)) };
}
