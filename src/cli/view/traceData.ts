/** What a run of a model shows: values over time, outputs, gradients, stored values; plain data. */

import type { Sequence } from "../../exercises/trace.ts";

type Named<Value> = Readonly<Record<string, Value>>;

export interface StoredValues {
  readonly count: number;
  /** Left out where there are too many to look at. */
  readonly names?: readonly string[];
}

export interface TraceView {
  readonly exercise: string;
  readonly title?: string;
  /** The case whose values were used. */
  readonly case?: string;
  readonly steps: number;
  readonly bindings: Named<number | readonly number[]>;
  readonly sequences: readonly Sequence[];
  readonly outputs: Named<number>;
  /** By output, then by parameter. */
  readonly gradients: Named<Named<number>>;
  readonly stored: Named<Named<{ readonly plain: StoredValues; readonly reuse: StoredValues }>>;
  /** Names such as `h1` whose unit is saturated. */
  readonly saturated: ReadonlySet<string>;
  /** Shows every step, however many. */
  readonly full?: boolean;
}
