/** Finds each question's answers in a submission, whatever way its keys are nested and spelled; judges nothing. */

import { nearest } from "../engine/names.ts";
import { isRecord, shownValue } from "../kinds/jsonValue.ts";
import type { Answer, Feedback, Json } from "../kinds/judgement.ts";
import { append } from "../kinds/multimap.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import type { JsonObject, Submission, TextDetails } from "./submission.ts";

/** A question and the keys it reads (`set1.h1`; a text may read several). */
export interface WantedAnswer {
  readonly id: string;
  readonly fields: readonly string[];
}

/** What a judge may look at: the answers by field; a field that is absent, `null` or blank has none. */
export type Answers = ReadonlyMap<string, Answer>;

export interface CollectedAnswers {
  readonly answers: Answers;
  /** Fields given more than once with different values: which one counts is not ours to guess. */
  readonly conflicts: ReadonlyMap<string, Feedback>;
  readonly warnings: readonly Feedback[];
}

const mostUnknownKeys = 10;

/** Collects the answers to `wanted`. Nested objects and dotted keys mean the same, in any mixture. */
export function collectAnswers(submission: Submission, wanted: readonly WantedAnswer[]): CollectedAnswers {
  const keys = keysOf(wanted);
  const given = new Map<string, Answer[]>();
  const warnings: Feedback[] = [];
  const unknown: string[] = [];
  const waiting: { readonly group: string; readonly object: JsonObject }[] = [
    { group: "", object: submission.answers },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { group, object } = next;
    for (const { key, value, source } of pairsOf(object, submission.details)) {
      if (key.startsWith("$")) continue;
      const path = group === "" ? key : `${group}.${key}`;
      const meant = keys.find(path, isRecord(value));
      if (meant === undefined) unknown.push(path);
      else {
        if (meant.path !== path) {
          const params = { key: safeText(path, quotedLength), meant: meant.path };
          warnings.push({ code: "submission.key-read-as", params });
        }
        if (meant.isField) append(given, meant.path, { value, ...(source !== undefined && { source }) });
        else if (isRecord(value)) waiting.push({ group: meant.path, object: value });
        else if (!isBlank(value)) warnings.push(groupExpected(meant.path, keys, value));
      }
    }
  }
  warnings.push(...unknownKeys(unknown, keys.fields));
  return { ...settle(given), warnings };
}

const keysByQuestions = new WeakMap<readonly WantedAnswer[], WantedKeys>();

/** The keys of an exercise's questions, worked out once for all its submissions. */
function keysOf(wanted: readonly WantedAnswer[]): WantedKeys {
  let keys = keysByQuestions.get(wanted);
  if (keys === undefined) {
    keys = new WantedKeys(wanted.flatMap(({ fields }) => fields));
    keysByQuestions.set(wanted, keys);
  }
  return keys;
}

/** One answer for each field, or a conflict. */
function settle(given: ReadonlyMap<string, readonly Answer[]>): Pick<CollectedAnswers, "answers" | "conflicts"> {
  const answers = new Map<string, Answer>();
  const conflicts = new Map<string, Feedback>();
  for (const [field, all] of given) {
    const filled = all.filter(({ value }) => !isBlank(value));
    const [first] = filled;
    if (first !== undefined && filled.length === 1) {
      answers.set(field, first);
      continue;
    }
    const different = new Map(filled.map((answer) => [JSON.stringify(answer.value), answer]));
    if (first !== undefined && different.size === 1) answers.set(field, first);
    if (different.size > 1) {
      const values = [...different.values()].slice(0, 3).map(({ value, source }) => source ?? shownValue(value));
      conflicts.set(field, { code: "submission.given-twice", params: { key: field, values } });
    }
  }
  return { answers, conflicts };
}

/** The fields and groups that an exercise knows, found by exact key or by a spelling that can mean only one of them. */
class WantedKeys {
  readonly fields: ReadonlySet<string>;
  private readonly groups: ReadonlySet<string>;
  private readonly foldedFields: ReadonlyMap<string, string>;
  private readonly foldedGroups: ReadonlyMap<string, string>;

  constructor(fields: readonly string[]) {
    this.fields = new Set(fields);
    this.groups = new Set(fields.flatMap(properPrefixes));
    this.foldedFields = byFoldedKey(this.fields);
    this.foldedGroups = byFoldedKey(this.groups);
  }

  /** What `path` means; a group takes precedence where an object stands. */
  find(path: string, isObject: boolean): { readonly path: string; readonly isField: boolean } | undefined {
    const asGroup = (name: string | undefined) => (name === undefined ? undefined : { path: name, isField: false });
    const asField = (name: string | undefined) => (name === undefined ? undefined : { path: name, isField: true });
    const exactGroup = asGroup(this.groups.has(path) ? path : undefined);
    const exactField = asField(this.fields.has(path) ? path : undefined);
    const exact = isObject ? (exactGroup ?? exactField) : (exactField ?? exactGroup);
    if (exact !== undefined) return exact;
    const key = foldKey(path);
    const group = asGroup(this.foldedGroups.get(key));
    const field = asField(this.foldedFields.get(key));
    return isObject ? (group ?? field) : (field ?? group);
  }

  /** The last part of the first field in a group, as an example of what belongs there. */
  exampleIn(group: string): string {
    const field = [...this.fields].find((name) => name.startsWith(`${group}.`)) ?? "";
    return field.slice(group.length + 1);
  }
}

/** `a.b.c` → `a`, `a.b`. */
function properPrefixes(field: string): string[] {
  const parts = field.split(".");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("."));
}

/** Keys by what is left of them without case and punctuation; two that fold alike are not told apart, so left out. */
function byFoldedKey(keys: ReadonlySet<string>): ReadonlyMap<string, string> {
  const folded = new Map<string, string | undefined>();
  for (const key of keys) folded.set(foldKey(key), folded.has(foldKey(key)) ? undefined : key);
  return new Map([...folded].filter((pair): pair is [string, string] => pair[1] !== undefined && pair[0] !== ""));
}

/** `dz/dW`, `dz_dW`, `DZ dW` → `dzdw`. */
function foldKey(key: string): string {
  return key.length > 200
    ? ""
    : key
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
}

interface Pair {
  readonly key: string;
  readonly value: Json;
  readonly source?: string;
}

/** An object's pairs, repeated keys included, with the text of numbers where it is known. */
function pairsOf(object: JsonObject, { sources, replaced }: TextDetails): readonly Pair[] {
  const texts = sources.get(object);
  const pairs: Pair[] = (replaced.get(object) ?? []).map(([key, value]) => ({ key, value }));
  for (const key of Object.keys(object)) {
    const source = texts?.get(key);
    pairs.push({ key, value: object[key] ?? null, ...(source !== undefined && { source }) });
  }
  return pairs;
}

function groupExpected(group: string, keys: WantedKeys, value: Json): Feedback {
  return {
    code: "submission.group-expected",
    params: { key: group, example: keys.exampleIn(group), found: shownValue(value) },
  };
}

function unknownKeys(unknown: readonly string[], known: ReadonlySet<string>): Feedback[] {
  const warnings = unknown.slice(0, mostUnknownKeys).map((path): Feedback => {
    const key = safeText(path, quotedLength);
    const close = nearest(path, known);
    return close === undefined
      ? { code: "submission.unknown-key", params: { key } }
      : { code: "submission.unknown-key-nearest", params: { key, nearest: close } };
  });
  const more = unknown.length - mostUnknownKeys;
  return more > 0 ? [...warnings, { code: "submission.more-unknown-keys", params: { count: more } }] : warnings;
}

function isBlank(value: Json): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}
