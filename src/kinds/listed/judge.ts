/** Judges several options at once. Each counts, and what is told unasked never leaves only the right ones. */

import type { Question } from "../../exercises/exercise.ts";
import { Message } from "../../messages/message.ts";
import { type ChoiceOption, hintFor } from "../choice/options.ts";
import { type Answer, type Judgement, judged } from "../judgement.ts";
import { say } from "./messages.ts";
import { listReader, pairReader } from "./read.ts";

type Value = ChoiceOption["value"];

export interface ListedQuestion extends Question {
  readonly kind: "choices" | "order" | "match";
  /** Under the name of the kind the options that are right; in `match` by what they belong to. */
  readonly reference: { readonly [kind: string]: readonly Value[] | { readonly [key: string]: Value } };
  readonly options: readonly ChoiceOption[];
}

/** What a right answer holds, as text. */
export function rightParts({ kind, reference }: ListedQuestion): readonly string[] {
  const pairs = Object.entries(reference[kind] ?? {});
  return pairs.map(([key, value]) => (kind === "match" ? `${key}: ${value}` : String(value)));
}

export function bindListed(question: ListedQuestion): (answer: Answer) => Judgement {
  const { kind, reference, options, points } = question;
  const all = rightParts(question);
  // In an order, each with the next one.
  const partsOf = (list: readonly string[]) =>
    kind === "order" ? list.slice(1).map((one, i) => `${list[i]} → ${one}`) : [...new Set(list)];
  const right = partsOf(all);
  const read = kind === "match" ? pairReader(Object.keys(reference[kind] ?? {}), options) : listReader(options);
  return ({ value }) => {
    const found = read(value);
    if (found instanceof Message) return judged("invalid", 0, [found]);
    if (found.length === 0) return judged("missing");
    const names = all.filter((one) => found.indexOf(one) < 0 || found.indexOf(one) !== found.lastIndexOf(one));
    if (kind === "order" && names.length > 0) return judged("invalid", 0, [say("order.each", { names })]);
    const parts = partsOf(found);
    const n = parts.length;
    const wrong = parts.filter((one) => !right.includes(one));
    const counting = n - (kind === "choices" ? 2 : 1) * wrong.length;
    if (counting === right.length) return judged("correct", points);
    const solution = say("listed.solution", { parts: all });
    if (kind === "choices" && n === options.length) return judged("incorrect", 0, [say("choices.all"), solution]);
    // Beside wrong ones, that others are missing could leave only the right ones.
    const code = kind === "order" ? "order.wrong" : "listed.wrong";
    const said = wrong.length > 0 ? say(code, { wrong: wrong.length, n }) : say("listed.missing");
    const reached = (points * Math.max(0, counting)) / right.length;
    return judged(reached > 0 ? "partial" : "incorrect", reached, [said, ...hintFor(options, wrong[0]), solution]);
  };
}
