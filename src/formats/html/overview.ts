/** The parts of the HTML report above the students: figures, distribution of points, items and frequent mistakes. */

import { sum } from "../../course/measures.ts";
import {
  type ExerciseStatistics,
  type ItemStatistics,
  type Mistake,
  type Statistics,
  verdicts,
} from "../../course/statistics.ts";
import type { Summary } from "../../course/summary.ts";
import { wholePercent } from "../../grading/report.ts";
import type { Context } from "../format.ts";
import { frequentMistakes, type PlainCode, spread, type Words } from "../words.ts";
import { hasRemarks, meter } from "./attention.ts";
import { type Html, html } from "./escape.ts";

/** The heading's links to the parts of the page. */
export function contents(exercises: readonly ExerciseStatistics[], words: Words, summary?: Summary): Html {
  const links = [
    ["attention", words.say("report.page-attention")],
    ...(exercises.length > 1 ? exercises.map(({ exercise }) => [sectionId(exercise), exercise]) : []),
    ["students", words.say("report.students")],
    ...(summary && hasRemarks(summary) ? [["files", words.say("report.page-files")]] : []),
  ];
  return html`<nav>${links.map(([id, text]) => html`<a href="#${id}">${text}</a> `)}</nav>`;
}

function sectionId(exercise: string): string {
  return `exercise-${exercise}`;
}

/** The figures of the whole course. */
export function overview({ submissions, students, exercises }: Statistics, words: Words): Html {
  const total = (count: "graded" | "passed" | "needsReview" | "invalid" | "absent") =>
    sum(exercises.map((exercise) => exercise[count]));
  const [graded, passed, absent] = [total("graded"), total("passed"), total("absent")];
  const [only] = exercises.length === 1 ? exercises : [];
  const several = submissions !== students && `${words.say("report.submissions")}: ${submissions}`;
  return html`<dl class="figures">
${figure(words.say("report.students"), students, several)}
${figure(words.say("report.passed"), words.percent(percentOf(passed, graded)), `${passed} / ${graded}`)}
${only && figure(words.say("report.mean"), words.number(only.mean), `/ ${words.number(only.maxPoints)}`)}
${figure(words.say("report.needs-review"), total("needsReview"))}
${figure(words.say("report.not-gradable"), total("invalid"))}
${absent > 0 && figure(words.say(only ? "report.nothing-handed-in" : "report.page-left-out"), absent, !only && `/ ${submissions}`)}
</dl>
`;
}

function figure(label: string, value: string | number | Html, note: string | false = ""): Html {
  return html`<div><dt>${label}</dt><dd>${value} <small>${note}</small></dd></div>\n`;
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : wholePercent(part / whole);
}

/** Distribution, items and mistakes of one exercise. `titled` if there are several. */
export function exerciseSection(statistics: ExerciseStatistics, titled: boolean, words: Words, context: Context): Html {
  const { exercise, graded } = statistics;
  const figures = { "report.submissions": String(graded), ...spread(statistics, words) };
  const body =
    graded === 0
      ? html`<p>${words.say("report.page-nothing-graded")}</p>`
      : html`${histogram(words.say("report.page-distribution"), statistics, figures, words)}${itemTable(statistics, words, context)}${mistakeList(statistics, words)}`;
  return html`<section id="${sectionId(exercise)}">${titled && html`<h2>${exercise}</h2>`}\n${body}</section>\n`;
}

function histogram(
  title: string,
  { distribution: bins, maxPoints }: Pick<ExerciseStatistics, "distribution" | "maxPoints">,
  figures: Readonly<Partial<Record<PlainCode, string>>>,
  words: Words,
): Html {
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  // As many labels as fit below the columns on a telephone.
  const step = Math.ceil(bins.length / 11);
  const columns = bins.map(({ from, to, count, passed }, index) => {
    const [low, high] = [words.number(from), words.number(to)];
    const range = from >= maxPoints ? low : `${low} – < ${high}`;
    const style = `--height:${(count / highest).toFixed(3)};--passed:${percentOf(passed, count) ?? 0}%`;
    return html`<li title="${range}: ${count}" style="${style}"><b>${count > 0 && count}</b><i></i><span>${index % step === 0 && low}</span></li>`;
  });
  const named = Object.entries(figures) as [PlainCode, string][];
  return html`<figure><figcaption><h3>${title}</h3></figcaption>
<ol class="columns">${columns}</ol>
${legend({ passed: words.say("report.passed"), absent: words.say("report.not-passed") })}
<dl class="measures">${named.map(([name, value]) => html`<div><dt>${words.say(name)}</dt><dd>${value}</dd></div>`)}</dl></figure>
`;
}

