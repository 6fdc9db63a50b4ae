/** The sections of the HTML report on what waits for a person: answers under review, files that cannot be graded. */

import type { Language } from "../../messages/catalogue.ts";
import { studentOf } from "../format.ts";
import { describeError, type Say, sayIn, writeNumber } from "../wording.ts";
import { type Html, html, nothing } from "./escape.ts";
import type { Highlight, Highlights, ReviewGroup } from "./highlights.ts";

export function reviewSection({ review }: Highlights, language: Language): Html {
  const say = sayIn(language);
  const body =
    review.length === 0
      ? html`<p>${say("report.page-no-review")}</p>`
      : html`<p class="hint">${say("report.page-review-hint")}</p>
<div class="groups">${review.map((group) => reviewGroup(group, language))}</div>`;
  return html`<section id="review"><h2>${say("report.needs-review")}</h2>${body}</section>\n`;
}

function reviewGroup(group: ReviewGroup, language: Language): Html {
  const say = sayIn(language);
  const points = say("report.more-under-review", { n: group.points, points: writeNumber(group.points, language) });
  return html`<article><h3>${group.exercise} · ${group.item} <b class="badge">${group.count}</b></h3>
<p class="meta">${points}</p>
<ul>${group.first.map(reviewEntry)}</ul>${more(group.count - group.first.length, "review", say)}</article>
`;
}

function reviewEntry(highlight: Highlight): Html {
  const answer = highlight.item?.answer ?? "";
  return html`<li>${openButton(highlight)}${answer === "" ? nothing : html` <q>${answer}</q>`}</li>`;
}

export function invalidSection({ invalid, invalidCount }: Highlights, language: Language): Html {
  if (invalidCount === 0) return nothing;
  const say = sayIn(language);
  const entries = invalid.map(
    (highlight) =>
      html`<li>${openButton(highlight)} <span>${describeError(highlight.report.error, language)}</span></li>`,
  );
  return html`<section id="invalid"><h2>${say("report.not-gradable")}</h2>
<p class="hint">${say("report.page-not-gradable-hint")}</p>
<ul class="broken">${entries}</ul>${more(invalidCount - invalid.length, "invalid", say)}</section>
`;
}

/** Opens a submission's details; the page's script does so. */
function openButton({ index, report }: Highlight): Html {
  return html`<button type="button" class="link" data-report="${index}">${studentOf(report)}</button>`;
}

/** Shows the others in the list of students; the page's script does so. */
function more(count: number, filter: string, say: Say): Html {
  if (count <= 0) return nothing;
  const label = say("report.and-more", { count });
  return html`<p><button type="button" class="link" data-filter="${filter}">${label}</button></p>`;
}
