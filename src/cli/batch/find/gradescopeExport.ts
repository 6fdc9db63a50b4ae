/** Whose the folders of a Gradescope export are, from its own list. Loaded when an export is met. */

import { inflateRawSync } from "node:zlib";
import { parse } from "yaml";
import type { Candidate } from "./candidate.ts";
import { maxTableBytes } from "./limits.ts";
import { SourceReader } from "./readSource.ts";

/** A submission's folder (`submission_123`) → its submitters, each by id, else e-mail, else name. */
export type Submitters = ReadonlyMap<string, readonly string[]>;

/** A list that can't be read tells nothing. */
export function readExports(lists: readonly Candidate[]): Submitters {
  const reader = new SourceReader(inflateRawSync, maxTableBytes);
  const students = new Map<string, readonly string[]>();
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
      const submitters = field(submission, "submitters");
      const named = (Array.isArray(submitters) ? submitters : []).map(nameOf).filter((name) => name !== undefined);
      if (named.length > 0) students.set(folder, named);
    }
  }
  reader.close();
  return students;
}

function nameOf(submitter: unknown): string | undefined {
  const names = ["sid", "email", "name"].map((key) => field(submitter, key));
  const name = names.find((one) => (typeof one === "string" && one.trim() !== "") || typeof one === "number");
  return name === undefined ? undefined : String(name);
}

/** Keys are Ruby's symbols (`:sid`) in most exports. */
function field(value: unknown, key: string): unknown {
  const fields = record(value);
  return fields[`:${key}`] ?? fields[key];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** What several people handed in together is a candidate for each of them. */
export function forEachSubmitter(candidates: readonly Candidate[], submitters: Submitters): Candidate[] {
  const all = candidates.flatMap((candidate) => {
    const folder = candidate.file.split("/").find((part) => submitters.has(part)) ?? "";
    return (submitters.get(folder) ?? [""]).map((_, index) =>
      index === 0 ? candidate : { ...candidate, file: `${candidate.file}~${index + 1}` },
    );
  });
  return all.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
