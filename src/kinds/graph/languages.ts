/** Reads drawings in DOT and in Mermaid's flowchart notation: chains, groups, texts on nodes and links. */

import { type Drawing, type Link, Scanner } from "./drawing.ts";

const dotHeader = /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"]*"|[\w.\u0080-\uffff]+))?\s*\{/i;
const mermaidHeader = /^(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*(?:;|\n|$)/;

/** Whether a text (without comments before it) is in one of the two, readable or not. */
export function isInLanguage(text: string): boolean {
  return dotHeader.test(text) || mermaidHeader.test(text);
}

/** The drawing of a text in one of the two. @throws Unreadable */
export function readLanguage(text: string): Drawing {
  const dot = dotHeader.exec(text);
  if (dot === null) return new Mermaid(text, mermaidHeader.exec(text)?.[0].length ?? 0).read();
  const reader = new Dot(text, dot[0].length);
  reader.group();
  return reader.drawing;
}

const blank = /(?:\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?<=^|\n)#[^\n]*)+/y;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;
/** Wider than DOT's own identifiers: `h[1]`, `h[-1]`, `\tau_1`, `W*h0` are readable without quotes. */
const bare = /(?:[^\s{}[\];,=:"<>/→-]|\/(?![/*]))+(?:\[-?\d{1,9}\])?/y;
const html = /<((?:[^<>]|<[^<>]*>)*)>/y;
const defaults = /(?:(?:graph|node|edge)\b\s*)?(?=\[)/iy;
/** Deeper than any drawing; bounds what nested groups cost. */
const deepestGroup = 50;
const linkTo: Readonly<Record<string, Link>> = { forward: "→", back: "←", both: "↔", none: "─" };

class Dot extends Scanner {
  #depth = 0;

  /** What stands up to a closing brace, or to the end: a missing brace is no reason to refuse. Returns the nodes in it. */
  group(): readonly string[] {
    if (++this.#depth > deepestGroup) this.fail();
    const nodes = new Set<string>();
    while (!this.#sign(/\}/y) && !this.ended) for (const node of this.#statement()) nodes.add(node);
    this.#depth--;
    return [...nodes];
  }

  /** `a, {b; c} -> d [label=x]`, or a setting; returns the nodes in it. */
  #statement(): readonly string[] {
    if (this.#sign(/[;,]/y)) return [];
    if (this.#sign(defaults) !== undefined) return this.#attributes() && [];
    const chain = [this.#nodes()];
    if (this.#sign(/=/y)) {
      this.#word();
      return [];
    }
    const signs: string[] = [];
    for (let sign = this.#sign(/->|→|--/y); sign !== undefined; sign = this.#sign(/->|→|--/y)) {
      signs.push(sign);
      chain.push(this.#nodes());
    }
    const { label, xlabel, dir = "" } = this.#attributes();
    for (const [i, sign] of signs.entries()) {
      const link = sign === "--" ? "─" : (linkTo[dir] ?? "→");
      this.drawing.draw(chain[i] ?? [], link, chain[i + 1] ?? [], label ?? xlabel);
    }
    const nodes = chain.flat();
    const text = label ?? xlabel;
    if (signs.length === 0 && nodes[0] !== undefined && text !== undefined) this.drawing.labels.set(nodes[0], text);
    return nodes;
  }

  /** One node or group, or several between commas; a comma too many is forgiven. */
  #nodes(): readonly string[] {
    const nodes: string[] = [];
    do {
      this.#sign(/[\s,]+/y);
      if (this.#sign(/(?=[;[}]|$)/y) === undefined) nodes.push(...this.#node());
    } while (this.#sign(/,/y));
    return nodes;
  }

  #node(): readonly string[] {
    const isNamed = this.#sign(/subgraph\b/iy) !== undefined;
    if (this.#sign(/\{/y)) return this.group();
    const id = this.#word() ?? this.fail();
    if (isNamed) return this.#sign(/\{/y) ? this.group() : [];
    while (this.#sign(/:/y)) this.#word();
    return [id];
  }

  #attributes(): Readonly<Record<string, string | undefined>> {
    const attributes: Record<string, string> = Object.create(null);
    while (this.#sign(/\[/y)) {
      while (!this.#sign(/\]/y) && !this.ended) {
        const name = this.#word() ?? this.#sign(/[^\]"<]/y) ?? this.fail();
        const value = this.#sign(/=/y) && this.#word();
        if (value !== undefined) attributes[name.toLowerCase()] = value;
      }
    }
    return attributes;
  }

  #word(): string | undefined {
    this.match(blank);
    const text = this.match(quoted)?.[1];
    // In labels `\n`, `\l`, `\r` break lines; before further letters they are the beginning of a LaTeX command.
    if (text !== undefined) return text.replace(/\\([nlr])(?![a-zA-Z])/g, " ").replace(/\\(["\\])/g, "$1");
    const marked = this.match(html)?.[1];
    // `h<sub>1</sub>` is h_1.
    if (marked !== undefined) return marked.replace(/<sub>/gi, "_").replace(/<[^<>]*>/g, "");
    return this.match(bare)?.[0];
  }

  #sign(pattern: RegExp): string | undefined {
    this.match(blank);
    return this.match(pattern)?.[0];
  }
}

const otherStatement = /(?:subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)\b[^\n;]*/y;
const separators = /(?:[\s;]+|%%[^\n]*)+/y;
const statementEnd = /[;\n\r]|(?=%%)|$/y;
const mermaidId = /[^\s[\](){}<>|;&,"@:=~→-]+/y;
/** The text of a node in any shape, in quotes or not; what brackets make up the shape does not matter. */
const shape = /(?:[[({>]+[/\\]?)(?:"([^"]*)"|([^\])}"\n]*))[/\\]?[\])}]+/y;
const metadata = /@\{(?:[^}\n]*?label:\s*"([^"]*)")?[^}\n]*\}/y;
const arrow = /(<)?(?:-+|=+|-\.+-)>|→/y;
const arrowWithText = /(?:--|==|-\.)(?![-=.>])[ \t]*([^\n|;]{1,80}?)[ \t]*(?:-{2,}|={2,}|\.+-)>/y;
const line = /(?:-{3,}|={3,}|-\.+-)(?:[ox](?=\s))?|--[ox]?(?=[\s|])/y;
const linkText = /[ \t]*\|([^|\n]{0,200})\|/y;

class Mermaid extends Scanner {
  read(): Drawing {
    while (!this.ended) if (!this.match(separators) && !this.match(otherStatement)) this.#chain();
    return this.drawing;
  }

  /** `A & B --> C -->|W| D` */
  #chain(): void {
    let from = this.#group();
    for (let link = this.#link(); link !== undefined; link = this.#link()) {
      this.match(separators);
      const to = this.#group();
      this.drawing.draw(from, link.is, to, link.label);
      from = to;
    }
    if (!this.match(statementEnd)) this.fail();
  }

  #group(): readonly string[] {
    const group = [this.#node()];
    while (this.match(/[ \t]*[&,][ \t]*/y)) group.push(this.#node());
    return group;
  }

  #node(): string {
    const id = this.match(mermaidId)?.[0] ?? this.fail();
    const text = this.match(shape);
    const label = (text?.[1] ?? text?.[2] ?? this.match(metadata)?.[1] ?? "").trim();
    this.match(/:::[\w-]+/y);
    // `h[1]` was meant as an index, not as a node h with the text 1.
    if (/^-?\d{1,9}$/.test(label)) return `${id}[${label}]`;
    // The shape's own closing brackets have taken the one of an index with them: `[h(1)]`.
    const shown = label.replace(/[$\s]/g, "").replace(/[([](\d{1,9})$/, "$1");
    if (shown !== "" && !this.drawing.labels.has(id)) this.drawing.labels.set(id, shown);
    return id;
  }

  #link(): { readonly is: Link; readonly label: string | undefined } | undefined {
    this.match(/[ \t]+/y);
    const plain = this.match(arrow);
    const texted = plain ? undefined : this.match(arrowWithText);
    if (!plain && !texted && !this.match(line)) return undefined;
    const is = plain?.[1] !== undefined ? "↔" : plain || texted ? "→" : "─";
    const label = texted?.[1] ?? this.match(linkText)?.[1];
    return { is, label: label?.replace(/^["\s]+|["\s]+$/g, "") };
  }
}
