/** The mistakes that can be made on an exercise, each with the exercise computed under it. */

import { memo } from "../engine/memo.ts";
import { ModelError } from "../engine/model.ts";
import { Derivation } from "../exercises/derivation.ts";
import { mistakes } from "./index.ts";
import type { Concern, Mistake, MistakeVariation } from "./mistake.ts";
import type { NamedMistake } from "./told.ts";

/** A mistake made in one of its ways. */
export interface PossibleMistake extends NamedMistake {
  readonly variation: MistakeVariation;
  /** Made when first asked for: most mistakes in a derivative never need one of their own. */
  readonly wrong: () => Derivation;
}

const known = memo((_: Derivation) => new Map<string, readonly PossibleMistake[]>());

/** All ways to make the mistakes that can be seen in answers of one of these concerns; made once. */
export function possibleMistakes(right: Derivation, ...concerns: readonly Concern[]): readonly PossibleMistake[] {
  if (right.exercise.model === undefined) return [];
  const key = concerns.join();
  const found = known(right).get(key) ?? mistakes.flatMap((mistake) => waysToMake(mistake, right, concerns));
  known(right).set(key, found);
  return found;
}

function waysToMake(mistake: Mistake, right: Derivation, asked: readonly Concern[]): readonly PossibleMistake[] {
  const concern = asked.find((one) => mistake.concerns.includes(one));
  if (concern === undefined) return [];
  const variations = attempt(() => mistake.variations(right, concern)) ?? [];
  return variations.map(({ params, unless = [], ...variation }) => {
    let wrong: Derivation | undefined;
    return {
      code: mistake.code,
      ...(params && { params }),
      unless: [...(mistake.unless ?? []), ...unless],
      variation,
      wrong: () => (wrong ??= new Derivation(right.exercise, variation, right)),
    };
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
