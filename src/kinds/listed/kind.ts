/** Several options at once: which are right, in which order, which belongs to what. */

import { optionShapes, shownOptions, valuesOf } from "../choice/options.ts";
import { alone, inCode, type Json } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { bindListed, type ListedQuestion, rightParts } from "./judge.ts";
import { say } from "./messages.ts";

export const listedKinds = { choices: listed("choices"), order: listed("order"), match: listed("match") };

function listed(name: ListedQuestion["kind"]): Kind<ListedQuestion> {
  return {
    name,
    label: say(`listed.kind-${name}`),
    schema(shapes) {
      const { z, base, problem } = shapes;
      const { value, options } = optionShapes(shapes);
      const right = { [name]: name === "match" ? z.record(z.string().min(1), value) : z.array(value) };
      return z
        .strictObject({
          ...base,
          kind: z.literal(name),
          reference: z.strictObject(right),
          options: options.default([]),
        })
        .transform((question, context) => {
          const refuse = (message: string) => problem(context, ["reference", name], message);
          return { ...question, options: offered(question as ListedQuestion, refuse) };
        });
    },
    bind: (question) => alone(question, bindListed(question)),
    solution: (question) => ({ steps: [{ said: say("listed.solution", { parts: inCode(rightParts(question)) }) }] }),
    sheet({ reference, options }) {
      const keys = Object.keys(reference[name] ?? {});
      const each = (value: Json) => Object.fromEntries(keys.map((key) => [key, value]));
      const [empty, example] = name === "match" ? [each(null), each("…")] : [[], ["…", "…"]];
      const ask = say(`listed.ask-${name}`, { keys: inCode(keys), options: shownOptions(options) });
      return { ask, empty, example, schema: { type: ["array", "object", "string", "null"] } };
    },
  };
}

/** All options; where those that are right stand apart in the file, in an order that does not tell them. */
function offered({ kind, reference, options }: ListedQuestion, refuse: (message: string) => void) {
  const right = Object.values(reference[kind] ?? {});
  const apart = [...new Set(right)].filter((value) => !valuesOf(options).includes(String(value)));
  const all = [...options, ...apart.map((value) => ({ value }))];
  const isPartly = apart.length > 0 && apart.length < right.length;
  if (right.length === 0 || all.length < 2) refuse("needs options to choose from");
  else if (kind !== "match" && new Set(right).size < right.length) refuse("names an option twice");
  else if (kind !== "match" && isPartly) refuse(`the right answer (${apart.join(", ")}) is none of the options`);
  else if (kind === "order" && all.length > right.length) refuse("must hold all options");
  else if (kind === "choices" && all.length === right.length) refuse("needs options that are wrong as well");
  return apart.length === 0 ? all : all.sort((a, b) => (String(a.value) < String(b.value) ? -1 : 1));
}
