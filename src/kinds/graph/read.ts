/** Reads a drawn graph from whatever an answer holds: pairs, objects, arrows in words, DOT or Mermaid. */

import { isList, isRecord, shownValue } from "../jsonValue.ts";
import type { Json } from "../judgement.ts";
import { splitWords } from "../words.ts";
import { readArrows } from "./arrows.ts";
import { looksLikeDot, readDot } from "./dot.ts";
import { type Drawing, longestDrawing, mostEdges, Sketch, tooManyEdges, Unreadable } from "./drawing.ts";
import { looksLikeMermaid, readMermaid } from "./mermaid.ts";
import { say } from "./messages.ts";

/** @throws Unreadable */
export function readDrawing(value: Json): Drawing {
  const edges = isRecord(value) && Object.hasOwn(value, "edges") ? (value.edges ?? null) : value;
  const drawing = typeof value === "string" ? readText(value) : isList(edges) ? readEntries(edges) : undefined;
  if (drawing === undefined) throw new Unreadable(say("graph.not-a-graph", { found: shownValue(value) }));
  return drawing;
}

/** Whether a text is in one of the drawing languages, readable or not. */
export function isDrawing(text: string): boolean {
  const drawn = withoutWrapping(text);
  return looksLikeDot(drawn) || looksLikeMermaid(drawn);
}

function readText(text: string): Drawing | undefined {
  if (text.length > longestDrawing) throw new Unreadable(say("graph.too-long", { limit: longestDrawing }));
  const drawn = withoutWrapping(text);
  if (looksLikeDot(drawn)) return readDot(drawn);
  return looksLikeMermaid(drawn) ? readMermaid(drawn) : readArrows(drawn);
}

const fence = /^(?:```|~~~)/;
const leadingComments =
  /^(?:\s+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|#[^\n]*|%%[^\n]*|---\n(?:(?!---)[^\n]*\n)*---)+/;

/** Without the fence of a Markdown code block and comments before the drawing. */
function withoutWrapping(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n");
  if (fence.test(lines[0] ?? "")) {
    lines.shift();
    if (fence.test(lines.at(-1)?.trim() ?? "")) lines.pop();
  }
  return lines.join("\n").replace(leadingComments, "");
}

function readEntries(entries: readonly Json[]): Drawing {
  if (entries.length > mostEdges) throw tooManyEdges();
  const sketch = new Sketch();
  for (const [index, entry] of entries.entries()) {
    if (readEntry(entry, sketch)) continue;
    throw new Unreadable(say("graph.bad-entry", { position: index + 1, found: shownValue(entry) }));
  }
  return sketch;
}

/** One entry of a list; false if it is no arrow. */
function readEntry(entry: Json, sketch: Sketch): boolean {
  if (typeof entry === "string") {
    if (entry.trim() === "") return true;
    const drawing = entry.length <= longestDrawing ? readArrows(entry) : undefined;
    for (const { from, to } of drawing?.edges ?? []) sketch.connect([from], [to]);
    sketch.undirected += drawing?.undirected ?? 0;
    return drawing !== undefined;
  }
  const [from, to, label] = isList(entry) ? entry : isRecord(entry) ? namedEnds(entry) : [];
  if (isList(entry) && entry.length > 3) return false;
  const sources = endpoints(from);
  const targets = endpoints(to);
  if (sources === undefined || targets === undefined) return false;
  sketch.connect(sources, targets, typeof label === "string" ? label : undefined);
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
