/** Mistakes about the derivative of a single function: tanh' and σ' misremembered, left out, taken at the wrong place. */

import { ADD, below, CONSTANT, copied, Graph, MULTIPLY, type Node, POWER, SUBTRACT } from "../engine/graph.ts";
import type { Build } from "../engine/operations/operation.ts";
import { type NamedOperation, operationAt, operations } from "../engine/operations/table.ts";
import { printName } from "../engine/print.ts";
import { builder } from "../engine/rules.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { allAndEach } from "./equations.ts";
import { changedLinks, isFunction, type Link, links } from "./links.ts";
import type { MistakeVariation, Rows } from "./mistake.ts";

export const localDerivatives = {
  "mistake.local-derivative-sign": {
    en: "A sign is wrong in the derivative of the activation function. Look that derivative up again.",
    de: "In der Ableitung der Aktivierungsfunktion stimmt ein Vorzeichen nicht. Sieh diese Ableitung noch einmal nach.",
    concerns: ["derivative"],
    // With one such derivative negative, a whole term is.
    unless: ["mistake.sign-of-term"],
    variations: (right) => misremembered(right, withOtherSigns),
  },
  "mistake.local-derivative-square": {
    en: "In the derivative of the activation function, a square is missing or in the wrong place. Look that derivative up again.",
    de: "In der Ableitung der Aktivierungsfunktion fehlt ein Quadrat oder steht an der falschen Stelle. Sieh diese Ableitung noch einmal nach.",
    concerns: ["derivative"],
    variations: (right) => misremembered(right, withOtherSquares),
  },
  "mistake.local-derivative-incomplete": {
    en: "Only a part of the activation function's derivative is there. Write it out in full.",
    de: "Von der Ableitung der Aktivierungsfunktion steht nur ein Teil da. Schreibe sie vollständig hin.",
    concerns: ["derivative"],
    variations: (right) => misremembered(right, parts),
  },
  "mistake.local-derivative-omitted": {
    en: "The derivative of the activation function is missing: the chain rule has a link there.",
    de: "Die Ableitung der Aktivierungsfunktion fehlt: Die Kettenregel hat dort ein Glied.",
    concerns: ["derivative"],
    variations: (right) => misremembered(right, ({ g }) => [g.constant(1)]),
  },
  "mistake.local-derivative-of-output": {
    en: "You took the derivative of the activation function at its output. It belongs at its argument.",
    de: "Du hast die Ableitung der Aktivierungsfunktion an ihrer Ausgabe genommen. Sie gehört an ihr Argument.",
    concerns: ["derivative"],
    variations: (right) => misremembered(right, ({ b, row, y }) => fromInput(b, row, y)),
  },
  "mistake.local-derivative-of-input": {
    en: "In the derivative of the activation function, you used another quantity (its argument, say) where its value belongs.",
    de: "In der Ableitung der Aktivierungsfunktion hast du eine andere Größe eingesetzt (etwa ihr Argument), wo ihr Wert hingehört.",
    concerns: ["derivative"],
    variations: (right) =>
      misremembered(right, ({ b, row, x, owner }) => [x, owner].flatMap((y) => fromOutput(b, row, x, y))),
  },
  "mistake.local-derivative-other": {
    en: "This is not the derivative of this activation function: it belongs to another function, or it is the function itself.",
    de: "Das ist nicht die Ableitung dieser Aktivierungsfunktion: Sie gehört zu einer anderen Funktion oder ist die Funktion selbst.",
    concerns: ["derivative"],
    unless: ["mistake.local-derivative-incomplete", "mistake.local-derivative-omitted"],
    variations: (right) =>
      misremembered(right, ({ b, row, x, y }) => [
        y,
        ...activations
          .filter((other) => other.name !== row.name)
          .flatMap((other) => [...fromInput(b, other, x), ...fromOutput(b, other, x, y)]),
      ]),
  },
} as const satisfies Rows;

const activations = operations.filter(({ takenFor }) => takenFor !== undefined);

