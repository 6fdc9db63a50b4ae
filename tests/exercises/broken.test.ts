/** A broken exercise file names what is wrong with it, and where. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { ExerciseError } from "../../src/exercises/problem.ts";
import { AuthoredText, readExercise } from "../../src/kinds/read.ts";

interface Broken {
  readonly name: string;
  readonly text?: string;
  readonly change?: readonly [string, string];
  /** `line:column` of the first problem; absent: not told. */
  readonly at?: string;
  /** Part of what the first problem says. */
  readonly message: string;
}

const base = `id: own
title: Own
statement: A statement
model:
  parameters: [W, U, V]
  inputs: [x]
  steps: 2
  equations:
    "h[t]": tanh(W*h[t-1] + U*x[t])
    "y[t]":   V*h[t]
    z: prod(y[t])
cases:
  one: { W: 0.9, U: 0.5, V: 1.3, h0: 0.1, x: [0.5, -1] }
questions:
  - id: dz_dW
    kind: expression
    points: 6
    reference: { derivative: z, wrt: W }
    allow: [y, h, W, V]
  - id: loss
    kind: number
    points: 2
    reference: { value: z, case: one }
    tolerance: { decimals: 2 }
  - id: direction
    kind: choice
    points: 1
    reference: { neighbour: h }
    options: [previous, next]
  - id: kept
    kind: number
    points: 1
    reference: { stored: { of: z, wrt: W } }
`;
const table: readonly Broken[] = parse(readFileSync(new URL("broken.yaml", import.meta.url), "utf8"));

test("the base itself is right", () => {
  expect(readExercise(base).questions.map(({ id }) => id)).toEqual(["dz_dW", "loss", "direction", "kept"]);
});

test.each(table)("$name", ({ text, change: [from, to] = ["", ""], at, message }) => {
  expect(base).toContain(from);
  const error = errorOf(text ?? base.replace(from, to));
  const [first] = error.problems;
  expect(`${first?.path.join(".")}: ${first?.message}`).toContain(message);
  if (at !== undefined) {
    expect(`${error.line}:${error.column}`).toBe(at);
    expect(error.message).toContain(`own/exercise.yaml:${at}: `);
    expect(error.sourceLine).toBe((text ?? base.replace(from, to)).split("\n")[Number(error.line) - 1]);
  }
  expect(error.file).toBe("own/exercise.yaml");
});

function errorOf(text: string): ExerciseError {
  try {
    readExercise(new AuthoredText(text, "own/exercise.yaml"));
  } catch (error) {
    if (error instanceof Error && error.name === "ExerciseError") return error as ExerciseError;
    throw error;
  }
  throw new Error("this exercise was read without complaint");
}
