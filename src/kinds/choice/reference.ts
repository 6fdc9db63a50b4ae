/** The options that are right, read off the model. */

import { below, type Node } from "../../engine/graph.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation, Gradient } from "../../exercises/derivation.ts";
import type { Problem } from "../../exercises/problem.ts";
import { dependsOn, gradientOf, isCalled, lackingValues, readBy } from "../../exercises/queries.ts";
import type { BestQuery, ChoiceQuestion, ChoiceReference } from "./question.ts";

/** The values of the right options, as text. */
export function rightChoices(derivation: Derivation, reference: ChoiceReference): readonly string[] {
  if ("choice" in reference) return [String(reference.choice)];
  if ("neighbour" in reference) return neighbours(derivation, reference.neighbour);
  if ("best" in reference) return bestCases(derivation, reference.best);
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
export function choiceProblems({ reference, options }: ChoiceQuestion, derivation: Derivation): readonly Problem[] {
  const told = (message: string) => [{ path: ["reference"], message }];
  if ("best" in reference) {
    const { unrolled, nodes } = measuredNodes(derivation, reference.best.by);
    for (const name of Object.values(reference.best.cases)) {
      const lacking = lackingValues(derivation, unrolled, nodes, name);
      if (lacking !== undefined) return told(lacking);
    }
  }
  const values = new Set(options.map(({ value }) => String(value)));
  const missing = rightChoices(derivation, reference).filter((value) => !values.has(value));
  return missing.length === 0 ? [] : told(`the right answer (${missing.join(", ")}) is none of the options`);
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

/** The cases that score best; none where a score is no number. */
function bestCases(derivation: Derivation, { cases, by, take }: BestQuery): readonly string[] {
  const { unrolled, nodes, norm } = measuredNodes(derivation, by);
  const scores = Object.entries(cases).map(([value, name]) => {
    const values = derivation.values(unrolled, name);
    const components = nodes.map((node) => values[node] as number);
    return { value, score: norm ? Math.hypot(...components) : (components[0] as number) };
  });
  const best = Math[take === "largest" ? "max" : "min"](...scores.map(({ score }) => score));
  return scores.filter(({ score }) => score === best).map(({ value }) => value);
}

/** What is compared between cases: a value, or the components of a gradient whose norm counts. */
function measuredNodes(
  derivation: Derivation,
  by: BestQuery["by"],
): { readonly unrolled: Unrolled; readonly nodes: readonly Node[]; readonly norm: boolean } {
  if ("gradientNorm" in by) return { ...derivation.gradient(by.gradientNorm, by.wrt), norm: true };
  const { unrolled, node } = derivation.formula(by.value);
  return { unrolled, nodes: [node], norm: false };
}
