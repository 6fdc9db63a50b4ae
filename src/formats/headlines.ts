/** What the reports for people, Markdown and HTML, have in common above their tables. */

import type { ExerciseStatistics, Mistake } from "../course/statistics.ts";
import type { Context } from "./format.ts";
import type { Words } from "./words.ts";

/** The title asked for, else one made from the exercises. */
export function titleOf(exercises: readonly ExerciseStatistics[], words: Words, { title }: Context): string {
  if (title !== undefined) return title;
  if (exercises.length === 0) return words.say("report.title");
  return words.say("report.title-of", { exercises: exercises.map(({ exercise }) => exercise) });
}

/** The most frequent mistakes of an exercise, each with the item in which it was made. */
export function frequentMistakes({ items }: ExerciseStatistics, most: number): (Mistake & { readonly item: string })[] {
  return items
    .flatMap(({ id, mistakes }) => mistakes.map((mistake) => ({ ...mistake, item: id })))
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
