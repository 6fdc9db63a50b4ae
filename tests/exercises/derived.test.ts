/**
 * Editing an exercise changes its answers and nothing else is needed. Expected values come from loops and difference
 * quotients written here, not from the engine.
 */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { trace } from "../../src/exercises/trace.ts";
import { grade } from "../../src/grading/grade.ts";
import { readExercise } from "../../src/kinds/read.ts";

function edited(id: string, ...changes: readonly (readonly [string, string])[]): Exercise {
  let text = readFileSync(new URL(`../../exercises/${id}/exercise.yaml`, import.meta.url), "utf8");
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return readExercise(text);
}

function verdicts(exercise: Exercise, answers: object): Record<string, string> {
  return Object.fromEntries(grade(exercise, answers).items.map(({ id, verdict }) => [id, verdict]));
}

const W = 0.9;
const U = 0.5;
const V = 1.3;
const h0 = 0.1;
const inputs = [0.5, -1, 0.7];

/** The network of ex2 as a loop: outputs by `output`, joined by `join`. */
function network(steps: number, output: (h: number) => number, join: (y: readonly number[]) => number) {
  return (weight: number) => {
    const y: number[] = [];
    let h = h0;
    for (let t = 0; t < steps; t++) {
      h = Math.tanh(weight * h + U * (inputs[t] as number));
      y.push(output(h));
    }
    return join(y);
  };
}

function slope(f: (x: number) => number, at: number): number {
  const step = 1e-4;
  const central = (d: number) => (f(at + d) - f(at - d)) / (2 * d);
  return (4 * central(step / 2) - central(step)) / 3;
}

const product = (y: readonly number[]) => y.reduce((all, one) => all * one, 1);
const sum = (y: readonly number[]) => y.reduce((all, one) => all + one, 0);

const squared: [string, string] = ['"y[t]": V*h[t]', '"y[t]": V*h[t]^2'];
const threeSteps: [string, string] = ["steps: 2\n", "steps: 3\n"];
const summed: [string, string] = ["z: prod(y[t])", "z: sum(y[t])"];

describe("the gradient follows the file", () => {
  test.each([
    { name: "as it is", changes: [], steps: 2, output: (h: number) => V * h, join: product },
    { name: "outputs squared", changes: [squared], steps: 2, output: (h: number) => V * h * h, join: product },
    { name: "three steps", changes: [threeSteps], steps: 3, output: (h: number) => V * h, join: product },
    {
      name: "outputs squared, three steps",
      changes: [squared, threeSteps],
      steps: 3,
      output: (h: number) => V * h * h,
      join: product,
    },
    { name: "a sum", changes: [summed], steps: 2, output: (h: number) => V * h, join: sum },
  ])("$name", ({ changes, steps, output, join }) => {
    const set = { W, U, V, h0, x: inputs.slice(0, steps) };
    const result = trace(edited("ex2", ...changes), { set });
    const z = network(steps, output, join);
    expect(result.steps).toBe(steps);
    expect(result.outputs.z).toBeCloseTo(z(W), 12);
    expect(result.gradients.z?.W).toBeCloseTo(slope(z, W), 9);
  });
});

describe("ex2 with squared outputs and three steps", () => {
  const exercise = edited("ex2", squared, threeSteps);
  const s = (t: number) => `(1-tanh(tau${t})^2)`;
  const dh1 = `${s(1)}*h0`;
  const dh2 = `${s(2)}*(h1 + W*${dh1})`;
  const dh3 = `${s(3)}*(h2 + W*${dh2})`;
  const dy = (t: number, dh: string) => `2*V*h${t}*${dh}`;
  const right = `y2*y3*${dy(1, dh1)} + y1*y3*${dy(2, dh2)} + y1*y2*${dy(3, dh3)}`;
  const before = readFileSync(new URL("../../exercises/ex2/answers/right.json", import.meta.url), "utf8");

  test("asks for its own derivative, and no longer for the old one", () => {
    expect(verdicts(exercise, { dz_dW: right }).dz_dW).toBe("correct");
    expect(["incorrect", "partial"]).toContain(grade(exercise, before).items[0]?.verdict);
    expect(verdicts(edited("ex2"), { dz_dW: right }).dz_dW).not.toBe("correct");
  });

  test("asks for what its own backward pass reads", () => {
    // The slope of h² reads h, so h1 … h3 are needed beside h0, each tau and each y.
    const stored = ["y1", "y2", "y3", "h0", "h1", "h2", "h3", "tau1", "tau2", "tau3"];
    expect(verdicts(exercise, { stored }).stored).toBe("correct");
    expect(verdicts(exercise, { stored: stored.filter((name) => name !== "h3") }).stored).toBe("partial");
    // T of y, T + 1 of h, T of tau; with reuse no tau.
    expect(verdicts(exercise, { extra_100: 3 * 98, extra_100_reuse: 2 * 98 })).toMatchObject({
      extra_100: "correct",
      extra_100_reuse: "correct",
    });
  });
});

