/** Grading of whatever may arrive: generated submissions, and many more in hundredThousand.ts. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseExercises } from "../mistakes/exercises.ts";
import { hostileAnswers, hostileTexts } from "./answers.ts";
import { flaw } from "./checks.ts";

describe.each([...courseExercises])("%s", (_, exercise) => {
  it("grades any answers", () => {
    fc.assert(
      fc.property(hostileAnswers(exercise), (answers) => {
        expect(flaw(exercise, { answers })).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it("grades any text", () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(flaw(exercise, text)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
