/** The phrases of each concept by their first word, so that few of them are tried at a place; knows no text. */

import { type Rubric, type Step, stepKinds } from "./rubric.ts";

type Phrase = readonly Step[];

interface Entries {
  readonly byWord: ReadonlyMap<number, readonly Phrase[]>;
  /** Phrases that begin with a concept or with something that may be left out. */
  readonly open: readonly Phrase[];
}

export class PhraseIndex {
  readonly #concepts: Rubric["concepts"];
  readonly #entries = new Map<number, Entries>();

  constructor(rubric: Rubric) {
    this.#concepts = rubric.concepts;
  }

  /** The phrases of the concept, those that begin with a known word by that word. */
  of(concept: number): Entries {
    const known = this.#entries.get(concept);
    if (known !== undefined) return known;
    const entries = indexed(this.#concepts[concept] ?? []);
    this.#entries.set(concept, entries);
    return entries;
  }
}

function indexed(phrases: readonly Phrase[]): Entries {
  const byWord = new Map<number, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of phrases) {
    const [first = 0] = phrase;
    const plain = (first & 3) === stepKinds.word && (first & 4) === 0;
    const known = plain ? byWord.get(first >> 3) : open;
    if (known === undefined) byWord.set(first >> 3, [phrase]);
    else known.push(phrase);
  }
  return { byWord, open };
}
