/** Judges a list of quantities against the sets that are right; knows no exercise file and no formula. */

import type { MessageCode } from "../../messages/catalogue.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { type NamedMistake, toldMistakes } from "../../mistakes/told.ts";
import type { Answer, Feedback, Judgement } from "../judgement.ts";
import { partialPoints } from "../points.ts";
import { Quantities, type QuantityKind } from "../quantities.ts";
import { formulaReader, unnamedValues } from "./formulas.ts";
import { ellipsis, readNames } from "./read.ts";

export interface NamesReference {
  /** Each a complete right set of canonical names; any one of them is right, and what occurs in any never harms. */
  readonly alternatives: readonly (readonly string[])[];
  /** Names that neither count nor harm. */
  readonly optional: readonly string[];
  /** Every quantity of the model, so that feedback can say what a wrong one is. */
  readonly kinds: ReadonlyMap<string, QuantityKind>;
  /** Sets that show a known mistake. */
  readonly mistakes?: () => readonly (NamedMistake & { readonly set: readonly string[] })[];
}

/** What the words of an answer stand for. */
interface NamedQuantities {
  readonly names: ReadonlySet<string>;
  /** Sequences without an index that cannot stand for all their members here. */
  readonly vague: readonly string[];
  readonly unknown: ReadonlyMap<string, string | undefined>;
}

const mostShown = 8;

/** A judge of answers to one question worth `points`. */
export function bindNames(reference: NamesReference, points: number): (answer: Answer) => Judgement {
  const alternatives = reference.alternatives.map((names) => new Set(names));
  const harmless = new Set([...reference.alternatives.flat(), ...reference.optional]);
  const unnamed = new Set(unnamedValues(harmless));
  const formulaName = formulaReader([...unnamed]);
  const named = [...harmless].filter((name) => !unnamed.has(name));
  const quantities = new Quantities(reference.kinds, named);
  return (answer) => {
    const reading = readNames(answer.value, formulaName);
    if (!reading.ok) return without(reading.blank ? "missing" : "invalid", reading.feedback);
    if (reading.excludes) {
      return { verdict: "review", points: 0, reviewPoints: points, feedback: [{ code: "names.excludes" }] };
    }
    const quantitiesNamed = nameQuantities(reading.words, quantities, harmless, unnamed);
    return judge(quantitiesNamed, reading.words.length === 0, alternatives, harmless, reference, points);
  };
}

function judge(
  named: NamedQuantities,
  empty: boolean,
  alternatives: readonly ReadonlySet<string>[],
  harmless: ReadonlySet<string>,
  reference: NamesReference,
  points: number,
): Judgement {
  const extra = [...named.names].filter((name) => !harmless.has(name));
  const wrong = extra.length + named.unknown.size;
  let best = { share: 0, hits: -1, missing: Number.POSITIVE_INFINITY };
  for (const set of alternatives) {
    const hits = [...set].filter((name) => named.names.has(name)).length;
    const share = set.size === 0 ? 0 : Math.max(0, hits - wrong) / set.size;
    const missing = set.size - hits;
    if (missing === 0 && wrong === 0) return { verdict: "correct", points, reviewPoints: 0, feedback: vague(named) };
    if (share > best.share || (share === best.share && hits > best.hits)) best = { share, hits, missing };
  }
  const feedback: Feedback[] = [
    ...mistakesShown(named, reference),
    ...(empty ? [{ code: "names.none" as const }] : []),
    ...vague(named),
    ...wrongNames(extra, reference.kinds),
    ...unknownNames(named.unknown),
  ];
  if (best.missing > 0 && !empty && alternatives.length > 0) {
    const { hits, missing } = best;
    feedback.push(
      hits > 0
        ? { code: "names.missing", params: { right: hits, missing } }
        : { code: "names.none-right", params: { missing } },
    );
  }
  if (best.missing > 0) feedback.push(...unnamedMissing(named.names, alternatives));
  const solution = reference.alternatives[0] ?? [];
  feedback.push(
    solution.length > 0
      ? { code: "names.solution", params: { names: [...solution] }, level: "full" }
      : { code: "names.solution-none", level: "full" },
  );
  const reached = partialPoints(points, best.share);
  return { verdict: reached > 0 ? "partial" : "incorrect", points: reached, reviewPoints: 0, feedback };
}

