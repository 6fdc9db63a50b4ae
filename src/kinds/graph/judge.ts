/** Judges a drawn computation graph against the unrolled model's. */

import type { Message } from "../../messages/message.ts";
import { type NamedMistake, toldMistakes } from "../../mistakes/told.ts";
import { type Answer, type Json, type Judgement, judged, partialPoints } from "../judgement.ts";
import { Quantities } from "../quantities.ts";
import { bestComparison, isFlawless, type Kinds, share } from "./compare.ts";
import { type Drawing, Unreadable } from "./drawing.ts";
import { type Edge, EdgeSet } from "./edges.ts";
import { explainGraph } from "./feedback.ts";
import { say } from "./messages.ts";
import { readNodes } from "./nodes.ts";
import { readDrawing } from "./read.ts";

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

/** A judge of answers to one question worth `points`. */
export function bindGraph(reference: GraphReference, points: number): (answer: Answer) => Judgement {
  const full = new EdgeSet(reference.edges);
  const optional = new Set(reference.optional);
  const quantities = new Quantities(reference.kinds, [...full.nodes(), ...optional]);
  return ({ value }) => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return judged("missing", 0, []);
    const drawing = read(value);
    if (!("edges" in drawing)) return judged("invalid", 0, [drawing]);
    const isUndirected = drawing.undirected > 0;
    if (isUndirected && drawing.edges.length === 0) return judged("invalid", 0, [say("graph.undirected")]);
    const drawn = readNodes(drawing, quantities);
    const best = bestComparison(full, optional, drawn, reference.kinds);
    const feedback = explainGraph(best, drawn, isUndirected, reference.kinds);
    if (isFlawless(best)) return judged("correct", points, feedback);
    const reached = partialPoints(points, share(best));
    const shown = (reference.mistakes?.() ?? []).filter(({ edges }) =>
      isFlawless(bestComparison(new EdgeSet(edges), optional, drawn, reference.kinds)),
    );
    return judged(reached > 0 ? "partial" : "incorrect", reached, [...toldMistakes(shown), ...feedback]);
  };
}

function read(value: Json): Drawing | Message {
  try {
    return readDrawing(value);
  } catch (error) {
    if (error instanceof Unreadable) return error.feedback;
    throw error;
  }
}
