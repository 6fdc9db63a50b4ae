// A course of 10,000 mixed answers, whole process, against a bare loop that reads and parses the same files.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { timeProcesses } from "./measure.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const exercises = ["ex2", "ex4", "ex6"];
const students = 10_000;

export function run() {
  const folder = mkdtempSync(join(tmpdir(), "rnn-check-bench-"));
  const [different, equal] = [join(folder, "different"), join(folder, "equal")];
  writeCourse(different, (i) => i);
  writeCourse(equal, () => 0);
  const loop = join(folder, "loop.mjs");
  writeFileSync(
    loop,
    `import { readdirSync, readFileSync } from "node:fs";
    for (const name of readdirSync(process.argv[2])) JSON.parse(readFileSync(process.argv[2] + "/" + name, "utf8"));`,
  );
  const batch = (/** @type {string} */ course) => [
    join(root, "bin/rnn-check.js"),
    "batch",
    course,
    "--out",
    join(folder, "out"),
  ];
  const commands = /** @type {const} */ ([[loop, different], batch(different), batch(equal)]);
  const [bare, ours, same] = timeProcesses(commands, 7);
  rmSync(folder, { recursive: true });
  return [
    { what: "bare loop over 10,000 files (ms)", value: bare },
    { what: "rnn-check batch, all answers different / bare loop", value: ours / bare, wanted: 5 },
    { what: "rnn-check batch, equal answers / bare loop", value: same / bare, wanted: 2.7 },
  ];
}

/**
 * Each student hands in one of the exercise's sample answers, varied: other numbers, other formulas, other words.
 * @param {string} course
 * @param {(student: number) => number} variant 0 leaves the answers as they are
 */
function writeCourse(course, variant) {
  mkdirSync(course);
  const samples = exercises.map((id) => {
    const answers = join(root, "exercises", id, "answers");
    return readdirSync(answers)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(join(answers, name), "utf8")));
  });
  for (let i = 0; i < students; i++) {
    const which = i % exercises.length;
    const id = exercises[which];
    const own = samples[which] ?? [];
    const sample = own[Math.floor(i / exercises.length) % own.length];
    const answers = varied(sample.answers ?? sample, variant(i));
    const sheet = { exercise: id, student: `s${i}`, answers };
    writeFileSync(join(course, `s${i}-${id}.json`), JSON.stringify(sheet));
  }
}

/** @param {any} answer @param {number} by @returns {any} */
function varied(answer, by) {
  if (by === 0) return answer;
  if (typeof answer === "number") return Number((answer + (by % 89) / 1e4).toPrecision(5));
  if (typeof answer === "string") return /[+*^]/.test(answer) ? `${answer} + ${by} - ${by}` : `${answer} (${by})`;
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, varied(value, by)]));
}
