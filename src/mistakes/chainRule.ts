/** Mistakes in following the chain rule through time: paths that get lost, signs. */

import { negate } from "../engine/simplify.ts";
import { changedWay, type Link, links, nothing } from "./edges.ts";
import type { Misconception } from "./misconception.ts";
import { isFactorOf, products } from "./productRule.ts";

export const chainRule: readonly Misconception[] = [
  {
    code: "mistake.recurrent-path-missing",
    concerns: ["derivative"],
    ways: () => [changedWay((link) => link.crossesTime, nothing)],
  },
  {
    code: "mistake.recurrent-paths-incomplete",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    ways: (right) => {
      const crossing = links(right.unrolled()).filter((link) => link.crossesTime);
      const readers = [...new Set(crossing.map(({ owner }) => owner?.family))];
      const read = [...new Set(crossing.map(({ name }) => name?.family))];
      return [
        ...(readers.length > 1 ? readers : []).map((family) =>
          changedWay((link) => link.crossesTime && link.owner?.family === family, nothing),
        ),
        ...(read.length > 1 ? read : []).map((family) =>
          changedWay((link) => link.crossesTime && link.name?.family === family, nothing),
        ),
      ];
    },
  },
  {
    code: "mistake.only-last-step",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    ways: ({ model }) =>
      model.steps < 2
        ? []
        : [
            changedWay(
              (link) =>
                link.isParameter(link.arg) && link.owner?.index !== undefined && link.owner.index !== model.steps,
              nothing,
            ),
          ],
  },
  {
    code: "mistake.sign-of-term",
    concerns: ["derivative"],
    ways: (right) => [
      changedWay((link) => link.crossesTime, negative),
      ...products(right).flatMap((product) =>
        Array.from({ length: product.size }, (_, k) =>
          changedWay((link) => isFactorOf(link, product) && link.i === k, negative),
        ),
      ),
    ],
  },
];

const negative = ({ g }: Link, right: () => number) => negate(g, right());
