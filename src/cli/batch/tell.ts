/** What a person should know of a run: what was found, before grading; decisions that did not fit; what it came to. */

import { isInShard, type Shard } from "../../course/order.ts";
import type { SkipReason } from "../../course/skip.ts";
import type { Summary } from "../../course/summary.ts";
import { few } from "../../formats/format.ts";
import type { Decision } from "../../grading/decisions.ts";
import type { Message } from "../../messages/message.ts";
import type { Session } from "../session.ts";
import { type Column, layoutTable } from "../view/blocks.ts";
import { say as general, paint, points, show, symbol, type TerminalStyle, tell, textWidth } from "../view/style.ts";
import { displayWidth, joinLines } from "../view/text.ts";
import { say } from "./messages.ts";
import type { Plan } from "./prepare.ts";

/** Why things are passed over that nobody meant as answers; of these only the number is told. */
const unremarkable: readonly SkipReason[] = ["hidden", "project-file", "results"];

/** What was found, in numbers and a few examples; what matters first. Where all is as it should be, nothing. */
export function preflight(session: Session, plan: Plan): void {
  const [people, remarks, rest] = rowsOf(plan);
  if (session.json || (people.length === 0 && remarks.every(([, found]) => found.length === 0))) return;
  const { stderr } = session.around;
  const style = session.style(stderr);
  const rows = [...people, ...remarks, ...rest].filter(([, found], index) => found.length > 0 || index < people.length);
  const cells = rows.map(([label, found], index) => [
    session.say(label),
    String(found.length),
    index < people.length || rest.includes(rows[index] as Row) ? "" : show(few(found, 3).join(", "), style),
  ]);
  const lines = layoutTable([{}, { align: "right" }, { flexible: 20 }], cells, style.width).flat();
  stderr.write(`${joinLines([paint(session.say(say("batch.found")), "heading", style), ...lines])}\n\n`);
}

type Row = readonly [label: Message, found: readonly string[]];

/** Who was expected, what is remarkable, and what is not. */
function rowsOf({ roster, handIns, skipped, superseded, late }: Plan): [Row[], Row[], Row[]] {
  const files = (wanted: (handIn: (typeof handIns)[number], index: number) => unknown) =>
    handIns.filter(wanted).map(({ student, file }) => `${student}: ${file.slice(file.lastIndexOf("/") + 1)}`);
  const students = new Set(handIns.map(({ student, namesake }) => namesake ?? student));
  const known = new Set(roster?.students);
  const isSomebody = ({ claimed }: { readonly claimed?: string }) =>
    claimed !== undefined && (students.has(claimed) || roster?.aliases.has(claimed.toLowerCase()) === true);
  const unclear = handIns.flatMap(({ student, namesake, ambiguous }) =>
    namesake !== undefined || (ambiguous !== undefined && !known.has(student)) ? [student] : [],
  );
  const nobodys = skipped.filter(({ reason }) => !unremarkable.includes(reason));
  const strangers = handIns.map(({ student }) => student).filter((one) => !known.has(one) && !unclear.includes(one));
  const people: Row[] = [
    [say("batch.found-roster"), roster?.students ?? []],
    [say("batch.found-matched"), [...students].filter((student) => known.has(student))],
  ];
  return [
    roster === undefined ? [] : people,
    [
      [say("batch.found-unreadable"), files(({ isReadable }, index) => !isReadable && !superseded.has(index))],
      [say("batch.found-ambiguous"), [...new Set(unclear)]],
      [say("batch.found-misnamed"), files((handIn) => handIn.claimed !== undefined && isSomebody(handIn))],
      [say("batch.found-late"), files((_, index) => late.has(index))],
      [say("batch.found-unknown"), files(({ isKnown, wanted }) => !isKnown && wanted !== "")],
      [say("batch.found-strangers"), roster === undefined ? [] : [...new Set(strangers)]],
      [say("batch.found-nobodys"), nobodys.map(({ file, reason }) => `${file} (${reason})`)],
      [say("batch.found-nameless"), files((handIn) => handIn.claimed !== undefined && !isSomebody(handIn))],
      [say("batch.found-superseded"), files((_, index) => superseded.has(index))],
    ],
    [[say("batch.found-other"), skipped.filter((one) => !nobodys.includes(one)).map(({ file }) => file)]],
  ];
}

/** `used`: the decisions that were applied. */
export function tellUnused(
  session: Session,
  { decisions }: Plan,
  used: ReadonlySet<Decision>,
  shard: Shard | undefined,
): void {
  const unused = decisions.filter((decision) => !used.has(decision) && isInShard(decision.student, shard));
  const told = unused.map(({ student, exercise, item }) => say("batch.unused-override", { student, exercise, item }));
  noteSome(session, told);
}

/** The first of many messages, then how many more there are. */
export function noteSome(session: Session, messages: readonly Message[], most = 20): void {
  for (const message of messages.slice(0, most)) session.note(message);
  if (messages.length > most) session.note(say("batch.and-more", { n: messages.length - most }));
}

const columns: readonly Column[] = [{}, ...Array.from({ length: 6 }, (): Column => ({ align: "right" }))];

/** `out`: the folder of results as given, if there is one. */
export function summaryView(summary: Summary, out: string | undefined, style: TerminalStyle): string {
  const lines = exerciseTable(summary, style);
  if (out !== undefined) lines.push("", tell(say("batch.results-in", { path: show(out, style) }), style));
  if (out !== undefined && summary.needsReview > 0) {
    const command = `rnn-check review ${show(out, style)}`;
    lines.push(`${tell(say("batch.next-review"), style)} ${paint(command, "command", style)}`);
  }
  return joinLines(lines);
}

/** Where the columns don't fit, what there is of each exercise in running text. */
function exerciseTable({ exercises }: Summary, style: TerminalStyle): string[] {
  const names = ["results", "passed", "review", "invalid", "absent", "mean"] as const;
  const headings = names.map((name) => tell(say(`batch.column-${name}`), style));
  const rows = exercises.map((exercise) => exerciseRow(exercise, style));
  const top = [general("terminal.column-exercise", style), ...headings].map((heading) =>
    paint(heading, "heading", style),
  );
  const table = layoutTable(columns, [top, ...rows], Number.POSITIVE_INFINITY).flat();
  if (table.every((line) => displayWidth(line) <= style.width)) return table;
  const texts = rows.map(([name = "", ...cells]) => {
    const told = cells.flatMap((cell, at) => (cell === "0" ? [] : `${headings[at]}: ${cell}`));
    return [name, told.join(` ${symbol("separator", style)} `)];
  });
  return layoutTable([{ flexible: 12 }, { flexible: 20 }], texts, textWidth(style)).flat();
}

function exerciseRow(exercise: Summary["exercises"][number], style: TerminalStyle): string[] {
  const { results, passed, needsReview, invalid, notHandedIn, maxPoints } = exercise;
  const mean = exercise.points === null ? "–" : `${points(exercise.points.mean, style)} / ${points(maxPoints, style)}`;
  const name = paint(show(exercise.exercise || "?", style), "command", style);
  return [name, ...[results, passed, needsReview, invalid, notHandedIn, mean].map(String)];
}
