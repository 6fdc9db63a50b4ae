/** What to say if known mistakes explain an answer: the one, or that several do. Knows codes, not how they were found. */

import type { MessageCode } from "../messages/catalogue.ts";
import type { Feedback, Parameter } from "./judgement.ts";

export interface NamedMistake {
  readonly code: MessageCode;
  readonly params?: Readonly<Record<string, Parameter>>;
  /** Mistakes that say the same; where one of them fits as well, this one is not told. */
  readonly unless?: readonly MessageCode[] | undefined;
}

/** With more explanations than these, none of them helps; that there are so many is told. */
const mostExplanations = 3;

/** Feedback on mistakes that lead to one and the same answer; each code once. */
export function namedMistakes(fitting: readonly NamedMistake[]): readonly Feedback[] {
  const byCode = new Map<MessageCode, Feedback>();
  const codes = new Set(fitting.map(({ code }) => code));
  for (const { code, params, unless } of fitting) {
    if (unless?.some((other) => codes.has(other))) continue;
    const all = merged(byCode.get(code)?.params, params);
    byCode.set(code, all === undefined ? { code } : { code, params: all });
  }
  if (byCode.size > mostExplanations) return [{ code: "mistake.many", params: { n: byCode.size } }];
  const named = [...byCode.values()];
  return byCode.size < 2 ? named : [{ code: "mistake.ambiguous", params: { n: byCode.size } }, ...named];
}

type Params = NamedMistake["params"];

/** What one and the same mistake may have been about, all of it: told is what fits, not what came first. */
function merged(first: Params, second: Params): Params {
  if (first === undefined || second === undefined) return first ?? second;
  const all = Object.entries(first).map(([key, value]) => {
    const listed = [value, second[key] ?? []].flat().map(String);
    const different = [...new Set(listed)];
    return [key, different.length === 1 ? (different[0] as string) : different] as const;
  });
  return Object.fromEntries(all);
}

/** The share of the points that is certain, whichever of the mistakes it was. */
export function certainShare(found: readonly Feedback[], shareOf: (code: MessageCode) => number): number {
  const shares = found.filter(({ code }) => code !== "mistake.ambiguous").map(({ code }) => shareOf(code));
  return shares.length === 0 ? 0 : Math.min(1, ...shares);
}
