/** What drawings in DOT and in Mermaid's flowchart notation are made of. */

import type { Link } from "./drawing.ts";

export type Token =
  | { readonly is: "node"; readonly id: string; readonly text?: string | undefined }
  | { readonly is: "link"; readonly link: Link; readonly text?: string | undefined }
  | { readonly is: "attributes"; readonly values: Readonly<Record<string, string | undefined>> }
  | { readonly is: "and" | "open" | "close" | "end" };

/** A pattern (sticky), and what its groups mean; nothing if it is skipped. */
export type Rule = readonly [pattern: RegExp, token?: (groups: readonly (string | undefined)[]) => Token];

export interface Language {
  readonly header: RegExp;
  /** Tried in this order. */
  readonly rules: readonly Rule[];
}

const signs = { "{": "open", "}": "close", ",": "and", "&": "and", ";": "end", "\n": "end", "\r": "end" } as const;
const sign: Rule[1] = ([found]) => ({ is: signs[found as keyof typeof signs] });

const quoted = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
const html = "<(?:[^<>]|<[^<>]*>)*>";
/** Wider than DOT's own identifiers: `h[1]`, `h[-1]`, `\tau_1`, `W*h0` are readable without quotes. */
const bare = String.raw`(?:[^\s{}[\];,=:"<>/→-]|\/(?![/*]))+(?:\[-?\d{1,9}\])?`;
const word = `(?:${quoted}|${html}|${bare})`;
const list = String.raw`\[((?:${quoted}|${html}|\[-?\d{1,9}\]|[^\]"<])*)\]`;

const dot: Language = {
  header: /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"]*"|[\w.\u0080-\uffff]+))?\s*\{/i,
  rules: [
    [/(?:\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?<=^|\n)#[^\n]*)+/y],
    // Defaults, settings, names of subgraphs, ports.
    [new RegExp(String.raw`(?:graph|node|edge)\s*${list}`, "iy")],
    [new RegExp(String.raw`${word}\s*=\s*${word}`, "y")],
    [new RegExp(String.raw`subgraph\b(?:\s+${word})?`, "iy")],
    [new RegExp(String.raw`:\s*${word}`, "y")],
    [/->|→|--/y, ([found]) => ({ is: "link", link: found === "--" ? "─" : "→" })],
    [/[{},;]/y, sign],
    [new RegExp(list, "y"), ([, inside]) => ({ is: "attributes", values: attributes(inside) })],
    [new RegExp(word, "y"), ([id]) => ({ is: "node", id: unquoted(id) })],
  ],
};

function attributes(inside = ""): Readonly<Record<string, string>> {
  const all = inside.matchAll(new RegExp(String.raw`(\w+)\s*=\s*(${word})`, "g"));
  return Object.fromEntries([...all].map(([, name = "", value]) => [name.toLowerCase(), unquoted(value)]));
}

function unquoted(text = ""): string {
  // In labels `\n`, `\l`, `\r` break lines; before further letters they are the beginning of a LaTeX command.
  if (text.startsWith('"'))
    return text
      .slice(1, -1)
      .replace(/\\([nlr])(?![a-zA-Z])/g, " ")
      .replace(/\\(["\\])/g, "$1");
  // `h<sub>1</sub>` is h_1.
  return text.startsWith("<")
    ? text
        .slice(1, -1)
        .replace(/<sub>/gi, "_")
        .replace(/<[^<>]*>/g, "")
    : text;
}

const id = String.raw`[^\s[\](){}<>|;&,"@:=~→-]+`;
/** The text of a node in any shape, in quotes or not; what brackets make up the shape does not matter. */
const shape = String.raw`(?:[[({>]+[/\\]?)(?:"([^"]*)"|([^\])}"\n]*))[/\\]?[\])}]+`;
const metadata = String.raw`@\{(?:[^}\n]*?label:\s*"([^"]*)")?[^}\n]*\}`;
/** `-->`, `<==>`, `-. text .->`, `---`, each with a text and the next line behind it. */
const texted = String.raw`(?:--|==|-\.)(?![-=.>])[ \t]*([^\n|;]{1,80}?)[ \t]*[-=.]{2,}`;
const link = String.raw`(?:(<)?(?:[-=.]+|${texted})(>)|(→)|[-=.]{2,}(?:[ox](?=[\s|]))?)`;
const behind = String.raw`(?:[ \t]*\|([^|\n]{0,200})\|)?(?:\s|%%[^\n]*)*`;

const mermaid: Language = {
  header: /^(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*(?:;|\n|$)/,
  rules: [
    [/(?:[ \t]+|%%[^\n]*)+/y],
    [/(?:subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)\b[^\n;]*/y],
    [/[&,;\n\r]/y, sign],
    [
      new RegExp(link + behind, "y"),
      ([, back, inside, head, sign, text = inside]) => ({
        is: "link",
        link: back ? "↔" : (head ?? sign) ? "→" : "─",
        text: text?.replace(/^["\s]+|["\s]+$/g, ""),
      }),
    ],
    [
      new RegExp(`(${id})(?:${shape})?(?:${metadata})?(?::::[\\w-]+)?`, "y"),
      ([, name = "", inQuotes, plain, label]) => mermaidNode(name, (inQuotes ?? plain ?? label ?? "").trim()),
    ],
  ],
};

function mermaidNode(name: string, label: string): Token {
  // `h[1]` was meant as an index, not as a node h with the text 1.
  if (/^-?\d{1,9}$/.test(label)) return { is: "node", id: `${name}[${label}]` };
  // The shape's own closing brackets have taken the one of an index with them: `[h(1)]`.
  const text = label.replace(/[$\s]/g, "").replace(/[([](\d{1,9})$/, "$1");
  return { is: "node", id: name, text: text || undefined };
}

export const languages: readonly Language[] = [dot, mermaid];
