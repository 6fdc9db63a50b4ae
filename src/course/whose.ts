/** Whose a file is and what it answers, by where it was handed in, the roster and the file itself. */

import { idAmong } from "../exercises/exercise.ts";
import { readSubmission } from "../grading/submission.ts";
import { safeText } from "../messages/safeText.ts";
import type { PathIdentity } from "./identity.ts";
import { cleanStudent } from "./names.ts";
import type { Aliases } from "./roster.ts";

/** What is known of a file before it is graded. */
export interface HandIn extends Pick<PathIdentity, "student" | "submitter" | "isNamed"> {
  readonly file: string;
  /** Whom the file names, if that is someone else. */
  readonly claimed?: string;
  /** The name that others go by as well, where `student` tells them apart. */
  readonly namesake?: string;
  /** An id, or what the file names instead of one. */
  readonly exercise: string;
  readonly isKnown: boolean;
}

/** What all files of a course have in common. */
export interface Course {
  /** Ids of exercises. A path comes from the command line alone, never from a file. */
  readonly ids: readonly string[];
  /** The exercise of all files, if that was given. */
  readonly exercise?: string;
  /** Whose all files are, if they are one student's. */
  readonly student?: string;
  /** Names of students (lower case) → ids, from the roster. */
  readonly aliases: Aliases;
}

/** `text`: undefined if the file can't be read. */
export function handInOf(file: string, text: string | undefined, found: PathIdentity, course: Course): HandIn {
  const { student: claim, exercise: answered } = claimOf(text ?? "{}");
  const claimed = cleanStudent(claim ?? "");
  const path = chosen(found, claimed);
  const { submitter, isNamed } = path;
  const owner = course.student === undefined ? ownerOf(claimed, path, course) : { student: course.student };
  const place = { file, ...owner, submitter, isNamed };
  if (course.exercise !== undefined) return { ...place, exercise: course.exercise, isKnown: true };
  const wanted = answered ?? path.exercise ?? "";
  const id = idAmong(course.ids, wanted);
  return { ...place, exercise: id ?? safeText(wanted, 100), isKnown: id !== undefined };
}

interface Claim {
  readonly exercise?: string | undefined;
  readonly student?: string | undefined;
}

/** What a file says of itself, also where its answers are not what they should be. */
function claimOf(text: string): Claim {
  try {
    const { exercise, student }: Record<string, unknown> = JSON.parse(text) ?? {};
    return { exercise: textOf(exercise), student: textOf(student) };
  } catch {
    const reading = readSubmission(text);
    return reading.ok ? reading.submission : {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;
}

/** Of several names on the way to a file (`ann/notes.json`), the file itself may choose one. */
function chosen(path: PathIdentity, claim: string): PathIdentity {
  const names = path.submitter.split("/");
  const at = names.findIndex((name) => claim !== "" && name.toLowerCase() === claim.toLowerCase());
  return at < 0 ? path : { ...path, student: names[at] as string, submitter: names.slice(0, at + 1).join("/") };
}

/**
 * What the file says of itself is a claim: it counts only where nothing else tells whose the file is, or where that name
 * is several people's on the roster and the claim one of them.
 */
function ownerOf(claim: string, path: PathIdentity, { aliases }: Course): Pick<HandIn, "student" | "claimed"> {
  const meant = meantBy(path, aliases);
  const said = aliases.get(claim.toLowerCase()) ?? [];
  const claimed = said.length === 1 ? (said[0] as string) : claim;
  const known = meant.length === 1 ? meant[0] : meant.find((id) => id === claimed);
  const student = known ?? path.student;
  if (claim === "" || !path.isNamed) return { student: claimed || student };
  return claimed.toLowerCase() === student.toLowerCase() ? { student } : { student, claimed: claim };
}

/** The students on the roster whom the path may mean. */
function meantBy({ student, submitter }: PathIdentity, aliases: Aliases): readonly string[] {
  const name = student.toLowerCase();
  // Moodle puts the group before the name: `Group 1-Bob Ray`.
  const dashes = submitter.startsWith("moodle ") ? [...name.matchAll(/-/g)] : [];
  const names = [submitter, name, ...dashes.map(({ index }) => name.slice(index + 1).trim())];
  return names.map((one) => aliases.get(one)).find((ids) => ids !== undefined) ?? [];
}

/**
 * Tells people of one name apart: those who answer the same exercise, but hand in from different places (numbers of the
 * platform, folders), get the place behind their name. Whom the channel names with the fewest folders around keeps the
 * name alone, so that nobody takes another's by a folder or a line in a file.
 */
export function toldApart(handIns: readonly HandIn[]): readonly HandIn[] {
  const seen = new Map<string, string>();
  /** Student → places → folders around. */
  const shared = new Map<string, Map<string, number>>();
  for (const { exercise, student, submitter, isKnown } of handIns) {
    if (!isKnown) continue;
    const key = `${exercise}\n${student}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, submitter);
    else if (other !== submitter) shared.set(student, new Map());
  }
  if (shared.size === 0) return handIns;
  for (const { student, submitter, isNamed } of handIns) {
    shared.get(student)?.set(submitter, isNamed ? submitter.split("/").length : Number.POSITIVE_INFINITY);
  }
  return handIns.map((handIn) => {
    const { file, student, submitter } = handIn;
    const places = shared.get(student);
    if (places === undefined || keeperOf(places) === submitter) return handIn;
    return { ...handIn, namesake: student, student: `${student} [${submitter || file}]` };
  });
}

/** The place whose student keeps the name; undefined: no single one. */
function keeperOf(places: ReadonlyMap<string, number>): string | undefined {
  const least = Math.min(...places.values());
  const [keeper, ...others] = [...places.keys()].filter((place) => places.get(place) === least);
  return others.length === 0 ? keeper : undefined;
}
