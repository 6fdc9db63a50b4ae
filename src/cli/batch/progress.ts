/** How far a long run is: one line on a terminal's standard error, which is overwritten and vanishes at the end. */

import { checksum } from "../../grading/report.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";

/** `"key": value` as far as it tells whether an answer is a new one. */
const entry = /"((?!student")[^"\\]*)"\s*:\s*("(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^\s,{}[\]"]+)/g;
/** What a file costs beside its new answers, in new answers. */
const perFile = 0.2;
/** As many answers as graders remember, more or less. */
const mostSeen = 50_000;
/** Less of the work tells too little of the rest. */
const leastShare = 0.02;
/** Milliseconds between two lines, and before the first. */
const wait = { next: 250, first: 1000 };

export class Progress {
  readonly #session: Session;
  readonly #now: () => number;
  readonly #isShown: boolean;
  #seen = new Set<string>();
  #told: number;
  #start = 0;
  #total = 0;
  #done = 0;
  #isOnScreen = false;

  constructor(session: Session, now: () => number = () => performance.now()) {
    const { stderr, env } = session.around;
    this.#session = session;
    this.#now = now;
    this.#isShown = stderr.isTTY === true && !session.json && !env.CI && env.TERM !== "dumb";
    this.#told = now() + wait.first;
  }

  /** How much work it is to grade a file: equal answers are judged once, so it is the new ones that count. */
  workOf(text = ""): number {
    if (!this.#isShown) return 0;
    if (this.#seen.size > mostSeen) this.#seen.clear();
    const before = this.#seen.size;
    for (const [whole] of text.matchAll(entry)) this.#seen.add(checksum(whole));
    return perFile + this.#seen.size - before;
  }

  start(total: number): void {
    this.#total = total;
    this.#start = this.#now();
    this.#seen.clear();
  }

  /** @param work as `workOf` gave it */
  advance(work: number): void {
    this.#done += work;
    const now = this.#now();
    const share = this.#done / this.#total;
    if (!this.#isShown || now < this.#told + wait.next || share < leastShare) return;
    this.#told = now;
    // The mean over all that is done is steadier than how fast it goes right now.
    const seconds = ((now - this.#start) * (1 / share - 1)) / 1000;
    const left = seconds > 90 ? `${Math.round(seconds / 60)} min` : `${5 * Math.ceil(seconds / 5)} s`;
    const message = say("batch.progress", { percent: Math.min(99, Math.floor(100 * share)), left });
    this.#session.around.stderr.write(`\r${this.#session.say(message)}\u001b[K`);
    this.#isOnScreen = true;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isOnScreen) this.#session.around.stderr.write("\r\u001b[K");
    this.#isOnScreen = false;
  }
}
