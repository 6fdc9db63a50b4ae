import { describe, expect, it } from "vitest";
import { agreement, judgeLabelled, table } from "./agreement.ts";

const held = judgeLabelled("held");
const rows = agreement(held);
const all = rows.at(-1);

describe("agreement with a person on answers that no pattern was written for", () => {
  it("is shown", () => {
    console.log(table(rows));
    expect(held.length).toBeGreaterThan(200);
  });

  it.each(rows.map((row) => [`${row.question} ${row.criterion}`, row] as const))("%s", (_, row) => {
    expect(row.kappa).toBeGreaterThanOrEqual(0.8);
    expect(row.review).toBeLessThanOrEqual(0.15);
  });

  it("is confidently wrong in at most 3 % of all criteria", () => {
    expect(all?.wrong).toBeLessThanOrEqual(0.03);
  });
});

describe("answers that the patterns were written with", () => {
  it("are judged right, or left to a person", () => {
    const build = agreement(judgeLabelled("build")).at(-1);
    expect(build?.wrong).toBeLessThanOrEqual(0.01);
    expect(build?.review).toBeLessThanOrEqual(0.05);
  });
});
