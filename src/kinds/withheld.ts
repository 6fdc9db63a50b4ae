/** What a run of an exercise's model would tell of the answers: not shown to students unasked. */

import { VARIABLE } from "../engine/graph.ts";
import { Derivation } from "../exercises/derivation.ts";
import { type Case, caseBindings, type Exercise } from "../exercises/exercise.ts";
import { kinds } from "./index.ts";
import type { ToldByRuns } from "./kind.ts";

export interface Withheld {
  /** Outputs about whose backward pass something is asked: what it reads and stores is an answer. */
  readonly backward: ReadonlySet<string>;
  /** The first case that no question computes with. */
  readonly freeCase: string | undefined;
  /** The question that a run with these numbers answers, if there is one; `caseName` is the case that they began as. */
  readonly answeredBy: (numbers: Case, caseName: string | undefined) => string | undefined;
}

/** @throws ModelError */
export function withheldOf(exercise: Exercise): Withheld {
  const derivation = new Derivation(exercise);
  const [first] = Object.keys(exercise.cases);
  const told = exercise.questions.map((question): ToldByRuns & { id: string } => ({
    ...kinds[question.kind]?.toldByRuns?.(question, derivation),
    id: question.id,
  }));
  const graded = told.flatMap((one) => (one.isReached ? [{ ...one, case: one.case ?? first }] : []));
  return {
    backward: new Set(told.flatMap(({ backward }) => backward ?? [])),
    freeCase: Object.keys(exercise.cases).find((name) => graded.every((one) => one.case !== name)),
    answeredBy(numbers, caseName) {
      const run = new Derivation(exercise, { values: () => numbers });
      const found = graded.find(
        (one) => (one.case === caseName || isNear(derivation, numbers, one.case)) && one.isReached?.(run),
      );
      return found?.id;
    },
  };
}

/** Numbers that differ by less are no others. */
const small = 0.05;

function isNear(derivation: Derivation, numbers: Case, caseName: string | undefined): boolean {
  const { graph } = derivation.unrolled(derivation.stepsIn(caseName));
  const [own, others] = [caseBindings(derivation.case(caseName)), caseBindings(numbers)];
  for (let node = 0; node < graph.size; node++) {
    const name = graph.code(node) === VARIABLE ? graph.symbol(node) : undefined;
    if (name === undefined) continue;
    const [value = 0, other = 0] = [own, others].map((bindings) => bindings(name.family, name.index));
    if (Math.abs(value - other) > small * Math.max(1, Math.abs(value))) return false;
  }
  return true;
}
