/** Reads JSON as students write it: says where it is broken and how to mend it, and reads `"\tau"` as it was meant. */

import { once } from "../../engine/memo.ts";
import type { Answer, Json } from "../../kinds/judgement.ts";
import { say } from "../messages.ts";
import { latexCommandAt, stringAt } from "./latexEscapes.ts";
import { type Expectation, explainProblem, JsonProblem, type OpenBracket } from "./problem.ts";

/** A value of the text, with what the value alone would lose. */
export interface Entry extends Answer {
  /** Of an object: all pairs, repeated keys included. */
  readonly pairs?: readonly Pair[];
}

export type Pair = readonly [key: string, entry: Entry];

export interface JsonReading {
  readonly root: Entry;
  /** Backslash commands that JSON itself would have refused or mangled, read as written (`\tau`). */
  readonly mended: readonly string[];
}

/** Reads `text`; refuses nesting beyond `maxDepth`. */
export function readJson(text: string, maxDepth: number): JsonReading | JsonProblem {
  try {
    return new Reader(text, maxDepth).read();
  } catch (error) {
    if (error instanceof JsonProblem) return error;
    throw error;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const blank = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold them.
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const hexEscape = /\\u[0-9a-fA-F]{4}/y;
const command = /\\[a-zA-Z]{0,40}/y;
const word = /[a-z]+(?![\w$])/y;
/** `\'` is not JSON, but what JavaScript's and Python's quoting leave behind. */
const escapes = new Map(
  Object.entries({ '"': '"', "\\": "\\", "/": "/", "'": "'", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }),
);
const words = new Map(Object.entries({ true: true, false: false, null: null }));
const mostMended = 5;

class Reader {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #open: OpenBracket[] = [];
  readonly #mended = new Set<string>();
  #at = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  read(): JsonReading {
    const root = this.#value("value");
    if (this.#next() !== undefined) this.#fail("end");
    return { root, mended: [...this.#mended] };
  }

  #value(expected: Expectation): Entry {
    const c = this.#next();
    if (c === "{") return this.#object();
    if (c === "[") return this.#list();
    if (c === '"') return { value: this.#string() };
    const literal = this.#take(number);
    if (literal !== "") {
      const value = Number(literal);
      return literal === String(value) ? { value } : { value, source: literal };
    }
    const start = this.#at;
    const constant = words.get(this.#take(word));
    if (constant !== undefined) return { value: constant };
    this.#at = start;
    return this.#fail(expected);
  }

  #object(): Entry {
    const value: Record<string, Json> = {};
    const pairs: Pair[] = [];
    this.#enclosed("{", "}", (isFirst) => {
      if (this.#next() !== '"') this.#fail(isFirst ? "keyOrEnd" : "key");
      const key = this.#string();
      if (this.#next() !== ":") this.#fail("colon");
      this.#at++;
      const entry = this.#value("value");
      pairs.push([key, entry]);
      // A plain assignment to `__proto__` would change the object's prototype.
      if (key !== "__proto__") value[key] = entry.value;
      else
        Object.defineProperty(value, key, { value: entry.value, writable: true, enumerable: true, configurable: true });
    });
    return { value, pairs };
  }

  #list(): Entry {
    const value: Json[] = [];
    this.#enclosed("[", "]", (isFirst) => value.push(this.#value(isFirst ? "valueOrEnd" : "value").value));
    return { value };
  }

  /** The parts between two brackets, with commas between them. */
  #enclosed(bracket: string, closing: string, part: (isFirst: boolean) => void): void {
    if (this.#open.length >= this.#maxDepth)
      throw new JsonProblem(say("submission.too-deep", { limit: this.#maxDepth }), this.#at);
    this.#open.push({ offset: this.#at++, bracket, closing });
    for (let isFirst = true; !(isFirst && this.#next() === closing); isFirst = false) {
      part(isFirst);
      const c = this.#next();
      if (c === closing) break;
      if (c !== ",") this.#fail("comma");
      this.#at++;
    }
    this.#at++;
    this.#open.pop();
  }

  /** The string whose opening quote is at the current place. */
  #string(): string {
    const opened = this.#at++;
    const string = once(() => stringAt(this.#text, opened + 1));
    for (let read = ""; ; ) {
      read += this.#take(plainCharacters);
      const c = this.#text[this.#at];
      if (c === "\\") read += this.#escape(string);
      else if (c === undefined || c === "\n" || c === "\r")
        throw new JsonProblem(say("submission.json-open-quote"), opened);
      else if (c !== '"' && c !== "\t") throw new JsonProblem(say("submission.json-control-character"), this.#at);
      else {
        this.#at++;
        if (c === '"') return read;
        read += c;
      }
    }
  }

  /** What the backslash at the current place stands for. One that is no escape stays a backslash. */
  #escape(string: () => string): string {
    if (latexCommandAt(this.#text, this.#at, string) === undefined) {
      const meant = escapes.get(this.#text[this.#at + 1] ?? "");
      if (meant !== undefined) {
        this.#at += 2;
        return meant;
      }
      const hex = this.#take(hexEscape);
      if (hex !== "") return String.fromCharCode(Number.parseInt(hex.slice(2), 16));
    }
    const kept = this.#take(command);
    if (this.#mended.size < mostMended) this.#mended.add(kept === "\\" ? kept + (this.#text[this.#at] ?? "") : kept);
    return kept;
  }

  /** The next character that is not blank. */
  #next(): string | undefined {
    this.#take(blank);
    return this.#text[this.#at];
  }

  /** What the pattern matches at the current place; moves behind it. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #fail(expected: Expectation): never {
    throw explainProblem(this.#text, this.#at, expected, this.#open.at(-1));
  }
}
