/** Reads a drawing in the DOT language: chains, groups, subgraphs, attributes, ports, comments. */

import { type Drawing, Scanner, Sketch } from "./drawing.ts";

const header = /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"]*"|[\w.\u0080-\uffff]+))?\s*\{/i;

/** Whether a text (without comments before it) is a drawing in DOT. */
export function looksLikeDot(text: string): boolean {
  return header.test(text);
}

/** @throws Unreadable */
export function readDot(text: string): Drawing {
  const reader = new DotReader(text, header.exec(text)?.[0].length ?? 0);
  reader.group();
  return reader.sketch;
}

const blank = /(?:\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?<=^|\n)#[^\n]*)+/y;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;
/** Wider than DOT's own identifiers: `h[1]`, `h[-1]`, `\tau_1`, `W*h0` are readable without quotes. */
const bare = /(?:[^\s{}[\];,=:"<>/→-]|\/(?![/*]))+(?:\[-?\d{1,9}\])?/y;
const html = /<((?:[^<>]|<[^<>]*>)*)>/y;
const defaults = /(?:(?:graph|node|edge)\b\s*)?(?=\[)/iy;
const link = /->|→|--/y;
const nothing = /(?=[;[}]|$)/y;
const subgraph = /subgraph\b/iy;
/** Deeper than any drawing; bounds what nested groups cost. */
const deepestGroup = 50;

class DotReader {
  readonly sketch = new Sketch();
  readonly #scanner: Scanner;
  #depth = 0;

  constructor(text: string, at: number) {
    this.#scanner = new Scanner(text, at);
  }

  /** What stands up to a closing brace, or to the end: a missing brace is no reason to refuse. Returns the nodes in it. */
  group(): string[] {
    if (++this.#depth > deepestGroup) this.#scanner.fail();
    const nodes = new Set<string>();
    while (!this.#sign(/\}/y) && !this.#scanner.ended) for (const node of this.#statement()) nodes.add(node);
    this.#depth--;
    return [...nodes];
  }

  /** `a, {b; c} -> d [label=x]`, or a setting; returns the nodes in it. */
  #statement(): readonly string[] {
    if (this.#sign(/[;,]/y)) return [];
    if (this.#sign(defaults) !== undefined) {
      this.#attributes();
      return [];
    }
    let tail = this.#nodes();
    if (this.#sign(/=/y)) {
      this.#word();
      return [];
    }
    const all = [...tail];
    const first = this.sketch.edges.length;
    for (let sign = this.#sign(link); sign !== undefined; sign = this.#sign(link)) {
      const next = this.#nodes();
      if (sign === "--") this.sketch.undirected++;
      else this.sketch.connect(tail, next);
      all.push(...next);
      tail = next;
    }
    this.#describe(all, first);
    return all;
  }

  /** One node or group, or several between commas; a comma too many is forgiven. */
  #nodes(): readonly string[] {
    const nodes: string[] = [];
    do {
      this.#sign(/[\s,]+/y);
      if (this.#sign(nothing) === undefined) nodes.push(...this.#node());
    } while (this.#sign(/,/y));
    return nodes;
  }

  #node(): readonly string[] {
    const isNamed = this.#sign(subgraph) !== undefined;
    if (this.#sign(/\{/y)) return this.group();
    const id = this.#word();
    if (id === undefined) this.#scanner.fail();
    if (isNamed) return this.#sign(/\{/y) ? this.group() : [];
    while (this.#sign(/:/y)) this.#word();
    return [id];
  }

  /** Attributes behind a statement are those of its arrows from number `first` on, or else of its node. */
  #describe([node]: readonly string[], first: number): void {
    const attributes = this.#attributes();
    const label = attributes.get("label") ?? attributes.get("xlabel");
    const direction = attributes.get("dir");
    const { edges, labels } = this.sketch;
    const own = edges.slice(first);
    if (own.length === 0 && node !== undefined && label !== undefined) labels.set(node, label);
    if (own.length === 0 || attributes.size === 0) return;
    this.sketch.edges = edges.slice(0, first);
    if (direction === "none") this.sketch.undirected += own.length;
    for (const { from, to } of own) {
      if (direction === "both" || direction === "back") this.sketch.connect([to], [from], label);
      if (direction !== "none" && direction !== "back") this.sketch.connect([from], [to], label);
    }
  }

  #attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    while (this.#sign(/\[/y)) {
      while (!this.#sign(/\]/y) && !this.#scanner.ended) {
        const name = this.#word() ?? this.#sign(/[^\]"<]/y) ?? this.#scanner.fail();
        const value = this.#sign(/=/y) && this.#word();
        if (value !== undefined) attributes.set(name.toLowerCase(), value);
      }
    }
    return attributes;
  }

  #word(): string | undefined {
    this.#scanner.match(blank);
    const text = this.#scanner.match(quoted)?.[1];
    // In labels `\n`, `\l`, `\r` break lines; before further letters they are the beginning of a LaTeX command.
    if (text !== undefined) return text.replace(/\\([nlr])(?![a-zA-Z])/g, " ").replace(/\\(["\\])/g, "$1");
    const marked = this.#scanner.match(html)?.[1];
    // `h<sub>1</sub>` is h_1.
    if (marked !== undefined) return marked.replace(/<sub>/gi, "_").replace(/<[^<>]*>/g, "");
    return this.#scanner.match(bare)?.[0];
  }

  #sign(pattern: RegExp): string | undefined {
    this.#scanner.match(blank);
    return this.#scanner.match(pattern)?.[0];
  }
}
