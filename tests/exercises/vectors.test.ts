/** Models of vectors and matrices, against a network written out by hand and against mathjs. */

import fc from "fast-check";
import { evaluate, flatten } from "mathjs";
import { describe, expect, test } from "vitest";
import { ExerciseError } from "../../src/exercises/problem.ts";
import { trace } from "../../src/exercises/trace.ts";
import { grade, loadExercise } from "../../src/index.ts";

type Matrix = readonly (readonly number[])[];

const one = { id: "q", kind: "number", points: 1, reference: { number: 1 } };
const exercise = (model: object, values: object = {}, questions: readonly object[] = [one]) =>
  loadExercise({ id: "v", title: "v", model, cases: { a: values }, questions });

/** Forward pass and backpropagation through time of h = tanh(W h + U x + b), p = softmax(V h), L = -Σ log p[c], by hand. */
function network(
  W: Matrix,
  U: Matrix,
  b: readonly number[],
  V: Matrix,
  h0: readonly number[],
  x: Matrix,
  c: readonly number[],
) {
  const times = (A: Matrix, v: readonly number[]) =>
    A.map((row) => row.reduce((sum, a, j) => sum + a * (v[j] ?? 0), 0));
  const plus = (...all: (readonly number[])[]) =>
    (all[0] ?? []).map((_, i) => all.reduce((sum, v) => sum + (v[i] ?? 0), 0));
  const h = [h0];
  const p: number[][] = [];
  let loss = 0;
  for (const [t, input] of x.entries()) {
    const next = plus(times(W, h[t] ?? []), times(U, input), b).map(Math.tanh);
    const powers = times(V, next).map(Math.exp);
    const all = powers.reduce((sum, power) => sum + power, 0);
    h.push(next);
    p.push(powers.map((power) => power / all));
    loss -= Math.log(p[t]?.[(c[t] ?? 1) - 1] ?? 0);
  }
  const dW = W.map((row) => row.map(() => 0));
  let dh = h0.map(() => 0);
  for (let t = x.length - 1; t >= 0; t--) {
    const dz = (p[t] ?? []).map((share, k) => share - (k + 1 === c[t] ? 1 : 0));
    const all = plus(
      dh,
      h0.map((_, i) => V.reduce((sum, row, k) => sum + (row[i] ?? 0) * (dz[k] ?? 0), 0)),
    );
    const du = all.map((d, i) => d * (1 - (h[t + 1]?.[i] ?? 0) ** 2));
    for (const [i, row] of dW.entries())
      for (const j of row.keys()) row[j] = (row[j] ?? 0) + (du[i] ?? 0) * (h[t]?.[j] ?? 0);
    dh = h0.map((_, j) => W.reduce((sum, row, i) => sum + (row[j] ?? 0) * (du[i] ?? 0), 0));
  }
  return { h, p, loss, dW };
}

const rnn = (n: number, inputs: number, classes: number) => ({
  parameters: { W: [n, n], U: [n, inputs], b: [n], V: [classes, n] },
  inputs: { x: [inputs], c: [] },
  equations: {
    "h[t]": "tanh(W*h[t-1] + U*x[t] + b)",
    "p[t]": "softmax(V*h[t])",
    L: "-sum(log(p[t][c[t]]))",
  },
});

