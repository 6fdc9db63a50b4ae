/** Judges the same answer once, however many students give it. Knows what an item depends on, not how it is judged. */

import { type Exercise, fieldsOf, type Question } from "../exercises/exercise.ts";
import type { Answers } from "./bind.ts";
import type { GradeOptions } from "./grade.ts";
import type { ReportItem } from "./report.ts";

/** Items kept for one exercise; then all are dropped. Courses have far fewer different answers to a question. */
const mostItems = 5000;
/** Longer answers are hardly given twice. */
const longestKey = 1000;

const kept = new WeakMap<Exercise, Map<string, ReportItem>>();

/** The items of one submission, taken from earlier submissions where the answers are the same. */
export class ItemMemo {
  readonly #items: Map<string, ReportItem>;
  readonly #answers: Answers;
  readonly #options: string;
  readonly #exercise: Exercise;
  #numbers: string | undefined;

  constructor(exercise: Exercise, answers: Answers, { lang = "en", feedback = "hints" }: GradeOptions) {
    this.#exercise = exercise;
    this.#answers = answers;
    this.#options = `${lang} ${feedback}`;
    this.#items = kept.get(exercise) ?? new Map<string, ReportItem>();
    kept.set(exercise, this.#items);
  }

  item(question: Question, judge: () => ReportItem): ReportItem {
    const key = `${this.#options} ${question.id} ${this.#answersFor(question)}`;
    if (key.length > longestKey) return judge();
    const known = this.#items.get(key);
    if (known !== undefined) return known;
    const item = judge();
    if (this.#items.size >= mostItems) this.#items.clear();
    this.#items.set(key, item);
    return item;
  }

  /** A number is judged with the other numbers, as it may follow from them. */
  #answersFor(question: Question): string {
    if (question.kind !== "number") return this.#textOf(fieldsOf(question));
    this.#numbers ??= this.#textOf(
      this.#exercise.questions.filter(({ kind }) => kind === "number").map(({ id }) => id),
    );
    return this.#numbers;
  }

  #textOf(fields: readonly string[]): string {
    return JSON.stringify(fields.map((field) => this.#answers.get(field) ?? null));
  }
}
