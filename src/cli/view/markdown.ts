/** Sets Markdown with `$…$` and `$$…$$` in lines of a given width: paragraphs, lists, tables, code, formulas. */

import { Marked, type Token, type TokenizerExtension, type Tokens } from "marked";
import { headedTable, rule } from "./blocks.ts";
import { inlineMath, mathLines } from "./math.ts";
import { indent, type Line, type Span, span, wrap } from "./span.ts";
import { type Role, showSpaced, symbol, type TerminalStyle } from "./style.ts";

const marked = new Marked({
  gfm: true,
  extensions: [
    formulas(
      "math",
      "inline",
      /^(?:\$\$([^$]+)\$\$|\$(?!\s)((?:\\[\s\S]|[^\\$])+?)(?<!\s)\$(?!\d)|\\\(([\s\S]+?)\\\))/,
      /\$|\\\(/,
    ),
    formulas("mathBlock", "block", /^ {0,3}(?:\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\])[ \t]*(?:\n+|$)/, /\$\$|\\\[/),
  ],
});

function formulas(name: string, level: "block" | "inline", pattern: RegExp, start: RegExp): TokenizerExtension {
  return {
    name,
    level,
    start: (source) => source.match(start)?.index,
    tokenizer(source) {
      const [raw, ...groups] = pattern.exec(source) ?? [];
      return raw === undefined ? undefined : { type: name, raw, text: groups.find(Boolean) ?? "" };
    },
  };
}

/** The text as lines of at most `width` columns. What can't be read is one paragraph: a statement is always shown. */
export function markdownLines(source: string, width: number, style: TerminalStyle): Line[] {
  try {
    return blocks(marked.lexer(source), width, style);
  } catch {
    // Nested blocks are read recursively; thousands of levels exhaust the stack.
    return wrap([span(showSpaced(source, style))], width);
  }
}

/** A short text as running text. */
export function markdownSpans(source: string, style: TerminalStyle): Span[] {
  try {
    return marked.lexer(source).flatMap((token, at) => [...(at === 0 ? [] : [span(" ")]), ...inline(token, style)]);
  } catch {
    return [span(showSpaced(source, style))];
  }
}

function blocks(tokens: readonly Token[], width: number, style: TerminalStyle, isLoose = true): Line[] {
  const set = tokens.map((token) => block(token, width, style)).filter((lines) => lines.length > 0);
  return set.flatMap((lines, at) => (at === 0 || !isLoose ? lines : [[], ...lines]));
}

function block(token: Token, width: number, style: TerminalStyle): Line[] {
  switch (token.type) {
    case "heading": {
      const lines = wrap(inline(token, style, "heading"), width);
      // Without colour a heading would look like a short paragraph.
      return [...lines, rule(lines, style)];
    }
    case "list":
      return list(token as Tokens.List, width, style);
    case "blockquote":
      return within(2, width, (room) => blocks((token as Tokens.Blockquote).tokens, room, style));
    case "code":
      return String(token.text)
        .split("\n")
        .flatMap((line) => wrap([span(`    ${showSpaced(line, style)}`, "code")], width, { hanging: 6 }));
    case "table":
      return table(token as Tokens.Table, width, style);
    case "hr":
      return [[span(symbol("rule", style).repeat(Math.min(width, 40)), "muted")]];
    case "mathBlock": {
      const rows = mathLines(token.text).map((row) => [span(showSpaced(row, style))]);
      return within(width >= 60 ? 4 : 2, width, (room) => rows.flatMap((row) => wrap(row, room, { hanging: 4 })));
    }
    case "space":
    case "checkbox":
    case "def":
      return [];
    default: {
      const spans = inline(token, style);
      return spans.every(({ text }) => text.trim() === "") ? [] : wrap(spans, width);
    }
  }
}

/** Lines shifted to the right, as long as there is room. */
function within(columns: number, width: number, set: (width: number) => Line[]): Line[] {
  const shift = width - columns >= 20 ? columns : 0;
  return indent(set(width - shift), shift);
}

function list({ items, ordered, loose, start }: Tokens.List, width: number, style: TerminalStyle): Line[] {
  const first = Number(start) || 1;
  const columns = ordered ? `${first + items.length - 1}. `.length : 2;
  return items.flatMap((item, at) => {
    const bullet = ordered ? `${first + at}. `.padStart(columns) : `${symbol("bullet", style)} `;
    const mark = span(item.task ? `${bullet}[${item.checked ? "x" : " "}] ` : bullet, "muted");
    const lines = within(mark.text.length, width, (room) => blocks(item.tokens, room, style, loose));
    const [[margin, ...head] = [], ...rest] = lines;
    const isShifted = margin?.text === " ".repeat(mark.text.length);
    return [...(loose && at > 0 ? [[]] : []), ...(isShifted ? [[mark, ...head], ...rest] : [[mark], ...lines])];
  });
}

function table(token: Tokens.Table, width: number, style: TerminalStyle): Line[] {
  const columns = token.align.map((align) => ({ align: align === "right" ? "right" : "left", flexible: 8 }) as const);
  const rows = token.rows.map((row) => row.map((cell) => ({ spans: inlineAll(cell.tokens, style) })));
  // A table of more columns than there is room for becomes paragraphs.
  if (columns.length * 5 > width)
    return [token.header, ...token.rows].flat().flatMap((cell) => wrap(inlineAll(cell.tokens, style), width));
  const headings = token.header.map((cell) =>
    inlineAll(cell.tokens, style)
      .map(({ text }) => text)
      .join(""),
  );
  const { head, body } = headedTable(columns, headings, rows, style, width);
  return [...head, ...body.flat()];
}

function inlineAll(tokens: readonly Token[], style: TerminalStyle, role?: Role): Span[] {
  return tokens.flatMap((token) => inline(token, style, role));
}

/** Emphasis, code, links and formulas within a line. */
function inline(token: Token, style: TerminalStyle, role?: Role): Span[] {
  const text = (value: string, own = role) => [span(showSpaced(value.replaceAll("\n", " "), style), own)];
  const inner = (own = role) => inlineAll(("tokens" in token && token.tokens) || [], style, own);
  switch (token.type) {
    case "math":
    case "mathBlock":
      return [span(formula(token.text, style), role)];
    case "strong":
      return inner("strong");
    case "em":
      return inner(role === "strong" ? "strong" : "emphasis");
    case "codespan":
      return text(token.text, "code");
    case "br":
      return [span("\n")];
    case "link":
      if (token.text === token.href) return text(token.href, "emphasis");
      return [...inner(), ...text(` (${token.href})`, "muted")];
    case "image":
      return text(`[${token.text || token.href}]`, "muted");
    case "html":
      return /^<br\b/i.test(token.raw) ? [span("\n")] : [];
    default:
      if ("tokens" in token && token.tokens !== undefined) return inner();
      return text(decoded("text" in token ? String(token.text) : token.raw));
  }
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => entities[name] ?? "");
}

/** Longer formulas may be broken at their operators, shorter ones stay whole. */
const unbroken = 24;

function formula(source: string, style: TerminalStyle): string {
  const text = showSpaced(inlineMath(source), style);
  return text.length <= unbroken ? text.replaceAll(" ", "\u00a0") : text;
}
