/**
 * Mistakes about which quantity stands where: a factor left out, kept, or another; a shifted index; another quantity than
 * the one that is asked for.
 */

import { MULTIPLY, type Node } from "../engine/graph.ts";
import { indexedName, splitName } from "../engine/names.ts";
import { multiply, partialDerivative } from "../engine/rules.ts";
import { namesIn, type Syntax } from "../engine/syntax.ts";
import { alignedModel, sequences } from "./equations.ts";
import { changedLinks, isFunction, type Link, links, shape } from "./links.ts";
import type { Rows } from "./mistake.ts";

export const factors = {
  "mistake.recurrent-factor-missing": {
    en: "A factor is missing on the path through the previous state. Look at what stands in front of that state in the equation.",
    de: "Auf dem Weg über den vorigen Zustand fehlt ein Faktor. Sieh nach, was in der Gleichung vor diesem Zustand steht.",
    concerns: ["derivative"],
    variations: (right) =>
      changedLinks(right, { where: isWeightedAcross, locally: true }, (link) => withoutFactors(link, link.isParameter)),
  },
  "mistake.factor-missing": {
    en: "A factor is missing: when you differentiate one factor of a product, the others stay in front.",
    de: "Ein Faktor fehlt: Wenn du einen Faktor eines Produkts ableitest, bleiben die anderen davor stehen.",
    concerns: ["derivative"],
    unless: ["mistake.gate-missing", "mistake.sum-for-product"],
    variations: (right) => {
      const isProduct = (link: Link) => link.code === MULTIPLY && !isWeightedAcross(link);
      const alike = (link: Link) => link.args.filter((_, j) => j !== link.i).map((arg) => shape(link.g, arg));
      const shapes = new Set(links(right.unrolled()).filter(isProduct).flatMap(alike));
      return [...shapes].flatMap((one) =>
        changedLinks(
          right,
          { where: (link) => isProduct(link) && alike(link).includes(one), by: () => one, locally: true },
          (link) => withoutFactors(link, (factor) => shape(link.g, factor) === one),
        ),
      );
    },
  },
  "mistake.other-factor": {
    en: "Something else stands where a factor from the equation belongs. Check which one stands in the equation.",
    de: "Wo ein Faktor aus der Gleichung hingehört, steht etwas anderes. Prüfe, welcher in der Gleichung steht.",
    concerns: ["derivative"],
    unless: ["mistake.other-quantity", "mistake.index-shifted"],
    variations: (right) => [
      ...right.model.parameters.flatMap((name) =>
        [isWeightedAcross, isWeightedAtOnce].flatMap((where) =>
          changedLinks(right, { where, locally: true }, (link) => withParameter(link, name)),
        ),
      ),
      // Another quantity of the same equation: h[t-1] for x[t].
      ...alignedModel(right.model).equations.flatMap(({ family, formula }) =>
        namesIn(formula).flatMap(({ name, index }) => {
          const where = (link: Link) => isTimed(link) && link.owner?.family === family;
          if (index?.step !== 1) return [];
          return changedLinks(right, { where, locally: true }, ({ unrolled, owner }) =>
            unrolled.node(`${name}[${(owner?.index ?? 0) + index.offset}]`),
          );
        }),
      ),
    ],
  },
  "mistake.factor-kept": {
    en: "There is one factor too many: when you differentiate a product with respect to one of its factors, that factor disappears.",
    de: "Ein Faktor ist zu viel: Wenn du ein Produkt nach einem seiner Faktoren ableitest, fällt dieser Faktor weg.",
    concerns: ["derivative"],
    variations: (right) => {
      const where = ({ code, args, isParameter }: Link) => code === MULTIPLY && args.some(isParameter);
      const by = ({ owner, arg, isParameter }: Link) => `${owner?.family} ${isParameter(arg)}`;
      return changedLinks(right, { where, by, locally: true }, ({ g, args }) => multiply(g, args));
    },
  },
  "mistake.index-shifted": {
    en: "A time index is shifted. Check for each quantity which time step it comes from.",
    de: "Ein Zeitindex ist verschoben. Prüfe bei jeder Größe, aus welchem Zeitschritt sie kommt.",
    concerns: ["derivative", "stored"],
    // A list that only lacks the start shows no shift.
    unless: ["mistake.stored-start-missing"],
    variations: (right, concern) => {
      const by = (link: Link) => weighted(link)?.family;
      const locally = concern === "derivative";
      const shifted = [1, -1].flatMap((step) =>
        changedLinks(right, { where: isTimed, by, locally }, (link) => shiftedFactor(link, step)),
      );
      if (!locally) return shifted;
      const functions = [1, -1].flatMap((step) =>
        changedLinks(right, { where: isFunction, locally }, (link) => derivativeAtOtherStep(link, step)),
      );
      return [...shifted, ...functions];
    },
  },
} as const satisfies Rows;