describe("ex2 with a sum", () => {
  const exercise = edited("ex2", summed);

  test("needs no outputs any more", () => {
    const dz = "V*h0*(1-tanh(tau1)^2) + V*(1-tanh(tau2)^2)*(h1 + W*h0*(1-tanh(tau1)^2))";
    expect(
      verdicts(exercise, {
        dz_dW: dz,
        stored: ["h0", "h1", "tau1", "tau2"],
        extra_100: 2 * 98,
        extra_100_reuse: 98,
      }),
    ).toEqual({ dz_dW: "correct", stored: "correct", extra_100: "correct", extra_100_reuse: "correct" });
  });
});

describe("ex1 with three steps", () => {
  test("has the edges of the third step too", () => {
    const exercise = edited("ex1", [
      "reference: { unrolled: [y], steps: 2 }",
      "reference: { unrolled: [y], steps: 3 }",
    ]);
    const edges = [1, 2, 3].flatMap((t) => [
      ["W", `h${t}`],
      ["U", `h${t}`],
      [`x${t}`, `h${t}`],
      [`h${t - 1}`, `h${t}`],
      ["V", `y${t}`],
      [`h${t}`, `y${t}`],
    ]);
    expect(verdicts(exercise, { edges }).edges).toBe("correct");
    expect(verdicts(exercise, { edges: edges.slice(0, 12) }).edges).toBe("partial");
  });
});

describe("ex6 with other numbers", () => {
  type Numbers = { readonly a: number; readonly b: number; readonly c: number };
  const x = [0.5, -1];

  function states({ a, b, c }: Numbers): readonly number[] {
    const h: number[] = [];
    for (const input of x) h.push(Math.tanh(a * input + b * (h.at(-1) ?? 0) + c));
    return h;
  }
  const loss = (numbers: Numbers) => states(numbers).reduce((all, h) => all + h * h, 0);
  const norm = (numbers: Numbers) =>
    Math.hypot(
      ...(["a", "b", "c"] as const).map((key) => slope((value) => loss({ ...numbers, [key]: value }), numbers[key])),
    );

  test.each([
    [
      { a: 20, b: 1, c: 1 },
      { a: 1, b: 1, c: 0 },
    ],
    [
      { a: 1, b: 1, c: 0 },
      { a: 20, b: 1, c: 1 },
    ],
    [
      { a: 0.5, b: -1, c: 0.25 },
      { a: 3, b: 2, c: 0.5 },
    ],
    [
      { a: 4, b: 0.5, c: 1 },
      { a: 0.8, b: 0.3, c: -0.2 },
    ],
  ])("%o and %o", (one, two) => {
    const row = ({ a, b, c }: Numbers) => `{ a: ${a}, b: ${b}, c: ${c}, x: [0.5, -1], h0: 0 }`;
    const changes = [
      ["set1: { a: 20, b: 1, c: 1, x: [0.5, -1], h0: 0 }", `set1: ${row(one)}`],
      ["set2: { a: 1, b: 1, c: 0, x: [0.5, -1], h0: 0 }", `set2: ${row(two)}`],
    ] as const;
    const exercise = edited("ex6", ...changes);
    const rounded = (numbers: Numbers) => {
      const [h1 = 0, h2 = 0] = states(numbers);
      return { h1: h1.toFixed(2), h2: h2.toFixed(2), loss: loss(numbers).toFixed(2) };
    };
    const better = norm(one) > norm(two) ? 1 : 2;
    const right = verdicts(exercise, { set1: rounded(one), set2: rounded(two), better });
    expect(new Set(Object.entries(right).flatMap(([id, verdict]) => (id === "reason" ? [] : verdict)))).toEqual(
      new Set(["correct"]),
    );
    expect(verdicts(exercise, { better: 3 - better }).better).toBe("incorrect");
  });
});

