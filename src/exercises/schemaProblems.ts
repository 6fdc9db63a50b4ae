/** Says in an author's words what a schema found wrong: `points: must be a number, not "six"`. */

import type { z } from "zod";
import { type DataPath, didYouMean, type Problem } from "./problem.ts";

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
      if (found === undefined) return [{ path, message: "is missing" }];
      return [{ path, message: `must be ${types[issue.expected] ?? issue.expected}, not ${shown(found)}` }];
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const message = `this key is not known here.${didYouMean(key, known)}`;
        return { path: [...path, key], isKey: true, message };
      });
    case "invalid_union":
      return unionProblems(issue, path, data, known);
    case "invalid_value":
      return [oneOf(path, issue.values.map(String), found)];
    case "too_small":
      return [{ path, message: bound(issue.origin, issue.minimum, issue.inclusive ? "at least" : "more than") }];
    case "too_big":
      return [{ path, message: bound(issue.origin, issue.maximum, issue.inclusive ? "at most" : "less than") }];
    default:
      return [
        { path, message: issue.message, ...("params" in issue && issue.params?.isKey === true && { isKey: true }) },
      ];
  }
}

function oneOf(path: DataPath, values: readonly string[], found: unknown): Problem {
  if (found === undefined) return { path, message: `is missing; one of: ${values.join(", ")}` };
  const hint = typeof found === "string" ? didYouMean(found, values) : "";
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
  const found = valueAt(data, path);
  if (issue.errors.length === 0) {
    // Which kinds of questions there are stands in the note of a discriminated union.
    const kinds = [...issue.message.matchAll(/'([^']+)'/g)];
    return [
      oneOf(
        path,
        kinds.map(([, kind = ""]) => kind),
        found,
      ),
    ];
  }
  const forms = issue.errors.map((branch) => branch.flatMap((one) => problemsOf(one, path, data, known)));
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

/** Keys that are missing or not known weigh more than what stands behind a right one. */
function misfit(problems: readonly Problem[], path: DataPath): number {
  const keys = problems.filter((problem) => problem.isKey || problem.message === "is missing");
  return problems.length + keys.length + (problems.some((problem) => problem.path.length === path.length) ? 3 : 0);
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
