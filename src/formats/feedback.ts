/** A page a student, in HTML and as text, named as Moodle's "Upload multiple feedback files in a zip" wants them. */

import { countUp } from "../engine/maps.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import { type Context, type Format, type OutputFile, type ReportSource, safeName } from "./format.ts";
import { collectGradebook } from "./gradebook.ts";
import { type Html, html } from "./html/escape.ts";
import { participantOf } from "./moodle.ts";
import type { Words } from "./words.ts";

export const format: Format = { id: "feedback", files: "several", archive: "feedback.zip", returned: true, write };

function* write(reports: ReportSource, words: Words, context: Context): Generator<OutputFile> {
  const { rows } = collectGradebook(reports, (report) => ({
    file: report.file,
    text: `${report.exercise}\n${words.report(report).join("\n")}\n`,
    section: section(report, words).html,
  }));
  const taken = new Map<string, number>();
  for (const row of rows) {
    const parts = row.grades.flatMap((grade) => (grade?.status === "absent" ? [] : (grade?.kept ?? [])));
    if (parts.length === 0) continue;
    const { name, number } = participantOf(row, context);
    const start = number === undefined ? `${safeName(name)}/` : `${nameForMoodle(name)}_${number}_assignfeedback_file_`;
    const count = countUp(taken, start.toLowerCase());
    const path = `${start}feedback${count === 1 ? "" : `-${count}`}`;
    const title = `${context.title ?? words.say("report.feedback")}: ${name}`;
    yield { path: `${path}.html`, chunks: [page(title, parts.map(({ section }) => section).join(""), words)] };
    yield { path: `${path}.txt`, chunks: [[title, ...parts.map(({ text }) => text)].join("\n\n")] };
  }
}

/** One part of a path that splits at `_` into no more than it should, on every file system, and is not hidden. */
function nameForMoodle(name: string): string {
  const plain = name.replace(/[^\p{L}\p{M}\p{N}' .,-]+/gu, " ").slice(0, 80);
  return plain.replace(/^[\s.,'-]+|[\s.]+$/g, "") || "-";
}

function section(report: Report, words: Words): Html {
  const lines = words.summary(report, true).map((line) => html`<p>${line}</p>\n`);
  return html`<section><h2>${report.exercise}</h2>\n${lines}${report.items.map((item) => answer(item, words))}</section>\n`;
}

function answer(item: ReportItem, words: Words): Html {
  const remarks = words.item(item).map((line) => html`<li>${line}</li>\n`);
  return html`<h3>${item.id} <small>${words.verdict(item.verdict)} · ${words.score(item)}</small></h3>
${item.answer && html`<blockquote>${item.answer}</blockquote>\n`}${remarks.length > 0 && html`<ul>\n${remarks}</ul>\n`}`;
}

/** Nothing is loaded and nothing runs, whatever a submission smuggles in. */
function page(title: string, sections: string, { language }: Words): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h3 { margin: 1.5rem 0 0 } small { font-weight: normal; opacity: 0.75 }
blockquote { margin: 0.5rem 0; padding-left: 0.75rem; border-left: 3px solid; font-family: monospace; white-space: pre-wrap }
</style>
</head>
<body>
<h1>${title}</h1>
${{ html: sections }}</body>
</html>
`.html;
}
