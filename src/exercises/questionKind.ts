/** What reading an exercise file must know of a kind of question. */

import type { z } from "zod";
import type { Derivation } from "./derivation.ts";
import type { Question } from "./exercise.ts";
import type { Problem } from "./problem.ts";
import type { Shapes } from "./shapes.ts";

export interface QuestionKind<Q extends Question = Question> {
  /** As it stands in exercise files: `kind: number`. */
  readonly name: string;
  /** What an author writes, and the question that it becomes. The shapes bring zod with them: grading never loads it. */
  schema(shapes: Shapes): z.ZodType<Authored<Q>>;
  /**
   * What is wrong with a question that has the right shape, by place in the question. Asks for its reference once.
   * @throws ModelError
   */
  problems?(question: Q, derivation: Derivation): readonly Problem[];
  /** The question with what only the model can tell. @throws ModelError */
  complete?(question: Q, derivation: Derivation): Q;
}

/** zod's types allow `undefined` where a member may be absent; data from a file has none. */
type Authored<T> = T extends object ? { readonly [K in keyof T]: Authored<T[K]> | undefined } : T;
