/** What is compared: formulas as read, and nodes of a model's graph, with a value at every point of a space. */

import { memberName } from "../../engine/evaluate.ts";
import { ADD, below, CONSTANT, Graph, type Node, POWER, VARIABLE } from "../../engine/graph.ts";
import { memo } from "../../engine/memo.ts";
import { codeOf } from "../../engine/operations/table.ts";
import { nameOf } from "../../engine/print.ts";
import { partialDerivative } from "../../engine/rules.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { type AnyNumbers, isNonzero, levelAt, type Measure, measure } from "./numbers.ts";
import type { Formula, Point } from "./points.ts";
import { branchesAmong } from "./switches.ts";
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

/** A formula as read, over the names of a space: nothing is simplified. Literals that doubles do not hold are leaves `=text`. */
export function formulaOf(syntax: Syntax): Formula {
  const graph = new Graph();
  const leaves = new Map<string, Node>();
  const texts = new Set<string>();
  const leaf = memo((name: string) => graph.variable(name), leaves);
  // The parser bounds the depth, so recursion is safe.
  const add = (part: Syntax): Node => {
    if (part.kind === "call") {
      const args = part.args.map(add);
      // `tanh'` is the derivative of tanh.
      if (part.operation.endsWith("'")) return partialDerivative(graph, codeOf(part.operation.slice(0, -1)), args, 0);
      return graph.apply(codeOf(part.operation), args);
    }
    if (part.kind === "name") return leaf(memberName(part));
    const { value, text } = part;
    if (value === Math.PI && text.length > 18) return leaf("=pi");
    texts.add(text);
    return isHeld(value, text) ? graph.constant(value) : leaf(`=${text}`);
  };
  const root = add(syntax);
  const names = [...leaves.keys()].filter((name) => !name.startsWith("="));
  const nameAt = new Map([...leaves].map(([name, leaf]) => [leaf, name]));
  const valuesAt = memo(
    (point: Point) =>
      memo((numbers: AnyNumbers) => {
        const leafAt = (leaf: Node) => {
          const name = nameAt.get(leaf) as string;
          if (name.startsWith("=")) return literal(numbers, name.slice(1));
          return point.name(name, numbers) ?? literal(numbers, "NaN");
        };
        return new Values(graph, numbers, leafAt);
      }, new Map()),
    new Map(),
  );
  const valuesIn = (point: Point, numbers: AnyNumbers) => valuesAt(point)(numbers);
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  return { names, origins: names, texts: [...texts], ...inGraph(graph, root, nodes, valuesIn) };
}

/** Up to 15 digits a double gives back exactly what was written. */
function isHeld(value: number, text: string): boolean {
  return digitsOf(text) <= 15 && Number.isFinite(value) && (isNonzero(text) ? Math.abs(value) > 1e-290 : value === 0);
}

/** How many digits a literal shows, without zeros in front. */
export function digitsOf(text: string): number {
  return text.replace(/e.*$/i, "").replace(/[^\d]/g, "").replace(/^0+/, "").length;
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = [...below(graph, [root])];
  // π is meant exactly, as in the rules of derivatives.
  const constants = nodes.filter((node) => graph.code(node) === CONSTANT && graph.value(node) !== Math.PI);
  const valuesIn = (point: Point, numbers: AnyNumbers) => point.values(numbers) as Values;
  return {
    names: [],
    origins: nodes.filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
    texts: constants.map((node) => String(graph.value(node))),
    ...inGraph(graph, root, nodes, valuesIn),
  };
}

function inGraph(
  graph: Graph,
  root: Node,
  nodes: readonly Node[],
  valuesIn: (point: Point, numbers: AnyNumbers) => Values,
): Pick<Formula, "in" | "branches" | "size" | "work"> {
  return {
    in: (point, numbers) => valuesIn(point, numbers).at(root),
    branches: branchesAmong(graph, nodes, valuesIn),
    size: nodes.length,
    // Functions take about a hundred times as long as arithmetic.
    work: nodes.reduce((work, node) => work + (graph.code(node) < POWER ? 0.01 : 1), 0),
  };
}

/** The sum of formulas of one space. */
export function sumOf(formulas: readonly Formula[]): Formula {
  const branches = formulas.flatMap((formula) => formula.branches ?? []);
  return {
    in: (point, numbers) =>
      formulas.map((formula) => formula.in(point, numbers)).reduce((sum, term) => applied(numbers, ADD, sum, term)),
    names: formulas.flatMap((formula) => formula.names),
    origins: formulas.flatMap((formula) => formula.origins),
    texts: formulas.flatMap((formula) => formula.texts),
    branches: branches.length === 0 ? undefined : (point, numbers) => branches.map((one) => one(point, numbers)).join(),
    size: formulas.reduce((size, formula) => size + formula.size, 0),
    // Terms of one derivative have their functions in common.
    work: Math.max(...formulas.map((formula) => formula.work)),
  };
}
