/** Puts the model's own numbers into the patterns of criteria: `{L @ set2}` is the value of L in the case set2. */

import { ModelError } from "../../engine/model.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { parse } from "../../formula/parse.ts";

/** A formula and the case that it is evaluated in. */
export const modelNumber = /\{([^{}@]+)@([^{}@]+)\}/g;

/** One that is all there is of an alternative. */
const wholeAlternative = new RegExp(`(^|[|&] )${modelNumber.source}(?=$| [|&~])`, "g");
const wholePhrase = new RegExp(`^${modelNumber.source}$`);

/** Every text in `part` with numbers in place of what asks for them; in lists of phrases each spelling is one. */
export function withModelNumbers<T>(part: T, derivation: Derivation): T {
  return filled(part, derivation) as T;
}

function filled(part: unknown, derivation: Derivation): unknown {
  if (Array.isArray(part)) {
    const parts: unknown[] = part;
    return parts.flatMap((one) => (typeof one === "string" ? [...fill(one, derivation)] : [filled(one, derivation)]));
  }
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value, derivation)]));
}

/** A phrase that is nothing but a number has several spellings; an alternative of a pattern becomes alternatives. */
function fill(text: string, derivation: Derivation): readonly string[] {
  if (!text.includes("@")) return [text];
  const alone = wholePhrase.exec(text.trim());
  if (alone !== null) return spellings(amountOf(derivation, alone[1] ?? "", alone[2] ?? ""));
  const whole = text.replace(
    wholeAlternative,
    (_, before: string, formula: string, name: string) =>
      before + spellings(amountOf(derivation, formula, name)).join(" | "),
  );
  return [whole.replace(modelNumber, (_, formula: string, name: string) => spelt(amountOf(derivation, formula, name)))];
}

/** The amount of a value; its sign is a word of its own in patterns. @throws ModelError */
function amountOf(derivation: Derivation, formula: string, caseName: string): number {
  const declared = new Set(
    derivation
      .unrolled()
      .families()
      .map(({ name }) => name),
  );
  const parsed = parse(formula.trim(), { sequences: true, declared });
  if (!parsed.ok) throw new ModelError("model.unknown-name", { name: formula.trim(), equation: formula.trim() });
  const { unrolled, node } = derivation.formula({ text: formula.trim(), syntax: parsed.syntax });
  const value = derivation.values(unrolled, caseName.trim())[node] as number;
  if (!Number.isFinite(value)) throw new ModelError("model.bad-value", { name: formula.trim(), found: String(value) });
  return Math.abs(value);
}

function spelt(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** As students write it: whole numbers as they are, others rounded, or cut off, after two to four places. */
function spellings(value: number): readonly string[] {
  if (Math.abs(value - Math.round(value)) < 0.005) return [String(Math.round(value))];
  const cut = Math.floor(value * 100) / 100;
  return [...new Set([cut.toFixed(2), (cut + 0.01).toFixed(2), value.toFixed(3), value.toFixed(4)])];
}
