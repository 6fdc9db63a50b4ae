/** Puts a person's decisions in place of the tool's, visibly, where the answer is still the one decided about. */

import type { CriterionVerdict, Verdict } from "../kinds/judgement.ts";
import type { Language } from "../messages/message.ts";
import { say } from "./messages.ts";
import { gradedReport, type Report, type ReportCriterion, type ReportItem, roundPoints } from "./report.ts";

/** What a person decided about one criterion of one answer, or about an item as a whole. */
export interface Decision {
  readonly student: string;
  readonly exercise: string;
  readonly item: string;
  readonly criterion?: string;
  /**
   * `answerHash` of the answer decided about: once it changes, the decision no longer counts. Empty: whatever was handed
   * in, and nothing that could be read as well (on paper, say).
   */
  readonly answer: string;
  readonly points: number;
  readonly comment?: string;
  readonly by?: string;
}

export interface DecisionContext {
  /** Share of the points that counts as passed, in percent. */
  readonly minPercent: number;
  readonly language: Language;
}

/** Whether the decision (of this student and exercise) is about something in the report, unchanged since. */
export function appliesTo(decision: Decision, report: Report): boolean {
  const item = report.items.find(({ id }) => id === decision.item);
  if (item === undefined || (decision.answer !== "" && item.answerHash !== decision.answer)) return false;
  return decision.criterion === undefined || (item.criteria?.some(({ id }) => id === decision.criterion) ?? false);
}

/** The report with all decisions that apply. Points decided are bounded by what the criterion or item is worth. */
export function applyDecisions(report: Report, decisions: readonly Decision[], context: DecisionContext): Report {
  const applicable = decisions.filter((decision) => appliesTo(decision, report));
  if (applicable.length === 0) return report;
  const items = report.items.map((item) => decideItem(item, applicable, context.language));
  return gradedReport(report, items, { maxPoints: report.maxPoints, minPercent: context.minPercent });
}

function decideItem(item: ReportItem, decisions: readonly Decision[], language: Language): ReportItem {
  const own = decisions.filter(({ item: id }) => id === item.id);
  const whole = own.findLast(({ criterion }) => criterion === undefined);
  const { reviewPoints: _, criteria: __, ...rest } = item;
  if (whole !== undefined) {
    const points = bounded(whole.points, item.maxPoints);
    return { ...rest, verdict: verdictOf(points, item.maxPoints), points, ...toldBy(whole, item, language) };
  }
  if (own.length === 0 || item.criteria === undefined) return item;
  const criteria = item.criteria.map((criterion) => {
    const decision = own.findLast(({ criterion: id }) => id === criterion.id);
    return decision === undefined ? criterion : decideCriterion(criterion, decision, language);
  });
  return { ...rest, ...standing(criteria, item.maxPoints), feedback: stillSaid(item, criteria), criteria };
}

/** What was said about the item, without what only decided criteria gave rise to ("I could not judge this"). */
function stillSaid(item: ReportItem, decided: readonly ReportCriterion[]): ReportItem["feedback"] {
  const said = (criteria: readonly ReportCriterion[]) =>
    new Set(criteria.flatMap(({ feedback = [] }) => feedback.map(({ message }) => message)));
  const [before, after] = [said(item.criteria ?? []), said(decided)];
  return item.feedback.filter(({ message }) => after.has(message) || !before.has(message));
}

function decideCriterion(criterion: ReportCriterion, decision: Decision, language: Language): ReportCriterion {
  const points = bounded(decision.points, criterion.maxPoints);
  const verdict: CriterionVerdict = points >= criterion.maxPoints ? "met" : points > 0 ? "partly" : "unmet";
  return { ...criterion, verdict, points, ...toldBy(decision, criterion, language) };
}

/** An item's verdict and points from its criteria: their sum, at most what the item is worth. */
function standing(
  criteria: readonly ReportCriterion[],
  maxPoints: number,
): Pick<ReportItem, "verdict" | "points" | "reviewPoints"> {
  const points = Math.min(maxPoints, roundPoints(criteria.reduce((sum, one) => sum + one.points, 0)));
  const possible = criteria.reduce((sum, one) => sum + (one.verdict === "review" ? one.maxPoints : one.points), 0);
  const reviewPoints = roundPoints(Math.min(maxPoints, possible) - points);
  // What is under review counts only while it could still change the points.
  return reviewPoints > 0
    ? { verdict: "review", points, reviewPoints }
    : { verdict: verdictOf(points, maxPoints), points };
}

function verdictOf(points: number, maxPoints: number): Verdict {
  return points >= maxPoints ? "correct" : points > 0 ? "partial" : "incorrect";
}

/** What the report says of a decision, in place of the tool's own feedback; beside it where both say the same. */
function toldBy({ by, comment, points: given }: Decision, before: ReportItem | ReportCriterion, language: Language) {
  const told = by === undefined ? say("batch.decided") : say("batch.decided-by", { by: by.replace(/\.$/, "") });
  const message = [told.in(language), ...(comment === undefined ? [] : [comment])].join(" ");
  const { verdict, points, feedback = [] } = before;
  const kept = verdict !== "review" && given === points ? feedback : [];
  const overridden = {
    ...(by !== undefined && { by }),
    ...(comment !== undefined && { comment }),
    was: { verdict, points },
  };
  return { feedback: [...kept, { code: told.code, message }], overridden };
}

function bounded(points: number, maxPoints: number): number {
  return Math.min(Math.max(points, 0), maxPoints);
}
