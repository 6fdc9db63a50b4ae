/** Reads drawings as texts, in each language: statements of nodes with links between them. */

import type { Message } from "../../messages/message.ts";
import { safeText } from "../../messages/safeText.ts";
import { attribute, type Language, type Token, tokenPattern, unquoted } from "./languages.ts";
import { say } from "./messages.ts";

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** What is written on the arrow. */
  readonly label?: string | undefined;
}

/** Bounds what a hostile drawing can cost. */
const mostEdges = 1000;

/** The arrowheads of a link, if it has any. */
export type Heads = { readonly [end in "head" | "tail"]?: string | undefined };

export class Drawing {
  readonly edges: DrawnEdge[] = [];
  /** What is written in a node, by the node's id in the notation. */
  readonly labels = new Map<string, string>();
  /** There are lines without direction; they are not among the edges. */
  hasLines = false;

  /** Links each of `from` with each of `to`. @throws Unreadable if there are too many arrows */
  draw(from: readonly string[], { head, tail }: Heads, to: readonly string[], label?: string): void {
    if (head !== undefined) this.#connect(from, to, label);
    if (tail !== undefined) this.#connect(to, from, label);
    this.hasLines ||= (head ?? tail) === undefined;
  }

  #connect(from: readonly string[], to: readonly string[], label: string | undefined): void {
    if (this.edges.length + from.length * to.length > mostEdges) throw new Unreadable(say("graph.too-large"));
    for (const a of from) for (const b of to) this.edges.push({ from: a, to: b, label });
  }
}

/** An answer that is no drawing, and what to tell about it. */
export class Unreadable extends Error {
  readonly feedback: Message;

  constructor(feedback: Message) {
    super(feedback.code);
    this.feedback = feedback;
  }
}

/** Deeper than any drawing; bounds what nested groups cost. */
const deepestGroup = 50;

export class Statements {
  readonly #text: string;
  readonly #language: Language;
  readonly #drawing: Drawing;
  readonly #tokens: (Token & { readonly at: number })[] = [];
  /** Up to where there are tokens. */
  #end: number;
  #next = 0;

  private constructor(text: string, language: Language, drawing: Drawing) {
    this.#text = text;
    this.#language = language;
    this.#drawing = drawing;
    const start = language.header.exec(text)?.[0].length ?? 0;
    this.#end = start;
    for (const { groups = {}, index, 0: found } of text.slice(start).matchAll(tokenPattern(language))) {
      this.#end = start + index + found.length;
      if (Object.values(groups).some((part) => part !== undefined)) this.#tokens.push({ ...groups, at: start + index });
    }
  }

  /** Draws what a text says. @throws Unreadable with the place of what can't be read */
  static draw(text: string, language: Language, drawing: Drawing): void {
    new Statements(text, language, drawing).#group(0);
  }

  #take(part: keyof Token): Token | undefined {
    const token = this.#tokens[this.#next];
    if (token?.[part] === undefined) return undefined;
    this.#next++;
    return token;
  }

  /** What stands up to a closing bracket, or to the end: a missing one is no reason to refuse. Returns the nodes in it. */
  #group(depth: number): readonly string[] {
    if (depth > deepestGroup) this.#fail();
    const nodes = new Set<string>();
    while (this.#next < this.#tokens.length) {
      if (this.#take("close")) {
        if (depth > 0 || this.#language.isEnclosed) return [...nodes];
      } else if (!(this.#take("end") ?? this.#take("line"))) for (const node of this.#statement(depth)) nodes.add(node);
    }
    if (this.#end < this.#text.length) this.#fail();
    return [...nodes];
  }

  /**
   * `a, {b; c} -> d [label=x]`, `A & B -->|x| C`; returns the nodes in it. A comma separates chains where links stand on
   * both sides; nodes before a link without one of their own join its sources, nodes after the last link its targets.
   */
  #statement(depth: number): readonly string[] {
    const nodes: string[] = [];
    const chains: { from: readonly string[]; link: Token; to: readonly string[]; text: string | undefined }[] = [];
    let waiting: string[] = [];
    const read = () => {
      const found = this.#nodes(depth);
      nodes.push(...found);
      return found;
    };
    do {
      waiting.push(...read());
      let from: readonly string[] = waiting;
      for (let link = this.#take("link"); link !== undefined; link = this.#take("link")) {
        const text = this.#take("beside")?.beside ?? link.inside;
        const to = read();
        chains.push({ from, link, to, text: text?.replace(/^["\s]+|["\s]+$/g, "") });
        from = to;
        waiting = [];
      }
    } while (this.#take("comma"));
    const last = chains.at(-1);
    if (last !== undefined) chains.push({ ...last, to: waiting });

    const { attributes = "" } = this.#take("attributes") ?? {};
    const written = attribute(attributes, "x?label");
    for (const { from, link, to, text = written } of chains)
      this.#drawing.draw(from, headsOf(link, attributes), to, text);
    if (chains.length === 0 && nodes[0] !== undefined && written !== undefined)
      this.#drawing.labels.set(nodes[0], written);
    return nodes;
  }

  /** A node or a group, or several that belong together (`A & B`). */
  #nodes(depth: number): readonly string[] {
    const nodes: string[] = [];
    do {
      while (this.#take("line"));
      const node = this.#take("node");
      if (node !== undefined) nodes.push(...this.#named(node));
      else if (this.#take("open")) nodes.push(...this.#group(depth + 1));
      else if (this.#take("link") ?? this.#take("beside")) this.#fail(this.#next - 1);
    } while (this.#take("and"));
    return nodes;
  }

  #named({ node = "", text }: Token): readonly string[] {
    const label = text?.replace(/["$\s]/g, "") ?? "";
    // `h[1]` was meant as an index, not as a node h with the text 1.
    if (/^-?\d{1,9}$/.test(label)) return [`${node}[${label}]`];
    const { split = (one) => [unquoted(one)] } = this.#language;
    // The shape's own closing brackets have taken the one of an index with them: `[h(1)]`.
    if (label !== "" && !this.#drawing.labels.has(node))
      this.#drawing.labels.set(node, label.replace(/[([](\d{1,9})$/, "$1"));
    return split(node);
  }

  /** Says that what stands at a token, or where there are none any more, cannot be read. */
  #fail(token = this.#next): never {
    const at = this.#tokens[token]?.at ?? this.#end;
    const before = this.#text.slice(0, at).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    const found = safeText(this.#text.slice(at, at + 60), 20);
    throw new Unreadable(say("graph.unreadable", { line: before.length, column, found }));
  }
}

/** Where a link has arrowheads; DOT's `dir` can change it. */
function headsOf({ head, tail }: Token, attributes: string): Heads {
  const dir = head === undefined ? undefined : attribute(attributes, "dir");
  if (dir === undefined || dir === "forward") return { head, tail };
  return { head: dir === "both" ? head : undefined, tail: dir === "none" ? undefined : head };
}
