/** Mistakes made in one place of a derivative and nowhere else, as nodes of its graph. */

import type { DifferentiateOptions } from "../engine/differentiate.ts";
import type { Node } from "../engine/graph.ts";
import { add, subtract } from "../engine/rules.ts";
import type { Unrolled } from "../engine/unroll.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { DerivativeQuery } from "../exercises/exercise.ts";
import { type Link, links } from "./links.ts";
import type { MistakeVariation } from "./mistake.ts";
import { attempt, type NamedMistake, possibleMistakes } from "./possible.ts";
import { isTerm } from "./rules.ts";

export interface MistakeAtNode {
  readonly named: NamedMistake;
  readonly node: Node;
}

/**
 * The derivatives with a mistake at one time step, in one term, or at one time step in those paths only that go, or
 * don't go, through another step: `1 - tanh²` forgotten in the inner bracket and nowhere else.
 */
export function mistakesInOnePlace(right: Derivation, { derivative, wrt }: DerivativeQuery): readonly MistakeAtNode[] {
  const { unrolled } = right.gradient(derivative, [wrt]);
  const { graph } = unrolled;
  const under = (variation: MistakeVariation, place?: DifferentiateOptions) =>
    right.derivativeUnder(variation, derivative, wrt, place);
  const whole = under({});
  const places = (tests: readonly ((link: Link) => boolean)[]) =>
    tests.map((test) => {
      const place = { blocked: blockedAt(unrolled, test) };
      return { place, elsewhere: under({}, place) };
    });
  const terms = places(termsOf(right));
  const crossing = places([(link) => link.crossesTime]);
  return possibleMistakes(right, "derivative").flatMap(({ variation, wrong: _, ...named }) => {
    const { atOneStep = false, inOneTerm = false, model } = variation;
    if (model !== undefined || !inOneTerm) return [];
    const nodes = attempt(() => {
      const wrong = under(variation);
      const inPlaces = (atOneStep ? crossing : terms).flatMap(({ place, elsewhere }) => {
        const wrongElsewhere = under(variation, place);
        // All paths less those elsewhere are the ones through the place.
        return [
          add(graph, [elsewhere, subtract(graph, wrong, wrongElsewhere)]),
          add(graph, [wrongElsewhere, subtract(graph, whole, elsewhere)]),
        ];
      });
      return atOneStep ? [wrong, ...inPlaces] : inPlaces;
    });
    return (nodes ?? []).map((node) => ({ named, node }));
  });
}

/** Blocks the links that pass the test. */
function blockedAt(unrolled: Unrolled, test: (link: Link) => boolean): (node: Node, i: number) => boolean {
  const blocked = new Map<Node, Set<number>>();
  for (const { node, i } of links(unrolled).filter(test)) blocked.set(node, (blocked.get(node) ?? new Set()).add(i));
  return (node, i) => blocked.get(node)?.has(i) === true;
}

/** With more terms than these, a mistake in one of them is not looked for. */
const mostTerms = 6;

/** The terms or factors of what is differentiated, each of which has a term in the derivative. */
function termsOf(right: Derivation): readonly ((link: Link) => boolean)[] {
  const terms = [...new Set(links(right.unrolled()).filter(isTerm).map(termKey))];
  if (terms.length > mostTerms) return [];
  // Of two terms, to go through one is not to go through the other.
  const each = terms.length === 2 ? terms.slice(1) : terms;
  return each.map((term) => (link) => isTerm(link) && termKey(link) === term);
}

/** The same in every graph of the model. */
function termKey({ code, i, owner }: Link): string {
  return `${owner?.family} ${code} ${i}`;
}
