import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindChoice } from "../../../src/kinds/choice/kind.ts";
import type { Json } from "../../../src/kinds/judgement.ts";
import { expectFilledMessages } from "../graph/messages.ts";

const yesNo = bindChoice(["false"], [{ value: true }, { value: false }], 1);
const numbered = bindChoice(["2"], [{ value: 1 }, { value: 2 }], 1);
const named = bindChoice(
  ["forward"],
  [{ value: "forward", synonyms: ["on the way there"] }, { value: "backward" }, { value: "both" }],
  1,
);

const neighbour = bindChoice(
  ["previous"],
  [
    { value: "previous", synonyms: ["t-1", "h[t-1]"] },
    { value: "next", synonyms: ["t+1", "h[t+1]"] },
  ],
  1,
);

const right: [string, typeof yesNo, Json[]][] = [
  [
    "false",
    yesNo,
    [
      false,
      "false",
      "No",
      "NO.",
      "nein",
      "n",
      "nope",
      "nah",
      "nö",
      "falsch",
      "f",
      0,
      "0",
      "No, they do not",
      "Nein: gar nicht",
    ],
  ],
  [
    "2",
    numbered,
    [
      2,
      "2",
      "(2)",
      "2.",
      "set 2",
      "Set (2)",
      "set2",
      "set-2",
      "parameter set 2",
      "b",
      "(b)",
      "second",
      "the second one",
    ],
  ],
  [
    "2, more",
    numbered,
    ["two", "zwei", "das zweite", "Satz 2", "set two", "number two", "#2", "Nr. 2", "2.0", 2.0, ["2"], "２"],
  ],
  [
    "forward",
    named,
    ["forward", "Forward", "forward pass", "in the forward pass only", "forwards", "vorwärts", "nur vorwärts"],
  ],
  ["previous", neighbour, ["t-1", "t − 1", "h[t-1]", "h_{t-1}", "the state at t-1"]],
  [
    "2, not 1",
    numbered,
    [
      "set 2 (not set 1)",
      "2, not 1",
      "not 1 but 2",
      "second one",
      "2 rather than 1",
      "the second instead of the first",
      "2 anstatt 1",
      "I choose 2",
      "nicht 1, sondern 2",
    ],
  ],
  ["forward, not backward", named, ["forward, not backward", "forward (nicht backward)"]],
  [
    "2, explained",
    numbered,
    [
      "Set 2 because its gradient does not vanish",
      "set 2, as tanh is not saturated",
      "2, since h1 = 0.46",
      "I think 2",
    ],
  ],
  ["no, explained", yesNo, ["No, it is not true", "N - they don't", "no; t does not occur"]],
  [
    "forward, more",
    named,
    ["Vorwärtsdurchlauf", "forwardpass", "on the way there", ["forward"], "during the forward pass"],
  ],
];
const wrong: [string, typeof yesNo, Json[]][] = [
  ["next", neighbour, ["t+1", "t + 1", "h[t+1]", "h_{t+1}", "step t+1"]],
  ["true", yesNo, [true, "yes", "Ja", "wahr", "richtig", 1, "Yes, through h1", "ja natürlich"]],
  ["1", numbered, [1, "1", "set 1", "(a)", "first", "erste", "set one"]],
  ["backward, both", named, ["backward", "both", "beide", "rückwärts", "both passes", "forward and backward"]],
];
const unreadable: [string, typeof yesNo, Json[], string][] = [
  [
    "several",
    numbered,
    ["a/b", "a, b", "I II", "one two", "A und B", "1/2", "first, second", "option a or option b"],
    "choice.several",
  ],
  ["several, more", numbered, ["1 or 2", "1, 2", "both 1 and 2", [1, 2], "2 > 1"], "choice.several"],
  ["several words", named, [["forward", "backward"]], "choice.several"],
  [
    "yes and no",
    yesNo,
    ["no, true", "t, f", "n/y", "wahr oder falsch", "No, yes", "yes and no", "yes, no", "ja nein", [true, false]],
    "choice.several",
  ],
  [
    "unknown",
    numbered,
    ["3", 3, -2, "-2", 1.5, "not 1", "1 is worse", "1.5", "the better one", {}, true, "h1", "a lot", [["4"]]],
    "choice.unknown",
  ],
  ["unknown word", named, ["sideways", 1, true, "not forward", []], "choice.unknown"],
  ["not yes or no", yesNo, ["perhaps", "not true", 2, "no doubt", {}], "choice.unknown"],
  ["a slip", named, ["forwrad"], "choice.unknown-nearest"],
];

describe("readings", () => {
  const rows = (table: [string, typeof yesNo, Json[]][]) =>
    table.flatMap(([name, judge, values]) =>
      values.map((value) => [name, JSON.stringify(value), judge, value] as const),
    );

  test.each(rows(right))("%s: %s is right", (_, __, judge, value) => {
    expect(judge({ value })).toEqual({ verdict: "correct", points: 1, reviewPoints: 0, feedback: [] });
  });
  test.each(rows(wrong))("%s: %s is wrong", (_, __, judge, value) => {
    const judgement = judge({ value });
    expect(judgement).toMatchObject({ verdict: "incorrect", points: 0 });
    expect(judgement.feedback[0]?.code).toBe("choice.wrong");
  });
  test.each(
    unreadable.flatMap(([name, judge, values, code]) =>
      values.map((value) => [name, JSON.stringify(value), judge, value, code] as const),
    ),
  )("%s: %s is unreadable", (_, __, judge, value, code) => {
    const judgement = judge({ value });
    expect(judgement).toMatchObject({ verdict: "invalid", points: 0 });
    expectFilledMessages(judgement);
    expect(judgement.feedback.map((f) => f.code)).toEqual([code]);
  });
});

test("signs are options, too", () => {
  const judge = bindChoice(["<"], [{ value: "<" }, { value: ">" }, { value: "=" }], 1);
  expect(["<", " < ", ">", "="].map((value) => judge({ value }).verdict)).toEqual([
    "correct",
    "correct",
    "incorrect",
    "incorrect",
  ]);
  expect(judge({ value: "?" }).verdict).toBe("invalid");
});

test("any JSON and any text: no exception, all or nothing", () => {
  const anything = fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(anything, fc.constantFrom(yesNo, numbered, named), (value, judge) => {
      const { points, verdict } = judge({ value });
      expect(points).toBe(verdict === "correct" ? 1 : 0);
    }),
  );
});

describe("options that say something", () => {
  const label = { en: "Many factors below 1 multiply", de: "Viele Faktoren unter 1" };
  const hint = { en: "Does it shrink with T?", de: "Schrumpft er mit T?" };
  const judge = bindChoice(
    ["b"],
    [
      { value: "a", label: { en: "|w|", de: "|w|" }, hint },
      { value: "b", label },
    ],
    1,
  );

  test.each(["b", "B", "(b)", "b)", label.en, label.de, "viele faktoren unter 1.", `b) ${label.en}`])("%s", (value) => {
    expect(judge({ value }).verdict).toBe("correct");
  });
  test("the author's hint for a wrong one, and none for the right one", () => {
    expect(judge({ value: "|w|" }).feedback.map((said) => said.in("de"))).toContain(hint.de);
    expect(judge({ value: "b" }).feedback).toEqual([]);
  });
  test("signs alone name no option", () => {
    expect(judge({ value: "||" }).verdict).toBe("invalid");
  });
});
