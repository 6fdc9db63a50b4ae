/**
 * Reads numbers and accepts what honest rounding makes of a value, and nothing else. Knows values and digits, not where
 * the values come from nor what to say about them.
 */

import { bindFormula } from "../../engine/bind.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { Graph } from "../../engine/graph.ts";
import { parse } from "../../formula/parse.ts";
import type { MessageCode } from "../../messages/catalogue.ts";
import type { Answer, Parameter } from "../judgement.ts";
import { type NumberReading, readNumber, type Written } from "./numberText.ts";
import { agrees, computedTrust, isPrecise, type Places, type Tolerance, type Trust } from "./tolerance.ts";

/** A value that a known mistake leads to. */
export interface MistakenValue {
  readonly code: MessageCode;
  readonly params?: Readonly<Record<string, Parameter>>;
  readonly unless?: readonly MessageCode[] | undefined;
  readonly value: number;
  /** What it becomes when values on the way are rounded. */
  readonly rounded?: () => Iterable<RoundedValue>;
}

/** A value reached by rounding on the way. */
export interface RoundedValue {
  readonly value: number;
  /** All values from `value` to this one are reached as well. */
  readonly until?: number;
  /** Where the last step was rounded as well: the value has no more decimals than these. */
  readonly decimals?: number;
}

/** The values an answer is compared with; the later ones are computed only if the earlier ones don't fit. */
export interface NumberValues {
  readonly exact: number;
  /** Reached by rounding on the way, or from the student's own right earlier answers. */
  readonly rounded: () => Iterable<RoundedValue>;
  /** Follows rightly from the student's own wrong earlier answers. */
  readonly carried: () => Iterable<RoundedValue>;
  /** Reached by rounding on the way to fewer digits than are asked for. */
  readonly coarse: () => Iterable<RoundedValue>;
  readonly mistakes: () => readonly MistakenValue[];
}

export interface NumberTask {
  readonly points: number;
  readonly tolerance: Tolerance;
  /** Absent: that of a computed reference. */
  readonly trust?: Trust;
  /** Whether a number that is exactly right may show fewer digits than the tolerance asks for. */
  readonly exactSuffices: boolean;
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Readonly<Record<string, number>>;
}

/** The numbers an answer may mean: one, or two where `1,250` could group thousands. */
export interface NumberGiven {
  readonly value: number;
  /** Absent for a formula: its value is meant exactly. */
  readonly written?: Written;
}

/** Reads an answer to a number question. */
export function readNumberAnswer({ value, source }: Answer): NumberReading {
  return readNumber(value, source, evaluateText);
}

function evaluateText(text: string): ReturnType<Parameters<typeof readNumber>[2]> {
  const parsed = parse(text, { names: new Set() });
  if (!parsed.ok) return { ok: false, error: parsed.error };
  const graph = new Graph();
  const root = bindFormula(graph, parsed.syntax, { name: () => () => graph.constant(Number.NaN) })(0);
  return { ok: true, value: evaluate(graph, () => undefined)[root] as number };
}

/** All that a reading may mean; empty if it cannot be read. */
export function meanings(reading: NumberReading): readonly NumberGiven[] {
  if (!reading.ok) return [];
  const given = { value: reading.value, ...(reading.written && { written: reading.written }) };
  return reading.thousands === undefined ? [given] : [given, { value: reading.thousands }];
}

/** Whether a number is what rounding `target` honestly gives, at the asked precision or finer, with enough digits. */
export function accepts(given: NumberGiven, target: number, task: NumberTask): boolean {
  if (!isNear(given, target, task)) return false;
  return (
    enoughDigits(given, task) === "right" ||
    (task.exactSuffices && isPrecise(given.value, target, task.trust ?? computedTrust))
  );
}

/** The same for a value that was rounded itself: it has no digits beyond that rounding, and nobody can have found more. */
export function acceptsRounded(given: NumberGiven, target: RoundedValue, task: NumberTask): boolean {
  const { value, until = value, decimals = Number.POSITIVE_INFINITY } = target;
  const shown = given.written?.decimals ?? Number.NEGATIVE_INFINITY;
  const nearest = Math.min(Math.max(given.value, Math.min(value, until)), Math.max(value, until));
  return shown <= decimals && accepts(given, nearest, task);
}

export function isNear(
  { value, written }: NumberGiven,
  target: number,
  { tolerance, trust = computedTrust }: NumberTask,
): boolean {
  return agrees(value, target, tolerance, written ?? shortDecimals(value), trust);
}

/** A formula that comes to a short decimal (46/100) is compared as that decimal; 1/3 is compared exactly. */
function shortDecimals(value: number): Places | undefined {
  const places = /^-?\d+(?:\.(\d{1,6}))?$/.exec(String(value));
  return places === null ? undefined : { decimals: places[1]?.length ?? 0 };
}

/** Whether as many digits are shown as are asked for. Zero has no significant figure, however it is written. */
export function enoughDigits(
  { value, written }: NumberGiven,
  { tolerance }: NumberTask,
): "right" | "too-few" | "too-many" {
  if (!("significantFigures" in tolerance) || written === undefined || value === 0) return "right";
  const { significantFigures: wanted, digits } = tolerance;
  if (written.significant.max < wanted) return "too-few";
  return digits === "exactly" && written.significant.min > wanted ? "too-many" : "right";
}
