/** Formats with a file a submission: valid by the receivers' schemas, at safe paths, whatever students are called. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeName } from "../../src/formats/format.ts";
import type { Report } from "../../src/grading/report.ts";
import { render } from "./render.ts";
import { attacks, course, graded, hostileCourse } from "./sample.ts";
import { jsonErrors } from "./schemas.ts";

const everybody = [...course({ students: 40, exercises: ["ex2", "ex4", "ex6"] }), ...hostileCourse()];

describe.each([
  ["gradescope", "results.json"],
  ["prairielearn", "results.json"],
  ["autolab", "output.txt"],
])("%s", (format, name) => {
  test("a file each, none outside of its folder, none twice on any file system", async () => {
    const paths = [...(await render(format, everybody)).keys()];
    expect(paths.length).toBe(everybody.length);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    for (const path of paths) {
      expect(path.startsWith(`${format}/`) && path.endsWith(`/${name}`)).toBe(true);
      for (const part of path.split("/")) expect(part).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/);
    }
  });
});

test.each(["gradescope", "prairielearn"] as const)("%s is valid by schema", async (format) => {
  for (const [path, text] of await render(format, everybody)) expect(jsonErrors(format, text), path).toEqual([]);
});

test("the schemas would notice", () => {
  expect(jsonErrors("gradescope", '{"score":"1","output":"","tests":[]}')).not.toEqual([]);
  expect(jsonErrors("prairielearn", '{"gradable":true}')).not.toEqual([]);
  expect(jsonErrors("classroom", '{"version":1,"status":"ok","max_score":1,"tests":[]}')).not.toEqual([]);
});

test("gradescope: points under review are said, and neither passed nor failed", async () => {
  const [text] = (await render("gradescope", [...hostileCourse()].slice(0, 1))).values();
  const results = JSON.parse(text ?? "");
  expect(results.output).toContain("1 more point under review");
  const review = results.tests[1];
  expect(review).toMatchObject({ score: 0.5, max_score: 2, tags: ["review"], extra_data: { review_points: 1 } });
  expect(review.status).toBeUndefined();
  expect(review.output).toContain("A person still has to decide about 1 point.");
});

test("gradescope: a file that cannot be graded has a score and says why", async () => {
  const [, text] = (await render("gradescope", [...hostileCourse()].slice(0, 2))).values();
  expect(JSON.parse(text ?? "")).toMatchObject({ score: 0, tests: [], extra_data: { status: "invalid" } });
  expect(JSON.parse(text ?? "").output).toContain("be graded: Unexpected");
});

test("prairielearn: shares of the points, unreadable is not gradable, and at most 1 MB", async () => {
  const [first, second] = [...hostileCourse()] as [Report, Report];
  const [good = "", bad = ""] = (await render("prairielearn", [first, second])).values();
  expect(JSON.parse(good)).toMatchObject({ gradable: true, score: 0.125 });
  expect(JSON.parse(bad)).toMatchObject({ gradable: false });
  const items = Array.from({ length: 900 }, (_, index) => ({
    ...(first.items[0] as Report["items"][number]),
    id: `q${index}`,
    feedback: [{ code: "x.y", message: '"'.repeat(4000) }],
  }));
  const [large = ""] = (await render("prairielearn", [graded(first, items)])).values();
  expect(new TextEncoder().encode(large).length).toBeLessThan(1_000_000);
  expect(jsonErrors("prairielearn", large)).toEqual([]);
});

test("autolab: the last line holds the scores, and only it", async () => {
  for (const text of (await render("autolab", everybody)).values()) {
    const lines = text.trimEnd().split("\n");
    const { scores } = JSON.parse(lines.at(-1) ?? "");
    expect(Object.values(scores)).toEqual([expect.any(Number)]);
    expect(lines.slice(0, -1).filter((line) => line.startsWith("{"))).toEqual([]);
  }
});

describe("names of folders", () => {
  test.each(Object.entries(attacks))("%s", (_, attack) => {
    expect(safeName(attack)).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
    expect(safeName(attack)).not.toMatch(/^(con|nul|aux|prn)(\.|$)/i);
  });

  test("plain ids stay, everything else differs where the originals differ", () => {
    expect(safeName("ab12cde")).toBe("ab12cde");
    expect(safeName("a/b")).not.toBe(safeName("a:b"));
    expect(safeName("NUL.txt")).not.toMatch(/^nul\./i);
  });

  test("any string gives a safe name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(safeName(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/);
      }),
    );
  });

  test("reports on the same exercise of one student get a number", async () => {
    const [report] = course({ students: 1 });
    const paths = [
      ...(
        await render(
          "autolab",
          ["ex6", "ex6", "EX6", "ex6-2"].map((exercise) => ({ ...(report as Report), exercise, student: "ann" })),
        )
      ).keys(),
    ];
    expect(paths.map((path) => path.split("/").slice(1, 3).join("/"))).toEqual([
      "ann/ex6",
      "ann/ex6-2",
      "ann/EX6-3",
      "ann/ex6-2-2",
    ]);
  });
});
