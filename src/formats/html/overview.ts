/** The parts of the HTML report above the students: figures, distribution of points, items and frequent mistakes. */

import type { Bin, ExerciseStatistics, ItemStatistics, Mistake, Statistics } from "../../course/statistics.ts";
import { verdicts } from "../../course/statistics.ts";
import { frequentMistakes, type Words } from "../words.ts";
import { type Html, html } from "./escape.ts";

/** The heading's links to the parts of the page. */
export function contents(exercises: readonly ExerciseStatistics[], words: Words): Html {
  const links = [
    ...(exercises.length > 1 ? exercises.map(({ exercise }) => [sectionId(exercise), exercise]) : []),
    ["review", words.say("report.needs-review")],
    ["students", words.say("report.students")],
  ];
  return html`<nav>${links.map(([id, text]) => html`<a href="#${id}">${text}</a> `)}</nav>`;
}

function sectionId(exercise: string): string {
  return `exercise-${exercise}`;
}

/** The figures of the whole course. */
export function overview({ submissions, students, exercises }: Statistics, words: Words): Html {
  const sum = (pick: (exercise: ExerciseStatistics) => number) =>
    exercises.reduce((total, exercise) => total + pick(exercise), 0);
  const graded = sum((exercise) => exercise.graded);
  const passed = sum((exercise) => exercise.passed);
  const review = sum((exercise) => exercise.needsReview);
  const invalid = sum((exercise) => exercise.invalid);
  const absent = sum((exercise) => exercise.absent);
  const [only] = exercises.length === 1 ? exercises : [];
  const several = submissions !== students && `${words.say("report.submissions")}: ${submissions}`;
  return html`<dl class="figures">
${figure(words.say("report.students"), students, several)}
${figure(words.say("report.passed"), share(passed, graded, words), `${passed} / ${graded}`)}
${only && figure(words.say("report.mean"), words.number(only.mean), words.say("report.page-of", { max: words.number(only.maxPoints) }))}
${figure(words.say("report.needs-review"), review, "", review > 0 && "review")}
${figure(words.say("report.not-gradable"), invalid, "", invalid > 0 && "invalid")}
${absent > 0 && figure(words.say("report.nothing-handed-in"), absent)}
</dl>
`;
}

function figure(label: string, value: string | number, note: string | false = "", kind: string | false = ""): Html {
  return html`<div class="${kind}"><dt>${label}</dt><dd>${value} <small>${note}</small></dd></div>\n`;
}

function share(part: number, whole: number, words: Words): string {
  return words.percent(whole === 0 ? null : (100 * part) / whole);
}

/** Distribution, items and mistakes of one exercise. `titled` if there are several. */
export function exerciseSection(statistics: ExerciseStatistics, titled: boolean, words: Words): Html {
  const { exercise, graded } = statistics;
  const body =
    graded === 0
      ? html`<p>${words.say("report.page-nothing-graded")}</p>`
      : html`${distribution(statistics, words)}${itemTable(statistics, words)}${mistakeList(statistics, words)}`;
  return html`<section id="${sectionId(exercise)}">${titled && html`<h2>${exercise}</h2>`}\n${body}</section>\n`;
}

function distribution(statistics: ExerciseStatistics, words: Words): Html {
  const { distribution: bins, graded, mean, maxPoints, median, standardDeviation } = statistics;
  const { internalConsistency, standardError } = statistics;
  const figures = [
    [words.say("report.submissions"), String(graded)],
    [words.say("report.mean"), `${words.number(mean)} / ${words.number(maxPoints)}`],
    [words.say("report.median"), words.number(median)],
    [words.say("report.deviation"), words.number(standardDeviation)],
    [words.say("report.consistency"), words.percent(internalConsistency)],
    [words.say("report.standard-error"), words.number(standardError)],
  ];
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  // As many labels as fit below the columns on a telephone.
  const step = Math.ceil(bins.length / 11);
  const columns = bins.map((bin, index) => column(bin, { highest, labelled: index % step === 0, maxPoints }, words));
  return html`<figure><figcaption><h3>${words.say("report.page-distribution")}</h3>
<p class="note">${words.say("report.page-distribution-hint")}</p></figcaption>
<ol class="columns">${columns}</ol>
${legend([
  ["reached", words.say("report.passed")],
  ["short", words.say("report.not-passed")],
])}
<dl class="measures">${figures.map(([name = "", value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></figure>
`;
}

