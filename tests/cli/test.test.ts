/** `rnn-check test`: sample answers against their marks, what numbers hide, broken files; as text, JSON and JUnit. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run as runIn, temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();
const run = (...args: string[]) => runIn(["test", ...args], { folder });
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

const exercise = (h0: number, tolerance: string) => `id: mine
title: Mine
model: { parameters: [a, b], inputs: [x], steps: 2, equations: { "h[t]": "tanh(a*x[t] + b*h[t-1])" } }
cases: { c: { a: 0.7, b: 0.6, x: [0.5, -0.8], h0: ${h0} } }
questions: [{ id: h1, kind: number, points: 2, reference: { value: h1, case: c }, tolerance: ${tolerance} }]
`;

beforeAll(() => {
  write("fine/exercise.yaml", exercise(0.4, "{ decimals: 5 }"));
  write("fine/answers/right.json", '{ "h1": "tanh(0.59)" }');
  write("fine/answers/wrong.json", '{ "h1": 0.33638 }');
  write(
    "fine/answers/marks.yaml",
    `right.json: { exit: 0, points: 2, items: { h1: { verdict: correct } } }
wrong.json: { exit: 1, points: 0, items: { h1: { points: 0, code: mistake.recurrence-missing } } }`,
  );
  write("marked/exercise.yaml", exercise(0.4, "{ decimals: 5 }"));
  write("marked/answers/right.json", '{ "h1": "tanh(0.59)" }');
  write("marked/answers/new.json", '{ "h1": 1 }');
  write("marked/answers/marks.yaml", "right.json: { points: 1, items: { no: { points: 1 } } }\ngone.json: {}\n");
  write("hiding/exercise.yaml", exercise(0, "{ decimals: 5 }"));
  write("wide/exercise.yaml", exercise(0.4, "{ absolute: 0.5 }"));
  write("broken/exercise.yaml", exercise(0.4, "{ decimals: 5 }").replace("value: h1", "value: k1"));
  write("unmarked/exercise.yaml", exercise(0.4, "{ decimals: 5 }"));
  write("unmarked/answers/marks.yaml", "right.json:\n  items: [h1]\n");
});

test.each([
  ["fine", [], 0, "with errors: 0"],
  ["marked", [], 1, "answers/right.json: expected points 1, got points 2"],
  ["marked", [], 1, "no: expected points 1, got points –"],
  ["marked", [], 1, "There is no file gone.json"],
  ["marked", [], 1, "answers/new.json: marks.yaml says nothing"],
  ["marked", ["--lang", "de"], 1, "erwartet: points 1; bekommen: points 2"],
  ["hiding", [], 0, "would pass here (h0 = 0): mistake.recurrence-missing"],
  ["hiding", ["--strict"], 1, "would pass here"],
  ["wide", [], 1, "Wrong answers get full points: "],
])("%s %j ends with %i and says %s", async (name, options, status, words) => {
  const ran = await run(name, ...options);
  expect(ran.status).toBe(status);
  expect(ran.stdout.replace(/\s+/g, " ")).toContain(words);
});

test.each([
  ["broken", "broken/exercise.yaml:5:", "k1"],
  ["unmarked", "unmarked/answers/marks.yaml:2:", "marks look like this"],
])("%s is not gradable, and its place is told", async (name, place, words) => {
  const ran = await run(name, "fine");
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(place);
  expect(ran.stderr).toContain(words);
  // The others are looked at all the same.
  expect(ran.stdout).toContain("mine  fine");
});

test("a folder is all that it holds; JSON is one document, JUnit goes to a file too", async () => {
  write("course/a.yaml", exercise(0.4, "{ decimals: 5 }"));
  write("course/b.yaml", exercise(0.4, "{ absolute: 0.5 }").replace("id: mine", "id: other"));
  const ran = await run("course", "--json", "--junit", "j.xml");
  const { passed, exercises } = JSON.parse(ran.stdout);
  expect([ran.status, passed]).toEqual([1, false]);
  expect(exercises.map((one: { exercise: string; passed: boolean }) => [one.exercise, one.passed])).toEqual([
    ["mine", true],
    ["other", false],
  ]);
  const [found] = exercises[1].items[0].feedback;
  expect(found).toMatchObject({ code: "lint.rewarded", severity: "error" });
  const xml = readFileSync(join(folder, "j.xml"), "utf8");
  expect(xml).toContain('<testsuites name="rnn-check test" tests="2" failures="1" errors="0"');
  expect((await run("course", "--format", "junit")).stdout).toBe(xml);
});

test("without arguments it says what to type", async () => {
  const ran = await run();
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain("rnn-check test ex1");
});
