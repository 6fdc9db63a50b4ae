/** Which quantities an exercise tells its students of: a model may have others, which only its author knows. */

import { memo } from "../engine/memo.ts";
import { greekLetters, splitName } from "../engine/names.ts";
import type { Exercise } from "./exercise.ts";

/** All words of a text: with `W_z` both W, z and Wz. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = [...text].map((one) => greekLetters.get(one) ?? one).join("");
  const joined = plain.replace(/[_{}]|\\[a-z]+(?=\{)/g, "");
  return new Set([plain, joined].flatMap((form) => form.match(/[A-Za-z]+/g) ?? []));
}

/** The words that students read; none where most of the model is not told in words, but in a drawing, say. */
const told = memo(({ statement, questions, model }: Exercise): ReadonlySet<string> | undefined => {
  const inStatement = wordsOf(`${statement.en}\n${statement.de}`);
  const own = [...(model?.parameters ?? []), ...(model?.equations ?? []).map(({ family }) => family)];
  if (2 * own.filter((name) => inStatement.has(stem(name))).length < own.length) return undefined;
  return new Set([...inStatement, ...wordsOf(JSON.stringify(questions))]);
});

export function isMentioned(exercise: Exercise, name: string): boolean {
  return told(exercise)?.has(stem(splitName(name).base)) ?? true;
}

function stem(name: string): string {
  return name.replace(/\d+/g, "");
}
