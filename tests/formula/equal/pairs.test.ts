/** Labelled pairs of formulas, both ways round and with themselves. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Domain, equivalent } from "../../../src/formula/equivalent.ts";

type Row = readonly [string, string, Record<string, Domain>?];

const table = parse(readFileSync(new URL("pairs.yaml", import.meta.url), "utf8")) as Record<string, readonly Row[]>;

describe.each(Object.entries(table))("%s", (verdict, rows) => {
  const pairs = rows.map(([left, right, variables = {}]) => ({ left, right, variables }));
  it.each(pairs)("$left and $right", ({ left, right, variables }) => {
    expect(equivalent(left, right, { variables })).toMatchObject({ verdict });
    expect(equivalent(right, left, { variables })).toMatchObject({ verdict });
  });
});

it("gives as witness a point that anyone can compute again", () => {
  const found = equivalent("sqrt(x^2) + y", "x + y");
  if (found.verdict !== "different") throw new Error(found.verdict);
  const { x, y } = Object.fromEntries(found.witness) as { x: number; y: number };
  expect(found.left).toBeCloseTo(Math.abs(x) + y, 12);
  expect(found.right).toBeCloseTo(x + y, 12);
});

it("says why it is undecided", () => {
  expect(equivalent("1/(x-x)", "1")).toEqual({ verdict: "undecided", reason: "undefined" });
  expect(equivalent("tanh(1000)", "1")).toEqual({ verdict: "undecided", reason: "precision" });
});

it("says which formula cannot be read", () => {
  expect(equivalent("x", "tanh((")).toMatchObject({ verdict: "unreadable", which: "right" });
});
