/** The mistakes that can be made on an exercise, each with the exercise computed under it, and what is said of those that fit. */

import { memo, once } from "../engine/memo.ts";
import { type Model, ModelError } from "../engine/model.ts";
import { Derivation } from "../exercises/derivation.ts";
import { withMistake } from "../exercises/exercise.ts";
import { didYouMean } from "../exercises/problem.ts";
import { isMentioned } from "../exercises/queries.ts";
import type { Shapes } from "../exercises/shapes.ts";
import { Message, messages, type Param, type Params, type Words } from "../messages/message.ts";
import { mistakes } from "./index.ts";
import type { Concern, Mistake, MistakeVariation } from "./mistake.ts";

const say = messages({
  "mistake.ambiguous": {
    en: "This is not right yet. {n} different mistakes lead to this answer, so check for each of them:",
    de: "Das stimmt noch nicht. {n} verschiedene Fehler führen zu dieser Antwort, prüfe also jeden davon:",
  },
  "mistake.many": {
    en: "This is not right yet, and {n} different mistakes lead to this answer. Check your calculation step by step.",
    de: "Das stimmt noch nicht, und {n} verschiedene Fehler führen zu dieser Antwort. Prüfe deine Rechnung Schritt für Schritt.",
  },
});

/** A mistake that explains an answer, as plain data. */
export interface NamedMistake {
  readonly code: string;
  readonly params?: Params;
  /** Share of the points for an answer that shows it; absent: none. */
  readonly share?: number;
  /** What is said of a mistake of the exercise's own. */
  readonly words?: Words;
  /** Mistakes that explain the same more simply: where one of them fits as well, this one is not told. */
  readonly unless?: readonly string[];
}

/** A mistake made in one of its ways. */
export interface PossibleMistake extends NamedMistake {
  readonly variation: MistakeVariation;
  /** Made when first asked for: most mistakes in a derivative never need one of their own. */
  readonly wrong: () => Derivation;
}

const known = memo((_: Derivation) => new Map<string, readonly PossibleMistake[]>());

/** All ways to make the mistakes that can be seen in answers of one of these concerns; made once. */
export function possibleMistakes(right: Derivation, ...concerns: readonly Concern[]): readonly PossibleMistake[] {
  if (right.exercise.model === undefined) return [];
  const key = concerns.join();
  const all = () => [...ownMistakes(right), ...mistakes.flatMap((mistake) => waysToMake(mistake, right, concerns))];
  const found = known(right).get(key) ?? all();
  known(right).set(key, found);
  return found;
}

/** One slip in a link of the chain rule (an index, a factor, a square) leaves half of a derivative right. */
export const slipShare = 0.5;

function waysToMake(mistake: Mistake, right: Derivation, asked: readonly Concern[]): readonly PossibleMistake[] {
  const concern = asked.find((one) => mistake.concerns.includes(one));
  if (concern === undefined) return [];
  const variations = attempt(() => mistake.variations(right, concern)) ?? [];
  // Nobody differentiates with respect to what only the author knows.
  const isKnown = (name: Param | undefined) => name === undefined || isMentioned(right.exercise, String(name));
  const told = variations.filter(({ params }) => isKnown(params?.name));
  return told.map(({ params, unless = [], ...variation }) => ({
    code: mistake.code,
    ...(params && { params }),
    ...(variation.inOneTerm && { share: slipShare }),
    unless: [...(mistake.unless ?? []), ...unless],
    variation,
    wrong: once(() => new Derivation(right.exercise, variation, right)),
  }));
}

/** Those that the exercise's author foresees, and what each is called in feedback. */
function ownMistakes(right: Derivation): readonly PossibleMistake[] {
  return (right.exercise.mistakes ?? []).map((own) => {
    const variation = { model: (model: Model) => withMistake(model, own) };
    const wrong = once(() => new Derivation(right.exercise, variation, right));
    return { code: ownCode(own.id), words: own.hint, variation, wrong };
  });
}

function ownCode(id: string): string {
  return `own.${id}`;
}

/** A mistake may make a model impossible: then it leads to nothing. */
export function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

/** Bigger models are not computed again for every mistake, in quantities (equations times steps). */
const mostQuantities = 120;
/** The same for what is only counted. */
const mostCounted = 20_000;

export function isSmall({ model }: Derivation, reference: object, steps = model.steps): boolean {
  return model.equations.length * steps <= ("stored" in reference ? mostCounted : mostQuantities);
}

/** With more explanations than these, none of them helps; that there are so many is told. */
const mostExplanations = 3;

/** Says which mistakes lead to one and the same answer, each once; `other` explains the answer as well. */
export function toldMistakes(fitting: readonly NamedMistake[], other?: Message): readonly Message[] {
  const codes = new Set(fitting.map(({ code }) => code));
  const told = new Map<string, Message>(other && [[other.code, other]]);
  // Who foresees a mistake says it better.
  const own = fitting.filter(({ words }) => words !== undefined);
  for (const { code, params, words = wordsOf(code), unless = [] } of own.length > 0 ? own : fitting) {
    if (unless.some((simpler) => codes.has(simpler))) continue;
    told.set(code, new Message(code, words, merged(told.get(code)?.params, params)));
  }
  if (told.size > mostExplanations) return [say("mistake.many", { n: told.size })];
  return told.size < 2
    ? [...told.values()]
    : [say("mistake.ambiguous", { n: told.size }), ...[...told.values()].map((one) => one.asPart())];
}

function wordsOf(code: string): Words {
  return mistakes.find((mistake) => mistake.code === code) as Mistake;
}

/** What one and the same mistake may have been about, all of it: told is what fits, not what came first. */
function merged(first: Params | undefined, second: Params = {}): Params {
  const both = Object.entries(second).map(([key, value]) => {
    const [one = "", ...others] = new Set([first?.[key] ?? [], value].flat().map(String));
    return [key, others.length === 0 ? one : [one, ...others]];
  });
  return Object.fromEntries(both);
}

/** The share of the points that is certain, whichever of the mistakes it was. */
export function certainShare(told: readonly { readonly code: string }[], shareOf: (code: string) => number): number {
  const shares = told.filter(({ code }) => code !== "mistake.ambiguous").map(({ code }) => shareOf(code));
  return shares.length === 0 ? 0 : Math.min(1, ...shares);
}

/** By the code of the feedback that an answer gets. */
export type Partial = Readonly<Record<string, number>>;

/** What an author gives in a question, and with the exercise's own mistakes. */
export function sharesOf(partial: Partial | undefined, { exercise: { mistakes = [] } }: Derivation): Partial {
  const own = mistakes.flatMap(({ id, share }) => (share === undefined ? [] : [[ownCode(id), share] as const]));
  return { ...Object.fromEntries(own), ...partial };
}

/** `others` are codes of feedback beside those of mistakes. */
export function partialShape({ z, problem }: Shapes, others: readonly string[] = []) {
  const codes = [...mistakes.map(({ code }) => code), ...others];
  return z
    .record(z.string(), z.number().min(0).max(1))
    .superRefine((shares, context) => {
      for (const code of Object.keys(shares)) {
        const message = `no answer gets the feedback ${code}.${didYouMean(code, codes)}`;
        if (!codes.includes(code)) problem(context, [code], message);
      }
    })
    .optional();
}
