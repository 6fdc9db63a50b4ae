/** Reads several options, from lists, texts and objects: `["a", "c"]`, `"a and c"`, `{ "a": 1 }`. */

import { Message } from "../../messages/message.ts";
import { type ChoiceOption, wordsFor } from "../choice/options.ts";
import { optionReader } from "../choice/read.ts";
import { isList, isRecord, type Json } from "../judgement.ts";
import { say } from "./messages.ts";

/** What stands before and between options, the firmest first, as an option may hold the others. */
const connectives = /[/|&]|[-=]?>|→|(?<!\S)(?:and|und|then|dann)(?!\S)/i;
const separators = [/[\n;]|(?<!\S)(?:[-*•]|\d{1,2}[.)])\s/, /,/, connectives];

/** Finds the options that answers name, as text and in their order; of what is none of them it says so. */
export function listReader(options: readonly ChoiceOption[]): (answer: Json) => readonly string[] | Message {
  const read = optionReader(options);
  const words = new Set(options.flatMap(wordsFor).map((word) => word.toLowerCase()));
  const isOption = (text: string) => words.has(text.trim().toLowerCase());
  const parts = (text: string, level = 0): readonly string[] => {
    if (isOption(text)) return [text];
    const separator = separators[level];
    if (separator !== undefined) return text.split(separator).flatMap((part) => parts(part, level + 1));
    const each = text.trim().split(/\s+/);
    return each.every(isOption) ? each : [text];
  };
  return (answer) => {
    const all: readonly Json[] = isList(answer) ? answer : [answer];
    const entries = all.flatMap((one): Json => (typeof one === "string" ? parts(one) : one));
    return eachRead(entries.filter(isWritten), read);
  };
}

/** Finds which option answers give for which key: `a: 1`. */
export function pairReader(keys: readonly string[], options: readonly ChoiceOption[]) {
  const [readKey, readValue] = [optionReader(keys.map((value) => ({ value }))), optionReader(options)];
  return (answer: Json): readonly string[] | Message => {
    const written = Object.entries(isRecord(answer) ? answer : {}).filter(([, value]) => isWritten(value));
    const given = Object.fromEntries(written);
    const left = eachRead(Object.keys(given), readKey);
    const right = eachRead(Object.values(given), readValue);
    if (left instanceof Message) return left;
    if (right instanceof Message) return right;
    if (!isRecord(answer) || new Set(left).size < left.length) return say("match.form", { keys });
    return left.map((key, i) => `${key}: ${right[i]}`);
  };
}

/** What all are read as, or why one can't be. */
function eachRead(all: readonly Json[], read: (one: Json) => string | Message): readonly string[] | Message {
  const strange = all.find((one) => read(one) instanceof Message);
  return strange === undefined ? all.map((one) => read(one) as string) : (read(strange) as Message);
}

function isWritten(value: Json): boolean {
  return value !== null && !(typeof value === "string" && /^[\s.…]*$/.test(value));
}
