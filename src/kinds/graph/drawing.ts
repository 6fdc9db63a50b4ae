/** What a drawn graph is once read, whatever notation it was drawn in, and what readers of notations share. */

import type { Message } from "../../messages/message.ts";
import { say } from "./messages.ts";

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** What is written on the arrow. */
  readonly label?: string | undefined;
}

/** Bounds what a hostile drawing can cost. */
const mostEdges = 1000;

/** The arrowheads of a link, if it has any. */
export type Heads = { readonly [end in "head" | "tail"]?: string | undefined };

export class Drawing {
  readonly edges: DrawnEdge[] = [];
  /** What is written in a node, by the node's id in the notation. */
  readonly labels = new Map<string, string>();
  /** There are lines without direction; they are not among the edges. */
  hasLines = false;

  /** Links each of `from` with each of `to`. @throws Unreadable if there are too many arrows */
  draw(from: readonly string[], { head, tail }: Heads, to: readonly string[], label?: string): void {
    if (head !== undefined) this.#connect(from, to, label);
    if (tail !== undefined) this.#connect(to, from, label);
    this.hasLines ||= (head ?? tail) === undefined;
  }

  #connect(from: readonly string[], to: readonly string[], label: string | undefined): void {
    if (this.edges.length + from.length * to.length > mostEdges) throw new Unreadable(say("graph.too-large"));
    for (const a of from) for (const b of to) this.edges.push({ from: a, to: b, label });
  }
}

/** An answer that is no drawing, and what to tell about it. */
export class Unreadable extends Error {
  readonly feedback: Message;

  constructor(feedback: Message) {
    super(feedback.code);
    this.feedback = feedback;
  }
}
