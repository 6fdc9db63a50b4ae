/** The HTML report in a real browser: what it shows, search, order, links, and that it loads and runs nothing else. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderOne } from "../render.ts";
import { attacks, course, hostileCourse } from "../sample.ts";
import { contrast, endBrowser, names, noBrowser, type Opened, open, points, startBrowser } from "./page.ts";

describe.skipIf(noBrowser)("HTML report", () => {
  beforeAll(startBrowser, 60_000);
  afterAll(endBrowser);

  describe("of a course", () => {
    let opened: Opened;
    const page = () => opened.page;
    beforeAll(async () => {
      opened = await open([...course({ students: 120 })], { title: "Sheet 6" });
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
      expect(await page().locator("#review article").count()).toBe(1);
      expect((await names(page())).length).toBe(120);
      expect(await page().locator("#shown").textContent()).toBe("120 of 120");
      expect(opened.outside()).toEqual([]);
    });

    test("sorts by name and points", async () => {
      const { compare } = new Intl.Collator("en", { numeric: true });
      const sorted = await names(page());
      expect(sorted).toEqual(sorted.toSorted(compare));
      await page().locator("#sort").selectOption("most");
      const most = await points(page());
      expect(most).toEqual(most.toSorted((a, b) => b - a));
      await page().locator("#sort").selectOption("fewest");
      expect(await points(page())).toEqual(most.toReversed());
    });

    test("searches without case and accents, filters, and says when nobody matches", async () => {
      await page().locator("#search").fill("CELIK noe");
      const found = await names(page());
      expect(found.length).toBeGreaterThan(0);
      for (const name of found) expect(name).toMatch(/^Noé Çelik/);
      await page().locator("#search").fill("nobody is called that");
      expect(await page().locator("#nobody").isVisible()).toBe(true);
      await page().locator("#search").fill("");
      for (const status of ["review", "invalid", "passed"]) {
        await page().locator("#show").selectOption(status);
        const shown = (await names(page())).length;
        expect(shown).toBeGreaterThan(0);
        expect(shown).toBe(await page().locator(`#list > :not([hidden]) > summary .status.${status}`).count());
      }
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

    test("what needs review leads to its answer, also when the list is limited to others", async () => {
      await page().locator("#search").fill("nobody");
      const entry = page().locator("#review li a").first();
      const name = await entry.textContent();
      await entry.click();
      const target = page().locator(":target");
      expect(await target.locator(".mark.review").first().isVisible()).toBe(true);
      expect(await page().locator("details[open] > summary > b").textContent()).toBe(name);
      expect(await target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(720);
      await page().locator("#review [data-show]").click();
      expect(await page().locator("#show").inputValue()).toBe("review");
      expect((await names(page())).length).toBe(11);
      await page().locator(".figures [data-show=invalid]").click();
      expect((await names(page())).length).toBe(2);
    });

    test("no sideways scrolling, and text readable on its ground, in light and dark, narrow and wide", async () => {
      await page().locator("summary").first().click();
      for (const width of [400, 1280]) {
        await page().setViewportSize({ width, height: 800 });
        expect(await page().evaluate("document.documentElement.scrollWidth"), `${width}`).toBe(width);
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
    const { page, problems, outside } = await open([...hostileCourse()]);
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
    expect(problems).toEqual([]);
  });

  test("without scripts all is there but search and order", async () => {
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

test("a large course shows verdicts only", async () => {
  const page = await renderOne("html", [...course({ students: 3001 })]);
  expect(page.match(/<div data-find=/g)).toHaveLength(3001);
  expect(page).toContain('class="mark correct"');
  expect(page).not.toMatch(/<details|<a href="#r\d/);
});
