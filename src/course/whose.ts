/** Whose a file is and what it answers, by where it was handed in, the roster and the file itself. */

import { idAmong } from "../exercises/exercise.ts";
import { readSubmission } from "../grading/submission.ts";
import { safeText } from "../messages/safeText.ts";
import type { PathIdentity } from "./identity.ts";
import { cleanStudent } from "./names.ts";
import { meantBy, type Roster } from "./roster.ts";
import { isAnswer } from "./skip.ts";

/** What is known of a file before it is graded. */
export interface HandIn extends Pick<PathIdentity, "student" | "submitter" | "isNamed" | "around"> {
  readonly file: string;
  /** Whom the file names, if that is someone else. */
  readonly claimed?: string;
  /** The name that others go by as well, where `student` tells them apart. */
  readonly namesake?: string;
  /** The name on the way to the file and the students on the roster who bear it, where it is several people's. */
  readonly ambiguous?: { readonly name: string; readonly students: readonly string[] };
  /** Who handed it in, where it counts for another of a group. */
  readonly by?: string;
  /** An id, or the one name for all that are none. */
  readonly exercise: string;
  readonly isKnown: boolean;
  /** What the file or its path names instead of an exercise that exists; empty: nothing. */
  readonly wanted: string;
  /** False: no answer (a document, a picture, a broken file), but perhaps all that somebody handed in. */
  readonly isReadable: boolean;
}

/** What all files of a course have in common. */
export interface Course {
  /** Ids of exercises. A path comes from the command line alone, never from a file. */
  readonly ids: readonly string[];
  /** The exercise of all files, if that was given. */
  readonly exercise?: string | undefined;
  /** Whose all files are, if they are one student's. */
  readonly student?: string | undefined;
  readonly roster?: Roster | undefined;
  /** Exercises that must be there; where all files are one student's, others do not count. */
  readonly required?: ReadonlySet<string>;
}

/** Stands for all exercises that do not exist: what a file calls them is no heading or name of a column. */
export const unknownExercise = "?";
/** Members of one group that a file may name. */
const mostMembers = 20;

/** A hand-in for each who handed it in. `text`: undefined if the file can't be read, or is no answer. */
export function handInsOf(file: string, text: string | undefined, found: PathIdentity, course: Course): HandIn[] {
  const claim = claimOf(text ?? "{}");
  const claims = claim.students.map(cleanStudent).filter((name) => name !== "");
  const path = chosen(found, claims);
  const { submitter, isNamed, around } = path;
  const wanted = course.exercise ?? claim.exercise ?? path.exercise ?? "";
  const id = course.exercise ?? idAmong(course.ids, wanted);
  const answered = { exercise: id ?? unknownExercise, isKnown: id !== undefined, wanted: safeText(wanted, 100) };
  const isReadable = text !== undefined && claim.isReadable;
  const place = { file, submitter, isNamed, around, ...answered, isReadable };
  return ownersOf(claims, path, course).map((owner) => ({ ...place, ...owner }));
}

interface Claim {
  readonly isReadable: boolean;
  readonly exercise?: string | undefined;
  readonly students: readonly string[];
}

