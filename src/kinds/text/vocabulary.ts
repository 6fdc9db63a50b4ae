/** Which words of a rubric a token is, spelling errors forgiven, and so which concepts can begin with it. */

import { append, entryOf, Memory } from "../../engine/maps.ts";
import { memo } from "../../engine/memo.ts";
import { slips } from "../../engine/names.ts";
import type { Phrase } from "./notation.ts";
import type { Rubric } from "./rubric.ts";

/** Longer tokens are no misspelt words. */
const longestWord = 40;
/** Bounds what is remembered of many answers. */
const mostKnown = 20_000;

/** What a token is to a rubric. */
interface Known {
  /** The words of phrases that it is. */
  readonly words: readonly string[];
  /** By concept: the phrases that may begin with it. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Looks up tokens among the words of a rubric's phrases: `norm`, `gradient*`, `*wert`, `*norm*`. */
export const vocabularyOf = memo(({ words, begins }: Rubric) => {
  const inner = [...words].filter((word) => /^\*.+\*$/.test(word));
  const spelt = [...words].filter((word) => /^[a-z]{6,}\*?$/.test(word));
  const longest = Math.max(...Array.from(words, (word) => word.length));
  const known = new Memory<Known>(mostKnown);
  const lookedUp = (text: string): Known => {
    const forms = [text];
    for (let length = Math.min(text.length, longest); length > 0; length--)
      forms.push(`${text.slice(0, length)}*`, `*${text.slice(-length)}`);
    const within = inner.filter((word) => text.includes(word.slice(1, -1)));
    const found = [...forms.filter((form) => words.has(form)), ...within];
    const all = found.length > 0 ? found : misspelt(text, spelt);
    const phrases = new Map<string, Phrase[]>();
    // What begins with a concept begins with what that begins with.
    const firsts = new Set(["", ...all]);
    for (const first of firsts)
      for (const { concept, phrase } of begins.get(first) ?? []) {
        append(phrases, concept, phrase);
        firsts.add(concept);
      }
    return { words: all, phrases };
  };
  return (text: string) => entryOf(known, text, () => lookedUp(text));
});

/** The nearest words, all of those that are equally near. */
function misspelt(text: string, words: readonly string[]): readonly string[] {
  if (text.length > longestWord) return [];
  let least = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const word of words) {
    if (word[0] !== text[0]) continue;
    const isBeginning = word.endsWith("*");
    const meant = isBeginning ? word.slice(0, -1) : word;
    const most = meant.length < 10 ? 1 : 2;
    if (meant.length - text.length > most || (!isBeginning && text.length - meant.length > most)) continue;
    const apart = slips(meant, text, isBeginning);
    if (apart > most || apart > least) continue;
    found = apart < least ? [word] : [...found, word];
    least = apart;
  }
  return found;
}
