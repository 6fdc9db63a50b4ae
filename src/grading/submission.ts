/** Turns a file's bytes or text into a submission (envelope and answers), or says what is wrong with the file. */

import { shownValue } from "../kinds/judgement.ts";
import type { Message } from "../messages/message.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import { JsonProblem, type Place, placeAt } from "./json/problem.ts";
import { type Entry, type Pair, readJson } from "./json/read.ts";
import { say } from "./messages.ts";

/** Most bytes of a file, and deepest nesting of objects and lists. */
export const submissionLimits = { bytes: 1_000_000, depth: 64 };

export interface Submission {
  /** The envelope's `exercise`, as written. */
  readonly exercise?: string;
  /** The envelope's `student`, trimmed; any characters may be in it, so make it safe before showing it or naming files. */
  readonly student?: string;
  /** What the numbers were drawn with that are answered for. */
  readonly seed?: string;
  /** With repeated keys, and numbers as they were written. */
  readonly answers: readonly Pair[];
  readonly warnings: readonly Message[];
}

/** Why a file cannot be graded as a whole, and where if it is one place that is wrong. */
export type SubmissionError = Message & Partial<Place>;

interface Failure {
  readonly ok: false;
  readonly error: SubmissionError;
  /** What its place is in, if that is no JSON. */
  readonly text?: string;
}

export type SubmissionReading = { readonly ok: true; readonly submission: Submission } | Failure;

const failure = (error: SubmissionError): Failure => ({ ok: false, error });

/** The text of an answer, or why there is none. */
export type TextReading = { readonly ok: true; readonly text: string } | Failure;

/** The text of a file in UTF-8 (a byte order mark is dropped), or what is wrong with its bytes. */
export function decodeUtf8(bytes: Uint8Array, limits: { readonly bytes: number } = submissionLimits): TextReading {
  if (bytes.length > limits.bytes) return failure(say("submission.too-large", { limit: limits.bytes }));
  if (looksLikeUtf16(bytes)) return failure(say("submission.utf-16"));
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return failure(say("submission.not-utf8"));
  }
}

/** A UTF-16 byte order mark, or zero bytes at every other place of the beginning, as ASCII in UTF-16 has. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0 && bytes.length > 3);
}

/** Whether an answer is in YAML, by the name of its file, or by that with a number for one of several students (`~2`). */
export function isYaml(file: string): boolean {
  return /\.ya?ml(?:~\d+)?$/i.test(file);
}

/** Reads the text of an answer file. Never throws. */
export function readSubmission(text: string): SubmissionReading {
  if (text.length > submissionLimits.bytes)
    return failure(say("submission.too-large", { limit: submissionLimits.bytes }));
  const json = text.replace(/^\ufeff/, "");
  if (!/\S/.test(json)) return failure(say("submission.empty"));
  const reading = readJson(json, submissionLimits.depth);
  if (reading instanceof JsonProblem) return failure(Object.assign(reading.message, placeAt(json, reading.offset)));
  const mended = reading.mended.map((command) => safeText(command, quotedLength));
  return openEnvelope(reading.root, mended.length > 0 ? [say("submission.latex-escape", { commands: mended })] : []);
}

/** The same for a value that is parsed already, as a library gets it; the number texts are unknown then. */
export function submissionOf(value: unknown): SubmissionReading {
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return readSubmission(text);
  } catch {
    // Cycles, BigInt, too deep for the stack: not a JSON value.
  }
  return failure(say("submission.not-an-object", { found: typeof value }));
}

const envelopeFields: ReadonlySet<string> = new Set(["exercise", "student", "answers"]);
const mostWarnings = 10;

/** `{exercise, student, answers: {…}}`, or the answers themselves (with `exercise` and `student` among them). */
function openEnvelope(root: Entry, warnings: Message[]): SubmissionReading {
  const all = root.pairs;
  if (all === undefined) return failure(say("submission.not-an-object", { found: shownValue(root.value) }));
  const given = lastOf(all, "answers");
  if (given !== undefined && given.pairs === undefined)
    return failure(say("submission.answers-not-an-object", { found: shownValue(given.value) }));
  const exercise = envelopeText(all, "exercise", warnings);
  const student = envelopeText(all, "student", warnings);
  const seed = given && envelopeText(all, "seed", warnings);
  const others = all.filter(([key]) => !envelopeFields.has(key) && !(key === "seed" && given));
  if (given !== undefined) warnings.push(...besideAnswers(others));
  const answers = given?.pairs ?? others;
  const envelope = { ...(exercise && { exercise }), ...(student && { student }), ...(seed && { seed }) };
  return { ok: true, submission: { ...envelope, answers, warnings } };
}

/** Of a repeated key, the last one counts, as in any JSON. */
function lastOf(pairs: readonly Pair[], key: string): Entry | undefined {
  return pairs.findLast(([own]) => own === key)?.[1];
}

function envelopeText(pairs: readonly Pair[], key: string, warnings: Message[]): string | undefined {
  const { value, source } = lastOf(pairs, key) ?? { value: null };
  if (typeof value === "string") return value.trim();
  // A matriculation number is often written as a number.
  if (typeof value === "number") return source ?? String(value);
  if (value !== null) warnings.push(say("submission.unreadable-envelope-field", { key, found: shownValue(value) }));
  return undefined;
}

function besideAnswers(pairs: readonly Pair[]): readonly Message[] {
  const unknown = [...new Set(pairs.map(([key]) => key))].filter((key) => !key.startsWith("$"));
  return unknown
    .slice(0, mostWarnings)
    .map((key) => say("submission.unknown-envelope-key", { key: safeText(key, quotedLength) }));
}
