/** An answer in words, judged by what it states. */

import { fieldsOf } from "../../exercises/exercise.ts";
import { messages } from "../../messages/message.ts";
import type { Json } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { withModelNumbers } from "./modelNumbers.ts";
import { type TextQuestion, textSchema } from "./question.ts";
import { compileRubric } from "./rubric.ts";
import { bindText } from "./text.ts";

const say = messages({
  "text.kind": { en: "text", de: "Text" },
  "text.ask": { en: "your answer in words, English or German", de: "deine Antwort in Worten, Deutsch oder Englisch" },
  "text.ask-list": {
    en: 'a list of short statements: `["…", "…"]`',
    de: 'eine Liste kurzer Aussagen: `["…", "…"]`',
  },
});

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
        if (value === undefined) continue;
        const words = wordsOf(value);
        if (words === undefined)
          return {
            verdict: "invalid",
            points: 0,
            reviewPoints: 0,
            feedback: [{ code: "text.wrong-type", params: { field } }],
          };
        fields.set(field, words);
      }
      return judge(fields);
    };
  },
  sheet: ({ list = false, criteria }) => ({
    ask: list ? say("text.ask-list") : say("text.ask"),
    empty: list ? [] : null,
    example: list ? ["…", "…"] : "…",
    schema: { anyOf: [{ type: "array", items: { type: "string" } }, { type: ["string", "null"] }] },
    criteria,
  }),
};

/** Text, or a list of texts; a bare number or truth value is what it says. */
function wordsOf(value: Json): string | readonly string[] | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return undefined;
  const texts = value.map((entry) =>
    typeof entry === "string" || typeof entry === "number" ? String(entry) : undefined,
  );
  return texts.every((entry) => entry !== undefined) ? texts : undefined;
}
