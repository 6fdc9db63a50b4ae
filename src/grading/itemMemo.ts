/** Judges the same answer once, however many students give it. Knows what an item depends on, not how it is judged. */

import type { Question } from "../exercises/exercise.ts";
import type { Answers } from "./answerKeys.ts";
import type { BoundExercise } from "./bind.ts";
import type { GradeOptions } from "./gradeOptions.ts";
import type { ReportItem } from "./report.ts";

/** Items kept for one exercise; then all are dropped. Courses have far fewer different answers to a question. */
const mostItems = 5000;
/** Longer answers are hardly given twice. */
const longestKey = 1000;

const kept = new WeakMap<BoundExercise, Map<string, ReportItem>>();

/** The items of one submission, taken from earlier submissions where the answers are the same. */
export class ItemMemo {
  readonly #bound: BoundExercise;
  readonly #items: Map<string, ReportItem>;
  readonly #answers: Answers;
  readonly #options: string;

  constructor(bound: BoundExercise, answers: Answers, { lang = "en", feedback = "hints" }: GradeOptions) {
    this.#bound = bound;
    this.#answers = answers;
    this.#options = `${lang} ${feedback}`;
    this.#items = kept.get(bound) ?? new Map<string, ReportItem>();
    kept.set(bound, this.#items);
  }

  item(question: Question, judge: () => ReportItem): ReportItem {
    const answers = this.#bound.reads(question).map((field) => this.#answers.get(field) ?? null);
    const key = `${this.#options} ${question.id} ${JSON.stringify(answers)}`;
    if (key.length > longestKey) return judge();
    const known = this.#items.get(key);
    if (known !== undefined) return known;
    const item = judge();
    if (this.#items.size >= mostItems) this.#items.clear();
    this.#items.set(key, item);
    return item;
  }
}
