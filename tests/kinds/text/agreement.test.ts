import { describe, expect, it } from "vitest";
import { agreement, judgeLabelled, table } from "./agreement.ts";

const held = judgeLabelled("held");
const rows = agreement(held);
const all = rows.at(-1);

describe("agreement with people on answers that no pattern was tuned on and no classifier learnt from", () => {
  it("is shown", () => {
    console.log(table(rows));
    expect(held.length).toBeGreaterThan(900);
  });

  it("is confidently wrong in few criteria, and leaves few to a person", () => {
    expect(all?.wrong).toBeLessThanOrEqual(0.048);
    expect(all?.clearlyWrong).toBeLessThanOrEqual(0.034);
    expect(all?.review).toBeLessThanOrEqual(0.205);
  });
});

describe("answers that the patterns were written with", () => {
  it("are judged right, or left to a person", () => {
    const known = agreement(judgeLabelled("train", 4)).at(-1);
    expect(known?.clearlyWrong).toBeLessThanOrEqual(0.02);
    expect(known?.review).toBeLessThanOrEqual(0.08);
  });
});

describe("a right answer that is denied, doubted or asked", () => {
  it.each([
    (text: string) => `It is not true that ${text}`,
    (text: string) => `${text}. No, that is wrong.`,
    (text: string) => `${text}. Nein, das stimmt nicht.`,
    (text: string) => `Ich weiß nicht, ob ${text}`,
    (text: string) => `${text.replace(/[.!]?\s*$/, "")}?`,
  ])("is right no longer: %s", (change) => {
    const stay = judgeLabelled("train", 12, change).filter(
      ({ label, verdict }) => label === "met" && verdict === "met",
    );
    expect(stay.map(({ answer }) => answer)).toHaveLength(0);
  });
});
