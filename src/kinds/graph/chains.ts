/** Reads drawings in a language: chains of nodes and links, groups, texts on both. */

import { safeText } from "../../messages/safeText.ts";
import { Drawing, type Link, Unreadable } from "./drawing.ts";
import type { Language, Rule, Token } from "./languages.ts";
import { say } from "./messages.ts";

/** Deeper than any drawing; bounds what nested groups cost. */
const deepestGroup = 50;
const linkTo: Readonly<Record<string, Link>> = { forward: "→", back: "←", both: "↔", none: "─" };

/** The drawing of a text in a language. @throws Unreadable */
export class Chains {
  readonly drawing = new Drawing();
  readonly #text: string;
  readonly #rules: readonly Rule[];
  #token: Token | undefined;
  /** Where the token begins, and where it ends. */
  #from = 0;
  #to: number;

  constructor(text: string, { header, rules }: Language) {
    this.#text = text;
    this.#rules = rules;
    this.#to = header.exec(text)?.[0].length ?? 0;
    this.#advance();
    this.#group(0);
  }

  /** On to the next token; none at the end, and at what can't be read. */
  #advance(): void {
    this.#token = undefined;
    for (let i = 0; i < this.#rules.length && this.#token === undefined; i++) {
      const [pattern, token] = this.#rules[i] as Rule;
      pattern.lastIndex = this.#to;
      const found = pattern.exec(this.#text);
      if (found === null) continue;
      this.#from = this.#to;
      this.#to = pattern.lastIndex;
      this.#token = token?.(found);
      if (token === undefined) i = -1;
    }
    if (this.#token === undefined) this.#from = this.#to;
  }

  #take<Is extends Token["is"]>(is: Is): Extract<Token, { is: Is }> | undefined {
    const token = this.#token;
    if (token?.is !== is) return undefined;
    this.#advance();
    return token as Extract<Token, { is: Is }>;
  }

  /** What stands up to a closing brace, or to the end: a missing brace is no reason to refuse. Returns the nodes in it. */
  #group(depth: number): readonly string[] {
    if (depth > deepestGroup) this.#fail();
    const nodes = new Set<string>();
    while (!this.#take("close") && this.#from < this.#text.length)
      if (!this.#take("end")) for (const node of this.#chain(depth)) nodes.add(node);
    return [...nodes];
  }

  /** `a, {b; c} -> d [label=x]`, `A & B -->|x| C`; returns the nodes in it. */
  #chain(depth: number): readonly string[] {
    const chain = [this.#nodes(depth)];
    const links: Extract<Token, { is: "link" }>[] = [];
    for (let link = this.#take("link"); link !== undefined; link = this.#take("link")) {
      links.push(link);
      chain.push(this.#nodes(depth));
    }
    const { label, xlabel, dir = "" } = this.#take("attributes")?.values ?? {};
    const written = label ?? xlabel;
    for (const [i, { link, text }] of links.entries())
      this.drawing.draw(
        chain[i] ?? [],
        link === "→" ? (linkTo[dir] ?? link) : link,
        chain[i + 1] ?? [],
        text ?? written,
      );
    const nodes = chain.flat();
    if (links.length === 0 && nodes[0] !== undefined && written !== undefined)
      this.drawing.labels.set(nodes[0], written);
    return nodes;
  }

  /** Nodes and groups between commas; a comma too many is forgiven. */
  #nodes(depth: number): readonly string[] {
    const nodes: string[] = [];
    do {
      const node = this.#take("node");
      if (node !== undefined) {
        nodes.push(node.id);
        if (node.text !== undefined && !this.drawing.labels.has(node.id)) this.drawing.labels.set(node.id, node.text);
      } else if (this.#take("open")) nodes.push(...this.#group(depth + 1));
      else if (this.#token === undefined ? this.#from < this.#text.length : this.#token.is === "link") this.#fail();
    } while (this.#take("and"));
    return nodes;
  }

  /** Says that what stands here cannot be read. */
  #fail(): never {
    const before = this.#text.slice(0, this.#from).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    const found = safeText(this.#text.slice(this.#from, this.#from + 60), 20);
    throw new Unreadable(say("graph.unreadable", { line: before.length, column, found }));
  }
}
