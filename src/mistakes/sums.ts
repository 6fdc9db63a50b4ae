/** Mistakes about sums and products over time: what is squared, what is added up, and divided by what. */

import { type Call, call, number, rewrite, type Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { contains, formulaAtStep, inEquations, isCall, isScalar, stepCount, without } from "./equations.ts";
import type { MistakeVariation, Rows } from "./mistake.ts";

export const sums = {
  "mistake.square-of-sum": {
    en: "You raised the whole sum to the power. Raise each term to the power first, then add.",
    de: "Du hast die ganze Summe potenziert. Potenziere erst jeden Summanden und addiere dann.",
    concerns: ["value"],
    variations: (right) =>
      inSums(right, (_, body) =>
        changedPower(body, (power) => ({ ...power, args: [call("sum", base(power)), power.args[1] as Syntax] })),
      ),
  },
  "mistake.square-missing": {
    en: "An exponent is missing. Look again at the terms in the equation: to what power are they raised?",
    de: "Ein Exponent fehlt. Sieh dir die Glieder in der Gleichung noch einmal an: Womit werden sie potenziert?",
    concerns: ["value", "derivative"],
    variations: (right) => inBodies(right, (body) => changedPower(body, base)),
  },
  "mistake.target-missing": {
    en: "The target value is missing from your sum. What counts is the difference that stands in the equation.",
    de: "In deiner Summe fehlt der Zielwert. Es kommt auf die Differenz an, die in der Gleichung steht.",
    concerns: ["value"],
    variations: (right) => {
      const isInput = (part: Syntax) => part.kind === "name" && right.model.inputs.includes(part.name);
      const withoutTarget = (part: Syntax): Syntax | undefined => {
        if (!isCall(part, "subtract")) return undefined;
        const [left, other] = part.args as [Syntax, Syntax];
        return isInput(other) ? left : isInput(left) ? other : undefined;
      };
      return inBodies(right, (body) => rewrite(body, withoutTarget));
    },
  },
  "mistake.sum-scaled": {
    en: "You multiplied or divided the sum by something (doubled it, halved it, took the mean) that is not in the equation.",
    de: "Du hast die Summe mit etwas multipliziert oder durch etwas geteilt (verdoppelt, halbiert, gemittelt), das nicht in der Gleichung steht.",
    concerns: ["value"],
    unless: ["mistake.mean-missing"],
    variations: (right) =>
      [number(2), stepCount, number(0.5)].flatMap((divisor) => [
        ...inReductions(right, (sum) => (sum.operation === "prod" ? undefined : call("divide", sum, divisor))),
        // One mean for another.
        ...inEquations(right, isScalar, (formula) => {
          const sum = withoutScale(formula);
          return sum && call("divide", sum, divisor);
        }),
      ]),
  },
  "mistake.mean-missing": {
    en: "The factor in front of the sum, or the number it is divided by, is missing. Look again at the equation.",
    de: "Der Faktor vor der Summe oder die Zahl, durch die sie geteilt wird, fehlt. Sieh noch einmal in die Gleichung.",
    concerns: ["value", "derivative"],
    variations: (right) => inEquations(right, isScalar, withoutScale),
  },
  "mistake.last-step-only": {
    en: "You used only the last time step. The equation runs over all of them.",
    de: "Du hast nur den letzten Zeitschritt benutzt. Die Gleichung läuft über alle.",
    concerns: ["value"],
    unless: ["mistake.other-output"],
    variations: (right) => inReductions(right, (_, body) => formulaAtStep(body, { last: 1, offset: 0 })),
  },
  "mistake.first-step-only": {
    en: "You used only the first time step. The equation runs over all of them.",
    de: "Du hast nur den ersten Zeitschritt benutzt. Die Gleichung läuft über alle.",
    concerns: ["value"],
    unless: ["mistake.other-output"],
    variations: (right) => inReductions(right, (_, body) => formulaAtStep(body, { last: 0, offset: 1 })),
  },
  "mistake.first-step-left-out": {
    en: "The first time step is missing from your sum. The sum runs over all of them.",
    de: "In deiner Summe fehlt der erste Zeitschritt. Die Summe läuft über alle.",
    concerns: ["value"],
    unless: ["mistake.last-step-only"],
    variations: (right) =>
      inSums(right, (sum, body) => call("subtract", sum, formulaAtStep(body, { last: 0, offset: 1 }))),
  },
  "mistake.sum-for-product": {
    en: "You added over the time steps. Look again at the equation: it multiplies.",
    de: "Du hast über die Zeitschritte addiert. Sieh noch einmal in die Gleichung: Dort wird multipliziert.",
    concerns: ["value", "derivative"],
    variations: (right) =>
      inReductions(right, ({ operation }, body) => (operation === "prod" ? call("sum", body) : undefined)),
  },
  "mistake.product-for-sum": {
    en: "You multiplied over the time steps. Look again at the equation: it adds.",
    de: "Du hast über die Zeitschritte multipliziert. Sieh noch einmal in die Gleichung: Dort wird addiert.",
    concerns: ["value", "derivative"],
    variations: (right) => inSums(right, (_, body) => call("prod", body)),
  },
} as const satisfies Rows;

function isReduction(part: Syntax): part is Call {
  return isCall(part, "sum") || isCall(part, "prod");
}

/** The changes of sums and products in the equations of single quantities; `body` stands under them. */
function inReductions(
  right: Derivation,
  change: (reduction: Call, body: Syntax) => Syntax | undefined,
): readonly MistakeVariation[] {
  return inEquations(right, isScalar, (formula) =>
    rewrite(formula, (part) => (isReduction(part) ? change(part, part.args[0] as Syntax) : undefined)),
  );
}

function inSums(right: Derivation, change: (sum: Call, body: Syntax) => Syntax | undefined) {
  return inReductions(right, (part, body) => (part.operation === "sum" ? change(part, body) : undefined));
}

/** The same of what stands under sums and products, or of a loss without any. */
function inBodies(right: Derivation, change: (body: Syntax) => Syntax | undefined) {
  const under = (part: Syntax): Syntax | undefined => {
    const changed = isReduction(part) ? change(part.args[0] as Syntax) : undefined;
    return changed && call((part as Call).operation, changed);
  };
  return inEquations(right, isScalar, (formula) =>
    contains(formula, isReduction) ? rewrite(formula, under) : change(formula),
  );
}

/** What is raised to a power inside a term (`c·u^n`), changed; undefined if nothing is. */
function changedPower(term: Syntax, change: (power: Call) => Syntax): Syntax | undefined {
  if (term.kind !== "call") return undefined;
  if (term.operation === "power") return change(term);
  if (!["multiply", "divide"].includes(term.operation)) return undefined;
  const power = term.args.find((arg) => isCall(arg, "power"));
  return power && { ...term, args: term.args.map((arg) => (arg === power ? change(arg as Call) : arg)) };
}

function base(power: Call): Syntax {
  return power.args[0] as Syntax;
}

/** `sum(…)/T`, `0.5*sum(…)` without the number in front. */
function withoutScale(formula: Syntax): Syntax | undefined {
  const isNumber = (part: Syntax) => part.kind === "constant" || (part.kind === "name" && part.name === "T");
  const isScale = (part: Syntax) => isNumber(part) || (isCall(part, "divide") && part.args.every(isNumber));
  if (isCall(formula, "divide") && isNumber(formula.args[1] as Syntax)) return formula.args[0];
  if (isCall(formula, "negate")) {
    const inside = withoutScale(formula.args[0] as Syntax);
    return inside && call("negate", inside);
  }
  return isCall(formula, "multiply") ? without(formula, isScale) : undefined;
}
