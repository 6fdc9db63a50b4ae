/** The operations of the table in numbers of any precision. Knows what each operation computes, no derivatives. */

import { type OperationName, operationNames } from "../../engine/operationCodes.ts";
import type { Arithmetic } from "./arithmetic.ts";
import {
  absolute,
  add,
  type Big,
  compare,
  divide,
  fromDecimal,
  fromNumber,
  hasValue,
  infinite,
  isInteger,
  isOdd,
  isUndefined,
  multiply,
  nan,
  negate,
  one,
  scale,
  sign,
  sqrt,
  subtract,
  toNumber,
  top,
  zero,
} from "./bigFloat.ts";
import { atan, exp, log, pi, sinCos } from "./bigFunctions.ts";

type Row = (bits: number, x: Big, y: Big) => Big;

/** Rows that put several functions together get more bits, so that what cancels on the way is not missed. */
function guarded(row: Row): Row {
  return (bits, x, y) => {
    if (!hasValue(x)) return row(bits, x, y);
    const result = row(bits + 64 + 2 * Math.min(2000, Math.max(0, -top(x), 0)), x, y);
    return add(result, zero, bits);
  };
}

const two = fromNumber(2);

const exponentials = (p: number, x: Big) => {
  const up = exp(x, p);
  return { up, down: divide(one, up, p) };
};
const sinh: Row = (p, x) => {
  if (top(x) > 40) return sign(x) > 0 ? infinite : negate(infinite);
  const { up, down } = exponentials(p, x);
  return scale(subtract(up, down, p), -1);
};
const cosh: Row = (p, x) => {
  if (top(x) > 40) return infinite;
  const { up, down } = exponentials(p, x);
  return scale(add(up, down, p), -1);
};
const tanh: Row = (p, x) => {
  // 1 − 2/(e^2|x| + 1), odd in x.
  const e = exp(scale(absolute(x), 1), p);
  const y = subtract(one, divide(two, add(e, one, p), p), p);
  return sign(x) < 0 ? negate(y) : y;
};
const sigmoid: Row = (p, x) => {
  const e = exp(negate(absolute(x)), p);
  return divide(sign(x) < 0 ? e : one, add(one, e, p), p);
};
const sigmoidSlope: Row = (p, x) => {
  const e = exp(negate(absolute(x)), p);
  const sum = add(one, e, p);
  return divide(e, multiply(sum, sum, p), p);
};
const asin: Row = (p, x) => {
  const cosine = sqrt(subtract(one, multiply(x, x, 2 * p), p), p);
  if (isUndefined(cosine)) return nan;
  if (cosine.mantissa !== 0n) return atan(divide(x, cosine, p), p);
  return sign(x) > 0 ? scale(pi(p), -1) : negate(scale(pi(p), -1));
};

const rows: Readonly<Record<Exclude<OperationName, "constant" | "variable">, Row>> = {
  definition: (_, x) => x,
  add: (p, x, y) => add(x, y, p),
  multiply: (p, x, y) => multiply(x, y, p),
  subtract: (p, x, y) => subtract(x, y, p),
  divide: (p, x, y) => divide(x, y, p),
  negate: (_, x) => negate(x),
  power,
  tanh: guarded(tanh),
  tanhSlope: guarded((p, x) => {
    const c = cosh(p, x, x);
    return divide(one, multiply(c, c, p), p);
  }),
  sigmoid: guarded(sigmoid),
  sigmoidSlope: guarded(sigmoidSlope),
  relu: (_, x) => (sign(x) > 0 || isUndefined(x) ? x : zero),
  softplus: guarded((p, x) =>
    add(sign(x) > 0 ? x : zero, log(add(one, exp(negate(absolute(x)), p), p + wide(x)), p), p),
  ),
  step: (_, x) => (isUndefined(x) ? nan : sign(x) > 0 ? one : zero),
  sign: (_, x) => (isUndefined(x) ? nan : fromNumber(sign(x))),
  abs: (_, x) => absolute(x),
  exp: (p, x) => exp(x, p),
  log: (p, x) => log(x, p),
  sqrt: (p, x) => sqrt(x, p),
  sin: (p, x) => sinCos(x, p).sin,
  cos: (p, x) => sinCos(x, p).cos,
  tan: guarded((p, x) => {
    const { sin, cos } = sinCos(x, p);
    return divide(sin, cos, p);
  }),
  sinh: guarded(sinh),
  cosh: guarded(cosh),
  sech: guarded((p, x) => divide(one, cosh(p, x, x), p)),
  coth: guarded((p, x) => divide(one, tanh(p, x, x), p)),
  asin: guarded(asin),
  acos: guarded((p, x) => subtract(scale(pi(p), -1), asin(p, x, x), p)),
  atan: (p, x) => atan(x, p),
  asinh: guarded((p, x) => {
    const size = absolute(x);
    const y = log(add(size, sqrt(add(multiply(size, size, 2 * p), one, 2 * p), p), p), p);
    return sign(x) < 0 ? negate(y) : y;
  }),
  acosh: guarded((p, x) => {
    if (compare(x, one) < 0) return nan;
    return log(add(x, sqrt(subtract(multiply(x, x, 2 * p), one, 2 * p), p), p), p);
  }),
  atanh: guarded((p, x) => scale(log(divide(add(one, x, p), subtract(one, x, p), p), p), -1)),
};

