/** The one report type that grading produces and every format reads, and what a report comes to. */

import {
  type Answer,
  type CriterionVerdict,
  isList,
  isRecord,
  type Json,
  shownValue,
  type Verdict,
} from "../kinds/judgement.ts";
import type { Place } from "../messages/message.ts";
import { safeText, shownLength } from "../messages/safeText.ts";

/** A message for people under a code that stays the same for ever. */
export interface Message {
  readonly code: string;
  readonly message: string;
  /** What it points at in the answer. */
  readonly place?: Place;
  /** It is one of those that the message before them announces. */
  readonly part?: true;
  /** It gives the right answer away. */
  readonly solution?: true;
}

/** What an item and each of its criteria have. */
interface Part {
  readonly id: string;
  readonly points: number;
  readonly maxPoints: number;
  /** Present if a person decided, not the tool, which gave what it `was`. */
  readonly overridden?: {
    readonly by?: string;
    readonly comment?: string;
    readonly was?: { readonly verdict: Verdict | CriterionVerdict; readonly points: number };
  };
}

export interface ReportCriterion extends Part {
  /** What people call it: the author's word for it, or its number. Ids would give answers away. */
  readonly label?: string;
  readonly verdict: CriterionVerdict;
  /** The student's own words that decided, made safe for terminals (no control characters) and bounded in length. */
  readonly evidence?: readonly string[];
  readonly feedback?: readonly Message[];
}

export interface ReportItem extends Part {
  readonly kind: string;
  readonly verdict: Verdict;
  /** Further points a person may award; present only where something is under review. */
  readonly reviewPoints?: number;
  readonly feedback: readonly Message[];
  readonly criteria?: readonly ReportCriterion[];
  /** What the student wrote (text of the JSON value), made safe and bounded; absent if missing. */
  readonly answer?: string;
  /** `answerHash` of the whole answer as handed in: a person's decision holds for this answer only. */
  readonly answerHash?: string;
}

export interface ReportError extends Message {
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
}

export interface Report {
  readonly schema: typeof schema;
  readonly exercise: string;
  /** What the numbers were drawn with, if they are for practice. */
  readonly seed?: string;
  readonly student?: string;
  readonly file?: string;
  /** `invalid`: the file as a whole cannot be graded; then `error` says why and `items` is empty. */
  readonly status: "graded" | "invalid";
  readonly points: number;
  readonly maxPoints: number;
  readonly reviewPoints: number;
  /** null: open, as points under review decide. */
  readonly passed: boolean | null;
  readonly needsReview: boolean;
  readonly items: readonly ReportItem[];
  /** Handed in after the deadline, by so much (0: nobody knows); the points before and what was taken off. */
  readonly late?: { readonly seconds: number; readonly before: number; readonly taken: number };
  /** The result of the same student's other file, where one is late and one is not: it does not count. */
  readonly passedOver?: Report;
  /** Things that did not stop grading, e.g. keys that belong to no question. */
  readonly warnings?: readonly Message[];
  readonly error?: ReportError;
}

/** Which exercise a report is about, and whose answer. */
export type Subject = Pick<Report, "exercise" | "seed" | "student" | "file">;

const schema = "rnn-check/report@1";

/** The report on an answer whose items are judged; `subject` may be such a report, as before a person's decisions. */
export function gradedReport(
  subject: Subject,
  items: readonly ReportItem[],
  { maxPoints, minPercent }: { readonly maxPoints: number; readonly minPercent: number },
): Report {
  const points = roundPoints(items.reduce((sum, item) => sum + item.points, 0));
  const reviewPoints = roundPoints(items.reduce((sum, item) => sum + (item.reviewPoints ?? 0), 0));
  const needsReview = items.some(({ verdict, reviewPoints = 0 }) => verdict === "review" || reviewPoints > 0);
  const passed = reaches({ points, reviewPoints, maxPoints }, minPercent);
  return { schema, ...subject, status: "graded", points, maxPoints, reviewPoints, passed, needsReview, items };
}

/** The report on a file that cannot be graded as a whole: never passed, however little would do. */
export function invalidReport(subject: Subject, maxPoints: number, error: ReportError): Report {
  const outcome = { points: 0, maxPoints, reviewPoints: 0, passed: false, needsReview: false };
  return { schema, ...subject, status: "invalid", ...outcome, items: [], error };
}

/** Whether at least `percent` of the points are reached; null as long as those under review decide. */
export function reaches(
  { points, reviewPoints, maxPoints }: Pick<Report, "points" | "reviewPoints" | "maxPoints">,
  percent: number,
): boolean | null {
  const needed = (maxPoints * percent) / 100 - 1e-9;
  return points >= needed ? true : points + reviewPoints >= needed ? null : false;
}

/** Whole percents: 0 only of nothing, 100 only of all. */
export function wholePercent(share: number): number {
  const rounded = Math.round(100 * share);
  return share > 0 && share < 1 ? Math.min(99, Math.max(1, rounded)) : rounded;
}

/** The criteria that say something about an item: none where nothing was answered, no lacking ones where all points are reached. */
export function tellingCriteria({ criteria = [], verdict }: ReportItem): readonly ReportCriterion[] {
  if (verdict === "missing") return [];
  return verdict === "correct" ? criteria.filter((one) => one.verdict === "met" || one.verdict === "partly") : criteria;
}

/** Points without what sums of doubles add in the last digits: 0.1 + 0.2 is 0.3. */
export function roundPoints(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}

/** The answer as one line of at most 500 characters: no control characters or escape sequences, numbers as written. */
export function answerText({ value, source }: Answer): string {
  return source !== undefined && typeof value === "number" ? safeText(source) : shownValue(value, shownLength);
}

/**
 * 16 hexadecimal digits of an answer's JSON with sorted keys. `source` is a JSON number's text as written, which counts
 * too, because the digits that a student shows can decide. No protection against forgery.
 */
export function answerHash(value: Json | undefined, source = ""): string {
  const text = value === undefined ? "missing" : JSON.stringify(sorted(value));
  const whole = source === "" ? text : `${text}#${source}`;
  return checksum(whole) + checksum(whole, 0x01234567);
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}

/** FNV-1a with 32 bits, over UTF-16 code units, in eight hexadecimal digits: keeps texts apart, protects nothing. */
export function checksum(text: string, start = 0x811c9dc5): string {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
