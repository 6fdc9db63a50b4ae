/** The sections of the HTML report above the list of students; knows statistics and words, not looks. */

import type { ExerciseStatistics, ItemStatistics, Mistake, Statistics } from "../../course/statistics.ts";
import { verdicts } from "../../course/statistics.ts";
import type { Language } from "../../messages/catalogue.ts";
import { type Say, sayIn, writeNumber } from "../wording.ts";
import { distributionChart, itemMap, verdictBar } from "./charts.ts";
import { type Html, html, nothing } from "./escape.ts";

const none = "–";

/** The figures of the whole course. */
export function overview({ submissions, students, exercises }: Statistics, language: Language): Html {
  const say = sayIn(language);
  const total = (pick: (exercise: ExerciseStatistics) => number) =>
    exercises.reduce((sum, exercise) => sum + pick(exercise), 0);
  const graded = total((exercise) => exercise.graded);
  const passed = total((exercise) => exercise.passed);
  const review = total((exercise) => exercise.needsReview);
  const invalid = total((exercise) => exercise.invalid);
  const absent = total((exercise) => exercise.absent);
  const several = submissions === students ? "" : `${say("report.submissions")}: ${submissions}`;
  const [only] = exercises.length === 1 ? exercises : [];
  return html`<dl class="figures">
${figure(say("report.students"), String(students), several)}
${figure(say("report.passed"), share(passed, graded, language), `${passed} / ${graded}`)}
${only === undefined ? nothing : meanFigure(only, language)}
${figure(say("report.needs-review"), String(review), "", review > 0 ? "review" : "")}
${figure(say("report.not-gradable"), String(invalid), "", invalid > 0 ? "invalid" : "")}
${absent > 0 ? figure(say("report.nothing-handed-in"), String(absent), "") : nothing}
</dl>
`;
}

function meanFigure({ mean, maxPoints }: ExerciseStatistics, language: Language): Html {
  const say = sayIn(language);
  return figure(
    say("report.mean"),
    numberOr(mean, language),
    say("report.page-of", { max: writeNumber(maxPoints, language) }),
  );
}

function figure(label: string, value: string, note: string, kind = ""): Html {
  const small = note === "" ? nothing : html` <small>${note}</small>`;
  return html`<div class="${kind}"><dt>${label}</dt><dd>${value}${small}</dd></div>`;
}

function share(part: number, whole: number, language: Language): string {
  return whole === 0 ? none : `${writeNumber((100 * part) / whole, language, 0)} %`;
}

function numberOr(value: number | null, language: Language, decimals = 2, unit = ""): string {
  return value === null ? none : `${writeNumber(value, language, decimals)}${unit}`;
}

/** Charts, items and mistakes of one exercise. `titled` if there are several. */
export function exerciseSection(
  statistics: ExerciseStatistics,
  { id, titled, language }: { id: string; titled: boolean; language: Language },
): Html {
  const heading = titled ? html`<h2>${statistics.exercise}</h2>` : nothing;
  if (statistics.graded === 0) {
    return html`<section id="${id}">${heading}<p>${sayIn(language)("report.page-nothing-graded")}</p></section>\n`;
  }
  return html`<section id="${id}">
${heading}
${charts(statistics, language)}
${testFigures(statistics, language)}
${itemTable(statistics, language)}
${mistakeList(statistics, language)}
</section>
`;
}

function charts(statistics: ExerciseStatistics, language: Language): Html {
  const say = sayIn(language);
  const shades = legend([
    ["accent", say("report.passed")],
    ["accent-soft", say("report.not-passed")],
  ]);
  const map = itemMap(statistics, language);
  return html`<div class="charts">
<figure><figcaption><h3>${say("report.page-distribution")}</h3>
<p>${say("report.page-distribution-hint")}</p></figcaption>
${distributionChart(statistics, language)}${shades}</figure>
${map === undefined ? nothing : mapFigure(map, say)}
</div>`;
}

function mapFigure(map: Html, say: Say): Html {
  return html`<figure><figcaption><h3>${say("report.page-map")}</h3><p>${say("report.page-map-hint")}</p></figcaption>
${map}</figure>`;
}

/** `color` is the name of one of the style sheet's variables. */
function legend(entries: readonly (readonly [color: string, label: string])[]): Html {
  const list = entries.map(([color, label]) => html`<li><i style="background:var(--${color})"></i>${label}</li>`);
  return html`<ul class="legend">${list}</ul>`;
}

