/** Whose a file is and what it answers, by where it was handed in, the roster and the file itself. */

import { idAmong } from "../exercises/exercise.ts";
import { readSubmission } from "../grading/submission.ts";
import { safeText } from "../messages/safeText.ts";
import type { PathIdentity } from "./identity.ts";
import { cleanStudent } from "./names.ts";
import { meantBy, type Roster } from "./roster.ts";

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
const unknownExercise = "?";
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

/** What a file says of itself, also where its answers are not what they should be. */
function claimOf(text: string) {
  try {
    const { exercise, student, students }: Record<string, unknown> = JSON.parse(text) ?? {};
    const group = Array.isArray(students) ? students.slice(0, mostMembers) : [];
    const named = [student, ...group].flatMap((one) => textOf(one) ?? []);
    return { isReadable: true, exercise: textOf(exercise), students: [...new Set(named)] };
  } catch {
    const reading = readSubmission(text);
    const { exercise, student } = reading.ok ? reading.submission : {};
    return { isReadable: reading.ok, exercise, students: student === undefined ? [] : [student] };
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
  if (student !== undefined) return [{ student }];
  const { aliases = new Map(), teams } = roster ?? {};
  const idOf = (name: string): string | undefined => {
    const [id, ...others] = meantBy(aliases, [name]);
    return others.length === 0 ? id : undefined;
  };
  const claimed = claims.map((claim) => idOf(claim) ?? claim);
  /** The first whom the file names who did not hand it in. */
  const differing = (owners: readonly string[]): Pick<HandIn, "claimed"> => {
    const known = new Set(owners.map((owner) => owner.toLowerCase()));
    const other = claims.find((_, index) => !known.has((claimed[index] as string).toLowerCase()));
    return other === undefined ? {} : { claimed: other };
  };
  if (path.members !== undefined) {
    const members = path.members.map((member) => idOf(member) ?? cleanStudent(member));
    return members.map((member) => ({ student: member, ...differing(members) }));
  }
  const meant = meantBy(aliases, namesOf(path));
  const team = meant.length > 0 ? undefined : teams?.get(path.student.toLowerCase());
  if (team !== undefined) return team.map((member) => ({ student: member, by: path.student, ...differing(team) }));
  if (!path.isNamed && claimed.length > 0) return claimed.map((one) => ({ student: one }));
  if (meant.length < 2) {
    const [owner = path.student] = meant;
    return [{ student: owner, ...(path.isNamed && differing([owner])) }];
  }
  const own = meant.find((id) => id === claimed[0]) ?? path.student;
  return [{ student: own, ambiguous: { name: path.student, students: meant }, ...differing([own]) }];
}

/** All that the path may call its student. */
function namesOf({ student, submitter }: PathIdentity): string[] {
  // Moodle puts the group before the name: `Group 1-Bob Ray`.
  const dashes = submitter.startsWith("moodle ") ? [...student.matchAll(/-/g)] : [];
  return [submitter, student, ...dashes.map(({ index }) => student.slice(index + 1).trim())];
}
