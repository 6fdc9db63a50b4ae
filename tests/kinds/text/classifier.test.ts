/** The second judge: what it learns from labelled answers, and what it may decide. */

import { describe, expect, it } from "vitest";
import { classifier, featuresOf } from "../../../src/kinds/text/classifier.ts";
import { bindText } from "../../../src/kinds/text/judge.ts";
import { text as kind, type TextQuestion } from "../../../src/kinds/text/kind.ts";
import { train } from "../../../src/kinds/text/training.ts";

const many = (each: (i: number) => { text: string; met: boolean }) => Array.from({ length: 25 }, (_, i) => each(i));
const about = (word: string, met: boolean) => many((i) => ({ text: `the ${word} of step ${i} is ${i % 3} here`, met }));
const examples = [...about("gradient", true), ...about("weather", false)];

describe("training", () => {
  it("tells apart what the examples tell apart, also in words that it has not seen", () => {
    const sure = classifier(train(examples) ?? expect.unreachable());
    expect(sure(featuresOf("a gradient appears"))).toBeGreaterThan(0.6);
    expect(sure(featuresOf("Gradienten"))).toBeGreaterThan(0.6);
    expect(sure(featuresOf("what weather"))).toBeLessThan(0.4);
  });

  it("gives the same weights for the same examples", () => {
    expect(train(examples)).toEqual(train(examples));
  });

  it("does not guess from few examples of one side", () => {
    expect(train([...about("gradient", true), ...about("weather", false).slice(0, 19)])).toBeUndefined();
  });

  it("is balanced: many examples of one side do not outvote the other", () => {
    const sure = classifier(
      train([...about("gradient", true), ...about("weather", false), ...about("rain", false)]) as never,
    );
    expect(sure(featuresOf("gradient"))).toBeGreaterThan(0.6);
  });
});

describe("two judges", () => {
  const hint = { en: "?", de: "?" };
  const question: TextQuestion = {
    id: "why",
    kind: "text",
    points: 1,
    criteria: [{ id: "a", points: 1, hint, met: ["gradient"], unsure: ["any: slope"] }],
  };
  const labelled = examples.map(({ text, met }) => ({ answer: text, marks: met ? "m" : "u" }));
  const verdict = (answer: string, of = kind.learn?.(question, labelled) ?? question) =>
    bindText(of)(new Map([["why", answer]])).criteria?.[0]?.verdict;

  it.each([
    ["the gradient of step 3", "met", "both see it"],
    ["the weather of step 3", "unmet", "neither sees it"],
    [
      "the weather gradient weather of weather here is weather",
      "review",
      "the second judge doubts what a pattern found",
    ],
    ["the grad ient of step 3, the gradi ent of it", "review", "the second judge sees what no pattern knows"],
    ["the weather slope weather of weather", "review", "what patterns leave open stays open"],
  ])("%s: %s, as %s", (answer, expected) => {
    expect(verdict(answer)).toBe(expected);
  });

  it("says something whole where no words of the answer can be shown", () => {
    const learnt = kind.learn?.(question, labelled) ?? question;
    const { criteria } = bindText(learnt)(new Map([["why", "the grad ient of step 3, the gradi ent of it"]]));
    expect(criteria?.[0]).toMatchObject({ evidence: [], feedback: [{ code: "text.second-opinion" }] });
  });

  it("patterns alone decide where nobody has labelled answers", () => {
    expect(verdict("the weather gradient weather of weather here is weather", question)).toBe("met");
  });

  it("learns nothing where markers might differ", () => {
    const debatable = labelled.map(({ answer, marks }) => ({ answer, marks: marks.toUpperCase() }));
    expect(kind.learn?.(question, debatable).weights).toEqual({ a: undefined });
  });
});
