/** A choice among options: what an author writes, what it is once read, and the options that are right by the model. */

import { below } from "../../engine/graph.ts";
import type { Derivation, Gradient } from "../../exercises/derivation.ts";
import type { DerivativeQuery, ParsedFormula, Question } from "../../exercises/exercise.ts";
import type { Problem } from "../../exercises/problem.ts";
import { dependsOn, gradientOf, isCalled, lackingValues, readBy } from "../../exercises/queries.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import { chain, equation, readSteps, type Solution } from "../../exercises/steps.ts";
import { inCode } from "../judgement.ts";
import { say } from "./messages.ts";
import { type ChoiceOption, optionShapes, valuesOf } from "./options.ts";

type ChoiceReference =
  | { readonly choice: string | number | boolean }
  /** Whether a quantity stands in the formula of a derivative. */
  | { readonly appears: string; readonly in: DerivativeQuery }
  /** Whether a derivative depends on a quantity, explicitly or not. */
  | { readonly depends: string; readonly in: DerivativeQuery }
  /** Which pass reads a quantity: `forward`, `backward` or `both`. */
  | { readonly neededIn: string; readonly for: DerivativeQuery }
  /** Whether a sequence builds on its `previous` or its `next` value. */
  | { readonly neighbour: string }
  /** The case in which something is largest or smallest; an option names its case. */
  | { readonly best: { readonly largest: Measured } | { readonly smallest: Measured } };

/** The norm of a gradient, or a value. */
type Measured = { readonly gradientNorm: string; readonly wrt: readonly string[] } | { readonly value: ParsedFormula };

export interface ChoiceQuestion extends Question {
  readonly kind: "choice";
  readonly reference: ChoiceReference;
  readonly options: readonly ChoiceOption[];
}

export function choiceSchema(shapes: Shapes) {
  const { z, base, quantity, derivative, formula, name, oneOrMore } = shapes;
  const { value, options } = optionShapes(shapes);
  const measured = z.union([
    z.strictObject({ gradientNorm: quantity, wrt: oneOrMore(quantity) }),
    z.strictObject({ value: formula }),
  ]);
  return z.strictObject({
    ...base,
    kind: z.literal("choice"),
    reference: z.union([
      z.strictObject({ choice: value }),
      z.strictObject({ appears: quantity, in: derivative }),
      z.strictObject({ depends: quantity, in: derivative }),
      z.strictObject({ neededIn: quantity, for: derivative }),
      z.strictObject({ neighbour: name }),
      z.strictObject({
        best: z.union([z.strictObject({ largest: measured }), z.strictObject({ smallest: measured })]),
      }),
    ]),
    options: options.min(2),
  });
}

/** The values of the right options, as text. */
export function rightChoices(derivation: Derivation, { reference, options }: ChoiceQuestion): readonly string[] {
  if ("choice" in reference) return [String(reference.choice)];
  if ("neighbour" in reference) return neighbours(derivation, reference.neighbour);
  if ("best" in reference) return bestCases(derivation, reference.best, options);
  if ("neededIn" in reference) {
    const gradient = gradientOf(derivation, reference.for);
    const forward = dependsOn(gradient.unrolled, [gradient.output], reference.neededIn);
    const backward = stands(gradient, reference.neededIn);
    return [forward && backward ? "both" : forward ? "forward" : backward ? "backward" : "neither"];
  }
  const gradient = gradientOf(derivation, reference.in);
  if ("appears" in reference) return [String(stands(gradient, reference.appears))];
  return [String(dependsOn(gradient.unrolled, gradient.nodes, reference.depends))];
}

/** The right answer must be one of the options, and every case that is compared must give all numbers that this needs. */
export function choiceProblems(question: ChoiceQuestion, derivation: Derivation): readonly Problem[] {
  const { reference, options } = question;
  if ("best" in reference) {
    for (const [i, option] of options.entries()) {
      const ask = `the best case is asked for: each option needs one, as in { value: ${option.value}, case: … }`;
      if (option.case === undefined) return [{ path: ["options", i], message: ask }];
      const { unrolled, nodes } = measuredNodes(derivation, measuredBy(reference.best), option.case);
      const lacking = lackingValues(derivation, unrolled, nodes, option.case);
      if (lacking !== undefined) return [{ path: ["reference"], message: lacking }];
    }
  }
  const missing = rightChoices(derivation, question).filter((value) => !valuesOf(options).includes(value));
  if (missing.length === 0) return [];
  return [{ path: ["reference"], message: `the right answer (${missing.join(", ")}) is none of the options` }];
}

