/** The HTML report in a real browser: what it shows, search, order, links, and that it loads and runs nothing else. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../../src/grading/report.ts";
import { renderOne } from "../render.ts";
import { attacks, course, hostileCourse, summaryFor } from "../sample.ts";
import {
  contrast,
  endBrowser,
  hiddenParts,
  names,
  noBrowser,
  type Opened,
  open,
  startBrowser,
  tornWords,
} from "./page.ts";

describe.skipIf(noBrowser)("HTML report", () => {
  beforeAll(startBrowser, 60_000);
  afterAll(endBrowser);

  describe("of a course", () => {
    let opened: Opened;
    const page = () => opened.page;
    beforeAll(async () => {
      const reports = [...course({ students: 120 })];
      const fullNames = new Map([[reports[3]?.student ?? "", "Ada Example"]]);
      const solution = (_: string, item: string) => (item === "set2.h1" ? "The right value is 0.46." : undefined);
      opened = await open(reports, { title: "Sheet 6", summary: summaryFor(reports), fullNames, solution });
    });
    // One page for all: each test finds it as it was.
    afterEach(() => page().goto(opened.url));

    test("shows figures, distribution, items, mistakes, review and everybody; asks for nothing", async () => {
      expect(await page().locator("h1").textContent()).toBe("Sheet 6");
      expect(await page().locator(".figures dd").allTextContents()).toEqual([
        "120 ",
        "74 % 87 / 118",
        "5.88 / 9",
        "11 ",
        "2 ",
      ]);
      const columns = await page().locator(".columns b").allTextContents();
      expect(columns.join(" ").trim()).toMatch(/^4\s+6\s+11\s+12\s+14\s+20/);
      expect(await page().locator(".items tbody tr").count()).toBe(8);
      const bar = page().locator(".items .bar").last();
      expect(await bar.getAttribute("aria-label")).toMatch(/^\d+ correct, \d+ partly correct/);
      expect(await page().locator(".mistakes > li").count()).toBe(8);
      expect(await page().locator("#review li").allTextContents()).toEqual([expect.stringMatching(/^ex6 reason 11 /)]);
      expect((await names(page())).length).toBe(120);
      expect(opened.outside()).toEqual([]);
    });

    test("searches names and statuses without case and accents", async () => {
      await page().locator("#search").fill("CELIK noe");
      const found = await names(page());
      expect(found.length).toBeGreaterThan(0);
      for (const name of found) expect(name).toMatch(/^Noé Çelik/);
      await page().locator("#search").fill("needs review");
      const shown = (await names(page())).length;
      expect(shown).toBe(11);
      expect(shown).toBe(await page().locator("#list > :not([hidden]) .status:is(.review, .open)").count());
    });

    test("a student opens to the answers, by mouse and by keyboard", async () => {
      const first = page().locator("#list > details").first();
      expect(await first.locator(".answers > li").first().isVisible()).toBe(false);
      await first.locator("summary").click();
      expect(await page().locator("[open] .answers > li").count()).toBe(8);
      await first.locator("summary").focus();
      await page().keyboard.press("Enter");
      expect(await page().locator("[open] .answers > li").count()).toBe(0);
    });

    test("names of the roster, found by name and id", async () => {
      await page().locator("#search").fill("ada");
      expect(await names(page())).toEqual(["Ada Example"]);
      const id = await page().locator("#list > :not([hidden]) .name small").textContent();
      await page()
        .locator("#search")
        .fill(id ?? "");
      expect(await names(page())).toEqual(["Ada Example"]);
    });

    test("a wrong number shows what is right", async () => {
      const wrong = page().locator(".answers > li", { has: page().locator(".mark.incorrect") });
      const value = wrong.filter({ has: page().locator("b", { hasText: "set2.h1" }) }).first();
      expect(await value.locator(".expected").textContent()).toBe("The right value is 0.46.");
    });

    test("files that do not count are listed, and marked where they were replaced", async () => {
      expect(await page().locator("#files summary").allTextContents()).toHaveLength(4);
      await page().locator("#search").fill("replaced");
      expect((await names(page())).length).toBe(1);
      await page().locator("#list > :not([hidden]) > summary").click();
      expect(await page().locator("#list > [open]").textContent()).toContain("Counts in place of: old/");
    });

    test("nothing is cut off or torn, nor scrolls sideways; text readable on its ground, in light and dark, narrow and wide", async () => {
      await page().locator("summary").first().click();
      for (const width of [390, 1280]) {
        await page().setViewportSize({ width, height: 800 });
        expect(await page().evaluate("document.documentElement.scrollWidth"), `${width}`).toBe(width);
        expect(await tornWords(page()), `${width}`).toEqual([]);
        expect(await hiddenParts(page()), `${width}`).toEqual([]);
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await page().emulateMedia({ colorScheme });
        const verdicts = [".mark.correct", ".mark.incorrect", ".mark.missing"];
        for (const selector of [".note", ".figures dt", ...verdicts, "summary b"]) {
          const least = selector.startsWith(".mark") ? 3 : 4.5;
          expect(await contrast(page(), selector), `${selector} ${colorScheme}`).toBeGreaterThan(least);
        }
      }
    });

    test("nothing went wrong in all of this", () => expect(opened.problems).toEqual([]));
  });

  test("hostile submissions stay text", async () => {
    const reports = [...hostileCourse()];
    const fullNames = new Map(Object.values(attacks).map((text) => [text, text]));
    const solution = () => attacks.script;
    const { page, problems, outside } = await open(reports, { summary: summaryFor(reports), fullNames, solution });
    expect((await names(page)).length).toBe(Object.keys(attacks).length);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("img, iframe, object, a:not([href^='#'])").count()).toBe(0);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await page.locator("#list").textContent()).toContain("</script><script>alert(1)</script>");
    expect(problems).toEqual([]);
    expect(outside()).toEqual([]);
  });

  test("several exercises: a column each, and a total", async () => {
    const reports = [...course({ students: 30, exercises: ["ex2", "ex4", "ex6"] })];
    const { page, problems } = await open(reports, { language: "de" });
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    const headings = await page.locator(".headings span").allTextContents();
    expect(headings).toEqual(["Name", "ex2", "ex4", "ex6", "Summe", "Status"]);
    expect((await names(page)).length).toBe(30);
    await page.locator("summary").first().click();
    expect(await page.locator("[open] h4").count()).toBe(3);
    const mistake = page.locator(".mistakes > li", { hasText: "mistake.steps-total" });
    expect((await mistake.locator("p").allTextContents()).slice(1).map((text) => text.replace(/^\d+/, "n"))).toEqual([
      "Count the additional steps only.",
      "extra_100 · mistake.steps-total",
      expect.stringMatching(/^n × [23]00$/),
      expect.stringMatching(/^n × [23]00$/),
    ]);
    expect(problems).toEqual([]);
  });

  test("late files and a person's decisions are marked, the file that does not count is told", async () => {
    const [first, second] = [...course({ students: 2 })] as [Report, Report];
    const late = { ...first, late: { seconds: 3600, before: first.points, taken: 0 } };
    const passedOver = { ...late, file: "late.json" };
    const items = second.items.map((item) => ({ ...item, overridden: { by: "Tess" } }));
    const reports = [late, { ...second, items, passedOver }];
    const page = await renderOne("html", reports);
    expect(page.match(/class="status late"/g)).toHaveLength(2);
    expect(page.match(/class="status decided"/g)).toHaveLength(1);
    expect(page).toContain("Also handed in, does not count: late.json");
  });

  test("without scripts all is there but the search", async () => {
    const { page } = await open([...course({ students: 40 })], {}, { javaScriptEnabled: false });
    expect(await page.locator(".items tbody tr").count()).toBe(8);
    expect((await names(page)).length).toBe(40);
    await page.locator("summary").first().click();
    expect(await page.locator("[open] .answers > li").count()).toBe(8);
  });

  test("nobody at all is a page, too", async () => {
    const { page, problems } = await open([]);
    expect(await page.locator("body").textContent()).toContain("There are no results yet.");
    expect(problems).toEqual([]);
  });
});

test("a large course shows verdicts only, and those rightly", async () => {
  const reports = [...course({ students: 5001 })];
  const page = await renderOne("html", reports);
  const lines = page.match(/<div id="s-.*/g) ?? [];
  expect(lines).toHaveLength(5001);
  for (const report of [...reports.slice(0, 20), ...reports.slice(-20)].filter(({ status }) => status === "graded")) {
    const line = lines.find((one) => one.includes(`data-find="${report.student} `)) ?? "";
    const shown = [...line.matchAll(/class="mark (\w+)" title="([^"]*)"/g)].map(([, verdict, id]) => ({ id, verdict }));
    expect(shown).toEqual(report.items.map(({ id, verdict }) => ({ id, verdict })));
  }
  expect(page).not.toMatch(/<details id=/);
});
