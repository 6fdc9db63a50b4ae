/** Mistakes in following the chain rule through time: paths that get lost, signs. */

import { negate } from "../engine/simplify.ts";
import { gate } from "./examples.ts";
import { changedEverywhere, changedLinks, type Link, nothing, rightDerivative } from "./links.ts";
import { rows } from "./mistake.ts";
import { factorPlace, isFactor } from "./productRule.ts";

export const chainRule = rows({
  "mistake.recurrent-path-missing": {
    en: "A path is missing: the previous state depends on what you differentiate with respect to as well, so the chain rule goes on through that state.",
    de: "Ein Weg fehlt: Auch der vorige Zustand hängt von der Größe ab, nach der du ableitest, also geht die Kettenregel durch ihn weiter.",
    concerns: ["derivative"],
    example: ["ex2", "dz_dW", "y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*h1"],
    variations: () => [changedEverywhere((link) => (link.crossesTime ? nothing(link) : undefined))],
  },
  "mistake.recurrent-paths-incomplete": {
    en: "Some paths through earlier states are missing: the previous state enters in several places, and each of them counts.",
    de: "Es fehlen Wege über frühere Zustände: Der vorige Zustand geht an mehreren Stellen ein, und jede davon zählt.",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    example: [gate, "dh2_dG", "g2*(1-g2)*h1^2 + (g2 + W*(1-tanh(W*h1)^2))*g1*(1-g1)*h0^2"],
    variations: (right) =>
      [ofOwner, ofArgument].flatMap((by) => changedLinks(right, { where: crossesTime, by }, nothing)),
  },
  "mistake.only-last-step": {
    en: "You only differentiated where the parameter stands in the last time step. It stands in every step.",
    de: "Du hast nur dort abgeleitet, wo der Parameter im letzten Zeitschritt steht. Er steht in jedem Schritt.",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    example: ["ex2", "dz_dW", "y1*V*(1-h2^2)*h1"],
    variations: ({ model }) => {
      const isEarlier = ({ owner }: Link) => owner?.index !== undefined && owner.index !== model.steps;
      if (model.steps < 2) return [];
      return [changedEverywhere((link) => (link.isParameter(link.arg) && isEarlier(link) ? nothing(link) : undefined))];
    },
  },
  "mistake.sign-of-term": {
    en: "A term has the wrong sign. Check the signs term by term.",
    de: "Ein Term hat das falsche Vorzeichen. Prüfe die Vorzeichen Term für Term.",
    concerns: ["derivative"],
    example: ["ex2", "dz_dW", "y2*V*h0*(1-h1^2) - y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
    variations: (right) => [
      changedEverywhere((link) => (link.crossesTime ? negative(link) : undefined)),
      ...changedLinks(right, { where: isFactor, by: factorPlace }, negative),
    ],
  },
});

function crossesTime(link: Link): boolean {
  return link.crossesTime;
}

function ofOwner({ owner }: Link): string | undefined {
  return owner?.family;
}

function ofArgument({ name }: Link): string | undefined {
  return name?.family;
}

function negative(link: Link) {
  return negate(link.g, rightDerivative(link));
}
