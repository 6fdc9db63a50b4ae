/** What to tell about a drawn graph: the kind of mistake, without naming a missing arrow; judges nothing. */

import { splitName } from "../../engine/names.ts";
import type { Feedback } from "../judgement.ts";
import { append } from "../multimap.ts";
import type { QuantityKind } from "../quantities.ts";
import type { GraphComparison } from "./compare.ts";
import { type Edge, EdgeSet } from "./edges.ts";
import { type ReadGraph, shownNode } from "./nodes.ts";

const mostShown = 6;

export function explainGraph(
  compared: GraphComparison,
  drawn: ReadGraph,
  someUndirected: boolean,
  kinds: ReadonlyMap<string, QuantityKind>,
): Feedback[] {
  const isParameter = (node: string) => kinds.get(node) === "parameter";
  const { reversed, extra, missing, fromLabels } = compared;
  const turned = new EdgeSet(reversed.map(([from, to]) => [to, from]));
  const loops = extra.filter(([from, to]) => from === to);
  const noParameters =
    missing.some(([from]) => isParameter(from)) &&
    drawn.copies.size === 0 &&
    drawn.labelled.length === 0 &&
    ![...drawn.edges.nodes()].some(isParameter);
  const backwards = new EdgeSet(reversed);
  const trulyMissing = missing.filter((edge) => !backwards.has(edge) && !(noParameters && isParameter(edge[0])));
  const outputs = missingOutputs(compared.expected, drawn.edges);
  const otherExtra = extra.filter(
    ([from, to]) => from !== to && !turned.has([drawn.copies.get(from) ?? from, drawn.copies.get(to) ?? to]),
  );
  const recurrent = trulyMissing.some((edge) => isRecurrent(edge, compared.expected));
  return [
    ...(someUndirected ? [{ code: "graph.undirected" as const }] : []),
    ...(reversed.length > 0 ? [{ code: "graph.reversed" as const, params: { count: reversed.length } }] : []),
    ...copiesShown(drawn.copies),
    ...(noParameters ? [{ code: "graph.parameters-missing" as const }] : []),
    ...(loops.length > 0
      ? [{ code: "graph.self-loop" as const, params: { nodes: shortened(loops.map(([node]) => shownNode(node))) } }]
      : []),
    ...(drawn.folded.length > 0
      ? [{ code: "graph.not-unrolled" as const, params: { names: shortened(drawn.folded.map(shownNode)) } }]
      : []),
    ...(recurrent ? [{ code: "graph.recurrent-missing" as const }] : []),
    ...(outputs.length > 0 && reversed.length === 0
      ? [{ code: "graph.output-missing" as const, params: { nodes: shortened(outputs) } }]
      : []),
    ...missingShown(trulyMissing),
    ...unknownShown(drawn, otherExtra),
    ...(otherExtra.length > 0 ? [extraShown(otherExtra)] : []),
    ...(fromLabels > 0 ? [{ code: "graph.labels-read" as const }] : []),
    ...solution(compared),
  ];
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
  for (const [copy, parameter] of copies) append(byParameter, parameter, shownNode(copy));
  return [...byParameter].map(([parameter, names]) => ({
    code: "graph.weights-not-shared",
    params: { names: shortened(names), parameter },
  }));
}

function missingShown(missing: readonly Edge[]): Feedback[] {
  if (missing.length === 0) return [];
  const targets = [...new Set(missing.map(([, to]) => to))];
  const params = { count: missing.length, targets: shortened(targets), targetCount: targets.length };
  return [{ code: "graph.missing-edges", params }];
}

function unknownShown(drawn: ReadGraph, extra: readonly Edge[]): Feedback[] {
  const harmful = new Set(extra.flat());
  const plain: string[] = [];
  const close: Feedback[] = [];
  for (const [node, nearest] of drawn.unknown) {
    if (!harmful.has(node)) continue;
    if (nearest === undefined) plain.push(shownNode(node));
    else close.push({ code: "graph.unknown-node-nearest", params: { name: shownNode(node), nearest } });
  }
  return [
    ...close.slice(0, mostShown),
    ...(plain.length > 0 ? [{ code: "graph.unknown-node" as const, params: { names: shortened(plain) } }] : []),
  ];
}

function extraShown(extra: readonly Edge[]): Feedback {
  return { code: "graph.extra-edges", params: { count: extra.length, edges: shortened(extra.map(arrow)) } };
}

function solution({ expected, missing, extra, fromCopies }: GraphComparison): Feedback[] {
  if (missing.length + extra.length + fromCopies.length === 0) return [];
  return [{ code: "graph.solution", params: { edges: [...expected].map(arrow) }, level: "full" }];
}

function arrow([from, to]: Edge): string {
  return `${shownNode(from)} → ${shownNode(to)}`;
}

function shortened(names: readonly string[]): string[] {
  return names.length <= mostShown ? [...names] : [...names.slice(0, mostShown), "…"];
}
