import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { say } from "../../src/formula/messages.ts";
import { longestFormula, type ParseOptions, parse } from "../../src/formula/parse.ts";
import type { Words } from "../../src/messages/message.ts";
import { safeText } from "../../src/messages/safeText.ts";
import { show } from "./show.ts";

const table = (file: string) => parseYaml(readFileSync(new URL(file, import.meta.url), "utf8"));
const words: Readonly<Record<string, Words>> = say.words;
const names = new Set("y1 y2 h0 h1 h2 tau1 tau2 W V U x1 x2".split(" "));

/** Text, first reading, other reading, its column, an example of each. */
type Ambiguous = [string, string, string?, number?, string?, string?];

function read(text: string, options: ParseOptions = { names }): string {
  const result = parse(text, options);
  return result.ok ? show(result.syntax) : `${result.error.code} ${JSON.stringify(result.error.params)}`;
}

describe.each(Object.entries(table("formulas.yaml") as Record<string, [string, string][]>))("%s", (_, rows) => {
  it.each(rows)("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
    const result = parse(text, { names });
    expect(result.ok && result.ambiguous).toBeFalsy();
  });
});

describe("two readings", () => {
  it.each(table("ambiguous.yaml") as Ambiguous[])("%j", (text, first, other, at, ...examples) => {
    const result = parse(text, { names });
    if (!result.ok) throw new Error(result.error.code);
    expect(show(result.syntax)).toBe(first);
    expect(result.ambiguous && show(result.ambiguous)).toBe(other);
    expect(result.readings && [result.readings.at, result.readings.first, result.readings.second]).toEqual(
      other && [at, ...examples],
    );
  });
});

describe("calculations", () => {
  it.each(table("calculations.yaml") as [string, string, string | null, string[]?][])(
    "%j",
    (text, expected, heading, steps = []) => {
      const result = parse(text, { names: new Set([...names, "z"]), worked: true });
      if (!result.ok) return expect([result.error.code, null]).toEqual([`expression.${expected}`, heading]);
      expect(show(result.syntax)).toBe(expected);
      const { of, wrt, order, inside } = result.headings[0] ?? {};
      expect(
        of === undefined ? null : `${of}${wrt === undefined ? "" : ` by ${wrt}`} ${order}${inside ? " inside" : ""}`,
      ).toBe(heading);
      expect(result.steps.map(show)).toEqual(steps);
    },
  );

  it("have a bounded number of sides", () => {
    expect(read(`V${"=V".repeat(1999)}`, { names, worked: true })).toMatch(/^expression.equation/);
  });
});

describe("names that are offered", () => {
  const many = new Set(Array.from({ length: 20 }, (_, i) => `a${i}`).concat("W", "b1"));
  it.each([
    ["q", many, undefined, [...[...many].slice(0, 16), "…"]],
    ["q", many, ["W", "b"], ["W", "b1"]],
    ["q", names, ["y", "h", "tau", "W", "V"], ["y1", "y2", "h0", "h1", "h2", "tau1", "tau2", "W", "V"]],
    ["w", many, ["b"], ["b1"]],
    ["w", many, ["b", "W"], ["W"]],
    ["t1", names, ["y", "h", "tau"], ["tau1"]],
    ["H1", names, ["y", "h", "tau"], ["h1"]],
    ["s2", names, ["y", "h", "tau", "W"], ["y2", "h2", "tau2"]],
  ])("%s: %#", (text, known, preferred, suggestions) => {
    expect(parse(text, { names: known, preferred })).toMatchObject({ ok: false, error: { params: { suggestions } } });
  });
});

