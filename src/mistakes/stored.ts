/** Mistakes about which values must be stored, and how many that are over the time steps. */

import { DEFINITION, type Node } from "../engine/graph.ts";
import type { Unrolled } from "../engine/unroll.ts";
import type { StoredQuery } from "../exercises/exercise.ts";
import { sequences } from "./equations.ts";
import type { MistakeVariation, Rows } from "./mistake.ts";

export const stored = {
  "mistake.reuse-swapped": {
    en: "This fits the other way of computing the activation's derivative. Read again whether it comes from the input or from the output.",
    de: "Das passt zur anderen Art, die Ableitung der Aktivierung zu berechnen. Lies noch einmal nach, ob sie aus der Eingabe oder aus der Ausgabe kommt.",
    concerns: ["stored", "count"],
    variations: () => [{ stored: (query) => ({ ...query, reuse: !query.reuse }) }],
  },
  "mistake.count-not-difference": {
    en: "You counted all time steps. The question is how many values are needed on top of the short run.",
    de: "Du hast alle Zeitschritte gezählt. Gefragt ist, wie viele Werte zum kurzen Lauf hinzukommen.",
    concerns: ["count"],
    variations: () => [
      { count: ({ beyond: _, ...query }, count) => count(query) },
      { count: (query, count) => perStep(query, count) * (query.steps ?? 0) },
    ],
  },
  "mistake.count-step-off": {
    en: "You counted one time step too many or too few. Count the steps again.",
    de: "Du hast einen Zeitschritt zu viel oder zu wenig gezählt. Zähle die Schritte noch einmal.",
    concerns: ["count"],
    variations: () =>
      [1, -1].map((by) => ({
        count: (query, count) => {
          if (query.beyond !== undefined) return count(query) + by * perStep(query, count);
          return query.steps === undefined ? Number.NaN : count({ ...query, steps: query.steps + by });
        },
      })),
  },
  "mistake.count-first-steps": {
    en: "You took what the whole short run needs as the need of every further step. Work out what one further step adds.",
    de: "Du hast für jeden weiteren Schritt angesetzt, was der ganze kurze Lauf braucht. Überlege, was ein weiterer Schritt hinzufügt.",
    concerns: ["count"],
    variations: () => [
      {
        count: ({ beyond = Number.NaN, ...query }, count) =>
          Number.isNaN(beyond) ? beyond : count({ ...query, steps: beyond }) * ((query.steps ?? 0) - beyond),
      },
    ],
  },
  "mistake.count-one-saved": {
    en: "You saved only one value in all. What need not be kept in one time step need not be kept in the others either.",
    de: "Du hast nur einen Wert insgesamt gespart. Was in einem Zeitschritt nicht gespeichert werden muss, muss es auch in den anderen nicht.",
    concerns: ["count"],
    unless: ["mistake.count-step-off"],
    variations: () => [
      { count: (query, count) => (query.reuse ? count({ ...query, reuse: false }) - 1 : Number.NaN) },
      { count: (query, count) => (query.beyond === undefined ? Number.NaN : count(query) - 1) },
    ],
  },
  "mistake.stored-kind-missing": {
    en: "A whole kind of values is missing. Go through the derivative factor by factor and see which values it reads.",
    de: "Eine ganze Art von Werten fehlt. Geh die Ableitung Faktor für Faktor durch und sieh nach, welche Werte sie liest.",
    concerns: ["stored", "count"],
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
    variations: () => [only((unrolled, node) => unrolled.kind(node) !== "initial")],
  },
  "mistake.stored-inputs": {
    en: "You included the inputs. They are given and need no storage of their own.",
    de: "Du hast die Eingaben mitgezählt. Sie sind gegeben und brauchen keinen eigenen Speicher.",
    concerns: ["stored", "count"],
    variations: () => [also((unrolled, node) => unrolled.kind(node) === "input")],
  },
  "mistake.stored-parameters": {
    en: "You included the parameters. They are stored anyway.",
    de: "Du hast die Parameter mitgezählt. Sie sind ohnehin gespeichert.",
    concerns: ["stored", "count"],
    variations: () => [also((unrolled, node) => unrolled.kind(node) === "parameter")],
  },
  "mistake.stored-last-step": {
    en: "These are only the values of the last time step. The backward pass runs through all time steps.",
    de: "Das sind nur die Werte des letzten Zeitschritts. Der Rückwärtslauf geht durch alle Zeitschritte.",
    concerns: ["stored"],
    variations: () => [only((unrolled, node) => unrolled.graph.symbol(node)?.index === unrolled.steps)],
  },
  "mistake.stored-everything": {
    en: "You kept everything that is computed. Keep only what the derivative reads.",
    de: "Du hast alles behalten, was berechnet wird. Behalte nur, was die Ableitung liest.",
    concerns: ["stored"],
    variations: () => [
      { kept: ({ unrolled, forwardSize }) => forward(forwardSize).filter((node) => isDefinition(unrolled, node)) },
    ],
  },
} as const satisfies Rows;

/** How many values each further step adds; NaN where no difference is asked for. */
function perStep(query: StoredQuery, count: (query: StoredQuery) => number): number {
  const { beyond = Number.NaN, steps = Number.NaN } = query;
  return count(query) / (steps - beyond);
}

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
