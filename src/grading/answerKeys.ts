/** Finds each question's answers in a submission, however its keys are nested and spelled: `{"Set 1": {"h1": 1}}`. */

import { memo } from "../engine/memo.ts";
import { nearest } from "../engine/names.ts";
import { type Answer, type Answers, type Json, shownValue } from "../kinds/judgement.ts";
import type { Message } from "../messages/message.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import type { Pair } from "./json/read.ts";
import { say } from "./messages.ts";
import type { Submission } from "./submission.ts";

export interface CollectedAnswers {
  readonly answers: Answers;
  /** Fields given more than once with different values: which one counts is not ours to guess. */
  readonly conflicts: ReadonlyMap<string, Message>;
  readonly warnings: readonly Message[];
}

/** Collects the answers to `fields` (`set1.h1`). Nested objects and dotted keys mean the same, in any mixture. */
export function collectAnswers(submission: Submission, fields: readonly string[]): CollectedAnswers {
  const { groups, meant } = keysOf(fields);
  const given = new Map(fields.map((field): [string, Answer[]] => [field, []]));
  const warnings: Message[] = [];
  const unknown: string[] = [];
  const collect = (group: string, pairs: readonly Pair[]): void => {
    for (const [key, entry] of pairs) {
      if (key.startsWith("$")) continue;
      const written = group === "" ? key : `${group}.${key}`;
      const path = meant.get(written) ?? meant.get(foldKey(written));
      if (path === undefined) {
        unknown.push(written);
        continue;
      }
      if (path !== written)
        warnings.push(say("submission.key-read-as", { key: safeText(written, quotedLength), meant: path }));
      if (entry.pairs !== undefined && groups.has(path)) collect(path, entry.pairs);
      else if (given.has(path)) given.get(path)?.push(entry);
      else if (!isBlank(entry.value)) {
        const example = fields.find((field) => field.startsWith(`${path}.`))?.slice(path.length + 1) ?? "";
        warnings.push(say("submission.group-expected", { key: path, example, found: shownValue(entry.value) }));
      }
    }
  };
  collect("", submission.answers);
  warnings.push(...unknownKeys(unknown, fields));
  return { ...settle(given), warnings };
}

/** One answer for each field, or a conflict. */
function settle(given: ReadonlyMap<string, readonly Answer[]>): Pick<CollectedAnswers, "answers" | "conflicts"> {
  const answers = new Map<string, Answer>();
  const conflicts = new Map<string, Message>();
  for (const [field, all] of given) {
    const filled = all.filter(({ value }) => !isBlank(value));
    const different = new Map(filled.map((answer) => [JSON.stringify(answer.value), answer]));
    const [first] = filled;
    if (first !== undefined && different.size === 1) answers.set(field, first);
    if (different.size > 1) {
      const values = [...different.values()].slice(0, 3).map(({ value, source }) => source ?? shownValue(value));
      conflicts.set(field, say("submission.given-twice", { key: field, values }));
    }
  }
  return { answers, conflicts };
}

/**
 * The groups that fields stand in (`set1` of `set1.h1`), and what a key means: itself, or what alone is spelled like it.
 * Worked out once for all submissions of an exercise.
 */
const keysOf = memo((fields: readonly string[]) => {
  const groups = new Set(fields.flatMap(groupsAround));
  const paths = new Set([...fields, ...groups]);
  const meant = new Map<string, string | undefined>();
  for (const path of paths) meant.set(foldKey(path), meant.has(foldKey(path)) ? undefined : path);
  for (const path of paths) meant.set(path, path);
  return { groups, meant };
});

/** `a.b.c` → `a`, `a.b`. */
function groupsAround(field: string): string[] {
  const parts = field.split(".");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("."));
}

/** A key without case and punctuation: `dz/dW`, `dz_dW`, `DZ dW` → `dzdw`. */
function foldKey(key: string): string {
  const folded = key.slice(0, 200).normalize("NFKC").toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]/gu, "");
}

const mostUnknownKeys = 10;

function unknownKeys(unknown: readonly string[], fields: readonly string[]): readonly Message[] {
  const warnings: Message[] = unknown.slice(0, mostUnknownKeys).map((path) => {
    const key = safeText(path, quotedLength);
    const close = nearest(path, fields);
    return close === undefined
      ? say("submission.unknown-key", { key })
      : say("submission.unknown-key-nearest", { key, nearest: close });
  });
  const count = unknown.length - mostUnknownKeys;
  return count > 0 ? [...warnings, say("submission.more-unknown-keys", { count })] : warnings;
}

function isBlank(value: Json): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}
