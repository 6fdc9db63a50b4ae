/** Hostile answers for any exercise, generated: what students, scripts and attackers may send. */

import fc from "fast-check";
import { type Exercise, fieldsOf } from "../../src/exercises/exercise.ts";

const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(
    0,
    -0,
    1e308,
    -1e308,
    5e-324,
    0.1 + 0.2,
    294,
    196,
    300,
    0.46,
    -0.49,
    0.455,
    1e21,
    123456789012345680000,
  ),
);

const numberTexts = fc.oneof(
  numbers.map(String),
  fc
    .tuple(numbers, fc.constantFrom("%", " kg", "e5", "e", ",5", ".", "…", "^2", "!", "/0", "*10^-3"))
    .map((p) => p.join("")),
  fc.constantFrom(
    "1/3",
    "sqrt(-1)",
    "9^9^9^9",
    "1e999999999",
    "0x10",
    "١٢٣",
    "½",
    "1,250",
    "1.2.3",
    "--1",
    "NaN",
    "∞",
    "1e",
    "٫5",
  ),
);

const pieces = [
  ..."+-*/^()[]{}|\\$_&=,.;:!<>~ \t\n\r\u0000\u001b\u200b\u202e\ud800\udfff₁²τ·−×÷½√∞∂σ",
  "y1",
  "y2",
  "h0",
  "h1",
  "h[2]",
  "h_{1}",
  "tau1",
  "\\tau_2",
  "W",
  "U",
  "V",
  "x1",
  "tanh",
  "tanh^2",
  "sech(",
  "sigmoid(",
  "\\frac{",
  "\\left(",
  "\\right)",
  "\\tanh",
  "\\sqrt{",
  "\\cdot",
  "dh1/dW",
  "1",
  "0",
  "2",
  "1e400",
  "0.3333333",
  "-",
  "digraph {",
  "->",
  "-->",
  "h1 -> h2;",
  "graph LR",
  "subgraph",
  "}",
  "not",
  "nicht",
  "gradient",
  "clipping",
  "norm",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
];

const mixtures = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((p) => p.join(""));
const deep = fc
  .tuple(
    fc.constantFrom("(", "tanh(", "-", "[", "{", "\\frac{1}{", "h1^", "1/", "[[", "!"),
    fc.integer({ min: 1, max: 3000 }),
  )
  .map(([piece, n]) => piece.repeat(n));
const texts = fc.oneof(
  numberTexts,
  mixtures,
  deep,
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 40 }),
);

const scalars = fc.oneof(
  { weight: 4, arbitrary: texts },
  { weight: 2, arbitrary: numbers },
  fc.boolean(),
  fc.constant(null),
);

/** Anything that JSON can hold, and some numbers that it can't. */
const values = fc.oneof(
  { weight: 6, arbitrary: scalars },
  { weight: 2, arbitrary: fc.array(scalars, { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalars, { maxLength: 3 }), { maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), scalars, {
      maxKeys: 5,
    }),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** A submission: an object of answers with the exercise's own keys and others. */
export function hostileAnswers(exercise: Exercise): fc.Arbitrary<Record<string, unknown>> {
  const keys = exercise.questions.flatMap(fieldsOf);
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...keys) },
    fc.constantFrom(...pieces),
    fc.string({ maxLength: 8 }),
  );
  return fc.array(fc.tuple(key, values), { maxLength: keys.length + 2 }).map((entries) => Object.fromEntries(entries));
}

/** Texts that should be submissions and mostly are none. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  texts,
  fc.json(),
  fc.json().map((json) => json.slice(0, Math.floor(json.length / 2))),
  fc.tuple(fc.constantFrom('{"answers":', '{"answers":{"dz_dW":', "[", "\ufeff{"), texts).map((p) => p.join("")),
);
