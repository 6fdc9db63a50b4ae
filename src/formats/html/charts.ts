/** The charts of the HTML report as SVG text, coloured by the page's CSS variables; knows statistics, not reports. */

import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import {
  type Bin,
  type ExerciseStatistics,
  type ItemStatistics,
  type VerdictCounts,
  verdicts,
} from "../../course/statistics.ts";
import type { Verdict } from "../../kinds/judgement.ts";
import type { Language } from "../../messages/catalogue.ts";
import { sayIn, writeNumber } from "../wording.ts";
import { escapeHtml, type Html } from "./escape.ts";

/** The plotting library draws into any DOM; this one is a string at heart and works without a browser. */
const { document } = parseHTML("<!doctype html><html><body></body></html>");

const fontSize = "12px";

/** Below the ticks, at the right end. */
const axisLabel = { labelArrow: "none", labelAnchor: "right", labelOffset: 44 } as const;

/** Bars for how many submissions reached how many points, those that passed apart from the others. */
export function distributionChart({ distribution, maxPoints }: ExerciseStatistics, language: Language): Html {
  const say = sayIn(language);
  const name = (value: number) => writeNumber(value, language);
  const label = (bin: Bin) => (bin.from >= maxPoints ? name(bin.from) : `${name(bin.from)} – < ${name(bin.to)}`);
  const parts = distribution.flatMap((bin) => [
    { from: bin.from, count: bin.passed, color: "var(--accent)", title: `${label(bin)}: ${bin.count}` },
    {
      from: bin.from,
      count: bin.count - bin.passed,
      color: "var(--accent-soft)",
      title: `${label(bin)}: ${bin.count}`,
    },
  ]);
  const highest = Math.max(1, ...distribution.map((bin) => bin.count));
  return imageOf(
    Plot.plot({
      document,
      width: 460,
      height: 240,
      marginLeft: 40,
      marginTop: 24,
      marginBottom: 46,
      style: { fontSize },
      x: {
        type: "band",
        label: say("report.points"),
        ...axisLabel,
        tickSize: 0,
        padding: 0.15,
        tickFormat: name,
        ticks: thinned(distribution.map((bin) => bin.from)),
      },
      y: {
        label: say("report.page-number-of-submissions"),
        labelArrow: "none",
        grid: true,
        domain: [0, highest],
        ticks: Math.min(5, highest),
        tickFormat: "d",
        tickSize: 0,
      },
      marks: [
        Plot.barY(parts, { x: "from", y: "count", fill: "color", title: "title", rx: 1.5 }),
        Plot.ruleY([0], { stroke: "var(--line-strong)" }),
      ],
    }),
    say("report.page-distribution"),
  );
}

const maxTicks = 10;

/** As many of `values` as fit under the axis, evenly spaced from the first. */
function thinned(values: readonly number[]): number[] {
  const step = Math.ceil(values.length / maxTicks);
  return values.filter((_, index) => index % step === 0);
}

/** Items by facility and discrimination, each a numbered dot; undefined where no item has both. */
export function itemMap({ items }: ExerciseStatistics, language: Language): Html | undefined {
  const say = sayIn(language);
  const percent = (value: number) => `${writeNumber(value, language, 0)} %`;
  const dots = items.flatMap((item, index) =>
    item.facility === null || item.discriminationIndex === null
      ? []
      : [{ x: 100 * item.facility, y: item.discriminationIndex, number: String(index + 1), id: item.id }],
  );
  if (dots.length === 0) return undefined;
  const lowest = Math.min(0, ...dots.map((dot) => Math.floor(dot.y / 20) * 20));
  return imageOf(
    Plot.plot({
      document,
      width: 460,
      height: 240,
      marginLeft: 52,
      marginRight: 24,
      marginTop: 24,
      marginBottom: 46,
      style: { fontSize },
      x: { label: say("report.facility"), ...axisLabel, domain: [0, 100], tickFormat: percent, tickSize: 0 },
      y: {
        label: say("report.discrimination"),
        labelArrow: "none",
        domain: [lowest, 100],
        ticks: 5,
        tickFormat: percent,
        grid: true,
        tickSize: 0,
      },
      marks: [
        Plot.rect([{}], { x1: 0, x2: 100, y1: lowest, y2: 20, fill: "var(--warn-soft)" }),
        Plot.ruleY([0], { stroke: "var(--line-strong)" }),
        Plot.dot(dots, {
          x: "x",
          y: "y",
          r: 10,
          fill: "var(--accent)",
          stroke: "var(--surface)",
          title: (dot) => `${dot.number} ${dot.id}: ${percent(dot.x)}, ${percent(dot.y)}`,
        }),
        Plot.text(dots, {
          x: "x",
          y: "y",
          text: "number",
          fill: "var(--on-accent)",
          fontWeight: 600,
          pointerEvents: "none",
        }),
      ],
    }),
    say("report.page-map"),
  );
}

/** One stacked bar: how the answers to an item were judged. Stretches to its place. */
export function verdictBar(item: ItemStatistics, language: Language): Html {
  const say = sayIn(language);
  const counts = verdicts
    .filter((verdict) => item.verdicts[verdict] > 0)
    .map((verdict) => ({ verdict, count: item.verdicts[verdict] }));
  const bar = Plot.plot({
    document,
    width: 300,
    height: 16,
    margin: 0,
    axis: null,
    marks: [
      Plot.barX(counts, {
        x: "count",
        fill: (part: { verdict: Verdict }) => `var(--${part.verdict})`,
        title: (part: { verdict: Verdict; count: number }) => `${say(`report.${part.verdict}`)}: ${part.count}`,
      }),
    ],
  });
  bar.setAttribute("preserveAspectRatio", "none");
  return imageOf(bar, describeCounts(item.verdicts, language));
}

/** `7 correct, 2 wrong`. */
function describeCounts(counts: VerdictCounts, language: Language): string {
  const say = sayIn(language);
  const parts = verdicts.filter((verdict) => counts[verdict] > 0);
  return parts.map((verdict) => `${counts[verdict]} ${say(`report.${verdict}`)}`).join(", ");
}

/** An image with a name for those who cannot see it; styles are the page's. */
function imageOf(chart: { readonly outerHTML: string }, name: string): Html {
  const svg = chart.outerHTML.replace(/<style>[^<]*<\/style>/, "");
  return { html: svg.replace("<svg ", `<svg role="img" aria-label="${escapeHtml(name)}" `) };
}
