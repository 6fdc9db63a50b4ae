/** Mistakes made in one place of a derivative and nowhere else, as nodes of its graph. */

import type { DifferentiateOptions } from "../engine/differentiate.ts";
import { ADD, type Graph, MULTIPLY, type Node } from "../engine/graph.ts";
import { add, subtract } from "../engine/rules.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { DerivativeQuery } from "../exercises/exercise.ts";
import { changesDerivative, links } from "./links.ts";
import type { MistakeVariation } from "./mistake.ts";
import { attempt, type NamedMistake, possibleMistakes } from "./possible.ts";

/** The links of the chain rule that carry nothing. */
type Blocked = (node: Node, i: number) => boolean;

export interface MistakeAtNode {
  readonly named: NamedMistake;
  readonly node: Node;
}

/**
 * The derivatives with a mistake at one time step, in one term, or at one time step in those paths only that go, or
 * don't go, through another step: `1 - tanh²` forgotten in the inner bracket and nowhere else.
 */
export function mistakesInOnePlace(right: Derivation, query: DerivativeQuery): readonly MistakeAtNode[] {
  const { derivative, wrt } = query;
  const isChanged = changesDerivative(right, query);
  const { unrolled, output } = right.gradient(derivative, [wrt]);
  const { graph } = unrolled;
  const under = (variation: MistakeVariation, place?: DifferentiateOptions) =>
    right.derivativeUnder(variation, derivative, wrt, place);
  const whole = under({});
  const places = (tests: readonly Blocked[]) =>
    tests.map((blocked) => ({ place: { blocked }, elsewhere: under({}, { blocked }) }));
  const terms = places(termsOf(graph, output));
  const across = links(unrolled).filter((link) => link.crossesTime);
  const crossing = places([(node, i) => across.some((link) => link.node === node && link.i === i)]);
  return possibleMistakes(right, "derivative").flatMap(({ variation, wrong: _, ...named }) => {
    const { atOneStep = false, inOneTerm = false, model } = variation;
    if (model !== undefined || !inOneTerm || !isChanged(variation)) return [];
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

/** With more terms than these, a mistake in one of them is not looked for. */
const mostTerms = 6;

/** The terms or factors of what is differentiated, each of which has a term in the derivative. */
function termsOf(graph: Graph, output: Node): readonly Blocked[] {
  const code = graph.code(output);
  const count = graph.argCount(output);
  if (count > 0 && code !== ADD && code !== MULTIPLY) return termsOf(graph, graph.arg(output, 0));
  if (count > mostTerms) return [];
  // Of two terms, to go through one is not to go through the other.
  const each = Array.from({ length: count === 2 ? 1 : count }, (_, i) => i);
  return each.map((term) => (node, i) => node === output && i === term);
}
