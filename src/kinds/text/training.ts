/** Trains the second judge from labelled answers: logistic regression, done when an exercise is made ready. */

import type { LabelledAnswer } from "../kind.ts";
import { type Features, featureCount, type Learnt, type Weights } from "./classifier.ts";

/** With fewer examples on one side it would guess. */
const fewest = 20;
/** How much a misjudged example costs beside large weights. */
const cost = 30;
const rounds = 70;

/** An answer that a person marked, one letter a criterion. */
type Example = Pick<LabelledAnswer, "marks"> & { readonly features: Features };

/** What the examples teach of the criterion at this place; undefined where there are too few. The same teach the same. */
export function train(examples: readonly Example[], criterion: number): Learnt | undefined {
  // Where markers might differ (a capital), there is nothing to learn.
  const sure = examples.filter(({ marks }) => "mpu".includes(marks[criterion] ?? "-"));
  const learn = (yes: string) =>
    answering(sure.map(({ marks, features }) => ({ features, isYes: yes.includes(marks[criterion] ?? "-") })));
  const met = learn("m");
  if (met === undefined) return undefined;
  const some = sure.some(({ marks }) => marks[criterion] === "p") ? learn("mp") : undefined;
  return some === undefined ? { met } : { met, some };
}

function answering(examples: readonly { readonly features: Features; readonly isYes: boolean }[]): Weights | undefined {
  const yes = examples.filter(({ isYes }) => isYes).length;
  if (Math.min(yes, examples.length - yes) < fewest) return undefined;
  // Both sides count alike, however many examples each has.
  const rows = examples.map(({ features, isYes }): Row => {
    const share = examples.length / 2 / (isYes ? yes : examples.length - yes);
    return { features, sign: isYes ? 1 : -1, cost: cost * share };
  });
  return compressed(minimised(rows));
}

interface Row {
  readonly features: Features;
  readonly sign: 1 | -1;
  readonly cost: number;
}

/**
 * The weights that make ½‖w‖² + Σ cost·log(1 + exp(−sign·score)) smallest, the bias behind them, by Nesterov's
 * accelerated gradient.
 */
function minimised(rows: readonly Row[]): Float64Array {
  const bias = featureCount;
  // The curvature is at most 1 + Σ cost/4; rows share only a part of their features, so a third of it holds.
  const step = 1 / (1 + 0.0875 * rows.reduce((sum, row) => sum + row.cost, 0));
  let weights = new Float64Array(featureCount + 1);
  let ahead = weights;
  for (let round = 0, pace = 1; round < rounds; round++) {
    const gradient = ahead.slice();
    gradient[bias] = 0;
    for (const { features, sign, cost } of rows) {
      const { at, values } = features;
      let score = ahead[bias] as number;
      for (let i = 0; i < at.length; i++) score += (values[i] as number) * (ahead[at[i] as number] as number);
      const pull = (-cost * sign) / (1 + Math.exp(sign * score));
      for (let i = 0; i < at.length; i++) (gradient[at[i] as number] as number) += pull * (values[i] as number);
      (gradient[bias] as number) += pull;
    }
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const moved = ahead.map((value, i) => value - step * (gradient[i] as number));
    const earlier = weights;
    ahead = moved.map((value, i) => value + ((pace - 1) / nextPace) * (value - (earlier[i] as number)));
    weights = moved;
    pace = nextPace;
  }
  return weights;
}

function compressed(weights: Float64Array): Weights {
  const largest = weights.subarray(0, featureCount).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  const bytes = Uint8Array.from(weights.subarray(0, featureCount), (weight) => Math.round(weight / scale));
  return { bias: weights[featureCount] as number, scale, bytes: btoa(String.fromCharCode(...bytes)) };
}
