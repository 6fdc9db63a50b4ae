/** Reads a drawn graph from whatever an answer holds: pairs, objects, texts with arrows, DOT or Mermaid. */

import { isList, isRecord, type Json, shownValue } from "../judgement.ts";
import { splitWords } from "../words.ts";
import { arrows, languages } from "./languages.ts";
import { say } from "./messages.ts";
import { Drawing, Statements, Unreadable } from "./statements.ts";

/** Bounds what a hostile drawing can cost. */
const longestDrawing = 30_000;

/** @throws Unreadable */
export function readDrawing(value: Json): Drawing {
  const edges = isRecord(value) && Object.hasOwn(value, "edges") ? (value.edges ?? null) : value;
  const drawing = new Drawing();
  const entries = isRecord(edges) ? [edges] : edges;
  if (isList(entries)) {
    for (const [index, entry] of entries.entries())
      if (!readEntry(entry, drawing))
        throw new Unreadable(say("graph.bad-entry", { position: index + 1, found: shownValue(entry) }));
  } else if (typeof edges !== "string" || !readText(edges, drawing))
    throw new Unreadable(say("graph.not-a-graph", { found: shownValue(value) }));
  return drawing;
}

const leadingComments =
  /^(?:\s+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|#[^\n]*|%%[^\n]*|---\n(?:(?!---)[^\n]*\n)*---)+/;

/** Without the fence of a Markdown code block and comments before the drawing. */
function withoutWrapping(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim();
  return lines.replace(/^(?:```|~~~).*\n?|\n(?:```|~~~)$/g, "").replace(leadingComments, "");
}

const tuple =
  /[([]\s*([^()[\],→←]{1,80}(?:[([]-?\d{1,9}[)\]])?)\s*,\s*([^()[\],→←]{1,80}(?:[([]-?\d{1,9}[)\]])?)\s*[)\]]/g;

/** Sentences and pairs with signs for their arrows: "From h0 to h1. y1 depends on h1." */
function inSigns(text: string): string {
  const signs: readonly (readonly [RegExp, string])[] = [
    [/\s(?:depends? on|is computed from|comes from|hängt ab von|hängt von|entsteht aus)\s/gi, " <- "],
    [/\s(?:leads? to|points? to|goes to|feeds into|influences|führt zu|zeigt auf|geht in|to|nach)\s/gi, " -> "],
    [/(?<!\p{L})(?:from|von)\s|\sab(?=[.;\n]|$)/giu, ""],
    [/\.(?:\s|$)/g, ";"],
    [tuple, "{$1} -> {$2};"],
  ];
  return signs.reduce((told, [sign, by]) => told.replace(sign, by), text);
}

/** Draws a text in a language, arrows (`h0, W -> h1`) or ordered pairs in brackets; false if it is none of them. */
function readText(text: string, drawing: Drawing): boolean {
  if (text.length > longestDrawing) throw new Unreadable(say("graph.too-large"));
  const drawn = withoutWrapping(text);
  const language = languages.find(({ header }) => header.test(drawn));
  const before = drawing.edges.length;
  Statements.draw(drawn, language ?? arrows, drawing);
  const isDrawn = () => language !== undefined || drawing.hasLines || drawing.edges.length > before;
  if (!isDrawn()) Statements.draw(inSigns(drawn), arrows, drawing);
  return isDrawn();
}

/** One entry of a list; false if it is no arrow. */
function readEntry(entry: Json, drawing: Drawing): boolean {
  if (typeof entry === "string") return entry.trim() === "" || readText(entry, drawing);
  if (isList(entry)) return entry.length <= 3 && readArrow(entry, drawing);
  if (!isRecord(entry)) return false;
  const named = (...keys: string[]) => keys.filter((key) => Object.hasOwn(entry, key)).map((key) => entry[key])[0];
  const from = named("from", "source", "von");
  if (from !== undefined) return readArrow([from, named("to", "target", "nach", "zu"), named("label")], drawing);
  // `{"h0": ["h1"], "h1": "y1, h2"}`: what each node leads to.
  return Object.entries(entry).every(([node, value]) => {
    const next = typeof value === "string" ? splitWords(value) : (value ?? []);
    return (isList(next) && next.length === 0) || readArrow([node, next], drawing);
  });
}

function readArrow([from, to, label]: readonly (Json | undefined)[], drawing: Drawing): boolean {
  const [sources, targets] = [endpoints(from), endpoints(to)];
  drawing.draw(sources, { head: ">" }, targets, typeof label === "string" ? label : undefined);
  return sources.length > 0 && targets.length > 0;
}

/** One node, or several in a list or between commas; none if it is none. */
function endpoints(value: Json | undefined = ""): readonly string[] {
  if (typeof value === "string" && /[,;&]/.test(value)) return splitWords(value);
  const names = (isList(value) ? value : [value]).map((name) => (typeof name === "string" ? name.trim() : ""));
  return names.every((name) => name !== "" && name.length <= longestDrawing) ? names : [];
}
