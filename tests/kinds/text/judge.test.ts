import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { TextTask } from "../../../src/kinds/text/rubric.ts";
import { textQuestions } from "./agreement.ts";
import { judgeText } from "./judging.ts";

const ex4 = parse(readFileSync(new URL("../../../exercises/ex4/exercise.yaml", import.meta.url), "utf8"));
const question = (id: string): TextTask => ex4.questions.find((q: { id: string }) => q.id === id);
const judge = (id: string, text: string) => judgeText(question(id), new Map([[id, text]]));

describe("formulas and pseudo-code say what words say", () => {
  it.each([
    "if ||g|| >= nu then g = nu/||g|| * g",
    "if norm > threshold: g = g * threshold / norm",
    "if ‖g‖ ≥ ν: g ← (ν/‖g‖)·g",
    "if $\\|g\\| > \\theta$ then $g \\leftarrow \\frac{\\theta}{\\|g\\|} g$",
    "g = min(1, c/||g||) * g",
    "torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)",
  ])("%s", (text) => {
    expect(judge("description", text)).toMatchObject({ verdict: "correct", points: 3 });
  });

  it("divided by the squared norm is not the same", () => {
    expect(judge("description", "if ||g|| > nu: g = nu*g/||g||^2").criteria?.[1]?.verdict).toBe("unmet");
  });
});

describe("the notation of patterns", () => {
  const hint = { en: "?", de: "?" };
  const verdict = (met: string, text: string, concepts: Record<string, string[]> = {}) =>
    judgeText(
      { points: 1, list: true, criteria: [{ id: "a", points: 1, hint, met: [met], concepts }] },
      new Map([["a", text]]),
    ).criteria?.[0]?.verdict.replace("review", "silent");

  it.each([
    ["loss ..1 grows", "the loss then grows", "met"],
    ["loss ..1 grows", "the loss then really grows", "silent"],
    ["loss .. grows", "the loss then really grows", "met"],
    ["norm & !loss", "the norm, not the loss", "silent"],
    ["<loss>", "the loss", "met"],
    ["<loss>", "the gradient of the loss", "silent"],
    ["<loss>", "the gradient of the loss is not the loss", "unmet"],
    ["<loss>", "the gradient of the loss and the loss", "met"],
    ["tanh prime", "tanh'(11)", "met"],
    ["tanh prime", "'tanh'", "met"],
    ["not: so long", "dauert nicht so long", "met"],
    ["not: change*", "nothing is done as long as it changes", "silent"],
    ["loss & change*", "the loss still changes", "met"],
    ["a & depend ~ 4", "a, b, c depend", "met"],
    ["constructor", "the constructor", "met"],
  ])("%s in “%s”: %s", (pattern, text, wanted) => {
    expect(verdict(pattern, text, { loss: ["loss", "except: gradient of loss"] })).toBe(wanted);
  });
});

describe("a condition the wrong way round is no threshold", () => {
  it.each([
    ["if ||g|| < c: g = c*g/||g||", "unmet"],
    ["if ||g|| < c then g = c*g/||g|| else g = g", "unmet"],
    ["The gradient is scaled to the threshold if its norm does not exceed it.", "unmet"],
    ["If the norm does not exceed the threshold, the gradient is scaled.", "unmet"],
    ["Gradienten, deren Norm kleiner als der Schwellwert ist, werden auf den Schwellwert skaliert.", "unmet"],
    ["if ||g|| < c: nothing, else g = c*g/||g||", "met"],
    ["If the norm is not smaller than the threshold, the gradient is scaled.", "met"],
    ["The gradient is scaled until its norm is smaller than the threshold.", "met"],
    ["There is a threshold. If the norm is below it, the gradient is scaled.", "review"],
    ["g = c*g/||g||", "review"],
  ])("%s → %s", (text, verdict) => {
    expect(judge("description", text).criteria?.[0]?.verdict).toBe(verdict);
  });

  it("says which way round, and nothing else in its sentence counts", () => {
    const { criteria } = judge("description", "If the norm is below the threshold, the gradient is scaled to it.");
    expect(criteria?.[0]?.feedback.map(({ code }) => code)).toEqual(["text.wrong-claim", "text.criterion-missing"]);
  });
});

describe("what is written decides, not the words in it", () => {
  it.each([
    ["the direction is not changed", "met"],
    ["die Richtung wird dabei nicht verändert", "met"],
    ["the direction changes", "unmet"],
    ["the direction does not stay the same", "unmet"],
    ["The direction stays the same. Of course this changes the direction.", "review"],
    ["it is a good idea", "review"],
  ])("%s → %s", (text, verdict) => {
    expect(judge("description", text).criteria?.[2]?.verdict).toBe(verdict);
  });

  it.each([
    ["If the norm of the gradient of the loss exceeds a threshold, the gradient is rescaled.", "partly"],
    ["Norm over the limit -> scale it so that the weights don't jump", "review"],
    ["The exploding is prevented by rescaling the gradient.", "partly"],
    ["The weights are rescaled if they are over a threshold.", "unmet"],
  ])("the object that is changed is found: %s → %s", (text, verdict) => {
    expect(judge("description", text).criteria?.[1]?.verdict).toBe(verdict);
  });

  it.each([
    ["It is not true that the direction is preserved. The length changes.", "review"],
    ["Es stimmt nicht, dass die Richtung erhalten bleibt.", "review"],
    ["I don't know if the direction is preserved.", "review"],
    ["Manche behaupten, die Richtung bleibt gleich.", "review"],
    ["The direction is preserved. No, that is wrong.", "review"],
    ["Die Richtung bleibt gleich. Nein, das ist falsch.", "review"],
    ["The norm is limited. Is the direction preserved?", "review"],
    ["threshold scale direction kept", "review"],
    ["norm, threshold, direction, keeps", "review"],
    ["The threshold is in the norm. Then the direction is preserved.", "met"],
  ])("what is not claimed is no evidence: %s → %s", (text, verdict) => {
    expect(judge("description", text).criteria?.[2]?.verdict).toBe(verdict);
  });

  it("an answer without words is missing", () => {
    expect(judge("name", " - ")).toMatchObject({ verdict: "missing", feedback: [{ code: "text.empty" }] });
  });
});

describe("an answer that names things instead of saying something of them", () => {
  const verdicts = (name: string, answer: string | readonly string[]) => {
    const { question } = textQuestions().find((one) => one.name === name) ?? expect.unreachable();
    const { criteria = [] } = judgeText(question, new Map([[question.id, answer]]));
    return criteria.map(({ verdict }) => verdict).join(" ");
  };

  it.each([
    [["memory", "speed"], "review review unmet"],
    [["Speicher", "Geschwindigkeit"], "review review unmet"],
    [["memory and speed"], "review review unmet"],
    [["less memory", "faster"], "met met unmet"],
    [["less memory", "faster training", "better generalisation"], "review review unmet"],
    [["less memory", "faster training", "gradients are better conditioned"], "met met met"],
  ])("an entry is a statement, and there are as many as asked for: %j", (answer, expected) => {
    expect(verdicts("ex7.advantages", answer)).toBe(expected);
  });

  it.each([
    "It has nothing to do with saturation.",
    "Mit Sättigung hat das nichts zu tun.",
    "saturation gradient set 1",
  ])("%s", (answer) => expect(verdicts("ex6.reason", answer)).not.toContain("met "));
});
