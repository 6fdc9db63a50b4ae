/** The HTML report as one self-contained page: figures and charts are here, the list of students is the script's. */

import { collectStatistics, type Statistics } from "../../course/statistics.ts";
import type { Language } from "../../messages/catalogue.ts";
import type { Context, ReportSource } from "../format.ts";
import { titleOf } from "../markdown.ts";
import { sayIn } from "../wording.ts";
import { invalidSection, reviewSection } from "./attention.ts";
import { pageData } from "./data.ts";
import { type Html, html, nothing } from "./escape.ts";
import { collectHighlights, type Highlights } from "./highlights.ts";
import { clientLabels } from "./labels.ts";
import { clientScript } from "./script.ts";
import { contents, exerciseSection, overview } from "./sections.ts";
import { studentSection } from "./studentList.ts";
import { styles } from "./styles.ts";

/** Beyond this many submissions, answers and messages would make the page slow to open. */
const maxDetailed = 5000;

export async function* htmlPage(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const statistics = await collectStatistics(reports());
  const title = titleOf(statistics.exercises, context);
  yield (await pageHead(title, context)).html;
  yield pageHeader(title, statistics, context).html;
  if (statistics.submissions > 0) {
    const compact = statistics.submissions > maxDetailed;
    for (const section of mainSections(statistics, await collectHighlights(reports), { compact, ...context })) {
      yield section.html;
    }
    yield '<script type="application/json" id="data">';
    yield* pageData(reports, statistics.exercises, {
      language: context.language,
      compact,
      head: dataHead(statistics, context),
    });
    yield `</script>\n<script>${clientScript}</script>\n`;
  }
  yield "</body>\n</html>\n";
}

/** Nothing is loaded, and no script runs but the one whose checksum is named, whatever a submission smuggles in. */
async function pageHead(title: string, { language }: Context): Promise<Html> {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${await sha256(clientScript)}'`,
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
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ html: styles }}</style>
</head>
<body>
`;
}

/** Base64, as a content security policy wants it. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function pageHeader(title: string, { submissions, exercises }: Statistics, context: Context): Html {
  const say = sayIn(context.language);
  const made =
    context.generatedAt === undefined
      ? nothing
      : html`<p class="meta">${say("report.page-generated", { date: readableDate(context.generatedAt) })}</p>`;
  if (submissions === 0)
    return html`<header class="page"><h1>${title}</h1>${made}<p>${say("report.page-empty")}</p></header>\n`;
  return html`<a class="skip" href="#students">${say("report.page-skip")}</a>
<header class="page"><div><h1>${title}</h1>${made}</div>${contents(exercises, say)}</header>
`;
}

/** `2026-11-23T10:15:00Z` → `2026-11-23 10:15 UTC`; anything else stays as it is. */
function readableDate(date: string): string {
  return date.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/, "$1 $2 UTC");
}

function* mainSections(
  statistics: Statistics,
  highlights: Highlights,
  { language, compact }: { language: Language; compact: boolean },
): Generator<Html> {
  const titled = statistics.exercises.length > 1;
  yield html`<main>\n`;
  yield overview(statistics, language);
  for (const [index, exercise] of statistics.exercises.entries()) {
    yield exerciseSection(exercise, { id: `exercise-${index + 1}`, titled, language });
  }
  yield reviewSection(highlights, language);
  yield invalidSection(highlights, language);
  yield studentSection(statistics, { language, compact });
  yield html`</main>\n`;
}

/** What the script must know besides the submissions. */
function dataHead({ exercises }: Statistics, { language }: Context) {
  return {
    language,
    labels: clientLabels(sayIn(language)),
    exercises: exercises.map(({ exercise, maxPoints, items }) => ({
      id: exercise,
      maxPoints,
      items: items.map((item) => [item.id, item.maxPoints]),
    })),
  };
}
