/** The HTML report in a real browser: what it shows, sorting, search, keyboard, and that it loads and runs nothing else. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attacks, course, hostileCourse } from "../sample.ts";
import { contrast, endBrowser, names, noBrowser, open, points, startBrowser } from "./page.ts";

describe.skipIf(noBrowser)("HTML report", () => {
  beforeAll(startBrowser, 60_000);
  afterAll(endBrowser);

  test("shows figures, charts, items, mistakes, review and everybody; asks for nothing; no errors", async () => {
    const reports = [...course({ students: 120 })];
    const { page, problems, outside } = await open(reports, { title: "Sheet 6" });
    expect(await page.locator("h1").textContent()).toBe("Sheet 6");
    expect(await page.locator("figure svg").count()).toBe(2);
    expect(await page.locator(".items tbody tr").count()).toBe(8);
    expect(await page.locator(".items .bar svg rect").count()).toBeGreaterThan(16);
    expect(await page.locator(".mistakes > li").count()).toBe(8);
    expect(await page.locator("#review article").count()).toBe(1);
    expect(await page.locator("#list tbody tr").count()).toBe(120);
    expect(await page.locator("#shown").textContent()).toBe("120 of 120 shown");
    expect(problems).toEqual([]);
    expect(outside()).toEqual([]);
  });

  test("sorts by click and by keyboard, and says so", async () => {
    const { page } = await open([...course({ students: 60 })]);
    const collator = new Intl.Collator("en", { numeric: true });
    expect(await names(page)).toEqual((await names(page)).toSorted(collator.compare));
    const heading = page.locator("th:has([data-sort=points])");
    await page.locator("[data-sort=points]").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const graded = await points(page);
    expect(graded).toEqual(graded.toSorted((a, b) => b - a));
    await page.locator("[data-sort=points]").focus();
    await page.keyboard.press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect(await points(page)).toEqual(graded.toReversed());
    expect(await page.locator("th[aria-sort=ascending], th[aria-sort=descending]").count()).toBe(1);
  });

  test("searches without case and accents, filters, and says when nobody matches", async () => {
    const { page } = await open([...course({ students: 150 })]);
    await page.keyboard.press("/");
    await page.keyboard.type("CELIK ben");
    const found = await names(page);
    expect(found.length).toBeGreaterThan(0);
    for (const name of found) expect(name).toMatch(/^Ben Çelik/);
    await page.locator("#search").fill("nobody is called that");
    expect(await page.locator("#list tbody").textContent()).toBe("Nobody matches.");
    await page.locator("#search").fill("");
    await page.locator("#filter").selectOption("review");
    const review = await page.locator("#list tbody tr").count();
    expect(review).toBe(await page.locator("#list tbody tr:has(.status.review)").count());
    await page.locator("#filter").selectOption("invalid");
    expect(await page.locator("#list tbody tr").count()).toBe(await page.locator("#list .status.invalid").count());
  });

  test("details: by mouse and keyboard, on to the next, closed by Escape with the focus back", async () => {
    const { page, problems } = await open([...course({ students: 20 })]);
    const everybody = await names(page);
    const first = page.locator("#list tbody button").first();
    await first.focus();
    await page.keyboard.press("Enter");
    const title = page.locator("#details-name");
    expect(await title.textContent()).toBe(everybody[0]);
    expect(await page.locator("#details .answers-list > li").count()).toBe(8);
    await page.keyboard.press("ArrowRight");
    expect(await title.textContent()).toBe(everybody[1]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await title.textContent()).toBe(everybody[0]);
    await page.locator("#previous").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    expect(await title.textContent()).toBe(everybody[1]);
    await page.keyboard.press("Escape");
    expect(await page.locator("#details").isVisible()).toBe(false);
    expect(await first.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true);
    expect(problems).toEqual([]);
  });

  test("what needs review opens its student, also when the list is limited to others", async () => {
    const { page } = await open([...course({ students: 120 })]);
    await page.locator("#search").fill("nobody");
    const entry = page.locator("#review [data-report]").first();
    const name = await entry.textContent();
    await entry.click();
    expect(await page.locator("#details-name").textContent()).toBe(name);
    expect(await page.locator("#details .verdict.review").count()).toBeGreaterThan(0);
    await page.locator("#close").click();
    await page.locator("#review [data-filter]").click();
    expect(await page.locator("#filter").inputValue()).toBe("review");
  });

  test("hostile submissions stay text", async () => {
    const { page, problems, outside } = await open([...hostileCourse()]);
    expect(await page.locator("#list tbody tr").count()).toBe(Object.keys(attacks).length);
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, iframe, object, a:not([href^='#'])").count()).toBe(0);
    for (let index = 0; index < Object.keys(attacks).length; index++) {
      await page.locator("#list tbody button").nth(index).click();
      await page.keyboard.press("Escape");
    }
    expect(await page.locator("#list").textContent()).toContain("</script><script>alert(1)</script>");
    expect(problems).toEqual([]);
    expect(outside()).toEqual([]);
  });

  test("several exercises: a column each, and a total", async () => {
    const { page, problems } = await open([...course({ students: 30, exercises: ["ex2", "ex4", "ex6"] })], {
      language: "de",
    });
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await page.locator("#list thead button").allTextContents()).toEqual([
      "Name",
      "ex2",
      "ex4",
      "ex6",
      "Summe",
      "Stand",
    ]);
    expect(await page.locator("#list tbody tr").count()).toBe(30);
    await page.locator("[data-sort=exercise-1]").click();
    await page.locator("#list tbody button").first().click();
    expect(await page.locator("#details h3").count()).toBe(3);
    expect(problems).toEqual([]);
  });

  test("a large course is paged and compact", { timeout: 60_000 }, async () => {
    const { page, problems } = await open([...course({ students: 5001 })]);
    expect(await page.locator("#list tbody tr").count()).toBe(200);
    await page.locator("#more").click();
    expect(await page.locator("#list tbody tr").count()).toBe(400);
    await page.locator("#list tbody button").first().click();
    expect(await page.locator("#details .answers-list > li").count()).toBe(8);
    expect(await page.locator("#details code").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("prints everybody, not only the first page of the list", async () => {
    const { page } = await open([...course({ students: 250 })]);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("#list tbody tr").count()).toBe(250);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator("#list tbody tr").count()).toBe(200);
  });

  test.each([
    ["light", 400],
    ["light", 1280],
    ["dark", 400],
    ["dark", 1280],
  ] as const)("%s, %i pixels wide: no sideways scrolling, text readable on its ground", async (colorScheme, width) => {
    const { page } = await open([...course({ students: 40 })], {}, { colorScheme, viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.locator("#list tbody button").first().click();
    const hidden =
      "[...document.querySelectorAll('.scroll:has(.items)')].filter((one) => one.scrollWidth > one.clientWidth)";
    expect(await page.evaluate(`${hidden}.length`)).toBe(0);
    expect(await page.evaluate("document.getElementById('details').scrollWidth")).toBeLessThanOrEqual(width);
    for (const selector of [
      ".hint",
      ".figures dt",
      ".verdict.correct",
      ".verdict.incorrect",
      ".verdict.missing",
      ".word",
    ]) {
      expect(await contrast(page, selector), selector).toBeGreaterThan(selector.startsWith(".verdict") ? 3 : 4.5);
    }
  });

  test("without scripts the figures are still there", async () => {
    const { page } = await open([...course({ students: 40 })], {}, { javaScriptEnabled: false });
    expect(await page.locator(".items tbody tr").count()).toBe(8);
    expect(await page.locator("noscript p").isVisible()).toBe(true);
  });

  test("nobody at all is a page, too", async () => {
    const { page, problems } = await open([]);
    expect(await page.locator("body").textContent()).toContain("There are no results.");
    expect(problems).toEqual([]);
  });
});
