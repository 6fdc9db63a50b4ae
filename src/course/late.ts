/** When something was handed in, whether that is late, and what it costs. */

import { type Report, reaches, roundPoints } from "../grading/report.ts";
import type { Language } from "../messages/message.ts";
import { say } from "./messages.ts";

/** What a clock shows, in milliseconds as if it were in UTC, and by how much it is ahead of UTC, if it says so. */
export interface ClockTime {
  readonly shown: number;
  readonly ahead?: number;
}

const hour = 3_600_000;
const date = /^(?:(\d{4}-\d\d-\d\d)|(\d\d?)\.(\d\d?)\.(\d{4}))/.source;
const clock = /(?:(?:T|,?\s+)(\d\d?:\d\d(?::\d\d)?)(?:\.\d+)?)?/.source;
const zone = /\s*(?:(Z|UTC)|([+-]\d\d):?(\d\d))?$/.source;
const time = new RegExp(date + clock + zone, "i");

/** `2026-05-31T23:59+02:00`, `31.05.2026 23:59`; a day without a time is meant to its end. Undefined: neither. */
export function clockTime(text: string): ClockTime | undefined {
  const found = time.exec(text.trim());
  if (found === null) return undefined;
  const [, iso, day = "", month = "", year, at = "23:59:59", utc, hours, minutes] = found;
  const two = (number: string) => number.padStart(2, "0");
  const written = iso ?? `${year}-${two(month)}-${two(day)}`;
  const shown = Date.parse(`${written}T${at.padStart(at.length === 4 || at.length === 7 ? at.length + 1 : 0, "0")}Z`);
  // There is no 31st of June.
  if (Number.isNaN(shown) || new Date(shown).getUTCDate() !== Number(written.slice(-2))) return undefined;
  const ahead = utc === undefined ? Number(hours) + (Number(minutes) / 60) * (hours?.startsWith("-") ? -1 : 1) : 0;
  return Number.isNaN(ahead) ? { shown } : { shown, ahead: ahead * hour };
}

const units = { hour, day: 24 * hour, week: 168 * hour } as const;
const unit = String.raw`(h|std|hours?|stunden?|d|days?|tage?n?|w|weeks?|wochen?)\.?`;

function unitOf(word: string): number {
  return /^[hs]/i.test(word) ? units.hour : /^[dt]/i.test(word) ? units.day : units.week;
}

/** The deadline of one student: another time, or so much longer (`2 days`, `+48h`). Undefined: it says neither. */
export function extended(deadline: ClockTime, by: string): ClockTime | undefined {
  const [, number, word = ""] = new RegExp(String.raw`^\+?\s*(\d+(?:[.,]\d+)?)\s*${unit}$`, "i").exec(by.trim()) ?? [];
  if (number !== undefined)
    return { ...deadline, shown: deadline.shown + Number(number.replace(",", ".")) * unitOf(word) };
  const other = clockTime(by);
  return other && { ...(deadline.ahead !== undefined && { ahead: deadline.ahead }), ...other };
}

/**
 * By how many milliseconds; 0 and below: not late. A clock that does not say where it is, as in archives, is meant to be
 * where the deadline's is, and a deadline that does not say so is in UTC.
 */
export function lateBy(handedIn: ClockTime, deadline: ClockTime): number {
  const ahead = deadline.ahead ?? 0;
  return handedIn.shown - (handedIn.ahead ?? ahead) - (deadline.shown - ahead);
}

/** What is taken off: of the points reached in percent, or points, for each unit begun or once. */
export interface Penalty {
  readonly amount: number;
  readonly percent: boolean;
  readonly per?: number;
  readonly most: number;
}

const quantity = String.raw`(\d+(?:[.,]\d+)?)\s*(%|percent|prozent|points?|punkte?n?|pts?)`;
const rule = new RegExp(
  String.raw`^${quantity}(?:\s*(?:/|per|pro|an?|je|each)\s*${unit})?(?:[,;]?\s*(?:max\w*\.?|at most|up to|höchstens)\s*${quantity})?$`,
  "i",
);

