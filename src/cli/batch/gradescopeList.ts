/** Whose the folders of a Gradescope export are, from its own list. */

import { parse } from "yaml";
import { compareText } from "../../course/order.ts";
import { type Candidate, readSource } from "./source.ts";
import { maxTableBytes } from "./table.ts";

/** A submission's folder (`submission_123`) → its submitters, each by id, else e-mail, else name. */
export type Submitters = ReadonlyMap<string, readonly string[]>;

/** A list that can't be read tells nothing. */
export function readSubmitters(lists: readonly Candidate[]): Submitters {
  const students = new Map<string, readonly string[]>();
  for (const { source } of lists) {
    const reading = readSource(source, maxTableBytes);
    for (const [folder, submission] of Object.entries(reading.ok ? parsed(reading.text) : {})) {
      const submitters = field(submission, "submitters");
      const named = (Array.isArray(submitters) ? submitters : []).map(nameOf).filter((name) => name !== undefined);
      if (named.length > 0) students.set(folder, named);
    }
  }
  return students;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return record(parse(text));
  } catch {
    return {};
  }
}

function nameOf(submitter: unknown): string | undefined {
  const names = ["sid", "email", "name"].map((key) => String(field(submitter, key) ?? "").trim());
  return names.find((name) => name !== "");
}

/** Keys are Ruby's symbols (`:sid`) in most exports. */
function field(value: unknown, key: string): unknown {
  return record(value)[`:${key}`] ?? record(value)[key];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** What several people handed in together is a candidate for each of them. */
export function forEachSubmitter(candidates: readonly Candidate[], submitters: Submitters): Candidate[] {
  const all = candidates.flatMap((candidate) => {
    const folder = candidate.file.split("/").find((part) => submitters.has(part)) ?? "";
    const members = submitters.get(folder)?.length ?? 1;
    const further = Array.from({ length: members - 1 }, (_, index) => `${candidate.file}~${index + 2}`);
    return [candidate, ...further.map((file) => ({ ...candidate, file }))];
  });
  return all.sort((a, b) => compareText(a.file, b.file));
}
