/** What drawings are made of: in DOT, in Mermaid's flowchart notation, and as arrows between names. */

import { memo } from "../../engine/memo.ts";
import { splitWords } from "../words.ts";

/**
 * What a token can be: a `node` with the `text` in it, a `link` with its arrowheads `head` and `tail` and the text
 * `inside` or `beside` it, `attributes`, and signs.
 */
type Part =
  | ("node" | "text" | "link" | "head" | "tail" | "inside" | "beside" | "attributes")
  | ("open" | "close" | "and" | "comma" | "end" | "line");
export type Token = Readonly<Partial<Record<Part, string>>>;

export interface Language {
  readonly header: RegExp;
  /** Patterns of any token, tried in this order; its groups are parts, and one without parts is skipped. */
  readonly rules: readonly string[];
  readonly flags?: string;
  /** The header opens a bracket, and what stands behind its end is no part of the drawing. */
  readonly isEnclosed?: true;
  /** The names in a `node`; by default it is one. */
  readonly split?: (node: string) => readonly string[];
}

/** Compiled where a drawing comes: most starts read none. */
export const tokenPattern = memo(({ rules, flags = "" }: Language) => new RegExp(rules.join("|"), `${flags}gy`));

const quoted = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
const html = "<(?:[^<>]|<[^<>]*>)*>";
/** Wider than DOT's own identifiers: `h[1]`, `h[-1]`, `\tau_1`, `W*h0` are readable without quotes. */
const bare = String.raw`(?:[^\s{}[\];,=:"<>/→-]|\/(?![/*]))+(?:\[-?\d{1,9}\])?`;
const word = `(?:${quoted}|${html}|${bare})`;
const list = String.raw`(?:${quoted}|${html}|\[-?\d{1,9}\]|[^\]"<])*`;

const dot: Language = {
  header: /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"]*"|[\w.\u0080-\uffff]+))?\s*\{/i,
  isEnclosed: true,
  flags: "i",
  rules: [
    String.raw`\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?<=^|\n)#[^\n]*`,
    // Defaults, settings, names of subgraphs, ports.
    String.raw`(?:graph|node|edge)\s*\[${list}\]|${word}\s*=\s*${word}|subgraph\b(?:\s+${word})?|:\s*${word}`,
    String.raw`(?<link>(?<head>->|→)|--)|(?<open>\{)|(?<close>\})|(?<comma>,)|(?<end>;)`,
    String.raw`\[(?<attributes>${list})\]|(?<node>${word})`,
  ],
};

/** The value of the attribute whose name matches. */
export function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(String.raw`\b${name}\s*=\s*(${word})`, "i").exec(attributes)?.[1];
  return value === undefined ? undefined : unquoted(value);
}

export function unquoted(text: string): string {
  // In labels `\n`, `\l`, `\r` break lines; before further letters they are the beginning of a LaTeX command.
  if (text.startsWith('"'))
    return text
      .slice(1, -1)
      .replace(/\\([nlr])(?![a-zA-Z])/g, " ")
      .replace(/\\(["\\])/g, "$1");
  // `h<sub>1</sub>` is h_1.
  return text.startsWith("<") ? text.replace(/<sub>/gi, "_").replace(/<[^<>]*>|^<|>$/g, "") : text;
}

/** The text of a node in any shape, in quotes or not; what brackets make up the shape does not matter. */
const shape = String.raw`(?:[[({>]+[/\\]?)(?<text>"[^"]*"|[^\])}"\n]*)[/\\]?[\])}]+`;
/** `-->`, `<==>`, `-. text .->`, `---`. */
const texted = String.raw`(?:--|==|-\.)(?![-=.>])[ \t]*(?<inside>[^\n|;]{1,80}?)[ \t]*[-=.]{2,}`;

const mermaid: Language = {
  header: /^(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*(?:;|\n|$)/,
  rules: [
    String.raw`[ \t]+|%%[^\n]*`,
    String.raw`(?:subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)\b[^\n;]*`,
    String.raw`(?<and>&)|(?<comma>,)|(?<end>;)|(?<line>\n)|\|(?<beside>[^|\n]{0,200})\|`,
    String.raw`(?<link>(?<tail><)?(?:[-=.]+|${texted}|(?=→))(?<head>[>→])|[-=.]{2,}(?:[ox](?=[\s|]))?)`,
    String.raw`(?<node>[^\s[\](){}<>|;&,"@:=~→-]+)(?:${shape})?(?::::[\w-]+)?`,
  ],
};

const forward = String.raw`(?:-{1,3}|={1,2}|–|—)>|[→⇒⟶⟹↦➔➜]|\\(?:to|mapsto|(?:long)?rightarrow)(?![a-z])`;
const backward = String.raw`<(?:-{1,3}|={1,2})|[←⇐⟵]|\\(?:leftarrow|gets)(?![a-z])`;
const line = String.raw`<(?:-{1,3}|={1,2})>|↔|(?<=[\s\w])--(?=[\s\w])|—(?!>)`;
/** Brackets directly behind a letter hold its index; others group. */
const index = String.raw`(?<=[\p{L}_])(?:\{[^}]{0,80}\}|\[[^\]]{0,80}\]|\([^)]{0,80}\))`;
const name = String.raw`(?:${index}|(?!${line}|${forward}|${backward})[^\s,;&|(){}[\]"'$])+`;
const caption = String.raw`[^:\n→←<>]+:`;

export const arrows: Language = {
  header: /^/,
  split: splitWords,
  flags: "iu",
  rules: [
    String.raw`(?<=(?:^|\n)[ \t]*)(?:(?:[-*•]|\d+[.)])[ \t]+(?:${caption})?|${caption})`,
    `(?<link>${line}|(?<head>${forward})|(?<tail>${backward}))`,
    String.raw`(?<open>[{([])|(?<close>[\])}])|(?<and>&)|(?<comma>,)|(?<end>;)|(?<line>\n)`,
    String.raw`(?<node>${name}(?:[ \t]+${name})*)|[\s\S]`,
  ],
};

/** The languages that drawings are written in as a whole. */
export const languages: readonly Language[] = [dot, mermaid];
