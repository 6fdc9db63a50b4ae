/** Whose a file is where its path, the roster and the file itself each say something. */

import { idAmong } from "../exercises/exercise.ts";
import { readSubmission } from "../grading/submission.ts";
import { safeText } from "../messages/safeText.ts";
import type { PathIdentity } from "./identity.ts";
import { cleanStudent } from "./student.ts";

/** What is known of a file before it is graded. */
export interface HandIn {
  readonly file: string;
  readonly student: string;
  /** Whom the file names, if that is someone else. */
  readonly named?: string;
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
  /** Other names of a student (lower case) → id, from the roster. */
  readonly aliases: ReadonlyMap<string, string>;
  /** A roster or a platform's list can prove whose a folder is. */
  readonly proof: boolean;
}

/** `text`: undefined if the file can't be read. The path is read only where it matters, as that takes longest. */
export function handInOf(file: string, text: string | undefined, path: () => PathIdentity, course: Course): HandIn {
  const claim = text === undefined ? {} : claimOf(text);
  const stated = cleanStudent(claim.student ?? "");
  const owner = course.student === undefined ? ownerOf(stated, path, course) : { student: course.student };
  if (course.exercise !== undefined) return { file, ...owner, exercise: course.exercise, isKnown: true };
  const wanted = claim.exercise ?? path().exercise ?? "";
  const id = idAmong(course.ids, wanted);
  return { file, ...owner, exercise: id ?? safeText(wanted, 100), isKnown: id !== undefined };
}

interface Claim {
  readonly exercise?: string;
  readonly student?: string;
}

/** What a file says of itself, also where its answers are not what they should be. */
function claimOf(text: string): Claim {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const reading = readSubmission(text);
    return reading.ok ? reading.submission : {};
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const [exercise, student] = [field(value, "exercise"), field(value, "student")];
  return { ...(exercise && { exercise }), ...(student && { student }) };
}

function field(envelope: object, key: keyof Claim): string | undefined {
  const value: unknown = Object.hasOwn(envelope, key) ? (envelope as Record<string, unknown>)[key] : undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : undefined;
}

/**
 * The file's own word counts, except where the folder comes with proof: from the platform's list, or a name that leads
 * to someone on the roster. A platform makes folders; what stands in the file is up to whoever wrote it.
 */
function ownerOf(
  stated: string,
  path: () => PathIdentity,
  { aliases, proof }: Course,
): Pick<HandIn, "student" | "named"> {
  if (!proof && stated !== "") return { student: stated };
  const found = path();
  const fromPath = studentOfPath(found, aliases);
  if (stated === "") return { student: fromPath ?? found.student };
  const fromFile = aliases.get(stated.toLowerCase()) ?? stated;
  const proven = found.listed ? (fromPath ?? found.student) : isFolderOf(found) ? fromPath : undefined;
  if (proven === undefined || proven === fromFile) return { student: fromFile };
  return { student: proven, named: stated };
}

/** The student on the roster that the path leads to. */
function studentOfPath({ student, submitter }: PathIdentity, aliases: Course["aliases"]): string | undefined {
  const name = student.toLowerCase();
  const known = aliases.get(submitter) ?? aliases.get(name);
  if (known !== undefined || !submitter.startsWith("moodle ")) return known;
  // Moodle puts the group before the name: `Group 1-Bob Ray`.
  const tails = [...name.matchAll(/-/g)].map(({ index }) => name.slice(index + 1).trim());
  return tails.map((tail) => aliases.get(tail)).find((member) => member !== undefined);
}

/** Whether the path's student is the folder's (or the platform's), not a file name's. */
function isFolderOf({ student, submitter }: PathIdentity): boolean {
  if (/^(?:moodle|canvas) \d+$/.test(submitter)) return true;
  return submitter !== "" && submitter.slice(submitter.lastIndexOf("/") + 1).replace(/\.zip$/i, "") === student;
}
