/** `rnn-check trace <exercise>`: runs the exercise's model and shows values, gradients and what is stored. */

import { ModelError } from "../../engine/model.ts";
import { canonicalName, splitName } from "../../engine/names.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import { runModel, type TraceOptions } from "../../exercises/trace.ts";
import { withheldOf } from "../../kinds/withheld.ts";
import { UsageError } from "../errors.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { shellCommand } from "../view/style.ts";
import { traceView } from "../view/traceView.ts";

export interface TraceFlags {
  readonly steps?: number;
  readonly case?: string;
  readonly set?: readonly string[];
  readonly wrt?: readonly string[];
  readonly values?: boolean;
  readonly seed?: number;
  readonly solution?: boolean;
}

/** Drawn numbers where an exercise has none that it does not grade. */
const usualSeed = 1;

export async function trace(session: Session, wanted: string, flags: TraceFlags): Promise<number> {
  const { set = [], values = false, solution = false, seed: given, ...rest } = flags;
  // With a case it is the seed of that case's numbers for practice; alone it draws any.
  const [practised, seed] = rest.case === undefined ? [undefined, given] : [given, undefined];
  const exercise = await session.exercise(wanted, practised?.toString());
  if (exercise.model === undefined) throw new UsageError(say("trace.no-model"));
  const isHidden = exercise.solution === "hidden";
  if (solution && isHidden) throw new UsageError(say("trace.hidden"));
  const assignments = Object.fromEntries(set.map(assignment));
  const withheld = solution ? undefined : withheldOf(exercise);
  const chosen = rest.case ?? (withheld ? withheld.freeCase : Object.keys(exercise.cases)[0]);
  const numbers = seed !== undefined || chosen === undefined ? { seed: seed ?? usualSeed } : { case: chosen };
  const options: TraceOptions = { ...rest, ...numbers, set: assignments, values };
  const run = runFor(exercise, options, set);
  const answered = withheld?.answeredBy(run.numbers, chosen);
  if (answered !== undefined) {
    const example = session.command("trace", wanted, ...(isHidden ? [] : ["--solution"]));
    throw new UsageError(say(isHidden ? "trace.graded-hidden" : "trace.graded", { question: answered }), example);
  }
  // What is asked about the backward pass is not told.
  const isAsked = (output: string) => withheld?.backward.has(output) === true;
  const stored = Object.fromEntries(Object.entries(run.trace.stored).filter(([output]) => !isAsked(output)));
  const { case: _, missing, ...document } = { ...run.trace, stored };
  const asked = Object.keys(run.trace.stored).filter(isAsked);
  const view = { title: exercise.title[session.language], full: values, asked, isHidden };
  session.write(document, (style) => traceView({ ...run, trace: { ...run.trace, stored } }, view, style));
  if (missing !== undefined) {
    const names = [...missing.slice(0, 8), ...(missing.length > 8 ? ["…"] : [])];
    const { base } = splitName(missing[0] ?? "");
    const value = exercise.model.inputs.includes(base) ? "sin(t)" : "0.5";
    session.note(say("trace.missing", { names, example: shellCommand([`${base}=${value}`]) }));
  }
  return 0;
}

/** Errors of the model that come from what was typed are the user's, not the author's. */
function runFor(exercise: Exercise, options: TraceOptions, set: readonly string[]): ReturnType<typeof runModel> {
  try {
    return runModel(exercise, options);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const found = String(error.params.name);
    const given = [...Object.keys(options.set ?? {}), ...(options.wrt ?? [])];
    const typed = given.map((name) => canonicalName(name) ?? name);
    if (error.code === "model.unknown-case") {
      const known = Object.keys(exercise.cases);
      throw new UsageError(say(known.length === 0 ? "trace.no-cases" : "trace.unknown-case", { found, known }));
    }
    if (error.code === "model.single-value") refuseDecimalComma(found, set);
    if (error.code === "model.unknown-name" && typed.includes(found))
      throw new UsageError(say("trace.unknown-name", { found, known: quantitiesOf(exercise) }));
    throw error;
  }
}

/** `W=0,5` has become two numbers, but one was meant. */
function refuseDecimalComma(found: string, set: readonly string[]): void {
  for (const text of set) {
    const [, name = "", whole, digits] = /^([^=]*)=\s*(-?\d+),(\d+)\s*$/.exec(text) ?? [];
    if (whole === undefined || (canonicalName(name) ?? name) !== found) continue;
    throw new UsageError(say("trace.decimal-comma", { found, assignment: `${name.trim()}=${whole}.${digits}` }));
  }
}

function quantitiesOf({ model, cases }: Exercise): readonly string[] {
  const given = Object.values(cases).flatMap((values) => Object.keys(values));
  return [...new Set([...(model?.parameters ?? []), ...(model?.inputs ?? []), ...given])];
}

/** `W=0.9`, `x=0.5,-1`, `x=sin(0.1*t)`. */
function assignment(text: string): [string, number | readonly number[] | string] {
  const at = text.indexOf("=");
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || value === "") throw new UsageError(say("trace.set-form", { found: text }));
  const parts = value.replace(/^\[(.*)\]$/s, "$1").split(",");
  const numbers = parts.map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (numbers.some((number) => Number.isNaN(number))) return [name, value];
  return [name, numbers.length === 1 && !value.startsWith("[") ? (numbers[0] as number) : numbers];
}
