/** An answer as the second judge sees it: pieces of words, runs of words, and what is said of which concept. */

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
 * @param said a name for each statement in terms of concepts, as often as it is made
 */
export function featuresOf(text: string, said: readonly string[]): Features {
  const counts = new Map<number, number>();
  const count = (piece: string, times = 1) => {
    const feature = hash(piece);
    counts.set(feature, (counts.get(feature) ?? 0) + times);
  };
  const words = folded(text).match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  for (const word of words) for (const piece of runs([...` ${word} `], 2, 5)) count(`c${piece.join("")}`);
  for (const run of runs(words, 1, 3)) count(`w${run.join(" ")}`);
  for (const one of said) count(`s${one}`, weightOfSaid);
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
