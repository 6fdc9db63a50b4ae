/** Mistakes with the rules of differentiation: paths through time that get lost, signs, products and powers. */

import { differentiate } from "../engine/differentiate.ts";
import { ADD, DEFINITION, type Graph, MULTIPLY, type Node, POWER, SUBTRACT } from "../engine/graph.ts";
import { add, multiply, negate } from "../engine/rules.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { changedLinks, everywhere, type Link, links, nothing, rightDerivative, shape } from "./links.ts";
import type { MistakeVariation, Rows } from "./mistake.ts";

export const rules = {
  "mistake.recurrent-path-missing": {
    en: "A path is missing: the previous state depends on what you differentiate with respect to as well, so the chain rule goes on through that state.",
    de: "Ein Weg fehlt: Auch der vorige Zustand hängt von der Größe ab, nach der du ableitest, also geht die Kettenregel durch ihn weiter.",
    concerns: ["derivative"],
    variations: (right) => changedLinks(right, { where: crossesTime, by: everywhere }, nothing),
  },
  "mistake.recurrent-paths-incomplete": {
    en: "Some paths through earlier states are missing: the previous state enters in several places, and each of them counts.",
    de: "Es fehlen Wege über frühere Zustände: Der vorige Zustand geht an mehreren Stellen ein, und jede davon zählt.",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    variations: (right) =>
      [undefined, ({ name }: Link) => name?.family].flatMap((by) =>
        changedLinks(right, { where: crossesTime, ...(by && { by }) }, nothing),
      ),
  },
  "mistake.path-missing": {
    en: "A quantity enters the equation in two places, and you differentiated only one of them. Each place has its term.",
    de: "Eine Größe geht an zwei Stellen in die Gleichung ein, und du hast nur an einer davon abgeleitet. Jede Stelle hat ihren Term.",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing", "mistake.recurrent-paths-incomplete", "mistake.only-last-step"],
    variations: (right) => {
      const isTerm = ({ code, owner }: Link) => owner?.index !== undefined && (code === ADD || code === SUBTRACT);
      const by = ({ owner, node, i, g }: Link) => `${owner?.family} ${shape(g, node)} ${i}`;
      return changedLinks(right, { where: isTerm, by, locally: true }, nothing);
    },
  },
  "mistake.only-last-step": {
    en: "You only differentiated where the parameter stands in the last time step. It stands in every step.",
    de: "Du hast nur dort abgeleitet, wo der Parameter im letzten Zeitschritt steht. Er steht in jedem Schritt.",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    variations: (right) => {
      const isEarlier = ({ owner }: Link) => owner?.index !== undefined && owner.index !== right.model.steps;
      const where = (link: Link) => link.isParameter(link.arg) && isEarlier(link);
      return changedLinks(right, { where, by: everywhere }, nothing);
    },
  },
  "mistake.sign-of-term": {
    en: "A term has the wrong sign. Check the signs term by term.",
    de: "Ein Term hat das falsche Vorzeichen. Prüfe die Vorzeichen Term für Term.",
    concerns: ["derivative"],
    variations: (right) => [
      ...changedLinks(right, { where: crossesTime, by: everywhere }, negative),
      ...changedLinks(right, { where: isFactor, by: factorPlace }, negative),
    ],
  },
  "mistake.product-rule-incomplete": {
    en: "The product rule is incomplete: you did not differentiate every factor that depends on the parameter.",
    de: "Die Produktregel ist unvollständig: Du hast nicht jeden Faktor abgeleitet, der vom Parameter abhängt.",
    concerns: ["derivative"],
    variations: (right) => {
      const isAcross = (link: Link) => isFactor(link) && link.crossesTime;
      const crossing = new Set(links(right.unrolled()).filter(isAcross).map(product));
      // Where a factor is an earlier state, to leave out its derivative is to leave out the path through it.
      const unless = ["mistake.recurrent-path-missing", "mistake.recurrent-paths-incomplete"];
      return [
        ...incomplete(right, (link) => !crossing.has(product(link))),
        ...incomplete(right, (link) => crossing.has(product(link))).map((variation) => ({ ...variation, unless })),
      ];
    },
  },
  "mistake.product-rule-swapped": {
    en: "You mixed up the factors in the product rule: the derivative of a factor is multiplied by all the other factors, not by that factor itself.",
    de: "Du hast in der Produktregel die Faktoren vertauscht: Die Ableitung eines Faktors wird mit allen anderen multipliziert, nicht mit ihm selbst.",
    concerns: ["derivative"],
    variations: (right) => changedLinks(right, { where: isFactor, by: product }, ({ arg }) => arg),
  },
  "mistake.product-of-derivatives": {
    en: "The derivative of a product (or a power) is not the product (or power) of the derivatives. Apply the product rule.",
    de: "Die Ableitung eines Produkts (einer Potenz) ist nicht das Produkt (die Potenz) der Ableitungen. Wende die Produktregel an.",
    concerns: ["derivative"],
    variations: () => [{ gradient: productOfDerivatives }],
  },
  "mistake.power-rule": {
    en: "You applied only half of the power rule: the exponent comes down in front, and the new exponent is one less.",
    de: "Du hast die Potenzregel nur halb angewandt: Der Exponent kommt nach vorn, und der neue Exponent ist um eins kleiner.",
    concerns: ["derivative"],
    variations: (right) =>
      [withoutExponent, withoutReduction].flatMap((half) =>
        changedLinks(right, { where: isBase, by: isBase, locally: true }, half),
      ),
  },
} as const satisfies Rows;

