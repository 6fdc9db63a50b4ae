// How long a student waits: whole processes, against an empty Node script.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { timeProcesses } from "./measure.js";

const bin = fileURLToPath(new URL("../../bin/rnn-check.js", import.meta.url));
const sample = (/** @type {string} */ id, /** @type {string} */ name) =>
  fileURLToPath(new URL(`../../exercises/${id}/answers/${name}.json`, import.meta.url));

export function run() {
  const folder = mkdtempSync(join(tmpdir(), "rnn-check-bench-"));
  const empty = join(folder, "empty.js");
  writeFileSync(empty, "");
  const one = join(folder, "one");
  const names = ["ex6", "ex2", "ex4"];
  const commands = [
    [empty],
    ...names.map((id) => [bin, id, sample(id, "right")]),
    [bin, "list"],
    [bin, "batch", sample("ex6", "right"), "--exercise", "ex6", "--out", one],
  ];
  const [base = Number.NaN, ...times] = timeProcesses(commands, 20);
  rmSync(folder, { recursive: true });
  const limits = [1.5, 1.5, undefined, undefined, 2];
  const what = [...names.map((id) => `rnn-check ${id} right.json`), "rnn-check list", "rnn-check batch, one answer"];
  return [
    { what: "empty Node script (ms)", value: base },
    ...times.map((time, i) => ({ what: `${what[i]} / empty script`, value: time / base, wanted: limits[i] })),
  ];
}