test("a network of any size agrees with one written by hand", async () => {
  const weight = fc.integer({ min: -20, max: 20 }).map((n) => n / 16);
  const list = (n: number) => fc.array(weight, { minLength: n, maxLength: n });
  const matrix = (m: number, n: number) => fc.array(list(n), { minLength: m, maxLength: m });
  const sizes = fc.tuple(...[2, 1, 2, 1].map((least) => fc.integer({ min: least, max: 4 })));
  const numbers = sizes.chain(([n = 2, inputs = 1, classes = 2, T = 1]) =>
    fc.record({
      sizes: fc.constant([n, inputs, classes] as const),
      values: fc.record({
        W: matrix(n, n),
        U: matrix(n, inputs),
        b: list(n),
        V: matrix(classes, n),
        h0: list(n),
        x: matrix(T, inputs),
        c: fc.array(fc.integer({ min: 1, max: classes }), { minLength: T, maxLength: T }),
      }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(numbers, async ({ sizes: [n, inputs, classes], values }) => {
      const { W, U, b, V, h0, x, c } = values;
      const { h, p, loss, dW } = network(W, U, b, V, h0, x, c);
      const { outputs, gradients, values: all = {} } = trace(await exercise(rnn(n, inputs, classes), values));
      const T = x.length;
      expect(outputs.L).toBeCloseTo(loss, 10);
      for (let i = 0; i < n; i++) expect(all[`h[${T}][${i + 1}]`]).toBeCloseTo(h[T]?.[i] ?? Number.NaN, 12);
      for (let k = 0; k < classes; k++) expect(all[`p[1][${k + 1}]`]).toBeCloseTo(p[0]?.[k] ?? Number.NaN, 12);
      for (const [i, row] of dW.entries())
        for (const [j, slope] of row.entries()) expect(gradients.L?.[`W[${i + 1},${j + 1}]`]).toBeCloseTo(slope, 10);
    }),
    { numRuns: 40 },
  );
});

test("many steps in compiled loops give what few on the graph give", async () => {
  const values = {
    W: [
      [0.5, -0.3],
      [0.2, 0.4],
    ],
    U: [[1], [0.5]],
    b: [0, 0.1],
    V: [
      [1, -1],
      [0.5, 2],
    ],
    h0: [0.1, -0.2],
  };
  const T = 120;
  const x = Array.from({ length: T }, (_, t) => [Math.sin(t)]);
  const c = x.map((_, t) => 1 + (t % 2));
  const { loss, dW } = network(values.W, values.U, values.b, values.V, values.h0, x, c);
  const { outputs, gradients } = trace(await exercise(rnn(2, 1, 2), { ...values, x, c }));
  expect(outputs.L).toBeCloseTo(loss, 9);
  expect(gradients.L?.["W[2,1]"]).toBeCloseTo(dW[1]?.[0] ?? 0, 9);
});

test("what has one column is a vector: a GRU of two units", async () => {
  const model = {
    parameters: { Wz: [2, 1], Uz: [2, 2], Wh: [2, 1], Uh: [2, 2], v: [2] },
    inputs: { x: [1] },
    equations: {
      "z[t]": "sigmoid(Wz*x[t] + Uz*h[t-1])",
      "k[t]": "tanh(Wh*x[t] + Uh*h[t-1])",
      "h[t]": "(1 - z[t]).*h[t-1] + z[t].*k[t]",
      "y[t]": "v'*h[t]",
      L: "sum((y[t] - 1)^2)/T",
      steepness: "norm(grad(L, v))",
    },
  };
  const values = {
    ...{
      Wz: [[0.5], [-0.3]],
      Uz: [
        [0.4, 0.1],
        [0.2, -0.6],
      ],
      Wh: [[0.8], [0.3]],
      Uh: [
        [-0.5, 0.2],
        [0.1, 0.7],
      ],
    },
    ...{ v: [1, -2], h0: [0.2, -0.1], x: [[1], [-1], [0.5]] },
  };
  // By a program of its own, gradients by differences.
  const { outputs, gradients, values: all = {} } = trace(await exercise(model, values));
  expect(all["h[3][1]"]).toBeCloseTo(0.18713677480035, 12);
  expect(gradients.L?.["Uh[1,2]"]).toBeCloseTo(0.043408468875, 8);
  expect(outputs.steepness).toBeCloseTo(0.261978684486, 8);
});

describe("what is written means what it means to mathjs", () => {
  const scope = {
    A: [
      [1, 2],
      [3, 4],
    ],
    B: [
      [0.5, -1, 2],
      [1, 0, 3],
    ],
    v: [2, -1],
    w: [0.5, 3],
    s: 3,
  };
  const shapes = { A: [2, 2], B: [2, 3], v: [2], w: [2], s: [] };

  test.each([
    "A*v",
    "A*B",
    "A'*v",
    "B'*v",
    "v.*w",
    "v./w",
    "A.*A",
    "s*v - w/2",
    "A*(v + w)",
    "A*A*v",
    "s*A*v/2",
    "abs(v)",
    "dot(v, w)",
    "norm(w)",
    "concat(v, w)",
    "max(w)",
    "A[2,1]*v",
    "v[2]*w[1]",
  ])("%s", async (formula) => {
    const { values = {} } = trace(await exercise({ parameters: shapes, equations: { z: formula } }, scope), {
      wrt: [],
    });
    const wanted: unknown = evaluate(formula, { ...scope });
    const numbers = typeof wanted === "number" ? [wanted] : (flatten(wanted as number[]).valueOf() as number[]);
    expect(Object.values(values)).toHaveLength(numbers.length);
    for (const [i, number] of Object.values(values).entries())
      expect(number, String(i)).toBeCloseTo(numbers[i] as number, 12);
  });

  test.each([
    ["total(v)", [1]],
    ["outer(v, w)", [1, 6, -0.5, -3]],
    ["onehot(2, 3)", [0, 1, 0]],
    ["v*w'", [1, 6, -0.5, -3]],
    ["v'*w", [-2]],
    ["softmax(0*v)", [0.5, 0.5]],
  ])("%s", async (formula, numbers) => {
    const { values = {} } = trace(await exercise({ parameters: shapes, equations: { z: formula } }, scope), {
      wrt: [],
    });
    expect(Object.values(values)).toEqual(numbers);
  });

  test.each([
    ["A*B*v", /2×3 and 2×1/],
    ["v*w", /2×1 and 2×1/],
    ["A + B", /2×2 and 2×3/],
    ["v[3]", /2×1/],
    ["A[1]", /2×2/],
    ["s[1]", /1×1/],
    ["A^2", /2×2 and 1×1/],
  ])("%s does not fit", async (formula, told) => {
    const error = await exercise({ parameters: shapes, equations: { z: formula } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExerciseError);
    expect(String((error as Error).message)).toMatch(told);
  });
});

test("numbers of another shape are an author's error", async () => {
  const model = {
    parameters: { W: [2, 2] },
    inputs: { x: [2] },
    equations: { "h[t]": "W*h[t-1] + x[t]", L: "total(h[T])" },
  };
  for (const [values, told] of [
    [{ W: [1, 2] }, /W needs numbers in the shape 2×2, not 2×1/],
    [{ W: [[1, 2], [3]] }, /W needs/],
    [{ h0: [1, 2, 3] }, /h0 needs numbers in the shape 2×1, not 3×1/],
    [{ x: [1, 2] }, /x needs/],
  ] as const)
    await expect(exercise(model, values)).rejects.toThrow(told);
});

describe("how far a gradient flows", () => {
  const model = {
    parameters: ["w", "u", "eta"],
    inputs: ["x"],
    equations: {
      "h[t]": "w*h[t-1] + u*x[t]",
      "k[t]": "w*stop(k[t-1]) + u*x[t]",
      L: "h[T]",
      K: "k[T]",
      g: "grad(L, u)",
      next: "u - eta*g",
      curvature: "grad(g, w)",
    },
  };
  const values = { w: 0.9, u: 0.5, eta: 0.1, x: [-10, 1, 1], h0: 0, k0: 0 };

  test.each([
    [{ gradient: "L", wrt: "u" }, -6.2],
    [{ gradient: "L", wrt: "u", truncate: 2 }, 1.9],
    [{ gradient: "L", wrt: "u", truncate: 1 }, 1],
    [{ gradient: "K", wrt: "u" }, 1],
    [{ gradient: "h3", wrt: "w", direct: true }, -4],
    [{ value: "next" }, 1.12],
    // d/dw (x3 + w x2 + w² x1) = x2 + 2 w x1
    [{ value: "curvature" }, -17],
  ])("%j is %f", async (reference, value) => {
    const question = { ...one, reference, tolerance: { absolute: 1e-9 } };
    const graded = grade(await exercise(model, values, [question]), { q: value });
    expect(graded.items[0]).toMatchObject({ verdict: "correct" });
  });

  test.each([
    ["x2", "correct"],
    ["x2 + w*x1", "incorrect"],
  ])("the partial derivative of h2 is no total one: %s", async (answer, verdict) => {
    const reference = { derivative: "h2", wrt: "u", direct: true };
    const graded = grade(await exercise(model, values, [{ ...one, kind: "expression", reference }]), { q: answer });
    expect(graded.items[0]).toMatchObject({ verdict });
  });

  // By the length of the pieces, computed by an independent program.
  test.each([
    [100, 92.29],
    [50, 91.957],
    [20, 89.518],
    [10, 85.787],
    [5, 88.564],
    [2, 74.829],
    [1, 62.96],
  ])("over 100 steps in pieces of %i", async (truncate, value) => {
    const long = {
      parameters: ["W", "U", "V"],
      inputs: ["x"],
      steps: 100,
      equations: { "h[t]": "tanh(W*h[t-1] + U*x[t])", "y[t]": "V*h[t]", L: "sum(y[t]^2)" },
    };
    const question = { ...one, reference: { gradient: "L", wrt: "W", truncate }, tolerance: { decimals: 3 } };
    const graded = grade(await exercise(long, { W: 0.9, U: 0.5, V: 1.3, h0: 0.1, x: "sin(0.1*t)" }, [question]), {
      q: value,
    });
    expect(graded.items[0]).toMatchObject({ verdict: "correct" });
  });
});
