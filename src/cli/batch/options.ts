/** What the command line asks of a batch, read and checked; knows no way of doing it. */

import type { Shard } from "../../course/shard.ts";
import type { Context } from "../../formats/format.ts";
import type { Language } from "../../messages/catalogue.ts";

export interface BatchOptions {
  /** Folders, files, zip archives and patterns, as typed. */
  readonly inputs: readonly string[];
  readonly exercise?: string;
  /** Whose all files are: of those for one exercise, the newest counts. */
  readonly student?: string;
  readonly out?: string;
  readonly formats: readonly string[];
  /** Threads that grade; `auto` starts more only when the work is long enough to pay for them. */
  readonly jobs: number | "auto";
  readonly resume: boolean;
  readonly shard?: Shard;
  readonly roster?: string;
  readonly overrides?: string;
  /** Share of the points, in percent, that counts as passed. */
  readonly minPercent: number;
  /** Exit status 1 if someone reaches less than this share, in percent. */
  readonly failBelow?: number;
  readonly json: boolean;
  /** Seconds for one file. */
  readonly timeout: number;
  readonly language: Language;
  readonly feedback: "verdict" | "hints" | "full";
  /** Options of single formats, handed on as they are. */
  readonly format: Omit<Context, "language" | "feedback">;
}
