/** Says in the terms of a beginner why text is not JSON at some place; knows JSON's rules and nothing of submissions. */

import type { Parameter } from "../../kinds/judgement.ts";
import type { MessageCode } from "../../messages/catalogue.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { placeAt } from "./place.ts";

/** What the grammar allows at a place; `end` is the end of the text. */
export type Expectation = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "comma" | "end";

export interface OpenBracket {
  readonly offset: number;
  readonly bracket: string;
}

export interface JsonProblem {
  readonly code: MessageCode;
  /** 0-based place in the text. */
  readonly offset: number;
  readonly params?: Readonly<Record<string, Parameter>>;
}

interface Trouble {
  readonly text: string;
  readonly offset: number;
  readonly expected: Expectation;
  readonly open: OpenBracket | undefined;
  /** The text from the place on, as much as messages need. */
  readonly rest: string;
  /** The offset of the last character before the place that is not blank, and that character. */
  readonly last: number;
  readonly lastCharacter: string;
}

type Explanation = (trouble: Trouble) => (Omit<JsonProblem, "offset"> & { readonly offset?: number }) | undefined;

/** Tried in this order; the first that knows the mistake explains it. */
const explanations: readonly Explanation[] = [
  endedEarly,
  foreignQuotes,
  comment,
  noObject,
  commas,
  brackets,
  separators,
  numbers,
  bareWords,
];

/** Why the text at `offset` is not what `expected` says; `open` is the innermost bracket that is still open. */
export function explainProblem(
  text: string,
  offset: number,
  expected: Expectation,
  open: OpenBracket | undefined,
): JsonProblem {
  let last = offset - 1;
  while (last >= 0 && /[ \t\r\n]/.test(text[last] ?? "")) last--;
  const rest = text.slice(offset, offset + 200);
  const trouble = { text, offset, expected, open, rest, last, lastCharacter: text[last] ?? "" };
  for (const explain of explanations) {
    const found = explain(trouble);
    if (found !== undefined) return { offset, ...found };
  }
  return { code: "submission.json-unexpected", offset, params: { found: quoted(rest.slice(0, 12)) } };
}

function endedEarly({ text, rest, open, expected }: Trouble): ReturnType<Explanation> {
  if (rest !== "") return undefined;
  if (open === undefined) return { code: "submission.json-ended" };
  const bracket = open.bracket === "{" ? "}" : "]";
  const code = expected === "value" || expected === "colon" ? "submission.json-ended" : "submission.json-not-closed";
  return { code, params: { open: open.bracket, bracket, openLine: placeAt(text, open.offset).line } };
}

function foreignQuotes({ rest }: Trouble): ReturnType<Explanation> {
  if (/^['`]/.test(rest)) return { code: "submission.json-single-quotes", params: { found: rest.slice(0, 1) } };
  if (/^[“”„‟«»‘’‚]/.test(rest)) {
    return { code: "submission.json-typographic-quotes", params: { found: rest.slice(0, 1) } };
  }
  return undefined;
}

function comment({ rest }: Trouble): ReturnType<Explanation> {
  return /^(?:\/\/|\/\*|#|<!--)/.test(rest) ? { code: "submission.json-comment" } : undefined;
}

function noObject({ rest, expected, open }: Trouble): ReturnType<Explanation> {
  if (open !== undefined || expected !== "value") return undefined;
  return { code: "submission.json-no-object", params: { found: quoted(rest.slice(0, 20)) } };
}

function commas({ rest, expected, last, lastCharacter }: Trouble): ReturnType<Explanation> {
  const wantsMore = expected === "key" || expected === "value";
  if (wantsMore && lastCharacter === "," && /^[}\]]/.test(rest)) {
    return { code: "submission.json-trailing-comma", offset: last, params: { bracket: rest.slice(0, 1) } };
  }
  if (expected !== "comma" && expected !== "colon" && rest.startsWith(",")) {
    return lastCharacter === ":" ? { code: "submission.json-no-value" } : { code: "submission.json-extra-comma" };
  }
  if (expected === "key" && lastCharacter === "," && /^\d/.test(rest)) {
    return { code: "submission.json-decimal-comma", offset: last };
  }
  return undefined;
}

function brackets({ text, rest, expected, open, lastCharacter }: Trouble): ReturnType<Explanation> {
  if (!/^[}\]]/.test(rest)) return undefined;
  if (expected === "end") return { code: "submission.json-extra-bracket", params: { found: rest.slice(0, 1) } };
  if (lastCharacter === ":") return { code: "submission.json-no-value" };
  if (expected === "colon") return { code: "submission.json-no-colon" };
  if (open === undefined) return undefined;
  return {
    code: "submission.json-wrong-bracket",
    params: {
      found: rest.slice(0, 1),
      bracket: open.bracket === "{" ? "}" : "]",
      openLine: placeAt(text, open.offset).line,
    },
  };
}

function separators({ rest, expected, text, offset, last, lastCharacter }: Trouble): ReturnType<Explanation> {
  if (expected === "end") return { code: "submission.json-more-after-end", params: { found: quoted(rest) } };
  if (expected === "colon") return { code: "submission.json-no-colon" };
  if (expected !== "comma") return undefined;
  // `"a "quoted" word"`: a string has just ended and its text goes on at once.
  if (lastCharacter === '"' && last === offset - 1 && /^[\p{L}\p{N}]/u.test(rest)) {
    return { code: "submission.json-quote-inside" };
  }
  if (/^[*/^+\-(%]/.test(rest) && /[\d)]/.test(text[offset - 1] ?? "")) return { code: "submission.json-bare-formula" };
  return { code: "submission.json-no-comma", offset: last + 1 };
}

function numbers({ rest }: Trouble): ReturnType<Explanation> {
  const literal = /^[-+]?(?:\.\d|\d)[\w.]*/.exec(rest)?.[0];
  if (literal === undefined) return undefined;
  return /^[-+]?[\d.]+(?:[eE][-+]?\d*)?$/.test(literal)
    ? { code: "submission.json-number", params: { found: quoted(literal) } }
    : { code: "submission.json-bare-formula" };
}

const meantWords: ReadonlyMap<string, string> = new Map([
  ["true", "true"],
  ["false", "false"],
  ["none", "null"],
  ["null", "null"],
  ["nil", "null"],
  ["undefined", "null"],
]);

function bareWords({ rest, expected }: Trouble): ReturnType<Explanation> {
  const found = /^[-+]?(?:\\?[\p{L}_$≈~=√∞][^\s,:{}[\]"]*)/u.exec(rest)?.[0];
  if (found === undefined) return undefined;
  if (/^[-+]?(?:nan|inf|infinity|∞)$/i.test(found)) {
    return { code: "submission.json-not-finite", params: { found: quoted(found) } };
  }
  const meant = meantWords.get(found.toLowerCase());
  if (expected === "key" || expected === "keyOrEnd") {
    return { code: "submission.json-bare-key", params: { found: quoted(found) } };
  }
  return meant === undefined
    ? { code: "submission.json-bare-text", params: { found: quoted(found) } }
    : { code: "submission.json-word", params: { found: quoted(found), meant } };
}

function quoted(text: string): string {
  return safeText(text, quotedLength);
}
