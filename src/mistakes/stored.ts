/** Mistakes about which values must be stored: too few, too many, others. */

import { DEFINITION, type Node } from "../engine/graph.ts";
import type { Unrolled } from "../engine/unroll.ts";
import { contains, isCall, isScalar, sequences } from "./equations.ts";
import { gate, network } from "./examples.ts";
import { type MistakeVariation, rows } from "./mistake.ts";

export const stored = rows({
  "mistake.stored-kind-missing": {
    en: "A whole kind of values is missing. Go through the derivative factor by factor and see which values it reads.",
    de: "Eine ganze Art von Werten fehlt. Geh die Ableitung Faktor für Faktor durch und sieh nach, welche Werte sie liest.",
    concerns: ["stored", "count"],
    example: ["ex2", "stored", "h0, h1, y1, y2"],
    variations: ({ model }) => {
      const families = [...sequences(model)].slice(0, mostFamilies);
      return [
        ...families.map((family) => only((unrolled, node) => familyOf(unrolled, node) !== family)),
        ...families.map((family) => only((unrolled, node) => familyOf(unrolled, node) === family)),
      ];
    },
  },
  "mistake.stored-kind-extra": {
    en: "You kept a kind of values that the derivative does not read. Go through it factor by factor and see which values stand there.",
    de: "Du hast eine Art von Werten dabei, die die Ableitung nicht liest. Geh sie Faktor für Faktor durch und sieh nach, welche Werte dort stehen.",
    concerns: ["stored", "count"],
    unless: ["mistake.reuse-swapped", "mistake.stored-everything", "mistake.other-quantity"],
    example: [network, "stored", "y1, y2, y3, h1, h2, h3, tau1, tau2, tau3"],
    variations: ({ model }) =>
      [...sequences(model)].slice(0, mostFamilies).map((family) =>
        also((unrolled, node, right) => {
          const isRead = right.some((one) => familyOf(unrolled, one) === family);
          return !isRead && isDefinition(unrolled, node) && familyOf(unrolled, node) === family;
        }),
      ),
  },
  "mistake.stored-start-missing": {
    en: "The start value of the recurrence is missing: the derivative reads it as well.",
    de: "Der Anfangswert der Rekurrenz fehlt: Auch ihn liest die Ableitung.",
    concerns: ["stored", "count"],
    example: ["ex2", "stored", "y1, y2, h1, tau1, tau2"],
    variations: () => [only((unrolled, node) => unrolled.kind(node) !== "initial")],
  },
  "mistake.stored-inputs": {
    en: "You included the inputs. They are given and need no storage of their own.",
    de: "Du hast die Eingaben mitgezählt. Sie sind gegeben und brauchen keinen eigenen Speicher.",
    concerns: ["stored", "count"],
    example: ["ex2", "stored", "y1, y2, h0, h1, tau1, tau2, x1, x2"],
    variations: () => [also((unrolled, node) => unrolled.kind(node) === "input")],
  },
  "mistake.stored-parameters": {
    en: "You included the parameters. They are stored anyway.",
    de: "Du hast die Parameter mitgezählt. Sie sind ohnehin gespeichert.",
    concerns: ["stored", "count"],
    example: ["ex2", "stored", "y1, y2, h0, h1, tau1, tau2, W, U, V"],
    variations: () => [also((unrolled, node) => unrolled.kind(node) === "parameter")],
  },
  "mistake.stored-last-step": {
    en: "These are only the values of the last time step. The backward pass runs through all time steps.",
    de: "Das sind nur die Werte des letzten Zeitschritts. Der Rückwärtslauf geht durch alle Zeitschritte.",
    concerns: ["stored"],
    example: ["ex2", "stored", "tau2, y2"],
    variations: () => [only((unrolled, node) => unrolled.graph.symbol(node)?.index === unrolled.steps)],
  },
  "mistake.stored-everything": {
    en: "You kept everything that is computed. Keep only what the derivative reads.",
    de: "Du hast alles behalten, was berechnet wird. Behalte nur, was die Ableitung liest.",
    concerns: ["stored"],
    example: ["ex2", "stored", "y1, y2, h1, h2, tau1, tau2, z"],
    variations: () => [
      { kept: ({ unrolled, forwardSize }) => forward(forwardSize).filter((node) => isDefinition(unrolled, node)) },
    ],
  },
  "mistake.product-chain": {
    en: "You took the product as a chain of products of two and kept every partial result. Take it as one product of all factors.",
    de: "Du hast das Produkt als Kette von Zweierprodukten genommen und jedes Zwischenergebnis behalten. Nimm es als ein Produkt aller Faktoren.",
    concerns: ["count"],
    example: [gate, "stored", 90],
    variations: ({ model }) => {
      const products = model.equations.filter(
        (e) => isScalar(e) && contains(e.formula, (part) => isCall(part, "prod")),
      );
      const partialResults = (steps: number) => Math.max(0, steps - 2);
      return products.map(({ family }) => ({
        count: (query, count) => {
          const { of, steps = model.steps, beyond = 0 } = query;
          return of === family ? count(query) + partialResults(steps) - partialResults(beyond) : Number.NaN;
        },
      }));
    },
  },
});

/** Of a model with more kinds of values than these, only the first are tried. */
const mostFamilies = 5;

/** Keeps some of the right values. */
function only(test: (unrolled: Unrolled, node: Node) => boolean): MistakeVariation {
  return { kept: ({ unrolled, nodes }) => nodes.filter((node) => test(unrolled, node)) };
}

/** Keeps other values of the forward pass as well. */
function also(test: (unrolled: Unrolled, node: Node, right: readonly Node[]) => boolean): MistakeVariation {
  return {
    kept: ({ unrolled, nodes, forwardSize }) => [
      ...nodes,
      ...forward(forwardSize).filter((node) => test(unrolled, node, nodes)),
    ],
  };
}

function forward(size: number): readonly Node[] {
  return Array.from({ length: size }, (_, node) => node);
}

function isDefinition({ graph }: Unrolled, node: Node): boolean {
  return graph.code(node) === DEFINITION;
}

function familyOf({ graph }: Unrolled, node: Node): string | undefined {
  return graph.symbol(node)?.family;
}
