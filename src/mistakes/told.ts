/** What to say if known mistakes explain an answer: the one, or that several do. */

import { Message, messages, type Params } from "../messages/message.ts";
import { mistakes } from "./index.ts";
import type { Mistake } from "./mistake.ts";

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
  /** Mistakes that explain the same more simply: where one of them fits as well, this one is not told. */
  readonly unless?: readonly string[];
}

/** With more explanations than these, none of them helps; that there are so many is told. */
const mostExplanations = 3;

const byCode: ReadonlyMap<string, Mistake> = new Map(mistakes.map((mistake) => [mistake.code, mistake]));

/** Says which mistakes lead to one and the same answer, each once; `other` explains the answer as well. */
export function toldMistakes(fitting: readonly NamedMistake[], other?: Message): readonly Message[] {
  const codes = new Set(fitting.map(({ code }) => code));
  const told = new Map<string, Message>(other && [[other.code, other]]);
  for (const { code, params, unless = [] } of fitting) {
    if (unless.some((simpler) => codes.has(simpler))) continue;
    told.set(code, new Message(code, byCode.get(code) as Mistake, merged(told.get(code)?.params, params)));
  }
  if (told.size > mostExplanations) return [say("mistake.many", { n: told.size })];
  return told.size < 2 ? [...told.values()] : [say("mistake.ambiguous", { n: told.size }), ...told.values()];
}

/** What one and the same mistake may have been about, all of it: told is what fits, not what came first. */
function merged(first: Params | undefined, second: Params | undefined): Params | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const all = Object.entries(first).map(([key, value]) => {
    const different = [...new Set([value, second[key] ?? []].flat().map(String))];
    return [key, different.length === 1 ? (different[0] as string) : different] as const;
  });
  return Object.fromEntries(all);
}

/** The share of the points that is certain, whichever of the mistakes it was. */
export function certainShare(told: readonly { readonly code: string }[], shareOf: (code: string) => number): number {
  const shares = told.filter(({ code }) => code !== "mistake.ambiguous").map(({ code }) => shareOf(code));
  return shares.length === 0 ? 0 : Math.min(1, ...shares);
}
