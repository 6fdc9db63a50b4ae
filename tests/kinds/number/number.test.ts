import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Json } from "../../../src/kinds/judgement.ts";
import { longestNumber, readNumber } from "../../../src/kinds/number/read.ts";

type Row = [text: string, value: number, decimals: number, significant: string, thousands?: number];

const { formulas, errors, ...written } = parseYaml(
  readFileSync(new URL("numbers.yaml", import.meta.url), "utf8"),
) as Record<string, Row[]> & { formulas: [string, number][]; errors: [Json, string, object?][] };

function read(value: Json, source?: string) {
  return readNumber({ value, ...(source !== undefined && { source }) });
}

describe.each(Object.entries(written))("%s", (_, rows) => {
  it.each(rows)("%j", (text, expected, decimals, significant, thousands) => {
    const [min, max] = significant.split("-").map(Number);
    const given = [{ value: expected, written: { decimals, significant: { min, max } } }, { value: thousands }];
    expect(read(text)).toMatchObject({ ok: true, given: thousands === undefined ? given.slice(0, 1) : given });
  });
});

describe("calculations", () => {
  it.each(formulas)("%j", (text, expected) => {
    expect(read(text)).toEqual({ ok: true, given: [{ value: expected }] });
  });
});

describe("what is no number", () => {
  it.each(errors)("%j: %s", (answer, code, params = {}) => {
    const reading = read(answer);
    if (reading.ok) throw new Error(JSON.stringify(reading.given));
    expect(reading.error).toMatchObject({ code, params });
  });

  it("is what is too long", () => {
    expect(read("1".repeat(longestNumber))).toMatchObject({ ok: true });
    expect(read("1".repeat(longestNumber + 1))).toMatchObject({ ok: false, error: { code: "number.too-long" } });
  });
});

describe("JSON numbers", () => {
  it.each([
    [1.5, "1.50", 2, "3-3"],
    [1.5, undefined, 1, "2-2"],
    [100, "100", 0, "1-3"],
    [100, "1e2", -2, "1-1"],
    [0, "0.00", 2, "1-2"],
    [-0.46, "-0.460", 3, "3-3"],
    [1e21, undefined, -21, "1-1"],
    [1e-7, undefined, 7, "1-1"],
  ] as const)("%d written %j", (number, source, decimals, significant) => {
    const [min, max] = significant.split("-").map(Number);
    const written = { decimals, significant: { min, max } };
    expect(read(number, source)).toMatchObject({ ok: true, given: [{ value: number, written }] });
  });

  it("may overflow", () => {
    expect(read(Number.POSITIVE_INFINITY, "1e999")).toMatchObject({ ok: false, error: { code: "number.not-finite" } });
  });
});
