/** The second judge of answers in words: what it sees of an answer, and for each criterion a linear classifier. */

/** Numbers by feature, of Euclidean length 1. */
export interface Features {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** How many features there are; pieces are hashed into them. A power of 2. */
export const featureCount = 8192;

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
export interface Weights {
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
