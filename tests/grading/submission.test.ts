import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeUtf8, readSubmission, submissionOf } from "../../src/grading/submission.ts";

function read(text: string) {
  const reading = readSubmission(text);
  if (!reading.ok) throw new Error(reading.error.code);
  const { answers, ...rest } = reading.submission;
  return { ...rest, answers: Object.fromEntries(answers.map(([key, { value }]) => [key, value])) };
}

function errorOf(text: string) {
  const reading = readSubmission(text);
  return reading.ok ? undefined : reading.error;
}

describe("the envelope", () => {
  test.each<[string, string, object]>([
    [
      "full",
      '{"exercise":"ex6","student":" ab12cde ","answers":{"a":1}}',
      { exercise: "ex6", student: "ab12cde", answers: { a: 1 } },
    ],
    ["answers alone", '{"a":1}', { answers: { a: 1 }, warnings: [] }],
    [
      "beside the answers",
      '{"exercise":"ex6","student":"s","a":1}',
      { exercise: "ex6", student: "s", answers: { a: 1 } },
    ],
    ["a matriculation number", '{"student":1234567,"answers":{}}', { student: "1234567" }],
    ["a long number", '{"student":12345678901234567890,"answers":{}}', { student: "12345678901234567890" }],
    ["a byte order mark", '\ufeff{"a":1}', { answers: { a: 1 } }],
    ["a schema is no unknown key", '{"$schema":"x","answers":{"a":1}}', { warnings: [] }],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test.each<[string, string, string]>([
    ["unknown key", '{"answers":{},"set1":{"h1":1}}', "submission.unknown-envelope-key"],
    ["a list as student", '{"student":["a"],"answers":{}}', "submission.unreadable-envelope-field"],
  ])("warns: %s", (_, text, code) => {
    expect(read(text).warnings.map((warning) => warning.code)).toEqual([code]);
  });

  test("keys that JavaScript knows are ordinary keys", () => {
    const { inner } = read('{"answers":{"inner":{"__proto__":{"x":1.0},"constructor":2,"toString":3}}}').answers;
    expect(Object.keys(inner as object)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(inner)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(read('{"__proto__":{"answers":1},"a":1}').answers).toHaveProperty("a", 1);
  });
});

describe("what cannot be read", () => {
  test.each<[text: string, code: string, line?: number, column?: number]>([
    ["", "empty"],
    [" \n\t", "empty"],
    ["[1, 2]", "not-an-object"],
    ["5", "not-an-object"],
    ["null", "not-an-object"],
    ['"text"', "not-an-object"],
    ['{"answers":[1]}', "answers-not-an-object"],
    ['{"answers":null}', "answers-not-an-object"],
    ['{\n  "set1": { "h1": 1,, }\n}', "json-extra-comma", 2, 21],
    ['{"a":1,}', "json-trailing-comma", 1, 7],
    ['{"a":[1,\n]}', "json-trailing-comma", 1, 8],
    ["{'a':1}", "json-single-quotes", 1, 2],
    ["{“a”: 1}", "json-typographic-quotes", 1, 2],
    ['{"a":„b"}', "json-typographic-quotes", 1, 6],
    ['{"a" 1}', "json-no-colon", 1, 6],
    ['{"a"}', "json-no-colon", 1, 5],
    ['{"a"=1}', "json-no-colon", 1, 5],
    ['{"a":1 "b":2}', "json-no-comma", 1, 7],
    ['{\r\n"a":1\r\n"b":2}', "json-no-comma", 2, 6],
    ['{\r"a":1\r"b":2}', "json-no-comma", 2, 6],
    ['{"a":0,46}', "json-decimal-comma", 1, 7],
    ['{"a":}', "json-no-value", 1, 6],
    ['{"a":,"b":1}', "json-no-value", 1, 6],
    ['{"a":1', "json-not-closed", 1, 7],
    ['{\n"a":[1', "json-not-closed", 2, 7],
    ['{"a"', "json-ended", 1, 5],
    ['{"a":', "json-ended", 1, 6],
    ['{"a":[1,2}', "json-wrong-bracket", 1, 10],
    ['{"a":1}}', "json-extra-bracket", 1, 8],
    ['{"a":1} {"b":2}', "json-more-after-end", 1, 9],
    ['{"a": "x\ny"}', "json-open-quote", 1, 7],
    ['{"a', "json-open-quote", 1, 2],
    ['{"a":"b\\', "json-open-quote", 1, 6],
    ['{"a":"b "c" d"}', "json-quote-inside", 1, 10],
    ['{"a":98*3}', "json-bare-formula", 1, 8],
    ['{"a":1/3}', "json-bare-formula", 1, 7],
    ['{"a":2x}', "json-bare-formula", 1, 6],
    ['{"a":01}', "json-number", 1, 6],
    ['{"a":.5}', "json-number", 1, 6],
    ['{"a":+1}', "json-number", 1, 6],
    ['{"a":1.}', "json-number", 1, 6],
    ['{"a":NaN}', "json-not-finite", 1, 6],
    ['{"a":-Infinity}', "json-not-finite", 1, 6],
    ['{"a":True}', "json-word", 1, 6],
    ['{"a":None}', "json-word", 1, 6],
    ["{a:1}", "json-bare-key", 1, 2],
    ['{"a":tanh(1)}', "json-bare-text", 1, 6],
    ['{"a":≈0.46}', "json-bare-text", 1, 6],
    ["// x\n{}", "json-comment", 1, 1],
    ['{"a":1 // x\n}', "json-comment", 1, 8],
    ['{"a":1,/*c*/"b":2}', "json-comment", 1, 8],
    ['{"a":"\u0001"}', "json-control-character", 1, 7],
    ['{"a":@}', "json-unexpected", 1, 6],
    ["nonsense", "json-no-object", 1, 1],
    ["<html>", "json-no-object", 1, 1],
    ["PK\u0003\u0004", "json-no-object", 1, 1],
    ["[".repeat(100_000), "too-deep", 1, 65],
    [`${'{"a":'.repeat(65)}1${"}".repeat(65)}`, "too-deep", 1, 64 * 5 + 1],
    ["x".repeat(1_000_001), "too-large"],
  ])("%j is submission.%s", (text, code, line, column) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ code: `submission.${code}`, ...(line && { line, column }) });
    if (error === undefined) return;
    for (const language of ["en", "de"] as const) {
      expect(error.in(language)).not.toMatch(/\{\w+[|}]/);
    }
  });

  test("64 levels are allowed", () => {
    expect(errorOf(`${'{"a":'.repeat(64)}1${"}".repeat(64)}`)).toBeUndefined();
  });
});

