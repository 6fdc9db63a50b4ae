/** Reads an answer in YAML as the JSON that it means. Loads yaml: only where such a file comes. */

import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser, type Scalar } from "yaml";
import type { Message } from "../messages/message.ts";
import { placeAt } from "./json/problem.ts";
import { say } from "./messages.ts";
import { submissionLimits, type TextReading } from "./submission.ts";

/** Longer ones, in UTF-16 code units, would take seconds to read; texts of answers are at most a tenth of it. */
const longestYaml = 100_000;

/** Plain words that JSON has as well. All others are text, as `no`, `1_000` and dates are to whoever wrote them. */
const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** The JSON text of a YAML text: repeated keys stay, numbers keep their digits. Never throws. */
export function jsonOfYaml(text: string): TextReading {
  const failure = (told: Message, offset?: number) =>
    ({ ok: false, error: Object.assign(told, offset === undefined ? {} : placeAt(text, offset)), text }) as const;
  if (text.length > longestYaml) return failure(say("submission.too-large", { limit: longestYaml }));
  const parser = new Parser();
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // What is composed of it is made by recursion.
    if (parser.stack.length > 2 * submissionLimits.depth)
      return failure(say("submission.too-deep", { limit: submissionLimits.depth }), parser.offset);
  }
  tokens.push(...parser.end());
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false });
  const [document, second] = composer.compose(tokens, true, text.length);
  const error = document?.errors.find(({ code }) => code !== "BAD_DQ_ESCAPE");
  const wrong = error?.pos[0] ?? second?.range[0];
  if (wrong !== undefined) return failure(say("submission.not-yaml"), wrong);
  const foreign: number[] = [];
  const json = jsonOf(document?.contents ?? null, text, foreign);
  if (foreign.length > 0) return failure(say("submission.yaml-sign"), foreign[0]);
  return { ok: true, text: json === "null" ? "" : json };
}

/** @param foreign gets the places of what JSON has nothing for */
function jsonOf(node: ParsedNode | null, text: string, foreign: number[]): string {
  if (node === null) return "null";
  if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined) foreign.push(node.range[0]);
  if (isSeq(node)) return `[${node.items.map((item) => jsonOf(item, text, foreign)).join(", ")}]`;
  if (!isMap(node)) return isScalar(node) ? scalarOf(node, text) : "null";
  const pairs = node.items.map(({ key, value }) => {
    if (!isScalar(key)) foreign.push(key.range[0]);
    return `${JSON.stringify(String(Object(key).value ?? ""))}: ${jsonOf(value, text, foreign)}`;
  });
  return `{${pairs.join(", ")}}`;
}

function scalarOf({ value, type, range }: Scalar.Parsed, text: string): string {
  const said = String(value ?? "");
  // As it stands there: JSON's reader knows that `"\tau"` is no tab.
  if (type === "QUOTE_DOUBLE") return text.slice(range[0], range[1]).replace(/\s*\n\s*/g, " ");
  if (type !== "PLAIN") return JSON.stringify(type?.startsWith("BLOCK") ? said.trimEnd() : said);
  return said === "" || said === "~" ? "null" : literal.test(said) ? said : JSON.stringify(said);
}
