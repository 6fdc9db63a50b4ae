/** exercises/mistakes.md lists the mistakes for authors. It is written by `npm run docs` and must not lag behind. */

import { expect, it } from "vitest";
import { mistakes } from "../../src/mistakes/index.ts";
import type { Concern, Mistake } from "../../src/mistakes/mistake.ts";
import { courseExercises, exampleOf, modelsText } from "./exercises.ts";

const seenIn: Record<Concern, string> = {
  value: "values",
  derivative: "derivatives",
  stored: "lists of stored values",
  count: "counts of stored values",
  drawing: "drawn graphs",
};

/** The exercises that some mistakes bring along for their example, as they are named on the page. */
const own = [...new Set(mistakes.map(({ code }) => exampleOf(code)[0]))].filter((id) => !courseExercises.has(id));
const nameOf = (exercise: string) =>
  own.includes(exercise) ? `exercise ${"ABCDEFG"[own.indexOf(exercise)]}` : exercise;

/** As it stands in models.yaml, without what every exercise has. */
function written(id: string): string {
  const [, body = ""] = new RegExp(`^${id}:\\n((?: .*\\n)+)`, "m").exec(modelsText) ?? [];
  return body
    .replace(/^ {2}/gm, "")
    .replace(/^(?:id|title|statement): .*\n/gm, "")
    .trim();
}

function entry({ code, en, de, concerns, unless = [] }: Mistake): string {
  const [exercise, question, answer] = exampleOf(code);
  const simpler = unless.map((other) => `\`${other}\``).join(", ");
  return `### \`${code}\`

Seen in ${concerns.map((concern) => seenIn[concern]).join(", ")}.${simpler && ` Not told where ${simpler} explains the answer as well.`}

- ${en}
- ${de}

Example: ${nameOf(exercise)}, \`${question}\`: \`${answer}\`
`;
}

const page = `# Mistakes that are recognised

<!-- Written by \`npm run docs\` from src/mistakes. Do not edit. -->

When a wrong answer is exactly what one of these mistakes leads to, the report names the mistake by its code. Nothing has
to be declared for that: each mistake is tried on the model of the exercise at hand. A question may give a share of its
points for a mistake, by its code:

\`\`\`yaml
partial: { mistake.recurrent-path-missing: 0.5 }
\`\`\`

Where several mistakes lead to the same answer, all of them are told (up to three), in the order of this page.

${mistakes.map(entry).join("\n")}
## Exercises of the examples

${own.map((id) => `${nameOf(id).replace("e", "E")}:\n\n\`\`\`yaml\n${written(id)}\n\`\`\`\n`).join("\n")}`;

it("lists every mistake as it is", async () => {
  await expect(page).toMatchFileSnapshot("../../exercises/mistakes.md");
});
