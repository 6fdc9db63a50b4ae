/** Reads JSON text with places, sources of numbers and repeated keys; mends lone backslashes. Knows no submission. */

import type { Json } from "../../kinds/judgement.ts";
import { append } from "../../kinds/multimap.ts";
import { latexCommandAt, type StringAround, stringAround } from "./latexEscapes.ts";
import { type Expectation, explainProblem, type JsonProblem, type OpenBracket } from "./problem.ts";

/** An object or a list of the value read. */
type Container = { readonly [key: string]: Json } | readonly Json[];

export interface JsonReading {
  readonly ok: true;
  readonly value: Json;
  /** By container, then key (list index as text): the literal of each number that says more than its value. */
  readonly sources: ReadonlyMap<Container, ReadonlyMap<string, string>>;
  /** By object: the pairs that a later pair with the same key has replaced in `value`, in order. */
  readonly replaced: ReadonlyMap<Container, readonly (readonly [string, Json])[]>;
  /** Backslash commands that JSON itself would have refused or mangled, read as written (`\tau`). */
  readonly mended: readonly string[];
}

interface Frame {
  readonly value: Record<string, Json> | Json[];
  readonly opened: OpenBracket;
  key: string;
}

const numberLiteral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const blank = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold them.
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const fourHexDigits = /[0-9a-fA-F]{4}/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ...['"', "\\", "/"].map((c) => [c, c] as const),
  // Not JSON, but what JavaScript's and Python's quoting leave behind.
  ["'", "'"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const words: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const word = /[a-z]+(?![\w$])/y;

/** Reads `text`; never throws, needs no recursion, refuses nesting beyond `maxDepth`. */
export function readJson(text: string, maxDepth: number): JsonReading | { ok: false; problem: JsonProblem } {
  const reader = new Reader(text, maxDepth);
  const problem = reader.read();
  return problem === undefined ? { ok: true, ...reader.result() } : { ok: false, problem };
}

class Reader {
  private readonly text: string;
  private readonly maxDepth: number;
  private at = 0;
  private root: Json = null;
  private readonly frames: Frame[] = [];
  private readonly sources = new Map<Container, Map<string, string>>();
  private readonly replaced = new Map<Container, [string, Json][]>();
  private readonly mended = new Set<string>();

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  result(): Omit<JsonReading, "ok"> {
    return { value: this.root, sources: this.sources, replaced: this.replaced, mended: [...this.mended] };
  }

  /** Reads everything; the problem that stopped it, or undefined. */
  read(): JsonProblem | undefined {
    let expected: Expectation = "value";
    while (expected !== "end") {
      this.skipBlank();
      const next = this.step(expected);
      if (typeof next !== "string") return next;
      expected = next;
    }
    this.skipBlank();
    return this.at < this.text.length ? this.problem("end") : undefined;
  }

  /** Reads one token where `expected` stands; what is expected next, or the problem. */
  private step(expected: Expectation): Expectation | JsonProblem {
    const c = this.text[this.at];
    const frame = this.frames.at(-1);
    if (expected === "comma") {
      if (c === ",") return this.pass(this.inObject() ? "key" : "value");
      return c !== undefined && c === closing(frame) ? this.close() : this.problem(expected);
    }
    if (expected === "colon") return c === ":" ? this.pass("value") : this.problem(expected);
    if (expected === "keyOrEnd" || expected === "key") {
      if (c === "}" && expected === "keyOrEnd") return this.close();
      if (c !== '"' || frame === undefined) return this.problem(expected);
      const key = this.readString();
      if (typeof key !== "string") return key;
      frame.key = key;
      return "colon";
    }
    if (c === "]" && expected === "valueOrEnd") return this.close();
    return this.readValue(c, expected);
  }

  private readValue(c: string | undefined, expected: Expectation): Expectation | JsonProblem {
    if (c === "{" || c === "[") {
      if (this.frames.length >= this.maxDepth) {
        return { code: "submission.too-deep", offset: this.at, params: { limit: this.maxDepth } };
      }
      const value: Record<string, Json> | Json[] = c === "{" ? {} : [];
      const opened = { offset: this.at, bracket: c };
      this.add(value);
      this.frames.push({ value, opened, key: "" });
      return this.pass(c === "{" ? "keyOrEnd" : "valueOrEnd");
    }
    if (c === '"') {
      const read = this.readString();
      if (typeof read !== "string") return read;
      this.add(read);
      return this.afterValue();
    }
    const literal = this.match(numberLiteral);
    if (literal !== undefined && literal !== "" && !/[\w.]/.test(this.text[this.at + literal.length] ?? "")) {
      this.add(Number(literal), literal);
      this.at += literal.length;
      return this.afterValue();
    }
    const name = this.match(word);
    const constant = name === undefined ? undefined : words.get(name);
    if (name === undefined || constant === undefined) return this.problem(expected);
    this.add(constant);
    this.at += name.length;
    return this.afterValue();
  }

  /** Puts a value where it belongs; `literal` is a number's text. */
  private add(value: Json, literal?: string): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) {
      this.root = value;
      return;
    }
    const container = frame.value;
    const key = Array.isArray(container) ? String(container.length) : frame.key;
    if (Array.isArray(container)) container.push(value);
    else {
      const earlier = Object.hasOwn(container, key) ? container[key] : undefined;
      if (earlier !== undefined) append(this.replaced, container, [key, earlier] as [string, Json]);
      // A plain assignment to `__proto__` would change the object's prototype.
      Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
    }
    const known = this.sources.get(container);
    if (literal === undefined || literal === String(value)) known?.delete(key);
    else if (known === undefined) this.sources.set(container, new Map([[key, literal]]));
    else known.set(key, literal);
  }

  /** The string whose opening quote is at the current place; moves behind it. */
  private readString(): string | JsonProblem {
    const opened = this.at;
    let known: StringAround | undefined;
    const around = () => (known ??= stringAround(this.text, opened + 1));
    this.at++;
    let read = "";
    for (;;) {
      const plain = this.match(plainCharacters) ?? "";
      read += plain;
      this.at += plain.length;
      const c = this.text[this.at];
      if (c === '"') {
        this.at++;
        return read;
      }
      if (c === "\\") read += this.readEscape(around);
      else if (c === "\t") {
        read += c;
        this.at++;
      } else if (c === undefined || c === "\n" || c === "\r") {
        return { code: "submission.json-open-quote", offset: opened };
      } else return { code: "submission.json-control-character", offset: this.at };
    }
  }

  /** What the backslash at the current place stands for; moves behind it. A backslash that is no escape stays one. */
  private readEscape(around: () => StringAround): string {
    const escaped = this.text[this.at + 1] ?? "";
    const command = latexCommandAt(this.text, this.at, around);
    if (command !== undefined) return this.mend(command);
    if (escaped === "u") {
      fourHexDigits.lastIndex = this.at + 2;
      const digits = fourHexDigits.exec(this.text)?.[0];
      if (digits !== undefined) {
        this.at += 6;
        return String.fromCharCode(Number.parseInt(digits, 16));
      }
    }
    const meant = escapes.get(escaped);
    if (meant !== undefined) {
      this.at += 2;
      return meant;
    }
    return this.mend(/^[a-zA-Z]+/.exec(this.text.slice(this.at + 1, this.at + 40))?.[0] ?? "");
  }

  private mend(command: string): string {
    if (this.mended.size < 5) this.mended.add(`\\${command === "" ? (this.text[this.at + 1] ?? "") : command}`);
    this.at += 1 + command.length;
    return `\\${command}`;
  }

  private close(): Expectation {
    this.frames.pop();
    this.at++;
    return this.afterValue();
  }

  private afterValue(): Expectation {
    return this.frames.length === 0 ? "end" : "comma";
  }

  private pass(next: Expectation): Expectation {
    this.at++;
    return next;
  }

  private inObject(): boolean {
    return this.frames.at(-1)?.opened.bracket === "{";
  }

  private skipBlank(): void {
    this.at += this.match(blank)?.length ?? 0;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  private problem(expected: Expectation): JsonProblem {
    return explainProblem(this.text, this.at, expected, this.frames.at(-1)?.opened);
  }
}

function closing(frame: Frame | undefined): string | undefined {
  return frame === undefined ? undefined : frame.opened.bracket === "{" ? "}" : "]";
}
