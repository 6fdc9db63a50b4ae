/**
 * Single operations on values with error bounds, in any number system.
 *
 * Errors are propagated to first order with the partial derivatives of the table's own rules. What first order cannot
 * bound (a pole or an edge of the domain within reach of the error) becomes `unclear`, never a number.
 */

import { DIVIDE, MULTIPLY, POWER } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import { partialsOf } from "../../engine/rules.ts";
import { type Ball, corners, lastBits, mayBeZero, negated, state, without } from "./ball.ts";
import type { Arithmetic } from "./numbers.ts";

/** One operation on one or two balls. */
export function applied<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[]): Ball<N> {
  let worst: number = state.fine;
  for (const arg of args) if (arg.state > worst) worst = arg.state;
  if (worst >= state.unclear) return without(arithmetic, worst);
  const values = args.map((arg) => arg.value);
  const value = arithmetic.apply(code, values);
  if (!arithmetic.isFinite(value)) return nowhere(arithmetic, code, args, value);
  if (arithmetic.isTiny(value) && !mayVanish(arithmetic, code, value) && !values.some((x) => arithmetic.isZero(x)))
    return without(arithmetic, state.unclear);
  const error = errorOf(arithmetic, code, args, values, value);
  if (error === undefined) return without(arithmetic, state.unclear);
  return { value, error, state: worst === state.fine && isAbsorbed(arithmetic, code, args, value) ? 1 : worst };
}

/** Whether a tiny value may be what it seems, without underflow: a difference, relu(-1), log(1). */
function mayVanish<N>(arithmetic: Arithmetic<N>, code: number, value: N): boolean {
  const { vanishes, branches } = operationAt(code);
  return branches !== undefined || vanishes === "cancelling" || (vanishes === "single" && arithmetic.isZero(value));
}

/** What has no finite value: undefined if the arguments leave no doubt, else unclear. */
function nowhere<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[], value: N): Ball<N> {
  const { rough } = arithmetic;
  const exact = args.every((arg) => rough.isZero(arg.error));
  const zeros = args.map((arg) => arithmetic.isZero(arg.value) && rough.isZero(arg.error));
  if (!arithmetic.isNaN(value)) {
    // A pole has a zero argument (1/0, log 0, 0^-1); anything else is an overflow.
    return without(arithmetic, zeros.some(Boolean) ? state.undefined : state.unclear);
  }
  if (exact || (code === DIVIDE && zeros[1])) return without(arithmetic, state.undefined);
  if (code === POWER && nearInteger(arithmetic, args[1] as Ball<N>)) return without(arithmetic, state.unclear);
  const doubt = corners(arithmetic, args).some((corner) => !arithmetic.isNaN(arithmetic.apply(code, corner)));
  return without(arithmetic, doubt ? state.unclear : state.undefined);
}

function nearInteger<N>(arithmetic: Arithmetic<N>, { value, error }: Ball<N>): boolean {
  if (arithmetic.rough.isZero(error)) return arithmetic.isInteger(value);
  const x = arithmetic.toNumber(value);
  return Math.abs(x - Math.round(x)) <= Math.max(1e-9, arithmetic.toNumber(error));
}

/** The bound of |computed − true|; undefined if there is none. */
function errorOf<N>(
  arithmetic: Arithmetic<N>,
  code: number,
  args: readonly Ball<N>[],
  values: readonly N[],
  value: N,
): N | undefined {
  const { rough } = arithmetic;
  const { rounding } = operationAt(code);
  const isExact = rounding === "exact" && args.every((arg) => rough.isZero(arg.error) && arithmetic.isShort(arg.value));
  let error = isExact ? rough.number(0) : lastBits(arithmetic, value, rounding === undefined ? 4 : 1);
  if (isExact || args.every((arg) => rough.isZero(arg.error)))
    return isExactQuotient(arithmetic, code, args, value) ? rough.number(0) : error;
  // First-order bounds of sums and products are exact.
  const wide = rounding !== "exact" && args.some((arg) => isWide(arithmetic, arg));
  if (wide && crossesPole(arithmetic, code, args)) return undefined;
  const points = wide ? [values, ...corners(arithmetic, args)] : [values];
  for (const [i, arg] of args.entries()) {
    if (rough.isZero(arg.error)) continue;
    const partial = partialsOf(code, args.length)[i];
    if (partial === undefined) continue;
    let steepest = rough.number(0);
    for (const point of points) {
      const here = rough.absolute(partial(rough, point));
      if (!rough.isFinite(here)) return undefined;
      if (rough.less(steepest, here)) steepest = here;
    }
    error = rough.add(error, rough.multiply(steepest, arg.error));
  }
  if (code === MULTIPLY)
    error = rough.add(error, rough.multiply((args[0] as Ball<N>).error, (args[1] as Ball<N>).error));
  return rough.isFinite(error) ? error : undefined;
}

