/** Trains the second judge from labelled answers: logistic regression, done when an exercise is made ready. */

import { type Features, featureCount, featuresOf, type Weights } from "./classifier.ts";

export interface Example {
  readonly text: string;
  readonly met: boolean;
}

/** With fewer examples on one side it would guess. */
const fewest = 20;
/** How much a misjudged example costs beside large weights. */
const cost = 30;
const rounds = 150;

/** Undefined where there are too few examples. The same examples give the same weights. */
export function train(examples: readonly Example[]): Weights | undefined {
  const met = examples.filter((example) => example.met).length;
  if (Math.min(met, examples.length - met) < fewest) return undefined;
  // Both sides count alike, however many examples each has.
  const rows = examples.map((example): Row => {
    const share = examples.length / 2 / (example.met ? met : examples.length - met);
    return { features: featuresOf(example.text), sign: example.met ? 1 : -1, cost: cost * share };
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
