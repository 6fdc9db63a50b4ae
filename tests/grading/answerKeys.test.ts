import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectAnswers } from "../../src/grading/answerKeys.ts";
import { say } from "../../src/grading/messages.ts";
import { readSubmission, submissionOf } from "../../src/grading/submission.ts";
import type { Json } from "../../src/kinds/judgement.ts";

const fields = ["set1.h1", "set1.h2", "set2.h1", "better", "reason", "dz_dW", "edges"];

function collect(text: string) {
  const reading = readSubmission(text);
  if (!reading.ok) throw new Error(reading.error.code);
  const { answers, conflicts, warnings } = collectAnswers(reading.submission, fields);
  return {
    values: Object.fromEntries([...answers].map(([field, { value }]) => [field, value])),
    sources: Object.fromEntries([...answers].flatMap(([field, { source }]) => (source ? [[field, source]] : []))),
    conflicts: [...conflicts.keys()],
    warnings,
    codes: warnings.map(({ code }) => code),
  };
}

describe("the same answers, whatever their nesting", () => {
  test.each([
    '{"set1":{"h1":1,"h2":2},"better":2}',
    '{"set1.h1":1,"set1.h2":2,"better":2}',
    '{"set1":{"h1":1},"set1.h2":2,"better":2}',
    '{"set1":{"h1":1},"set1":{"h2":2},"better":2}',
    '{"set1":{"h1":1,"h2":2,"h1":1},"better":2,"better":2}',
    '{"set1":{"h1":1,"h2":2},"set2":null,"better":2,"reason":"","dz_dW":null,"$note":"x"}',
    '{"set1":{"h1":null,"h2":2},"set1.h1":1,"better":2}',
  ])("%s", (text) => {
    expect(collect(text)).toMatchObject({
      values: { "set1.h1": 1, "set1.h2": 2, better: 2 },
      conflicts: [],
      warnings: [],
    });
  });
});

describe("keys", () => {
  test.each<[string, string, Json, string[]]>([
    ['{"dz/dW":"x"}', "dz_dW", "x", ["key-read-as"]],
    ['{"DZ_DW":"x"}', "dz_dW", "x", ["key-read-as"]],
    ['{"Set1.H1":3}', "set1.h1", 3, ["key-read-as"]],
    ['{"Set 1":{"h_1":3}}', "set1.h1", 3, ["key-read-as", "key-read-as"]],
    ['{"set1_h1":3}', "set1.h1", 3, ["key-read-as"]],
    ['{"edges":{"a":1}}', "edges", { a: 1 }, []],
    ['{"set1":{"h1":{"x":1}}}', "set1.h1", { x: 1 }, []],
  ])("%s is %s", (text, field, value, codes) => {
    const collected = collect(text);
    expect(collected.values).toEqual({ [field]: value });
    expect(collected.codes).toEqual(codes.map((code) => `submission.${code}`));
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['{"beter":1}', "unknown-key-nearest", { key: "beter", nearest: "better" }],
    ['{"set1":{"h3":1}}', "unknown-key-nearest", { key: "set1.h3", nearest: "set1.h1" }],
    ['{"something":{"deep":1}}', "unknown-key", { key: "something" }],
    ['{"__proto__":1}', "unknown-key", { key: "__proto__" }],
    ['{"constructor":{"h1":1}}', "unknown-key", { key: "constructor" }],
    ['{"":1}', "unknown-key", { key: "" }],
    ['{"set1":5}', "group-expected", { key: "set1", example: "h1", found: "5" }],
    ['{"set1":[1,2]}', "group-expected", { key: "set1", found: "[1, 2]" }],
  ])("%s warns of %s", (text, code, params) => {
    const { warnings, values } = collect(text);
    expect(values).toEqual({});
    expect(warnings).toMatchObject([{ code: `submission.${code}`, params }]);
  });

  test("a spelling that two keys have in common is neither's", () => {
    const alike = ["a_b", "A.B", "c_d"];
    const reading = readSubmission('{"a b":1,"c d":2}');
    if (!reading.ok) throw new Error(reading.error.code);
    const { answers, warnings } = collectAnswers(reading.submission, alike);
    expect([...answers.keys()]).toEqual(["c_d"]);
    expect(warnings.map(({ code }) => code)).toEqual(["submission.key-read-as", "submission.unknown-key-nearest"]);
  });

  test("many unknown keys are counted, and control characters do not get through", () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`\u001b[31mk${i}`, i]));
    const { warnings } = collect(JSON.stringify(many));
    expect(warnings).toHaveLength(11);
    expect(warnings.at(-1)).toMatchObject({ code: "submission.more-unknown-keys", params: { count: 990 } });
    expect(JSON.stringify(warnings)).not.toContain("\\u001b");
    expect(say("submission.more-unknown-keys", { count: 1 }).in("en")).toContain("1 more key belongs");
  });
});

describe("given twice", () => {
  test.each(['{"better":1,"better":2}', '{"better":1,"Better":2}', '{"better":1,"better":"1"}'])(
    "%s has no answer",
    (text) => {
      expect(collect(text)).toMatchObject({ values: {}, conflicts: ["better"] });
    },
  );
  test("nested and dotted", () => {
    expect(collect('{"set1":{"h1":1},"set1.h1":2,"set1.h2":3}')).toMatchObject({
      values: { "set1.h2": 3 },
      conflicts: ["set1.h1"],
    });
  });
});

test("the text of a number is kept where it says more than the value", () => {
  const { sources } = collect('{"set1":{"h1":1.50,"h2":1.5},"set2.h1":138e-3,"better":2,"reason":0.00}');
  expect(sources).toEqual({ "set1.h1": "1.50", "set2.h1": "138e-3", reason: "0.00" });
  expect(collect('{"exercise":"ex6","better":2.0}').sources).toEqual({ better: "2.0" });
});

test("any object: no exception, only wanted fields, JSON's own values", () => {
  const key = fc.oneof(fc.constantFrom(...fields, "set1", "set2", "h1", "Set1", "__proto__", "$x"), fc.string());
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), fc.dictionary(key, tie("node"))),
  })).node;
  fc.assert(
    fc.property(fc.dictionary(key, tree), (value) => {
      const reading = submissionOf({ answers: value });
      if (!reading.ok) throw new Error(reading.error.code);
      const { answers, conflicts } = collectAnswers(reading.submission, fields);
      for (const field of answers.keys()) expect(fields).toContain(field);
      for (const field of conflicts.keys()) expect(answers.has(field)).toBe(false);
    }),
  );
});
