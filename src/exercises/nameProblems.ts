/** Finds names in questions and cases that the model does not have. Knows names, computes nothing with them. */

import { nearest, splitName } from "../engine/names.ts";
import type { Derivation } from "./derivation.ts";
import type { Question, StoredQuery } from "./exercise.ts";
import type { DataPath, Problem } from "./problem.ts";

export function nameProblems(derivation: Derivation): readonly Problem[] {
  const { exercise } = derivation;
  const unrolled = derivation.unrolled();
  const names = unrolled.names();
  const all = new Set([...unrolled.families().map(({ name }) => name), ...names]);
  const problems: Problem[] = [];
  const report = (path: DataPath, name: string, meant: string | undefined, isKey?: true) => {
    const message = `the model has no quantity ${name}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`;
    problems.push({ path, message, ...(isKey && { isKey }) });
  };
  const strict = ({ path, name }: NamePlace) => {
    if (!all.has(name)) report(path, name, nearest(name, all));
  };
  // A list may name more than this model has, but not a misspelt name beside the right one's absence.
  const lenient = (path: DataPath, listed: readonly string[], from: Iterable<string>, isKey?: true) => {
    for (const [i, name] of listed.entries()) {
      // h3 of two steps is no slip: the same list may serve more steps.
      const meant = all.has(name) || all.has(splitName(name).base) ? undefined : nearest(name, from);
      if (meant === undefined || listed.includes(meant)) continue;
      // Short names are close to each other without being slips.
      const isSlip = isKey || name.length > 2 || name.toLowerCase() === meant.toLowerCase();
      if (isSlip) report([...path, isKey ? name : i], name, meant, isKey);
    }
  };
  for (const [i, question] of exercise.questions.entries()) {
    const path = ["questions", i];
    for (const place of namedBy(question, path)) strict(place);
    if ("allow" in question) lenient([...path, "allow"], question.allow ?? [], all);
    const isLiteral = question.kind === "names" && "names" in question.reference;
    if ("optional" in question && !isLiteral) lenient([...path, "optional"], question.optional ?? [], all);
  }
  const isComputed = (name: string) => ["intermediate", "output"].includes(unrolled.kindOfName(name));
  const leaves = [...names].filter((name) => !isComputed(name));
  for (const [name, values] of Object.entries(exercise.cases)) {
    lenient(["cases", name], Object.keys(values), leaves, true);
    for (const key of Object.keys(values).filter((one) => names.has(one) && isComputed(one)))
      problems.push({
        path: ["cases", name, key],
        message: `${key} is computed by an equation, so it takes no value`,
        isKey: true,
      });
  }
  return problems;
}

interface NamePlace {
  readonly path: DataPath;
  readonly name: string;
}

/** The names a question's reference cannot do without. */
function namedBy({ kind, ...question }: Question, above: DataPath): readonly NamePlace[] {
  if (kind === "text" || !("reference" in question)) return [];
  const { reference } = question;
  const path = [...above, "reference"];
  const at = (key: string, name: string): NamePlace => ({ path: [...path, key], name });
  const of = (query: { readonly wrt: string }): NamePlace => at("wrt", query.wrt);
  if ("stored" in reference) return storedNames(reference.stored, [...path, "stored"]);
  if ("appears" in reference) return [at("appears", reference.appears), of(reference.in)];
  if ("depends" in reference) return [at("depends", reference.depends), of(reference.in)];
  if ("neededIn" in reference) return [at("neededIn", reference.neededIn), of(reference.for)];
  if ("through" in reference) return [at("through", reference.through), of(reference.in)];
  return "wrt" in reference ? [of(reference)] : [];
}

function storedNames({ recompute = [], wrt, steps }: StoredQuery, path: DataPath): readonly NamePlace[] {
  const recomputed = recompute.map((name) => ({ path: [...path, "recompute"], name }));
  // Other numbers of steps have other members.
  return steps === undefined ? [...recomputed, ...wrt.map((name) => ({ path: [...path, "wrt"], name }))] : recomputed;
}
