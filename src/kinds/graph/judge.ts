/** Judges a drawn computation graph against the unrolled model's, and tells what kind of mistake it shows. */

import { splitName } from "../../engine/names.ts";
import type { Message } from "../../messages/message.ts";
import { type NamedMistake, toldMistakes } from "../../mistakes/possible.ts";
import { type Answer, type Judgement, judged, mostNames, partialPoints, shortened } from "../judgement.ts";
import { Quantities } from "../quantities.ts";
import { bestComparison, type GraphComparison, isFlawless, isHandedOn, type Kinds } from "./compare.ts";
import { say } from "./messages.ts";
import { type Edge, EdgeSet, type ReadGraph, readNodes, type Strange, sharedEdge, shownNode, turned } from "./nodes.ts";
import { readDrawing } from "./read.ts";
import { Unreadable } from "./statements.ts";

export interface GraphReference {
  /** From what is used to what is computed from it, by canonical names. */
  readonly edges: readonly Edge[];
  /** Intermediate nodes that may be left out, each on its own. */
  readonly optional: readonly string[];
  /** Every quantity of the model. */
  readonly kinds: Kinds;
  readonly mistakes?: () => readonly MistakenGraph[];
}

/** The drawing that a known mistake leads to. */
export interface MistakenGraph extends NamedMistake {
  readonly edges: readonly Edge[];
}

