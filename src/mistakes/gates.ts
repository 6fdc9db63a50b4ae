/**
 * Mistakes about gates: one is left out, stands in the place of another, or is taken for its complement. A gate is known by
 * what it does, never by its name: a value between 0 and 1 that something is multiplied by.
 */

import { splitName } from "../engine/names.ts";
import { operationNamed } from "../engine/operations/table.ts";
import { type Call, call, namesIn, number, partsOf, rewrite, type Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { argsOf, inAllParts, inOnePart, isCall, isSequence, without } from "./equations.ts";
import type { Rows } from "./mistake.ts";

export const gates = {
  "mistake.gate-missing": {
    en: "A gate is missing: one of the quantities is multiplied by a gate in the equations, and you took it whole.",
    de: "Ein Gate fehlt: In den Gleichungen wird eine der Größen mit einem Gate multipliziert, und du hast sie ganz genommen.",
    concerns: ["value", "derivative"],
    unless: ["mistake.path-missing"],
    variations: (right) => {
      const isGate = gatesOf(right);
      const ungated = (part: Syntax, test: (gate: Syntax) => boolean) =>
        isCall(part, "multiply") ? without(part, (arg) => isGate(arg) && test(arg)) : undefined;
      return [
        ...gateNames(right).flatMap((name) =>
          inAllParts(right, (part) => ungated(part, (gate) => namesIn(gate).some((one) => one.name === name))),
        ),
        ...inOnePart(right, (part) => argsOf(part, "multiply").map((arg) => ungated(part, (gate) => gate === arg))),
      ];
    },
  },
  "mistake.gates-swapped": {
    en: "Two gates are mixed up: where one of them belongs, you used the other. Check in the equations which gate acts on what.",
    de: "Zwei Gates sind verwechselt: Wo das eine hingehört, hast du das andere genommen. Prüfe in den Gleichungen, welches Gate worauf wirkt.",
    concerns: ["value", "derivative"],
    variations: (right) => {
      const names = gateNames(right);
      const renamed = (change: (name: string) => string) =>
        inAllParts(right, (part) => (part.kind === "name" ? { ...part, name: change(part.name) } : undefined));
      return names.flatMap((a) =>
        names.flatMap((b) => [
          ...(a < b ? renamed((name) => (name === a ? b : name === b ? a : name)) : []),
          ...(a === b ? [] : renamed((name) => (name === a ? b : name))),
        ]),
      );
    },
  },
  "mistake.complement": {
    en: "You took a share for what is left of it, or the other way round: u where 1 - u belongs. Check which of the two acts on what.",
    de: "Du hast einen Anteil mit seinem Rest verwechselt: u, wo 1 - u hingehört, oder umgekehrt. Prüfe, welches von beiden worauf wirkt.",
    concerns: ["value", "derivative"],
    variations: (right) => {
      const parts = right.model.equations.flatMap(({ formula }) => partsOf(formula));
      const names = new Set(
        parts.filter(isOneMinus).flatMap(({ args: [, rest] }) => (rest?.kind === "name" ? rest.name : [])),
      );
      const turned = (part: Syntax, name: string) => {
        if (part.kind === "name") return part.name === name ? call("subtract", number(1), part) : undefined;
        const rest = isOneMinus(part) ? part.args[1] : undefined;
        return rest?.kind === "name" && rest.name === name ? rest : undefined;
      };
      const isGate = gatesOf(right);
      const isName = (formula: Syntax) =>
        formula.kind === "name" && isGate({ ...formula, name: splitName(formula.name).base });
      return [
        ...[...names].flatMap((name) => [
          // Both in one sum, and what stands inside its functions as it is.
          ...inOnePart(right, (part) => {
            const changed = rewrite(part, (inner) => (isFunction(inner) ? inner : turned(inner, name)));
            return isCall(part, "add") && changed !== part ? [changed] : [];
          }),
          ...inOnePart(right, (part) => [turned(part, name)]),
        ]),
        { asked: (formula) => (isName(formula) ? call("subtract", number(1), formula) : formula) },
      ];
    },
  },
} as const satisfies Rows;

/** More gates than these no cell has. */
const mostGates = 4;

/** The gates that have a name: sequences that a function into [0, 1] gives, and that are a factor somewhere. */
function gateNames(right: Derivation): readonly string[] {
  const factors = right.model.equations.flatMap(({ formula }) =>
    partsOf(formula).flatMap((part) => argsOf(part, "multiply")),
  );
  const names = factors.filter(gatesOf(right)).flatMap((gate) => (isFunction(gate) ? [] : namesIn(gate)));
  return [...new Set(names.map(({ name }) => name))].slice(0, mostGates);
}

/** Tells gates: sigmoid(…), the name of one, 1 less one. */
function gatesOf({ model }: Derivation): (part: Syntax) => boolean {
  const names = new Set(model.equations.filter((e) => isSequence(e) && isShare(e.formula)).map(({ family }) => family));
  const isGate = (part: Syntax): boolean =>
    isShare(part) ||
    (part.kind === "name" && names.has(part.name)) ||
    (isOneMinus(part) && isGate(part.args[1] as Syntax));
  return isGate;
}

/** A function whose values lie between 0 and 1, or one exponential over a sum of them. */
function isShare(part: Syntax): boolean {
  const [above, below] = argsOf(part, "divide").map((arg) => JSON.stringify(arg));
  if (above?.includes('"exp"') && below?.includes(above)) return true;
  const [low = -1, high = 2] = (part.kind === "call" && operationNamed(part.operation)?.range) || [];
  return low >= 0 && high <= 1;
}

function isOneMinus(part: Syntax): part is Call {
  return isCall(part, "subtract") && part.args[0]?.kind === "constant" && part.args[0].value === 1;
}

function isFunction(part: Syntax): boolean {
  return part.kind === "call" && part.args.length === 1 && part.operation !== "negate";
}