/** Labels by the class that the style sheet gives a colour. */
function legend(labels: Readonly<Record<string, string>>): Html {
  const list = Object.entries(labels).map(([kind, label]) => html`<li><i class="mark ${kind}"></i>${label}</li>`);
  return html`<ul class="legend">${list}</ul>`;
}

function itemTable({ exercise, items }: ExerciseStatistics, words: Words, { solution }: Context): Html {
  const expectedOf = ({ id, mistakes }: ItemStatistics) => {
    const [wrong] = mistakes.flatMap(({ answers }) => answers.top(1));
    return wrong && solution?.(exercise, id, wrong.text);
  };
  const headings = (["item", "points", "verdict", "facility", "discrimination"] as const).map((name) => {
    const isText = name === "item" || name === "verdict";
    return html`<th scope="col"${isText ? undefined : html` class="number"`}>${words.say(`report.${name}`)}</th>\n`;
  });
  return html`<h3>${words.say("report.page-items")}</h3>
<p class="note">${words.say("report.page-items-hint")}</p>
<table class="items"><thead><tr>
${headings}</tr></thead><tbody>${items.map((item) => itemRow(item, expectedOf(item), words))}</tbody></table>
${legend(Object.fromEntries(verdicts.map((verdict) => [verdict, words.verdict(verdict)])))}
`;
}

/** Discrimination below this is marked. */
const weakDiscrimination = 20;

function itemRow(item: ItemStatistics, expected: string | undefined, words: Words): Html {
  const { id, maxPoints, facility, discriminationIndex } = item;
  const weak = discriminationIndex !== null && discriminationIndex < weakDiscrimination;
  const cell = (code: "points" | "facility" | "discrimination", value: string, kind = "") =>
    html`<td class="number ${kind}" data-label="${words.say(`report.${code}`)}">${value}</td>`;
  return html`<tr><th scope="row">${id}</th>
${cell("points", words.number(maxPoints))}
<td>${verdictBar(item, words)}${expected && html`<p class="expected">${expected}</p>`}</td>
${cell("facility", words.percent(facility && 100 * facility))}
${cell("discrimination", words.percent(discriminationIndex), weak ? "weak" : "")}</tr>
`;
}

/** One stacked bar: how the answers to an item were judged. */
function verdictBar(item: ItemStatistics, words: Words): Html {
  const counts = verdicts
    .map((verdict) => ({ verdict, count: item.verdicts[verdict], label: words.verdict(verdict) }))
    .filter(({ count }) => count > 0);
  const name = counts.map(({ count, label }) => `${count} ${label}`).join(", ");
  const parts = counts.map(
    ({ verdict, count, label }) => html`<i class="${verdict}" style="flex:${count}" title="${label}: ${count}"></i>`,
  );
  return html`<span class="bar" role="img" aria-label="${name}">${parts}</span>`;
}

const maxMistakes = 8;
/** So many of the different things that were said, and of the answers, the most frequent first. */
const maxTexts = 3;

function mistakeList(statistics: ExerciseStatistics, words: Words): Html {
  const mistakes = frequentMistakes(statistics, maxMistakes);
  const greatest = Math.max(...mistakes.map(({ count }) => count));
  const entry = ({ item, code, count, messages, answers }: (typeof mistakes)[number]) => html`<li>
<p class="count"><b>${count}</b> <small>${words.percent(percentOf(count, statistics.graded))}</small>${meter(count / greatest)}</p>
<div>${times(messages.top(maxTexts), (text) => html`${text}`)}
<p class="note"><b>${item}</b> · ${code}</p>
${times(answers.top(maxTexts), (text) => html`<code>${text}</code>`)}</div></li>
`;
  return html`<h3>${words.say("report.mistakes")}</h3>
${mistakes.length === 0 && html`<p class="note">${words.say("report.page-no-mistakes")}</p>`}
<ol class="mistakes">${mistakes.map(entry)}</ol>
`;
}

/** A line each, with how often if that differs. */
function times(texts: ReturnType<Mistake["messages"]["top"]>, shown: (text: string) => Html): Html[] {
  return texts.map(
    ({ text, count }) => html`<p>${texts.length > 1 && html`<small>${count} ×</small> `}${shown(text)}</p>`,
  );
}
