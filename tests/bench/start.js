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
  const wrong = (/** @type {string} */ id, /** @type {object} */ answers) => {
    const file = join(folder, `${id}.json`);
    writeFileSync(file, JSON.stringify(answers));
    return [bin, id, file];
  };
  const firstTerm = "y2*V*h0*(1-tanh(tau1)^2)";
  /** @type {readonly (readonly [what: string, command: readonly string[], wanted?: number])[]} */
  const rows = [
    ["rnn-check ex6 right.json", [bin, "ex6", sample("ex6", "right")], 2.2],
    ["rnn-check ex2 right.json", [bin, "ex2", sample("ex2", "right")], 2.6],
    ["rnn-check ex4 right.json", [bin, "ex4", sample("ex4", "right")], 2.6],
    ["rnn-check ex6 wrong.json", wrong("ex6", { set2: { h1: 0.46, h2: -0.76, loss: 0.79 }, better: 1 }), 2.6],
    ["rnn-check ex2 wrong.json", wrong("ex2", { dz_dW: firstTerm, stored: ["h0", "h1"], extra_100: 300 }), 2.6],
    ["rnn-check list", [bin, "list"]],
    ["rnn-check trace ex2 --steps 100000", [bin, "trace", "ex2", "--steps", "100000"]],
    ["rnn-check batch, one answer", [bin, "batch", sample("ex6", "right"), "--exercise", "ex6", "--out", one]],
  ];
  const [base = Number.NaN, ...times] = timeProcesses([[empty], ...rows.map(([, command]) => command)], 20);
  rmSync(folder, { recursive: true });
  const none = { what: "empty Node script (ms)", value: base };
  const ratios = rows.flatMap(([what, , wanted], i) => {
    const time = times[i] ?? Number.NaN;
    return [
      { what: `${what} / empty script`, value: time / base, wanted },
      { what: `${what}: more than an empty script (ms)`, value: time - base },
    ];
  });
  return [none, ...ratios];
}
