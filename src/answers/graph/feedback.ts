/** What to tell about a drawn graph: the kind of mistake, without naming a missing arrow; judges nothing. */

import { splitName } from "../../engine/names.ts";
import type { Feedback } from "../judgement.ts";
import { append } from "../multimap.ts";
import type { QuantityKind } from "../quantities.ts";
import type { GraphComparison } from "./compare.ts";
import { type Edge, EdgeSet } from "./edges.ts";
import { type ReadGraph, shownNode } from "./nodes.ts";

const mostShown = 6;

/** What one mistake explains is not told again as so many missing and extra arrows. */
export function explainGraph(
  compared: GraphComparison,
  drawn: ReadGraph,
  someUndirected: boolean,
  kinds: ReadonlyMap<string, QuantityKind>,
): Feedback[] {
  const { reversed, extra, missing, fromLabels } = compared;
  const isParameter = (node: string) => kinds.get(node) === "parameter";
  const feedback: Feedback[] = [];
  if (someUndirected) feedback.push({ code: "graph.undirected" });
  if (reversed.length > 0) feedback.push({ code: "graph.reversed", params: { count: reversed.length } });
  feedback.push(...copiesShown(drawn.copies));
  const parametersMissing = lacksParameters(compared, drawn, isParameter);
  if (parametersMissing) feedback.push({ code: "graph.parameters-missing" });
  const loops = extra.filter(([from, to]) => from === to).map(([node]) => node);
  if (loops.length > 0) feedback.push({ code: "graph.self-loop", params: { nodes: shortened(loops) } });
  if (drawn.folded.length > 0) {
    feedback.push({ code: "graph.not-unrolled", params: { nodes: shortened(drawn.folded) } });
  } else {
    const turned = new EdgeSet(reversed);
    const unexplained = missing.filter((edge) => !turned.has(edge) && !(parametersMissing && isParameter(edge[0])));
    feedback.push(...missingShown(unexplained, compared, drawn));
    const isTurned = ([from, to]: Edge) => turned.has([drawn.copies.get(to) ?? to, from]);
    feedback.push(
      ...extraShown(
        extra.filter((edge) => edge[0] !== edge[1] && !isTurned(edge)),
        drawn,
      ),
    );
  }
  if (fromLabels > 0) feedback.push({ code: "graph.labels-read" });
  return [...feedback, ...solution(compared)];
}

/** Whether the drawing leaves out all parameters, as nodes and on the arrows. */
function lacksParameters(compared: GraphComparison, drawn: ReadGraph, isParameter: (node: string) => boolean): boolean {
  if (drawn.copies.size > 0 || drawn.labelled.length > 0) return false;
  return compared.missing.some(([from]) => isParameter(from)) && ![...drawn.edges.nodes()].some(isParameter);
}

/** Results of the whole computation that the drawing never reaches. */
function missingOutputs(expected: EdgeSet, drawn: EdgeSet): string[] {
  const used = new Set([...expected].map(([from]) => from));
  const reached = new Set([...drawn].map(([, to]) => to));
  const results = new Set([...expected].map(([, to]) => to).filter((node) => !used.has(node)));
  return [...results].filter((node) => !reached.has(node));
}

/** Whether an edge leads, at once or through the next node, to another time of the sequence that it comes from. */
function isRecurrent([from, to]: Edge, expected: EdgeSet): boolean {
  const origin = splitName(from);
  const isLater = (node: string) => splitName(node).base === origin.base && node !== from;
  if (origin.index === undefined) return false;
  return isLater(to) || [...expected].some(([source, next]) => source === to && isLater(next));
}

function copiesShown(copies: ReadGraph["copies"]): Feedback[] {
  const byParameter = new Map<string, string[]>();
  for (const [copy, parameter] of copies) append(byParameter, parameter, copy);
  return [...byParameter].map(([parameter, names]) => ({
    code: "graph.weights-not-shared",
    params: { names: shortened(names), parameter },
  }));
}

function missingShown(missing: readonly Edge[], { expected, reversed }: GraphComparison, drawn: ReadGraph): Feedback[] {
  if (missing.length === 0) return [];
  const targets = [...new Set(missing.map(([, to]) => to))];
  const params = { count: missing.length, targets: shortened(targets), targetCount: targets.length };
  const feedback: Feedback[] = [{ code: "graph.missing-edges", params }];
  const outputs = reversed.length > 0 ? [] : missingOutputs(expected, drawn.edges);
  if (outputs.length > 0) feedback.unshift({ code: "graph.output-missing", params: { nodes: shortened(outputs) } });
  if (missing.some((edge) => isRecurrent(edge, expected))) feedback.unshift({ code: "graph.recurrent-missing" });
  return feedback;
}

/** The student's own wrong arrows, and the nodes at them that the model does not have. */
function extraShown(extra: readonly Edge[], drawn: ReadGraph): Feedback[] {
  if (extra.length === 0) return [];
  const params = { count: extra.length, edges: shortened(extra.map(arrow)) };
  return [...unknownShown(drawn, extra), { code: "graph.extra-edges", params }];
}

function unknownShown(drawn: ReadGraph, extra: readonly Edge[]): Feedback[] {
  const harmful = new Set(extra.flat());
  const plain: string[] = [];
  const close: Feedback[] = [];
  for (const [node, nearest] of drawn.unknown) {
    if (!harmful.has(node)) continue;
    if (nearest === undefined) plain.push(node);
    else close.push({ code: "graph.unknown-node-nearest", params: { name: shownNode(node), nearest } });
  }
  return [
    ...close.slice(0, mostShown),
    ...(plain.length > 0 ? [{ code: "graph.unknown-node" as const, params: { names: shortened(plain) } }] : []),
  ];
}

function solution({ expected, missing, extra, fromCopies }: GraphComparison): Feedback[] {
  if (missing.length + extra.length + fromCopies.length === 0) return [];
  return [{ code: "graph.solution", params: { edges: [...expected].map(arrow) }, level: "full" }];
}

function arrow([from, to]: Edge): string {
  return `${shownNode(from)} → ${shownNode(to)}`;
}

function shortened(nodes: readonly string[]): string[] {
  const names = nodes.map(shownNode);
  return names.length <= mostShown ? [...names] : [...names.slice(0, mostShown), "…"];
}