export const quantities = {
  "mistake.other-quantity": {
    en: "This belongs to the derivative with respect to {name}. Check what you should differentiate with respect to.",
    de: "Das gehört zur Ableitung nach {name}. Prüfe, nach welcher Größe du ableiten sollst.",
    concerns: ["derivative", "stored", "count"],
    // What is read for the one asked for explains a list or a count more simply.
    unless: ["mistake.reuse-swapped", "mistake.stored-kind-missing", "mistake.stored-start-missing"],
    variations: (right) => {
      const unrolled = right.unrolled();
      const starts = [...sequences(right.model)].map((family) => indexedName(family, 0));
      const names = [...right.model.parameters, ...starts.filter((name) => unrolled.kindOfName(name) === "initial")];
      return names.map((name) => ({ wrt: () => name, params: { name } }));
    },
  },
  "mistake.other-output": {
    en: "This is the derivative of {name}. Check which quantity you should differentiate.",
    de: "Das ist die Ableitung von {name}. Prüfe, welche Größe du ableiten sollst.",
    concerns: ["derivative"],
    unless: ["mistake.square-missing", "mistake.mean-missing"],
    variations: ({ model }) =>
      model.equations
        .flatMap(({ family, index }) =>
          index === undefined ? [family] : [model.steps, 1].map((t) => indexedName(family, t)),
        )
        .map((name) => ({ of: () => name, params: { name } })),
  },
  "mistake.not-differentiated": {
    en: "This is the quantity itself. You are asked for its derivative.",
    de: "Das ist die Größe selbst. Gefragt ist ihre Ableitung.",
    concerns: ["derivative"],
    variations: () => [{ gradient: (_, output, wrt) => wrt.map(() => output) }],
  },
  "mistake.other-value": {
    en: "This is the value of another quantity, or of another time step. Check what you are asked for.",
    de: "Das ist der Wert einer anderen Größe oder eines anderen Zeitschritts. Prüfe, wonach gefragt ist.",
    concerns: ["value"],
    unless: ["mistake.activation-missing"],
    variations: ({ model }) =>
      [...sequences(model)].flatMap((family) =>
        [0, -1, 1].map((by) => ({ asked: (formula: Syntax) => renamed(formula, family, by) })),
      ),
  },
} as const satisfies Rows;

/** d(W·h)/dh: a parameter times what is differentiated. */
function isWeighted({ code, arg, args, isParameter }: Link): boolean {
  return code === MULTIPLY && !isParameter(arg) && args.some(isParameter);
}

function isWeightedAcross(link: Link): boolean {
  return isWeighted(link) && link.crossesTime;
}

function isWeightedAtOnce(link: Link): boolean {
  return isWeighted(link) && !link.crossesTime;
}

function withoutFactors({ g, args, i }: Link, test: (factor: Node) => boolean): Node {
  return multiply(
    g,
    args.filter((arg, j) => j !== i && !test(arg)),
  );
}

/** With another parameter in place of the one that there is. */
function withParameter({ g, args, i, isParameter, unrolled }: Link, name: string): Node | undefined {
  const others = args.filter((_, j) => j !== i);
  if (others.filter(isParameter).length !== 1) return undefined;
  return multiply(
    g,
    others.map((arg) => (isParameter(arg) ? unrolled.node(name) : arg)),
  );
}

/** In a product of two, one of them a parameter: the name of the sequence's member that is the other. */
function weighted({ code, args, i, g }: Link) {
  const name = code === MULTIPLY && args.length === 2 ? g.symbol(args[1 - i] as Node) : undefined;
  return name?.index === undefined ? undefined : { family: name.family, index: name.index };
}

/** d(U·x[t])/dU: a parameter that a member of a sequence is multiplied by. */
function isTimed(link: Link): boolean {
  return link.isParameter(link.arg) && weighted(link) !== undefined;
}

function shiftedFactor(link: Link, by: number): Node | undefined {
  const name = weighted(link);
  if (name === undefined) return undefined;
  const { unrolled } = link;
  const t = name.index + by;
  const first = unrolled.model.inputs.includes(name.family) ? 1 : 0;
  return t < first || t > unrolled.steps ? undefined : unrolled.node(`${name.family}[${t}]`);
}

/** tanh'(τ₁) for tanh'(τ₂): of a function of a named quantity, or one that gives a quantity its value. */
function derivativeAtOtherStep({ unrolled, g, code, arg, name, owner }: Link, by: number): Node | undefined {
  const at = (family: string, t: number) =>
    t < 1 || t > unrolled.steps ? undefined : unrolled.node(`${family}[${t}]`);
  if (name?.index !== undefined) {
    const argument = at(name.family, name.index + by);
    return argument === undefined ? undefined : partialDerivative(g, code, [argument], 0);
  }
  const other = owner?.index === undefined ? undefined : at(owner.family, owner.index + by);
  const formula = other === undefined ? arg : g.arg(other, 0);
  return g.code(formula) === code ? partialDerivative(g, code, g.args(formula), 0) : undefined;
}

/** A question for a member of a sequence as one for `family`, or for the same sequence at another time. */
function renamed(formula: Syntax, family: string, by: number): Syntax {
  const { base, index } = formula.kind === "name" ? splitName(formula.name) : {};
  if (index === undefined || (by !== 0 && base !== family)) return formula;
  return { kind: "name", name: indexedName(family, index + by) };
}