/** A column as high as its bin is full, its lower part for those who passed. */
function column(
  { from, to, count, passed }: Bin,
  { highest, labelled, maxPoints }: { highest: number; labelled: boolean; maxPoints: number },
  words: Words,
): Html {
  const range = from >= maxPoints ? words.number(from) : `${words.number(from)} – < ${words.number(to)}`;
  const style = `--height:${(count / highest).toFixed(3)};--passed:${count === 0 ? 0 : Math.round((100 * passed) / count)}%`;
  return html`<li title="${range}: ${count}" style="${style}"><b>${count > 0 && count}</b><i></i><span>${labelled && words.number(from)}</span></li>`;
}

/** `kind` is a class that the style sheet gives a colour. */
function legend(entries: readonly (readonly [kind: string, label: string])[]): Html {
  const list = entries.map(([kind, label]) => html`<li><i class="mark ${kind}"></i>${label}</li>`);
  return html`<ul class="legend">${list}</ul>`;
}

function itemTable({ items }: ExerciseStatistics, words: Words): Html {
  return html`<h3>${words.say("report.page-items")}</h3>
<p class="note">${words.say("report.page-items-hint")}</p>
<table class="items"><thead><tr>
<th scope="col">${words.say("report.item")}</th>
<th scope="col" class="number">${words.say("report.points")}</th>
<th scope="col">${words.say("report.verdict")}</th>
<th scope="col" class="number">${words.say("report.facility")}</th>
<th scope="col" class="number">${words.say("report.discrimination")}</th>
</tr></thead><tbody>${items.map((item) => itemRow(item, words))}</tbody></table>
${legend(verdicts.map((verdict) => [verdict, words.verdict(verdict)]))}
`;
}

/** Discrimination below this is marked. */
const weakDiscrimination = 20;

function itemRow(item: ItemStatistics, words: Words): Html {
  const { id, maxPoints, facility, discriminationIndex } = item;
  const weak = discriminationIndex !== null && discriminationIndex < weakDiscrimination;
  return html`<tr><th scope="row">${id}</th>
<td class="number">${words.number(maxPoints)}</td>
<td>${verdictBar(item, words)}</td>
<td class="number">${words.percent(facility && 100 * facility)}</td>
<td class="number ${weak && "weak"}">${words.percent(discriminationIndex)}</td></tr>
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

function mistakeList(statistics: ExerciseStatistics, words: Words): Html {
  const mistakes = frequentMistakes(statistics, maxMistakes);
  const greatest = Math.max(...mistakes.map(({ count }) => count));
  const entry = ({ item, code, count, examples }: Mistake & { readonly item: string }) => html`<li>
<p class="count"><b>${count}</b> <small>${share(count, statistics.graded, words)}</small><span class="meter"><i class="failed" style="width:${Math.round((100 * count) / greatest)}%"></i></span></p>
<div><p>${examples[0]?.message ?? code}</p><p class="note"><b>${item}</b> · ${code}</p>
<p>${examples.map(({ answer }) => html`${answer && html`<code>${answer}</code>`} `)}</p></div></li>
`;
  return html`<h3>${words.say("report.mistakes")}</h3>
<p class="note">${words.say(mistakes.length === 0 ? "report.page-no-mistakes" : "report.page-mistakes-hint")}</p>
<ol class="mistakes">${mistakes.map(entry)}</ol>
`;
}
