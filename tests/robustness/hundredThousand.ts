/**
 * Grades 100,000 generated hostile submissions for all exercises of the course and says which were graded badly: thrown,
 * too slow, or with an impossible report. Arguments: the number of submissions, and a seed for others than always. Runs
 * from the root of the project, bundled (esbuild --bundle --platform=node).
 */

import fc from "fast-check";
import { hostileAnswers, hostileTexts } from "./answers.ts";
import { flaw } from "./checks.ts";
import { exercisesIn } from "./course.ts";

/** Milliseconds for one item; a submission may take as many times as long as it has items. */
const allowed = 50;
const mostShown = 10;

const total = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const exercises = [...exercisesIn("exercises").values()];
const each = Math.ceil(total / exercises.length);
let graded = 0;
let bad = 0;
let slowest = 0;

for (const exercise of exercises) {
  const answers = hostileAnswers(exercise).map((given) => ({ answers: given }));
  const arbitrary: fc.Arbitrary<unknown> = fc.oneof({ weight: 4, arbitrary: answers }, hostileTexts);
  // In portions, as all of them at once would not fit into memory.
  for (let done = 0, portion = 0; done < each; done += 1000, portion++) {
    for (const answer of fc.sample(arbitrary, { numRuns: Math.min(1000, each - done), seed: seed + portion }))
      look(exercise, answer);
  }
}
console.log(`${graded} graded (seed ${seed}), ${bad} badly, the slowest in ${slowest.toFixed(0)} ms`);
process.exitCode = bad > 0 ? 1 : 0;

function look(exercise: (typeof exercises)[number], answer: unknown): void {
  graded++;
  const start = performance.now();
  let problem: string | undefined;
  try {
    problem = flaw(exercise, answer);
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  let took = performance.now() - start;
  // The machine may have been busy, or the code not compiled yet: what is slow is slow twice.
  if (problem === undefined && took > allowed) {
    const again = performance.now();
    flaw(exercise, answer);
    took = Math.min(took, performance.now() - again);
  }
  slowest = Math.max(slowest, took);
  if (problem === undefined && took > allowed * exercise.questions.length) problem = `took ${took.toFixed(0)} ms`;
  if (problem === undefined) return;
  bad++;
  if (bad <= mostShown) console.log(`${exercise.id}: ${problem}\n  ${JSON.stringify(answer)?.slice(0, 500)}`);
}
