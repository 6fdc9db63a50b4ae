/** Hints lead to an answer and never give it: nothing before the last level is right anywhere, and that lacks the end. */

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadExercise } from "../../src/cli/exerciseFiles.ts";
import { Derivation } from "../../src/exercises/derivation.ts";
import { fieldsOf } from "../../src/exercises/exercise.ts";
import { grade } from "../../src/grading/grade.ts";
import { hintAt, hintLevels } from "../../src/grading/hints.ts";
import { kinds } from "../../src/kinds/index.ts";

const folders = readdirSync(new URL("../../exercises/", import.meta.url), { withFileTypes: true });
const ids = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each(ids)("%s", (id) => {
  test("nothing before the last level is an answer", async () => {
    const exercise = await loadExercise(id);
    for (const question of exercise.questions) {
      for (const level of [1, 2, 3]) {
        for (const { equal: [, ...sides] = [], rounded } of hintAt(exercise, question, level)) {
          expect(rounded).toBeUndefined();
          // What is left to calculate may be told, and a calculation is an answer, too.
          for (const text of sides.filter((side) => /[a-z]\d|\b[a-z]\b/i.test(side) || !Number.isNaN(Number(side)))) {
            const answers = Object.fromEntries(exercise.questions.flatMap(fieldsOf).map((field) => [field, text]));
            const right = grade(exercise, answers).items.filter(({ verdict }) => verdict === "correct");
            expect([question.id, level, text, right.map((item) => item.id)]).toEqual([question.id, level, text, []]);
          }
        }
      }
    }
  });

  test("the last level lacks the end", async () => {
    const exercise = await loadExercise(id);
    for (const question of exercise.questions) {
      const steps = kinds[question.kind]?.solution(question, new Derivation(exercise)).steps ?? [];
      const last = steps.at(-1);
      const hints = hintAt(exercise, question, hintLevels);
      const ends = [last?.equal?.slice(1).at(-1), last?.rounded, last?.said?.in("en")].filter(
        (end) => end !== undefined,
      );
      for (const { equal: [, ...sides] = [], said } of hints) {
        for (const end of ends) expect([...sides, said?.in("en")]).not.toContain(end);
      }
    }
  });

  test("the first level always says where to look", async () => {
    const exercise = await loadExercise(id);
    for (const question of exercise.questions)
      expect([question.id, hintAt(exercise, question, 1).length > 0]).toEqual([question.id, true]);
  });
});
