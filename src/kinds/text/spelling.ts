/** How far apart two spellings are (insert, delete, replace, swap neighbours); knows no words. */

/** Spelling errors forgiven in a word of this length: short words are too close to other words. */
export function forgiven(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : 2;
}

/** Which of 26 letters and 6 classes of others occur, as bits: a cheap bound before the distance is computed. */
export function letterMask(text: string, end = text.length): number {
  let mask = 0;
  for (let i = 0; i < end && i < text.length; i++) mask |= 1 << (text.charCodeAt(i) % 32);
  return mask;
}

export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The Damerau-Levenshtein distance (optimal string alignment) of `word` to `text`, or to the nearest beginning of `text`
 * if `prefix`; `limit + 1` if it is greater than `limit`.
 */
export function distance(word: string, text: string, limit: number, prefix: boolean): number {
  const width = Math.min(text.length, word.length + limit);
  if (!prefix && Math.abs(word.length - text.length) > limit) return limit + 1;
  let older: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = word[i - 1] === text[j - 1];
      let best = Math.min(
        (last[j - 1] as number) + (same ? 0 : 1),
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      if (i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1]) {
        best = Math.min(best, (older[j - 2] as number) + 1);
      }
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    older = last;
    last = row;
  }
  return Math.min(limit + 1, prefix ? Math.min(...last) : (last[width] as number));
}
