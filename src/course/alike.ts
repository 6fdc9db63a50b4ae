/** Equal wrong answers that hardly anybody else gives: a hint that two students worked together, no more. */

import { countUp, entryOf } from "../engine/maps.ts";
import { checksum, type Report, type ReportItem } from "../grading/report.ts";
import { byPlace, compareText } from "./order.ts";

/** A wrong answer that two students share, in the words of one of them. */
interface SharedAnswer {
  readonly exercise: string;
  readonly item: string;
  readonly answer: string;
}

export interface Pair {
  readonly students: readonly [string, string];
  readonly answers: readonly SharedAnswer[];
}

interface Item extends Omit<SharedAnswer, "answer"> {
  /** Different wrong answers. */
  different: number;
}

/** Everybody who gave one answer. */
interface Group {
  readonly to: Item;
  readonly answer: string;
  readonly weight: number;
  /** Hand-ins, by number; one more than may be few is enough to know. */
  readonly members: number[];
}

/** An answer that tells less is not looked at, and shared answers that tell less together are nothing to point at. */
const leastWeight = { answer: 2, pair: 4 };
/** What more give than this is never rare, however large the course. */
const mostMembers = 5;
/** So many rare answers to an item are shared anyway, or so many of all that differ; beyond, those who share one come later. */
const usual = { groups: 3, share: 1 / 20 };
const mostPairs = 50;

/** Takes all reports one by one; of an answer that nobody shares it keeps a number. */
export class AlikeAnswers {
  /** Those of a team are one file, listed as `a.json`, `a.json~2`, … */
  readonly #handIns: { readonly student: string; readonly file: string }[] = [];
  readonly #items = new Map<string, Item>();
  /** Hash of an answer → who gave it first, or below zero the group of all who did. */
  readonly #seen = new Map<number, number>();
  readonly #groups: Group[] = [];

  add({ student, file, exercise, items }: Report): void {
    if (student === undefined || file === undefined) return;
    this.#handIns.push({ student, file: file.replace(/~\d+$/, "") });
    for (const { id, answer = "", verdict, feedback } of items) {
      const text = verdict === "incorrect" || verdict === "partial" ? plain(answer) : "";
      const weight = weightOf(text, feedback);
      if (weight < leastWeight.answer) continue;
      const place = `${exercise}\n${id}`;
      const to = entryOf(this.#items, place, () => ({ exercise, item: id, different: 0 }));
      this.#enter(hashOf(`${place}\n${text}`), { to, answer, weight });
    }
  }

  #enter(hash: number, given: Omit<Group, "members">): void {
    const handIn = this.#handIns.length - 1;
    const found = this.#seen.get(hash);
    if (found === undefined) {
      given.to.different++;
      this.#seen.set(hash, handIn);
    } else if (found < 0) {
      const members = this.#groups[-1 - found]?.members ?? [];
      if (members.length <= mostMembers) members.push(handIn);
    } else {
      this.#groups.push({ ...given, members: [found, handIn] });
      this.#seen.set(hash, -this.#groups.length);
    }
  }

  /** The pairs who share most. */
  get pairs(): readonly Pair[] {
    const few = Math.max(2, Math.min(mostMembers, Math.floor(this.#handIns.length / 100)));
    const rare = this.#groups.filter(({ members }) => members.length <= few);
    const counts = new Map<Item, number>();
    for (const { to } of rare) countUp(counts, to);
    const pairs = new Map<string, Pair & { answers: SharedAnswer[]; weight: number; rank: number }>();
    for (const { to, answer, weight, members } of rare) {
      const { exercise, item, different } = to;
      const expected = Math.max(usual.groups, usual.share * different);
      const tells = (weight * Math.min(1, expected / (counts.get(to) ?? 1))) / (members.length - 1);
      for (const students of this.#pairsOf(members)) {
        const none = { students, answers: [], weight: 0, rank: 0 };
        const pair = entryOf(pairs, students.join("\n"), () => none);
        pair.answers.push({ exercise, item, answer });
        pair.weight += weight;
        pair.rank += tells;
      }
    }
    return [...pairs.values()]
      .filter(({ weight }) => weight >= leastWeight.pair)
      .sort((a, b) => b.rank - a.rank || compareText(a.students.join("\n"), b.students.join("\n")))
      .slice(0, mostPairs)
      .map(({ students, answers }) => ({ students, answers: answers.sort(byPlace) }));
  }

  /** Two students of those hand-ins each, unless it is the same person or team. */
  *#pairsOf(members: readonly number[]): Generator<[string, string]> {
    const handIns = members.flatMap((index) => this.#handIns[index] ?? []);
    for (const [index, one] of handIns.entries()) {
      for (const other of handIns.slice(index + 1)) {
        if (one.student === other.student || one.file === other.file) continue;
        yield compareText(one.student, other.student) < 0 ? [one.student, other.student] : [other.student, one.student];
      }
    }
  }
}

/** Without case, blanks and signs around it. */
function plain(answer: string): string {
  const text = answer.normalize("NFKC").toLowerCase();
  return text.replace(/[\s"'„“”≈~]+/g, "").replaceAll(",", ".");
}

/** How much it tells that an answer is equal: the digits of a number without zeros around it, or one in six characters. */
function weightOf(text: string, feedback: ReportItem["feedback"]): number {
  if (text !== text.toUpperCase()) return Math.floor(text.length / 6);
  // A number that a known mistake leads to is equal for that reason.
  const isExplained = feedback.length > 0 && !feedback.some(({ code }) => code.endsWith(".wrong"));
  return isExplained ? 0 : text.replace(/\D+/g, "").replace(/^0+|0+$/g, "").length;
}

/** 52 bits: two of a million answers hardly ever have the same. */
function hashOf(text: string): number {
  return Number.parseInt(checksum(text) + checksum(text, 0x01234567).slice(0, 5), 16);
}
