/** What a course comes to over all exercises, and who needs attention, in a few lines of a terminal. */

import type { GradeCount } from "../../course/grades.ts";
import type { Standings } from "../../course/standings.ts";
import { say as report } from "../../formats/messages.ts";
import { wholePercent } from "../../grading/report.ts";
import type { Message } from "../../messages/message.ts";
import { layoutTable } from "../view/blocks.ts";
import { paint, points, show, symbol, type TerminalStyle, tell, textWidth } from "../view/style.ts";
import { say as batch } from "./messages.ts";

/** So few students need no overview. */
const leastStudents = 5;
/** So many names, items or pairs are shown; summary.json has them all. */
const mostShown = 3;

/** A line for each figure that there is something to say about; none for a handful of students. */
export function standingsView(course: Standings, style: TerminalStyle): string[] {
  const { distribution, hardest, nothing, behind, alike } = course;
  const handedIn = distribution.reduce((sum, { count }) => sum + count, 0);
  if (handedIn + nothing.length < leastStudents) return [];
  const hard = hardest.map(({ exercise, item, facility }) => `${exercise} ${item} ${wholePercent(facility)} %`);
  const left = behind.map(({ student, points: reached }) => `${student} (${points(reached, style)})`);
  const pairs = alike.map(({ students, answers }) => {
    return `${students.join(" + ")}: ${answers.map(({ exercise, item }) => `${exercise} ${item}`).join(", ")}`;
  });
  const lines: readonly (readonly [Message, string])[] = [
    [batch("batch.totals"), handedIn > 0 ? totals(course, style) : ""],
    [report("report.page-grades"), course.grades === undefined ? "" : marks(course.grades, style)],
    [batch("batch.hardest"), joined(hard.slice(0, mostShown), style)],
    [batch("batch.nothing"), counted(nothing, style)],
    [batch("batch.behind"), counted(left, style)],
    [
      report("report.page-alike"),
      alike.length > 0 ? `${counted(pairs, style)} ${tell(batch("batch.alike-hint"), style)}` : "",
    ],
  ];
  const cells = lines
    .filter(([, text]) => text !== "")
    .map(([label, text]) => [paint(tell(label, style), "muted", style), text]);
  return ["", ...layoutTable([{ flexible: 12 }, { flexible: 20 }], cells, textWidth(style)).flat()];
}

/** A character for each part of the scale, the taller the more students are there. */
function totals({ distribution, mean, median, maxPoints }: Standings, style: TerminalStyle): string {
  const levels = style.unicode ? "▁▂▃▄▅▆▇█" : "_.:-=+*#";
  const highest = Math.max(1, ...distribution.map(({ count }) => count));
  const line = distribution.map(({ count }) => levels[Math.ceil((count / highest) * (levels.length - 1))]).join("");
  const shown = (value: number | null) => points(value ?? 0, style);
  const figures = { mean: shown(mean), median: shown(median), max: shown(maxPoints) };
  return `0 ${line} ${figures.max}  ${tell(batch("batch.totals-are", figures), style)}`;
}

function marks(grades: readonly GradeCount[], style: TerminalStyle): string {
  const counts = grades
    .filter(({ mark, students }) => mark !== null || students > 0)
    .map(({ mark, students: n }) => (mark === null ? tell(batch("batch.grades-none", { n }), style) : `${mark}: ${n}`));
  const n = grades.reduce((sum, { open }) => sum + open, 0);
  return joined(n > 0 ? [...counts, tell(batch("batch.grades-open", { n }), style)] : counts, style);
}

/** `3: ann · bob · …`; nothing for nobody. */
function counted(names: readonly string[], style: TerminalStyle): string {
  const rest = names.length > mostShown ? [symbol("ellipsis", style)] : [];
  return names.length === 0 ? "" : `${names.length}: ${joined([...names.slice(0, mostShown), ...rest], style)}`;
}

function joined(parts: readonly string[], style: TerminalStyle): string {
  return parts.map((part) => show(part, style)).join(` ${symbol("separator", style)} `);
}
