/** The HTML report: one page that loads nothing and, its list's search and order apart, needs no script. */

import { collectStatistics } from "../../course/statistics.ts";
import { type Context, oneFile, type ReportSource } from "../format.ts";
import { titleOf, type Words } from "../words.ts";
import { attentionSection, fileSection } from "./attention.ts";
import script from "./client/list.js?raw";
import { type Html, html } from "./escape.ts";
import { contents, exerciseSection, overview } from "./overview.ts";
import styles from "./page.css?raw";
import { studentSection } from "./students.ts";

export const format = oneFile("html", "report.html", page);

/** Beyond this many submissions, answers and messages would make the page slow to open. */
const maxDetailed = 3000;

async function* page(reports: ReportSource, words: Words, context: Context): AsyncGenerator<string> {
  const statistics = collectStatistics(reports());
  const { submissions, exercises } = statistics;
  const title = titleOf(exercises, words, context.title);
  yield (await head(title, words)).html;
  yield html`<body>
<header><div><h1>${title}</h1></div>${submissions > 0 && contents(exercises, words, context.summary)}</header>
`.html;
  if (submissions === 0) yield html`<p>${words.say("report.page-empty")}</p>`.html;
  else {
    const detailed = submissions <= maxDetailed;
    const several = exercises.length > 1;
    const { summary } = context;
    yield html`<main>\n${overview(statistics, words)}${attentionSection(exercises, context, words)}`.html;
    for (const exercise of exercises) yield exerciseSection(exercise, several, words, context).html;
    yield* studentSection(reports, { detailed, several, context }, words);
    if (summary) yield fileSection(summary, words).html;
    yield `</main>\n<script>${script}</script>\n`;
  }
  yield "</body>\n</html>\n";
}

/** Nothing is loaded, and no script runs but the one whose checksum is named, whatever a submission smuggles in. */
async function head(title: string, { language }: Words): Promise<Html> {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${await sha256(script)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ html: styles }}</style>
</head>
`;
}

/** In Base64, as a content security policy wants it. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