describe("LaTeX with single backslashes", () => {
  test.each<[string, string]>([
    ["\\tau_1", "\\tau_1"],
    ["\\tanh(\\tau_1)^2", "\\tanh(\\tau_1)^2"],
    ["\\frac{\\nu}{2}\\,\\beta", "\\frac{\\nu}{2}\\,\\beta"],
    ["\\left(1-h\\right)\\cdot x", "\\left(1-h\\right)\\cdot x"],
    ["\\rho\\times\\theta", "\\rho\\times\\theta"],
    ["\\underbrace{x}\\uparrow", "\\underbrace{x}\\uparrow"],
    ["\\( x \\)", "\\( x \\)"],
    ["\\{y_1\\}", "\\{y_1\\}"],
    ["s \\to x_1; \\nu \\to a_1", "s \\to x_1; \\nu \\to a_1"],
    ["\\tau1 -> h1, \\nu_1 -> h1", "\\tau1 -> h1, \\nu_1 -> h1"],
    ["digraph { \\tau_1 -> h1; \\theta -> h1 }", "digraph { \\tau_1 -> h1; \\theta -> h1 }"],
  ])("%s is read as written", (source, meant) => {
    const submission = read(`{"a":"${source}"}`);
    expect(submission.answers.a).toBe(meant);
    expect(submission.warnings.map(({ code }) => code)).toEqual(["submission.latex-escape"]);
  });

  test.each<[string, string]>([
    ["\\\\tau_1", "\\tau_1"],
    ["\\\\frac{1}{2} \\\\right", "\\frac{1}{2} \\right"],
    ["first\\nsecond", "first\nsecond"],
    ["first\\r\\nnext", "first\r\nnext"],
    ["a\\tb", "a\tb"],
    ["a\\ne.g. b", "a\ne.g. b"],
    ["a\\nnot b", "a\nnot b"],
    ["x1 +\\nu1*\\to1", "x1 +\nu1*\to1"],
    ["graph TD\\ns --> b2\\nu --> a1", "graph TD\ns --> b2\nu --> a1"],
    [
      "```mermaid\\n%% u\\nflowchart LR\\nu-->a1\\n\\to --> a1\\n```",
      "```mermaid\n%% u\nflowchart LR\nu-->a1\n\to --> a1\n```",
    ],
    ['digraph \\"g\\" {\\n\\to -> h1\\nu -> h1\\n\\top -> h1\\n}', 'digraph "g" {\n\to -> h1\nu -> h1\n\top -> h1\n}'],
    ["s -> x1\\nu -> a1", "s -> x1\nu -> a1"],
    ["s → x[1]\\nu → a1", "s → x[1]\nu → a1"],
    ['\\u0041\\"\\/', 'A"/'],
  ])("%s is plain JSON, without a warning", (source, meant) => {
    const submission = read(`{"a":"${source}"}`);
    expect(submission.answers.a).toBe(meant);
    expect(submission.warnings).toEqual([]);
  });
});