/** A function by itself, with the value `y` at `x`, in a graph of its own. */
interface Alone {
  readonly g: Graph;
  readonly b: Build;
  readonly row: NamedOperation;
  readonly x: Node;
  readonly y: Node;
  /** The quantity in whose equation it stands. */
  readonly owner: Node;
  /** Its derivative as people write it: from the value if that can be, 1 - y². */
  readonly right: Node;
}

/** Every function of a model with wrong derivatives, one at a time: everywhere, in one equation, or at a single step. */
function misremembered(right: Derivation, wrong: (alone: Alone) => readonly Node[]): readonly MistakeVariation[] {
  const found = links(right.unrolled()).filter(isFunction);
  return [...new Set(found.map(({ code }) => code))].flatMap((code) => {
    const alone = standingAlone(operationAt(code));
    if (alone === undefined) return [];
    const families = allAndEach([
      ...new Set(found.flatMap((link) => (link.code === code ? [link.owner?.family] : []))),
    ]);
    return wrong(alone).flatMap((node) =>
      families.flatMap((some) => {
        const where = (link: Link) => link.code === code && some.includes(link.owner?.family);
        return changedLinks(right, { where, by: () => code, locally: true }, (link) => inPlace(alone, node, link));
      }),
    );
  });
}

function standingAlone(row: NamedOperation): Alone | undefined {
  const g = new Graph();
  const b = builder(g);
  const [x = 0, y = 0, owner = 0] = ["x", "y", "owner"].map((name) => g.variable(name));
  const [right] = [...fromOutput(b, row, x, y), ...fromInput(b, row, x)];
  return right === undefined ? undefined : { g, b, row, x, y, owner, right };
}

function fromInput(b: Build, { derivative }: NamedOperation, x: Node): readonly Node[] {
  return derivative === undefined ? [] : [derivative(b, [x, x], 0)];
}

function fromOutput(b: Build, { byOutput }: NamedOperation, x: Node, y: Node): readonly Node[] {
  return byOutput === undefined ? [] : [byOutput(b, y, [x, x], 0)];
}

/** 1 + y² and y² - 1 for 1 - y²; without a difference, the negative. */
function withOtherSigns({ g, b, right }: Alone): readonly Node[] {
  const differences = [...below(g, [right])].filter((node) => g.code(node) === SUBTRACT);
  if (differences.length === 0) return [b.negate(right)];
  return differences.flatMap((node) => {
    const [left, other] = g.args(node) as [Node, Node];
    return [b.add(left, other), b.subtract(other, left)].map((instead) => replaced(g, right, node, instead));
  });
}

/** For 1 - y²: 1 - y, (1 - y)², 1 - tanh(x²), and the root, which is sech(x). */
function withOtherSquares({ g, b, row, x, right }: Alone): readonly Node[] {
  const found = [...below(g, [right])].find((node) => g.code(node) === POWER && g.isConstant(g.arg(node, 1), 2));
  if (found === undefined) return [];
  const without = replaced(g, right, found, g.arg(found, 0));
  const inside = replaced(g, right, found, b.call(row.name, b.square(x)));
  return [without, b.square(without), inside, b.call("sqrt", right)];
}

/** y² of 1 - y²; y and 1 - y of y·(1 - y). */
function parts({ g, right }: Alone): readonly Node[] {
  const isMade = [ADD, SUBTRACT, MULTIPLY].includes(g.code(right));
  return isMade ? g.args(right).filter((arg) => g.code(arg) !== CONSTANT) : [];
}

function replaced(g: Graph, root: Node, old: Node, instead: Node): Node {
  return copied(g, root, g, (node) => (node === old ? instead : g.argCount(node) === 0 ? node : undefined));
}

/** A formula of the function alone, in the place of a link. */
function inPlace({ g, x, y, owner }: Alone, formula: Node, { g: to, node, arg, owner: name, unrolled }: Link): Node {
  const places = new Map([
    [x, () => arg],
    [y, () => node],
    [owner, () => (name ? unrolled.node(printName(name)) : node)],
  ]);
  return copied(g, formula, to, (leaf) => places.get(leaf)?.());
}