/** `10%/day`, `1 point/hour, max 5 points`, `5%`, `none`: nothing late is accepted. Undefined: none of these. */
export function penaltyOf(text: string): Penalty | undefined {
  if (/^(?:none|not|no|kein|nicht)/i.test(text.trim())) return { amount: 100, percent: true, most: 100 };
  const [, amount, kind = "", per, limit, limitKind = kind] = rule.exec(text.trim()) ?? [];
  const isPercent = (word: string) => /^(?:%|per|pro)/i.test(word);
  if (amount === undefined || isPercent(kind) !== isPercent(limitKind)) return undefined;
  const number = (digits: string) => Number(digits.replace(",", "."));
  const most = limit === undefined ? (isPercent(kind) ? 100 : Number.POSITIVE_INFINITY) : number(limit);
  return { amount: number(amount), percent: isPercent(kind), ...(per && { per: unitOf(per) }), most };
}

/** The report on what was handed in so late. A platform that only says that it is late makes it one unit. */
export function lateReport(
  report: Report,
  milliseconds: number,
  penalty: Penalty | undefined,
  { minPercent, language }: { readonly minPercent: number; readonly language: Language },
): Report {
  const { amount = 0, percent = true, per, most = 0 } = penalty ?? {};
  const off = Math.min(most, amount * (per === undefined ? 1 : Math.max(1, Math.ceil(milliseconds / per))));
  const left = (points: number) => roundPoints(percent ? points * (1 - off / 100) : Math.max(0, points - off));
  const { points: before, maxPoints } = report;
  const points = left(before);
  const reviewPoints = roundPoints(left(before + report.reviewPoints) - points);
  const late = { seconds: Math.round(milliseconds / 1000), before, taken: roundPoints(before - points) };
  const by = duration(late.seconds) || "?";
  const told = [say("batch.late", { by }), ...(late.taken > 0 ? [say("batch.late-taken", late)] : [])];
  const passed = report.status === "graded" ? reaches({ points, reviewPoints, maxPoints }, minPercent) : false;
  const warnings = [...(report.warnings ?? []), ...told.map((one) => ({ code: one.code, message: one.in(language) }))];
  return { ...report, points, reviewPoints, passed, late, warnings };
}

/**
 * Which of two results counts; the other goes along with it. What was handed in on time stands, unless a rule says what
 * being late costs and the late one is still better.
 */
export function counting(both: readonly Report[], hasRule: boolean, language: Language): Report {
  const [punctual, late] = [both.find((one) => !one.late), both.find((one) => one.late)] as [Report, Report];
  const isBetter = hasRule && late.points > punctual.points;
  const isLate = late.status === "graded" && (punctual.status !== "graded" || isBetter);
  const [counts, passedOver] = isLate ? [late, punctual] : [punctual, late];
  const { points } = passedOver;
  const told = isLate ? say("batch.late-counts", { points }) : say("batch.punctual-counts", { points });
  const warnings = [...(counts.warnings ?? []), { code: told.code, message: told.in(language) }];
  return { ...counts, warnings, passedOver };
}

/** The results of one student's files on time and late, whichever counts. */
export function sideBySide(report: Report): {
  readonly punctual?: Report | undefined;
  readonly late?: Report | undefined;
} {
  const both = [report, ...(report.passedOver ? [report.passedOver] : [])];
  return { punctual: both.find((one) => !one.late), late: both.find((one) => one.late) };
}

/** `2 d 3 h`, down to minutes. */
export function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const parts = Object.entries({ d: minutes / 1440, h: (minutes % 1440) / 60, min: minutes % 60 });
  return parts.flatMap(([name, n]) => (n >= 1 ? `${Math.floor(n)} ${name}` : [])).join(" ");
}
