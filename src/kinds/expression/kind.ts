/** A formula, compared with the right one as a function. */

import { alone } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { expressionNode } from "./derived.ts";
import { bindExpression } from "./judge.ts";
import { say } from "./messages.ts";
import { type ExpressionQuestion, expressionSchema } from "./question.ts";
import { expressionReference } from "./reference.ts";

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
