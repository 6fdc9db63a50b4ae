/** Questions about a model's structure: names in derivatives, edges of the graph, which pass reads what. Computes all. */

import type { Graph, Node } from "../engine/graph.ts";
import { below, DEFINITION, VARIABLE } from "../engine/graph.ts";
import type { Kind } from "../engine/model.ts";
import { print, printName } from "../engine/print.ts";
import type { Unrolled } from "../engine/recurrence.ts";
import { readValues } from "../engine/stored.ts";
import type { Derivation, Gradient } from "./derivation.ts";
import type { BestQuery, ChoiceReference, DerivativeQuery, GraphQuestion, NamesReference } from "./exercise.ts";

/** The name of a node, or its formula if it has none. */
export function nameOf(g: Graph, node: Node): string {
  const name = g.symbol(node);
  return name === undefined ? print(g, node) : printName(name);
}

/** What the names of a model are to it, at t = 0 … T + 1. */
export function kindsOf(derivation: Derivation, steps?: number): ReadonlyMap<string, Kind> {
  const unrolled = derivation.unrolled(steps);
  const kinds = new Map<string, Kind>();
  for (const name of unrolled.names()) kinds.set(name, unrolled.kindOfName(name));
  return kinds;
}

/** The sets of names that are right answers. */
export function namesAlternatives(derivation: Derivation, reference: NamesReference): readonly (readonly string[])[] {
  if ("names" in reference) return [reference.names];
  if ("stored" in reference) {
    const { unrolled, nodes } = derivation.storedNodes(reference.stored);
    return [nodes.map((node) => nameOf(unrolled.graph, node))];
  }
  return (["input", "output"] as const).map((through) => {
    const gradient = gradientOf(derivation, reference.in, through);
    const { unrolled } = gradient;
    return readBy(gradient)
      .filter((node) => unrolled.kind(node) !== "input" && reaches(unrolled, [node], reference.through))
      .map((node) => nameOf(unrolled.graph, node));
  });
}

/** Edges between named quantities, from what is used to what is computed, down from the wanted quantities. */
export function graphEdges(
  derivation: Derivation,
  reference: GraphQuestion["reference"],
): readonly (readonly [string, string])[] {
  const unrolled = derivation.unrolled(reference.steps);
  const g = unrolled.graph;
  const edges: [string, string][] = [];
  const seen = new Set<Node>();
  const open = reference.unrolled.flatMap((name) => members(unrolled, name));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node) || g.code(node) === VARIABLE) continue;
    seen.add(node);
    for (const source of namedSources(g, node)) {
      edges.push([nameOf(g, source), nameOf(g, node)]);
      open.push(source);
    }
  }
  return edges;
}

/** The values of the right options, as text. */
export function rightChoices(derivation: Derivation, reference: ChoiceReference): readonly string[] {
  if ("choice" in reference) return [String(reference.choice)];
  if ("neighbour" in reference) return neighbours(derivation, reference.neighbour);
  if ("best" in reference) return bestCases(derivation, reference.best);
  if ("neededIn" in reference) {
    const gradient = gradientOf(derivation, reference.for);
    const forward = reaches(gradient.unrolled, [gradient.output], reference.neededIn);
    const backward = stands(gradient, reference.neededIn);
    return [forward && backward ? "both" : forward ? "forward" : backward ? "backward" : "neither"];
  }
  const gradient = gradientOf(derivation, reference.in);
  if ("appears" in reference) return [String(stands(gradient, reference.appears))];
  return [String(reaches(gradient.unrolled, gradient.nodes, reference.depends))];
}

function gradientOf(derivation: Derivation, query: DerivativeQuery, through: "input" | "output" = "input"): Gradient {
  return derivation.gradient(query.derivative, [query.wrt], undefined, through);
}

function readBy({ unrolled, forwardSize, nodes }: Gradient): readonly Node[] {
  return readValues(unrolled.graph, forwardSize, nodes);
}

/** Whether a quantity of the family (or of this very name) stands in the derivative's formula. */
function stands(gradient: Gradient, name: string): boolean {
  const { graph } = gradient.unrolled;
  return readBy(gradient).some((node) => isCalled(graph, node, name));
}

function isCalled(g: Graph, node: Node, name: string): boolean {
  const own = g.symbol(node);
  return own !== undefined && (own.family === name || printName(own) === name);
}

/** Whether `nodes` are computed from a quantity of the family, directly or not. */
function reaches(unrolled: Unrolled, nodes: readonly Node[], name: string): boolean {
  for (const node of below(unrolled.graph, nodes)) if (isCalled(unrolled.graph, node, name)) return true;
  return false;
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
  const measured = measuredNodes(derivation, by);
  const scores = Object.entries(cases).map(([value, name]) => ({ value, score: scoreOf(derivation, name, measured) }));
  const best = Math[take === "largest" ? "max" : "min"](...scores.map(({ score }) => score));
  return scores.filter(({ score }) => score === best).map(({ value }) => value);
}

/** What is compared between cases: a value, or the components of a gradient whose norm counts. */
export function measuredNodes(
  derivation: Derivation,
  by: BestQuery["by"],
): { readonly unrolled: Unrolled; readonly nodes: readonly Node[]; readonly norm: boolean } {
  if ("value" in by) {
    const { unrolled, node } = derivation.formula(by.value);
    return { unrolled, nodes: [node], norm: false };
  }
  return { ...derivation.gradient(by.gradientNorm, by.wrt), norm: true };
}

function scoreOf(
  derivation: Derivation,
  caseName: string,
  { unrolled, nodes, norm }: ReturnType<typeof measuredNodes>,
): number {
  const values = derivation.values(unrolled, caseName);
  const components = nodes.map((node) => values[node] as number);
  return norm ? Math.hypot(...components) : (components[0] as number);
}

/** The node of a scalar, or all of a sequence's. */
function members(unrolled: Unrolled, name: string): readonly Node[] {
  const all = unrolled.computed().filter((quantity) => quantity.family === name);
  return all.length > 0 ? all.map((quantity) => quantity.node) : [unrolled.node(name)];
}

/** The named quantities that a definition reads, each once. */
function namedSources(g: Graph, definition: Node): readonly Node[] {
  const sources = new Set<Node>();
  const open = [...g.args(definition)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const code = g.code(node);
    if (code === DEFINITION || code === VARIABLE) sources.add(node);
    else open.push(...g.args(node));
  }
  return [...sources].sort((a, b) => a - b);
}
