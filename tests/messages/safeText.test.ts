import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerText } from "../../src/grading/report.ts";
import type { Json } from "../../src/kinds/judgement.ts";
import { safeText } from "../../src/messages/safeText.ts";

describe("safeText", () => {
  test.each<[string, string]>([
    ["plain τ₁ ü 日本", "plain τ₁ ü 日本"],
    ["\u001b[31mred\u001b[0m", "red"],
    ["\u001b]0;title\u0007x", "x"],
    ["\u001b]8;;http://e\u001b\\link\u001b]8;;\u001b\\", "link"],
    ["\u009b2Jx", "x"],
    ["\u001bcx", "x"],
    ["a\r\nb\tc", "a b c"],
    ["a\u0000b\u0007c\u007f", "abc"],
    ["a\u202eb\u2066c\u200bd", "abcd"],
    ["::stop-commands::x\n::error::y", "::stop-commands::x ::error::y"],
    ["a ##[error]b", "a ## [error]b"],
    ["half \ud83d", "half"],
    ["\u{1f600}", "\u{1f600}"],
  ])("%j → %j", (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });
  test("is bounded and cuts no character in half", () => {
    expect(safeText("x".repeat(1000))).toBe(`${"x".repeat(499)}…`);
    expect(safeText("\u{1f600}".repeat(1000), 10)).toBe(`${"\u{1f600}".repeat(4)}…`);
    expect(safeText(`${"\u001b[0m".repeat(100_000)}x`).length).toBeLessThanOrEqual(500);
  });
  test("any text: one line, no control characters, bounded, and nothing more to do", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("\u001b", "[", "]", "0", "m", "\u0007", "\\", "x", "\u009b", "\n"))
        .map((c) => c.join("")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (input, limit) => {
        const safe = safeText(input, limit);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(safe.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe("answerText", () => {
  test.each<[Json, string | undefined, string]>([
    [1.5, "1.50", "1.50"],
    [1.5, undefined, "1.5"],
    ["a \n b", undefined, "a   b"],
    [["h1", "W"], undefined, '["h1", "W"]'],
    [{ a: [1, null], b: true }, undefined, '{"a": [1, null], "b": true}'],
    [null, undefined, "null"],
  ])("%j", (value, source, text) => {
    expect(answerText({ value, ...(source && { source }) })).toBe(text);
  });
  test("long and deep values are bounded", () => {
    let deep: Json = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(answerText({ value: deep })).toContain("…");
    expect(answerText({ value: Array.from({ length: 100_000 }, () => "xyz") }).length).toBeLessThanOrEqual(500);
  });
});
