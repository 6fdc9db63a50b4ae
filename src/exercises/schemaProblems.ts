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

/** Issues tell their input (`reportInput`). `keys` are all that the schema knows anywhere. */
export function schemaProblems(issues: readonly Issue[], keys: readonly string[]): readonly Problem[] {
  const problems = issues.flatMap((issue) => problemsOf(issue, [], keys));
  // A misspelt key explains why the right one is missing.
  return [...problems].sort((a, b) => Number(b.isKey === true) - Number(a.isKey === true));
}

function problemsOf(issue: Issue, above: DataPath, keys: readonly string[]): readonly Problem[] {
  const path = [...above, ...(issue.path as DataPath)];
  const found = issue.input;
  const told = (message: string) => [{ path, message }];
  switch (issue.code) {
    case "invalid_type":
      if (found === undefined) return told("is missing");
      return told(`must be ${types[issue.expected] ?? issue.expected}, not ${shown(found)}`);
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const message = `this key is not known here.${didYouMean(key, keys)}`;
        return { path: [...path, key], isKey: true, message };
      });
    case "invalid_union":
      return unionProblems(issue, path, keys);
    case "invalid_value":
      return told(oneOf(issue.values.map(String), found));
    case "too_small":
      return told(bound(issue.origin, issue.minimum, issue.inclusive ? "at least" : "more than"));
    case "too_big":
      return told(bound(issue.origin, issue.maximum, issue.inclusive ? "at most" : "less than"));
    default:
      return [{ path, message: issue.message, ...("params" in issue && issue.params) }];
  }
}

function oneOf(values: readonly string[], found: unknown): string {
  if (found === undefined) return `is missing; one of: ${values.join(", ")}`;
  const hint = typeof found === "string" ? didYouMean(found, values) : "";
  return `must be one of ${values.join(", ")}, not ${shown(found)}.${hint}`;
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
  keys: readonly string[],
): readonly Problem[] {
  const { errors, input: found } = issue;
  if ("options" in issue && issue.discriminator !== undefined) {
    const kind = Object(found)[issue.discriminator];
    return [{ path, message: oneOf((issue.options ?? []).map(String), kind) }];
  }
  const forms = errors.map((branch) => branch.flatMap((one) => problemsOf(one, path, keys)));
  if (JSON.stringify(found) === "{}") {
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

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = typeof value === "string" ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
