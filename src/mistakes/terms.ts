/** Mistakes about a single term or function in a model's equations: left out, of the wrong sign, another logarithm. */

import { operationNamed } from "../engine/operations/table.ts";
import { type Call, call, number, type Syntax } from "../engine/syntax.ts";
import { argsOf, inAllParts, inOnePart, isCall, without } from "./equations.ts";
import type { Rows } from "./mistake.ts";

export const terms = {
  "mistake.log-base": {
    en: "You took another logarithm than the equation: natural (ln), binary (log2) and decimal (log10) ones differ by a factor.",
    de: "Du hast einen anderen Logarithmus genommen als die Gleichung: Der natürliche (ln), der zur Basis 2 und der zur Basis 10 unterscheiden sich um einen Faktor.",
    concerns: ["value", "derivative"],
    variations: (right) =>
      [undefined, 2, 10].flatMap((base) =>
        inAllParts(right, (part) => {
          const of = logarithm(part);
          if (of === undefined) return undefined;
          const natural = call("log", of);
          return base === undefined ? natural : call("divide", natural, call("log", number(base)));
        }),
      ),
  },
  "mistake.function-missing": {
    en: "A function in the equations is missing (a logarithm, an exponential …): you took its argument instead.",
    de: "Eine Funktion aus den Gleichungen fehlt (ein Logarithmus, eine Exponentialfunktion …): Du hast stattdessen ihr Argument genommen.",
    concerns: ["value"],
    variations: (right) => [...inAllParts(right, argument), ...inOnePart(right, (part) => [argument(part)])],
  },
  "mistake.denominator-missing": {
    en: "You did not divide: look again at the fraction in the equation and what stands below its line.",
    de: "Du hast nicht geteilt: Sieh dir den Bruch in der Gleichung noch einmal an und was unter dem Bruchstrich steht.",
    concerns: ["value"],
    unless: ["mistake.log-base", "mistake.mean-missing"],
    variations: (right) => inOnePart(right, (part) => argsOf(part, "divide").slice(0, 1)),
  },
  "mistake.term-missing": {
    en: "A term is missing: a sum in the equations has more terms than yours (another direction, another case). Go through them one by one.",
    de: "Ein Summand fehlt: Eine Summe in den Gleichungen hat mehr Glieder als deine (eine andere Richtung, ein anderer Fall). Geh sie einzeln durch.",
    concerns: ["value", "derivative"],
    unless: [
      "mistake.recurrence-missing",
      "mistake.denominator-missing",
      "mistake.bias-missing",
      "mistake.target-missing",
      "mistake.complement",
      "mistake.gate-missing",
      "mistake.path-missing",
      "mistake.recurrent-paths-incomplete",
    ],
    variations: (right) =>
      inOnePart(right, (part) => {
        const [left, other] = argsOf(part, "subtract");
        if (other !== undefined) return [left, call("negate", other)];
        return argsOf(part, "add").map((term) => without(part as Call, (arg) => arg === term));
      }),
  },
  "mistake.sign-in-sum": {
    en: "A sign in one of the sums is wrong. Compare plus and minus with the equations, term by term.",
    de: "In einer der Summen stimmt ein Vorzeichen nicht. Vergleiche Plus und Minus Glied für Glied mit den Gleichungen.",
    concerns: ["value", "derivative"],
    unless: ["mistake.parameter-sign", "mistake.input-sign", "mistake.sign-of-term", "mistake.local-derivative-sign"],
    variations: (right) =>
      inOnePart(right, (part) => {
        if (isCall(part, "subtract")) return [call("add", ...part.args)];
        const negated = (term: Syntax) => (arg: Syntax) => (arg === term ? call("negate", arg) : arg);
        return argsOf(part, "add").map((term, _, all) => call("add", ...all.map(negated(term))));
      }),
  },
} as const satisfies Rows;

/** What ln(u) and log2(u) are taken of; undefined for anything else. */
function logarithm(part: Syntax): Syntax | undefined {
  const [above, below] = argsOf(part, "divide");
  const isBase = below !== undefined && argsOf(below, "log")[0]?.kind === "constant";
  return argsOf(isBase && above !== undefined ? above : part, "log")[0];
}

/** What a function that is no activation is applied to: sums, products and signs are none. */
function argument(part: Syntax): Syntax | undefined {
  if (part.kind !== "call" || part.args.length > 1 || part.args[0]?.kind === "constant") return logarithm(part);
  const row = operationNamed(part.operation);
  return row === undefined || row.takenFor || row.name === "negate" ? undefined : part.args[0];
}
