/**
 * What a known mistake is: the right computation with one thing changed, in all the ways that have a place in an
 * exercise. A row holds all there is about it: what is said, where it can be seen, the variations.
 * An answer that shows it stands in tests/mistakes/examples.yaml, as no student is told it.
 */

import type { Node } from "../engine/graph.ts";
import type { Derivation, Variation } from "../exercises/derivation.ts";
import type { Param, Params, Placeholders, SamePlaceholders, Words } from "../messages/message.ts";

/**
 * Which answers a mistake can be seen in: values of a model (their gradients too), derivatives, what must be stored, how
 * much that is, the drawn graph.
 */
export type Concern = "value" | "derivative" | "stored" | "count" | "drawing";

/** One way to make a mistake. */
export interface MistakeVariation extends Variation {
  /** Made at a single time step: so many of these are possible that a number alone never shows which. */
  readonly atOneStep?: boolean;
  /** The links of the chain rule that it changes; absent: any. */
  readonly at?: readonly { readonly node: Node; readonly arg: Node }[];
  /** May be made in one term of a derivative and not in the others. */
  readonly inOneTerm?: boolean;
  /** Numbers that it puts in place of given ones: where just these are given, nothing is wrong. */
  readonly puts?: Readonly<Record<string, number>>;
  /** As in the row, for this variation only. */
  readonly unless?: readonly string[];
}

export interface Row extends Words {
  readonly concerns: readonly Concern[];
  /** Mistakes that explain the same more simply: where one of them fits as well, this one is not told. */
  readonly unless?: readonly string[];
  /** None where the mistake has no place in the exercise. */
  readonly variations: (
    right: Derivation,
    concern: Concern,
  ) => readonly (MistakeVariation & { readonly params?: Params | undefined })[];
}

export interface Mistake extends Row {
  readonly code: string;
}

/** A family of mistakes, by code. */
export type Rows = Readonly<Record<`mistake.${string}`, Row>>;

/** Both languages have the same placeholders, and the parameters of a row's variations are those that its words have. */
export type Checked<T extends Record<string, Row>> = SamePlaceholders<T> & {
  readonly [C in keyof T]: {
    readonly variations: (
      right: Derivation,
      concern: Concern,
    ) => readonly (MistakeVariation & ParamsIn<Placeholders<T[C]["en"]>>)[];
  };
};
type ParamsIn<Name extends string> = [Name] extends [never]
  ? { readonly params?: undefined }
  : { readonly params: { readonly [N in Name]: Param } };
