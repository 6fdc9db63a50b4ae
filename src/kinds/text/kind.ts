/** An answer in words, judged by what it states. */

import { fieldsOf } from "../../exercises/exercise.ts";
import type { Json } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { bindText } from "./judge.ts";
import { say } from "./messages.ts";
import { withModelNumbers } from "./modelNumbers.ts";
import { type TextQuestion, textSchema } from "./question.ts";
import { compileRubric } from "./rubric.ts";

export const text: Kind<TextQuestion> = {
  name: "text",
  label: say("text.kind"),
  schema: textSchema,
  complete(question, derivation) {
    const criteria = withModelNumbers(question.criteria, derivation);
    return { ...question, criteria, rubric: compileRubric(criteria).rubric };
  },
  bind(question) {
    const judge = bindText(question);
    return (answers) => {
      const fields = new Map<string, string | readonly string[]>();
      for (const field of fieldsOf(question)) {
        const value = answers.get(field)?.value;
        const words = value === undefined ? [] : wordsOf(value);
        if (words === undefined)
          return { verdict: "invalid", points: 0, reviewPoints: 0, feedback: [say("text.wrong-type", { field })] };
        fields.set(field, words);
      }
      return judge(fields);
    };
  },
  sheet: ({ list = false, criteria }) => ({
    ask: say(list ? "text.ask-list" : "text.ask"),
    empty: list ? [] : null,
    example: list ? ["…", "…"] : "…",
    schema: { anyOf: [{ type: "array", items: { type: "string" } }, { type: ["string", "null"] }] },
    criteria,
  }),
};

/** Text, or a list of texts; a bare number or truth value is what it says. */
function wordsOf(value: Json): string | readonly string[] | undefined {
  if (["string", "number", "boolean"].includes(typeof value)) return String(value);
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string" || typeof entry === "number");
  return isList ? value.map(String) : undefined;
}
