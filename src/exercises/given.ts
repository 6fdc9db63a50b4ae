/** What a run of a model is given: values of a case, and those that someone sets by hand. */

import { ModelError } from "../engine/model.ts";
import { canonicalName, indexedName } from "../engine/names.ts";
import type { Unrolled } from "../engine/unroll.ts";
import { uniform } from "../formula/equal/spaces.ts";
import { parse } from "../formula/parse.ts";
import { type Case, type CaseValue, caseBindings, type NestedNumbers } from "./exercise.ts";
import type { Leaf } from "./run.ts";

/** By name: a number, a sequence from t = 1 on, or a formula (in t for a sequence) as text. */
export type Given = Readonly<Record<string, number | NestedNumbers | string>>;

/**
 * Values given by hand must belong to the model and be of use to it: a misspelt name, a name that has an equation, or
 * several values for a single quantity would silently change nothing. What is read over time the `outline` tells, a run of
 * a few steps; which steps have an equation, the `whole` one.
 */
export function setValues(outline: Unrolled, whole: Unrolled, set: Given): Record<string, CaseValue> {
  const values: Record<string, CaseValue> = {};
  for (const [key, value] of Object.entries(set)) {
    const name = canonicalName(key) ?? key;
    const isWhole = isSequence(outline, name);
    const equation = equationOf(whole, isWhole ? indexedName(name, 1) : name);
    if (equation !== undefined) throw new ModelError("model.computed", { name, equation });
    if (typeof value === "object" && !isWhole)
      throw new ModelError("model.single-value", { name, values: value.map(String) });
    values[name] = typeof value === "string" ? formula(name, value) : value;
  }
  return values;
}

/** A number for everything that a model must be given, from ±0.1 to ±1.5; the same for the same seed. */
export function drawnNumbers(leaves: Iterable<Leaf>, seed: number): Case {
  const drawn: Record<string, number> = {};
  const sequences: Record<string, number[]> = {};
  let i = 0;
  for (const { family, index, isInput } of leaves) {
    const tenths = Math.floor(30 * uniform(Math.imul(seed, 0x9e3779b9) ^ ++i)) - 15;
    const value = (tenths < 0 ? tenths : tenths + 1) / 10;
    if (index === undefined) drawn[family] = value;
    else if (index < 1 || !isInput) drawn[indexedName(family, index)] = value;
    else {
      sequences[family] ??= [];
      (sequences[family] as number[])[index - 1] = value;
    }
  }
  return { ...drawn, ...sequences };
}

/** Whether `name` is that of a sequence as a whole. Leaves are what the equations read them as. */
function isSequence(unrolled: Unrolled, name: string): boolean {
  const family = unrolled.families().find((one) => one.name === name);
  if (family === undefined || family.kind === "computed") return family?.indexed === true;
  const nodes = unrolled.find(name)?.family.nodes ?? [];
  return nodes.length > 0 || (family.kind === "input" && nodes[Number.NaN] === undefined);
}

/** The equation that computes a quantity, as written. @throws ModelError on unknown names. */
function equationOf(unrolled: Unrolled, name: string): string | undefined {
  const kind = unrolled.kindOfName(name);
  if (kind !== "intermediate" && kind !== "output") return undefined;
  const found = unrolled.find(name);
  return (found?.family.single.get(found.t) ?? found?.family.equation)?.text;
}

/** Of more members than this there would be too much to see. */
const mostMembers = 100;

/** A sequence stands for its members: there is no derivative with respect to all of them at once. */
export function membersOf(outline: () => Unrolled, name: string, steps: number): readonly string[] {
  const unrolled = steps > mostMembers ? undefined : outline();
  if (unrolled === undefined || !isSequence(unrolled, name)) return [name];
  return [...unrolled.names()].filter((member) => member !== name && unrolled.find(member)?.family.name === name);
}

function formula(name: string, text: string): CaseValue {
  const parsed = parse(text, { names: new Set(["t"]) });
  if (!parsed.ok) throw new ModelError("model.bad-value", { name, found: text });
  return { text, syntax: parsed.syntax };
}

export function shownBindings(values: Case, steps: number, isFull: boolean): Given {
  const bind = caseBindings(values);
  const shown: Record<string, Given[string]> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "object" || !("syntax" in value)) shown[name] = value;
    else {
      const whole = bind(name, undefined);
      const sequence = () => Array.from({ length: steps }, (_, i) => bind(name, i + 1) ?? Number.NaN);
      shown[name] = whole !== undefined && !Number.isNaN(whole) ? whole : isFull ? sequence() : value.text;
    }
  }
  return shown;
}