/** What a file says of itself, also where its answers are not what they should be. */
function claimOf(text: string): Claim {
  try {
    const { exercise, student, students }: Record<string, unknown> = JSON.parse(text) ?? {};
    const group = Array.isArray(students) ? students.slice(0, mostMembers) : [];
    const named = [student, ...group].flatMap((one) => textOf(one) ?? []);
    return { isReadable: true, exercise: textOf(exercise), students: [...new Set(named)] };
  } catch {
    const reading = readSubmission(text);
    if (!reading.ok) return { isReadable: false, students: [] };
    const { exercise, student } = reading.submission;
    return { isReadable: true, exercise, students: student === undefined ? [] : [student] };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;
}

/** Of several names on the way to a file (`ann/notes.json`), the file itself may choose one. */
function chosen(path: PathIdentity, [claim, ...others]: readonly string[]): PathIdentity {
  const names = path.submitter.split("/");
  const at = claim === undefined ? -1 : names.findIndex((name) => name.toLowerCase() === claim.toLowerCase());
  if (at < 0 || others.length > 0) return path;
  return { ...path, student: names[at] as string, submitter: names.slice(0, at + 1).join("/"), around: at };
}

type Owner = Pick<HandIn, "student" | "claimed" | "ambiguous" | "by">;

/**
 * What the file says of itself is a claim: it counts only where nothing else tells whose the file is, or where that name
 * is several people's on the roster and the claim one of them.
 */
function ownersOf(claims: readonly string[], path: PathIdentity, { student, roster }: Course): readonly Owner[] {
  const { aliases = new Map(), teams } = roster ?? {};
  if (student !== undefined) return [{ student }];
  const claimed = claims.map((claim) => singleOf(meantBy(aliases, [claim])) ?? claim);
  if (path.members !== undefined) {
    const members = path.members.map((member) => singleOf(meantBy(aliases, [member])) ?? cleanStudent(member));
    return members.map((member) => ({ student: member, ...differing(claims, claimed, members) }));
  }
  const meant = meantBy(aliases, namesOf(path));
  const team = meant.length > 0 ? undefined : teams?.get(path.student.toLowerCase());
  if (team !== undefined) {
    return team.map((member) => ({ student: member, by: path.student, ...differing(claims, claimed, team) }));
  }
  if (!path.isNamed && claimed.length > 0) return claimed.map((one) => ({ student: one }));
  if (meant.length < 2) {
    const [owner = path.student] = meant;
    return [{ student: owner, ...(path.isNamed && differing(claims, claimed, [owner])) }];
  }
  const ambiguous = { name: path.student, students: meant };
  const own = meant.find((id) => id === claimed[0]) ?? path.student;
  return [{ student: own, ambiguous, ...differing(claims, claimed, [own]) }];
}

/** The first whom the file names who did not hand it in. */
function differing(
  claims: readonly string[],
  claimed: readonly string[],
  owners: readonly string[],
): Pick<HandIn, "claimed"> {
  const known = new Set(owners.map((owner) => owner.toLowerCase()));
  const other = claims.find((_, index) => !known.has((claimed[index] as string).toLowerCase()));
  return other === undefined ? {} : { claimed: other };
}

function singleOf(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

/** All that the path may call its student. */
function namesOf({ student, submitter }: PathIdentity): string[] {
  // Moodle puts the group before the name: `Group 1-Bob Ray`.
  const dashes = submitter.startsWith("moodle ") ? [...student.matchAll(/-/g)] : [];
  return [submitter, student, ...dashes.map(({ index }) => student.slice(index + 1).trim())];
}

/**
 * Tells people of one name apart: those who answer the same exercise, but hand in from different places (numbers of the
 * platform, folders), get the place behind their name. Whom the channel names with the fewest folders around keeps the
 * name alone, so that nobody takes another's by a folder or a line in a file.
 */
export function toldApart<H extends HandIn>(given: readonly H[]): readonly H[] {
  const handIns = withoutRivals(given);
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
  for (const { student, submitter, isNamed, around } of handIns) {
    const places = shared.get(student);
    const least = Math.min(places?.get(submitter) ?? Number.POSITIVE_INFINITY, around);
    places?.set(submitter, isNamed ? least : Number.POSITIVE_INFINITY);
  }
  return handIns.map((handIn) => {
    const { file, student, submitter } = handIn;
    const places = shared.get(student);
    if (places === undefined || keeperOf(places) === submitter) return handIn;
    return { ...handIn, namesake: student, student: `${student} [${submitter || file}]` };
  });
}

/** Where two of one name claim to be the same of them, neither is believed. */
function withoutRivals<H extends HandIn>(handIns: readonly H[]): readonly H[] {
  const places = new Map<string, Set<string>>();
  for (const { student, submitter, ambiguous } of handIns) {
    if (ambiguous !== undefined) places.set(student, (places.get(student) ?? new Set()).add(submitter));
  }
  if (places.size === 0) return handIns;
  return handIns.map((handIn) => {
    const { student, ambiguous } = handIn;
    const isRival = ambiguous !== undefined && (places.get(student)?.size ?? 0) > 1;
    return isRival ? { ...handIn, student: ambiguous.name } : handIn;
  });
}

/** The place whose student keeps the name; undefined: no single one. */
function keeperOf(places: ReadonlyMap<string, number>): string | undefined {
  const least = Math.min(...places.values());
  const [keeper, ...others] = [...places.keys()].filter((place) => places.get(place) === least);
  return others.length === 0 ? keeper : undefined;
}

/**
 * What a group handed in counts for all in it, except who has an answer of their own; what one of them handed in counts
 * for the others too, unless several did, each for themselves.
 * @param teams names of groups → their members
 */
export function sharedInTeams<H extends HandIn>(handIns: readonly H[], teams: Roster["teams"]): readonly H[] {
  if (teams.size === 0) return handIns;
  const own = new Map<string, H[]>();
  for (const handIn of handIns) {
    if (handIn.by === undefined) own.set(handIn.student, [...(own.get(handIn.student) ?? []), handIn]);
  }
  const answersAlone = (student: string, exercise: string) =>
    own.get(student)?.some((one) => one.exercise === exercise);
  const kept = handIns.filter(({ by, student, exercise }) => by === undefined || !answersAlone(student, exercise));
  const shared = [...teams.values()].flatMap((members) => {
    const [one, ...others] = members.filter((member) => own.has(member));
    if (one === undefined || others.length > 0) return [];
    const rest = members.filter((member) => member !== one);
    return (own.get(one) ?? []).flatMap((handIn) => rest.map((student) => ({ ...handIn, student, by: one })));
  });
  // Whose group is alone with it, keeps it.
  const files = new Set(kept.map(({ file }) => file));
  return [...kept, ...handIns.filter(({ file }) => !files.has(file)), ...shared];
}

/**
 * What can't say which exercise it answers (a document, a broken file) stands for the one that its student has no answer
 * for: that which most of the course answers. A document beside an answer belongs to that.
 */
export function withExercises<H extends HandIn>(handIns: readonly H[]): readonly H[] {
  const counts = new Map<string, number>();
  const answered = new Map<string, string>();
  for (const { student, submitter, exercise, isKnown } of handIns) {
    if (!isKnown) continue;
    counts.set(exercise, (counts.get(exercise) ?? 0) + 1);
    const key = `${student}\n${submitter}`;
    if (!answered.has(key)) answered.set(key, exercise);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const main = [...counts].find(([, count]) => count > all / 2)?.[0];
  return handIns.map((handIn) => {
    if (handIn.isKnown || handIn.isReadable || handIn.wanted !== "") return handIn;
    const own = answered.get(`${handIn.student}\n${handIn.submitter}`);
    // A broken answer is none to the exercise that there is a whole one for.
    const exercise = own === undefined ? main : isAnswer(handIn.file) ? undefined : own;
    return exercise === undefined ? handIn : { ...handIn, exercise, isKnown: true };
  });
}
