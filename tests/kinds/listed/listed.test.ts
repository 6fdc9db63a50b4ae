/** Several options at once: how answers may be written, what they get, and what feedback must not tell. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Derivation } from "../../../src/exercises/derivation.ts";
import type { Question } from "../../../src/exercises/exercise.ts";
import { grade } from "../../../src/grading/grade.ts";
import { kinds } from "../../../src/kinds/index.ts";
import type { Json } from "../../../src/kinds/judgement.ts";
import { exerciseFromData } from "../../../src/kinds/read.ts";
import { expectFilledMessages } from "../graph/messages.ts";

const hint = { en: "Does it make small numbers larger?", de: "Macht es kleine Zahlen größer?" };
const exercise = exerciseFromData({
  id: "listed",
  title: "-",
  questions: [
    {
      id: "choices",
      kind: "choices",
      points: 3,
      reference: { choices: ["a", "c", "e"] },
      options: [
        { value: "a", label: { en: "Gates", de: "Tore" } },
        { value: "b", label: "Clipping, by norm", hint },
        { value: "c", label: { en: "Sum and skip", de: "Summe und Abkürzung" } },
        "d",
        "e",
      ],
    },
    { id: "apart", kind: "choices", points: 1, reference: { choices: [2, 3] }, options: [1, 4] },
    {
      id: "order",
      kind: "order",
      points: 3,
      reference: { order: ["forward", "loss", "backward", "update"] },
      options: ["backward", { value: "forward", label: "predict" }, "update", "loss"],
    },
    { id: "match", kind: "match", points: 1, reference: { match: { a: 1, b: 2, "set c": 1 } }, options: [3] },
  ],
});
const derivation = new Derivation(exercise);

function judgeOf(id: string) {
  const question = exercise.questions.find((one) => one.id === id) as Question;
  const judge = kinds[question.kind]?.bind(question, derivation);
  return (value: Json) => judge?.(new Map([[id, { value }]])) ?? expect.fail();
}
const judges = new Map(exercise.questions.map(({ id }) => [id, judgeOf(id)]));
const judge = (id: string, value: Json) => judges.get(id)?.(value) ?? expect.fail();
const codes = (id: string, value: Json) => judge(id, value).feedback.map(({ code }) => code);

type Row = readonly [id: string, points: number, values: readonly Json[]];
const graded: readonly Row[] = [
  [
    "choices",
    3,
    [
      ["a", "c", "e"],
      ["e", "c", "a", "a"],
      ["A", "(c)", "E."],
      ["Gates", "summe und abkürzung", "e", null, "…"],
      ["a, c and e"],
      [["a", "c", "e"]],
      "a, c, e",
      "a and c and e",
      "Tore, Sum and skip, e",
      "a c E",
      "- a\n- c\n- e",
      "1. a 2. c 3. e",
      "a; c und e",
    ],
  ],
  ["choices", 2, [["a", "c"], "e & a"]],
  ["choices", 1, ["a", ["a", "b", "c"], "Clipping, by norm; a; e"]],
  ["choices", 0, [["b"], ["a", "b"], ["a", "b", "c", "d"], "b, d", ["a", "b", "c", "d", "e"]]],
  ["apart", 1, [[2, 3], ["3", 2], "2, 3", "two and three", "zwei, drei"]],
  ["apart", 0, [[1, 2, 3, 4], [1]]],
  [
    "order",
    3,
    [
      ["forward", "loss", "backward", "update"],
      "Forward, loss, backward, update",
      "predict -> loss -> backward -> update",
      "forward → loss → rückwärts → update",
      "1. vorwärts\n2. loss\n3. backward\n4. update",
      "predict, then loss, then backward, then update",
    ],
  ],
  ["order", 2, [["update", "forward", "loss", "backward"]]],
  ["order", 1, ["forward, loss, update, backward"]],
  ["order", 0, ["update, backward, loss, forward", ["loss", "forward", "update", "backward"]]],
  [
    "match",
    1,
    [
      { a: 1, b: 2, "set c": 1 },
      { A: "1", B: "zwei", "Set C": "1." },
      { "set c": 1, b: [2], a: "first" },
    ],
  ],
  [
    "match",
    2 / 3,
    [
      { a: 1, b: 2 },
      { a: 1, b: 2, "set c": null },
      { a: 1, b: 2, "set c": 2 },
    ],
  ],
  ["match", 0, [{ a: 2 }, { a: 3, b: 3, "set c": 3 }]],
];

test.each(
  graded.flatMap(([id, points, values]) => values.map((value) => [id, JSON.stringify(value), points, value] as const)),
)("%s: %s gets %d", (id, _, points, value) => {
  const full = exercise.questions.find((one) => one.id === id)?.points;
  const judgement = judge(id, value);
  expect(judgement.points).toBeCloseTo(points, 12);
  expect(judgement.verdict).toBe(points === full ? "correct" : points > 0 ? "partial" : "incorrect");
  expectFilledMessages(judgement);
});

test.each<[string, Json]>([
  ["choices", []],
  ["choices", ["…", "…"]],
  ["choices", [null, " "]],
  ["order", []],
  ["order", ["…"]],
  ["match", {}],
  ["match", { a: null, b: "", "set c": "…" }],
])("%s: %j is untouched", (id, value) => {
  expect(judge(id, value)).toMatchObject({ verdict: "missing", points: 0 });
});

test.each<[string, Json, string]>([
  ["choices", ["a", "x"], "choice.unknown"],
  ["choices", "a, not c", "choice.unknown"],
  ["choices", "all but b", "choice.unknown"],
  ["choices", ["a", 1], "choice.unknown"],
  ["choices", ["a", { c: true }], "choice.unknown"],
  ["choices", ["a", [[["c", "e"]]]], "choice.several"],
  ["choices", { a: true }, "choice.unknown"],
  ["choices", "__proto__", "choice.unknown"],
  ["order", ["forward", "loss", "backward"], "order.each"],
  ["order", ["forward", "loss", "backward", "update", "loss"], "order.each"],
  ["order", ["forward", "loss", "backwrad", "update"], "choice.unknown-nearest"],
  ["order", 3, "choice.unknown"],
  ["match", { a: 1, d: 2 }, "choice.unknown"],
  ["match", { a: 7 }, "choice.unknown"],
  ["match", { a: [1, 2] }, "choice.several"],
  ["match", { a: { b: 1 } }, "choice.unknown"],
  ["match", { a: 1, A: 2 }, "match.form"],
  ["match", JSON.parse('{ "__proto__": 1, "constructor": 2 }'), "choice.unknown"],
  ["match", [["a", 1]], "match.form"],
  ["match", "toString", "match.form"],
  ["match", 1, "match.form"],
])("%s: %j is unreadable", (id, value, code) => {
  const judgement = judge(id, value);
  expect(judgement).toMatchObject({ verdict: "invalid", points: 0, reviewPoints: 0 });
  expect(codes(id, value)).toEqual([code]);
  expectFilledMessages(judgement);
});

test.each<[string, string, Json, string]>([
  ["entries", "choices", new Array(100_000).fill("x"), "choice.unknown"],
  ["right entries", "choices", new Array(100_000).fill("A."), "listed.missing"],
  ["parts of a text", "choices", "x,".repeat(100_000), "choice.unknown"],
  ["elements", "order", new Array(100_000).fill("loss"), "order.each"],
  ["keys", "match", Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1])), "choice.unknown"],
])("a hundred thousand %s", (_, id, value, code) => {
  expect(codes(id, value)[0]).toBe(code);
});

test("what is missing or twice is named", () => {
  const told = judge("order", ["forward", "loss", "loss", "update"]).feedback[0]?.in("en");
  expect(told).toContain("loss, backward");
});

describe("nothing told unasked leaves only the right ones", () => {
  test.each<[string, Json]>([
    ["choices", ["b", "d"]],
    ["choices", ["a", "b"]],
    ["choices", ["a", "b", "c", "d", "e"]],
    ["apart", [1]],
    ["order", ["update", "backward", "loss", "forward"]],
    ["match", { a: 2, b: 1 }],
  ])("%s: %j", (id, value) => {
    const [{ feedback = [] } = {}] = grade(exercise, { [id]: value }).items.filter((one) => one.id === id);
    for (const { message } of feedback)
      expect(message).not.toMatch(/\b(?:a|c|d|e|loss|forward|Gates|missing|still)\b(?!:)/);
    expect(codes(id, value)).toContain("listed.solution");
  });
  test("an author's hint is for the first wrong choice, and for nobody who chose everything", () => {
    expect(codes("choices", ["d", "b"])).toEqual(["listed.wrong", "listed.solution"]);
    expect(codes("choices", ["a", "b"])).toEqual(["listed.wrong", "choice.hint", "listed.solution"]);
    expect(codes("choices", ["a", "b", "c", "d", "e"])).toEqual(["choices.all", "listed.solution"]);
    expect(codes("choices", ["a", "c"])).toEqual(["listed.missing", "listed.solution"]);
  });
  test("options that stand apart in the file are offered in one order", () => {
    const question = exercise.questions[1] as Question;
    expect(kinds.choices?.sheet(question).ask.in("en")).toMatch(/`1`, `2`, `3`, `4`$/);
  });
});

describe("whatever the answer", () => {
  const options = fc.subarray(["a", "b", "c", "d", "e"], { minLength: 1 });
  test("points lie between none and all, and verdicts agree with them", () => {
    const anything = fc.oneof(
      fc.jsonValue() as fc.Arbitrary<Json>,
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom<Json>("a", "b", "loss", "update", 1, 2, null, ["a"])),
      fc.dictionary(fc.constantFrom("a", "b", "A", "__proto__"), fc.constantFrom<Json>(1, "2", null, [], {})),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...judges.keys()), (value, id) => {
        const { points, verdict } = judge(id, value);
        const { points: full } = exercise.questions.find((one) => one.id === id) as Question;
        expect(verdict).toBe(points === full ? "correct" : points > 0 ? "partial" : verdict);
        expect(points >= 0 && points <= full).toBe(true);
      }),
    );
  });
  test("choices count whatever their order, and half-right ones never more than the right ones among them", () => {
    const shuffled = options.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        expect(judge("choices", others).points).toBe(judge("choices", some).points);
        expect(judge("choices", some.join(", "))).toEqual(judge("choices", some));
        const right = some.filter((one) => "ace".includes(one)).length;
        expect(judge("choices", some).points).toBe(some.length === 5 ? 0 : Math.max(0, 2 * right - some.length));
      }),
    );
  });
  test("the worked solution is right", () => {
    const answers = {
      choices: ["a", "c", "e"],
      order: "forward, loss, backward, update",
      match: { a: 1, b: 2, "set c": 1 },
    };
    expect(grade(exercise, { ...answers, apart: [2, 3] })).toMatchObject({ points: 8, passed: true });
    const said = kinds.order?.solution(exercise.questions[2] as Question, derivation).steps[0]?.said;
    expect(said?.in("de")).toBe("Richtig: `forward`, `loss`, `backward`, `update`.");
  });
});

test.each<[object, string]>([
  [
    { kind: "choices", reference: { choices: ["a", "x"] }, options: ["a", "b"] },
    "the right answer (x) is none of the options",
  ],
  [{ kind: "choices", reference: { choices: ["a", "a"] }, options: ["a", "b"] }, "names an option twice"],
  [
    { kind: "choices", reference: { choices: ["a", "b"] }, options: ["a", "b"] },
    "needs options that are wrong as well",
  ],
  [{ kind: "choices", reference: { choices: [] }, options: ["a", "b"] }, "needs options to choose from"],
  [{ kind: "choices", reference: { choices: ["a"] }, options: ["b", "b"] }, "b is an option already"],
  [{ kind: "order", reference: { order: ["a"] } }, "needs options to choose from"],
  [{ kind: "order", reference: { order: ["a", "b", "a"] } }, "names an option twice"],
  [{ kind: "order", reference: { order: ["a", "b"] }, options: ["a", "b", "c"] }, "must hold all options"],
  [{ kind: "match", reference: { match: { a: 1 } } }, "needs options to choose from"],
  [{ kind: "match", reference: { match: {} }, options: [1, 2] }, "needs options to choose from"],
])("an author's slip in %j", (question, message) => {
  expect(() => exerciseFromData({ id: "e", title: "-", questions: [{ id: "q", points: 1, ...question }] })).toThrow(
    message,
  );
});
