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
  const undrawn = undrawnParameters(compared, drawn, isParameter);
  if (undrawn.names.size > 0)
    feedback.push(
      undrawn.all
        ? { code: "graph.parameters-missing" }
        : { code: "graph.some-parameters-missing", params: { count: undrawn.names.size } },
    );
  const loops = extra.filter(([from, to]) => from === to).map(([node]) => node);
  if (loops.length > 0) feedback.push({ code: "graph.self-loop", params: { nodes: shortened(loops) } });
  if (drawn.folded.length > 0) {
    feedback.push({ code: "graph.not-unrolled", params: { nodes: shortened(drawn.folded) } });
  } else {
    const turned = new EdgeSet(reversed);
    const unexplained = missing.filter((edge) => !turned.has(edge) && !undrawn.names.has(edge[0]));
    feedback.push(...missingShown(unexplained, compared, drawn, kinds));
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

/** The parameters that the drawing leaves out, as nodes and on the arrows; and whether these are all of them. */
function undrawnParameters(
  { expected, fromCopies }: GraphComparison,
  drawn: ReadGraph,
  isParameter: (node: string) => boolean,
): { readonly names: ReadonlySet<string>; readonly all: boolean } {
  const found = new Set([...drawn.edges.nodes(), ...[...drawn.labelled, ...fromCopies].map(([from]) => from)]);
  for (const parameter of drawn.copies.values()) found.add(parameter);
  const wanted = new Set([...expected].map(([from]) => from).filter(isParameter));
  const names = new Set([...wanted].filter((name) => !found.has(name)));
  return { names, all: names.size === wanted.size };
}

/** Results of the whole computation that the drawing never reaches. */
function missingOutputs(expected: EdgeSet, drawn: EdgeSet): string[] {
  const used = new Set([...expected].map(([from]) => from));
  const reached = new Set([...drawn].map(([, to]) => to));
  const results = new Set([...expected].map(([, to]) => to).filter((node) => !used.has(node)));
  return [...results].filter((node) => !reached.has(node));
}

/** The sequence of which an edge hands a member on to another time step; undefined if it does not. */
function sequenceHandedOn([from, to]: Edge, kinds: ReadonlyMap<string, QuantityKind>): string | undefined {
  const [here, there] = [splitName(from), splitName(to)];
  const isGiven = kinds.get(from) === "input" || kinds.get(from) === "parameter";
  const crosses = here.index !== undefined && there.index !== undefined && here.index !== there.index;
  return crosses && !isGiven ? here.base : undefined;
}

/** Which connections in time are missing: all between computed steps, some, or that to the start state. */
function recurrenceShown(
  missing: readonly Edge[],
  { expected, reversed }: GraphComparison,
  drawn: ReadGraph,
  kinds: ReadonlyMap<string, QuantityKind>,
): Feedback[] {
  const sequenceOf = (edge: Edge) => sequenceHandedOn(edge, kinds);
  const isStart = ([from]: Edge) => kinds.get(from) === "initial";
  const nodes = drawn.edges.nodes();
  const sequences = new Set([...nodes].map((node) => splitName(node).base));
  // One that is drawn the wrong way round also begins at the wrong end; of one that isn't drawn there is nothing to tell.
  for (const edge of reversed) sequences.delete(sequenceOf(edge) ?? "");
  const ofDrawn = (edge: Edge) => sequences.has(sequenceOf(edge) ?? "");
  const lost = missing.filter(ofDrawn);
  const steps = lost.filter((edge) => !isStart(edge));
  const isCutUp = (sequence: string | undefined) => {
    const isOf = (edge: Edge) => sequenceOf(edge) === sequence && !isStart(edge);
    return steps.filter(isOf).length === [...expected].filter(isOf).length;
  };
  const start: Feedback[] = lost.some(isStart) ? [{ code: "graph.start-missing" }] : [];
  if (steps.map(sequenceOf).some(isCutUp)) return [{ code: "graph.recurrent-missing" }, ...start];
  // Where a whole step isn't drawn, that is what is missing.
  const some = steps.some(([from, to]) => nodes.has(from) && nodes.has(to));
  return [...(some ? [{ code: "graph.some-recurrent-missing" as const }] : []), ...start];
}

function copiesShown(copies: ReadGraph["copies"]): Feedback[] {
  const byParameter = new Map<string, string[]>();
  for (const [copy, parameter] of copies) append(byParameter, parameter, copy);
  return [...byParameter].map(([parameter, names]) => ({
    code: "graph.weights-not-shared",
    params: { names: shortened(names), parameter },
  }));
}

function missingShown(
  missing: readonly Edge[],
  compared: GraphComparison,
  drawn: ReadGraph,
  kinds: ReadonlyMap<string, QuantityKind>,
): Feedback[] {
  if (missing.length === 0) return [];
  const { expected, reversed } = compared;
  const targets = [...new Set(missing.map(([, to]) => to))];
  const params = { count: missing.length, targets: shortened(targets), targetCount: targets.length };
  const feedback: Feedback[] = [{ code: "graph.missing-edges", params }];
  const outputs = reversed.length > 0 ? [] : missingOutputs(expected, drawn.edges);
  if (outputs.length > 0) feedback.unshift({ code: "graph.output-missing", params: { nodes: shortened(outputs) } });
  return [...recurrenceShown(missing, compared, drawn, kinds), ...feedback];
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
