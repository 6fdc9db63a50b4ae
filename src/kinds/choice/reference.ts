/** The options that are right, read off the model. */

import { below, type Node } from "../../engine/graph.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation, Gradient } from "../../exercises/derivation.ts";
import type { Problem } from "../../exercises/problem.ts";
import { dependsOn, gradientOf, isCalled, lackingValues, readBy } from "../../exercises/queries.ts";
import type { ChoiceOption, ChoiceQuestion, ChoiceReference, Measured } from "./question.ts";

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
    const { unrolled, nodes } = measuredNodes(derivation, measuredBy(reference.best));
    for (const [i, option] of options.entries()) {
      const ask = `the best case is asked for: each option needs one, as in { value: ${option.value}, case: … }`;
      if (option.case === undefined) return [{ path: ["options", i], message: ask }];
      const lacking = lackingValues(derivation, unrolled, nodes, option.case);
      if (lacking !== undefined) return [{ path: ["reference"], message: lacking }];
    }
  }
  const values = new Set(options.map(({ value }) => String(value)));
  const missing = rightChoices(derivation, question).filter((value) => !values.has(value));
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
  const { unrolled, nodes } = measuredNodes(derivation, measuredBy(best));
  const scores = options.map((option) => {
    const values = derivation.values(unrolled, option.case);
    const [first = Number.NaN, ...others] = nodes.map((node) => values[node] as number);
    return "gradientNorm" in measuredBy(best) ? Math.hypot(first, ...others) : first;
  });
  const top = "largest" in best ? Math.max(...scores) : Math.min(...scores);
  return options.filter((_, i) => scores[i] === top).map(({ value }) => String(value));
}

function measuredBy(best: Best): Measured {
  return "largest" in best ? best.largest : best.smallest;
}

/** What is compared between cases: a value, or the components of a gradient whose norm counts. */
function measuredNodes(derivation: Derivation, by: Measured): { unrolled: Unrolled; nodes: readonly Node[] } {
  if ("gradientNorm" in by) return derivation.gradient(by.gradientNorm, by.wrt);
  const { unrolled, node } = derivation.formula(by.value);
  return { unrolled, nodes: [node] };
}
