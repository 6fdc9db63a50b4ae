/** The order of names. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { byNaturalOrder } from "../../src/course/order.ts";

test("numbers count, everything else is compared as written", () => {
  const sorted = [
    "",
    "Z",
    "a",
    "a/1",
    "a1b",
    "a2",
    "a02",
    "a002x",
    "a10",
    "a10b2",
    "a10b10",
    "a99999999999999999999999",
    "b",
    "ä",
  ];
  expect(sorted.toReversed().sort(byNaturalOrder)).toEqual([
    "",
    "Z",
    "a",
    "a/1",
    "a1b",
    "a02",
    "a2",
    "a002x",
    ...sorted.slice(8),
  ]);
});

test("it is an order: one of a < b, a = b, a > b, and transitive", () => {
  const name = fc.string({ unit: fc.constantFrom("0", "1", "2", "9", "a", "/", ":", "é"), maxLength: 6 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(byNaturalOrder(a, b))).toBe(-Math.sign(byNaturalOrder(b, a)) || 0);
      expect(byNaturalOrder(a, b) === 0).toBe(a === b);
      if (byNaturalOrder(a, b) < 0 && byNaturalOrder(b, c) < 0) expect(byNaturalOrder(a, c)).toBeLessThan(0);
    }),
    { numRuns: 3000 },
  );
});
