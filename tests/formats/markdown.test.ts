/** Markdown, read by a Markdown parser: the tables that were meant, and nothing that a submission put there. */

import { marked, type Token, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { markdownCode, markdownText } from "../../src/formats/markdown.ts";
import { renderOne } from "./render.ts";
import { attacks, course, hostileCourse } from "./sample.ts";

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => {
    found.push(token);
  });
  return found;
}

const kinds = (text: string) => new Set(tokensOf(text).map((token) => token.type));

test("hostile text makes no HTML, link, image or other structure", async () => {
  const text = await renderOne("markdown", [...hostileCourse()]);
  const found = kinds(text);
  for (const kind of ["html", "link", "image", "code", "blockquote", "hr", "em", "strong", "del", "def"]) {
    expect(found.has(kind), kind).toBe(false);
  }
});

test("tables have as many cells as headings, whatever is in them", async () => {
  for (const line of (await renderOne("markdown", [...hostileCourse()])).split("\n\n")) {
    const rows = line.split("\n").filter((row) => row.startsWith("|"));
    const widths = rows.map((row) => row.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length);
    expect(new Set(widths).size, line.slice(0, 200)).toBeLessThanOrEqual(1);
  }
});

test("one submission is shown item by item, a course as an overview", async () => {
  const one = await renderOne("markdown", [...course({ students: 1 })]);
  expect(one).toContain("| Item | Verdict | Points | Answer | Feedback |");
  const many = await renderOne("markdown", [...course({ students: 50 })]);
  for (const heading of ["Most frequent mistakes", "Needs review", "Students"]) expect(many).toContain(heading);
  expect(many).toContain("| `set1.h1` | 1 |");
});

test("German", async () => {
  const text = await renderOne("markdown", [...course({ students: 50 })], { language: "de" });
  expect(text).toContain("# Ergebnisse zu ex6");
  expect(text).toMatch(/\d,\d/);
});

describe.each(Object.entries(attacks))("%s", (_, attack) => {
  test("as text", () => {
    const found = kinds(`| a | b |\n| --- | --- |\n| ${markdownText(attack)} | x |\n`);
    expect([...found].filter((kind) => !["table", "text", "escape", "paragraph", "space"].includes(kind))).toEqual([]);
    expect(markdownText(attack)).not.toMatch(/@[\w]|https?:|[\r\n]/);
  });

  test("as code in a table", () => {
    const tokens = tokensOf(`| a | b |\n| --- | --- |\n| ${markdownCode(attack)} | x |\n`);
    const table = tokens.find((token) => token.type === "table");
    const row = (table as Tokens.Table).rows[0]?.map((cell) => cell.text);
    expect(row?.length).toBe(2);
    expect(row?.[1]).toBe("x");
    expect(tokens.some((token) => ["html", "link", "image"].includes(token.type))).toBe(false);
  });
});
