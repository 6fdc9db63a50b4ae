/** A value with a rigorous error bound. */

import type { Arithmetic } from "./numbers.ts";

/** From best to worst; a result is at least as bad as its worst argument. */
export const state = {
  fine: 0,
  /** Right, but an argument hardly changed the value (x + 1e-17, tanh(40)): says little about the formula. */
  absorbed: 1,
  /** Not enough digits to know anything. */
  unclear: 2,
  /** Certainly not defined here. */
  undefined: 3,
} as const;

export interface Ball<N> {
  readonly value: N;
  readonly error: N;
  readonly state: number;
}

/** A literal as written, with its rounding error unless it is exact. */
export function constantBall<N>(arithmetic: Arithmetic<N>, text: string): Ball<N> {
  const { rough } = arithmetic;
  const value = arithmetic.literal(text);
  // 1e-400 is no zero, even if it looks like one here.
  const isLost = arithmetic.isZero(value) && isNonzero(text);
  if (!arithmetic.isFinite(value) || isLost) return without(arithmetic, state.unclear);
  const error = arithmetic.isShort(value) ? rough.number(0) : lastBits(arithmetic, value, 1);
  return { value, error, state: state.fine };
}

/** Whether a literal has a digit other than 0 before its exponent. */
export function isNonzero(text: string): boolean {
  return /^[^eE]*[1-9]/.test(text);
}

/** A number that is meant exactly. */
export function exactBall<N>(arithmetic: Arithmetic<N>, value: number): Ball<N> {
  return { value: arithmetic.number(value), error: arithmetic.rough.number(0), state: state.fine };
}

/** |value| · 2^(spare − bits). */
export function lastBits<N>(arithmetic: Arithmetic<N>, value: N, spare: number): N {
  const { rough } = arithmetic;
  return rough.absolute(rough.scale(rough.add(value, rough.number(0)), spare - arithmetic.bits));
}

export function without<N>(arithmetic: Arithmetic<N>, reason: number): Ball<N> {
  const nothing = arithmetic.number(Number.NaN);
  return { value: nothing, error: nothing, state: reason };
}

/** The values at the ends of the arguments' intervals. */
export function corners<N>(arithmetic: Arithmetic<N>, args: readonly Ball<N>[]): readonly N[][] {
  let result: N[][] = [[]];
  for (const { value, error } of args) {
    const ends = arithmetic.rough.isZero(error)
      ? [value]
      : [arithmetic.add(value, error), arithmetic.add(value, arithmetic.scale(negated(arithmetic, error), 0))];
    result = result.flatMap((corner) => ends.map((end) => [...corner, end]));
  }
  return result;
}

export function negated<N>(arithmetic: Arithmetic<N>, x: N): N {
  return arithmetic.multiply(arithmetic.number(-1), x);
}

export function mayBeZero<N>({ rough }: Arithmetic<N>, { value, error }: Ball<N>): boolean {
  return !rough.less(error, rough.absolute(value));
}
