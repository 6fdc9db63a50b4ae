/** Mistakes made in one place of a derivative and nowhere else, as nodes of its graph. Knows no formulas and no answers. */

import type { DifferentiateOptions } from "../engine/differentiate.ts";
import type { Node } from "../engine/graph.ts";
import { add, subtract } from "../engine/simplify.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { DerivativeQuery } from "../exercises/exercise.ts";
import { atLinks, type Link, links } from "./edges.ts";
import { attempt, type Mistaken } from "./mistaken.ts";
import { isTermOf } from "./productRule.ts";

type Place = DifferentiateOptions;

/** With more terms than these, a slip in one of them is not looked for. */
const mostTerms = 6;

export interface Slip {
  readonly mistaken: Mistaken;
  readonly node: Node;
}

/**
 * The derivatives with a mistake at one time step, in one term, or at one time step in those paths only that go, or
 * don't go, through another step: `1 - tanh²` forgotten in the inner bracket and nowhere else.
 */
export function slipNodes(
  right: Derivation,
  mistakes: readonly Mistaken[],
  { derivative, wrt }: DerivativeQuery,
): readonly Slip[] {
  const { unrolled } = right.gradient(derivative, [wrt]);
  const { graph } = unrolled;
  const under = (mistaken?: Mistaken, place?: Place) =>
    right.derivativeUnder(mistaken?.way.variation ?? {}, derivative, wrt, place);
  const whole = under();
  const places = (tests: readonly ((link: Link) => boolean)[]) =>
    tests.map((test) => {
      const place = { blocked: atLinks(unrolled, test) };
      return { place, elsewhere: under(undefined, place) };
    });
  const terms = places(termsOf(right));
  const crossing = places([(link) => link.crossesTime]);
  return mistakes.flatMap((mistaken) => {
    const { way, slips } = mistaken;
    const isSingle = way.single === true;
    if (way.variation.model !== undefined || !(isSingle || slips)) return [];
    const nodes = attempt(() => {
      const wrong = under(mistaken);
      const inPlaces = (isSingle ? crossing : terms).flatMap(({ place, elsewhere }) => {
        const wrongElsewhere = under(mistaken, place);
        // All paths less those elsewhere are the ones through the place.
        return [
          add(graph, [elsewhere, subtract(graph, wrong, wrongElsewhere)]),
          add(graph, [wrongElsewhere, subtract(graph, whole, elsewhere)]),
        ];
      });
      return isSingle ? [wrong, ...(slips ? inPlaces : [])] : inPlaces;
    });
    return (nodes ?? []).map((node) => ({ mistaken, node }));
  });
}

/** The terms or factors of what is differentiated, each of which has a term in the derivative. */
function termsOf(right: Derivation): readonly ((link: Link) => boolean)[] {
  const terms = [...new Set(links(right.unrolled()).filter(isTermOf).map(termKey))];
  if (terms.length > mostTerms) return [];
  // Of two terms, to go through one is not to go through the other.
  const each = terms.length === 2 ? terms.slice(1) : terms;
  return each.map((term) => (link) => isTermOf(link) && termKey(link) === term);
}

/** The same in every graph of the model. */
function termKey({ g, node, i, owner }: Link): string {
  return `${owner?.family} ${g.code(node)} ${i}`;
}
