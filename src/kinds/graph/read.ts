/** Reads a drawn graph from whatever an answer holds: pairs, objects, arrows in words, DOT or Mermaid. */

import { isList, isRecord, type Json, shownValue } from "../judgement.ts";
import { splitWords } from "../words.ts";
import { Chains } from "./chains.ts";
import { Drawing, type Link, Unreadable } from "./drawing.ts";
import { type Language, languages } from "./languages.ts";
import { say } from "./messages.ts";

/** Bounds what a hostile drawing can cost. */
const longestDrawing = 30_000;

/** @throws Unreadable */
export function readDrawing(value: Json): Drawing {
  const edges = isRecord(value) && Object.hasOwn(value, "edges") ? (value.edges ?? null) : value;
  if (isList(edges) || isRecord(edges)) return readEntries(isList(edges) ? edges : [edges]);
  const text = typeof edges === "string" ? edges : "";
  if (text.length > longestDrawing) throw new Unreadable(say("graph.too-large"));
  const drawn = withoutWrapping(text);
  const language = languageOf(drawn);
  if (language !== undefined) return new Chains(drawn, language).drawing;
  const drawing = new Drawing();
  if (!readArrows(drawn, drawing)) throw new Unreadable(say("graph.not-a-graph", { found: shownValue(value) }));
  return drawing;
}

/** Whether a text is in one of the drawing languages, readable or not. */
export function isDrawing(text: string): boolean {
  return languageOf(withoutWrapping(text)) !== undefined;
}

function languageOf(text: string): Language | undefined {
  return languages.find(({ header }) => header.test(text));
}

const leadingComments =
  /^(?:\s+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|#[^\n]*|%%[^\n]*|---\n(?:(?!---)[^\n]*\n)*---)+/;

/** Without the fence of a Markdown code block and comments before the drawing. */
function withoutWrapping(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim();
  return lines.replace(/^(?:```|~~~).*\n?|\n(?:```|~~~)$/g, "").replace(leadingComments, "");
}

function readEntries(entries: readonly Json[]): Drawing {
  const drawing = new Drawing();
  for (const [index, entry] of entries.entries()) {
    if (!readEntry(entry, drawing))
      throw new Unreadable(say("graph.bad-entry", { position: index + 1, found: shownValue(entry) }));
  }
  return drawing;
}

/** One entry of a list; false if it is no arrow. */
function readEntry(entry: Json, drawing: Drawing): boolean {
  if (typeof entry === "string")
    return entry.trim() === "" || (entry.length <= longestDrawing && readArrows(entry, drawing));
  if (isList(entry)) return entry.length <= 3 && readArrow(entry, drawing);
  if (!isRecord(entry)) return false;
  const ends = namedEnds(entry);
  if (ends[0] !== undefined) return readArrow(ends, drawing);
  // `{"h0": ["h1"], "h1": "y1, h2"}`: what each node leads to.
  return Object.entries(entry).every(([node, value]) => {
    const next = typeof value === "string" ? splitWords(value) : (value ?? []);
    return (isList(next) && next.length === 0) || readArrow([node, next], drawing);
  });
}

function readArrow([from, to, label]: readonly (Json | undefined)[], drawing: Drawing): boolean {
  const sources = endpoints(from);
  const targets = endpoints(to);
  if (sources === undefined || targets === undefined) return false;
  drawing.draw(sources, "→", targets, typeof label === "string" ? label : undefined);
  return true;
}

function namedEnds(entry: { readonly [key: string]: Json }): (Json | undefined)[] {
  const first = (...keys: string[]) => keys.filter((key) => Object.hasOwn(entry, key)).map((key) => entry[key])[0];
  return [first("from", "source", "von"), first("to", "target", "nach", "zu"), first("label")];
}

/** One node, or several in a list or between commas. */
function endpoints(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === "string") {
    const name = value.trim();
    if (name === "" || name.length > longestDrawing) return undefined;
    return /[,;&]/.test(name) ? splitWords(name) : [name];
  }
  if (value === undefined || !isList(value) || value.length === 0) return undefined;
  const names = value.filter((part): part is string => typeof part === "string" && part.trim() !== "");
  return names.length === value.length ? names : undefined;
}