/** Values without a name can only be found by who knows that a formula may stand in the list. */
function unnamedMissing(found: ReadonlySet<string>, alternatives: readonly ReadonlySet<string>[]): readonly Feedback[] {
  const lacking = ([set]: typeof alternatives) => unnamedValues(set ?? []).some((value) => !found.has(value));
  return lacking(alternatives) ? [{ code: "names.formula-missing" }] : [];
}

function nameQuantities(
  words: readonly string[],
  quantities: Quantities,
  harmless: ReadonlySet<string>,
  unnamed: ReadonlySet<string>,
): NamedQuantities {
  const names = new Set<string>();
  const vague = new Set<string>();
  const unknown = new Map<string, string | undefined>();
  let previous: string | undefined;
  for (const [i, word] of words.entries()) {
    if (word === ellipsis) {
      for (const name of ellipsisMembers(previous, words[i + 1], quantities)) names.add(name);
      continue;
    }
    if (unnamed.has(word)) {
      names.add(word);
      continue;
    }
    const resolved = quantities.resolve(word);
    previous = resolved.is === "quantity" ? resolved.name : undefined;
    if (resolved.is === "quantity") names.add(resolved.name);
    else if (resolved.is === "unknown") unknown.set(safeText(word, quotedLength), resolved.nearest);
    else if (resolved.members.every((name) => harmless.has(name))) for (const name of resolved.members) names.add(name);
    else vague.add(resolved.base);
  }
  return { names, vague: [...vague], unknown };
}

function ellipsisMembers(
  first: string | undefined,
  next: string | undefined,
  quantities: Quantities,
): readonly string[] {
  if (first === undefined || next === undefined) return [];
  const last = quantities.resolve(next);
  return last.is === "quantity" ? (quantities.range(first, last.name) ?? []) : [];
}

function mistakesShown(named: NamedQuantities, reference: NamesReference): readonly Feedback[] {
  if (named.unknown.size > 0 || named.vague.length > 0) return [];
  const shown = (reference.mistakes?.() ?? []).filter(
    ({ set }) => new Set(set).size === named.names.size && set.every((name) => named.names.has(name)),
  );
  return toldMistakes(shown);
}

const kindCodes = {
  parameter: "names.extra-parameter",
  input: "names.extra-input",
  initial: "names.extra-initial",
  intermediate: "names.extra-intermediate",
  output: "names.extra-output",
} as const satisfies Record<QuantityKind, MessageCode>;

/** The student's own wrong entries, grouped by what they are in the model. */
function wrongNames(extra: readonly string[], kinds: ReadonlyMap<string, QuantityKind>): Feedback[] {
  return Object.entries(kindCodes).flatMap(([kind, code]) => {
    const names = extra.filter((name) => kinds.get(name) === kind);
    return names.length === 0 ? [] : [{ code, params: { names: shortened(names), count: names.length } }];
  });
}

function unknownNames(unknown: NamedQuantities["unknown"]): Feedback[] {
  const plain = [...unknown].filter(([, nearest]) => nearest === undefined).map(([word]) => word);
  const close = [...unknown].flatMap(([name, nearest]) => (nearest === undefined ? [] : [{ name, nearest }]));
  return [
    ...close.slice(0, mostShown).map((params) => ({ code: "names.unknown-nearest" as const, params })),
    ...(plain.length === 0
      ? []
      : [{ code: "names.unknown" as const, params: { names: shortened(plain), count: plain.length } }]),
  ];
}

function vague({ vague }: NamedQuantities): Feedback[] {
  return vague.length === 0 ? [] : [{ code: "names.index-missing", params: { names: shortened(vague) } }];
}

function shortened(names: readonly string[]): string[] {
  return names.length <= mostShown ? [...names] : [...names.slice(0, mostShown), "…"];
}

function without(verdict: "missing" | "invalid", feedback: readonly Feedback[]): Judgement {
  return { verdict, points: 0, reviewPoints: 0, feedback };
}
