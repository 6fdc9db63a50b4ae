import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kinds/judgement.ts";
import { bindNames } from "../../../src/kinds/names/judge.ts";
import { Message } from "../../../src/messages/message.ts";
import { expectFilledMessages } from "../graph/messages.ts";
import { kinds } from "../graph/model.ts";

const stored = bindNames(
  {
    alternatives: [["y1", "y2", "h0", "h1", "tau1", "tau2"]],
    optional: [],
    kinds,
    mistakes: () => [{ code: "mistake.stored-kind-missing", set: ["h0", "h1"] }],
  },
  2,
);
const through = bindNames(
  {
    alternatives: [
      ["y1", "y2", "h1", "h2"],
      ["y1", "y2", "h1", "tau1", "tau2"],
    ],
    optional: ["z"],
    kinds,
  },
  1,
);
const codes = (value: Json, judge = stored) => judge({ value }).feedback.map(({ code }) => code);

describe("right in any form", () => {
  test.each<[string, Json]>([
    ["a list", ["y1", "y2", "h0", "h1", "tau1", "tau2"]],
    ["another order, repeated", ["tau2", "tau1", "h1", "h0", "y2", "y1", "y1"]],
    ["underscores", ["y_1", "y_2", "h_0", "h_1", "tau_1", "tau_2"]],
    ["brackets", ["y[1]", "y[2]", "h(0)", "h(1)", "tau[1]", "tau(2)"]],
    ["Unicode", ["y₁", "y₂", "h₀", "h₁", "τ₁", "τ_2"]],
    ["LaTeX", ["$y_1$", "y_{2}", "h_{0}", "h_1", "\\tau_1", "\\tau_{2}"]],
    ["one text with commas", "y1, y2, h0, h1, tau1, tau2"],
    ["semicolons and lines", "y1; y2\nh0; h1\ntau1; tau2"],
    ["blanks", "y1 y2 h0 h1 tau1 tau2"],
    ["and, und, &", "y1, y2 and h0 & h1, tau1 und tau2"],
    ["set braces", "{y1, y2, h0, h1, tau1, tau2}"],
    ["LaTeX set", "\\left\\{ y_1,\\, y_2, h_0, h_1, \\tau_1, \\tau_2 \\right\\}"],
    ["square brackets", "[y1, y2, h0, h1, tau1, tau2]"],
    ["a sentence's end", "y1, y2, h0, h1, tau1 and tau2."],
    ["ranges", "y1..y2, h0…h1, tau1 ... tau2"],
    ["range in an index", ["y[1..2]", "h_{0,1}", "tau_{1..2}"]],
    ["spaced index", "y 1, y 2, h 0, h 1, tau 1, tau 2"],
    ["several in an entry", ["y1, y2", "h0, h1", "tau1, tau2"]],
    ["capital letters", ["Y1", "Y2", "H0", "H1", "Tau1", "TAU2"]],
    ["families where all members belong", ["y", "tau", "h0", "h1"]],
    ["family with t", ["y_t", "τ_t", "h0", "h1"]],
    ["ranges in words", "y1 to y2, h0-h1, tau_{1:2}"],
    ["indices as exponents", "y^{(1)}, y^{(2)}, h^{(0)}, h^{(1)}, \\tau^{(1)}, \\tau^{(2)}"],
    ["bullets", "- y1\n- y2\n- h0\n- h1\n- tau1\n- tau2"],
    ["numbers", "1. y1\n2. y2\n3. h0\n4. h1\n5. tau1\n6. tau2"],
    ["slashes", "y1/y2, h0/h1, tau1/tau2"],
    ["a sentence", "We need the outputs y1, y2, hidden states h0, h1 and tau1, tau2 (pre-activations)."],
    ["what each is", ["y1 = V*h1", "y2 = V*h2", "h0", "h1 = tanh(tau1)", "tau1", "tau2"]],
    ["what does not belong", "V and W are parameters, so we need storage for $y_1, y_2, h_0, h_1, \\tau_1, \\tau_2$."],
    ["empty entry", ["y1", "y2", "h0", "h1", "tau1", "tau2", ""]],
  ])("%s", (_, value) => {
    expect(stored({ value })).toMatchObject({ verdict: "correct", points: 2 });
  });

  test.each<[string, Json]>([
    ["first set", ["y1", "y2", "h1", "h2"]],
    ["second set", ["y_1", "y_2", "h_1", "tau_1", "tau_2"]],
    ["union", ["y1", "y2", "h1", "h2", "tau1", "tau2"]],
    ["optional", ["y1", "y2", "h1", "h2", "z"]],
  ])("alternatives: %s", (_, value) => {
    expect(through({ value })).toMatchObject({ verdict: "correct", points: 1, feedback: [] });
  });
});

