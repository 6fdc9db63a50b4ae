/** Whose each file is that was found, which exercise it answers, and what is nobody's; grades nothing. */

import { sharedInTeams, toldApart, withExercises } from "../../course/handInsTogether.ts";
import { PathReader, type Surroundings } from "../../course/identity.ts";
import { say } from "../../course/messages.ts";
import { compareText } from "../../course/order.ts";
import type { Skipped, SkipReason } from "../../course/skip.ts";
import { type Course, type HandIn, handInsOf } from "../../course/whose.ts";
import { countUp } from "../../engine/maps.ts";
import { type Candidate, notJson, readAnswer, type Source, sizeOf } from "./source.ts";

/** A hand-in and where its bytes are. */
export interface Submitted extends HandIn {
  readonly source: Source;
  /** What is there, so that it need not be read again; undefined if it can't be read, or is kept for too many others. */
  readonly text: string | undefined;
}

/** Bytes that all files of one student may have together; what is more is not read. */
const mostBytes = 20_000_000;
/** UTF-16 code units of all texts that are kept until they are graded. */
const mostKept = 10_000_000;

/** Hand-ins sorted by file, with a number behind the name of what counts for several; skipped is what lies in nobody's place. */
export function gather(candidates: readonly Candidate[], around: Surroundings, course: Course) {
  const paths = new PathReader(candidates, around);
  /** Place → bytes read so far. */
  const spent = new Map<string, number>();
  const skipped: Skipped[] = [];
  let kept = 0;
  const handIns = candidates.flatMap((candidate) => {
    const { file } = candidate;
    const seen = paths.read(file, candidate.aside === undefined);
    const place = seen.submitter || file;
    const bytes = spent.get(place) ?? 0;
    const { source, text, aside } = looked(candidate, bytes >= mostBytes);
    spent.set(place, bytes + (text?.length ?? sizeOf(source)));
    kept += text?.length ?? 0;
    const own = { source, text: kept > mostKept ? undefined : text };
    const path = aside === candidate.aside ? seen : paths.read(file);
    const handIns = handInsOf(file, text, path, course).map((handIn) => ({ ...handIn, ...own }));
    const reason = reasonToSkip(handIns[0], course) ?? (path.isNamed ? undefined : aside);
    if (reason === undefined) return handIns;
    skipped.push({ file, reason });
    return [];
  });
  const shared = sharedInTeams(withExercises(handIns), course.roster?.teams ?? new Map());
  return { handIns: numbered(toldApart(shared)), skipped };
}

/** Why a file is nobody's although it may be read. */
function reasonToSkip(handIn: HandIn | undefined, { student, required }: Course): SkipReason | undefined {
  if (handIn === undefined) return undefined;
  // Canvas hands a student who is none to whoever tries an assignment out.
  if (/^(?:studenttest|teststudent)$/i.test(handIn.student) && handIn.submitter.startsWith("canvas "))
    return "test-student";
  // An easy exercise that nobody asked for makes up for nothing.
  const isAsked = student === undefined || !required?.size || !handIn.isKnown || required.has(handIn.exercise);
  return isAsked ? undefined : "not-required";
}

/** What is in a file: the text of an answer, or why it is none. */
function looked(candidate: Candidate, isTooMuch: boolean): Candidate & { readonly text?: string } {
  if (isTooMuch) return { ...candidate, source: { problem: say("batch.student-limit") } };
  const { file, source, aside } = candidate;
  const reading = readAnswer(candidate);
  const text = reading.ok ? reading.text : undefined;
  const isBroken = !reading.ok && reading.text !== undefined;
  if (aside === undefined || isBroken) return { file, source, ...(text !== undefined && { text }) };
  if (text !== undefined && /^\ufeff?\s*[{[]/.test(text)) return { file, source, text };
  return typeof source === "object" && "problem" in source
    ? candidate
    : { ...candidate, source: { problem: notJson(file) } };
}

/** Sorted, with a number behind what counts for several students. */
function numbered(handIns: readonly Submitted[]): Submitted[] {
  const counts = new Map<string, number>();
  const all = handIns.map((handIn) => {
    const count = countUp(counts, handIn.file);
    return count === 1 ? handIn : { ...handIn, file: `${handIn.file}~${count}` };
  });
  return all.sort((a, b) => compareText(a.file, b.file));
}
