/** Turns the inline tokens of Markdown (emphasis, code, links, formulas) into spans; knows no blocks. */

import type { Token } from "marked";
import { inlineMath } from "../math.ts";
import { type Span, span } from "../span.ts";
import type { Role, TerminalStyle } from "../style.ts";
import { showSpaced } from "../words.ts";

const deepest = 20;

export function inlineSpans(tokens: readonly Token[], style: TerminalStyle, role?: Role, depth = 0): Span[] {
  if (depth > deepest) return tokens.map((token) => span(showSpaced(token.raw, style), role));
  return tokens.flatMap((token) => tokenSpans(token, style, role, depth + 1));
}

function tokenSpans(token: Token, style: TerminalStyle, role: Role | undefined, depth: number): Span[] {
  const text = (value: string, own: Role | undefined = role) => [
    span(showSpaced(value.replaceAll("\n", " "), style), own),
  ];
  const inner = (own: Role | undefined = role) =>
    inlineSpans(("tokens" in token && token.tokens) || [], style, own, depth);
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
      return token.text === token.href
        ? text(token.href, "emphasis")
        : [...inner(), ...text(` (${token.href})`, "muted")];
    case "image":
      return text(`[${token.text || token.href}]`, "muted");
    case "html":
      return /^<br\b/i.test(token.raw) ? [span("\n")] : [];
    default:
      if ("tokens" in token && token.tokens !== undefined) return inner();
      return text(decodeEntities("text" in token ? String(token.text) : token.raw));
  }
}

/** Longer formulas may be broken at their operators, shorter ones stay whole. */
const unbroken = 24;

function formula(source: string, style: TerminalStyle): string {
  const text = showSpaced(inlineMath(source), style);
  return text.length <= unbroken ? text.replaceAll(" ", "\u00a0") : text;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? "");
}