/** The bits that 1 + e^-|x| needs so that the small term is kept. */
function wide(x: Big): number {
  return Math.min(4000, Math.ceil(Math.abs(toNumber(x)) * 1.5));
}

function power(bits: number, x: Big, y: Big): Big {
  if (isUndefined(x) || isUndefined(y)) return nan;
  if (y.mantissa === 0n) return one;
  if (x.mantissa === 0n) return sign(y) > 0 ? zero : infinite;
  if (!hasValue(x) || !hasValue(y)) return nan;
  const whole = isInteger(y);
  if (sign(x) < 0 && !whole) return nan;
  if (whole && top(y) <= 10) return integerPower(bits + 24, x, toNumber(y), bits);
  // No base but 1 has a result within bounds there.
  if (top(y) > 4000) return compare(absolute(x), one) === 0 ? one : infinite;
  const extra = 16 + Math.max(0, top(y)) + 41;
  const size = exp(multiply(y, log(absolute(x), bits + extra), bits + extra), bits);
  return sign(x) < 0 && isOdd(y) ? negate(size) : size;
}

function integerPower(working: number, x: Big, y: number, bits: number): Big {
  let result = one;
  let square = x;
  for (let left = Math.abs(y); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square, working);
    if (left > 1) square = multiply(square, square, working);
  }
  return y < 0 ? divide(one, result, bits) : add(result, zero, bits);
}

const byCode: readonly (Row | undefined)[] = operationNames.map((name) =>
  name === "constant" || name === "variable" ? undefined : rows[name],
);

const made = new Map<number, Arithmetic<Big>>();

/** Numbers with `bits` bits. */
export function bigArithmetic(bits: number): Arithmetic<Big> {
  let arithmetic = made.get(bits);
  if (arithmetic === undefined) {
    arithmetic = make(bits);
    made.set(bits, arithmetic);
  }
  return arithmetic;
}

function make(bits: number): Arithmetic<Big> {
  return {
    bits,
    get rough() {
      return bigArithmetic(40);
    },
    number: fromNumber,
    literal: (text) => (text === "pi" ? pi(bits) : text === "e" ? exp(one, bits) : fromDecimal(text, bits)),
    apply: (code, args) => byCode[code]?.(bits, args[0] as Big, args[1] as Big) ?? nan,
    add: (a, b) => add(a, b, bits),
    multiply: (a, b) => multiply(a, b, bits),
    absolute,
    scale,
    less: (a, b) => compare(a, b) < 0,
    isNaN: isUndefined,
    isFinite: hasValue,
    isZero: (x) => x.mantissa === 0n && hasValue(x),
    isTiny: (x) => x.mantissa === 0n,
    isShort: (x) => hasValue(x) && (x.mantissa === 0n || (x.exponent >= -bits / 4 && top(x) < bits / 4)),
    isInteger,
    toNumber,
  };
}
