import { expect, test } from "vitest";
import { scanJson } from "../../src/grading/json/scan.ts";

test.each<[string, number, number, boolean]>([
  ["1", 0, 0, false],
  ["{}", 1, 0, false],
  ['{"a":{"b":[1]}}', 3, 2, false],
  ['{"a":1,"a":2}', 1, 2, false],
  ['{"a{[:1.50":"}]:1.50"}', 1, 1, false],
  ['{"a\\"":"\\\\","b":"\\\\\\"{"}', 1, 2, false],
  ["[1.5,-0.46,100,0]", 1, 0, false],
  ["[1.50]", 1, 0, true],
  ["[1, 0.0]", 1, 0, true],
  ["[138e-3]", 1, 0, true],
  ["[1E5]", 1, 0, true],
  ["[1.5e3]", 1, 0, true],
  ["[0.30000000000000004]", 1, 0, true],
])("%s", (text, depth, pairs, tellingNumbers) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(scanJson(text)).toEqual({ depth, pairs, tellingNumbers });
});

test.each(['"', '"\\', "{{{", '{"a'])("ends on %s, which is no JSON", (text) => {
  expect(scanJson(text)).toBeDefined();
});
