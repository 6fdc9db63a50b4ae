/** Reads a drawing in plain words and arrows, such as `h0, W -> h1` or `(h0, h1), (W, h1)`. */

import { splitWords } from "../words.ts";
import { type Drawing, Sketch } from "./drawing.ts";

// Each arrow is first written as one character, so that what follows has a single case to think of.
const forward = /(?:-{1,3}|={1,2}|–|—)>|[→⇒⟶⟹↦➔➜]|\\(?:to|rightarrow|Rightarrow|longrightarrow|mapsto)(?![a-zA-Z])/g;
const backward = /<(?:-{1,3}|={1,2})|[←⇐⟵]|\\(?:leftarrow|gets|Leftarrow)(?![a-zA-Z])/g;
const withoutDirection = /<(?:-{1,3}|={1,2})>|↔|(?<=[\s\w])--(?=[\s\w])|—(?!>)/g;

const bulletOrCaption = /^\s*(?:[-*•]\s+|\d+[.)]\s+)?(?:[^:→←]*:)?/;
const tuple =
  /[([]\s*([^()[\],→←]{1,80}(?:[([]-?\d{1,9}[)\]])?)\s*,\s*([^()[\],→←]{1,80}(?:[([]-?\d{1,9}[)\]])?)\s*[)\]]/g;

/** Reads lines of arrows, or ordered pairs in brackets; undefined if there is no arrow at all. @throws Unreadable */
export function readArrows(text: string): Drawing | undefined {
  const plain = text.replace(withoutDirection, "↔").replace(forward, "→").replace(backward, "←");
  const sketch = new Sketch();
  if (/[→←↔]/.test(plain)) {
    for (const line of plain.split(/[\n\r;]+/)) readLine(line.replace(bulletOrCaption, ""), sketch);
  } else {
    for (const [, from = "", to = ""] of plain.matchAll(tuple)) sketch.connect(splitWords(from), splitWords(to));
  }
  return sketch.edges.length > 0 || sketch.undirected > 0 ? sketch : undefined;
}

/**
 * `a, b -> c` is a group, `a -> b, c -> d` are two chains: a comma separates chains where arrows stand on both sides;
 * names before an arrow without one of their own join its sources, names after the last arrow join its targets.
 */
function readLine(line: string, sketch: Sketch): void {
  let waiting: string[] = [];
  let last: { readonly from: readonly string[]; readonly arrow: string } | undefined;
  for (const piece of splitAtCommas(line)) {
    const links = piece.match(/[→←↔][^→←↔]*/g) ?? [];
    waiting.push(...splitWords(piece.split(/[→←↔]/, 1).join()));
    let from: readonly string[] = waiting;
    if (links.length > 0) waiting = [];
    for (const link of links) {
      const to = splitWords(link.slice(1));
      draw(from, link.charAt(0), to, sketch);
      last = { from, arrow: link.charAt(0) };
      from = to;
    }
  }
  if (last !== undefined && waiting.length > 0) draw(last.from, last.arrow, waiting, sketch);
}

function draw(left: readonly string[], arrow: string, right: readonly string[], sketch: Sketch): void {
  if (arrow === "↔") sketch.undirected++;
  else if (arrow === "←") sketch.connect(right, left);
  else sketch.connect(left, right);
}

/** Commas within brackets group nodes or belong to an index, unless whole arrows stand in the brackets. */
function splitAtCommas(line: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [i, c] of line.split("").entries()) {
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth = Math.max(0, depth - 1);
    else if (depth > 0 && "→←↔".includes(c)) return line.replace(/[([{}\])]/g, " ").split(",");
    else if (depth === 0 && c === ",") {
      pieces.push(line.slice(start, i));
      start = i + 1;
    }
  }
  return [...pieces, line.slice(start)];
}
