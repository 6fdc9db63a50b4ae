/** Reads a drawing in Mermaid's flowchart notation: chains, groups, shapes, link texts; knows no model. */

import { type DrawingReading, Sketch, unreadableAt } from "./drawing.ts";

const header = /^(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*(?:;|\n|$)/;
const otherStatement = /(?:subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)\b[^\n;]*/y;

/** Whether a text (without comments before it) is a Mermaid flowchart. */
export function looksLikeMermaid(text: string): boolean {
  return header.test(text);
}

export function readMermaid(text: string): DrawingReading {
  const sketch = new Sketch();
  const scanner = new Scanner(text, header.exec(text)?.[0].length ?? 0);
  while (!scanner.ended() && !sketch.full) {
    if (scanner.match(separators) !== undefined || scanner.match(otherStatement) !== undefined) continue;
    if (!readChain(scanner, sketch)) return unreadableAt(text, scanner.at);
  }
  return sketch.result();
}

const separators = /(?:[\s;]+|%%[^\n]*)+/y;
const blanks = /[ \t]+/y;

class Scanner {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  ended(): boolean {
    return this.at >= this.text.length;
  }

  /** The groups of `pattern` (sticky) at the current place, which moves behind it; undefined if it is not there. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.at += found[0].length;
    return found;
  }
}

/** `A & B --> C --> D`; false where something cannot be read. */
function readChain(scanner: Scanner, sketch: Sketch): boolean {
  let tail = readGroup(scanner, sketch);
  if (tail === undefined) return false;
  for (;;) {
    scanner.match(blanks);
    const link = readLink(scanner);
    if (link === undefined) return scanner.ended() || scanner.match(statementEnd) !== undefined;
    scanner.match(separators);
    const next = readGroup(scanner, sketch);
    if (next === undefined) return false;
    if (link.directed) sketch.connect(tail, next, link.label);
    else sketch.undirected++;
    if (link.both) sketch.connect(next, tail, link.label);
    tail = next;
  }
}

const statementEnd = /[;\n\r]|(?=%%)/y;
const ampersand = /[ \t]*[&,][ \t]*/y;

function readGroup(scanner: Scanner, sketch: Sketch): readonly string[] | undefined {
  const group: string[] = [];
  do {
    const node = readNode(scanner, sketch);
    if (node === undefined) return undefined;
    group.push(node);
  } while (scanner.match(ampersand) !== undefined);
  return group;
}

const id = /[^\s[\](){}<>|;&,"@:=~→-]+/y;
/** The text of a node in any shape, in quotes or not; what brackets make up the shape does not matter. */
const shape = /(?:[[({>]+[/\\]?)(?:"([^"]*)"|([^\])}"\n]*))[/\\]?[\])}]+/y;
const metadata = /@\{[^}\n]*\}/y;
const className = /:::[\w-]+/y;

function readNode(scanner: Scanner, sketch: Sketch): string | undefined {
  const name = scanner.match(id)?.[0];
  if (name === undefined) return undefined;
  const text = scanner.match(shape);
  const details = scanner.match(metadata)?.[0];
  const label = text?.[1] ?? text?.[2] ?? /label:\s*"([^"]*)"/.exec(details ?? "")?.[1];
  scanner.match(className);
  if (label === undefined || label.trim() === "") return name;
  // `h[1]` was meant as an index, not as a node h with the text 1.
  if (/^-?\d{1,9}$/.test(label.trim())) return `${name}[${label.trim()}]`;
  // The shape's own closing brackets have taken the one of an index with them: `[h(1)]`.
  if (!sketch.labels.has(name)) sketch.labels.set(name, label.replace(/[$\s]/g, "").replace(/[([](\d{1,9})$/, "$1"));
  return name;
}

interface Link {
  readonly directed: boolean;
  readonly both: boolean;
  readonly label?: string;
}

const arrow = /(<)?(?:-{1,}|={2,}|-\.+-)>|→/y;
const arrowWithText = /(?:--|==|-\.)(?![-=.>])[ \t]*([^\n|;]{1,80}?)[ \t]*(?:-{2,}|={2,}|\.+-)>/y;
const line = /(?:-{3,}|={3,}|-\.+-)(?:[ox](?=\s))?|--[ox]?(?=[\s|])/y;
const linkText = /[ \t]*\|([^|\n]{0,200})\|/y;

function readLink(scanner: Scanner): Link | undefined {
  const plain = scanner.match(arrow);
  const texted = plain === undefined ? scanner.match(arrowWithText) : undefined;
  const directed = plain !== undefined || texted !== undefined;
  if (!directed && scanner.match(line) === undefined) return undefined;
  const label = (texted?.[1] ?? scanner.match(linkText)?.[1])?.replace(/^["\s]+|["\s]+$/g, "");
  return { directed, both: plain?.[1] === "<", ...(label !== undefined && { label }) };
}