describe("what cannot be read", () => {
  it.each(table("errors.yaml") as [string, string, string, object?][])("%j: %s", (text, reason, place, params = {}) => {
    const result = parse(text, { names });
    if (result.ok) throw new Error(show(result.syntax));
    const { code, at, params: found } = result.error;
    expect(code).toBe(`expression.${reason}`);
    expect(`${at.start}-${at.end}`).toBe(place);
    expect(found).toMatchObject({
      ...params,
      at: at.start - text.lastIndexOf("\n", at.start - 1),
      here: safeText(text.slice(at.start, at.end)),
    });
    for (const text of [words[code]?.en ?? "", words[code]?.de ?? ""])
      for (const [, name = ""] of text.matchAll(/\{(\w+)/g)) expect(Object.keys(found)).toContain(name);
  });
});

it("points at the place in its line", () => {
  const result = parse("let d1 = 1-h1^2\nthen \u200b V*(h0*d1", { names, worked: true });
  expect(result).toMatchObject({
    error: { place: { line: "then   V*(h0*d1", start: 9, end: 10 }, params: { at: 10 } },
  });
});

describe("an author's own formula", () => {
  it.each([
    ["alpha*x + Vh0", "(add (multiply alpha x) Vh0)"],
    ["f(x)", "(multiply f x)"],
    ["τ_1^2", "(power tau1 2)"],
    ["W_{hh}h", "(multiply W_hh h)"],
    ["sqrt(3)", "(sqrt 3)"],
    ["e^x + pi", "(add (exp x) pi)"],
  ])("%s", (text, expected) => {
    expect(read(text, {})).toBe(expected);
  });
});

describe("equations in time", () => {
  it.each([
    ["tanh(a*x[t] + b*h[t-1] + c)", "(tanh (add (multiply a x[1t+0T+0]) (multiply b h[1t+0T-1]) c))"],
    ["a x_t + b h_{t-1}", "(add (multiply a x[1t+0T+0]) (multiply b h[1t+0T-1]))"],
    ["x[2*t] + x[T-t+1] + x[2t]", "(add x[2t+0T+0] x[-1t+1T+1] x[2t+0T+0])"],
    ["k[t+1] + y[T]", "(add k[1t+0T+1] y[0t+1T+0])"],
    ["h[0] + h_1 + h[-1]", "(add h0 h1 h[-1])"],
    ["sum(y[t]^2)", "(sum (power y[1t+0T+0] 2))"],
    ["prod(y)", "(prod y)"],
    ["xₜ₋₁", "x[1t+0T-1]"],
    ["h^{(t-1)}", "h[1t+0T-1]"],
    ["h_(t-1)", "h[1t+0T-1]"],
  ])("%s", (text, expected) => {
    expect(read(text, { sequences: true })).toBe(expected);
    expect(read(text, { sequences: true, names: new Set("abchkxy") })).toBe(expected);
  });

  it("have names run together as formulas do", () => {
    expect(read("ax_{t}", { sequences: true, names: new Set("ax") })).toBe("(multiply a x[1t+0T+0])");
  });

  it("have powers where an index is no time", () => {
    expect(read("c^{(2)}", { sequences: true })).toBe("(power c 2)");
    expect(read("c^(t-1)", { sequences: true })).toBe("(power c (subtract t 1))");
  });

  it.each(["h[t*t]", "h[x]", "h[t/2]", "h[]", "h[0.5]"])("%s has no index linear in t and T", (text) => {
    expect(read(text, { sequences: true })).toMatch(/^expression.bad-index/);
  });
});

describe("names that may be used", () => {
  it("are read whole before they are split", () => {
    expect(read("Vh0", { names: new Set(["Vh0", "V", "h0"]) })).toBe("Vh0");
    expect(read("Wh", { names: new Set(["W", "h", "W_h"]) })).toBe("(multiply W h)");
    expect(read("W_h", { names: new Set(["W", "h", "W_h"]) })).toBe("W_h");
    expect(read("Whh + b_h", { names: new Set(["W_hh", "bh"]) })).toBe("(add W_hh bh)");
  });

  it("are not split in one of two ways", () => {
    const result = parse("abc", { names: new Set(["a", "ab", "bc", "c"]) });
    expect(result).toMatchObject({
      ok: false,
      error: { code: "expression.ambiguous-name", params: { readings: ["ab*c", "a*bc"] } },
    });
  });

  it("win over functions, constants, derivatives and exponents", () => {
    const own = new Set(["sigma", "e", "pi", "dh1", "dW", "e1", "ln"]);
    expect(read("sigma(e)", { names: own })).toBe("(multiply sigma e)");
    expect(read("e^pi", { names: own })).toBe("(power e pi)");
    expect(read("dh1/dW", { names: own })).toBe("(divide dh1 dW)");
    expect(read("2e1 ln", { names: own })).toBe("(multiply 2 e1 ln)");
  });

  it("may have an index below zero", () => {
    expect(read("h[-1] h_{-1}", { names: new Set(["h[-1]"]) })).toBe("(multiply h[-1] h[-1])");
  });
});

describe("limits", () => {
  const code = (text: string) => {
    const result = parse(text);
    return result.ok ? "ok" : result.error.code;
  };

  it("reads up to 4000 characters, however flat", () => {
    expect(code(`a${"+bc".repeat(1333)}`)).toBe("ok");
    expect(code(`a${"-b".repeat(1999)}`)).toBe("ok");
    expect(code("a/b*".repeat(990).concat("c"))).toBe("ok");
    expect(code("a ".repeat(2000))).toBe("ok");
    expect(code(`${"-".repeat(3999)}a`)).toBe("ok");
    expect(code("a".repeat(longestFormula + 1))).toBe("expression.too-long");
  });

  it("reads up to 200 levels, whatever nests", () => {
    expect(code(`${"(".repeat(200)}a${")".repeat(200)}`)).toBe("ok");
    expect(code(`${"tanh(".repeat(100)}a${")".repeat(100)}`)).toBe("ok");
    for (const text of [
      `${"(".repeat(201)}a${")".repeat(201)}`,
      "(".repeat(4000),
      `${"tanh ".repeat(700)}a`,
      `${"a^".repeat(1999)}a`,
      `${"a^-".repeat(1300)}a`,
      `${"√".repeat(3999)}a`,
      "|".repeat(4000),
      `${"\\frac1".repeat(600)}2`,
      `${"\\frac{1}{".repeat(400)}`,
      `${"\\sqrt ".repeat(600)}2`,
      `${"1/(".repeat(201)}2${")".repeat(201)}`,
    ]) {
      expect(code(text), text.slice(0, 20)).toBe("expression.too-deep");
    }
  });

  it("quotes nothing that a terminal obeys", () => {
    const result = parse("V \u001b[31m\u0007 \u202e _{\u001b[0m}");
    expect(JSON.stringify(result)).not.toMatch(/\\u001b|\\u0007|\u202e/);
  });
});