// Each arrow is first written as one character, so that what follows has a single case to think of.
const forward = /(?:-{1,3}|={1,2}|–|—)>|[→⇒⟶⟹↦➔➜]|\\(?:to|rightarrow|Rightarrow|longrightarrow|mapsto)(?![a-zA-Z])/g;
const backward = /<(?:-{1,3}|={1,2})|[←⇐⟵]|\\(?:leftarrow|gets|Leftarrow)(?![a-zA-Z])/g;
const withoutDirection = /<(?:-{1,3}|={1,2})>|↔|(?<=[\s\w])--(?=[\s\w])|—(?!>)/g;

/** Arrows in words, looked for where there are no others. */
const forwardWords =
  /\s+(?:leads? to|points? to|goes to|feeds into|influences|führt zu|zeigt auf|geht in|to|nach)\s+/gi;
const backwardWords = /\s+(?:depends? on|is computed from|comes from|hängt ab von|hängt von|entsteht aus)\s+/gi;

const bulletOrCaption = /^\s*(?:[-*•]\s+|\d+[.)]\s+)?(?:[^:→←]*:)?/;
const tuple =
  /[([]\s*([^()[\],→←]{1,80}(?:[([]-?\d{1,9}[)\]])?)\s*,\s*([^()[\],→←]{1,80}(?:[([]-?\d{1,9}[)\]])?)\s*[)\]]/g;

/** Draws lines of arrows (`h0, W -> h1`), or ordered pairs in brackets; false if there are none. @throws Unreadable */
function readArrows(text: string, drawing: Drawing): boolean {
  const drawn = text.replace(withoutDirection, "─").replace(forward, "→").replace(backward, "←");
  const plain = /[→←─]/.test(drawn) ? drawn : inSigns(drawn);
  const before = drawing.edges.length;
  let hasLine = false;
  if (/[→←─]/.test(plain)) {
    for (const line of plain.split(/[\n\r;]+/)) readLine(line.replace(bulletOrCaption, ""), drawing);
    hasLine = plain.includes("─");
  } else {
    for (const [, from = "", to = ""] of plain.matchAll(tuple)) drawing.draw(splitWords(from), "→", splitWords(to));
  }
  return hasLine || drawing.edges.length > before;
}

/** "From h0 to h1. y1 depends on h1." with signs for its arrows, a line each sentence. */
function inSigns(text: string): string {
  const signed = text.replace(backwardWords, "←").replace(forwardWords, "→");
  return signed.replace(/(?<!\p{L})(?:from|von)\s/giu, "").replace(/\.\s/g, "\n");
}

/**
 * `a, b -> c` is a group, `a -> b, c -> d` are two chains: a comma separates chains where arrows stand on both sides;
 * names before an arrow without one of their own join its sources, names after the last arrow join its targets.
 */
function readLine(line: string, drawing: Drawing): void {
  let waiting: string[] = [];
  let last: { readonly from: readonly string[]; readonly link: Link } | undefined;
  for (const piece of splitAtCommas(line)) {
    const [first = "", ...links] = piece.split(/(?=[→←─])/);
    if (/^[→←─]/.test(first)) links.unshift(first);
    else waiting.push(...splitWords(first));
    let from: readonly string[] = waiting;
    if (links.length > 0) waiting = [];
    for (const written of links) {
      const link = written.charAt(0) as Link;
      const to = splitWords(written.slice(1));
      drawing.draw(from, link, to);
      last = { from, link };
      from = to;
    }
  }
  if (last !== undefined && waiting.length > 0) drawing.draw(last.from, last.link, waiting);
}

/** Commas within brackets group nodes or belong to an index, unless whole arrows stand in the brackets. */
function splitAtCommas(line: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [i, c] of line.split("").entries()) {
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth = Math.max(0, depth - 1);
    else if (depth > 0 && "→←─".includes(c)) return line.replace(/[([{}\])]/g, " ").split(",");
    else if (depth === 0 && c === ",") {
      pieces.push(line.slice(start, i));
      start = i + 1;
    }
  }
  return [...pieces, line.slice(start)];
}
