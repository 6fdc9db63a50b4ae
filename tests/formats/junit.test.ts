/** JUnit XML: valid by schema, one suite a submission, and each verdict where CI servers look for it. */

import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { xmlAttributes, xmlText } from "../../src/formats/junit.ts";
import { renderOne } from "./render.ts";
import { attacks, course, hostileCourse } from "./sample.ts";
import { junitErrors } from "./schemas.ts";

test.each([
  ["a course", [...course({ students: 40, exercises: ["ex2", "ex4", "ex6"] })]],
  ["hostile submissions", [...hostileCourse()]],
  ["nobody", []],
])("is valid for %s", async (_, reports) => {
  expect(await junitErrors(await renderOne("junit", reports))).toEqual([]);
});

test("the schema would notice", async () => {
  const xml = await renderOne("junit", [...course({ students: 2 })]);
  expect(await junitErrors(xml.replace("<testcase ", "<testcase oops='1' "))).not.toEqual([]);
  expect(await junitErrors(xml.replace("</testsuite>", ""))).not.toEqual([]);
});

test("verdicts become failure, error, skipped or nothing; totals add up", async () => {
  const reports = [...course({ students: 60, exercises: ["ex2", "ex6"] })];
  const { document } = parseHTML(await renderOne("junit", reports));
  const items = reports.flatMap((report) => report.items);
  const count = (...verdicts: string[]) => items.filter((item) => verdicts.includes(item.verdict)).length;
  const invalidFiles = reports.filter((report) => report.status === "invalid").length;
  expect(invalidFiles).toBeGreaterThan(0);
  const expected = {
    tests: items.length + invalidFiles,
    failures: count("incorrect", "partial", "missing"),
    errors: count("invalid") + invalidFiles,
    skipped: count("review"),
  };
  const root = document.querySelector("testsuites");
  for (const [name, value] of Object.entries(expected)) expect(Number(root?.getAttribute(name)), name).toBe(value);
  expect(document.querySelectorAll("testcase").length).toBe(expected.tests);
  expect(document.querySelectorAll("testcase > failure").length).toBe(expected.failures);
  expect(document.querySelectorAll("testcase > error").length).toBe(expected.errors);
  expect(document.querySelectorAll("testcase > skipped").length).toBe(expected.skipped);
});

test("no two cases have the same class and name", async () => {
  const { document } = parseHTML(await renderOne("junit", [...course({ students: 50, exercises: ["ex2", "ex6"] })]));
  const names = [...document.querySelectorAll("testcase")].map(
    (each) => `${each.getAttribute("classname")} ${each.getAttribute("name")}`,
  );
  expect(new Set(names).size).toBe(names.length);
});

test("text and attributes hold every attack", async () => {
  const texts = Object.values(attacks);
  const xml = `<a>${texts.map((text) => `<b${xmlAttributes({ c: text })}>${xmlText(text)}</b>`).join("")}</a>`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const text = `<xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="c" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>`;
  const list = `<xs:complexType><xs:sequence><xs:element name="b" maxOccurs="unbounded">${text}</xs:element></xs:sequence></xs:complexType>`;
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a">${list}</xs:element></xs:schema>`;
  expect((await validateXML({ xml, schema: [schema] })).errors).toEqual([]);
});
