/** Recognizes derivatives that were left standing (`dh1/dW`, `\frac{\partial h_1}{\partial W}`); derives nothing. */

import type { Span } from "../engine/syntax.ts";
import type { Piece, Vocabulary } from "./piece.ts";

export interface Derivative {
  readonly span: Span;
  /** `of` is empty for an operator such as d/dW, `wrt` for a differential alone. */
  readonly params: { readonly derivative: string; readonly of: string; readonly wrt: string };
}

interface Differential {
  readonly of: string;
  /** The first piece behind it. */
  readonly next: number;
}

/** The derivative that begins at piece `at`, if one does. A `dh1` that is a known name is none. */
export function readDerivative(pieces: readonly Piece[], at: number, vocabulary: Vocabulary): Derivative | undefined {
  const first = pieces[at];
  if (!first || !["fraction", "partial", "unknown"].includes(first.kind)) return undefined;
  const fraction = first.kind === "fraction";
  const above = fraction ? braced(pieces, at + 1, vocabulary) : differential(pieces, at, vocabulary);
  const joined = above && (fraction || pieces[above.next]?.text === "/");
  const belowAt = (above?.next ?? 0) + (fraction ? 0 : 1);
  const below = joined ? braced(pieces, belowAt, vocabulary) : undefined;
  if (above && below) {
    const span = { start: first.span.start, end: pieces[below.next - 1]?.span.end ?? first.span.end };
    return { span, params: { derivative: `d${above.of}/d${below.of}`, of: above.of, wrt: below.of } };
  }
  if (!fraction && above?.of && vocabulary.names?.has(above.of)) {
    const span = { start: first.span.start, end: pieces[above.next - 1]?.span.end ?? first.span.end };
    return { span, params: { derivative: `d${above.of}`, of: above.of, wrt: "" } };
  }
  if (first.kind !== "partial") return undefined;
  return { span: first.span, params: { derivative: "∂", of: "", wrt: "" } };
}

/** A differential, with or without brackets around it. */
function braced(pieces: readonly Piece[], at: number, vocabulary: Vocabulary): Differential | undefined {
  if (pieces[at]?.kind !== "open") return differential(pieces, at, vocabulary);
  const inside = differential(pieces, at + 1, vocabulary);
  if (!inside || pieces[inside.next]?.kind !== "close") return undefined;
  return { of: inside.of, next: inside.next + 1 };
}

/** `dh1`, `d h1`, `∂h1`, or `d` alone before what ends it. */
function differential(pieces: readonly Piece[], at: number, vocabulary: Vocabulary): Differential | undefined {
  const piece = pieces[at];
  if (piece?.kind === "unknown" && /^d[A-Za-z]/.test(piece.text)) return { of: piece.text.slice(1), next: at + 1 };
  const sign = piece?.kind === "partial" || (piece?.kind === "unknown" && piece.text === "d");
  if (!sign) return undefined;
  const of = pieces[at + 1];
  if (of && (of.kind === "name" || of.kind === "unknown") && (vocabulary.names === undefined || of.text !== "d")) {
    return { of: of.text, next: at + 2 };
  }
  return { of: "", next: at + 1 };
}
