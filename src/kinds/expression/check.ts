/** A numerical check that a student can repeat: numbers for the quantities and what the formulas give there. */

import type { Formula } from "../../formula/equal/formula.ts";
import type { Point } from "../../formula/equal/point.ts";
import type { Feedback } from "../judgement.ts";
import type { ExpressionReference } from "./reference.ts";

/** More numbers than these nobody types in. */
const mostShown = 8;

/** The answer's own value for everyone; the right one where the solution may be shown. */
export function shownCheck(
  answer: Formula,
  witness: Point,
  { space, formula }: ExpressionReference,
): readonly Feedback[] {
  const point = readablePoint(answer, witness, { space, formula });
  const values = shownPoint(answer, point, { formula });
  if (values.length === 0) return [];
  const [left, right] = [answer, formula].map((f) => shown(f.at(point, 0).value));
  return [
    { code: "expression.check", params: { values, value: left as string } },
    { code: "expression.check-solution", params: { value: right as string }, level: "full" },
  ];
}

/** The values of the quantities at a point; none if there are too many of them. */
export function shownPoint(
  answer: Formula,
  point: Point,
  { formula }: Pick<ExpressionReference, "formula">,
): readonly string[] {
  const few = [formula.origins, answer.names].find((some) => some.length > 0 && some.length <= mostShown);
  return [...new Set(few)].sort().map((name) => `${name} = ${shown(point.name(name, 0)?.value)}`);
}

/** A point of short numbers at which the formulas are visibly different, if there is one. */
function readablePoint(
  answer: Formula,
  witness: Point,
  { space, formula }: Pick<ExpressionReference, "space" | "formula">,
): Point {
  for (let i = -1; i >= -8; i--) {
    const point = space.point(i, space.scales[0] as number);
    const [x, y] = [answer, formula].map((f) => f.at(point, 0).value as number) as [number, number];
    if (Math.abs(x - y) > 1e-3 * Math.max(Math.abs(x), Math.abs(y))) return point;
  }
  return witness;
}

function shown(value: unknown): string {
  return typeof value === "number" && Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "?";
}
