/** The course of a review: where one stands, what a line typed means, what can be taken back. */

import type { Decision } from "../grading/decisions.ts";
import type { Report, ReportCriterion, ReportItem } from "../grading/report.ts";
import type { Message } from "../messages/message.ts";
import { safeText } from "../messages/safeText.ts";
import { say } from "./messages.ts";

/** One thing to decide. */
export interface OpenQuestion {
  readonly student: string;
  readonly exercise: string;
  readonly item: ReportItem;
  readonly criterion?: ReportCriterion;
  readonly maxPoints: number;
}

/** What is under review in a report; criteria one by one where an item has them. */
export function* openQuestions(report: Report): Generator<OpenQuestion> {
  const place = { student: report.student ?? report.file ?? "", exercise: report.exercise };
  for (const item of report.items) {
    const criteria = (item.criteria ?? []).filter(({ verdict }) => verdict === "review");
    for (const criterion of criteria) yield { ...place, item, criterion, maxPoints: criterion.maxPoints };
    if (criteria.length === 0 && item.verdict === "review") yield { ...place, item, maxPoints: item.maxPoints };
  }
}

/** What follows a line: go on, show the question again, stop, or say something. */
export type Step = "next" | "again" | "quit" | Message;

export class ReviewSession {
  readonly #questions: readonly OpenQuestion[];
  readonly #by: string | undefined;
  /** All decisions by what they are about, those of earlier sessions first. */
  readonly #decisions: Map<string, Decision>;
  /** Positions left by deciding (with what stood there before) or skipping, the latest last. */
  readonly #past: { readonly position: number; readonly before?: Decision | undefined; readonly decided: boolean }[] =
    [];
  #position = 0;
  #comment = "";

  constructor(questions: readonly OpenQuestion[], decided: readonly Decision[], by: string | undefined) {
    this.#questions = questions;
    this.#by = by;
    this.#decisions = new Map(decided.map((decision) => [keyOf(decision), decision]));
    this.#toOpen();
  }

  get decisions(): readonly Decision[] {
    return [...this.#decisions.values()];
  }

  /** How many questions have no decision. */
  get open(): number {
    return this.#questions.filter((question) => !this.#decisions.has(keyOfQuestion(question))).length;
  }

  get current(): OpenQuestion | undefined {
    return this.#questions[this.#position];
  }

  /** 1-based. */
  get place(): { readonly index: number; readonly total: number } {
    return { index: this.#position + 1, total: this.#questions.length };
  }

  enter(line: string): Step {
    const question = this.current;
    const input = line.trim();
    const [, command = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(input) ?? [];
    if (question === undefined) return "quit";
    switch (command.toLowerCase()) {
      case "q":
        return "quit";
      case "a":
        return this.#decide(question, question.maxPoints, rest);
      case "d":
        return this.#decide(question, 0, rest);
      case "c":
        this.#comment = safeText(rest);
        return "next";
      case "s":
        this.#past.push({ position: this.#position, decided: false });
        return this.#forward();
      case "u":
        return this.#undo();
      case "?":
        return say("batch.review-help");
    }
    const points = Number(command.replace(",", "."));
    if (command === "" || !Number.isFinite(points)) return say("batch.review-unknown", { input });
    if (points < 0 || points > question.maxPoints) return say("batch.review-bounds", { max: question.maxPoints });
    return this.#decide(question, points, rest);
  }

  #decide(question: OpenQuestion, points: number, words: string): Step {
    const { student, exercise, item, criterion } = question;
    const comment = words === "" ? this.#comment : safeText(words);
    const key = keyOfQuestion(question);
    this.#past.push({ position: this.#position, before: this.#decisions.get(key), decided: true });
    this.#decisions.set(key, {
      student,
      exercise,
      item: item.id,
      ...(criterion !== undefined && { criterion: criterion.id }),
      answer: item.answerHash ?? "",
      points,
      ...(comment !== "" && { comment }),
      ...(this.#by !== undefined && { by: this.#by }),
    });
    return this.#forward();
  }

  #undo(): Step {
    const last = this.#past.pop();
    if (last === undefined) return say("batch.review-nothing-to-undo");
    this.#position = last.position;
    this.#comment = "";
    const question = this.current;
    if (last.decided && question !== undefined) {
      if (last.before === undefined) this.#decisions.delete(keyOfQuestion(question));
      else this.#decisions.set(keyOfQuestion(question), last.before);
    }
    return "again";
  }

  #forward(): Step {
    this.#comment = "";
    this.#position++;
    this.#toOpen();
    return "next";
  }

  /** On to the next question that has no decision yet. */
  #toOpen(): void {
    while (this.current !== undefined && this.#decisions.has(keyOfQuestion(this.current))) this.#position++;
  }
}

function keyOfQuestion({ student, exercise, item, criterion }: OpenQuestion): string {
  return JSON.stringify([student, exercise, item.id, criterion?.id ?? "", item.answerHash ?? ""]);
}

function keyOf({ student, exercise, item, criterion, answer }: Decision): string {
  return JSON.stringify([student, exercise, item, criterion ?? "", answer]);
}
