import { expect, test } from "vitest";
import { partialPoints } from "../../../src/kinds/judgement.ts";

test.each([
  [6, 11 / 12, 5.5],
  [6, 0.5, 3],
  [6, 1, 5.5],
  [6, -1, 0],
  [2, 4 / 6, 1],
  [2, 0.3, 0.5],
  [1, 0.5, 0.5],
  [1, 0.49, 0],
  [1, 0.99, 0.5],
  [0.5, 0.5, 0.25],
  [0.5, 0.99, 0.25],
  [0.7, 1, 0.35],
  [0, 0.5, 0],
  [3, 0.7, 2],
])("of %d points the share %d is %d", (points, share, part) => {
  expect(partialPoints(points, share)).toBe(part);
});
