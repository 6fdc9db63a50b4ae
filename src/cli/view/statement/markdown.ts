/** Sets Markdown in lines of a given width: paragraphs, lists, tables, code, formulas; knows no exercise. */

import type { Token, Tokens } from "marked";
import { layoutTable } from "../blocks.ts";
import { mathLines } from "../math.ts";
import { indent, type Line, lineWidth, type Span, span, wrap } from "../span.ts";
import { symbol, type TerminalStyle } from "../style.ts";
import { showSpaced } from "../words.ts";
import { inlineSpans } from "./inline.ts";
import { markdownTokens } from "./tokens.ts";

/** The text as lines of at most `width` columns. */
export function markdownLines(source: string, width: number, style: TerminalStyle): Line[] {
  return blocks(markdownTokens(source), { width, style, depth: 0 });
}

interface Page {
  readonly width: number;
  readonly style: TerminalStyle;
  readonly depth: number;
}

/** Narrower than this, nested blocks are no longer indented further. */
const narrowest = 20;

function blocks(tokens: readonly Token[], page: Page, separator: readonly Line[] = [[]]): Line[] {
  const set = tokens.map((token) => block(token, page)).filter((lines) => lines.length > 0);
  return set.flatMap((lines, at) => (at === 0 ? lines : [...separator, ...lines]));
}

function block(token: Token, page: Page): Line[] {
  const { style, width } = page;
  switch (token.type) {
    case "heading":
      return heading(token as Tokens.Heading, page);
    case "list":
      return list(token as Tokens.List, page);
    case "code":
      return code(String(token.text), page);
    case "blockquote":
      return quote(token as Tokens.Blockquote, page);
    case "table":
      return table(token as Tokens.Table, page);
    case "hr":
      return [[span(symbol("rule", style).repeat(Math.min(width, 40)), "muted")]];
    case "mathBlock":
      return formula(String(token.text), page);
    case "space":
    case "checkbox":
    case "def":
      return [];
    default: {
      const spans = inlineSpans(("tokens" in token && token.tokens) || [token], style);
      return spans.every(({ text }) => text.trim() === "") ? [] : wrap(spans, width);
    }
  }
}

function heading(token: Tokens.Heading, page: Page): Line[] {
  const lines = wrap(inlineSpans(token.tokens, page.style, "heading"), page.width);
  // Without colour a heading would look like a short paragraph.
  const width = Math.max(0, ...lines.map(lineWidth));
  return [...lines, [span(symbol("rule", page.style).repeat(width), "muted")]];
}

/** The page inside something indented. */
function inside(page: Page, columns: number): Page {
  return { ...page, width: Math.max(narrowest, page.width - columns), depth: page.depth + 1 };
}

const deepest = 20;

/** Shifts blocks to the right, as long as there is room. */
function shifted(tokens: readonly Token[], page: Page, columns: number, separator?: readonly Line[]): Line[] {
  if (page.depth > deepest)
    return tokens.flatMap((token) => wrap([span(showSpaced(token.raw, page.style))], page.width));
  const room = page.width - columns >= narrowest;
  return indent(
    blocks(tokens, room ? inside(page, columns) : { ...page, depth: page.depth + 1 }, separator),
    room ? columns : 0,
  );
}

function list(token: Tokens.List, page: Page): Line[] {
  const first = typeof token.start === "number" ? token.start : 1;
  const last = first + token.items.length - 1;
  const items = token.items.map((item, at) => {
    const number = token.ordered ? `${first + at}.`.padStart(`${last}.`.length) : symbol("bullet", page.style);
    const mark = item.task ? `${number} [${item.checked ? "x" : " "}]` : number;
    const lines = shifted(item.tokens, page, mark.length + 1, token.loose ? [[]] : []);
    return marked(span(`${mark} `, "muted"), lines, page);
  });
  return items.flatMap((lines, at) => (at === 0 || !token.loose ? lines : [[], ...lines]));
}

/** Puts a mark into the first line's indentation, or above it where there is none. */
function marked(mark: Span, lines: readonly Line[], page: Page): Line[] {
  const [head = [], ...rest] = lines;
  const [margin, ...content] = head;
  if (margin?.role === undefined && margin?.text === " ".repeat(mark.text.length)) return [[mark, ...content], ...rest];
  return lineWidth(head) + mark.text.length <= page.width ? [[mark, ...head], ...rest] : [[mark], ...lines];
}

function code(text: string, page: Page): Line[] {
  return text
    .split("\n")
    .flatMap((line) =>
      wrap([span(`    ${showSpaced(line.replaceAll("\t", "    "), page.style)}`, "code")], page.width, { hanging: 6 }),
    );
}

function quote(token: Tokens.Blockquote, page: Page): Line[] {
  const bar = span(`${symbol("gutter", page.style)} `, "muted");
  return shifted(token.tokens, page, 2).map((line) => {
    const [margin, ...content] = line;
    if (line.length === 0) return [bar];
    return margin?.role === undefined && margin?.text === "  " ? [bar, ...content] : line;
  });
}

function table(token: Tokens.Table, page: Page): Line[] {
  const columns = token.align.map((align) => ({ align: align === "right" ? align : "left", flexible: true }) as const);
  const cell = (content: Tokens.TableCell, header: boolean) => ({
    spans: inlineSpans(content.tokens, page.style, header ? "heading" : undefined),
  });
  const rows = [
    token.header.map((one) => cell(one, true)),
    ...token.rows.map((row) => row.map((one) => cell(one, false))),
  ];
  // A table of more columns than the page has room for becomes paragraphs.
  if (columns.length * 5 > page.width)
    return rows.flatMap((row) => row.flatMap(({ spans }) => wrap(spans, page.width)));
  const [head = [], ...body] = layoutTable(columns, rows, page.width);
  const width = Math.max(0, ...[...head, ...body.flat()].map(lineWidth));
  return [...head, [span(symbol("rule", page.style).repeat(width), "muted")], ...body.flat()];
}

function formula(source: string, page: Page): Line[] {
  const margin = page.width >= 60 ? 4 : 2;
  const rows = mathLines(source).map((row) => [span(showSpaced(row, page.style))]);
  return indent(
    rows.flatMap((row) => wrap(row, page.width - margin, { hanging: 4 })),
    margin,
  );
}
