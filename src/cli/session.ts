/** What all commands share: options, streams, exercises, how a result and an error are written. Knows process. */

import type { FeedbackLevel } from "../grading/grade.ts";
import type { SubmissionError } from "../grading/submission.ts";
import type { Language, MessageCode } from "../messages/catalogue.ts";
import { formatMessage } from "../messages/format.ts";
import { ExerciseFiles } from "./exerciseFiles.ts";
import { errorView } from "./terminal/errorView.ts";
import { detectStyle, type TerminalStyle } from "./terminal/style.ts";

/** Options of the program, valid before and after every command. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly feedback?: FeedbackLevel;
  readonly min?: number;
  readonly lang?: Language;
  readonly color?: boolean;
  readonly exercises?: readonly string[];
}

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** An end with status 2 that is the user's to mend, said in the user's language. */
export class UsageError extends Error {
  readonly code: MessageCode;
  readonly params: Parameters;

  constructor(code: MessageCode, params: Parameters = {}) {
    super(code);
    this.name = "UsageError";
    this.code = code;
    this.params = params;
  }
}

export class Session {
  readonly options: GlobalOptions;
  readonly exercises: ExerciseFiles;

  constructor(options: GlobalOptions) {
    this.options = options;
    this.exercises = new ExerciseFiles(options.exercises ?? []);
  }

  get language(): Language {
    return this.options.lang ?? "en";
  }

  get json(): boolean {
    return this.options.json === true;
  }

  style(stream: NodeJS.WriteStream = process.stdout): TerminalStyle {
    const { color } = this.options;
    return detectStyle({ stream, env: process.env, flags: { color, language: this.language } });
  }

  say(code: MessageCode, params: Parameters = {}): string {
    return formatMessage(code, this.language, params);
  }

  /** The result of a command: as JSON, or as text for people. */
  write(json: () => unknown, text: (style: TerminalStyle) => string): void {
    const shown = this.json ? JSON.stringify(json(), null, 2) : text(this.style());
    process.stdout.write(`${shown}\n`);
  }

  /** A note for people, on stderr so that it never mixes with a result. */
  note(code: MessageCode, params: Parameters = {}): void {
    process.stderr.write(`${this.say(code, params)}\n`);
  }

  /** Why there is no result: for people on stderr, and as a document on stdout where JSON is asked for. */
  fail(error: SubmissionError, place: { readonly file?: string; readonly advice?: MessageCode } = {}): number {
    const message = this.say(error.code, error.params ?? {});
    const { line, column } = error;
    const at = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    if (this.json) {
      const document = { schema: "rnn-check/report@1", status: "invalid", error: { code: error.code, message, ...at } };
      process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    }
    const { file, advice } = place;
    const shown = {
      message,
      ...at,
      ...(file !== undefined && { file }),
      ...(advice !== undefined && { advice: this.say(advice) }),
    };
    process.stderr.write(`${errorView(shown, this.style(process.stderr))}\n`);
    return 2;
  }
}
