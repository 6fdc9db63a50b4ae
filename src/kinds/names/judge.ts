/** Judges a list of quantities against the lists that are right. */

import type { Kind } from "../../engine/model.ts";
import { canonicalName } from "../../engine/names.ts";
import type { Message } from "../../messages/message.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { type NamedMistake, toldMistakes } from "../../mistakes/possible.ts";
import { type Answer, type Judgement, judged, partialPoints, review } from "../judgement.ts";
import { Quantities } from "../quantities.ts";
import { ellipsis } from "../words.ts";
import { say } from "./messages.ts";
import { formulaReader, readNames } from "./read.ts";

export interface NamesReference {
  /** Each a complete right set of canonical names; any one of them is right, and what occurs in any never harms. */
  readonly alternatives: readonly (readonly string[])[];
  /** Names that neither count nor harm. */
  readonly optional: readonly string[];
  /** Every quantity of the model, so that feedback can say what a wrong one is. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Sets that show a known mistake. */
  readonly mistakes?: () => readonly (NamedMistake & { readonly set: readonly string[] })[];
}

/** What the words of an answer stand for. */
interface Named {
  readonly names: ReadonlySet<string>;
  /** Sequences without an index that cannot stand for all their members here. */
  readonly vague: ReadonlySet<string>;
  /** With the quantity that each may have been meant to be. */
  readonly unknown: ReadonlyMap<string, string | undefined>;
}

const mostShown = 8;

/** A judge of answers to one question worth `points`. */
export function bindNames(reference: NamesReference, points: number): (answer: Answer) => Judgement {
  const harmless = new Set([...reference.alternatives.flat(), ...reference.optional]);
  const unnamed = new Set([...harmless].filter(isUnnamed));
  const formulaName = formulaReader([...unnamed]);
  const quantities = new Quantities(
    reference.kinds,
    [...harmless].filter((name) => !unnamed.has(name)),
  );
  return ({ value }) => {
    const reading = readNames(value, formulaName);
    if (reading.is === "missing") return judged("missing");
    if (reading.is === "unreadable") return judged("invalid", 0, [reading.message]);
    if (reading.excludes) return review(points, say("names.excludes"));
    const named = resolved(reading.words, quantities, harmless, unnamed);
    return judge(named, reading.words.length === 0, harmless, reference, points);
  };
}

/** Whether a value is a formula and has no name: `1 - g2`. */
function isUnnamed(value: string): boolean {
  return canonicalName(value) === undefined;
}

function judge(
  named: Named,
  isEmpty: boolean,
  harmless: ReadonlySet<string>,
  { alternatives, kinds, mistakes = () => [] }: NamesReference,
  points: number,
): Judgement {
  const extra = [...named.names].filter((name) => !harmless.has(name));
  const wrong = extra.length + named.unknown.size;
  const compared = alternatives.map((names) => {
    const set = [...new Set(names)];
    const lacking = set.filter((name) => !named.names.has(name));
    const right = set.length - lacking.length;
    return { lacking, right, share: set.length === 0 ? 0 : Math.max(0, right - wrong) / set.length };
  });
  const vague = [...named.vague];
  const remarks = vague.length === 0 ? [] : [say("names.index-missing", { names: shortened(vague) })];
  if (wrong === 0 && compared.some(({ lacking }) => lacking.length === 0)) return judged("correct", points, remarks);
  const [best] = [...compared].sort((a, b) => b.share - a.share || b.right - a.right);
  const missing = best?.lacking.length ?? 0;
  const feedback: Message[] = [
    ...(named.unknown.size + vague.length > 0 ? [] : toldMistakes(mistakes().filter(({ set }) => isSame(set, named)))),
    ...(isEmpty ? [say("names.none")] : []),
    ...remarks,
    ...wrongNames(extra, kinds),
    ...unknownNames(named.unknown),
  ];
  if (best && missing > 0 && !isEmpty)
    feedback.push(
      best.right > 0 ? say("names.missing", { right: best.right, missing }) : say("names.none-right", { missing }),
    );
  // Values without a name can only be found by who knows that a formula may stand in the list.
  if (missing > 0 && compared[0]?.lacking.some(isUnnamed)) feedback.push(say("names.formula-missing"));
  const [solution = []] = alternatives;
  feedback.push(solution.length > 0 ? say("names.solution", { names: solution }) : say("names.solution-none"));
  const reached = partialPoints(points, best?.share ?? 0);
  return judged(reached > 0 ? "partial" : "incorrect", reached, feedback);
}

function isSame(set: readonly string[], { names }: Named): boolean {
  return new Set(set).size === names.size && set.every((name) => names.has(name));
}

function resolved(
  words: readonly string[],
  quantities: Quantities,
  harmless: ReadonlySet<string>,
  unnamed: ReadonlySet<string>,
): Named {
  const names = new Set<string>();
  const vague = new Set<string>();
  const unknown = new Map<string, string | undefined>();
  let previous: string | undefined;
  for (const [i, word] of words.entries()) {
    if (word === ellipsis) {
      const next = quantities.resolve(words[i + 1] ?? "");
      const between = previous !== undefined && next.is === "quantity" ? quantities.range(previous, next.name) : [];
      for (const name of between ?? []) names.add(name);
      continue;
    }
    const meant = unnamed.has(word) ? ({ is: "quantity", name: word } as const) : quantities.resolve(word);
    previous = meant.is === "quantity" ? meant.name : undefined;
    if (meant.is === "quantity") names.add(meant.name);
    else if (meant.is === "unknown") unknown.set(safeText(word, quotedLength), meant.nearest);
    else if (meant.members.every((name) => harmless.has(name))) for (const name of meant.members) names.add(name);
    else vague.add(meant.base);
  }
  return { names, vague, unknown };
}

/** The student's own wrong entries, grouped by what they are in the model. */
function wrongNames(extra: readonly string[], kinds: ReadonlyMap<string, Kind>): readonly Message[] {
  return (["parameter", "input", "initial", "intermediate", "output"] as const).flatMap((kind) => {
    const names = extra.filter((name) => kinds.get(name) === kind);
    return names.length === 0 ? [] : [say(`names.extra-${kind}`, { names: shortened(names), count: names.length })];
  });
}

function unknownNames(unknown: Named["unknown"]): readonly Message[] {
  const plain = [...unknown.keys()].filter((word) => unknown.get(word) === undefined);
  const close = [...unknown].flatMap(([name, nearest]) => (nearest === undefined ? [] : [{ name, nearest }]));
  return [
    ...close.slice(0, mostShown).map((params) => say("names.unknown-nearest", params)),
    ...(plain.length === 0 ? [] : [say("names.unknown", { names: shortened(plain) })]),
  ];
}

function shortened(names: readonly string[]): readonly string[] {
  return names.length <= mostShown ? names : [...names.slice(0, mostShown), "…"];
}
