/** What is found out about a terminal, and how wide texts are in it. */

import * as fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { toAscii } from "../../../src/cli/view/characters.ts";
import { detectStyle, type OutputStream, shellCommand } from "../../../src/cli/view/style.ts";
import { displayWidth, graphemes, truncate, wrap } from "../../../src/cli/view/text.ts";
import { alignNumbers, shortNumber } from "../../../src/cli/view/traceView.ts";

const pipe: OutputStream = {};
const terminal: OutputStream = { isTTY: true, columns: 100, getColorDepth: () => 8 };

test.each([
  ["a pipe", pipe, {}, undefined, false],
  ["a terminal", terminal, {}, undefined, true],
  ["a dumb terminal", terminal, { TERM: "dumb" }, undefined, false],
  ["a terminal without colour", { ...terminal, getColorDepth: () => 1 }, {}, undefined, false],
  ["NO_COLOR", terminal, { NO_COLOR: "1" }, undefined, false],
  ["empty NO_COLOR", terminal, { NO_COLOR: "" }, undefined, true],
  ["FORCE_COLOR in a pipe", pipe, { FORCE_COLOR: "" }, undefined, true],
  ["FORCE_COLOR=3", pipe, { FORCE_COLOR: "3" }, undefined, true],
  ["FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, undefined, false],
  ["NO_COLOR over FORCE_COLOR", terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, undefined, false],
  ["--color over NO_COLOR", pipe, { NO_COLOR: "1" }, true, true],
  ["--no-color over FORCE_COLOR", terminal, { FORCE_COLOR: "1" }, false, false],
] as const)("colour: %s", (_, stream, env, flag, color) => {
  expect(detectStyle(stream, env, "en", flag).color).toBe(color);
});

test.each([
  ["the terminal's", terminal, { COLUMNS: "60" }, 100],
  ["COLUMNS in a pipe", pipe, { COLUMNS: "60" }, 60],
  ["80 otherwise", pipe, {}, 80],
  ["nonsense in COLUMNS", pipe, { COLUMNS: "wide" }, 80],
  ["never below 40", { columns: 3 }, {}, 40],
  ["never above 200", { columns: 1000 }, {}, 200],
] as const)("width: %s", (_, stream, env, width) => {
  expect(detectStyle(stream, env).width).toBe(width);
});

test.each([
  [{ LANG: "de_DE.UTF-8" }, true],
  [{ LANG: "C.utf8" }, true],
  [{ LANG: "C" }, false],
  [{}, false],
  [{ LANG: "en_US.UTF-8", LC_ALL: "C" }, false],
  [{ LC_CTYPE: "en_US.UTF-8" }, true],
  [{ WT_SESSION: "1" }, true],
] as const)("Unicode with %j: %j", (env, unicode) => {
  expect(detectStyle(pipe, env).unicode).toBe(unicode);
});

test.each([
  "plain",
  "häßlich",
  "日本語",
  "e\u0301",
  "🇩🇪",
  "1️⃣",
  "ｱﾞ",
  "각",
  "\u1112\u1161\u11ab",
  "\u1b05\u1b35",
  "✓✗◐–•→…─│█░▒▲",
  "hₜ₋₁ = Σ yₜ²",
  "\u200b",
  "",
])("width of %j", (text) => {
  expect(displayWidth(text)).toBe(stringWidth(text));
});

test("no text is taken for narrower than it is, and its pieces make it up", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(displayWidth(text)).toBeGreaterThanOrEqual(stringWidth(text));
      expect(
        graphemes(text)
          .map((grapheme) => grapheme.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test.each([
  ["short", 10, "short"],
  ["a longer text", 10, "a longer…"],
  ["日本語日本語", 6, "日本…"],
])("%s cut to %d columns", (text, width, cut) => {
  expect(truncate(text, width, "…")).toBe(cut);
});

test.each([
  ["one two three", 7, 0, ["one two", "three"]],
  ["one two three", 8, 2, ["one two", "  three"]],
  ["one\ntwo", 20, 2, ["one", "  two"]],
  ["unbreakable", 4, 0, ["unbr", "eaka", "ble"]],
  ["a unbreakable", 6, 0, ["a", "unbrea", "kable"]],
  ["日本語日本語", 5, 0, ["日本", "語日", "本語"]],
  ["  indented text", 10, 4, ["  indented", "    text"]],
  ["", 10, 0, [""]],
])("%j wrapped to %d columns, hanging by %d", (text, width, hanging, lines) => {
  expect(wrap(text, width, hanging)).toEqual(lines);
});

test("a colour that goes on over the end of a line ends there and begins again", () => {
  expect(wrap("\u001b[36m\u001b[1mone two\u001b[22m\u001b[39m three", 5)).toEqual([
    "\u001b[36m\u001b[1mone\u001b[22m\u001b[39m",
    "\u001b[36m\u001b[1mtwo\u001b[22m\u001b[39m",
    "three",
  ]);
});

test.each([
  [0, "0"],
  [-0, "0"],
  [2, "2"],
  [0.455010123, "0.45501"],
  [1.999999998884, "2"],
  [1.115789e-9, "1.11579e-9"],
  [0.00012345678, "0.000123457"],
  [-123456.789, "-123457"],
  [1234567, "1234567"],
  [12345678, "1.23457e7"],
  [1e300, "1e300"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "-Infinity"],
])("%d is written %s", (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test("numbers stand with their decimal points one below the other", () => {
  expect(alignNumbers([1, -12.5, undefined, 1e-9])).toEqual(["  1   ", "-12.5 ", "      ", "  1e-9"]);
});

test.each([
  ["“τ₁ ≤ h₂” … x² − y⁻¹", '"tau1 <= h2" ... x^2 - y^(-1)'],
  ["hₜ₋₁ → ∞", "h_(t-1) -> inf"],
  ["für 日本", "für 日本"],
])("%s in ASCII: %s", (text, ascii) => {
  expect(toAscii(text)).toBe(ascii);
});

test("arguments are quoted where a shell would take them apart", () => {
  expect(shellCommand(["rnn-check", "ex6", "a b's $(x).json"])).toBe(`rnn-check ex6 'a b'\\''s $(x).json'`);
});
