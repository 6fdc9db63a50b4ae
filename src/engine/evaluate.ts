/** The forward pass: values of all nodes of a graph in one loop; and the value of a single formula. */

import { CONSTANT, DEFINITION, type Graph, type Node, type QuantityName, VARIABLE } from "./graph.ts";
import { indexedName } from "./names.ts";
import { operationNamed, operations } from "./operations/table.ts";
import type { Name, Syntax } from "./syntax.ts";

/** The value of a leaf by family and time index (undefined for scalars); undefined if it is not bound. */
export type Bindings = (family: string, index: number | undefined) => number | undefined;

export interface EvaluateOptions {
  /** Values that replace what a node would compute, e.g. a student's own h1. */
  readonly override?: ReadonlyMap<Node, number>;
  /** Applied to each computed value (not to leaves), e.g. rounding. */
  readonly round?: (value: number, node: Node) => number;
}

/** Values by node. An unbound leaf, and whatever is undefined at these values, is NaN. */
export function evaluate(graph: Graph, bindings: Bindings, options: EvaluateOptions = {}): Float64Array {
  const { code, first, args, payload } = graph.tape();
  const { override, round } = options;
  const values = new Float64Array(graph.size);
  for (let node = 0; node < values.length; node++) {
    const operation = code[node] as number;
    let value: number;
    if (operation === CONSTANT) value = payload[node] as number;
    else if (operation === VARIABLE) {
      const { family, index } = graph.symbol(node) as QuantityName;
      value = bindings(family, index) ?? Number.NaN;
    } else if (operation === DEFINITION && round === undefined)
      value = values[args[first[node] as number] as number] as number;
    else {
      value = apply(operation, values, args, first[node] as number, first[node + 1] as number);
      if (round !== undefined) value = round(value, node);
    }
    values[node] = override === undefined ? value : (override.get(node) ?? value);
  }
  return values;
}

// One array per column: a loop over millions of nodes reads these faster than rows of objects.
const computes = operations.map(({ value }) => value);
const neutralOf = operations.map((operation) => operation.neutral);

function apply(code: number, values: Float64Array, args: Int32Array, from: number, to: number): number {
  const value = computes[code];
  if (value === undefined) return Number.NaN;
  const neutral = neutralOf[code];
  const a = values[args[from] as number] as number;
  if (to - from === 2) return value(a, values[args[from + 1] as number] as number);
  if (neutral === undefined) return value(a, 0);
  let folded = neutral;
  for (let i = from; i < to; i++) folded = value(folded, values[args[i] as number] as number);
  return folded;
}

/** A formula in plain doubles, as a function of the numbers of its names. NaN where it is not defined, or they have none. */
export function formulaFunction(syntax: Syntax): (numberOf: (name: string) => number) => number {
  if (syntax.kind === "constant") return () => syntax.value;
  if (syntax.kind === "name") {
    const name = memberName(syntax);
    return (numberOf) => numberOf(name);
  }
  const { value = () => Number.NaN } = operationNamed(syntax.operation) ?? {};
  const [first = () => Number.NaN, second, ...others] = syntax.args.map(formulaFunction);
  if (second === undefined) return (numberOf) => value(first(numberOf), 0);
  if (others.length === 0) return (numberOf) => value(first(numberOf), second(numberOf));
  return (numberOf) => [second, ...others].reduce((folded, other) => value(folded, other(numberOf)), first(numberOf));
}

/** `h1`, for `h[1]` too. */
export function memberName({ name, index }: Name): string {
  return index === undefined ? name : indexedName(name, index.offset);
}