/** 6/3 = 2 without error: exponents like (1+1)/2 must stay integers. */
function isExactQuotient<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[], value: N): boolean {
  const [a, b] = args;
  if (code !== DIVIDE || a === undefined || b === undefined) return false;
  if (![a.value, b.value, value].every((x) => arithmetic.isShort(x))) return false;
  return arithmetic.isZero(arithmetic.add(arithmetic.multiply(value, b.value), negated(arithmetic, a.value)));
}

/** Whether the error is so large relative to the value that partials may change within it. */
function isWide<N>(arithmetic: Arithmetic<N>, { value, error }: Ball<N>): boolean {
  const { rough } = arithmetic;
  return !rough.less(error, rough.scale(rough.absolute(value), -10)) && !rough.isZero(error);
}

/** Whether an argument's interval contains a place where the operation jumps or has a pole. */
function crossesPole<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[]): boolean {
  const { branches, poles } = operationAt(code);
  if (branches?.meet === "with a jump") return mayBeZero(arithmetic, args[0] as Ball<N>);
  if (poles === undefined) return false;
  const [a, b] = args as [Ball<N>, Ball<N>?];
  if (code === POWER && b !== undefined && !(arithmetic.rough.isZero(b.error) && arithmetic.isInteger(b.value)))
    return mayBeZero(arithmetic, a);
  const sides = corners(arithmetic, args).map(([x, y]) =>
    poles(arithmetic.toNumber(x as N), y === undefined ? 0 : arithmetic.toNumber(y)),
  );
  return new Set(sides).size > 1;
}

/** Whether the value says little about some argument or about the operation itself. */
function isAbsorbed<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[], value: N): boolean {
  const { proportional, resembles, ofAngle } = operationAt(code);
  if (proportional) return false;
  const { rough, bits } = arithmetic;
  if (code === POWER && isMeantExactly(arithmetic, args as readonly [Ball<N>, Ball<N>])) return false;
  const [{ value: first }] = args as [Ball<N>];
  if (resembles && !arithmetic.isZero(first)) {
    const size = rough.absolute(first);
    // x³ beside x, and e^−2x beside 1, must leave enough digits.
    if (rough.less(size, rough.scale(rough.number(1), -Math.floor(bits / 8)))) return true;
    if (rough.less(rough.number((bits * Math.LN2) / 8), size)) return true;
  }
  const threshold = rough.scale(rough.absolute(value), -Math.floor(bits / 4));
  const partials = partialsOf(code, args.length);
  const values = args.map((arg) => arg.value);
  return args.some((arg, i) => {
    const partial = partials[i];
    if (partial === undefined || arithmetic.isZero(arg.value)) return false;
    // What may be zero has nothing that could be lost.
    if (!rough.less(arg.error, rough.absolute(arg.value))) return false;
    const steepness = rough.absolute(partial(rough, values));
    // A wave is level at its crests, where nothing is lost: cos(π n).
    if (ofAngle && !rough.less(rough.scale(arg.error, 6), steepness)) return false;
    return rough.less(rough.absolute(rough.multiply(steepness, arg.value)), threshold);
  });
}

/** A whole exponent (x^0 and 1^2 lose nothing) or the base 1. */
function isMeantExactly<N>(arithmetic: Arithmetic<N>, [base, exponent]: readonly [Ball<N>, Ball<N>]): boolean {
  const { rough } = arithmetic;
  if (rough.isZero(exponent.error) && arithmetic.isInteger(exponent.value)) return true;
  return rough.isZero(base.error) && arithmetic.isZero(arithmetic.add(base.value, arithmetic.number(-1)));
}