function testFigures(statistics: ExerciseStatistics, language: Language): Html {
  const say = sayIn(language);
  const { graded, mean, maxPoints, median, standardDeviation, internalConsistency, standardError } = statistics;
  const entries = [
    [say("report.submissions"), String(graded)],
    [say("report.mean"), `${numberOr(mean, language)} / ${writeNumber(maxPoints, language)}`],
    [say("report.median"), numberOr(median, language)],
    [say("report.deviation"), numberOr(standardDeviation, language)],
    [say("report.consistency"), numberOr(internalConsistency, language, 0, " %")],
    [say("report.standard-error"), numberOr(standardError, language)],
  ] as const;
  const list = entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<dl class="test">${list}</dl>`;
}

function itemTable({ items }: ExerciseStatistics, language: Language): Html {
  const say = sayIn(language);
  return html`<div><h3>${say("report.page-items")}</h3>
<p class="hint">${say("report.page-items-hint")}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${say("report.page-items")}"><table class="items"><thead><tr>
<th scope="col">${say("report.item")}</th>
<th scope="col" class="number">${say("report.points")}</th>
<th scope="col">${say("report.verdict")}</th>
<th scope="col" class="number">${say("report.facility")}</th>
<th scope="col" class="number">${say("report.discrimination")}</th>
</tr></thead><tbody>${items.map((item, index) => itemRow(item, index + 1, language))}</tbody></table></div>
${legend(verdicts.map((verdict) => [verdict, say(`report.${verdict}`)]))}</div>`;
}

/** Discrimination below this is marked. */
const weakDiscrimination = 20;

function itemRow(item: ItemStatistics, number: number, language: Language): Html {
  const { facility, discriminationIndex } = item;
  const weak = discriminationIndex !== null && discriminationIndex < weakDiscrimination;
  return html`<tr><th scope="row"><span class="dot">${number}</span> ${item.id}</th>
<td class="number">${writeNumber(item.maxPoints, language)}</td>
<td class="bar">${verdictBar(item, language)}</td>
<td class="number">${numberOr(facility === null ? null : 100 * facility, language, 0, " %")}</td>
<td class="number${weak ? " weak" : ""}">${numberOr(discriminationIndex, language, 0, " %")}</td></tr>
`;
}

const maxMistakes = 8;

function mistakeList({ items, graded }: ExerciseStatistics, language: Language): Html {
  const say = sayIn(language);
  const mistakes = items
    .flatMap((item) => item.mistakes.map((mistake) => ({ ...mistake, item: item.id })))
    .sort((a, b) => b.count - a.count)
    .slice(0, maxMistakes);
  const counts = { greatest: Math.max(1, ...mistakes.map((mistake) => mistake.count)), graded };
  const body =
    mistakes.length === 0
      ? html`<p>${say("report.page-no-mistakes")}</p>`
      : html`<p class="hint">${say("report.page-mistakes-hint")}</p>
<ol class="mistakes">${mistakes.map((mistake) => mistakeEntry(mistake, counts, language))}</ol>`;
  return html`<div><h3>${say("report.mistakes")}</h3>${body}</div>`;
}

function mistakeEntry(
  { count, item, code, examples }: Mistake & { readonly item: string },
  { greatest, graded }: { readonly greatest: number; readonly graded: number },
  language: Language,
): Html {
  const answers = examples.flatMap(({ answer = "" }) => (answer === "" ? [] : [html`<code>${answer}</code> `]));
  const width = Math.round((100 * count) / greatest);
  return html`<li><p class="count"><b>${count}</b> <small>${share(count, graded, language)}</small>
<i style="width:${width}%"></i></p>
<div><p>${examples[0]?.message ?? code}</p>
<p class="meta"><b>${item}</b> · ${code}</p>
${answers.length === 0 ? nothing : html`<p class="answers">${answers}</p>`}</div></li>
`;
}

/** The heading's links to the parts of the page. */
export function contents(exercises: readonly ExerciseStatistics[], say: Say): Html {
  const links = [
    ...(exercises.length > 1
      ? exercises.map(({ exercise }, index) => [`exercise-${index + 1}`, exercise] as const)
      : []),
    ["review", say("report.needs-review")] as const,
    ["students", say("report.students")] as const,
  ];
  return html`<nav><ul>${links.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>`;
}
