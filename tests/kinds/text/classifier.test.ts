/** The second judge: what it learns from labelled answers, and what it may decide. */

import { describe, expect, it } from "vitest";
import { withLabelled } from "../../../src/kinds/read.ts";
import { classifier, featuresOf, train } from "../../../src/kinds/text/classifier.ts";
import { bindText } from "../../../src/kinds/text/judge.ts";
import type { TextQuestion } from "../../../src/kinds/text/kind.ts";

const about = (word: string, marks: string) =>
  Array.from({ length: 25 }, (_, i) => ({ text: `the ${word} of step ${i} is ${i % 3} here`, marks }));
const examples = [...about("gradient", "m"), ...about("weather", "u")];
const learn = (from: readonly { text: string; marks: string }[]) =>
  train(
    from.map(({ text, marks }) => ({ marks, features: featuresOf(text, []) })),
    0,
  );
/** How sure it is that the criterion is met, and met at least partly. */
const opinion = (from: typeof examples, text: string) =>
  classifier(learn(from) ?? expect.unreachable())(featuresOf(text, []));

describe("training", () => {
  it("tells apart what the examples tell apart, also in words that it has not seen", () => {
    expect(opinion(examples, "a gradient appears").met).toBeGreaterThan(0.4);
    expect(opinion(examples, "Gradienten").met).toBeGreaterThan(0.4);
    expect(opinion(examples, "what weather").met).toBeLessThan(-0.4);
  });

  it("gives the same weights for the same examples", () => {
    expect(learn(examples)).toEqual(learn(examples));
  });

  it("does not guess from few examples of one side", () => {
    expect(learn([...about("gradient", "m"), ...about("weather", "u").slice(0, 19)])).toBeUndefined();
  });

  it("is balanced: many examples of one side do not outvote the other", () => {
    expect(opinion([...examples, ...about("rain", "u")], "gradient").met).toBeGreaterThan(0.4);
  });

  it("keeps apart what is met and what is met partly", () => {
    const { met, some } = opinion([...examples, ...about("slope", "p")], "the slope of step 3");
    expect(met).toBeLessThan(-0.4);
    expect(some).toBeGreaterThan(0.4);
  });

  it("learns nothing where markers might differ", () => {
    expect(learn(examples.map(({ text, marks }) => ({ text, marks: marks.toUpperCase() })))).toBeUndefined();
  });
});

describe("two judges", () => {
  const hint = { en: "?", de: "?" };
  const question: TextQuestion = {
    id: "why",
    kind: "text",
    points: 1,
    criteria: [{ id: "a", points: 1, hint, met: ["gradient"], wrong: [{ patterns: ["storm"], hint }] }],
  };
  const labelled = examples.map(({ text, marks }) => ({ answer: text, marks }));
  const exercise = { id: "own", title: hint, statement: hint, cases: {}, questions: [question], carry: true };
  const learnt = withLabelled(exercise, () => labelled).questions[0] as TextQuestion;
  const verdict = (answer: string, of = learnt) => bindText(of)(new Map([["why", answer]])).criteria?.[0]?.verdict;

  it.each([
    ["the gradient of step 3 is 0 here", "met", "both see it"],
    ["the weather of step 3 is 0 here", "unmet", "the second judge is sure, and no pattern speaks against it"],
    ["weather weather gradient weather", "review", "the second judge doubts what a pattern found"],
    ["some gradual thing", "review", "no pattern knows it, and the second judge is not sure enough alone"],
    ["a storm and the gradi ent of step 3 is 0 here", "review", "the second judge holds against what a pattern found"],
    ["Is the gradient of step 3 0 here?", "review", "a question claims nothing"],
  ])("%s: %s, as %s", (answer, expected) => {
    expect(verdict(answer)).toBe(expected);
  });

  it("says something whole where no words of the answer can be shown", () => {
    const { criteria } = bindText(learnt)(new Map([["why", "some gradual thing"]]));
    expect(criteria?.[0]).toMatchObject({ evidence: [], feedback: [{ code: "text.second-opinion" }] });
  });

  it.each([
    ["weather weather gradient weather", "met"],
    ["a storm", "unmet"],
    ["something that no pattern knows", "review"],
  ])("where nobody has labelled answers patterns decide, but their silence does not: %s", (answer, expected) => {
    expect(verdict(answer, question)).toBe(expected);
  });
});
