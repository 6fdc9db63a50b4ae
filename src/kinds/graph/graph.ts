/** Judges a drawn computation graph against the unrolled model's; knows no notation and no exercise file. */

import type { Answer, Feedback, Judgement } from "../judgement.ts";
import { type NamedMistake, namedMistakes } from "../namedMistakes.ts";
import { partialPoints } from "../points.ts";
import { Quantities, type QuantityKind } from "../quantities.ts";
import { bestComparison, isFlawless, share } from "./compare.ts";
import { EdgeSet } from "./edges.ts";
import { explainGraph } from "./feedback.ts";
import { readNodes } from "./nodes.ts";
import { readDrawing } from "./read.ts";

export interface GraphReference {
  /** From what is used to what is computed from it, by canonical names. */
  readonly edges: readonly (readonly [string, string])[];
  /** Intermediate nodes that may be left out, each on its own. */
  readonly optional: readonly string[];
  /** Every quantity of the model. */
  readonly kinds: ReadonlyMap<string, QuantityKind>;
  /** Drawings that show a known mistake. */
  readonly mistakes?: () => readonly (NamedMistake & { readonly edges: readonly (readonly [string, string])[] })[];
}

/** A judge of answers to one question worth `points`. */
export function bindGraph(reference: GraphReference, points: number): (answer: Answer) => Judgement {
  const full = new EdgeSet(reference.edges);
  const optional = new Set(reference.optional);
  const quantities = new Quantities(reference.kinds, [...full.nodes(), ...optional]);
  return ({ value }) => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
      return { verdict: "missing", points: 0, reviewPoints: 0, feedback: [] };
    }
    const reading = readDrawing(value);
    if (!reading.ok) return invalid(reading.feedback);
    const { drawing } = reading;
    if (drawing.edges.length === 0 && drawing.undirected > 0) return invalid([{ code: "graph.undirected" }]);
    const drawn = readNodes(drawing, quantities);
    const best = bestComparison(full, optional, drawn, reference.kinds);
    const feedback = explainGraph(best, drawn, drawing.undirected > 0, reference.kinds);
    if (isFlawless(best)) return { verdict: "correct", points, reviewPoints: 0, feedback };
    const reached = partialPoints(points, share(best));
    const shown = (reference.mistakes?.() ?? []).filter(({ edges }) =>
      isFlawless(bestComparison(new EdgeSet(edges), optional, drawn, reference.kinds)),
    );
    const verdict = reached > 0 ? "partial" : "incorrect";
    return { verdict, points: reached, reviewPoints: 0, feedback: [...namedMistakes(shown), ...feedback] };
  };
}

function invalid(feedback: readonly Feedback[]): Judgement {
  return { verdict: "invalid", points: 0, reviewPoints: 0, feedback };
}
