import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Syntax } from "../../src/engine/syntax.ts";
import { parse } from "../../src/formula/parse.ts";
import { readNumber } from "../../src/kinds/number/read.ts";
import { residue } from "./show.ts";

const names = new Set(["h0", "h1", "tau1", "V", "W"]);
const pieces = [
  ..."+-*/^()[]{}|,.;:=_'²₁0123456789ehVWtτ∂√∞~$&% \t\n\r\f\b\\",
  ...["tanh", "tau1", "h_1", "h1", "dh1/dW", "\\frac", "\\tanh", "\\left(", "\\right)", "\\tau_1", "^{", "_{", "**"],
  ...["e^", "1e5", "0,5", "\\sqrt[", "log_", "sum(", "h[t-1]", "\\mathrm{", "\\begin{", "constructor", "__proto__"],
  ...["\\over ", "\\mathop{", "{}", "^{(1)}", "_(", "np.", "Tanh(", "√2", "dz/dW =", "...", "weiß", "\\\\", "&"],
];
const formulas = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
const anything = fc.oneof(formulas, fc.string({ unit: "binary", maxLength: 80 }), fc.string({ unit: "grapheme" }));

describe("whatever is typed", () => {
  it.each([
    { names },
    { names, worked: true, preferred: ["h"] },
    {},
    { sequences: true },
    { sequences: true, names: new Set(["h", "V", "x"]) },
  ])("gets a formula or an error with a place: %j", (options) => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = parse(text, options);
        if (result.ok) return;
        const { at, params, code } = result.error;
        expect(code).toMatch(/^expression\./);
        expect(0 <= at.start && at.start <= at.end && at.end <= text.length).toBe(true);
        expect(JSON.stringify(params)).not.toMatch(/\\u00[01]/);
      }),
      { numRuns: 3000 },
    );
  });

  it("uses only names that may be used", () => {
    const used = (syntax: Syntax): string[] =>
      syntax.kind === "call" ? syntax.args.flatMap(used) : syntax.kind === "name" ? [syntax.name] : [];
    fc.assert(
      fc.property(formulas, (text) => {
        const result = parse(text, { names });
        if (result.ok) for (const name of used(result.syntax)) expect(names).toContain(name);
      }),
      { numRuns: 3000 },
    );
  });

  it("gets a finite number or an error", () => {
    const numbers = fc.array(fc.constantFrom(...pieces, " ", "≈", "ca.", "or", "x10", "one"), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          numbers.map((parts) => parts.join("")),
          fc.jsonValue(),
        ),
        (answer) => {
          const result = readNumber({ value: answer as never });
          if (result.ok) expect(result.given.every(({ value }) => Number.isFinite(value))).toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

/** How a formula is written in one notation. */
interface Notation {
  readonly names: (name: string) => string;
  readonly group: (inner: string) => string;
  readonly times: string;
  readonly minus: string;
  readonly fraction: (a: string, b: string) => string;
  readonly square: (a: string) => string;
  readonly tanh: (a: string) => string;
}

const plain: Notation = {
  names: (name) => name,
  group: (inner) => `(${inner})`,
  times: "*",
  minus: "-",
  fraction: (a, b) => `(${a})/(${b})`,
  square: (a) => `(${a})^2`,
  tanh: (a) => `tanh(${a})`,
};
const unicode: Notation = {
  names: (name) => name.replace("tau", "τ").replace(/\d/, (digit) => "₀₁₂₃"[Number(digit)] as string),
  group: (inner) => `(${inner})`,
  times: "·",
  minus: "−",
  fraction: (a, b) => `(${a})÷(${b})`,
  square: (a) => `(${a})²`,
  tanh: (a) => `tanh(${a})`,
};
const latex: Notation = {
  names: (name) => name.replace("tau", "\\tau").replace(/(\d)/, "_{$1}"),
  group: (inner) => `\\left(${inner}\\right)`,
  times: " ",
  minus: "-",
  fraction: (a, b) => `\\frac{${a}}{${b}}`,
  square: (a) => `\\left(${a}\\right)^{2}`,
  tanh: (a) => `\\tanh\\left(${a}\\right)`,
};

function write(syntax: Syntax, notation: Notation): string {
  if (syntax.kind === "constant") return syntax.text;
  if (syntax.kind === "name") return notation.names(syntax.name);
  const [a = "", b = ""] = syntax.args.map((arg) => write(arg, notation));
  switch (syntax.operation) {
    case "add":
      return notation.group(`${a}+${b}`);
    case "subtract":
      return notation.group(`${a}${notation.minus}${notation.group(b)}`);
    case "multiply":
      return notation.group(`${notation.group(a)}${notation.times}${notation.group(b)}`);
    case "divide":
      return notation.group(notation.fraction(a, b));
    case "negate":
      return notation.group(`${notation.minus}${notation.group(a)}`);
    case "power":
      return notation.square(a);
    default:
      return notation.tanh(a);
  }
}

const two: Syntax = { kind: "constant", value: 2, text: "2" };
const { formula } = fc.letrec<{ formula: Syntax; call: Syntax; leaf: Syntax }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...names).map((name): Syntax => ({ kind: "name", name })),
    fc
      .integer({ min: 1, max: 99 })
      .map((number): Syntax => ({ kind: "constant", value: number, text: String(number) })),
  ),
  call: fc.oneof(
    fc
      .tuple(fc.constantFrom("add", "subtract", "multiply", "divide"), tie("formula"), tie("formula"))
      .map(([operation, a, b]): Syntax => ({ kind: "call", operation, args: [a, b] })),
    fc
      .tuple(fc.constantFrom("negate", "tanh"), tie("formula"))
      .map(([operation, a]): Syntax => ({ kind: "call", operation, args: [a] })),
    tie("formula").map((a): Syntax => ({ kind: "call", operation: "power", args: [a, two] })),
  ),
  formula: fc.oneof({ maxDepth: 6 }, tie("leaf"), tie("call")),
}));

describe("what is written can be read", () => {
  const values = new Map([...names].map((name, i) => [name, 1234567 * i + 89]));

  it.each(Object.entries({ plain, unicode, latex }))("in %s notation", (_, notation) => {
    fc.assert(
      fc.property(formula, (syntax) => {
        const text = write(syntax, notation);
        const result = parse(text, { names });
        if (!result.ok) {
          expect(text.length > 4000 || result.error.code).toBe(true);
          return;
        }
        expect(residue(result.syntax, values)).toBe(residue(syntax, values));
      }),
      { numRuns: 500 },
    );
  });
});
