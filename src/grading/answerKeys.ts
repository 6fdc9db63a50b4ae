/** Finds each question's answers in a submission, however its keys are nested and spelled: `{"Set 1": {"h1": 1}}`. */

import { nearest } from "../engine/names.ts";
import { type Answer, type Answers, type Json, shownValue } from "../kinds/judgement.ts";
import type { Message } from "../messages/message.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import type { Pair } from "./json/read.ts";
import { say } from "./messages.ts";
import type { Submission } from "./submission.ts";

/** A question and the keys it reads (`set1.h1`; a text may read several). */
export interface WantedAnswer {
  readonly id: string;
  readonly fields: readonly string[];
}

export interface CollectedAnswers {
  readonly answers: Answers;
  /** Fields given more than once with different values: which one counts is not ours to guess. */
  readonly conflicts: ReadonlyMap<string, Message>;
  readonly warnings: readonly Message[];
}

/** Collects the answers to `wanted`. Nested objects and dotted keys mean the same, in any mixture. */
export function collectAnswers(submission: Submission, wanted: readonly WantedAnswer[]): CollectedAnswers {
  const keys = keysOf(wanted);
  const given = new Map([...keys.fields].map((field): [string, Answer[]] => [field, []]));
  const warnings: Message[] = [];
  const unknown: string[] = [];
  const collect = (group: string, pairs: readonly Pair[]): void => {
    for (const [key, { value, source, pairs: inner }] of pairs) {
      if (key.startsWith("$")) continue;
      const path = group === "" ? key : `${group}.${key}`;
      const meant = keys.find(path, inner !== undefined);
      if (meant === undefined) {
        unknown.push(path);
        continue;
      }
      if (meant.path !== path)
        warnings.push(say("submission.key-read-as", { key: safeText(path, quotedLength), meant: meant.path }));
      if (meant.isField) given.get(meant.path)?.push({ value, ...(source !== undefined && { source }) });
      else if (inner !== undefined) collect(meant.path, inner);
      else if (!isBlank(value)) warnings.push(groupExpected(meant.path, keys, value));
    }
  };
  collect("", submission.pairs);
  warnings.push(...unknownKeys(unknown, keys.fields));
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

const known = new WeakMap<readonly WantedAnswer[], WantedKeys>();

/** The keys of an exercise's questions, worked out once for all its submissions. */
function keysOf(wanted: readonly WantedAnswer[]): WantedKeys {
  const keys = known.get(wanted) ?? new WantedKeys(wanted.flatMap(({ fields }) => fields));
  known.set(wanted, keys);
  return keys;
}

interface Meant {
  readonly path: string;
  /** Else it is a group: `set1` of `set1.h1`. */
  readonly isField: boolean;
}

/** The fields and groups that an exercise knows, found by exact key or by a spelling that can mean only one of them. */
class WantedKeys {
  readonly fields: ReadonlySet<string>;
  readonly #groups: ReadonlySet<string>;
  readonly #foldedFields: ReadonlyMap<string, string | undefined>;
  readonly #foldedGroups: ReadonlyMap<string, string | undefined>;

  constructor(fields: readonly string[]) {
    this.fields = new Set(fields);
    this.#groups = new Set(fields.flatMap(groupsAround));
    this.#foldedFields = byFoldedKey(this.fields);
    this.#foldedGroups = byFoldedKey(this.#groups);
  }

  /** What `path` means; a group takes precedence where an object stands. */
  find(path: string, isObject: boolean): Meant | undefined {
    const exact = (names: ReadonlySet<string>) => (names.has(path) ? path : undefined);
    const either = (field: string | undefined, group: string | undefined): Meant | undefined => {
      const isField = field !== undefined && !(isObject && group !== undefined);
      const found = isField ? field : group;
      return found === undefined ? undefined : { path: found, isField };
    };
    const key = foldKey(path);
    return (
      either(exact(this.fields), exact(this.#groups)) ??
      either(this.#foldedFields.get(key), this.#foldedGroups.get(key))
    );
  }
}

/** `a.b.c` → `a`, `a.b`. */
function groupsAround(field: string): string[] {
  const parts = field.split(".");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("."));
}

/** Keys by what is left of them without case and punctuation; two that fold alike are not told apart, so left out. */
function byFoldedKey(keys: ReadonlySet<string>): ReadonlyMap<string, string | undefined> {
  const byFold = new Map<string, string | undefined>();
  for (const key of keys) byFold.set(foldKey(key), byFold.has(foldKey(key)) ? undefined : key);
  return byFold;
}

/** `dz/dW`, `dz_dW`, `DZ dW` → `dzdw`. */
function foldKey(key: string): string {
  const folded = key.slice(0, 200).normalize("NFKC").toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]/gu, "");
}

function groupExpected(group: string, { fields }: WantedKeys, value: Json): Message {
  const field = [...fields].find((name) => name.startsWith(`${group}.`)) ?? "";
  const example = field.slice(group.length + 1);
  return say("submission.group-expected", { key: group, example, found: shownValue(value) });
}

const mostUnknownKeys = 10;

function unknownKeys(unknown: readonly string[], fields: ReadonlySet<string>): readonly Message[] {
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
