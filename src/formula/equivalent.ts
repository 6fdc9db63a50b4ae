/** Whether two formulas, as written, are the same function of their variables. */

import { canonicalName } from "../engine/names.ts";
import { type Comparison, compare, type Undecided } from "./equal/compare.ts";
import { formulaOf } from "./equal/formula.ts";
import type { Domain, Point } from "./equal/points.ts";
import { freeSpace } from "./equal/spaces.ts";
import { type ParseError, type ParseResult, parse } from "./parse.ts";

export type { Domain } from "./equal/points.ts";

export type Equivalence =
  /**
   * On the common domain. `onlyLeft` and `onlyRight` stand where that domain is not the whole one: values by name, an
   * example of many, at which only that formula has a value.
   */
  | {
      readonly verdict: "equal";
      readonly onlyLeft?: ReadonlyMap<string, number>;
      readonly onlyRight?: ReadonlyMap<string, number>;
    }
  /** At `witness` (values by name) the formulas have the values `left` and `right`. */
  | {
      readonly verdict: "different";
      readonly witness: ReadonlyMap<string, number>;
      readonly left: number;
      readonly right: number;
    }
  /**
   * `undefined`: nowhere are both defined; `too-few-points`: hardly anywhere; `precision`: they agree to all digits
   * that could be computed, but those are too few to be sure.
   */
  | { readonly verdict: "undecided"; readonly reason: Undecided }
  /** `which` formula cannot be read, and why: a message with its place. */
  | { readonly verdict: "unreadable"; readonly which: "left" | "right"; readonly error: ParseError };

export interface EquivalenceOptions {
  /** Where variables live; those not listed are real. */
  readonly variables?: Readonly<Record<string, Domain>>;
}

/**
 * Compares two formulas (plain, Unicode or LaTeX) on the domain where both are defined. Deterministic, symmetric, never
 * throws, whatever the texts; every comparison is bounded in work.
 */
export function equivalent(left: string, right: string, options: EquivalenceOptions = {}): Equivalence {
  const variables = new Map(
    Object.entries(options.variables ?? {}).map(([name, domain]) => [canonicalName(name) ?? name, domain] as const),
  );
  const a = readBeside(left, right, variables.keys());
  if (!a.ok) return { verdict: "unreadable", which: "left", error: a.error };
  const b = readBeside(right, left, variables.keys());
  if (!b.ok) return { verdict: "unreadable", which: "right", error: b.error };
  const [f, g] = [formulaOf(a.syntax), formulaOf(b.syntax)];
  return reported(compare(freeSpace(variables), f, g), [...f.names, ...g.names]);
}

/** Reads a formula in the names of the one beside it, where it can be: `2xy` is 2·x·y beside (x + y)². */
function readBeside(text: string, other: string, declared: Iterable<string>): ParseResult {
  const beside = parse(other);
  const names = new Set([...declared, ...(beside.ok ? formulaOf(beside.syntax).names : [])]);
  const reading = parse(text, { names });
  return reading.ok ? reading : parse(text);
}

function reported(comparison: Comparison, names: readonly string[]): Equivalence {
  if (comparison.verdict === "undecided") return { verdict: "undecided", reason: comparison.reason };
  if (comparison.verdict === "equal") {
    const { onlyLeft, onlyRight } = comparison;
    return {
      verdict: "equal",
      ...(onlyLeft && { onlyLeft: coordinates(onlyLeft, names) }),
      ...(onlyRight && { onlyRight: coordinates(onlyRight, names) }),
    };
  }
  const { point, left, right } = comparison;
  return { verdict: "different", witness: coordinates(point, names), left, right };
}

/** The values of `names` at a point, in alphabetical order. */
function coordinates(point: Point, names: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort().map((name) => [name, point.double(name)]));
}
