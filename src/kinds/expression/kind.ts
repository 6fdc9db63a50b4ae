/** A formula, compared with the right one as a function. */

import { paths } from "../../engine/differentiate.ts";
import { once } from "../../engine/memo.ts";
import { nameOf, print } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { formulaAt, formulaOf } from "../../formula/equal/formula.ts";
import { freeSpace, modelSpace } from "../../formula/equal/spaces.ts";
import { alone } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { expressionMistakes, expressionMistakesInOnePlace, expressionNode } from "./derived.ts";
import { bindExpression } from "./judge.ts";
import { say } from "./messages.ts";
import { type ExpressionQuestion, expressionSchema } from "./question.ts";
import type { ExpressionReference } from "./reference.ts";

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

/** Everything that all answers to a question share. */
function expressionReference(derivation: Derivation, question: ExpressionQuestion): ExpressionReference {
  const { reference, allow, partial } = question;
  const { graph, node, unrolled } = expressionNode(derivation, reference);
  const told = { solution: print(graph, node), allow, partial };
  if ("expression" in reference || unrolled === undefined) return { ...told, ...literalReference(question) };
  const compared = { space: modelSpace(unrolled), formula: formulaAt(graph, node) };
  const common = {
    ...told,
    ...compared,
    names: compared.space.names,
    mistakes: once(() => expressionMistakes(derivation, reference, compared)),
  };
  if ("value" in reference) return common;
  const { derivative: of, wrt } = reference;
  return {
    ...common,
    asked: { of, wrt },
    mistakesInOnePlace: expressionMistakesInOnePlace(derivation, reference, compared),
    paths: (paths(graph, unrolled.node(of), unrolled.node(wrt)) ?? []).map(({ through, term }) => ({
      through: through.map((name) => nameOf(graph, name)),
      formula: formulaAt(graph, term),
    })),
  };
}

function literalReference({ reference, allow = [], variables = {} }: ExpressionQuestion) {
  if (!("expression" in reference)) throw new Error("only literals have no model");
  const formula = formulaOf(reference.expression.syntax);
  const domains = new Map(Object.entries(variables));
  return { space: freeSpace(domains), formula, names: new Set([...formula.names, ...domains.keys(), ...allow]) };
}
