/** The course of a review: where one stands, what a line typed means, what can be taken back; does no input or output. */

import type { Decision } from "../grading/decisions.ts";
import type { ReportCriterion, ReportItem } from "../grading/report.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { safeText } from "../messages/safeText.ts";

/** One thing to decide. */
export interface OpenQuestion {
  readonly student: string;
  readonly exercise: string;
  readonly item: ReportItem;
  readonly criterion?: ReportCriterion;
  readonly maxPoints: number;
}

export type Step =
  | { readonly kind: "next" }
  | { readonly kind: "again" }
  | { readonly kind: "quit" }
  | { readonly kind: "say"; readonly code: MessageCode; readonly params?: Readonly<Record<string, string | number>> };

export class ReviewSession {
  readonly #questions: readonly OpenQuestion[];
  readonly #by: string | undefined;
  readonly #save: (decisions: readonly Decision[]) => void;
  /** All decisions by what they are about, those of earlier sessions first. */
  readonly #decisions = new Map<string, Decision>();
  /** Positions left by deciding (with what stood there before) or skipping, the latest last. */
  readonly #past: { readonly position: number; readonly decided: boolean; readonly before: Decision | undefined }[] =
    [];
  #position = 0;
  #comment = "";

  /** `save` is called after every decision with all there are. */
  constructor(
    questions: readonly OpenQuestion[],
    decided: readonly Decision[],
    by: string | undefined,
    save: (decisions: readonly Decision[]) => void,
  ) {
    this.#questions = questions;
    this.#by = by;
    this.#save = save;
    for (const decision of decided) this.#decisions.set(keyOf(decision), decision);
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
    if (question === undefined || command.toLowerCase() === "q") return { kind: "quit" };
    switch (command.toLowerCase()) {
      case "a":
        return this.#decide(question, question.maxPoints, rest);
      case "d":
        return this.#decide(question, 0, rest);
      case "c":
        this.#comment = safeText(rest);
        return { kind: "next" };
      case "s":
        this.#past.push({ position: this.#position, decided: false, before: undefined });
        return this.#forward();
      case "u":
        return this.#undo();
      case "?":
        return { kind: "say", code: "batch.review-help" };
    }
    const points = Number(command.replace(",", "."));
    if (command === "" || !Number.isFinite(points)) {
      return { kind: "say", code: "batch.review-unknown", params: { input } };
    }
    if (points < 0 || points > question.maxPoints) {
      return { kind: "say", code: "batch.review-bounds", params: { max: question.maxPoints } };
    }
    return this.#decide(question, points, rest);
  }

  #decide(question: OpenQuestion, points: number, comment: string): Step {
    const { student, exercise, item, criterion } = question;
    const words = comment === "" ? this.#comment : safeText(comment);
    const decision: Decision = {
      student,
      exercise,
      item: item.id,
      ...(criterion === undefined ? {} : { criterion: criterion.id }),
      answer: item.answerHash ?? "",
      points,
      ...(words === "" ? {} : { comment: words }),
      ...(this.#by === undefined ? {} : { by: this.#by }),
    };
    const key = keyOf(decision);
    this.#past.push({ position: this.#position, decided: true, before: this.#decisions.get(key) });
    this.#decisions.set(key, decision);
    this.#save(this.decisions);
    return this.#forward();
  }

  #undo(): Step {
    const last = this.#past.pop();
    if (last === undefined) return { kind: "say", code: "batch.review-nothing-to-undo" };
    this.#position = last.position;
    this.#comment = "";
    if (last.decided) {
      const key = keyOfQuestion(this.#questions[last.position] as OpenQuestion);
      if (last.before === undefined) this.#decisions.delete(key);
      else this.#decisions.set(key, last.before);
      this.#save(this.decisions);
    }
    return { kind: "again" };
  }

  #forward(): Step {
    this.#comment = "";
    this.#position++;
    this.#toOpen();
    return { kind: "next" };
  }

  /** On to the next question that has no decision yet. */
  #toOpen(): void {
    for (let question = this.current; question !== undefined; question = this.current) {
      if (!this.#decisions.has(keyOfQuestion(question))) return;
      this.#position++;
    }
  }
}

function keyOfQuestion({ student, exercise, item, criterion }: OpenQuestion): string {
  return JSON.stringify([student, exercise, item.id, criterion?.id ?? "", item.answerHash ?? ""]);
}

function keyOf({ student, exercise, item, criterion, answer }: Decision): string {
  return JSON.stringify([student, exercise, item, criterion ?? "", answer]);
}
