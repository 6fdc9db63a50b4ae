/**
 * What a kind of question is. Each has a folder here with all that is known of it; `index.ts` lists them, and nobody else
 * asks which kind a question is.
 */

import type { Derivation } from "../exercises/derivation.ts";
import type { Question } from "../exercises/exercise.ts";
import type { QuestionKind } from "../exercises/shapes.ts";
import type { Solution } from "../exercises/steps.ts";
import type { Message } from "../messages/message.ts";
import type { Json, Judge } from "./judgement.ts";

export interface Kind<Q extends Question = Question> extends QuestionKind<Q> {
  /** In a word, for people. */
  readonly label: Message;
  /** Makes the judge of all answers to a question; what holds for all of them is worked out once. */
  bind(question: Q, derivation: Derivation): Judge;
  /** Whether a judgement may depend on the answers to other questions. */
  readonly readsOthers?: true;
  /** The question with all that takes long worked out, as plain data: for exercises that come with the program. */
  prepare?(question: Q, derivation: Derivation): Q;
  /** The question with what answers teach that a person has marked. @throws ExerciseError */
  learn?(question: Q, labelled: readonly LabelledAnswer[], derivation: Derivation): Q;
  /** How it is asked for. */
  sheet(question: Q): Sheet;
  /** How its right answer comes about. */
  solution(question: Q, derivation: Derivation): Solution;
  /** What the numbers of its cases let be told apart: a draw that tells less is none to practise with. */
  toldApart?(question: Q, derivation: Derivation): readonly string[];
  /** What an author should know of the numbers of its case; `others` are the same exercise with other numbers. */
  weaknesses?(question: Q, derivation: Derivation, others: readonly Derivation[]): Weaknesses;
  /** What a run of the model would tell of its answer. */
  toldByRuns?(question: Q, derivation: Derivation): ToldByRuns;
}

/** Mistakes by their codes that the numbers of a question's case hide, or its author's options reward. */
export interface Weaknesses {
  /** They lead to the right number here, and not with other numbers. */
  readonly hidden: readonly string[];
  /** They lead to one wrong number here, and to different ones with other numbers. */
  readonly alike: readonly (readonly [string, string])[];
  /** They lead to another number than the right one, which gets full points all the same. */
  readonly rewarded: readonly { readonly code: string; readonly answer: string }[];
}

/** What runs of a model tell of an answer; see `withheld.ts`. */
export interface ToldByRuns {
  /** The output about whose backward pass it asks. */
  readonly backward?: string;
  /** The case that it computes with. */
  readonly case?: string | undefined;
  /** Whether the numbers of a run, in place of the case's, lead to its answer as well. */
  readonly isReached?: (run: Derivation) => boolean;
}

/** An answer that a person marked, as it stands in `labelled/` beside the exercise. */
export interface LabelledAnswer {
  /** One letter a criterion: met, partly, unmet; a capital where markers might differ; `-` if it was left out. */
  readonly marks: string;
  /** By field, where the question has several. */
  readonly answer: string | readonly string[];
}

interface Sheet {
  /** What to write, for people. */
  readonly ask: Message;
  readonly empty: Json;
  /** Of the right form, but says nothing about the right answer. */
  readonly example: Json;
  /** JSON schema of an answer. */
  readonly schema: { readonly [key: string]: Json };
  /** The parts that are marked apart, and what to think about in each. */
  readonly criteria?: readonly {
    readonly id: string;
    readonly points: number;
    readonly hint: { readonly en: string; readonly de: string };
  }[];
}
