/** Answers in YAML mean what they would in JSON, whatever YAML has beyond it. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readSubmission } from "../../src/grading/submission.ts";
import { jsonOfYaml } from "../../src/grading/yaml.ts";

/** What is answered, or the error. */
function answersOf(yaml: string) {
  const json = jsonOfYaml(yaml);
  const reading = json.ok ? readSubmission(json.text) : json;
  if (!reading.ok) return { code: reading.error.code, line: reading.error.line, column: reading.error.column };
  return Object.fromEntries(reading.submission.answers.map(([key, { value, source }]) => [key, source ?? value]));
}

describe("means what whoever wrote it means", () => {
  test.each([
    ["a: no\nb: yes\nc: on\nd: Off", { a: "no", b: "yes", c: "on", d: "Off" }],
    ["a: true\nb: false\nc: null\nd: ~\ne:\n", { a: true, b: false, c: null, d: null, e: null }],
    [
      "a: 1_000\nb: 1:30\nc: 2024-05-31\nd: 0x1F\ne: 0o7\nf: 012",
      { a: "1_000", b: "1:30", c: "2024-05-31", d: "0x1F", e: "0o7", f: "012" },
    ],
    [
      "a: 0.46\nb: 1.50\nc: -3\nd: 4.6e-1\ne: 0,46\nf: .5\ng: +1",
      { a: 0.46, b: "1.50", c: -3, d: "4.6e-1", e: "0,46", f: ".5", g: "+1" },
    ],
    ["a: .nan\nb: .inf\nc: NaN", { a: ".nan", b: ".inf", c: "NaN" }],
    ["a: ≈ 0.46\nb: 98*3\nc: 1/3", { a: "≈ 0.46", b: "98*3", c: "1/3" }],
    [
      "a: |\n  y2*V*h0\n  * (1 - tanh(tau1)^2)\nb: >-\n  one\n  two\n",
      { a: "y2*V*h0\n* (1 - tanh(tau1)^2)", b: "one two" },
    ],
    ["a: one\n  two\nb: 'it''s'", { a: "one two", b: "it's" }],
    ["a: \\tau_1 V", { a: "\\tau_1 V" }],
    ['a: "\\tau_1 \\frac{1}{2} \\sigma"', { a: "\\tau_1 \\frac{1}{2} \\sigma" }],
    ['a: "one\n  two"', { a: "one two" }],
    ["a: [y1, 'y2', \"h1\"]\nb:\n  - x\n  - 1", { a: ["y1", "y2", "h1"], b: ["x", 1] }],
    ["exercise: ex6\nstudent: 0123\nanswers:\n  set1: { h1: 1 }", { set1: { h1: 1 } }],
    ['{ "a": 1, "b": [true] }', { a: 1, b: [true] }],
    ["---\na: 1\n...\n", { a: 1 }],
    ["a: 1\r\nb: 2\r\n", { a: 1, b: 2 }],
    ["<<: { b: 1 }\na: 2", { "<<": { b: 1 }, a: 2 }],
    ["__proto__: 1\nconstructor: 2", JSON.parse('{ "__proto__": 1, "constructor": 2 }')],
  ])("%s", (yaml, answers) => {
    expect(answersOf(yaml)).toEqual(answers);
  });

  test("whatever JSON can say", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const same = JSON.parse(JSON.stringify({ answers: value })); // without -0
        const json = jsonOfYaml(stringify(same, { version: "1.2" }));
        expect(json.ok && readSubmission(json.text)).toEqual(readSubmission(JSON.stringify(same)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("says where it is wrong", () => {
  test.each([
    ["a: 1\nreason: The loss: it is flat", "submission.not-yaml", 2, 9],
    ["a:\n\t- b", "submission.not-yaml", 2, 1],
    ["a: 1\n b: 2", "submission.not-yaml", 1, 4],
    ["a: 'x", "submission.not-yaml", 1, 6],
    ["a: [1,", "submission.not-yaml", 1, 7],
    ["a: @x", "submission.not-yaml", 1, 4],
    ["a: 1\n---\nb: 2", "submission.not-yaml", 2, 1],
    ["a: &x [1]\nb: *x", "submission.yaml-sign", 1, 7],
    ["a: 1\nb: *x", "submission.yaml-sign", 2, 4],
    ["a: !!js/function >\n  x", "submission.yaml-sign", 1, 18],
    ["? [a, b]\n: c", "submission.yaml-sign", 1, 3],
    ["- 1", "submission.not-an-object", undefined, undefined],
    ["", "submission.empty", undefined, undefined],
    ["# nothing yet\n", "submission.empty", undefined, undefined],
  ])("%j", (yaml, code, line, column) => {
    expect(answersOf(yaml)).toEqual({ code, line, column });
  });
});

describe("is read in no time and never throws", () => {
  test.each([
    "[",
    "- ",
    "? ",
    "{a: ",
    "a:\n",
    "a: 1\n",
    "- &a b\n",
    "- *a\n",
    "] ",
    '"a" ',
    "---\n",
    "\n",
    "!a ",
    "a: 'x\n",
    "[,",
    ": ",
  ])("%j again and again", (part) => {
    for (const length of [1_000, 30_000]) {
      const start = performance.now();
      answersOf(part.repeat(length / part.length));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });

  test("too deep, too long", () => {
    expect(answersOf("- ".repeat(40_000))).toMatchObject({ code: "submission.too-deep", line: 1 });
    expect(answersOf(`a: ${"[".repeat(70)}${"]".repeat(70)}`)).toMatchObject({ code: "submission.too-deep" });
    expect(answersOf(`a: ${"b".repeat(100_000)}`)).toMatchObject({ code: "submission.too-large" });
    const bomb = `a: &a [1,1,1,1,1,1,1,1]\n${[..."bcdefghij"].map((key, i) => `${key}: &${key} [${`*${"abcdefghi"[i]},`.repeat(8)}]`).join("\n")}`;
    expect(answersOf(bomb)).toMatchObject({ code: "submission.yaml-sign", line: 1 });
  });

  test("any signs", () => {
    const signs = fc.array(fc.constantFrom(..."ab:-?[]{},#&*!|>'\"%@`\n \t\\0.", "\n  ", "---", "<<"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(signs, (parts) => void answersOf(parts.join(""))),
      { numRuns: 2000 },
    );
  });
});
