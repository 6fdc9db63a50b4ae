/** Turns a file's bytes or text into a submission (envelope and answers), or says why not; knows no exercise. */

import { isList, isRecord, shownValue } from "../kinds/jsonValue.ts";
import type { Feedback, Json, Parameter } from "../kinds/judgement.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import { holdsLatexEscapes } from "./json/latexEscapes.ts";
import { type Place, placeAt } from "./json/place.ts";
import { type JsonReading, readJson } from "./json/read.ts";
import { scanJson } from "./json/scan.ts";

export interface SubmissionLimits {
  /** Most bytes of a file. */
  readonly bytes: number;
  /** Deepest nesting of objects and lists. */
  readonly depth: number;
}

export const submissionLimits: SubmissionLimits = { bytes: 1_000_000, depth: 64 };

export type JsonObject = { readonly [key: string]: Json };

/** What only the text says, beyond the parsed value: see `JsonReading`. */
export type TextDetails = Pick<JsonReading, "sources" | "replaced">;

export interface Submission {
  /** The envelope's `exercise`, as written. */
  readonly exercise?: string;
  /** The envelope's `student`, trimmed; any characters may be in it, so make it safe before showing it or naming files. */
  readonly student?: string;
  readonly answers: JsonObject;
  readonly details: TextDetails;
  readonly warnings: readonly Feedback[];
}

/** Why a file cannot be graded as a whole. */
export interface SubmissionError extends Partial<Place> {
  readonly code: MessageCode;
  readonly params?: Readonly<Record<string, Parameter>>;
}

export type SubmissionReading =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly error: SubmissionError };

const utf8 = new TextDecoder("utf-8", { fatal: true });
const noDetails: TextDetails = { sources: new Map(), replaced: new Map() };

/** The text of a file in UTF-8 (a byte order mark is dropped), or what is wrong with its bytes. */
export function decodeUtf8(
  bytes: Uint8Array,
  limits: SubmissionLimits = submissionLimits,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: SubmissionError } {
  if (bytes.length > limits.bytes) return failure("submission.too-large", { limit: limits.bytes });
  if (looksLikeUtf16(bytes)) return failure("submission.utf-16");
  try {
    return { ok: true, text: utf8.decode(bytes) };
  } catch {
    return failure("submission.not-utf8", { offset: firstBadByte(bytes) });
  }
}

/** Reads the text of an answer file. Never throws. */
export function readSubmission(text: string, limits: SubmissionLimits = submissionLimits): SubmissionReading {
  if (text.length > limits.bytes) return failure("submission.too-large", { limit: limits.bytes });
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!/\S/.test(json)) return failure("submission.empty");
  const parsed = parsePlainly(json, limits.depth);
  if (parsed !== undefined) return openEnvelope(parsed, noDetails, []);
  const reading = readJson(json, limits.depth);
  if (!reading.ok) {
    const { code, offset, params } = reading.problem;
    return { ok: false, error: { code, ...(params && { params }), ...placeAt(json, offset) } };
  }
  const mended = reading.mended.map((command) => safeText(command, quotedLength));
  const warnings: Feedback[] =
    mended.length > 0 ? [{ code: "submission.latex-escape", params: { commands: mended } }] : [];
  const { sources, replaced } = reading;
  return openEnvelope(reading.value, { sources, replaced }, warnings);
}

/** The same for a value that is parsed already, as a library gets it; the number texts are unknown then. */
export function submissionOf(value: unknown, limits: SubmissionLimits = submissionLimits): SubmissionReading {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Cycles, BigInt, too deep for the stack: not a JSON value.
  }
  return text === undefined
    ? failure("submission.not-an-object", { found: safeText(typeof value) })
    : readSubmission(text, limits);
}

/** The value, if JSON.parse alone tells everything there is to know about the text; this is the fast and usual way. */
function parsePlainly(text: string, maxDepth: number): Json | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { depth, pairs, tellingNumbers } = scanJson(text);
  if (depth > maxDepth || tellingNumbers || pairs !== countPairs(value)) return undefined;
  return text.includes("\\") && holdsLatexEscapes(text) ? undefined : value;
}

/** The pairs in all objects of a value that is known not to be deep. */
function countPairs(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  let pairs = 0;
  if (isList(value)) for (const part of value) pairs += countPairs(part);
  else {
    const keys = Object.keys(value);
    pairs = keys.length;
    for (const key of keys) pairs += countPairs(value[key] ?? null);
  }
  return pairs;
}

/** `{exercise, student, answers: {…}}`, or the answers themselves (with `exercise` and `student` among them). */
function openEnvelope(root: Json, details: TextDetails, warnings: Feedback[]): SubmissionReading {
  if (!isRecord(root)) return failure("submission.not-an-object", { found: shownValue(root) });
  const enveloped = Object.hasOwn(root, "answers");
  const inner = enveloped ? root.answers : root;
  if (!isRecord(inner)) return failure("submission.answers-not-an-object", { found: shownValue(inner ?? null) });
  const exercise = envelopeText(root, "exercise", details, warnings);
  const student = envelopeText(root, "student", details, warnings);
  if (enveloped) warnings.push(...besideAnswers(root));
  const answers = enveloped ? inner : withoutEnvelopeFields(root, details);
  return {
    ok: true,
    submission: { ...(exercise && { exercise }), ...(student && { student }), answers, details, warnings },
  };
}

const envelopeFields: ReadonlySet<string> = new Set(["exercise", "student", "answers"]);
const mostWarnings = 10;

function envelopeText(root: JsonObject, key: string, details: TextDetails, warnings: Feedback[]): string | undefined {
  const value = Object.hasOwn(root, key) ? root[key] : undefined;
  if (typeof value === "string") return value.trim();
  // A matriculation number is often written as a number.
  if (typeof value === "number") return details.sources.get(root)?.get(key) ?? String(value);
  if (value !== undefined && value !== null) {
    warnings.push({ code: "submission.unreadable-envelope-field", params: { key, found: shownValue(value) } });
  }
  return undefined;
}

function besideAnswers(root: JsonObject): Feedback[] {
  const unknown = Object.keys(root).filter((key) => !envelopeFields.has(key) && !key.startsWith("$"));
  return unknown.slice(0, mostWarnings).map((key) => ({
    code: "submission.unknown-envelope-key" as const,
    params: { key: safeText(key, quotedLength) },
  }));
}

/** The bare form's answers; what the text says about them moves along to the new object. */
function withoutEnvelopeFields(root: JsonObject, details: TextDetails): JsonObject {
  if (!Object.hasOwn(root, "exercise") && !Object.hasOwn(root, "student")) return root;
  const answers = Object.fromEntries(Object.entries(root).filter(([key]) => !envelopeFields.has(key)));
  for (const map of [details.sources, details.replaced] as Map<unknown, unknown>[]) {
    const known = map.get(root);
    if (known !== undefined) map.set(answers, known);
  }
  return answers;
}

function failure(
  code: MessageCode,
  params?: Readonly<Record<string, Parameter>>,
): { ok: false; error: SubmissionError } {
  return { ok: false, error: { code, ...(params && { params }) } };
}

/** A UTF-16 byte order mark, or zero bytes at every other place of the beginning, as ASCII in UTF-16 has. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0 && bytes.length > 3);
}

/** The 0-based offset of the first byte that UTF-8 does not allow. */
function firstBadByte(bytes: Uint8Array): number {
  // The longest prefix that decodes as the beginning of something; a lone incomplete character at its end is allowed.
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good;
}

function decodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}
