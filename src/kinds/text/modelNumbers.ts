/** Puts the model's own numbers into the patterns of criteria: `{L @ set2}` is the value of L in the case set2. */

import { ModelError } from "../../engine/model.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { parse } from "../../formula/parse.ts";
import type { Criterion } from "./criterion.ts";

/** A formula and the case that it is evaluated in. */
export const modelNumber = /\{([^{}@]+)@([^{}@]+)\}/g;

/** A number that is all there is of an alternative may be spelt in several ways. @throws ModelError */
export function withModelNumbers(criteria: readonly Criterion[], derivation: Derivation): readonly Criterion[] {
  const written = JSON.stringify(criteria);
  const filled = written.replace(modelNumber, (found, formula: string, name: string, at: number) => {
    const value = amountOf(derivation, formula.trim(), name.trim());
    const isAll = /["|&] ?$/.test(written.slice(0, at)) && /^(?:"| [|&~])/.test(written.slice(at + found.length));
    return isAll ? spellings(value).join(" | ") : String(Number(value.toPrecision(6)));
  });
  return JSON.parse(filled);
}

/** The amount of a value; its sign is a word of its own in patterns. */
function amountOf(derivation: Derivation, text: string, caseName: string): number {
  const families = derivation.unrolled().families();
  const parsed = parse(text, { sequences: true, declared: new Set(families.map(({ name }) => name)) });
  if (!parsed.ok) throw new ModelError("model.unknown-name", { name: text, equation: text });
  const { unrolled, node } = derivation.formula({ text, syntax: parsed.syntax }, derivation.stepsIn(caseName));
  const value = derivation.values(unrolled, caseName)[node] as number;
  if (!Number.isFinite(value)) throw new ModelError("model.bad-value", { name: text, found: String(value) });
  return Math.abs(value);
}

/** As students write it: whole numbers as they are, others rounded, or cut off, after two to four places. */
function spellings(value: number): readonly string[] {
  if (Math.abs(value - Math.round(value)) < 0.005) return [String(Math.round(value))];
  const cut = Math.floor(value * 100) / 100;
  return [...new Set([cut.toFixed(2), (cut + 0.01).toFixed(2), value.toFixed(3), value.toFixed(4)])];
}
