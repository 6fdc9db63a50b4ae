/** What all commands share: options, streams, exercises, how a result and an error are written. */

import { type Grader, graderOf } from "../course/grader.ts";
import { entryOf } from "../engine/maps.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { FeedbackLevel } from "../grading/grade.ts";
import type { SubmissionError } from "../grading/submission.ts";
import type { Language, Message } from "../messages/message.ts";
import { UsageError } from "./errors.ts";
import { ExerciseFiles } from "./exerciseFiles.ts";
import { say } from "./messages/cli.ts";
import { paragraph } from "./view/blocks.ts";
import { type ErrorDescription, errorView } from "./view/errorView.ts";
import { detectStyle, ownCommand, showLines, type TerminalStyle } from "./view/style.ts";
import { joinLines } from "./view/text.ts";

/** The commands besides grading one answer. */
export const commandNames = "list show init new test practice trace solve hint batch merge review help".split(" ");

/** Options of the program, valid before and after every command. */
export interface GlobalOptions {
  readonly json?: boolean | undefined;
  readonly feedback?: FeedbackLevel;
  readonly min?: number;
  readonly lang?: Language | undefined;
  readonly color?: boolean | undefined;
  /** Grade again whenever the answer is saved. */
  readonly watch?: boolean;
  readonly exercises?: readonly string[];
}

/** What the program sees of the process that runs it. */
export type Surroundings = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env">;

/** Does the work of a command, whose exit status is the program's. */
export type Run = (work: (session: Session) => Promise<number>) => Promise<void>;

export class Session {
  readonly options: GlobalOptions;
  readonly around: Surroundings;
  readonly exercises: ExerciseFiles;
  readonly #graders = new Map<string, Promise<Grader>>();

  constructor(options: GlobalOptions, around: Surroundings) {
    this.options = options;
    this.around = around;
    this.exercises = new ExerciseFiles(options.exercises ?? []);
  }

  get language(): Language {
    return this.options.lang ?? "en";
  }

  get json(): boolean {
    return this.options.json === true;
  }

  /** How answers are graded. */
  get grading() {
    const { feedback = "hints", min } = this.options;
    return { lang: this.language, feedback, ...(min !== undefined && { min }) };
  }

  /** An exercise, named as for `exercises.load`, for grading many answers: it is bound once for a level of feedback. */
  grader(wanted: string, feedback = this.grading.feedback): Promise<Grader> {
    return entryOf(this.#graders, `${feedback} ${wanted}`, async () =>
      graderOf(await this.exercises.load(wanted), { ...this.grading, feedback }),
    );
  }

  /** An exercise, with the numbers that are drawn for a seed if there is one. */
  async exercise(wanted: string, seed?: string): Promise<Exercise> {
    const exercise = await this.exercises.load(wanted);
    if (seed === undefined) return exercise;
    if (exercise.variants === undefined) throw new UsageError(say("practice.none", { exercise: exercise.id }));
    return (await import("../kinds/practice.ts")).practice(exercise, seed);
  }

  style(stream: NodeJS.WriteStream = this.around.stdout): TerminalStyle {
    return detectStyle(stream, this.around.env, this.language, this.options.color);
  }

  say(message: Message): string {
    return message.in(this.language);
  }

  /** A command line that finds the same exercises as this one. */
  readonly command = (...words: readonly string[]): string =>
    ownCommand(...words, ...(this.options.exercises ?? []).flatMap((folder) => ["--exercises", folder]));

  /** The result of a command: as JSON, or as text for people. */
  write(result: unknown, text: (style: TerminalStyle) => string): void {
    const shown = this.json ? JSON.stringify(result, null, 2) : text(this.style());
    this.around.stdout.write(`${shown}\n`);
  }

  /** A note for people, on stderr so that it never mixes with a result. */
  note(message: Message): void {
    const style = this.style(this.around.stderr);
    this.around.stderr.write(`${joinLines(paragraph(showLines(this.say(message), style), style, 0))}\n`);
  }

  /**
   * Why there is no result: for people on stderr, and where JSON is asked for as a document on stdout that reads like the
   * report on a file that can't be graded.
   */
  fail(error: SubmissionError, details: FailureDetails = {}, status: 2 | 3 | 4 = 2): number {
    const { code, line = details.line, column = details.column } = error;
    const told = { message: this.say(error), line, column };
    if (this.json) {
      // Only the first of them speaks about the answer.
      const failed = status === 2 ? "invalid" : "failed";
      const document = { schema: "rnn-check/report@1", status: failed, error: { code, ...told } };
      this.around.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    }
    this.around.stderr.write(`${errorView({ ...details, ...told }, this.style(this.around.stderr))}\n`);
    return status;
  }
}

/** Where an error is and what to do about it. */
type FailureDetails = Omit<ErrorDescription, "message">;
