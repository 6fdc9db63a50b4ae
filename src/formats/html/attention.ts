/** The parts of the HTML report on what waits for a person: answers under review, files that cannot be graded. */

import { type Report, roundPoints } from "../../grading/report.ts";
import { type ReportSource, studentOf } from "../format.ts";
import { isUnderReview, openPoints, type Words } from "../words.ts";
import { answerId, reportId } from "./answers.ts";
import { type Html, html } from "./escape.ts";

/** The answers to one item that a person must decide about. */
interface ReviewGroup {
  readonly title: string;
  count: number;
  points: number;
  readonly first: { readonly student: string; readonly id: string; readonly answer: string }[];
}

interface Open {
  readonly review: readonly ReviewGroup[];
  readonly invalid: readonly { readonly report: Report; readonly id: string }[];
  readonly invalidCount: number;
}

/** So many are listed; the list of students has them all. */
const maxPerItem = 6;
const maxInvalid = 12;

export function collectOpen(reports: ReportSource): Open {
  const groups = new Map<string, ReviewGroup>();
  const invalid: { report: Report; id: string }[] = [];
  let invalidCount = 0;
  let index = 0;
  for (const report of reports()) {
    if (report.status === "invalid" && ++invalidCount <= maxInvalid) invalid.push({ report, id: reportId(index) });
    for (const [place, item] of report.items.entries()) {
      if (!isUnderReview(item)) continue;
      const title = `${report.exercise} · ${item.id}`;
      const group = groups.get(title) ?? { title, count: 0, points: 0, first: [] };
      groups.set(title, group);
      group.count++;
      group.points = roundPoints(group.points + openPoints(item));
      const entry = { student: studentOf(report), id: answerId(index, place), answer: item.answer ?? "" };
      if (group.first.length < maxPerItem) group.first.push(entry);
    }
    index++;
  }
  return { review: [...groups.values()].sort((a, b) => b.count - a.count), invalid, invalidCount };
}

/** `linked` if the page has the answers. */
export function reviewSection({ review }: Open, linked: boolean, words: Words): Html {
  const hint = words.say(review.length === 0 ? "report.page-no-review" : "report.page-review-hint");
  const groups = review.map(({ title, count, points, first }) => {
    const entries = first.map(
      ({ student, id, answer }) => html`<li>${link(student, id, linked)} <q>${answer}</q></li>`,
    );
    return html`<article><h3>${title} <small>${count}</small></h3>
<p class="note">${words.moreUnderReview(points)}</p>
<ul>${entries}</ul>${more(count - first.length, "review", words)}</article>
`;
  });
  return html`<section id="review"><h2>${words.say("report.needs-review")}</h2>
<p class="note">${hint}</p>
<div class="groups">${groups}</div></section>
`;
}

export function invalidSection({ invalid, invalidCount }: Open, linked: boolean, words: Words): Html {
  if (invalidCount === 0) return html``;
  const entries = invalid.map(
    ({ report, id }) => html`<li>${link(studentOf(report), id, linked)} <q>${words.error(report.error)}</q></li>`,
  );
  return html`<section id="invalid"><h2>${words.say("report.not-gradable")}</h2>
<p class="note">${words.say("report.page-not-gradable-hint")}</p>
<ul>${entries}</ul>${more(invalidCount - invalid.length, "invalid", words)}</section>
`;
}

/** To the place in the list of students, which the page's script opens. */
function link(student: string, id: string, linked: boolean): Html {
  return linked ? html`<a href="#${id}">${student}</a>` : html`${student}`;
}

/** Shows the others in the list of students; the page's script limits it. */
function more(count: number, filter: string, words: Words): Html {
  if (count <= 0) return html``;
  return html`<p><a href="#students" data-show="${filter}">${words.say("report.and-more", { count })}</a></p>`;
}
