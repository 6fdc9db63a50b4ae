/** A mistake is not named where another answer of the same submission speaks against it. */

import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { grade } from "../../../src/grading/grade.ts";
import { exercisesIn } from "../../robustness/course.ts";

const ex6 = exercisesIn(fileURLToPath(new URL("../../../exercises/", import.meta.url))).get("ex6") as Exercise;
const both = ["mistake.ambiguous", "mistake.previous-state-one", "mistake.first-step-only"];
const codes = (set2: object) =>
  grade(ex6, { set2 })
    .items.find(({ id }) => id === "set2.loss")
    ?.feedback.map(({ code }) => code);

it.each([
  ["alone, it may come from a 1 in place of the state", { loss: 0.21 }, both],
  ["a right h2 shows that the state was used", { h2: -0.49, loss: 0.21 }, ["mistake.first-step-only"]],
  ["a right h1 says nothing of it", { h1: 0.46, loss: 0.21 }, both],
  ["a wrong h2 does not speak against it", { h2: 0.1, loss: 0.21 }, both],
  [
    "what is done with right states can still be wrong",
    { h1: 0.46, h2: -0.49, loss: -0.03 },
    ["mistake.square-missing"],
  ],
])("%s", (_, set2, expected) => {
  expect(codes(set2)).toEqual(expected);
});
