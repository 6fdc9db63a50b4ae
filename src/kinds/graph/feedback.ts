/** What to tell about a drawn graph: the kind of mistake, without naming a missing arrow. */

import { splitName } from "../../engine/names.ts";
import type { Message } from "../../messages/message.ts";

import { append } from "../multimap.ts";
import type { GraphComparison, Kinds } from "./compare.ts";
import type { Edge } from "./edges.ts";
import { say } from "./messages.ts";
import { type ReadGraph, shownNode } from "./nodes.ts";

const mostShown = 6;

/** What one mistake explains is not told again as so many missing and extra arrows. */
export function explainGraph(
  compared: GraphComparison,
  drawn: ReadGraph,
  someUndirected: boolean,
  kinds: Kinds,
): Message[] {
  const { expected, reversed, extra, missing, fromCopies, fromLabels } = compared;
  const feedback: Message[] = [];
  if (someUndirected) feedback.push(say("graph.undirected"));
  if (reversed.size > 0) feedback.push(say("graph.reversed", { count: reversed.size }));
  feedback.push(...copiesShown(drawn.copies));
  const undrawn = undrawnParameters(compared, drawn, kinds);
  feedback.push(...undrawn.told);
  const loops = extra.filter(([from, to]) => from === to).map(([node]) => node);
  if (loops.length > 0) feedback.push(say("graph.self-loop", { nodes: shortened(loops) }));
  if (drawn.folded.length > 0) feedback.push(say("graph.not-unrolled", { nodes: shortened(drawn.folded) }));
  else {
    const unexplained = missing.filter((edge) => !reversed.has(edge) && !undrawn.names.has(edge[0]));
    if (unexplained.length > 0) feedback.push(...missingShown(unexplained, compared, drawn, kinds));
    const isTurned = ([from, to]: Edge) => reversed.has([drawn.copies.get(to) ?? to, from]);
    const wrong = extra.filter((edge) => edge[0] !== edge[1] && !isTurned(edge));
    if (wrong.length > 0) feedback.push(...extraShown(wrong, drawn));
  }
  if (fromLabels > 0) feedback.push(say("graph.labels-read"));
  if (missing.length + extra.length + fromCopies.length > 0)
    feedback.push(say("graph.solution", { edges: [...expected].map(arrow) }));
  return feedback;
}

function copiesShown(copies: ReadGraph["copies"]): Message[] {
  const byParameter = new Map<string, string[]>();
  for (const [copy, parameter] of copies) append(byParameter, parameter, copy);
  return [...byParameter].map(([parameter, names]) =>
    say("graph.weights-not-shared", { names: shortened(names), parameter }),
  );
}

/** The parameters that the drawing leaves out, as nodes and on the arrows. */
function undrawnParameters(
  { expected, fromCopies }: GraphComparison,
  drawn: ReadGraph,
  kinds: Kinds,
): { readonly names: ReadonlySet<string>; readonly told: Message[] } {
  const onArrows = [...drawn.labelled, ...fromCopies].map(([from]) => from);
  const found = new Set([...drawn.edges.nodes(), ...onArrows, ...drawn.copies.values()]);
  const wanted = new Set([...expected].map(([from]) => from).filter((node) => kinds.get(node) === "parameter"));
  const names = new Set([...wanted].filter((name) => !found.has(name)));
  if (names.size === 0) return { names, told: [] };
  const all = names.size === wanted.size;
  const told = all ? say("graph.parameters-missing") : say("graph.some-parameters-missing", { count: names.size });
  return { names, told: [told] };
}

function missingShown(missing: readonly Edge[], compared: GraphComparison, drawn: ReadGraph, kinds: Kinds): Message[] {
  const targets = [...new Set(missing.map(([, to]) => to))];
  const outputs = compared.reversed.size > 0 ? [] : missingOutputs(compared, drawn);
  return [
    ...recurrenceShown(missing, compared, drawn, kinds),
    ...(outputs.length > 0 ? [say("graph.output-missing", { nodes: shortened(outputs) })] : []),
    say("graph.missing-edges", { count: missing.length, targets: shortened(targets), targetCount: targets.length }),
  ];
}

