/** Mistakes in counting what must be stored: something else, too few or too many time steps. */

import type { StoredQuery } from "../exercises/exercise.ts";
import { rows } from "./mistake.ts";

export const counting = rows({
  "mistake.reuse-swapped": {
    en: "This fits the other way of computing the activation's derivative. Read again whether it comes from the input or from the output.",
    de: "Das passt zur anderen Art, die Ableitung der Aktivierung zu berechnen. Lies noch einmal nach, ob sie aus der Eingabe oder aus der Ausgabe kommt.",
    concerns: ["stored", "count"],
    example: ["ex2", "stored", "y1, y2, h0, h1, h2"],
    variations: () => [{ stored: (query) => ({ ...query, reuse: !query.reuse }) }],
  },
  "mistake.count-not-difference": {
    en: "You counted all time steps. The question is how many values are needed on top of the short run.",
    de: "Du hast alle Zeitschritte gezählt. Gefragt ist, wie viele Werte zum kurzen Lauf hinzukommen.",
    concerns: ["count"],
    example: ["ex2", "extra_100_reuse", 201],
    variations: () => [
      { count: ({ beyond: _, ...query }, count) => count(query) },
      { count: (query, count) => perStep(query, count) * (query.steps ?? 0) },
    ],
  },
  "mistake.count-step-off": {
    en: "You counted one time step too many or too few. Count the steps again.",
    de: "Du hast einen Zeitschritt zu viel oder zu wenig gezählt. Zähle die Schritte noch einmal.",
    concerns: ["count"],
    example: ["ex2", "extra_100", 297],
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
    example: ["ex2", "extra_100", 588],
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
    example: ["ex2", "extra_100_reuse", 195],
    variations: () => [
      { count: (query, count) => (query.reuse ? count({ ...query, reuse: false }) - 1 : Number.NaN) },
      { count: (query, count) => (query.beyond === undefined ? Number.NaN : count(query) - 1) },
    ],
  },
});

/** How many values each further step adds; NaN where no difference is asked for. */
function perStep(query: StoredQuery, count: (query: StoredQuery) => number): number {
  const { beyond = Number.NaN, steps = Number.NaN } = query;
  return count(query) / (steps - beyond);
}
