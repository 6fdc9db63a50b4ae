/** Mistakes about sums and products over time: what is squared, what is added up, and divided by what. */

import type { Model } from "../engine/model.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { type Call, call, changedModel, isCall, isScalar, number, rewrite, stepCount } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";
import { atFirstStep, atLastStep, modelOf, modelWays } from "./modelWays.ts";

/** The changes of what stands under sum or prod in the equations of single quantities. */
function reductionWays(
  right: Derivation,
  change: (reduction: Call, body: Syntax) => Syntax | undefined,
): readonly Way[] {
  const changed = (model: Model) =>
    changedModel(
      model,
      ({ formula }) =>
        rewrite(formula, (part) =>
          isCall(part, "sum") || isCall(part, "prod") ? change(part, part.args[0] as Syntax) : undefined,
        ),
      isScalar,
    );
  return modelWays(modelOf(right), changed);
}

/** What is raised to a power inside a term (`c·u^n`), changed; undefined if nothing is. */
function changedPower(term: Syntax, change: (power: Call) => Syntax): Syntax | undefined {
  if (term.kind !== "call") return undefined;
  if (term.operation === "power") return change(term);
  if (!["multiply", "divide"].includes(term.operation)) return undefined;
  const at = term.args.findIndex((arg) => isCall(arg, "power"));
  if (at < 0) return undefined;
  return { ...term, args: term.args.map((arg, i) => (i === at ? change(arg as Call) : arg)) };
}

const base = (power: Call) => power.args[0] as Syntax;

export const reductions: readonly Misconception[] = [
  {
    code: "mistake.square-of-sum",
    concerns: ["value"],
    ways: (right) =>
      reductionWays(right, ({ operation }, body) =>
        operation === "sum"
          ? changedPower(body, (power) => ({ ...power, args: [call("sum", base(power)), power.args[1] as Syntax] }))
          : undefined,
      ),
  },
  {
    code: "mistake.absolute-values",
    concerns: ["value"],
    unless: ["mistake.square-missing"],
    ways: (right) =>
      reductionWays(right, (reduction, body) =>
        inside(
          reduction,
          changedPower(body, (power) => call("abs", base(power))),
        ),
      ),
  },
  {
    code: "mistake.square-missing",
    concerns: ["value", "derivative"],
    ways: (right) => reductionWays(right, (reduction, body) => inside(reduction, changedPower(body, base))),
  },
  {
    code: "mistake.target-missing",
    concerns: ["value"],
    ways: (right) => {
      const isInput = (part: Syntax) => part.kind === "name" && right.model.inputs.includes(part.name);
      const withoutTarget = (part: Syntax): Syntax =>
        rewrite(part, (p) => {
          if (!isCall(p, "subtract")) return undefined;
          const [left, other] = p.args as [Syntax, Syntax];
          return isInput(other) ? left : isInput(left) ? other : undefined;
        });
      return reductionWays(right, (reduction, body) => inside(reduction, withoutTarget(body)));
    },
  },
  {
    code: "mistake.sum-scaled",
    concerns: ["value"],
    unless: ["mistake.mean-missing"],
    ways: (right) =>
      [number(2), stepCount, number(0.5)].flatMap((divisor) =>
        reductionWays(right, (reduction) =>
          reduction.operation === "sum" ? call("divide", reduction, divisor) : undefined,
        ),
      ),
  },
  {
    code: "mistake.root-taken",
    concerns: ["value"],
    // The root of a single square is the term without it.
    unless: ["mistake.square-missing"],
    ways: (right) =>
      reductionWays(right, (reduction, body) =>
        reduction.operation === "sum" && changedPower(body, base) !== undefined ? call("sqrt", reduction) : undefined,
      ),
  },
  {
    code: "mistake.mean-missing",
    concerns: ["value"],
    ways: (right) =>
      modelWays(modelOf(right), (m) => changedModel(m, ({ formula }) => withoutScale(formula), isScalar)),
  },
  {
    code: "mistake.last-step-only",
    concerns: ["value"],
    unless: ["mistake.other-output"],
    ways: (right) => reductionWays(right, (_, body) => atLastStep(body)),
  },
  {
    code: "mistake.first-step-left-out",
    concerns: ["value"],
    unless: ["mistake.last-step-only"],
    ways: (right) =>
      reductionWays(right, (reduction, body) =>
        reduction.operation === "sum" ? call("subtract", reduction, atFirstStep(body)) : undefined,
      ),
  },
  {
    code: "mistake.sum-for-product",
    concerns: ["value", "derivative"],
    ways: (right) =>
      reductionWays(right, ({ operation }, body) => (operation === "prod" ? call("sum", body) : undefined)),
  },
  {
    code: "mistake.product-for-sum",
    concerns: ["value", "derivative"],
    ways: (right) =>
      reductionWays(right, ({ operation }, body) => (operation === "sum" ? call("prod", body) : undefined)),
  },
];

function inside(reduction: Call, body: Syntax | undefined): Syntax | undefined {
  return body === undefined ? undefined : { ...reduction, args: [body] };
}

/** `sum(…)/T`, `0.5*sum(…)` without the number in front. */
function withoutScale(formula: Syntax): Syntax | undefined {
  const isScale = (part: Syntax) => part.kind === "number" || (part.kind === "name" && part.name === "T");
  if (isCall(formula, "divide") && isScale(formula.args[1] as Syntax)) return formula.args[0];
  if (!isCall(formula, "multiply")) return undefined;
  const rest = formula.args.filter((arg) => !isScale(arg) && !isFraction(arg));
  if (rest.length === formula.args.length || rest.length === 0) return undefined;
  return rest.length === 1 ? rest[0] : { ...formula, args: rest };

  function isFraction(part: Syntax): boolean {
    return isCall(part, "divide") && part.args.every(isScale);
  }
}
