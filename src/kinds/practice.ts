/** An exercise to practise with: the same questions about fresh numbers. */

import { entryOf } from "../engine/maps.ts";
import { Derivation } from "../exercises/derivation.ts";
import { type Case, type CaseValue, type Exercise, likeValue } from "../exercises/exercise.ts";
import { ExerciseError } from "../exercises/problem.ts";
import { hash, uniform } from "../formula/equal/spaces.ts";
import { type Message, messages } from "../messages/message.ts";
import { kinds } from "./index.ts";

const say = messages({
  "practice.title": { en: "{title} (practice {seed})", de: "{title} (Übung {seed})" },
  "practice.statement": {
    en: "{statement}\n\n**For practice, these numbers take the place of those above:**\n\n{numbers}",
    de: "{statement}\n\n**Zum Üben gelten statt der Zahlen oben diese:**\n\n{numbers}",
  },
});

const inBoth = (message: Message) => ({ en: message.in("en"), de: message.in("de") });

/** So many draws are looked at before the author is asked for more numbers. */
const mostDraws = 200;
/** The share of the mistakes an answer shows with the exercise's own numbers that drawn ones must show there as well. */
const leastShown = 0.75;

/**
 * The exercise with numbers drawn from its variants: the same for the same seed, which may be any text. Every mistake
 * that its own numbers show is seen with them, and what a reason is asked for has the same answer.
 * @throws ExerciseError if there are no such numbers
 */
export function practice(exercise: Exercise, seed: string): Exercise {
  const own = toldApart(exercise);
  for (let draw = 0; draw < mostDraws; draw++) {
    const other = { ...exercise, cases: drawn(exercise, `${seed} ${draw}`) };
    if (!isAsTelling(toldApart(other), own)) continue;
    const { title, statement } = exercise;
    const told = say("practice.statement", { statement, numbers: table(other) });
    return { ...other, seed, title: inBoth(say("practice.title", { title, seed })), statement: inBoth(told) };
  }
  throw new ExerciseError([{ path: ["variants"], message: "no numbers drawn of these show all mistakes; list more" }]);
}

/** Cases that share a number share the drawn one. A list keeps its length, a formula in t is one for each step. */
function drawn({ variants = [], cases, caseSteps, model }: Exercise, seed: string): Exercise["cases"] {
  const all: Record<string, Case> = { ...cases };
  let count = 0;
  for (const { name, cases: taking, from } of variants) {
    const one = () => from[Math.floor(uniform(hash(seed, ++count)) * from.length)] as number;
    const known = new Map<string, CaseValue>();
    for (const place of taking) {
      const value = cases[place]?.[name] as CaseValue;
      const steps = caseSteps?.[place] ?? model?.steps ?? 1;
      all[place] = { ...all[place], [name]: entryOf(known, JSON.stringify(value), () => likeValue(value, steps, one)) };
    }
  }
  return all;
}

/** What the numbers let graders tell apart, question by question. */
function toldApart(exercise: Exercise): readonly (readonly string[])[] {
  const derivation = new Derivation(exercise);
  return exercise.questions.map((one) => [...new Set(kinds[one.kind]?.toldApart?.(one, derivation))]);
}

function isAsTelling(found: ReturnType<typeof toldApart>, own: ReturnType<typeof toldApart>): boolean {
  const anywhere = new Set(found.flat());
  return own.every((all, i) => {
    const shown = all.filter((one) => found[i]?.includes(one));
    return all.every((one) => anywhere.has(one)) && shown.length >= all.length * leastShown;
  });
}

/** A row a quantity, a column a case. */
function table({ cases }: Exercise): string {
  const shown = (value: CaseValue | undefined) =>
    typeof value === "object" && "syntax" in value ? value.text : JSON.stringify(value ?? "").replaceAll(",", ", ");
  const names = [...new Set(Object.values(cases).flatMap(Object.keys))];
  const rows = names.map((name) => [
    `$${name}$`,
    ...Object.values(cases).map((values) => `\`${shown(values[name])}\``),
  ]);
  const head = ["", ...Object.keys(cases)];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