describe("numbers in the patterns of a text", () => {
  const own = (x: readonly number[]) =>
    readExercise(
      JSON.stringify({
        id: "own",
        title: "Own",
        statement: "A statement",
        model: { parameters: ["a"], inputs: ["x"], steps: 2, equations: { "h[t]": "tanh(a*x[t])", L: "sum(h[t]^2)" } },
        cases: { one: { a: 1, x }, two: { a: 20, x } },
        questions: [
          {
            id: "q",
            kind: "text",
            points: 1,
            criteria: [
              {
                id: "loss",
                points: 1,
                met: ["loss & {L @ one} | small", "<first> & loss"],
                concepts: { first: ["a = {a @ two}", "{a*x[2] @ two}"] },
                hint: { en: "How large is it?", de: "Wie groß ist er?" },
              },
            ],
          },
        ],
      }),
    );
  const criterion = (x: readonly number[], answer: string) =>
    grade(own(x), { q: answer }).items[0]?.criteria?.[0]?.verdict;

  test.each([
    { x: [0.5, -1], right: "0.79", wrong: "0.46" },
    { x: [0.5, -0.5], right: "0.43", wrong: "0.79" },
    { x: [9, -9], right: "2", wrong: "0.79" },
  ])("are those of the model with $x", ({ x, right, wrong }) => {
    expect(criterion(x, `The loss is ${right}.`)).toBe("met");
    expect(criterion(x, `The loss is ${wrong}.`)).toBe("review");
    expect(criterion(x, "With a = 20 the loss is so.")).toBe("met");
    expect(criterion(x, `At ${Math.abs(20 * (x[1] ?? 0))} the loss is so.`)).toBe("met");
  });

  test("of a case that is not there are an author's mistake", () => {
    expect(() => edited("ex6", ["{L @ set2}", "{L @ set9}"])).toThrow("there is no case set9, only set1, set2");
  });
});

describe("without steps, the lists of a case say how many there are", () => {
  const exercise = readExercise(
    JSON.stringify({
      id: "own",
      title: "Own",
      statement: "A statement",
      model: { parameters: ["w"], inputs: ["x"], equations: { "s[t]": "w*s[t-1] + x[t]", m: "sum(s[t])" } },
      cases: { two: { w: 0.5, s0: 0, x: [1, 2] }, four: { w: 0.5, s0: 0, x: [1, 2, 3, 4] } },
      questions: [
        { id: "two", kind: "number", points: 1, reference: { value: "m", case: "two" } },
        { id: "four", kind: "number", points: 1, reference: { value: "m", case: "four" } },
        { id: "last", kind: "number", points: 1, reference: { value: "s[T]", case: "four" } },
        { id: "slope", kind: "number", points: 1, reference: { gradient: "m", wrt: "w", case: "four" } },
        {
          id: "larger",
          kind: "choice",
          points: 1,
          options: [
            { value: 1, case: "two" },
            { value: 2, case: "four" },
          ],
          reference: { best: { largest: { value: "m" } } },
        },
      ],
    }),
  );

  test("in questions", () => {
    // s = 1, 2.5, 4.25, 6.125 and ds/dw = 0, 1, 3, 5.75.
    const { items } = grade(exercise, { two: 3.5, four: 13.875, last: 6.125, slope: 9.75, larger: 2 });
    expect(items.map(({ verdict }) => verdict)).toEqual(new Array(5).fill("correct"));
  });

  test("in a trace", () => {
    expect(trace(exercise)).toMatchObject({ steps: 2, outputs: { m: 3.5 } });
    expect(trace(exercise, { case: "four" })).toMatchObject({ steps: 4, outputs: { m: 13.875 } });
  });
});