describe("wrong, partly right, unreadable", () => {
  test.each<[string, Json, string, number, string]>([
    ["one missing, a parameter too", ["y1", "y2", "h0", "h1", "tau1", "W"], "partial", 1, "names.extra-parameter"],
    ["half", ["y1", "y2", "h0"], "partial", 1, "names.missing"],
    ["one missing", ["y1", "y2", "h0", "h1", "tau1"], "partial", 1.5, "names.missing"],
    ["inputs too", ["y1", "y2", "h0", "h1", "tau1", "tau2", "x1", "x2"], "partial", 1, "names.extra-input"],
    ["one too many", ["y1", "y2", "h0", "h1", "tau1", "tau2", "h2"], "partial", 1.5, "names.extra-intermediate"],
    ["everything", [...kinds.keys()], "incorrect", 0, "names.extra-parameter"],
    ["only wrong", ["W"], "incorrect", 0, "names.extra-parameter"],
    ["only wrong, so none is right", ["W", "U"], "incorrect", 0, "names.none-right"],
    ["unknown", ["y1", "y2", "h0", "h1", "tau1", "foo"], "partial", 1, "names.unknown"],
    ["slip", ["y1", "y2", "h0", "h1", "tau1", "taau2"], "partial", 1, "names.unknown-nearest"],
    ["family without index", ["y", "tau", "h"], "partial", 1, "names.index-missing"],
    ["none", "keine", "incorrect", 0, "names.none"],
    ["known mistake", ["h0", "h1"], "partial", 0.5, "mistake.stored-kind-missing"],
    ["exclusion", "all but W, U and V", "review", 0, "names.excludes"],
    ["a number", 6, "invalid", 0, "names.not-a-list"],
    ["true", true, "invalid", 0, "names.not-a-list"],
    ["an object", { y1: true }, "invalid", 0, "names.not-a-list"],
    ["numbers in the list", ["y1", 2], "invalid", 0, "names.not-text"],
    ["nested", [["y1"]], "invalid", 0, "names.not-text"],
  ])("%s", (_, value, verdict, points, code) => {
    expect(stored({ value })).toMatchObject({ verdict, points });
    expect(codes(value)).toContain(code);
    expectFilledMessages(stored({ value }));
  });

  test("a missing answer", () => {
    for (const value of ["", " ", [], [""], ["", " "], ["…", "…"]]) expect(stored({ value }).verdict).toBe("missing");
  });

  test("a short name is taken for what it abbreviates, not for what looks alike", () => {
    const nearest = (value: Json) => stored({ value }).feedback.map(({ params }) => params?.nearest);
    expect(nearest(["t1"])).toContain("tau1");
    expect(nearest(["k1"]).filter((name) => name !== undefined)).toEqual([]);
  });

  test("a point that cannot be halved further is not given for a quarter", () => {
    expect(through({ value: ["W"] })).toMatchObject({ verdict: "incorrect", points: 0 });
    expect(through({ value: ["y1", "y2"] })).toMatchObject({ verdict: "partial", points: 0.5 });
  });

  test("hints do not name what is missing", () => {
    const { feedback } = stored({ value: ["y1", "y2", "h0"] });
    const isSolution = (told: object) => told instanceof Message && told.isSolution;
    const hints = JSON.stringify(feedback.filter((told) => !isSolution(told)));
    for (const name of ["h1", "tau1", "tau2"]) expect(hints).not.toContain(name);
    expect(feedback.filter(isSolution).map(({ code }) => code)).toEqual(["names.solution"]);
  });

  describe("a value without a name is written as its formula", () => {
    const judge = bindNames({ alternatives: [["h0", "W*h0 + U*x1"]], optional: [], kinds }, 1);
    test.each<[Json, string]>([
      [["h0", "W*h0 + U*x1"], "correct"],
      [["h_0", "U x_1 + h_0 W"], "correct"],
      ["h0, W*h0+U*x1", "correct"],
      [["h0", "$W h_0 + U x_1$"], "correct"],
      [["h0", "W*h0 - U*x1"], "incorrect"],
      [["h0"], "partial"],
    ])("%j %s", (value, verdict) => {
      expect(judge({ value }).verdict).toBe(verdict);
    });

    test("and who doesn't know is told", () => {
      expect(codes(["h0"], judge)).toContain("names.formula-missing");
      expect(codes(["h0", "W*h0+U*x1", "h1"], judge)).not.toContain("names.formula-missing");
    });
  });

  test("one mistake with several causes tells all of them", () => {
    const mistakes = ["U", "h0"].map((name) => ({
      code: "mistake.other-quantity" as const,
      params: { name },
      set: ["tau1"],
    }));
    const judge = bindNames({ alternatives: [["h1"]], optional: [], kinds, mistakes: () => mistakes }, 1);
    const { feedback } = judge({ value: ["tau1"] });
    expect(feedback[0]).toMatchObject({ code: "mistake.other-quantity", params: { name: ["U", "h0"] } });
    expectFilledMessages({ feedback } as never);
  });

  test("a list of everything is not told what is right in it", () => {
    const { feedback } = stored({ value: [...kinds.keys()] });
    const told = feedback
      .filter((one) => !one.isSolution)
      .map((one) => one.in("en"))
      .join(" ");
    for (const name of ["h2", "z"]) expect(told).not.toMatch(new RegExp(`\\b${name}\\b`));
  });

  test("nothing belongs: an empty list is right, anything else wrong", () => {
    const nothing = bindNames({ alternatives: [[]], optional: [], kinds }, 1);
    expect(nothing({ value: [] }).verdict).toBe("correct");
    expect(nothing({ value: "none" }).verdict).toBe("correct");
    expect(nothing({ value: ["W"] }).verdict).toBe("incorrect");
    expect(codes(["W"], nothing)).toEqual(["names.extra-parameter", "names.solution-none"]);
  });

  test("another case is forgiven only where it can mean one name", () => {
    const alike = new Map([
      ["Ab", "input"],
      ["aB", "parameter"],
    ] as const);
    const judge = bindNames({ alternatives: [["aB"]], optional: [], kinds: alike }, 1);
    expect(judge({ value: ["aB"] }).verdict).toBe("correct");
    expect(judge({ value: ["ab"] }).verdict).toBe("incorrect");
  });

  test("case tells names apart where both exist", () => {
    const both = new Map([
      ["w", "input"],
      ["W", "parameter"],
    ] as const);
    const judge = bindNames({ alternatives: [["W"]], optional: [], kinds: both }, 1);
    expect(judge({ value: ["W"] }).verdict).toBe("correct");
    expect(judge({ value: ["w"] }).verdict).toBe("incorrect");
  });
});

