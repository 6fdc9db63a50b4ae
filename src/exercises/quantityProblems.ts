/** Finds names that would stand for two quantities, and values for what is computed. Knows names, computes nothing. */

import type { Model } from "../engine/model.ts";
import { splitName } from "../engine/names.ts";
import type { TimeIndex } from "../engine/syntax.ts";
import type { Exercise } from "./exercise.ts";
import type { Problem } from "./problem.ts";

export function quantityProblems({ model, cases }: Exercise): readonly Problem[] {
  if (model === undefined) return [];
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
  const computed = new Set(model.equations.filter(({ index }) => index?.step !== 0).map(({ family }) => family));
  for (const name of given) computed.delete(name);
  for (const [name, values] of Object.entries(cases))
    for (const key of Object.keys(values).filter((one) => computed.has(one)))
      problems.push({
        path: ["cases", name, key],
        message: `${key} is computed by an equation, so it takes no value`,
        isKey: true,
      });
  for (const [name, values] of Object.entries(cases))
    if (Object.hasOwn(values, "T") && !given.includes("T"))
      problems.push({
        path: ["cases", name, "T"],
        message: "T is the number of steps: see steps of the model",
        isKey: true,
      });
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
