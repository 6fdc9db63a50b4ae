/** Recognizes values without a name of their own by their formulas: `1-g2` for `1 - g2`. Knows no model. */

import { canonicalName } from "../../engine/names.ts";
import { compare } from "../../formula/equal/compare.ts";
import { type Formula, formulaOf } from "../../formula/equal/formula.ts";
import { freeSpace } from "../../formula/equal/spaces.ts";
import { parse } from "../../formula/parse.ts";

/** Longer texts are no formula of one value. */
const longestFormula = 500;

/** Those of some values that are formulas and no names. */
export function unnamedValues(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].filter((value) => canonicalName(value) === undefined);
}

/** Which of `values` a text is a way to write; undefined for a name, for what is no formula, and for another one. */
export function formulaReader(values: readonly string[]): (text: string) => string | undefined {
  const space = freeSpace();
  const known = values.flatMap((value) => {
    const formula = read(value);
    return formula === undefined ? [] : [{ value, formula }];
  });
  return (text) => {
    if (known.length === 0 || text.length > longestFormula || canonicalName(text) !== undefined) return undefined;
    const formula = read(text);
    return formula && known.find((other) => compare(space, formula, other.formula).verdict === "equal")?.value;
  };
}

function read(text: string): Formula | undefined {
  const parsed = parse(text);
  return parsed.ok ? formulaOf(parsed.syntax) : undefined;
}