describe("bytes", () => {
  const bytes = (...parts: (string | number)[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [part])));
  test("UTF-8, with and without a byte order mark", () => {
    expect(decodeUtf8(bytes('{"τ":1}'))).toEqual({ ok: true, text: '{"τ":1}' });
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, "{}"))).toEqual({ ok: true, text: "{}" });
    expect(decodeUtf8(bytes())).toEqual({ ok: true, text: "" });
  });
  test.each<[string, Uint8Array]>([
    ["Latin-1", bytes('{"a":"', 0xfc, 'b"}')],
    ["cut off", bytes("ab", 0xc3)],
    ["overlong", bytes("abc", 0xc0, 0x80)],
    ["after many", bytes("τ".repeat(50_000), 0xff, "x")],
  ])("not UTF-8: %s", (_, input) => {
    expect(decodeUtf8(input)).toMatchObject({ ok: false, error: { code: "submission.not-utf8" } });
  });
  test("UTF-16 is recognized", () => {
    const le = Uint8Array.from([...'{"a":1}'].flatMap((c) => [c.charCodeAt(0), 0]));
    for (const input of [le, bytes(0xff, 0xfe, ...le), bytes(0xfe, 0xff, 0, 0x7b)]) {
      expect(decodeUtf8(input)).toMatchObject({ ok: false, error: { code: "submission.utf-16" } });
    }
  });
  test("too large", () => {
    expect(decodeUtf8(new Uint8Array(1_000_001))).toMatchObject({ error: { code: "submission.too-large" } });
  });
});

describe("properties", () => {
  test("any text and any bytes: no exception, a known message", () => {
    const piece = fc.constantFrom(..."{}[]\",:\\n0.1eE-+ \t'/*#é\u0000\u001b", "true", '"a":', "\\tau", "null", "NaN");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (input) => {
        const reading = readSubmission(input);
        if (!reading.ok) expect(reading.error.in("de")).not.toBe("");
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array(), (input) => decodeUtf8(input) !== undefined));
  });

  test("valid JSON is read as JSON.parse reads it", () => {
    const telling = fc.constantFrom("", '"z":1.50,', '"z":1e3,', '"z":null,"z":2,');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), telling, (value, extra) => {
        const text = `{${extra}"k":${JSON.stringify(value)}}`;
        fc.pre(!/\\[bfnrt]/.test(text));
        expect(read(text).answers).toEqual(JSON.parse(text));
      }),
    );
  });

  test("a parsed value is the same submission", () => {
    expect(submissionOf({ answers: { a: 1.5 } })).toEqual(readSubmission('{"answers":{"a":1.5}}'));
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    for (const value of [undefined, cyclic, 1n, () => 1]) expect(submissionOf(value).ok).toBe(false);
  });
});
