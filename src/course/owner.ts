/** Whose a file is where its path, the roster and the file itself each say something; reads no file. */

import type { PathIdentity } from "./identity.ts";

/** A student, and whom the file names instead, if that is someone else. */
export interface Owner {
  readonly student: string;
  readonly named?: string;
}

/** Other names of a student (lower case) → id. */
type Aliases = ReadonlyMap<string, string>;

/**
 * The file's own word counts, except where the folder comes with proof: from the platform's list, or a name that leads
 * to someone on the roster. `proof`: there is a roster or such a list. A platform makes folders; what stands in the file is up to whoever wrote it.
 */
export function ownerOf(stated: string, identity: () => PathIdentity, aliases: Aliases, proof: boolean): Owner {
  // Most courses have no proof, and then no path is read: that would take longer than all the rest.
  if (!proof && stated !== "") return { student: stated };
  const path = identity();
  const fromPath = studentOfPath(path, aliases);
  const fromFile = stated === "" ? undefined : (aliases.get(stated.toLowerCase()) ?? stated);
  if (fromFile === undefined) return { student: fromPath ?? path.student };
  const proven = path.listed ? (fromPath ?? path.student) : isFolderOf(path) ? fromPath : undefined;
  if (proven === undefined || proven === fromFile) return { student: fromFile };
  return { student: proven, named: stated };
}

/** The student on the roster that the path leads to. */
function studentOfPath({ student, submitter }: PathIdentity, aliases: Aliases): string | undefined {
  const known = aliases.get(submitter) ?? aliases.get(student.toLowerCase());
  if (known !== undefined || !submitter.startsWith("moodle ")) return known;
  // Moodle puts the group before the name: `Group 1-Bob Ray`.
  for (let at = student.indexOf("-"); at >= 0; at = student.indexOf("-", at + 1)) {
    const member = aliases.get(
      student
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    );
    if (member !== undefined) return member;
  }
  return undefined;
}

/** Whether the path's student is the folder's (or the platform's), not a file name's. */
function isFolderOf({ student, submitter }: PathIdentity): boolean {
  if (/^(?:moodle|canvas) \d+$/.test(submitter)) return true;
  return submitter !== "" && submitter.slice(submitter.lastIndexOf("/") + 1).replace(/\.zip$/i, "") === student;
}
