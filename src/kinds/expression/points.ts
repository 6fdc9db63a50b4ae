/** Values of formulas at points, and a check that a student can repeat: `at W = 0.5, h1 = 1.2 your formula gives 3`. */

import type { Formula } from "../../formula/equal/formula.ts";
import type { Point } from "../../formula/equal/point.ts";
import type { Message } from "../../messages/message.ts";
import { say } from "./messages.ts";
import type { ExpressionReference } from "./reference.ts";

/** More numbers than these nobody types in. */
const mostShown = 8;

/** As far as doubles tell. */
export function valueAt(formula: Formula, point: Point): number {
  return formula.at(point, 0).value as number;
}

/** The answer's own value for everyone; the right one where the solution may be shown. */
export function shownCheck(answer: Formula, witness: Point, reference: ExpressionReference): readonly Message[] {
  const { formula } = reference;
  const point = readablePoint(answer, witness, reference);
  const values = shownPoint(answer, point, formula);
  if (values.length === 0) return [];
  return [
    say("expression.check", { values, value: shown(valueAt(answer, point)) }),
    say("expression.check-solution", { value: shown(valueAt(formula, point)) }),
  ];
}

/** The values of the quantities at a point; none if there are too many of them. */
export function shownPoint(answer: Formula, point: Point, right: Formula): readonly string[] {
  const few = [right.origins, answer.names].find((some) => some.length > 0 && some.length <= mostShown);
  return [...new Set(few)].sort().map((name) => `${name} = ${shown(point.name(name, 0)?.value)}`);
}

/** A point of short numbers at which the formulas are visibly different, if there is one. */
function readablePoint(answer: Formula, witness: Point, { space, formula }: ExpressionReference): Point {
  for (let i = -1; i >= -8; i--) {
    const point = space.point(i, space.scales[0] as number);
    const [x, y] = [valueAt(answer, point), valueAt(formula, point)];
    if (Math.abs(x - y) > 1e-3 * Math.max(Math.abs(x), Math.abs(y))) return point;
  }
  return witness;
}

function shown(value: unknown): string {
  return typeof value === "number" && Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "?";
}
