/** Reads a drawing in Mermaid's flowchart notation: chains, groups, shapes, link texts. */

import { type Drawing, Scanner, Sketch } from "./drawing.ts";

const header = /^(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*(?:;|\n|$)/;
const otherStatement = /(?:subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)\b[^\n;]*/y;
const separators = /(?:[\s;]+|%%[^\n]*)+/y;
const blanks = /[ \t]+/y;
const statementEnd = /[;\n\r]|(?=%%)|$/y;
const ampersand = /[ \t]*[&,][ \t]*/y;

/** Whether a text (without comments before it) is a Mermaid flowchart. */
export function looksLikeMermaid(text: string): boolean {
  return header.test(text);
}

/** @throws Unreadable */
export function readMermaid(text: string): Drawing {
  const sketch = new Sketch();
  const scanner = new Scanner(text, header.exec(text)?.[0].length ?? 0);
  while (!scanner.ended) {
    if (!scanner.match(separators) && !scanner.match(otherStatement)) readChain(scanner, sketch);
  }
  return sketch;
}

/** `A & B --> C --> D` */
function readChain(scanner: Scanner, sketch: Sketch): void {
  let tail = readGroup(scanner, sketch);
  for (;;) {
    scanner.match(blanks);
    const link = readLink(scanner);
    if (link === undefined) break;
    scanner.match(separators);
    const next = readGroup(scanner, sketch);
    if (link.heads === 0) sketch.undirected++;
    if (link.heads > 0) sketch.connect(tail, next, link.label);
    if (link.heads > 1) sketch.connect(next, tail, link.label);
    tail = next;
  }
  if (!scanner.match(statementEnd)) scanner.fail();
}

function readGroup(scanner: Scanner, sketch: Sketch): readonly string[] {
  const group: string[] = [];
  do group.push(readNode(scanner, sketch));
  while (scanner.match(ampersand));
  return group;
}

const id = /[^\s[\](){}<>|;&,"@:=~→-]+/y;
/** The text of a node in any shape, in quotes or not; what brackets make up the shape does not matter. */
const shape = /(?:[[({>]+[/\\]?)(?:"([^"]*)"|([^\])}"\n]*))[/\\]?[\])}]+/y;
const metadata = /@\{(?:[^}\n]*?label:\s*"([^"]*)")?[^}\n]*\}/y;
const className = /:::[\w-]+/y;

function readNode(scanner: Scanner, sketch: Sketch): string {
  const name = scanner.match(id)?.[0] ?? scanner.fail();
  const text = scanner.match(shape);
  const label = (text?.[1] ?? text?.[2] ?? scanner.match(metadata)?.[1] ?? "").trim();
  scanner.match(className);
  // `h[1]` was meant as an index, not as a node h with the text 1.
  if (/^-?\d{1,9}$/.test(label)) return `${name}[${label}]`;
  // The shape's own closing brackets have taken the one of an index with them: `[h(1)]`.
  const shown = label.replace(/[$\s]/g, "").replace(/[([](\d{1,9})$/, "$1");
  if (shown !== "" && !sketch.labels.has(name)) sketch.labels.set(name, shown);
  return name;
}

interface Link {
  /** At how many ends there is an arrow's head. */
  readonly heads: number;
  readonly label: string | undefined;
}

const arrow = /(<)?(?:-+|=+|-\.+-)>|→/y;
const arrowWithText = /(?:--|==|-\.)(?![-=.>])[ \t]*([^\n|;]{1,80}?)[ \t]*(?:-{2,}|={2,}|\.+-)>/y;
const line = /(?:-{3,}|={3,}|-\.+-)(?:[ox](?=\s))?|--[ox]?(?=[\s|])/y;
const linkText = /[ \t]*\|([^|\n]{0,200})\|/y;

function readLink(scanner: Scanner): Link | undefined {
  const plain = scanner.match(arrow);
  const texted = plain ? undefined : scanner.match(arrowWithText);
  const heads = plain?.[1] === undefined ? (plain || texted ? 1 : 0) : 2;
  if (heads === 0 && !scanner.match(line)) return undefined;
  const label = texted?.[1] ?? scanner.match(linkText)?.[1];
  return { heads, label: label?.replace(/^["\s]+|["\s]+$/g, "") };
}
