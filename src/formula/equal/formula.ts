/** What is compared: formulas as read, and nodes of a model's graph, with a value at every point of a space. */

import { memberName } from "../../engine/evaluate.ts";
import { ADD, below, CONSTANT, Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { memo } from "../../engine/memo.ts";
import { codeOf } from "../../engine/operations/table.ts";
import { nameOf } from "../../engine/print.ts";
import { partialDerivative } from "../../engine/rules.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { coarse, fine, leastSize, type Measure, measure, type Numbers } from "./numbers.ts";
import type { Formula, Point } from "./points.ts";
import { branchesAmong } from "./switches.ts";
import { applied, Values, valued } from "./values.ts";

/** The value of a formula as far as it is known. */
export function measured(formula: Formula, point: Point): Measure {
  return measure(formula.in(point, fine), formula.in(point, coarse));
}

/** The same as a number; NaN if nothing is known of it. */
export function valueAt(formula: Formula, point: Point): number {
  const { value } = formula.in(point, fine);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A formula as read, over the names of a space: nothing is simplified. */
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
    texts.add(text);
    // A literal may be too small for a double, as others are too large.
    return graph.constant(isNonzero(text) && Math.abs(value) < 10 ** leastSize ? Number.POSITIVE_INFINITY : value);
  };
  const root = add(syntax);
  const names = [...leaves.keys()];
  const nameAt = new Map([...leaves].map(([name, leaf]) => [leaf, name]));
  const valuesAt = memo(
    (point: Point) =>
      memo((numbers: Numbers) => {
        const leafAt = (leaf: Node) => point.name(nameAt.get(leaf) as string, numbers) ?? valued(Number.NaN);
        return new Values(graph, numbers, leafAt);
      }, new Map()),
    new Map(),
  );
  const valuesIn = (point: Point, numbers: Numbers) => valuesAt(point)(numbers);
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  return { names, origins: names, texts: [...texts], ...inGraph(graph, root, nodes, valuesIn) };
}

/** Whether a literal has a digit other than 0 before its exponent. */
function isNonzero(text: string): boolean {
  return /^[^eE]*[1-9]/.test(text);
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = [...below(graph, [root])];
  // π is meant exactly, as in the rules of derivatives.
  const constants = nodes.filter((node) => graph.code(node) === CONSTANT && graph.value(node) !== Math.PI);
  const valuesIn = (point: Point, numbers: Numbers) => point.values(numbers) as Values;
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
  valuesIn: (point: Point, numbers: Numbers) => Values,
): Pick<Formula, "in" | "branches" | "size"> {
  return {
    in: (point, numbers) => valuesIn(point, numbers).at(root),
    branches: branchesAmong(graph, nodes, valuesIn),
    size: nodes.length,
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
  };
}
