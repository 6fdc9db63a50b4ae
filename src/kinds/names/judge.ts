/** Judges a list of quantities against the lists that are right. */

import type { Kind } from "../../engine/model.ts";
import { Message } from "../../messages/message.ts";
import { type NamedMistake, toldMistakes } from "../../mistakes/possible.ts";
import { type Answer, type Judgement, judged, mostNames, partialPoints, review, shortened } from "../judgement.ts";
import { say } from "./messages.ts";
import { isUnnamed, type Named, namesReader } from "./read.ts";

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

/** A judge of answers to one question worth `points`. */
export function bindNames(reference: NamesReference, points: number): (answer: Answer) => Judgement {
  const { alternatives, optional, kinds, mistakes = () => [] } = reference;
  const harmless = new Set([...alternatives.flat(), ...optional]);
  const read = namesReader(kinds, harmless);

  return ({ value }) => {
    const named = read(value);
    if (named instanceof Message) return judged("invalid", 0, [named]);
    if (named.isUntouched && alternatives.every((names) => names.length > 0)) return judged("missing");
    if (named.excludes) return review(points, say("names.excludes"));
    const { names, vague, unknown } = named;
    const extra = [...names].filter((name) => !harmless.has(name));
    const wrong = extra.length + unknown.size;
    const compared = alternatives.map((right) => {
      const set = [...new Set(right)];
      const lacking = set.filter((name) => !names.has(name));
      const found = set.length - lacking.length;
      return { lacking, found, share: set.length === 0 ? 0 : Math.max(0, found - wrong) / set.length };
    });
    const remarks = vague.size === 0 ? [] : [say("names.index-missing", { names: shortened(vague) })];
    if (wrong === 0 && compared.some(({ lacking }) => lacking.length === 0)) return judged("correct", points, remarks);
    const [best] = [...compared].sort((a, b) => b.share - a.share || b.found - a.found);
    const { lacking, found, share } = best as (typeof compared)[number];
    const isEmpty = names.size + unknown.size + vague.size === 0;
    const shown = unknown.size + vague.size > 0 ? [] : mistakes().filter(({ set }) => isSame(set, names));
    const missing = lacking.length;
    const feedback = [
      ...toldMistakes(shown),
      ...remarks,
      ...wrongNames(extra, kinds, harmless),
      ...unknownNames(unknown),
    ];
    if (isEmpty) feedback.push(say("names.none"));
    else if (missing > 0)
      feedback.push(found > 0 ? say("names.missing", { right: found, missing }) : say("names.none-right", { missing }));
    // Values without a name can only be found by who knows that a formula may stand in the list.
    if (compared[0]?.lacking.some(isUnnamed)) feedback.push(say("names.formula-missing"));
    const [solution = []] = alternatives;
    feedback.push(solution.length > 0 ? say("names.solution", { names: solution }) : say("names.solution-none"));
    const reached = partialPoints(points, share);
    return judged(reached > 0 ? "partial" : "incorrect", reached, feedback);
  };
}

function isSame(set: readonly string[], names: ReadonlySet<string>): boolean {
  return new Set(set).size === names.size && set.every((name) => names.has(name));
}

/** The student's own wrong entries, by what they are in the model. */
function wrongNames(
  extra: readonly string[],
  kinds: ReadonlyMap<string, Kind>,
  harmless: ReadonlySet<string>,
): readonly Message[] {
  return (["parameter", "input", "initial", "intermediate", "output"] as const).flatMap((kind) => {
    const names = extra.filter((name) => kinds.get(name) === kind);
    const count = names.length;
    if (count === 0) return [];
    // To name those of a kind that some of the right ones have would leave the right ones, and blame the kind.
    const isAsked = [...harmless].some((name) => kinds.get(name) === kind);
    if (kind !== "parameter" && kind !== "input") return say(`names.extra-${kind}`, { count });
    return isAsked ? say("names.extra", { count }) : say(`names.extra-${kind}`, { names: shortened(names), count });
  });
}

function unknownNames(unknown: Named["unknown"]): readonly Message[] {
  const plain = [...unknown].flatMap(([name, nearest]) => (nearest === undefined ? [name] : []));
  const close = [...unknown].flatMap(([name, nearest]) => (nearest === undefined ? [] : [{ name, nearest }]));
  return [
    ...close.slice(0, mostNames).map((params) => say("names.unknown-nearest", params)),
    ...(plain.length === 0 ? [] : [say("names.unknown", { names: shortened(plain) })]),
  ];
}
