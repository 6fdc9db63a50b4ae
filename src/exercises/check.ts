/** Finds what is wrong with an exercise of the right shape: its model, its cases, the references of its questions. */

import { type Model, ModelError } from "../engine/model.ts";
import { indexedName, splitName } from "../engine/names.ts";
import { calls } from "../engine/operations/table.ts";
import type { TimeIndex } from "../engine/syntax.ts";
import { shapeText } from "../engine/vectors.ts";
import { Derivation } from "./derivation.ts";
import { type CaseValue, type Exercise, type NestedNumbers, targetOf, withMistake } from "./exercise.ts";
import { type DataPath, didYouMean, type Problem } from "./problem.ts";
import type { QuestionKind } from "./shapes.ts";

/** What is wrong with model, cases and questions, in this order. */
export function problemsOf(derivation: Derivation, kinds: readonly QuestionKind[]): readonly Problem[] {
  const { exercise } = derivation;
  const { model } = exercise;
  const problems = model === undefined ? [] : [...declarationProblems(model)];
  const run = (path: DataPath, compute: () => void) => {
    try {
      compute();
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      problems.push(placed(error, exercise, path));
    }
  };
  if (problems.length === 0 && model !== undefined) run(["model", "equations"], () => void derivation.unrolled());
  if (problems.length > 0) return problems;
  problems.push(...caseProblems(derivation));
  for (const [i, mistake] of (exercise.mistakes ?? []).entries()) {
    const path = ["mistakes", i, "replace"];
    if (exercise.mistakes?.findIndex(({ id }) => id === mistake.id) !== i)
      problems.push({ path: ["mistakes", i, "id"], message: `the id "${mistake.id}" is taken` });
    const known = new Set(model?.equations.map(targetOf));
    for (const one of mistake.replace.filter((equation) => !known.has(targetOf(equation))))
      problems.push({
        path: [...path, one.target],
        message: `the model has no equation for ${one.target}`,
        isKey: true,
      });
    run(path, () => void new Derivation(exercise, { model: (right) => withMistake(right, mistake) }).unrolled());
  }
  for (const [i, question] of exercise.questions.entries()) {
    const kind = kinds.find(({ name }) => name === question.kind) as QuestionKind;
    const path = ["questions", i];
    run("reference" in question ? [...path, "reference"] : path, () => {
      for (const problem of kind.problems?.(question, derivation) ?? [])
        problems.push({ ...problem, path: [...path, ...problem.path] });
    });
  }
  return problems;
}

/** Errors that name an equation belong to that equation. */
function placed(error: ModelError, exercise: Exercise, path: DataPath): Problem {
  const found = exercise.model?.equations.find(({ text }) => text === error.params.equation);
  return {
    path: found === undefined ? path : ["model", "equations", found.target],
    message: inAuthorsWords(error, exercise, found?.text),
  };
}

/** Why a model, or a reference to it, cannot be computed. */
function inAuthorsWords(error: ModelError, exercise: Exercise, equation?: string): string {
  const name = String(error.params.name ?? "");
  if (error.code === "model.unknown-case") {
    const cases = Object.keys(exercise.cases);
    return `there is no case ${name}${cases.length === 0 ? "" : `, only ${cases.join(", ")}`}.${didYouMean(name, cases)}`;
  }
  const message = error.told.in("en");
  if (error.code !== "model.unknown-name") return message;
  const known = quantitiesOf(exercise);
  if (name === "t")
    return `t stands in indices only, as in h[t-1]. Numbers that depend on t are an input whose values a case gives: x: "t".`;
  // Anything else is a name in a question.
  if (equation === undefined)
    return `the model has no quantity ${name}, only ${known.join(", ")}.${didYouMean(name, known)}`;
  if (isCalled(name, equation))
    return `there is no function ${name}, and no quantity of that name.${didYouMean(name, calls.keys())}`;
  return `${message}${didYouMean(name, known)}`;
}

function quantitiesOf({ model }: Exercise): readonly string[] {
  const computed = model?.equations.map(({ family }) => family) ?? [];
  return [...new Set([...(model?.parameters ?? []), ...(model?.inputs ?? []), ...computed])];
}

function isCalled(name: string, equation: string): boolean {
  const at = equation.indexOf(`${name}(`);
  return at >= 0 && !/\w/.test(equation.charAt(at - 1));
}

/** What keeps a model from being unrolled, or would surprise there. */
function declarationProblems(model: Model): readonly Problem[] {
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

/** Values in cases that belong to no quantity that takes one, or to no time step. */
function caseProblems(derivation: Derivation): readonly Problem[] {
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
  return Object.entries(cases).flatMap(([name, values]) => {
    const steps = derivation.stepsIn(name);
    const members = derivation.unrolled(steps).names();
    return Object.entries(values).flatMap(([key, value]): Problem[] => {
      const told = (message: string) => [{ path: ["cases", name, key], message, isKey: true }];
      if (isComputed(key)) return told(`${key} is computed by an equation, so it takes no value`);
      if (key === "T" && !given.has("T")) return told("T is the number of steps: see steps of the model");
      // h3 of two steps is no slip: the same values may serve more steps.
      if (!known.has(key) && !known.has(splitName(key).base) && unrolled.quantity(key) === undefined)
        return told(`the model has no quantity ${key}.${didYouMean(key, leaves) || " Leave it out, or declare it."}`);
      const { shape = [], overTime } = unrolled.quantity(key) ?? {};
      if (shape.length > 0) {
        const needed =
          overTime && splitName(key).index === undefined ? [Math.min(sizesOf(value)[0] ?? 1, steps), ...shape] : shape;
        const found = sizesOf(value);
        if (found.join() !== needed.join())
          return told(`${key} needs numbers in the shape ${shapeText(needed)}, not ${shapeText(found)}`);
      }
      const length = Array.isArray(value) ? value.length : 0;
      if (length <= steps || shape.length > 0 || members.has(indexedName(key, length))) return [];
      return told(
        `${key} has ${length} values, but there are only ${steps} time steps. Leave some out, or change steps.`,
      );
    });
  });
}

/** How many numbers a list holds, and each list in it; where these differ, none. */
function sizesOf(value: CaseValue | number): readonly number[] {
  if (!Array.isArray(value)) return [];
  const [first = [], ...others] = (value as NestedNumbers).map((one) => sizesOf(one as CaseValue));
  return [value.length, ...(others.every((one) => one.join() === first.join()) ? first : [Number.NaN])];
}
