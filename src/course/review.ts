/** The course of a review: where one stands, what a line typed means, what can be taken back. */

import type { Decision } from "../grading/decisions.ts";
import type { Message } from "../messages/message.ts";
import { safeText } from "../messages/safeText.ts";
import { type Cluster, markOf } from "./clusters.ts";
import { say } from "./messages.ts";

/** What follows a line: go on, show the question again, stop, or say something. */
export type Step = "next" | "again" | "quit" | Message;

export class ReviewSession {
  readonly #questions: readonly Cluster[];
  readonly #by: string | undefined;
  /** All decisions by what they are about, those of earlier sessions first. */
  readonly #decisions: Map<string, Decision>;
  /** Positions left by deciding (with what stood there before) or skipping, the latest last. */
  readonly #past: { readonly position: number; readonly before?: ReadonlyMap<string, Decision | undefined> }[] = [];
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

  /** Of the questions decided: how many as the tool did. */
  get agreement(): { readonly same: number; readonly of: number } {
    const decided = this.#questions.filter((question) => this.#isDecided(question));
    const same = decided.filter((question) => this.decisionOn(question)?.points === markOf(question).points);
    return { same: same.length, of: decided.length };
  }

  /** What was decided about the answer, for one of those who gave it. */
  decisionOn(question: Cluster): Decision | undefined {
    return keysOf(question)
      .map((key) => this.#decisions.get(key))
      .find((decision) => decision !== undefined);
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
      case "a":
        return this.#decide(question, question.maxPoints, rest);
      case "d":
        return this.#decide(question, 0, rest);
      case "c":
        this.#comment = safeText(rest);
        return "next";
      case "s":
        this.#past.push({ position: this.#position });
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

  #decide(question: Cluster, points: number, words: string): Step {
    const { exercise, item, criterion, members } = question;
    const comment = words === "" ? this.#comment : safeText(words);
    const keys = keysOf(question);
    this.#past.push({ position: this.#position, before: new Map(keys.map((key) => [key, this.#decisions.get(key)])) });
    for (const [at, { student, answerHash }] of members.entries()) {
      this.#decisions.set(keys[at] ?? "", {
        student,
        exercise,
        item: item.id,
        ...(criterion !== undefined && { criterion: criterion.id }),
        answer: answerHash,
        points,
        ...(comment !== "" && { comment }),
        ...(this.#by !== undefined && { by: this.#by }),
      });
    }
    return this.#forward();
  }

  #undo(): Step {
    const last = this.#past.pop();
    if (last === undefined) return say("batch.review-nothing-to-undo");
    this.#position = last.position;
    this.#comment = "";
    for (const [key, before] of last.before ?? []) {
      if (before === undefined) this.#decisions.delete(key);
      else this.#decisions.set(key, before);
    }
    return "again";
  }

  #forward(): Step {
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
    return keysOf(question).every((key) => this.#decisions.has(key));
  }
}

function keysOf({ exercise, item: { id: item }, criterion, members }: Cluster): string[] {
  const part = criterion === undefined ? {} : { criterion: criterion.id };
  return members.map(({ student, answerHash: answer }) => keyOf({ student, exercise, item, ...part, answer }));
}

function keyOf({ student, exercise, item, criterion, answer }: Omit<Decision, "points">): string {
  return JSON.stringify([student, exercise, item, criterion ?? "", answer]);
}
