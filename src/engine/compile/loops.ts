/** The loops of a schedule as text: forwards, and backwards for the adjoints. */

import { differentiate } from "../differentiate.ts";
import { MULTIPLY } from "../graph.ts";
import { emit } from "./emit.ts";
import type { Loop, Quantity, Read, Schedule, Statement } from "./schedule.ts";

/** The text of a forward pass over arrays `q[0]`, `q[1]`, … that hold the leaves. */
export function forwardText(plan: Schedule): string {
  const element = elementsOf(plan);
  const loops = plan.loops.map((loop) => {
    const before = loop.statements.map((one) => (one.folds === "multiply" ? `${element("q", target(one))} = 1;` : ""));
    return before.join("") + looped(loop, plan.steps, (one) => computed(one, element));
  });
  return [...arrays(plan, "q"), ...loops].join("\n");
}

/**
 * The text of the backward pass: given the adjoint of one quantity in `a[0]`, `a[1]`, …, those of all that it is computed from.
 * Only what depends on a quantity in `wrt` is passed through.
 */
export function backwardText(plan: Schedule, wrt: readonly number[]): string {
  const element = elementsOf(plan);
  const active = dependents(plan, wrt);
  const isActive = ({ quantity }: Read) => active.has(quantity);
  const loops = [...plan.loops].reverse().map(({ direction, statements }) => {
    const kept = [...statements].reverse().filter((one) => one.reads.some(isActive));
    const backwards = { direction: -direction as Loop["direction"], statements: kept };
    return kept.some(({ folds }) => folds === "multiply")
      ? kept.map((one) => pulledFactors(one, plan.steps, element, isActive)).join("\n")
      : looped(backwards, plan.steps, (one) => pulled(one, element, isActive));
  });
  const sums = plan.quantities.map((one, at) => (isGivenScalar(one) ? `a[${at}][0] = sa${at};` : ""));
  return [...arrays(plan, "q"), ...arrays(plan, "a"), ...loops, ...sums].join("\n");
}

/** A parameter stands in a variable of its own: an array could have changed since it was read last. */
function isGivenScalar({ family, isSequence }: Quantity): boolean {
  return family !== undefined && family.equation === undefined && !isSequence;
}

function arrays({ quantities }: Schedule, letter: "q" | "a"): readonly string[] {
  return quantities.map((one, at) =>
    isGivenScalar(one) ? `let s${letter}${at} = ${letter}[${at}][0];` : `const ${letter}${at} = ${letter}[${at}];`,
  );
}

/** The quantities that depend on one of `wrt`, and these. */
function dependents({ loops }: Schedule, wrt: readonly number[]): ReadonlySet<number> {
  const found = new Set(wrt);
  const statements = loops.flatMap((loop) => loop.statements);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { quantity, reads } of statements)
      if (reads.some((read) => found.has(read.quantity))) found.add(quantity);
  }
  return found;
}

type Place = Pick<Read, "quantity" | "step" | "fixed">;
type Element = (array: "q" | "a", place: Place) => string;

/** `q3[t + 1]`: an element of the array of a quantity. */
function elementsOf({ quantities }: Schedule): Element {
  return (array, { quantity, step, fixed }) => {
    const one = quantities[quantity] as Quantity;
    if (isGivenScalar(one)) return `s${array}${quantity}`;
    const offset = fixed - one.from;
    return `${array}${quantity}[${["-t + ", "", "t + "][step + 1]}${offset}]`;
  };
}

function target({ quantity, at }: Statement): Place {
  return { quantity, step: at === undefined ? 1 : 0, fixed: at || 0 };
}

function looped({ direction, statements }: Loop, steps: number, text: (one: Statement) => string): string {
  const blocks = statements.map((one) => `{\n${text(one)}\n}`).join("\n");
  if (direction === 0 || statements.length === 0) return blocks;
  return direction > 0
    ? `for (let t = 1; t <= ${steps}; t++) {\n${blocks}\n}`
    : `for (let t = ${steps}; t >= 1; t--) {\n${blocks}\n}`;
}

function computed(one: Statement, element: Element): string {
  const { text, roots } = emit(
    one.graph,
    [one.root],
    new Map(one.reads.map((read) => [read.leaf, element("q", read)])),
  );
  const assign = { add: "+=", multiply: "*=", once: "=" }[one.folds ?? "once"];
  return `${text}\n${element("q", target(one))} ${assign} ${roots[0]};`;
}

/** Hands the adjoint of what a statement computes on to what it reads. */
function pulled(one: Statement, element: Element, isActive: (read: Read) => boolean): string {
  const { text } = contributions(one, element, isActive);
  return `const d = ${element("a", target(one))};\nif (d !== 0) {\n${text}\n}`;
}

/** The same for a product over time: each factor gets the product of all others, from the left and from the right. */
function pulledFactors(one: Statement, steps: number, element: Element, isActive: (read: Read) => boolean): string {
  const { text, factor, factorText } = contributions(one, element, isActive);
  return `{
const right = new Float64Array(${steps + 2});
right[${steps + 1}] = 1;
for (let t = ${steps}; t >= 1; t--) {
${factorText}
right[t] = ${factor}*right[t + 1];
}
let left = 1;
for (let t = 1; t <= ${steps}; t++) {
const d = ${element("a", target(one))}*(left*right[t + 1]);
${text}
left *= ${factor};
}
}`;
}

function contributions(one: Statement, element: Element, isActive: (read: Read) => boolean) {
  const { graph, root, reads } = one;
  const read = reads.filter(isActive);
  const adjoint = graph.variable("adjoint");
  const weighted = graph.apply2(MULTIPLY, adjoint, root);
  const nodes = differentiate(
    graph,
    weighted,
    read.map(({ leaf }) => leaf),
  );
  const known = new Map(reads.map((each) => [each.leaf, element("q", each)]));
  const alone = emit(graph, [root], known);
  if (one.folds === undefined && graph.argCount(root) > 0) known.set(root, element("q", target(one)));
  known.set(adjoint, "d");
  const { text, roots } = emit(graph, [root, ...nodes], known);
  const given = read.map((each, at) => `${element("a", each)} += ${roots[at + 1]};`);
  return { text: [text, ...given].join("\n"), factor: roots[0] as string, factorText: alone.text };
}
