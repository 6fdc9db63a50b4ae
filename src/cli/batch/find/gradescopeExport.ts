/** Whose the folders of a Gradescope export are, from its own list. Loaded when an export is met. */

import type { Candidate } from "./candidate.ts";
import { maxTableBytes } from "./limits.ts";
import { SourceReader } from "./readSource.ts";

/** Folder (`submission_123`) → the submitter's id, else e-mail, else name. A list that can't be read tells nothing. */
export async function readExports(lists: readonly Candidate[]): Promise<Map<string, string>> {
  const [{ parse }, { inflateRawSync }] = await Promise.all([import("yaml"), import("node:zlib")]);
  const reader = new SourceReader(inflateRawSync, maxTableBytes);
  const students = new Map<string, string>();
  for (const { source } of lists) {
    const read = reader.read(source);
    if (!read.ok) continue;
    let value: unknown;
    try {
      value = parse(read.text);
    } catch {
      continue;
    }
    for (const [folder, submission] of Object.entries(record(value))) {
      const submitters = record(submission)[":submitters"];
      const first = record(Array.isArray(submitters) ? submitters[0] : undefined);
      const student = [first[":sid"], first[":email"], first[":name"]].find((one) => one !== undefined && one !== null);
      if (typeof student === "string" || typeof student === "number") students.set(folder, String(student));
    }
  }
  reader.close();
  return students;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
