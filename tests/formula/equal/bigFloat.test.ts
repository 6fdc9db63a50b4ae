/** The operations in many digits against decimal.js, an independent implementation. */

import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { codeOf, type OperationName } from "../../../src/engine/operationCodes.ts";
import { operations } from "../../../src/engine/operations.ts";
import { bigArithmetic } from "../../../src/formula/equal/bigArithmetic.ts";
import type { Big } from "../../../src/formula/equal/bigFloat.ts";

const D = Decimal.clone({ precision: 260, toExpNeg: -9e15, toExpPos: 9e15 });
const one = new D(1);
type Oracle = (x: Decimal, y: Decimal) => Decimal;

const logistic: Oracle = (x) => one.div(x.negated().exp().plus(1));
const oracle: Readonly<Record<Exclude<OperationName, "constant" | "variable">, Oracle>> = {
  definition: (x) => x,
  add: (x, y) => x.plus(y),
  subtract: (x, y) => x.minus(y),
  multiply: (x, y) => x.times(y),
  divide: (x, y) => x.div(y),
  negate: (x) => x.negated(),
  power: (x, y) => x.pow(y),
  tanh: (x) => x.tanh(),
  tanhSlope: (x) => one.div(x.cosh().pow(2)),
  sigmoid: logistic,
  sigmoidSlope: (x, y) => logistic(x, y).times(logistic(x.negated(), y)),
  relu: (x) => D.max(x, 0),
  softplus: (x) => x.exp().plus(1).ln(),
  step: (x) => (x.greaterThan(0) ? one : new D(0)),
  sign: (x) => new D(Math.sign(x.toNumber())),
  abs: (x) => x.abs(),
  exp: (x) => x.exp(),
  log: (x) => x.ln(),
  sqrt: (x) => x.sqrt(),
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  tan: (x) => x.tan(),
  sinh: (x) => x.sinh(),
  cosh: (x) => x.cosh(),
  sech: (x) => one.div(x.cosh()),
  coth: (x) => x.cosh().div(x.sinh()),
  asin: (x) => x.asin(),
  acos: (x) => x.acos(),
  atan: (x) => x.atan(),
  asinh: (x) => x.asinh(),
  acosh: (x) => x.acosh(),
  atanh: (x) => x.atanh(),
};

const samples = ["0.3", "-0.7", "1.37", "-2.25", "0.000123", "-1e-9", "19.5", "-33", "0.999", "1.0001"];

describe.each(operations.filter(({ arity }) => arity !== 0).map(({ name }) => name))("%s", (name) => {
  it.each([200, 400])("to %i bits", (bits) => {
    const arithmetic = bigArithmetic(bits);
    for (const [i, sample] of samples.entries()) {
      const [x, y] = [arithmetic.literal(sample), arithmetic.literal(samples[(i + 3) % samples.length] as string)];
      const found = arithmetic.apply(codeOf(name), [x, y]);
      const wanted = oracle[name as keyof typeof oracle](decimal(x), decimal(y));
      if (arithmetic.isNaN(found)) expect(wanted.isNaN(), sample).toBe(true);
      else
        expect(isNear(decimal(found), wanted, bits), `${name}(${sample}) = ${decimal(found)}, not ${wanted}`).toBe(
          true,
        );
    }
  });
});

it("reads literals exactly", () => {
  const arithmetic = bigArithmetic(200);
  for (const text of ["0.1", "12.5e-3", "1e-300", "123456789012345678901234567890", ".5", "5."])
    expect(isNear(decimal(arithmetic.literal(text)), new D(text.replace(/\.$/, "")), 200), text).toBe(true);
});

it("stays bounded at any size", () => {
  const arithmetic = bigArithmetic(200);
  for (const { name, arity } of operations) {
    if (arity === 0) continue;
    for (const text of ["1e300", "-1e300", "1e-300", "0", "1e10000", "1e-10000"])
      expect(() =>
        arithmetic.apply(codeOf(name), [arithmetic.literal(text), arithmetic.literal("1e300")]),
      ).not.toThrow();
  }
});

function decimal({ mantissa, exponent }: Big): Decimal {
  return new D(mantissa.toString()).times(new D(2).pow(exponent));
}

function isNear(found: Decimal, wanted: Decimal, bits: number): boolean {
  if (wanted.isZero()) return found.isZero();
  return found
    .minus(wanted)
    .abs()
    .div(wanted.abs())
    .lessThan(new D(2).pow(4 - bits));
}
