/** What several kinds of questions and mistakes ask of an exercise: names, what students are told of, what a derivative reads. */

import type { Flow } from "../engine/flow.ts";
import { below, type Graph, type Node, VARIABLE } from "../engine/graph.ts";
import { memo } from "../engine/memo.ts";
import type { Kind } from "../engine/model.ts";
import { greekLetters, splitName } from "../engine/names.ts";
import { printName } from "../engine/print.ts";
import { readValues } from "../engine/stored.ts";
import type { Unrolled } from "../engine/unroll.ts";
import type { Derivation, Gradient } from "./derivation.ts";
import { caseBindings, type DerivativeQuery, type Exercise } from "./exercise.ts";

/** What the names of a model are to it, at t = 0 … T + 1; none without a model. */
export function kindsOf(derivation: Derivation, steps?: number): ReadonlyMap<string, Kind> {
  if (derivation.exercise.model === undefined) return new Map();
  const unrolled = derivation.unrolled(steps);
  return new Map([...unrolled.names()].map((name) => [name, unrolled.kindOfName(name)]));
}

/** `listed` with all members of a sequence for its name: `h` for h0, h1, … */
export function withMembers(names: Iterable<string>, listed: readonly string[]): readonly string[] {
  return [...listed, ...[...names].filter((member) => listed.includes(splitName(member).base))];
}

export function gradientOf(derivation: Derivation, query: DerivativeQuery, through?: "input" | "output"): Gradient {
  return derivation.gradient(query.derivative, [query.wrt], undefined, through, query);
}

/** The values of the forward pass that a derivative's formula reads. */
export function readBy({ unrolled, forwardSize, nodes }: Gradient): readonly Node[] {
  return readValues(unrolled.graph, forwardSize, nodes);
}

/** Whether a node is a quantity of this family, or of this very name. */
export function isCalled(g: Graph, node: Node, name: string): boolean {
  const own = g.symbol(node);
  return own !== undefined && (own.family === name || printName(own) === name);
}

/** Whether `nodes` are computed from a quantity of the family, directly or not. */
export function dependsOn({ graph }: Unrolled, nodes: readonly Node[], name: string): boolean {
  for (const node of below(graph, nodes)) if (isCalled(graph, node, name)) return true;
  return false;
}

/** What a case lacks to give the nodes values, in an author's words; undefined if nothing. */
export function lackingValues(
  derivation: Derivation,
  { graph }: Unrolled,
  nodes: readonly Node[],
  caseName: string | undefined,
): string | undefined {
  const bindings = caseBindings(derivation.case(caseName));
  const lacking = [...below(graph, nodes)]
    .map((node) => (graph.code(node) === VARIABLE ? graph.symbol(node) : undefined))
    .filter((name) => name !== undefined && bindings(name.family, name.index) === undefined)
    .map((name) => printName(name as NonNullable<typeof name>))
    .sort();
  if (lacking.length === 0) return undefined;
  const { cases } = derivation.exercise;
  const name = caseName ?? Object.keys(cases)[0];
  if (name === undefined) return `the reference needs a case with a value for ${lacking.join(", ")}`;
  const sequence = lacking.find((one) => typeof cases[name]?.[one] === "object");
  return sequence === undefined
    ? `the case ${name} needs a value for ${lacking.join(", ")}`
    : `${sequence} has a value for each step in the case ${name}: write ${sequence}[t] in the equations`;
}

/** All words of a text: with `W_z` both W, z and Wz. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = [...text].map((one) => greekLetters.get(one) ?? one).join("");
  const joined = plain.replace(/[_{}]|\\[a-z]+(?=\{)/g, "");
  return new Set([plain, joined].flatMap((form) => form.match(/[A-Za-z]+/g) ?? []));
}

/** The words that students read; none where most of the model is not told in words, but in a drawing, say. */
const told = memo(({ statement, questions, model }: Exercise): ReadonlySet<string> | undefined => {
  const inStatement = wordsOf(`${statement.en}\n${statement.de}`);
  const own = [...(model?.parameters ?? []), ...(model?.equations ?? []).map(({ family }) => family)];
  if (2 * own.filter((name) => inStatement.has(stem(name))).length < own.length) return undefined;
  return new Set([...inStatement, ...wordsOf(JSON.stringify(questions))]);
});

export function isMentioned(exercise: Exercise, name: string): boolean {
  return told(exercise)?.has(stem(splitName(name).base)) ?? true;
}

function stem(name: string): string {
  return name.replace(/\d+/g, "");
}

/** Whether a gradient is not to flow all the way. */
export function isPart({ truncate, direct }: Flow): boolean {
  return truncate !== undefined || direct === true;
}
