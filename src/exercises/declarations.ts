/** Finds names in a model and in cases that would stand for two quantities, or for none. */

import type { Model } from "../engine/model.ts";
import { nearest, splitName } from "../engine/names.ts";
import type { TimeIndex } from "../engine/syntax.ts";
import type { Derivation } from "./derivation.ts";
import type { Problem } from "./problem.ts";

/** What keeps a model from being unrolled, or would surprise there. */
export function declarationProblems(model: Model): readonly Problem[] {
  const problems: Problem[] = [];
  const given = [...model.parameters, ...model.inputs];
  const sequences = new Set([
    ...model.inputs,
    ...model.equations.filter(({ index }) => index !== undefined).map(({ family }) => family),
  ]);
  for (const [i, name] of given.entries()) {
    const isInput = i >= model.parameters.length;
    const path = ["model", isInput ? "inputs" : "parameters", isInput ? i - model.parameters.length : i];
    if (given.indexOf(name) < i) problems.push({ path, message: `${name} is declared twice` });
    else if (name === "t") problems.push({ path, message: "t is the time step, so nothing else can be called so" });
    else if (isMember(name, sequences) && !isStartValue(name, model))
      problems.push({ path, message: memberMessage(name) });
  }
  for (const { family, index, target } of model.equations) {
    const path = ["model", "equations", target];
    if (index === undefined && isMember(family, sequences)) problems.push({ path, message: memberMessage(family) });
  }
  return problems;
}

/** A member that no equation gives may be declared: a start value that is a parameter. */
function isStartValue(name: string, { equations, steps }: Model): boolean {
  const { base, index = Number.NaN } = splitName(name);
  const own = equations.filter(({ family }) => family === base);
  const gives = (at: TimeIndex | undefined) =>
    at === undefined || (at.step === 0 ? at.last * steps + at.offset === index : index >= 1 && index <= steps);
  return own.length > 0 && !own.some((equation) => gives(equation.index));
}

function isMember(name: string, sequences: ReadonlySet<string>): boolean {
  const { base, index } = splitName(name);
  return index !== undefined && sequences.has(base);
}

function memberMessage(name: string): string {
  const { base, index } = splitName(name);
  return `${name} is ${base}[${index}] already, a member of the sequence ${base}`;
}

/** Values in cases that belong to no quantity that takes one. A name that no model has is harmless unless it is a slip. */
export function caseProblems(derivation: Derivation): readonly Problem[] {
  const { model, cases } = derivation.exercise;
  if (model === undefined) return [];
  const unrolled = derivation.unrolled();
  const names = unrolled.names();
  const known = new Set([...unrolled.families().map(({ name }) => name), ...names]);
  const given = new Set([...model.parameters, ...model.inputs]);
  const sequences = model.equations.filter(({ index }) => index?.step !== 0).map(({ family }) => family);
  const isComputed = (name: string) =>
    !given.has(name) &&
    (sequences.includes(name) || (names.has(name) && ["intermediate", "output"].includes(unrolled.kindOfName(name))));
  const leaves = [...names].filter((name) => !isComputed(name));
  return Object.entries(cases).flatMap(([name, values]) =>
    Object.keys(values).flatMap((key): Problem[] => {
      const told = (message: string) => [{ path: ["cases", name, key], message, isKey: true }];
      if (isComputed(key)) return told(`${key} is computed by an equation, so it takes no value`);
      if (key === "T" && !given.has("T")) return told("T is the number of steps: see steps of the model");
      // h3 of two steps is no slip: the same values may serve more steps.
      const meant = known.has(key) || known.has(splitName(key).base) ? undefined : nearest(key, leaves);
      if (meant === undefined || Object.hasOwn(values, meant)) return [];
      return told(`the model has no quantity ${key}. Did you mean ${meant}?`);
    }),
  );
}