/** Whether a quantity of the family (or of this very name) stands in the derivative's formula. */
function stands(gradient: Gradient, name: string): boolean {
  const { graph } = gradient.unrolled;
  return readBy(gradient).some((node) => isCalled(graph, node, name));
}

/** `previous`, `next` or both, by what h[2] of three steps is computed from. */
function neighbours(derivation: Derivation, family: string): readonly string[] {
  const unrolled = derivation.unrolled(3);
  const middle = unrolled.node(`${family}[2]`);
  const uses = (t: number) => {
    const neighbour = unrolled.node(`${family}[${t}]`);
    return neighbour !== middle && below(unrolled.graph, [middle]).has(neighbour);
  };
  const found = [uses(1) ? "previous" : "", uses(3) ? "next" : ""].filter((word) => word !== "");
  return found.length === 0 ? ["neither"] : found;
}

type Best = Extract<ChoiceReference, { best: unknown }>["best"];

/** The options whose cases score best; none where a score is no number. */
function bestCases(derivation: Derivation, best: Best, options: readonly ChoiceOption[]): readonly string[] {
  const scores = options.map((option) => scoreOf(derivation, measuredBy(best), option).score);
  const top = "largest" in best ? Math.max(...scores) : Math.min(...scores);
  return options.filter((_, i) => scores[i] === top).map(({ value }) => String(value));
}

/** What an option's case scores, and the numbers that this is the norm of. */
function scoreOf(derivation: Derivation, by: Measured, option: ChoiceOption) {
  const { unrolled, nodes } = measuredNodes(derivation, by, option.case);
  const values = derivation.values(unrolled, option.case);
  const [first = Number.NaN, ...others] = nodes.map((node) => values[node] as number);
  return { score: "gradientNorm" in by ? Math.hypot(first, ...others) : first, numbers: [first, ...others] };
}

/** The right choice, and what it follows from. */
export function choiceSolution(question: ChoiceQuestion, derivation: Derivation): Solution {
  const { reference, options } = question;
  const said = say("choice.solution", { options: inCode(rightChoices(derivation, question)) });
  if ("choice" in reference) return { steps: [{ said }] };
  if ("in" in reference) return { steps: [...readSteps(derivation, reference.in), { said }] };
  if ("for" in reference) return { steps: [...readSteps(derivation, reference.for), { said }] };
  if ("neighbour" in reference) {
    const unrolled = derivation.unrolled(3);
    return { steps: [equation(unrolled.graph, unrolled.node(`${reference.neighbour}[2]`)), { said }] };
  }
  const by = measuredBy(reference.best);
  const symbols =
    "value" in by ? by.value.text : `norm(${by.wrt.map((name) => `∂${by.gradientNorm}/∂${name}`).join(", ")})`;
  const steps = options.map((option) => {
    const { score, numbers } = scoreOf(derivation, by, option);
    const [total, ...parts] = [score, ...numbers].map((number) => number.toPrecision(4));
    const compared = chain(symbols, ...("value" in by ? [] : [`norm(${parts.join(", ")})`]), `${total}`);
    return { said: say("choice.score", { option: inCode([String(option.value)]) }), ...compared };
  });
  return { steps: [...steps, { said }] };
}

function measuredBy(best: Best): Measured {
  return "largest" in best ? best.largest : best.smallest;
}

/** What is compared between cases: a value, or the components of a gradient whose norm counts. */
function measuredNodes(derivation: Derivation, by: Measured, caseName: string | undefined) {
  const steps = derivation.stepsIn(caseName);
  if ("gradientNorm" in by) return derivation.gradient(by.gradientNorm, by.wrt, steps);
  const { unrolled, node } = derivation.formula(by.value, steps);
  return { unrolled, nodes: [node] };
}
