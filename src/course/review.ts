/** The course of a review: where one stands, what a line typed means, what can be taken back. */

import type { Decision } from "../grading/decisions.ts";
import type { Message } from "../messages/message.ts";
import { safeText } from "../messages/safeText.ts";
import type { Cluster } from "./clusters.ts";
import { say } from "./messages.ts";

/** What follows a line: go on, show the question again, stop, or say something. */
export type Step = "next" | "again" | "quit" | Message;

export class ReviewSession {
  readonly #questions: readonly Cluster[];
  readonly #by: string | undefined;
  /** All decisions by what they are about, those of earlier sessions first. */
  #decisions: ReadonlyMap<string, Decision>;
  /** Where a question was left by deciding or skipping, and the decisions there were, the latest last. */
  readonly #past: { readonly position: number; readonly decisions: ReadonlyMap<string, Decision> }[] = [];
  #position = 0;
  #comment = "";

  constructor(questions: readonly Cluster[], decided: readonly Decision[], by: string | undefined) {
    this.#questions = questions;
    this.#by = by;
    this.#decisions = new Map(decided.map((decision) => [keyOf(decision), decision]));
    this.#toOpen();
  }

  get decisions(): readonly Decision[] {
    return [...this.#decisions.values()];
  }

  /** How many questions have no decision, or not for everybody. */
  get open(): number {
    return this.#questions.filter((question) => !this.#isDecided(question)).length;
  }

  /** What was decided about the answer, for one of those who gave it. */
  decisionOn(question: Cluster): Decision | undefined {
    return subjectsOf(question).flatMap((subject) => this.#decisions.get(keyOf(subject)) ?? [])[0];
  }

  get current(): Cluster | undefined {
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
      case "c":
        this.#comment = safeText(rest);
        return "next";
      case "s":
        return this.#forward(this.#decisions);
      case "u":
        return this.#undo();
      case "?":
        return say("batch.review-help");
    }
    const [all, none] = [/^a$/i.test(command), /^d$/i.test(command)];
    const points = all ? question.maxPoints : none ? 0 : Number(command.replace(",", "."));
    if (command === "" || !Number.isFinite(points)) return say("batch.review-unknown", { input });
    if (points < 0 || points > question.maxPoints) return say("batch.review-bounds", { max: question.maxPoints });
    return this.#decide(question, points, rest);
  }

  #decide(question: Cluster, points: number, words: string): Step {
    const comment = words === "" ? this.#comment : safeText(words);
    const by = this.#by;
    const more = { points, ...(comment !== "" && { comment }), ...(by !== undefined && { by }) };
    const decided = subjectsOf(question).map((subject) => [keyOf(subject), { ...subject, ...more }] as const);
    return this.#forward(new Map([...this.#decisions, ...decided]));
  }

  #undo(): Step {
    const last = this.#past.pop();
    if (last === undefined) return say("batch.review-nothing-to-undo");
    this.#position = last.position;
    this.#decisions = last.decisions;
    this.#comment = "";
    return "again";
  }

  #forward(decisions: ReadonlyMap<string, Decision>): Step {
    this.#past.push({ position: this.#position, decisions: this.#decisions });
    this.#decisions = decisions;
    this.#comment = "";
    this.#position++;
    this.#toOpen();
    return "next";
  }

  /** On to the next question that is not decided yet. */
  #toOpen(): void {
    while (this.current !== undefined && this.#isDecided(this.current)) this.#position++;
  }

  #isDecided(question: Cluster): boolean {
    return subjectsOf(question).every((subject) => this.#decisions.has(keyOf(subject)));
  }
}

type Subject = Omit<Decision, "points">;

function subjectsOf({ exercise, item: { id: item }, criterion, members }: Cluster): Subject[] {
  const part = { exercise, item, ...(criterion !== undefined && { criterion: criterion.id }) };
  return members.map(({ student, answerHash: answer }) => ({ student, ...part, answer }));
}

function keyOf({ student, exercise, item, criterion, answer }: Subject): string {
  return JSON.stringify([student, exercise, item, criterion ?? "", answer]);
}
