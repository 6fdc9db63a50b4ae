/** One submission in the HTML report: each answer with its verdict, what was said about it, and its criteria. */

import { isAbsent } from "../../course/columns.ts";
import { type Report, type ReportCriterion, type ReportItem, tellingCriteria } from "../../grading/report.ts";
import type { CriterionVerdict, Verdict } from "../../kinds/judgement.ts";
import type { Context } from "../format.ts";
import { type Remarks, untold, type Words } from "../words.ts";
import { type Html, html } from "./escape.ts";

const symbols: Readonly<Record<Verdict | CriterionVerdict, string>> = {
  correct: "✓",
  partial: "◐",
  review: "?",
  incorrect: "✗",
  invalid: "!",
  missing: "–",
  met: "✓",
  partly: "◐",
  unmet: "✗",
};

/** A square with a symbol, so that nobody has to tell colours apart. */
export function verdictMark(verdict: Verdict | CriterionVerdict, title = ""): Html {
  return html`<i class="mark ${verdict}" title="${title}" aria-hidden="true">${symbols[verdict]}</i>`;
}

/** `+ 1?`: points that a person may still give. */
export function openMark(reviewPoints: number, words: Words): Html {
  return html`${reviewPoints > 0 && html` <small class="open">+ ${words.number(reviewPoints)}?</small>`}`;
}

export interface Shown {
  /** There is more than one exercise. */
  readonly several: boolean;
  /** Files of the student that this one replaced. */
  readonly replaced: readonly string[];
  readonly solution: Context["solution"];
}

/** Titled with the exercise and its points if there are several. */
export function reportDetails(report: Report, { several, replaced, solution }: Shown, words: Words): Html {
  const { exercise, file, status, error, warnings = [], items, passedOver } = report;
  const expected = ({ id, verdict, answer = "" }: ReportItem) =>
    verdict === "incorrect" || verdict === "partial" ? solution?.(exercise, id, answer) : undefined;
  return html`<section>
${several && html`<h4>${exercise} <small>${status === "graded" && words.score(report)}</small></h4>`}
${file && html`<p class="note">${words.say("report.file")}: ${file}</p>`}
${replaced.length > 0 && html`<p class="note">${words.say("report.page-replaces")}: ${replaced.join(", ")}</p>`}
${passedOver && html`<p class="note">${words.say("report.page-passed-over")}: ${passedOver.file ?? "–"} (${passedOver.status === "invalid" ? words.error(passedOver.error) : words.score(passedOver)})</p>`}
${status === "invalid" && html`<p class="notice">${words.error(error)}</p>`}
${warnings.map(({ message }) => html`<p class="notice">${message}</p>`)}
${isAbsent(report) ? html`<p class="note">${words.say("report.nothing-handed-in")}</p>` : html`<ul class="answers">${items.map((item) => itemDetails(item, expected(item), words))}</ul>`}</section>
`;
}

function itemDetails(item: ReportItem, expected: string | undefined, words: Words): Html {
  const { verdict, answer, reviewPoints = 0 } = item;
  const criteria = tellingCriteria(item);
  const told = new Set(expected === undefined ? [] : [expected]);
  return html`<li><p class="head">${verdictMark(verdict)}<b>${item.id}</b> <span class="note">${words.verdict(verdict)}</span>
<span class="score">${words.score(item)}${openMark(reviewPoints, words)}</span></p>
${answer && html`<p><code>${answer}</code> ${expected && html`<span class="expected">${expected}</span>`}</p>`}
${remarks(item, told)}
${criteria.length > 0 && html`<ul class="criteria">${criteria.map((each) => criterionDetails(each, told, words))}</ul>`}</li>
`;
}

function criterionDetails(criterion: ReportCriterion, told: Set<string>, words: Words): Html {
  const { id, label = id, verdict, evidence = [] } = criterion;
  const quotes = evidence.map((quote) => html`<q>${quote}</q> `);
  return html`<li><p>${verdictMark(verdict)}${label}: ${words.verdict(verdict)} <small>${words.score(criterion)}</small></p>
${quotes.length > 0 && html`<p class="note">${words.say("report.evidence")}: ${quotes}</p>`}
${remarks(criterion, told)}</li>
`;
}

/** What a person decided stands out. */
function remarks(part: Remarks, told: Set<string>): Html {
  return html`${untold(part, told).map((message) => html`<p class="${part.overridden && "decided"}">${message}</p>`)}`;
}
