/** Whose the folders of a Gradescope export are, from its own list. */

import { parse } from "yaml";
import { type ClockTime, clockTime } from "../../course/late.ts";
import { type Candidate, readSource } from "./source.ts";
import { maxTableBytes } from "./table.ts";

/** A submission's folder (`submission_123`) → its submitters, each by id, else e-mail, else name. */
export type Submitters = ReadonlyMap<string, readonly string[]>;

/** A list that can't be read tells nothing. `times`: when each submission came. */
export function readSubmissions(lists: readonly Candidate[]) {
  const submitters = new Map<string, readonly string[]>();
  const times = new Map<string, ClockTime | undefined>();
  for (const { source } of lists) {
    const reading = readSource(source, maxTableBytes);
    try {
      const submissions: Record<string, Submission> = reading.ok ? parse(reading.text, withoutColons) : {};
      for (const [folder, { submitters: students = [], created_at }] of Object.entries(submissions)) {
        const named = students.flatMap(({ sid, email, name }) => String(sid || email || name || "").trim() || []);
        if (named.length > 0) submitters.set(folder, named);
        times.set(folder, clockTime(String(created_at)));
      }
    } catch {
      // Then the names of folders tell whose they are, as far as they do.
    }
  }
  return { submitters, times };
}

interface Submission {
  readonly created_at?: unknown;
  readonly submitters?: readonly Readonly<Record<"sid" | "email" | "name", unknown>>[];
}

/** Keys are Ruby's symbols (`:sid`) in most exports. */
function withoutColons(_: unknown, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.replace(/^:/, ""), part]));
}
