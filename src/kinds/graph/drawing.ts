/** What a drawn graph is once read, whatever notation it was drawn in; knows no model. */

import { safeText } from "../../messages/safeText.ts";
import type { Feedback } from "../judgement.ts";

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** What is written on the arrow. */
  readonly label?: string;
}

export interface Drawing {
  readonly edges: readonly DrawnEdge[];
  /** What is written in a node, by the node's id in the notation. */
  readonly labels: ReadonlyMap<string, string>;
  /** Number of lines without direction; they are not among the edges. */
  readonly undirected: number;
}

export type DrawingReading =
  | { readonly ok: true; readonly drawing: Drawing }
  | { readonly ok: false; readonly feedback: readonly Feedback[] };

/** Bounds what a hostile drawing can cost. */
export const mostEdges = 5000;
export const longestDrawing = 30_000;

/** Collects a drawing while it is read; stops collecting at the limit, so that reading always ends soon. */
export class Sketch {
  readonly edges: DrawnEdge[] = [];
  readonly labels = new Map<string, string>();
  undirected = 0;
  full = false;

  /** An arrow from each of `from` to each of `to`. */
  connect(from: readonly string[], to: readonly string[], label?: string): void {
    for (const a of from) {
      for (const b of to) {
        if (this.edges.length >= mostEdges) {
          this.full = true;
          return;
        }
        this.edges.push({ from: a, to: b, ...(label !== undefined && { label }) });
      }
    }
  }

  result(): DrawingReading {
    if (this.full) return { ok: false, feedback: [{ code: "graph.too-large", params: { limit: mostEdges } }] };
    return { ok: true, drawing: { edges: this.edges, labels: this.labels, undirected: this.undirected } };
  }
}

/** A drawing in text that cannot be read at `offset`. */
export function unreadableAt(text: string, offset: number): DrawingReading {
  const before = text.slice(0, offset).split("\n");
  const params = {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    found: safeText(text.slice(offset, offset + 60), 20),
  };
  return { ok: false, feedback: [{ code: "graph.unreadable", params }] };
}
