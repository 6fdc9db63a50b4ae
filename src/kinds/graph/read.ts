/** Reads a drawn graph from whatever an answer holds: pairs, objects, arrows in words, DOT or Mermaid; knows no model. */

import { isList, isRecord, shownValue } from "../jsonValue.ts";
import type { Json } from "../judgement.ts";
import { splitWords } from "../names/read.ts";
import { readArrows } from "./arrows.ts";
import { looksLikeDot, readDot } from "./dot.ts";
import { type DrawingReading, longestDrawing, mostEdges, Sketch } from "./drawing.ts";
import { looksLikeMermaid, readMermaid } from "./mermaid.ts";

export function readDrawing(value: Json): DrawingReading {
  if (typeof value === "string") {
    if (value.length <= longestDrawing) return readText(value) ?? notAGraph(value);
    return { ok: false, feedback: [{ code: "graph.too-long", params: { limit: longestDrawing } }] };
  }
  if (isList(value)) return readEntries(value);
  const edges = isRecord(value) && Object.hasOwn(value, "edges") ? value.edges : undefined;
  return edges !== undefined && isList(edges) ? readEntries(edges) : notAGraph(value);
}

function notAGraph(value: Json): DrawingReading {
  return { ok: false, feedback: [{ code: "graph.not-a-graph", params: { found: shownValue(value) } }] };
}

const fence = /^(?:```|~~~)/;
const leadingComments =
  /^(?:\s+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|#[^\n]*|%%[^\n]*|---\n(?:(?!---)[^\n]*\n)*---)+/;

/** Whether a text is in one of the drawing languages, readable or not. */
export function isDrawing(text: string): boolean {
  const drawn = withoutWrapping(text);
  return looksLikeDot(drawn) || looksLikeMermaid(drawn);
}

function withoutWrapping(text: string): string {
  return withoutFence(text.replace(/\r\n?/g, "\n").trim()).replace(leadingComments, "");
}

function readText(text: string): DrawingReading | undefined {
  const drawn = withoutWrapping(text);
  if (looksLikeDot(drawn)) return readDot(drawn);
  return looksLikeMermaid(drawn) ? readMermaid(drawn) : readArrows(drawn);
}

/** The inside of a Markdown code block. */
function withoutFence(text: string): string {
  if (!fence.test(text)) return text;
  const lines = text.split("\n").slice(1);
  if (fence.test(lines.at(-1)?.trim() ?? "")) lines.pop();
  return lines.join("\n");
}

function readEntries(entries: readonly Json[]): DrawingReading {
  const sketch = new Sketch();
  if (entries.length > mostEdges) sketch.full = true;
  for (const [index, entry] of entries.slice(0, mostEdges).entries()) {
    if (!readEntry(entry, sketch)) {
      const params = { position: index + 1, found: shownValue(entry) };
      return { ok: false, feedback: [{ code: "graph.bad-entry", params }] };
    }
  }
  return sketch.result();
}

/** One entry of a list; false if it is no arrow. */
function readEntry(entry: Json, sketch: Sketch): boolean {
  if (typeof entry === "string") {
    if (entry.trim() === "") return true;
    const reading = entry.length <= longestDrawing ? readArrows(entry) : undefined;
    if (!reading?.ok) return false;
    for (const { from, to } of reading.drawing.edges) sketch.connect([from], [to]);
    sketch.undirected += reading.drawing.undirected;
    return true;
  }
  const [from, to, label] = isList(entry) ? entry : isRecord(entry) ? namedEnds(entry) : [];
  if (isList(entry) && (entry.length < 2 || entry.length > 3)) return false;
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
