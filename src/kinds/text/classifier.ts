/** The second judge of answers in words: what it sees of an answer, a linear classifier for each criterion, its training. */

import type { LabelledAnswer } from "../kind.ts";

/** Numbers by feature, of Euclidean length 1. */
export interface Features {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** How many features there are; pieces are hashed into them. A power of 2. */
const featureCount = 8192;

/** What is said in concepts counts as if it stood there so many times: it holds for words that nobody has used yet. */
const weightOfSaid = 2;

/**
 * Pieces of 2 to 5 characters within a word, 1 to 3 words or signs in a row, and what is said.
 * @param said the names that each statement in terms of concepts is made of, as often as it is made
 */
export function featuresOf(text: string, said: Iterable<readonly string[]>): Features {
  const counts = new Uint32Array(featureCount);
  const at: number[] = [];
  const count = (bits: number, times = 1) => {
    const feature = featureOf(bits);
    if (counts[feature] === 0) at.push(feature);
    (counts[feature] as number) += times;
  };
  const words = folded(text).match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  for (const word of words) for (const run of runs("c", [...` ${word} `], "", 2, 5)) count(run);
  for (const run of runs("w", words, " ", 1, 3)) count(run);
  for (const names of said) for (const run of runs("s", names, "", names.length)) count(run, weightOfSaid);
  const values = at.map((feature) => 1 + Math.log(counts[feature] as number));
  const length = Math.hypot(...values) || 1;
  return { at, values: values.map((value) => value / length) };
}

function folded(text: string): string {
  const plain: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return text.toLowerCase().replace(/[äöüß]/g, (letter) => plain[letter] ?? letter);
}

/** The hashes of `kind` and a run of pieces, for all runs of `least` to `most` pieces. */
function runs(kind: string, pieces: readonly string[], between: string, least: number, most = least): number[] {
  const found: number[] = [];
  const hashes = pieces.map((piece) => hash(piece, hash(kind)));
  for (let length = 1; length <= most; length++)
    for (let start = 0; start + length <= pieces.length; start++) {
      if (length > 1) hashes[start] = hash(between + pieces[start + length - 1], hashes[start]);
      if (length >= least) found.push(hashes[start] as number);
    }
  return found;
}

/** FNV-1a of `text`, or of what `bits` is the hash of with `text` behind it. */
function hash(text: string, bits = 0x811c9dc5): number {
  let all = bits;
  for (let i = 0; i < text.length; i++) all = Math.imul(all ^ text.charCodeAt(i), 0x01000193);
  return all;
}

/** The bits mixed once more, as only the low ones are kept. */
function featureOf(bits: number): number {
  const mixed = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & (featureCount - 1);
}

/** One yes or no that was learnt, as plain data. */
interface Weights {
  readonly bias: number;
  /** What a byte of 1 stands for. */
  readonly scale: number;
  /** One signed byte a feature, in base64. */
  readonly bytes: string;
}

/** What training leaves of one criterion. */
export interface Learnt {
  /** Is it met? */
  readonly met: Weights;
  /** Is it met at least partly? Left out if no answer was labelled so. */
  readonly some?: Weights;
}

/** Log-odds: 0 is even, 2 is 88 %, -2 is 12 %. */
export interface Opinion {
  readonly met: number;
  readonly some: number;
}

export function classifier({ met, some }: Learnt): (features: Features) => Opinion {
  const isMet = linear(met);
  const isSome = some === undefined ? isMet : linear(some);
  return (features) => ({ met: isMet(features), some: isSome(features) });
}

function linear({ bias, scale, bytes }: Weights): (features: Features) => number {
  const weights = Int8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
  return ({ at, values }) =>
    bias + scale * at.reduce((total, feature, i) => total + (weights[feature] ?? 0) * (values[i] ?? 0), 0);
}

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
