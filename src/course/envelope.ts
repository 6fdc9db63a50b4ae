/** A quick look at a submission's envelope, before its exercise is known; grading reads the whole submission itself. */

import { readSubmission } from "../grading/submission.ts";

interface Envelope {
  readonly exercise?: string;
  readonly student?: string;
}

/** Valid JSON, the usual case, is read by the quick parser; what submissions mend goes the long way. */
function readEnvelope(text: string): Envelope {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const reading = readSubmission(text);
    return reading.ok ? reading.submission : {};
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const exercise = field(value, "exercise");
  const student = field(value, "student");
  return { ...(exercise && { exercise }), ...(student && { student }) };
}

function field(envelope: object, key: "exercise" | "student"): string | undefined {
  const value: unknown = Object.hasOwn(envelope, key) ? (envelope as Record<string, unknown>)[key] : undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : undefined;
}

/** A submission without whose it is. */
export interface Anonymous {
  readonly exercise?: string;
  /** The text with the envelope's student emptied: equal texts are equal answers. */
  readonly text: string;
}

/** Room for the anonymous texts that are remembered, in UTF-16 code units. */
const roomForTexts = 4_000_000;

// Whose it is stands at the beginning, written without escapes: what nearly all answer sheets look like.
const heading =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a text.
  /^\s*\{\s*(?:"exercise"\s*:\s*"[^"\\\x00-\x1f]*"\s*,\s*)?"student"\s*:\s*"([^"\\\x00-\x1f]+)"/;

/** Reads envelopes; of texts that differ only in the student at their beginning, the first stands for all. */
export class Envelopes {
  readonly #known = new Map<string, Anonymous>();
  #size = 0;

  read(text: string): { readonly student?: string; readonly anonymous: Anonymous } {
    const found = heading.exec(text);
    const named = found?.[1] ?? "";
    const headed = found !== null && named === named.trim() ? withoutLiteral(text, found[0].length, named) : undefined;
    const known = headed === undefined ? undefined : this.#known.get(headed);
    if (known !== undefined) return { student: named, anonymous: known };
    const envelope = readEnvelope(text);
    const { exercise, student } = envelope;
    const anonymous = { ...(exercise !== undefined && { exercise }), text: withoutStudent(text, envelope) };
    // Only where nothing else in the text can say whose it is.
    if (headed === anonymous.text && student === named && !namesStudentAgain(headed)) this.#remember(anonymous);
    return { ...(student !== undefined && { student }), anonymous };
  }

  #remember(anonymous: Anonymous): void {
    this.#size += anonymous.text.length;
    if (this.#size > roomForTexts) {
      this.#known.clear();
      this.#size = anonymous.text.length;
    }
    this.#known.set(anonymous.text, anonymous);
  }
}

/** `end`: behind the literal's closing quotation mark. */
function withoutLiteral(text: string, end: number, named: string): string {
  return `${text.slice(0, end - named.length - 1)}"${text.slice(end)}`;
}

function namesStudentAgain(text: string): boolean {
  return text.indexOf(key) !== text.lastIndexOf(key) || text.includes("\\u");
}

const key = '"student"';
const afterKey = /[ \t\r\n]*:[ \t\r\n]*/y;

/**
 * The text with its first `"student": "…"` emptied, if that is the envelope's student: equal results mean equal
 * answers. (A text that names its student in another way only misses being recognized.)
 */
function withoutStudent(text: string, envelope: Envelope): string {
  const at = envelope.student === undefined ? -1 : text.indexOf(key);
  if (at < 0) return text;
  afterKey.lastIndex = at + key.length;
  if (!afterKey.test(text)) return text;
  const start = afterKey.lastIndex;
  const literal = JSON.stringify(envelope.student);
  return text.startsWith(literal, start) ? `${text.slice(0, start)}""${text.slice(start + literal.length)}` : text;
}