/** Results of the whole computation that the drawing never reaches. */
function missingOutputs({ expected }: GraphComparison, drawn: ReadGraph): string[] {
  const used = new Set([...expected].map(([from]) => from));
  const reached = new Set([...drawn.edges].map(([, to]) => to));
  const targets = new Set([...expected].map(([, to]) => to));
  return [...targets].filter((node) => !used.has(node) && !reached.has(node));
}

/** What is missing of the arrows that hand a sequence on from one time step to another. */
function recurrenceShown(
  missing: readonly Edge[],
  { expected, reversed }: GraphComparison,
  drawn: ReadGraph,
  kinds: Kinds,
): Message[] {
  const nodes = drawn.edges.nodes();
  // Of a sequence that isn't drawn there is nothing to tell; one drawn the wrong way round also begins at the wrong end.
  const sequences = new Set([...nodes].map((node) => splitName(node).base));
  for (const edge of reversed) sequences.delete(sequenceHandedOn(edge, kinds) ?? "");
  const isStart = ([from]: Edge) => kinds.get(from) === "initial";
  const lost = missing.filter((edge) => sequences.has(sequenceHandedOn(edge, kinds) ?? ""));
  const start = lost.some(isStart) ? [say("graph.start-missing")] : [];
  const steps = lost.filter((edge) => !isStart(edge));
  const all = [...expected].filter((edge) => !isStart(edge));
  const count = (edges: readonly Edge[], sequence: string | undefined) =>
    edges.filter((edge) => sequenceHandedOn(edge, kinds) === sequence).length;
  const isCutUp = (sequence: string | undefined) => count(steps, sequence) === count(all, sequence);
  if (steps.some((edge) => isCutUp(sequenceHandedOn(edge, kinds)))) return [say("graph.recurrent-missing"), ...start];
  // Where a whole step isn't drawn, that is what is missing.
  const some = steps.some(([from, to]) => nodes.has(from) && nodes.has(to));
  return [...(some ? [say("graph.some-recurrent-missing")] : []), ...start];
}

/** The sequence of which an edge hands a member on to another time step; undefined if it does not. */
function sequenceHandedOn([from, to]: Edge, kinds: Kinds): string | undefined {
  const [here, there] = [splitName(from), splitName(to)];
  const isGiven = kinds.get(from) === "input" || kinds.get(from) === "parameter";
  const crosses = here.index !== undefined && there.index !== undefined && here.index !== there.index;
  return crosses && !isGiven ? here.base : undefined;
}

/** The student's own wrong arrows, and the nodes at them that the model does not have. */
function extraShown(extra: readonly Edge[], drawn: ReadGraph): Message[] {
  const unknown = [...new Set(extra.flat())].filter((node) => drawn.unknown.has(node));
  const close = unknown.flatMap((node) => {
    const nearest = drawn.unknown.get(node);
    return nearest === undefined ? [] : [say("graph.unknown-node-nearest", { name: shownNode(node), nearest })];
  });
  const strange = unknown.filter((node) => drawn.unknown.get(node) === undefined);
  return [
    ...close.slice(0, mostShown),
    ...(strange.length > 0 ? [say("graph.unknown-node", { names: shortened(strange) })] : []),
    say("graph.extra-edges", { count: extra.length, edges: shortened(extra.map(arrow)) }),
  ];
}

function arrow([from, to]: Edge): string {
  return `${shownNode(from)} → ${shownNode(to)}`;
}

function shortened(nodes: readonly string[]): string[] {
  const names = nodes.map(shownNode);
  return names.length <= mostShown ? names : [...names.slice(0, mostShown), "…"];
}