function crossesTime(link: Link): boolean {
  return link.crossesTime;
}

function negative(link: Link): Node {
  return negate(link.g, rightDerivative(link));
}

function isBase({ code, i }: Link): boolean {
  return code === POWER && i === 0;
}

/** n·x^n for n·x^(n-1). */
function withoutReduction({ g, args, node }: Link): Node {
  return multiply(g, [args[1] as Node, node]);
}

/** x^(n-1), without the n in front. */
function withoutExponent({ g, args, arg }: Link): Node {
  const exponent = args[1] as Node;
  if (g.isConstant(exponent, 2)) return arg;
  return g.apply2(POWER, arg, g.isConstant(exponent) ? g.constant(g.value(exponent) - 1) : exponent);
}

/** Products of more factors are those of long runs. */
const mostFactors = 6;

/** Whether a link leads to a factor of a product with several computed ones. */
function isFactor({ g, code, args }: Link): boolean {
  return code === MULTIPLY && args.length <= mostFactors && args.filter((arg) => isComputed(g, arg)).length > 1;
}

/** Products of as many factors in the equations of one family. */
function product({ owner, args }: Link): string {
  return `${owner?.family} ${args.length}`;
}

/** The same factor of such products. */
function factorPlace(link: Link): string {
  return `${product(link)} ${link.i}`;
}

/** One factor is not differentiated, or only one of three and more is. */
function incomplete(right: Derivation, which: (link: Link) => boolean): readonly MistakeVariation[] {
  const where = (link: Link) => isFactor(link) && which(link);
  const onlyOne = Array.from({ length: mostFactors }, (_, k) => ({
    where: (link: Link) => where(link) && link.args.length > Math.max(2, k) && link.i !== k,
    by: product,
  }));
  return [{ where, by: factorPlace }, ...onlyOne].flatMap((places) => changedLinks(right, places, nothing));
}

/** Whether a factor is computed from the model's quantities, or is itself such a quantity. */
function isComputed(g: Graph, node: Node): boolean {
  return g.code(node) === DEFINITION || g.args(node).some((arg) => isComputed(g, arg));
}

/** d(u·v) taken as du·dv, and d(u²) as (du)². */
function productOfDerivatives(g: Graph, output: Node, wrt: readonly Node[]): readonly Node[] {
  return wrt.map((to) => derivativeOf(output, to));

  function derivativeOf(node: Node, to: Node): Node {
    const code = g.code(node);
    const args = g.args(node);
    const right = (part: Node) => differentiate(g, part, [to])[0] as Node;
    const isProduct = code === MULTIPLY && args.filter((arg) => isComputed(g, arg)).length > 1;
    if (isProduct)
      return multiply(
        g,
        args.map((arg) => (isComputed(g, arg) ? right(arg) : arg)),
      );
    if (code === POWER && g.isConstant(args[1] as Node))
      return g.apply2(POWER, right(args[0] as Node), args[1] as Node);
    if (code !== DEFINITION && code !== ADD) return right(node);
    return add(
      g,
      args.map((arg) => derivativeOf(arg, to)),
    );
  }
}
