/**
 * The second judge of answers in words: for each criterion a linear classifier over pieces of words and runs of words,
 * trained on answers that a person labelled. It knows no rules and sees what patterns miss; where the two differ, a
 * person decides.
 */

/** What training leaves of one criterion, as plain data. */
export interface Weights {
  readonly bias: number;
  /** What a byte of 1 stands for. */
  readonly scale: number;
  /** One signed byte a feature, in base64. */
  readonly bytes: string;
}

/** An answer as features, of Euclidean length 1. */
export interface Features {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** How many features there are; texts are hashed into them. A power of 2. */
export const featureCount = 4096;

/** How sure it is that the criterion is met, between 0 and 1. */
export type Classifier = (features: Features) => number;

export function classifier({ bias, scale, bytes }: Weights): Classifier {
  const weights = Int8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
  return ({ at, values }) => {
    const sum = at.reduce((total, feature, i) => total + (weights[feature] ?? 0) * (values[i] ?? 0), 0);
    return 1 / (1 + Math.exp(-(bias + scale * sum)));
  };
}

/** The fields or entries of an answer as one text. */
export function asOne(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(" | ");
}

/** The features of a text: pieces of 2 to 5 characters within a word, and 1 to 3 words or signs in a row. */
export function featuresOf(text: string): Features {
  const counts = new Map<number, number>();
  const count = (piece: string) => {
    const feature = hash(piece);
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  const words = folded(text).match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  for (const word of words) for (const piece of runs([...` ${word} `], 2, 5)) count(`c${piece.join("")}`);
  for (const run of runs(words, 1, 3)) count(`w${run.join(" ")}`);
  const values = [...counts.values()].map((times) => 1 + Math.log(times));
  const length = Math.hypot(...values) || 1;
  return { at: [...counts.keys()], values: values.map((value) => value / length) };
}

function folded(text: string): string {
  const plain: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return text.toLowerCase().replace(/[äöüß]/g, (letter) => plain[letter] ?? letter);
}

function* runs<T>(row: readonly T[], least: number, most: number): Generator<readonly T[]> {
  for (let length = least; length <= most; length++)
    for (let start = 0; start + length <= row.length; start++) yield row.slice(start, start + length);
}

/** FNV-1a, its bits mixed once more as only the low ones are kept. */
function hash(piece: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < piece.length; i++) bits = Math.imul(bits ^ piece.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  return (bits ^ (bits >>> 13)) & (featureCount - 1);
}
