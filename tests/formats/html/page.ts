/** Opens the HTML report in a real browser, where there is one, and looks at what is on the page. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Context } from "../../../src/formats/format.ts";
import type { Report } from "../../../src/grading/report.ts";
import { renderOne } from "../render.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const noBrowser = !existsSync(executablePath);
if (noBrowser && process.env.REQUIRE_BROWSER) throw new Error(`There is no browser at ${executablePath}.`);
if (noBrowser) {
  console.warn(`\n\n  SKIPPED: the HTML report is not tested, as there is no browser at ${executablePath}.\n`);
  console.warn("  Install Debian's package chromium, or name a browser in CHROMIUM.\n\n");
}

const quiet = ["background-networking", "component-update", "sync", "gpu", "quic"].map((name) => `--disable-${name}`);

let browser: Browser;
let folder: string;
let pages = 0;

export async function startBrowser(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "rnn-check-html-"));
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--no-first-run", ...quiet] });
}

export async function endBrowser(): Promise<void> {
  await browser.close();
  rmSync(folder, { recursive: true });
}

export type Opened = Awaited<ReturnType<typeof open>>;

/** A page with the report, and everything that went wrong or out on it. */
export async function open(
  reports: readonly Report[],
  context: Partial<Context> = {},
  options: BrowserContextOptions = {},
) {
  const file = join(folder, `${pages++}.html`);
  writeFileSync(file, await renderOne("html", reports, context));
  const page = await (await browser.newContext(options)).newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  const outside = () => requests.filter((request) => request !== url && request !== "data:,");
  return { page, problems, outside, url };
}

/** Who is in the list. */
export const names = (page: Page) => page.locator("#list > :not([hidden]) > .line > .name > b").allTextContents();

/** Words of labels and messages that stand on two lines. What students write may be one endless word. */
export const tornWords = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const torn = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (node.parentElement.closest("script, code, q, .name, .files, [hidden], details:not([open]) > section")) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\d]{3,}/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) torn.push(word);
      }
    }
    return torn;
  })()`);

/** What is wider than its place, so that a part of it is out of sight. */
export const hiddenParts = (page: Page): Promise<string[]> =>
  page.evaluate(`Array.from(document.querySelectorAll("main *"))
    .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(({ localName, className }) => localName + "." + className)`);

/** WCAG's contrast of the first match's text to the nearest ground behind it. */
export function contrast(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const view = element.ownerDocument.defaultView as unknown as {
        getComputedStyle(of: unknown): { color: string; backgroundColor: string };
      };
      const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = (color: string) => {
        const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      let ground: typeof element | null = element;
      while (ground?.parentElement && channels(view.getComputedStyle(ground).backgroundColor)[3] === 0)
        ground = ground.parentElement;
      const values = [
        luminance(view.getComputedStyle(element).color),
        luminance(view.getComputedStyle(ground).backgroundColor),
      ];
      return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
    });
}
