/** Says in an author's words what a schema found wrong: `points: must be a number, not "six"`. */

import type { z } from "zod";
import { nearest } from "../engine/names.ts";
import type { DataPath, Problem } from "./problem.ts";

type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a mapping of keys to values",
  record: "a mapping of keys to values",
};

/** @param data what the schema looked at @param keys all keys that the schema knows anywhere */
export function schemaProblems(issues: readonly Issue[], data: unknown, keys: Iterable<string>): readonly Problem[] {
  const known = [...keys];
  const problems = issues.flatMap((issue) => problemsOf(issue, [], data, known));
  // A misspelt key explains why the right one is missing.
  return [...problems].sort((a, b) => Number(b.isKey === true) - Number(a.isKey === true));
}

function problemsOf(issue: Issue, above: DataPath, data: unknown, known: readonly string[]): readonly Problem[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  const found = valueAt(data, path);
  switch (issue.code) {
    case "invalid_type":
      if (found === undefined) return [missing(path)];
      return [{ path, message: `must be ${types[issue.expected] ?? issue.expected}, not ${shown(found)}` }];
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey([...path, key], key, known));
    case "invalid_union":
      return unionProblems(issue, path, data, known);
    case "invalid_value":
      return [oneOf(path, issue.values.map(String), found)];
    case "too_small":
      return [
        { path, message: bound(issue.origin, issue.minimum, issue.inclusive === false ? "more than" : "at least") },
      ];
    case "too_big":
      return [
        { path, message: bound(issue.origin, issue.maximum, issue.inclusive === false ? "less than" : "at most") },
      ];
    case "custom":
      return [{ path, message: issue.message, ...(issue.params?.isKey === true && { isKey: true }) }];
    default:
      return [{ path, message: issue.message }];
  }
}

function missing(path: DataPath): Problem {
  return { path, message: "is missing" };
}

function unknownKey(path: DataPath, key: string, known: readonly string[]): Problem {
  const close = nearest(key, known);
  const hint = close === undefined || close === key ? "" : ` Did you mean "${close}"?`;
  return { path, isKey: true, message: `this key is not known here.${hint}` };
}

function oneOf(path: DataPath, values: readonly string[], found: unknown): Problem {
  if (found === undefined) return { path, message: `is missing; one of: ${values.join(", ")}` };
  const close = typeof found === "string" ? nearest(found, values) : undefined;
  const hint = close === undefined ? "" : ` Did you mean ${close}?`;
  return { path, message: `must be one of ${values.join(", ")}, not ${shown(found)}.${hint}` };
}

function bound(origin: string, limit: number | bigint, relation: string): string {
  if (origin === "string") return "must not be empty";
  if (origin === "array" || origin === "set")
    return `needs ${relation} ${limit} ${Number(limit) === 1 ? "entry" : "entries"}`;
  return `must be ${relation} ${limit}`;
}

/** The form that fits best says what the author most likely meant. */
function unionProblems(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: DataPath,
  data: unknown,
  known: readonly string[],
): readonly Problem[] {
  if (issue.errors.length === 0) return [kindProblem(issue, path, data)];
  const forms = issue.errors.map((branch) => branch.flatMap((one) => problemsOf(one, path, data, known)));
  const found = valueAt(data, path);
  if (typeof found === "object" && found !== null && Object.keys(found).length === 0 && !Array.isArray(found)) {
    const required = forms.map((form) => form.map((problem) => problem.path.at(-1)).join(" + "));
    return [{ path, message: `is empty; it takes one of: ${[...new Set(required)].join(", ")}` }];
  }
  const best = [...forms].sort((a, b) => misfit(a, path) - misfit(b, path))[0] ?? [];
  return best.every((problem) => problem.path.length === path.length) ? [sameLevel(forms, path, found)] : best;
}

/** None of several simple types, or the right type but not what it must hold. */
function sameLevel(forms: readonly (readonly Problem[])[], path: DataPath, found: unknown): Problem {
  const wanted = forms.flatMap((form) => form.map((problem) => /^must be (.*), not /.exec(problem.message)?.[1] ?? ""));
  const own = forms.flat().find((_, i) => wanted[i] === "");
  if (own !== undefined) return own;
  const types = [...new Set(wanted)];
  return { path, message: `must be ${types.join(" or ")}, not ${shown(found)}` };
}

/** Few problems, deep ones, and a key that is a slip of one that is missing: a small misfit. */
function misfit(problems: readonly Problem[], path: DataPath): number {
  const deepest = Math.max(...problems.map((problem) => problem.path.length)) - path.length;
  const lacking = problems.filter(({ message }) => message === "is missing").map((one) => String(one.path.at(-1)));
  const slips = problems.filter((one) => one.isKey && nearest(String(one.path.at(-1)), lacking) !== undefined);
  return problems.length - 2 * slips.length - 1.5 * Math.max(0, deepest - 1) + (deepest === 0 ? 2 : 0);
}

/** Which kinds there are stands in the note of a discriminated union. */
function kindProblem(issue: Extract<Issue, { code: "invalid_union" }>, path: DataPath, data: unknown): Problem {
  const values = [...issue.message.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? "");
  return oneOf(path, values, valueAt(data, path));
}

function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = typeof value === "string" ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
