/** Finds an author's mistakes in a rubric, each with its place; knows neither files nor answers. */

import { compileRubric } from "./compile.ts";
import type { Criterion } from "./criterion.ts";
import { generalConcepts } from "./language.ts";
import { except, type Item, PatternError, parsePattern, parsePhrase } from "./notation.ts";

export interface RubricProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** All problems of these criteria; empty if they can be compiled. */
export function rubricProblems(criteria: readonly Criterion[]): readonly RubricProblem[] {
  const names = new Set(Object.keys(generalConcepts));
  for (const { concepts } of criteria) for (const name of Object.keys(concepts ?? {})) names.add(name);
  const problems: RubricProblem[] = [];
  const check = (path: readonly (string | number)[], read: () => readonly Item[]) => {
    const message = problemOf(read, names);
    if (message !== undefined) problems.push({ path, message });
  };
  const ids = new Set<string>();
  for (const [at, criterion] of criteria.entries()) {
    if (ids.has(criterion.id))
      problems.push({ path: [at, "id"], message: `two criteria are called "${criterion.id}"` });
    ids.add(criterion.id);
    for (const [name, phrases] of Object.entries(criterion.concepts ?? {})) {
      for (const [i, phrase] of phrases.entries())
        check([at, "concepts", name, i], () => parsePhrase(phrase.replace(except, "")));
    }
    for (const { path, patterns } of patternLists(criterion)) {
      for (const [i, pattern] of patterns.entries()) check([at, ...path, i], () => itemsOf(pattern));
    }
    for (const [i, pair] of (criterion.opposites ?? []).entries()) {
      for (const name of pair) {
        if (!names.has(name)) problems.push({ path: [at, "opposites", i], message: `unknown concept <${name}>` });
      }
    }
  }
  return problems.length > 0 ? problems : wholeProblem(criteria);
}

function patternLists(criterion: Criterion): { path: (string | number)[]; patterns: readonly string[] }[] {
  return [
    { path: ["met"], patterns: criterion.met },
    { path: ["partly"], patterns: criterion.partly ?? [] },
    { path: ["unsure"], patterns: criterion.unsure ?? [] },
    ...(criterion.wrong ?? []).map(({ patterns }, i) => ({ path: ["wrong", i, "patterns"], patterns })),
  ];
}

function itemsOf(pattern: string): readonly Item[] {
  return parsePattern(pattern).parts.flatMap((part) => part.alternatives.flat());
}

function problemOf(read: () => readonly Item[], names: ReadonlySet<string>): string | undefined {
  try {
    const unknown = read().find((item) => item.kind === "concept" && !names.has(item.name));
    return unknown?.kind === "concept" ? `unknown concept <${unknown.name}>` : undefined;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

/** What only the whole shows: concepts that contain each other. */
function wholeProblem(criteria: readonly Criterion[]): readonly RubricProblem[] {
  try {
    compileRubric(criteria);
    return [];
  } catch (error) {
    if (error instanceof PatternError) return [{ path: [], message: error.message }];
    throw error;
  }
}
