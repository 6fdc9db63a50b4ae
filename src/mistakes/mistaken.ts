/** The exercise computed under each known mistake that has a place in it. Knows the list of mistakes, no questions. */

import { ModelError } from "../engine/model.ts";
import { Derivation } from "../exercises/derivation.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { misconceptions } from "./index.ts";
import type { Concern, Misconception, Way } from "./misconception.ts";

export interface Mistaken {
  readonly code: MessageCode;
  readonly unless: readonly MessageCode[];
  readonly way: Way;
  /** Whether it may be made in one term of a derivative and not in the others. */
  readonly slips: boolean;
  /** Made when first asked for: most mistakes in a derivative never need one of their own. */
  readonly wrong: () => Derivation;
}

const known = new WeakMap<Derivation, Map<string, readonly Mistaken[]>>();

/** All ways to make the mistakes that answers of one of these kinds can show; made once. */
export function mistakenDerivations(right: Derivation, ...concerns: readonly Concern[]): readonly Mistaken[] {
  if (right.exercise.model === undefined) return [];
  const ofRight = known.get(right) ?? new Map<string, readonly Mistaken[]>();
  known.set(right, ofRight);
  const key = concerns.join();
  const found =
    ofRight.get(key) ?? misconceptions.flatMap((misconception) => mistakenBy(misconception, right, concerns));
  ofRight.set(key, found);
  return found;
}

function mistakenBy(
  { code, concerns, unless = [], slips = false, ways }: Misconception,
  right: Derivation,
  asked: readonly Concern[],
): readonly Mistaken[] {
  const concern = asked.find((one) => concerns.includes(one));
  if (concern === undefined) return [];
  const possible = attempt(() => ways(right, concern)) ?? [];
  return possible.map((way) => {
    let wrong: Derivation | undefined;
    const derivation = () => (wrong ??= new Derivation(right.exercise, way.variation, right));
    return { code, unless: [...unless, ...(way.unless ?? [])], way, slips, wrong: derivation };
  });
}

/** A mistake may make a model impossible: then it leads to nothing. */
export function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

/** Bigger models are not computed again for every mistake, in quantities (equations times steps). */
const mostQuantities = 120;
/** The same for what is only counted. */
const mostCounted = 20_000;

export function isSmall({ model }: Derivation, reference: object, steps = model.steps): boolean {
  return model.equations.length * steps <= ("stored" in reference ? mostCounted : mostQuantities);
}
