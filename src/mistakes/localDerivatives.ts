/** Mistakes about the derivative of a single function: tanh' and σ' misremembered, left out, taken at the wrong place. */

import type { Graph, Node } from "../engine/graph.ts";
import { type OperationName, operationAt } from "../engine/operations/table.ts";
import { add, call, multiply, negate, oneMinusSquare, power, subtract } from "../engine/simplify.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { changedLinks, type Link, links } from "./edges.ts";
import { type Misconception, singleSteps } from "./misconception.ts";

/** A wrong derivative, from the function's value `y` at `x`. */
type Slope = (g: Graph, y: Node, x: Node) => Node;

const square = (g: Graph, x: Node) => power(g, x, g.constant(2));
const oneMinus = (g: Graph, x: Node) => subtract(g, g.constant(1), x);
const onePlus = (g: Graph, x: Node) => add(g, [g.constant(1), x]);
const one: Slope = (g) => g.constant(1);
const itself: Slope = (_, y) => y;
const tanhSlope: Slope = (g, _, x) => oneMinusSquare(g, call(g, "tanh", x));
const sigmoidSlope: Slope = (g, _, x) => multiply(g, [call(g, "sigmoid", x), oneMinus(g, call(g, "sigmoid", x))]);

const wrongSlopes: readonly {
  readonly code: MessageCode;
  readonly unless?: readonly MessageCode[];
  readonly of: Readonly<Partial<Record<OperationName, readonly Slope[]>>>;
}[] = [
  {
    code: "mistake.local-derivative-sign",
    // With one slope negative, a whole term is.
    unless: ["mistake.sign-of-term"],
    of: {
      tanh: [(g, y) => onePlus(g, square(g, y)), (g, y) => subtract(g, square(g, y), g.constant(1))],
      sigmoid: [(g, y) => multiply(g, [y, onePlus(g, y)]), (g, y) => multiply(g, [y, subtract(g, y, g.constant(1))])],
      sin: [(g, _, x) => negate(g, call(g, "cos", x))],
      cos: [(g, _, x) => call(g, "sin", x)],
    },
  },
  {
    code: "mistake.local-derivative-square",
    of: {
      tanh: [
        (g, y) => oneMinus(g, y),
        (g, _, x) => call(g, "sech", x),
        (g, y) => square(g, oneMinus(g, y)),
        (g, _, x) => oneMinus(g, call(g, "tanh", square(g, x))),
      ],
    },
  },
  {
    code: "mistake.local-derivative-incomplete",
    of: { tanh: [(g, y) => square(g, y)], sigmoid: [itself, (g, y) => oneMinus(g, y)] },
  },
  {
    code: "mistake.local-derivative-omitted",
    of: {
      tanh: [one],
      sigmoid: [one],
      relu: [one],
      softplus: [one],
      sin: [one],
      cos: [one],
      exp: [one],
      log: [one],
      sqrt: [one],
    },
  },
  {
    code: "mistake.local-derivative-of-output",
    of: {
      tanh: [(g, y) => oneMinusSquare(g, call(g, "tanh", y))],
      sigmoid: [(g, y) => multiply(g, [call(g, "sigmoid", y), oneMinus(g, call(g, "sigmoid", y))])],
    },
  },
  {
    code: "mistake.local-derivative-of-input",
    of: { tanh: [(g, _, x) => oneMinusSquare(g, x)], sigmoid: [(g, _, x) => multiply(g, [x, oneMinus(g, x)])] },
  },
  {
    code: "mistake.local-derivative-other",
    of: {
      tanh: [(g, y) => multiply(g, [y, oneMinus(g, y)]), itself],
      sigmoid: [(g, y) => oneMinusSquare(g, y)],
      relu: [itself, tanhSlope, (g, y) => oneMinusSquare(g, y)],
      softplus: [itself, sigmoidSlope, tanhSlope, (g, y) => oneMinusSquare(g, y)],
      sin: [itself],
      cos: [itself],
    },
  },
];

/** For one function, one wrong derivative: everywhere, or at a single step. */
export const localDerivatives: readonly Misconception[] = wrongSlopes.map(({ code, unless = [], of }) => ({
  code,
  concerns: ["derivative"],
  unless,
  slips: true,
  ways: (right) => {
    const used = new Set(links(right.unrolled()).map(({ g, node }) => nameOf(g, node)));
    const slopes = [...used].flatMap((name) => (of[name] ?? []).map((slope) => ({ name, slope })));
    return slopes.flatMap(({ name, slope }) =>
      [undefined, ...singleSteps(right.model.steps)].map((t) => ({
        single: t !== undefined,
        variation: {
          derivative: changedLinks((link) => {
            const isHere = nameOf(link.g, link.node) === name && (t === undefined || link.owner?.index === t);
            return isHere ? slopeAt(link, slope) : undefined;
          }),
        },
      })),
    );
  },
}));

function nameOf(g: Graph, node: Node): OperationName {
  return operationAt(g.code(node)).name;
}

function slopeAt({ g, node, arg }: Link, slope: Slope): Node {
  return slope(g, node, arg);
}
