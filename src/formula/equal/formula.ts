/** What is compared: formulas as read, and nodes of a model's graph, with a value at every point of a space. */

import { ADD, below, CONSTANT, Graph, type Node, POWER, VARIABLE } from "../../engine/graph.ts";
import { memo } from "../../engine/memo.ts";
import { indexedName } from "../../engine/names.ts";
import { codeOf } from "../../engine/operations/table.ts";
import { nameOf } from "../../engine/print.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { boundsIn } from "./bounds.ts";
import { type AnyNumbers, isNonzero, levelAt, type Measure, measure } from "./numbers.ts";
import type { Formula, Point, Space } from "./points.ts";
import { switchesIn } from "./switches.ts";
import { applied, literal, Values } from "./values.ts";

/** The value of a formula as far as the numbers of a level tell. */
export function measured(formula: Formula, point: Point, level: number): Measure {
  const numbers = levelAt(level);
  return measure(numbers, formula.in(point, numbers.fine), formula.in(point, numbers.coarse));
}

/** As far as doubles tell, unless they know nothing: NaN. */
export function valueAt(formula: Formula, point: Point): number {
  const value = formula.in(point, levelAt(0).fine).value as number;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A formula as read, over the names of a space. */
export function formulaOf(syntax: Syntax): Formula {
  const { graph, root, names, literals, texts } = termsOf(syntax);
  const valuesAt = memo((_: Point) => new Map<AnyNumbers, Values>());
  const valuesIn = (point: Point, numbers: AnyNumbers) => {
    const known = valuesAt(point);
    const leaf = (node: Node) => {
      const text = literals.get(node);
      if (text !== undefined) return literal(numbers, text);
      return point.name(names.get(node) as string, numbers) ?? literal(numbers, "NaN");
    };
    const values = known.get(numbers) ?? new Values(graph, numbers, leaf);
    known.set(numbers, values);
    return values;
  };
  const boundsFor = memo((space: Space) =>
    boundsIn(graph, (leaf) => {
      const text = literals.get(leaf);
      return text === undefined
        ? space.bounds(names.get(leaf) as string)
        : around(text === "pi" ? Math.PI : Number(text));
    }),
  );
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  return {
    in: (point, numbers) => valuesIn(point, numbers).at(root),
    names: [...names.values()],
    origins: [...names.values()],
    texts,
    switches: (space) => switchesIn(graph, nodes, valuesIn, () => boundsFor(space)),
    size: graph.size,
    work: workOf(graph, nodes),
  };
}

/** Bounds of a literal that doubles do not hold. */
function around(value: number): readonly [number, number] {
  return [value * (1 - 1e-15), value * (1 + 1e-15)];
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = below(graph, [root]);
  // π is meant exactly, as in the rules of derivatives.
  const constants = [...nodes].filter((node) => graph.code(node) === CONSTANT && graph.value(node) !== Math.PI);
  const valuesIn = (point: Point, numbers: AnyNumbers) => point.values(numbers) as Values;
  return {
    in: (point, numbers) => valuesIn(point, numbers).at(root),
    names: [],
    origins: [...nodes].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
    texts: constants.map((node) => String(graph.value(node))),
    switches: (space) =>
      switchesIn(graph, nodes, valuesIn, () => boundsIn(graph, (leaf) => space.bounds(nameOf(graph, leaf)))),
    size: nodes.size,
    work: workOf(graph, nodes),
  };
}

/** Functions take about a hundred times as long as arithmetic. */
function workOf(graph: Graph, nodes: Iterable<Node>): number {
  let work = 0;
  for (const node of nodes) work += graph.code(node) < POWER ? 0.01 : 1;
  return work;
}

/** The sum of formulas of one space. */
export function sumOf(formulas: readonly Formula[]): Formula {
  return {
    in: (point, numbers) =>
      formulas.map((formula) => formula.in(point, numbers)).reduce((sum, term) => applied(numbers, ADD, sum, term)),
    names: formulas.flatMap((formula) => formula.names),
    origins: formulas.flatMap((formula) => formula.origins),
    texts: formulas.flatMap((formula) => formula.texts),
    switches: (space) => formulas.flatMap((formula) => formula.switches(space)),
    size: formulas.reduce((size, formula) => size + formula.size, 0),
    // Terms of one derivative have their functions in common.
    work: Math.max(...formulas.map((formula) => formula.work)),
  };
}

/** A formula as read, as nodes of a graph: nothing is simplified, and literals keep the digits that were written. */
interface Terms {
  readonly graph: Graph;
  readonly root: Node;
  /** What each leaf stands for. */
  readonly names: ReadonlyMap<Node, string>;
  /** Literals that a double cannot hold, by their leaf. */
  readonly literals: ReadonlyMap<Node, string>;
  /** All literals as written. */
  readonly texts: readonly string[];
}

function termsOf(syntax: Syntax): Terms {
  const graph = new Graph();
  const leaves = new Map<string, Node>();
  const names = new Map<Node, string>();
  const literals = new Map<Node, string>();
  const texts = new Set<string>();
  // The parser bounds the depth, so recursion is safe.
  const add = (part: Syntax): Node => {
    switch (part.kind) {
      case "constant":
        return number(part.value, part.text);
      case "name":
        return leaf(part.index === undefined ? part.name : indexedName(part.name, part.index.offset), names, false);
      case "call":
        return graph.apply(codeOf(part.operation), part.args.map(add));
    }
  };
  const number = (value: number, text: string): Node => {
    if (value === Math.PI && text.length > 18) return leaf("pi", literals, true);
    texts.add(text);
    // Up to 15 digits a double gives back exactly what was written.
    const isHeld = digitsOf(text) <= 15 && (isNonzero(text) ? Math.abs(value) > 1e-290 : value === 0);
    return isHeld && Number.isFinite(value) ? graph.constant(value) : leaf(text, literals, true);
  };
  const leaf = (name: string, kind: Map<Node, string>, isLiteral: boolean): Node => {
    const key = isLiteral ? `=${name}` : name;
    let node = leaves.get(key);
    if (node === undefined) {
      node = graph.variable(key);
      leaves.set(key, node);
      kind.set(node, name);
    }
    return node;
  };
  const root = add(syntax);
  return { graph, root, names, literals, texts: [...texts] };
}

/** How many digits a literal shows, without zeros in front. */
export function digitsOf(text: string): number {
  return text.replace(/e.*$/i, "").replace(/[^\d]/g, "").replace(/^0+/, "").length;
}
