/** The parts of the HTML report on what and who needs attention, and on files that do not count or name somebody else. */

import type { ExerciseStatistics } from "../../course/statistics.ts";
import type { Summary } from "../../course/summary.ts";
import type { Context } from "../format.ts";
import type { Words } from "../words.ts";
import { type Html, html } from "./escape.ts";
import { linkTo } from "./students.ts";

/** So many are listed of each kind; the list of students and summary.json have all. */
const most = { people: 12, files: 200 };

export function attentionSection(exercises: readonly ExerciseStatistics[], context: Context, words: Words): Html {
  const absent = (context.summary?.nothing ?? []).map((student) => linkTo(student, context));
  const nothing = card(words.say("report.nothing-handed-in"), shortened(absent, words));
  return html`<section id="attention"><h2>${words.say("report.page-attention")}</h2>
<div class="cards">${[reviewCard(exercises, words), nothing]}</div></section>
`;
}

/** Answers that a person must decide about, by item. */
function reviewCard(exercises: readonly ExerciseStatistics[], words: Words): Html {
  const items = exercises.flatMap(({ exercise, items }) => items.map((item) => ({ exercise, ...item })));
  const open = items.filter(({ underReview }) => underReview > 0).sort((a, b) => b.underReview - a.underReview);
  const hint = words.say(open.length === 0 ? "report.page-no-review" : "report.page-review-hint");
  const lines = open.map(
    ({ exercise, id, underReview, openPoints }) =>
      html`<span>${exercise} <b>${id}</b></span> <span>${underReview} <small>${words.moreUnderReview(openPoints)}</small></span>`,
  );
  return html`<article id="review"><h3>${words.say("report.needs-review")}</h3><p class="note">${hint}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></article>
`;
}

function card(title: string, entries: readonly Html[]): Html {
  if (entries.length === 0) return html``;
  return html`<article><h3>${title}</h3>
<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul></article>
`;
}

function shortened(entries: readonly Html[], words: Words): Html[] {
  const rest = entries.length - most.people;
  const more = rest > 0 ? [html`${words.say("report.and-more", { count: rest })}`] : [];
  return [...entries.slice(0, most.people), ...more];
}

/** How much of something there is, 0 … 1. */
export function meter(share: number): Html {
  return html`<span class="meter" aria-hidden="true"><i style="width:${Math.round(100 * share)}%"></i></span>`;
}

/** What there is to list of each kind: a file or student, and what goes with it. */
function listsOf({ superseded, skipped, misnamed = [], notOnRoster = [] }: Summary) {
  return {
    "report.page-replaced": superseded.map(({ file, by }) => [file, by] as const),
    "report.page-skipped": skipped.map(({ file, reason }) => [file, reason] as const),
    "report.page-misnamed": misnamed.map(({ file, claimed }) => [file, claimed] as const),
    "report.page-not-on-roster": notOnRoster.map((student) => [student, ""] as const),
  };
}

export function hasRemarks(summary: Summary): boolean {
  return Object.values(listsOf(summary)).some(({ length }) => length > 0);
}

export function fileSection(summary: Summary, words: Words): Html {
  if (!hasRemarks(summary)) return html``;
  const lists = Object.entries(listsOf(summary)).filter(([, { length }]) => length > 0);
  const shown = lists.map(([title, entries]) => {
    const lines = entries
      .slice(0, most.files)
      .map(([file, note]) => html`<li>${file}${note && html` <small>→ ${note}</small>`}</li>`);
    const rest = entries.length - lines.length;
    return html`<details class="files"><summary>${words.say(title as keyof ReturnType<typeof listsOf>)} <small>${entries.length}</small></summary>
<ul>${lines}${rest > 0 && html`<li>${words.say("report.and-more", { count: rest })}</li>`}</ul></details>
`;
  });
  return html`<section id="files"><h2>${words.say("report.page-files")}</h2>${shown}</section>
`;
}
