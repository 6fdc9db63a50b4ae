/** Reads a drawing in the DOT language: chains, groups, subgraphs, attributes, ports, comments; knows no model. */

import { type DotToken, tokenizeDot } from "./dotTokens.ts";
import { type DrawingReading, Sketch, unreadableAt } from "./drawing.ts";

/** One brace level. Statements of a level end where the next node begins without an arrow before it. */
interface Scope {
  readonly nodes: Set<string>;
  /** The end of the chain so far, from which the next arrow starts. */
  tail: string[];
  joint: "none" | "->" | "--" | ",";
  /** Arrows of the current statement are those of the sketch from here on. */
  firstEdge: number;
}

const header = /^(?:strict\s+)?(?:di)?graph(?:\s+(?:"[^"]*"|[\w.\u0080-\uffff]+))?\s*\{/i;
/** Deeper than any drawing; bounds what nested groups cost. */
const deepestScope = 50;

/** Whether a text (without comments before it) is a drawing in DOT. */
export function looksLikeDot(text: string): boolean {
  return header.test(text);
}

export function readDot(text: string): DrawingReading {
  const tokens = tokenizeDot(text);
  if (typeof tokens === "number") return unreadableAt(text, tokens);
  const start = tokens.findIndex(({ kind }) => kind === "{");
  const reader = new DotReader(tokens.slice(start + 1));
  const problem = reader.read();
  return problem === undefined ? reader.sketch.result() : unreadableAt(text, problem);
}

class DotReader {
  readonly sketch = new Sketch();
  private readonly tokens: readonly DotToken[];
  private readonly scopes: Scope[] = [newScope(0)];
  private at = 0;

  constructor(tokens: readonly DotToken[]) {
    this.tokens = tokens;
  }

  /** The offset of what cannot be read, or undefined. A missing last brace is no reason to refuse a drawing. */
  read(): number | undefined {
    while (this.at < this.tokens.length && !this.sketch.full) {
      const token = this.tokens[this.at++];
      const scope = this.scopes.at(-1);
      if (token === undefined || scope === undefined) return undefined;
      if (!this.take(token, scope)) return token.offset;
    }
    return undefined;
  }

  private take(token: DotToken, scope: Scope): boolean {
    switch (token.kind) {
      case "{":
        if (this.scopes.length >= deepestScope) return false;
        this.scopes.push(newScope(this.sketch.edges.length));
        return true;
      case "}": {
        this.scopes.pop();
        const outer = this.scopes.at(-1);
        if (outer !== undefined) this.endpoint([...scope.nodes], outer);
        return true;
      }
      case "->":
      case "--":
      case ",":
        if (scope.tail.length === 0 || scope.joint !== "none") return token.kind === ",";
        scope.joint = token.kind;
        return true;
      case "[":
        this.attributes(scope);
        return true;
      case ";":
        Object.assign(scope, { tail: [], joint: "none" });
        return true;
      case "id":
        this.identifier(token, scope);
        return true;
      default:
        return false;
    }
  }

  private identifier(token: DotToken, scope: Scope): void {
    const next = this.tokens[this.at];
    const keyword = token.bare ? token.text.toLowerCase() : "";
    if (next?.kind === "=") {
      this.at += 2;
    } else if (keyword === "subgraph") {
      if (next?.kind === "id") this.at++;
    } else if (/^(?:graph|node|edge)$/.test(keyword) && next?.kind === "[") {
      this.at++;
      this.readAttributes();
    } else {
      while (this.tokens[this.at]?.kind === ":") this.at += 2;
      this.endpoint([token.text], scope);
    }
  }

  /** A node or group: the target of an arrow, one more of a list, or the beginning of a new statement. */
  private endpoint(nodes: readonly string[], scope: Scope): void {
    for (const node of nodes) scope.nodes.add(node);
    if (scope.joint === "->") this.sketch.connect(scope.tail, nodes);
    else if (scope.joint === "--") this.sketch.undirected++;
    else if (scope.joint === "none") scope.firstEdge = this.sketch.edges.length;
    if (scope.joint !== ",") scope.tail = [];
    for (const node of nodes) scope.tail.push(node);
    scope.joint = "none";
  }

  private attributes(scope: Scope): void {
    const attributes = this.readAttributes();
    const label = attributes.get("label") ?? attributes.get("xlabel");
    const { edges, labels } = this.sketch;
    const added = edges.slice(scope.firstEdge);
    const [node] = scope.tail;
    if (added.length === 0 && node !== undefined && label !== undefined) labels.set(node, label);
    // Attributes end a statement.
    scope.tail = [];
    const direction = attributes.get("dir");
    if (direction === "none") {
      edges.length = scope.firstEdge;
      this.sketch.undirected += added.length;
      return;
    }
    for (const [i, { from, to }] of added.entries()) {
      const turned = direction === "back" ? { from: to, to: from } : { from, to };
      edges[scope.firstEdge + i] = { ...turned, ...(label !== undefined && { label }) };
    }
    if (direction === "both") for (const { from, to } of added) this.sketch.connect([to], [from]);
    scope.firstEdge = edges.length;
  }

  /** The attributes whose `[` has just been passed. */
  private readAttributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (
      let token = this.tokens[this.at++];
      token !== undefined && token.kind !== "]";
      token = this.tokens[this.at++]
    ) {
      const value = this.tokens[this.at + 1];
      if (token.kind !== "id" || this.tokens[this.at]?.kind !== "=" || value?.kind !== "id") continue;
      attributes.set(token.text.toLowerCase(), value.text);
      this.at += 2;
    }
    return attributes;
  }
}

function newScope(firstEdge: number): Scope {
  return { nodes: new Set(), tail: [], joint: "none", firstEdge };
}