/** Nothing but the form, or the sheet's example. */
const untouched = /^(?:null|(?:"edges":|[\s[\]{}",….])*)$/;

/** A judge of answers to one question worth `points`. */
export function bindGraph(reference: GraphReference, points: number): (answer: Answer) => Judgement {
  const full = new EdgeSet(reference.edges);
  const optional = new Set(reference.optional);
  const { kinds, mistakes = () => [] } = reference;
  const quantities = new Quantities(kinds, [...full.nodes(), ...optional]);

  function judge({ value }: Answer): Judgement {
    if (untouched.test(JSON.stringify(value))) return judged("missing");
    const drawing = readDrawing(value);
    if (drawing.hasLines && drawing.edges.length === 0) throw new Unreadable(say("graph.undirected"));
    const drawn = readNodes(drawing, quantities);
    const best = bestComparison(full, optional, drawn, kinds);
    const feedback: Message[] = drawing.hasLines ? [say("graph.undirected")] : [];
    feedback.push(...explainGraph(best, drawn, kinds));
    if (isFlawless(best)) return judged("correct", points, feedback);
    const reached = partialPoints(points, best.share);
    const shown = mistakes().filter(({ edges }) =>
      isFlawless(bestComparison(new EdgeSet(edges), optional, drawn, kinds)),
    );
    return judged(reached > 0 ? "partial" : "incorrect", reached, [...toldMistakes(shown), ...feedback]);
  }

  return (answer) => {
    try {
      return judge(answer);
    } catch (error) {
      if (error instanceof Unreadable) return judged("invalid", 0, [error.feedback]);
      throw error;
    }
  };
}

/** What one mistake explains is not told again as so many missing and extra arrows. */
function* explainGraph(compared: GraphComparison, drawn: ReadGraph, kinds: Kinds): Generator<Message> {
  const { expected, reversed, extra, missing, fromLabels } = compared;
  const nodesThatAre = (wanted: Strange["is"]) => [...drawn.strange].filter(([, { is }]) => is === wanted);

  if (reversed.all.length > 0) yield say("graph.reversed", { count: reversed.all.length });
  const copies = nodesThatAre("copy");
  for (const parameter of new Set(copies.map(([, { of = "" }]) => of))) {
    const names = copies.filter(([, { of }]) => of === parameter).map(([node]) => node);
    yield say("graph.weights-not-shared", { names: shortened(names.map(shownNode)), parameter });
  }

  const parameters = new Set(expected.all.map(([from]) => from).filter((node) => kinds.get(node) === "parameter"));
  const named = new Set([...drawn.edges.all, ...drawn.labelled, ...copies.map(([, { of }]) => of)].flat());
  const undrawn = new Set([...parameters].filter((name) => !named.has(name)));
  if (undrawn.size > 0 && undrawn.size === parameters.size) yield say("graph.parameters-missing");
  else if (undrawn.size > 0) yield say("graph.some-parameters-missing", { count: undrawn.size });

  const loops = extra.filter(([from, to]) => from === to).map(([node]) => node);
  if (loops.length > 0) yield say("graph.self-loop", { nodes: shortened(loops.map(shownNode)) });
  const folded = nodesThatAre("folded").map(([node]) => node);
  if (folded.length > 0) yield say("graph.not-unrolled", { nodes: shortened(folded.map(shownNode)) });
  else {
    const unexplained = missing.filter((edge) => !reversed.has(edge) && !undrawn.has(edge[0]));
    yield* explainMissing(unexplained, compared, drawn, kinds);
    const isTurned = (edge: Edge) => reversed.has(sharedEdge(drawn, turned(edge)));
    const wrong = extra.filter((edge) => edge[0] !== edge[1] && !isTurned(edge));
    yield* explainExtra(wrong, drawn);
  }
  if (fromLabels > 0) yield say("graph.labels-read");
  if (!isFlawless(compared)) yield say("graph.solution", { edges: expected.all.map(shownArrow) });
}

function* explainMissing(
  missing: readonly Edge[],
  { expected, reversed }: GraphComparison,
  drawn: ReadGraph,
  kinds: Kinds,
): Generator<Message> {
  if (missing.length === 0) return;
  const nodes = drawn.edges.nodes();
  // Of a sequence that isn't drawn there is nothing to tell; one drawn the wrong way round also begins at the wrong end.
  const sequences = new Set([...nodes].map((node) => splitName(node).base));
  for (const edge of reversed.all) if (isHandedOn(edge, kinds)) sequences.delete(sequenceOf(edge));
  const handedOn = expected.all.filter((edge) => isHandedOn(edge, kinds) && sequences.has(sequenceOf(edge)));
  const isStart = ([from]: Edge) => kinds.get(from) === "initial";
  const steps = handedOn.filter((edge) => !isStart(edge));
  const lost = steps.filter((edge) => missing.includes(edge));
  const isCutUp = (edge: Edge) =>
    steps.every((other) => sequenceOf(other) !== sequenceOf(edge) || missing.includes(other));
  if (lost.some(isCutUp)) yield say("graph.recurrent-missing");
  // Where a whole step isn't drawn, that is what is missing.
  else if (lost.some(([from, to]) => nodes.has(from) && nodes.has(to))) yield say("graph.some-recurrent-missing");
  if (handedOn.some((edge) => isStart(edge) && missing.includes(edge))) yield say("graph.start-missing");

  const used = new Set(expected.all.map(([from]) => from));
  const reached = new Set(drawn.edges.all.map(([, to]) => to));
  const outputs = new Set(expected.all.map(([, to]) => to).filter((node) => !used.has(node) && !reached.has(node)));
  if (outputs.size > 0 && reversed.all.length === 0) yield say("graph.output-missing", { nodes: shortened(outputs) });
  const targets = new Set(missing.map(([, to]) => to));
  yield say("graph.missing-edges", { count: missing.length, targets: shortened(targets), targetCount: targets.size });
}

function sequenceOf([from]: Edge): string {
  return splitName(from).base;
}

/** The student's own wrong arrows, and the nodes at them that the model does not have. */
function* explainExtra(extra: readonly Edge[], drawn: ReadGraph): Generator<Message> {
  if (extra.length === 0) return;
  const unknown = [...new Set(extra.flat())].filter((node) => drawn.strange.get(node)?.is === "unknown");
  const strange = unknown.filter((node) => drawn.strange.get(node)?.of === undefined);
  for (const node of unknown.filter((one) => !strange.includes(one)).slice(0, mostNames)) {
    yield say("graph.unknown-node-nearest", { name: shownNode(node), nearest: drawn.strange.get(node)?.of ?? "" });
  }
  if (strange.length > 0) yield say("graph.unknown-node", { names: shortened(strange.map(shownNode)) });
  yield say("graph.extra-edges", { count: extra.length, edges: shortened(extra.map(shownArrow)) });
}

function shownArrow([from, to]: Edge): string {
  return `${shownNode(from)} → ${shownNode(to)}`;
}