describe("properties", () => {
  test("any JSON: no exception, points within bounds, full points only if correct", () => {
    fc.assert(
      fc.property(fc.jsonValue() as fc.Arbitrary<Json>, (value) => {
        const { verdict, points, reviewPoints } = stored({ value });
        expect(points + reviewPoints).toBeLessThanOrEqual(2);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points === 2).toBe(verdict === "correct");
      }),
    );
  });

  const notations = [
    (base: string, t: string) => `${base}${t}`,
    (base: string, t: string) => `${base}_${t}`,
    (base: string, t: string) => `${base}[${t}]`,
    (base: string, t: string) => `${base}_{${t}}`,
    (base: string, t: string) => `${base === "tau" ? "\\tau" : base}_${t}`,
    (base: string, t: string) => `${base === "tau" ? "τ" : base}${"₀₁₂"[Number(t)]}`,
  ];
  const subset = fc.subarray(
    [...kinds.keys()].filter((name) => /\d$/.test(name)),
    { minLength: 1 },
  );

  test("the notation of a name changes nothing", () => {
    fc.assert(
      fc.property(subset, fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), (names, choices) => {
        const renamed = names.map((name, i) => {
          const [, base = "", t = ""] = /^(.+)(\d)$/.exec(name) ?? [];
          return notations[choices[i] ?? 0]?.(base, t) ?? name;
        });
        expect(stored({ value: renamed })).toEqual(stored({ value: names }));
        expect(stored({ value: renamed.join(", ") })).toEqual(stored({ value: names }));
      }),
    );
  });

  test("order and repetition change nothing", () => {
    fc.assert(
      fc.property(subset, (names) => {
        const other = [...names, ...names].reverse();
        expect(stored({ value: other }).points).toBe(stored({ value: names }).points);
      }),
    );
  });

  test.each(["h[".repeat(5000), "{".repeat(10000), "y1..".repeat(2000), "h 1 ".repeat(2000), ", ".repeat(5000)])(
    "hostile text ends (%#)",
    (value) => {
      expect(stored({ value }).points).toBeLessThan(2);
    },
  );
});

test("where inputs are asked for, a wrong one is neither named nor blamed for being one", () => {
  const kinds = new Map([1, 2, 3].map((t) => [`x${t}`, "input" as const]));
  const judge = bindNames({ alternatives: [["x2", "x3"]], optional: [], kinds }, 1);
  const [first] = judge({ value: ["x1", "x2"] }).feedback;
  expect(first?.in("en")).toBe("1 of your names does not belong in this list.");
});
