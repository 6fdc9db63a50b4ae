/** The part of the HTML report on what waits for a person: answers under review. */

import { roundPoints } from "../../grading/report.ts";
import { type ReportSource, studentOf } from "../format.ts";
import { isUnderReview, openPoints, type Words } from "../words.ts";
import { answerId } from "./answers.ts";
import { type Html, html } from "./escape.ts";

/** The answers to one item that a person must decide about. */
interface ReviewGroup {
  readonly title: string;
  count: number;
  points: number;
  readonly first: { readonly student: string; readonly id: string; readonly answer: string }[];
}

/** So many are listed; the list of students has them all. */
const maxPerItem = 6;

/** Most answers first. */
function reviewGroups(reports: ReportSource): ReviewGroup[] {
  const groups = new Map<string, ReviewGroup>();
  let index = 0;
  for (const report of reports()) {
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
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** `linked` if the page has the answers, to which its script opens the list of students. */
export function reviewSection(reports: ReportSource, linked: boolean, words: Words): Html {
  const review = reviewGroups(reports);
  const hint = words.say(review.length === 0 ? "report.page-no-review" : "report.page-review-hint");
  const groups = review.map(({ title, count, points, first }) => {
    const entries = first.map(({ student, id, answer }) => {
      const who = linked ? html`<a href="#${id}">${student}</a>` : html`${student}`;
      return html`<li>${who} <q>${answer}</q></li>`;
    });
    const rest = count - first.length;
    return html`<article><h3>${title} <small>${count}</small></h3>
<p class="note">${words.moreUnderReview(points)}</p>
<ul>${entries}</ul>${rest > 0 && html`<p>${linkToList("review", words.say("report.and-more", { count: rest }))}</p>`}</article>
`;
  });
  return html`<section id="review"><h2>${words.say("report.needs-review")}</h2>
<p class="note">${hint}</p>
<div class="groups">${groups}</div></section>
`;
}

/** To the list of students, which the page's script limits. */
export function linkToList(show: string, text: string | number): Html {
  return html`<a href="#students" data-show="${show}" class="${show}">${text}</a>`;
}
