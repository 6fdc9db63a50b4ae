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
  const course = join(folder, "course");
  writeCourse(course);
  const loop = join(folder, "loop.mjs");
  writeFileSync(
    loop,
    `import { readdirSync, readFileSync } from "node:fs";
    for (const name of readdirSync(process.argv[2])) JSON.parse(readFileSync(process.argv[2] + "/" + name, "utf8"));`,
  );
  const batch = [join(root, "bin/rnn-check.js"), "batch", course, "--out", join(folder, "out")];
  const [bare, ours] = timeProcesses(/** @type {const} */ ([[loop, course], batch]), 7);
  rmSync(folder, { recursive: true });
  return [
    { what: "bare loop over 10,000 files (ms)", value: bare },
    { what: "rnn-check batch / bare loop", value: ours / bare, wanted: 3 },
  ];
}

/** Each student hands in one of the exercise's sample answers, with a small number of their own mixed in. @param {string} course */
function writeCourse(course) {
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
    const answers = { ...(sample.answers ?? sample), ...(id === "ex2" && { extra_100: 250 + (i % 97) }) };
    const sheet = { exercise: id, student: `s${i}`, answers };
    writeFileSync(join(course, `s${i}-${id}.json`), JSON.stringify(sheet));
  }
}
