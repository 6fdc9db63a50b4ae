/** A folder of results in the making: beside its place, and put there as a whole. */

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import { realPathOf } from "./find.ts";
import { say } from "./messages.ts";
import { readSummary, resultsName, summaryName } from "./results.ts";

/** What runs write into a folder of results, formats included. Everything else in it is someone's, and stays. */
const ownNames = new Set(
  `${resultsName} ${summaryName} results.csv items.csv reports.jsonl reports.json junit.xml report.md report.html moodle.csv
  moodle-worksheet.csv canvas.csv feedback.zip github gradescope prairielearn autolab`.split(/\s+/),
);

/** Refuses a place that results must not take: other files are there, or what is to be graded. */
export function checkPlace(out: string, inputs: readonly string[]): void {
  const target = realPathOf(out);
  if (inputs.some((input) => `${realPathOf(input)}/`.startsWith(`${target}/`)))
    throw new UsageError(say("batch.out-is-input", { out }));
  const isOurs = !existsSync(target) || readdirSync(target).length === 0 || readSummary(target) !== undefined;
  if (!isOurs) throw new UsageError(say("batch.foreign-folder", { folder: out }));
}

/** Results in the making. Nothing of them is seen at their place until `publish`, whatever happens. */
export class Draft {
  /** The folder to write into. */
  readonly path: string;
  readonly #target: string | undefined;
  #pending = "";

  /** @param out where the results go; undefined: nowhere, they are only printed */
  constructor(out: string | undefined) {
    this.#target = out === undefined ? undefined : realPathOf(out);
    if (this.#target === undefined) this.path = mkdtempSync(join(tmpdir(), "rnn-check-"));
    else {
      clearLeftovers(this.#target);
      this.path = `${this.#target}.part-${process.pid}`;
      mkdirSync(this.path, { recursive: true });
    }
  }

  /** The next line of results. */
  add(line: string): void {
    this.#pending += `${line}\n`;
    if (this.#pending.length > 65_536) this.#flush();
  }

  /** To be called when all results are there; then formats can read them. */
  finish(summary: string): void {
    this.#flush();
    writeFileSync(join(this.path, summaryName), summary);
  }

  /** Takes the place of what is there as a whole; files that no run has written move along. */
  publish(): void {
    const [target, aside] = [this.#target, `${this.path}.old`];
    if (target === undefined) return;
    const earlier = existsSync(target) ? readdirSync(target) : undefined;
    for (const name of earlier ?? []) {
      if (!ownNames.has(name)) cpSync(join(target, name), join(this.path, name), { recursive: true });
    }
    if (earlier !== undefined) renameSync(target, aside);
    try {
      renameSync(this.path, target);
    } catch (error) {
      if (earlier !== undefined) renameSync(aside, target);
      throw error;
    }
    rmSync(aside, { recursive: true, force: true });
  }

  discard(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #flush(): void {
    writeFileSync(join(this.path, resultsName), this.#pending, { flag: "a" });
    this.#pending = "";
  }
}

/** Removes what a run that was killed has left. Killed between the two renames, it has left the earlier results aside. */
function clearLeftovers(target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(target)}.part-`) || !/\.part-\d+(?:\.old)?$/.test(name)) continue;
    const path = join(folder, name);
    if (name.endsWith(".old") && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}
