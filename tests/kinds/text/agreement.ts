/** Compares the judge with labelled answers; knows where the labels are and how agreement is measured. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { once } from "../../../src/engine/memo.ts";
import { Derivation } from "../../../src/exercises/derivation.ts";
import { type Exercise, fieldsOf } from "../../../src/exercises/exercise.ts";
import type { CriterionVerdict } from "../../../src/kinds/judgement.ts";
import { readExercise, readLabelled, withLabelled } from "../../../src/kinds/read.ts";
import { fieldsOfLabelled } from "../../../src/kinds/text/judge.ts";
import { type TextQuestion, withModelNumbers } from "../../../src/kinds/text/kind.ts";
import { judgeText } from "./judging.ts";

type Label = "met" | "partly" | "unmet";
export type Part = "train" | "held";

export interface Case {
  readonly question: string;
  readonly criterion: string;
  readonly answer: string | readonly string[];
  readonly label: Label;
  /** Markers might differ. */
  readonly debatable: boolean;
  readonly verdict: CriterionVerdict;
}

export interface Agreement {
  readonly question: string;
  readonly criterion: string;
  readonly count: number;
  readonly kappa: number;
  /** Shares, from 0 to 1. */
  readonly review: number;
  readonly wrong: number;
  /** Of what is beyond debate. */
  readonly clearlyWrong: number;
}

const labels: Readonly<Record<string, Label>> = { m: "met", p: "partly", u: "unmet" };
const exercises = new URL("../../../exercises/", import.meta.url);

/** The criteria of every nth labelled answer of this part, judged by patterns and a second judge that knows the part `train`. */
export function judgeLabelled(part: Part, every = 1, change = (text: string) => text): Case[] {
  const found: Case[] = [];
  for (const { name, question, labelled } of textQuestions()) {
    for (const { marks, answer: written } of labelled[part].filter((_, i) => i % every === 0)) {
      const answer = typeof written === "string" ? change(written) : written.map(change);
      const { criteria = [] } = judgeText(question, fieldsOfLabelled({ marks, answer }, fieldsOf(question)));
      for (const [i, criterion] of question.criteria.entries()) {
        const letter = marks[i] ?? "";
        const label = labels[letter.toLowerCase()];
        if (label === undefined && letter !== "-") throw new Error(`${name}: no label for ${criterion.id} in ${marks}`);
        const verdict = criteria[i]?.verdict ?? "unmet";
        const debatable = letter !== letter.toLowerCase();
        if (label) found.push({ question: name, criterion: criterion.id, answer, label, debatable, verdict });
      }
    }
  }
  return found;
}

/** One row a criterion, and one for all together. */
export function agreement(cases: readonly Case[]): Agreement[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = `${one.question} ${one.criterion}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups.values()].map((group) => measure(group[0]?.question ?? "", group[0]?.criterion ?? "", group));
  return [...rows, measure("all", "all", cases)];
}

/** The rows as text for people. */
export function table(rows: readonly Agreement[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
  const line = (row: Agreement) =>
    [
      `${row.question} ${row.criterion}`.padEnd(34),
      String(row.count).padStart(4),
      row.kappa.toFixed(2).padStart(6),
      percent(row.review),
      percent(row.wrong),
      percent(row.clearlyWrong),
    ].join(" ");
  return [`${"criterion".padEnd(34)}    n      κ   review    wrong  clearly`, ...rows.map(line)].join("\n");
}

function measure(question: string, criterion: string, cases: readonly Case[]): Agreement {
  const decided = cases.filter((one) => one.verdict !== "review");
  const wrong = decided.filter((one) => one.verdict !== one.label);
  const clear = cases.filter((one) => !one.debatable);
  return {
    question,
    criterion,
    count: cases.length,
    kappa: kappa(decided),
    review: (cases.length - decided.length) / cases.length,
    wrong: wrong.length / cases.length,
    clearlyWrong: wrong.filter((one) => !one.debatable).length / clear.length,
  };
}

/** Cohen's kappa: agreement beyond what the two raters' frequencies give by chance. 1 if both always say the same. */
function kappa(decided: readonly Case[]): number {
  const share = (test: (one: Case) => boolean) => decided.filter(test).length / decided.length;
  const observed = share((one) => one.label === one.verdict);
  const chance = Object.values(labels)
    .map((label) => share((one) => one.label === label) * share((one) => one.verdict === label))
    .reduce((sum, value) => sum + value, 0);
  return chance === 1 ? 1 : (observed - chance) / (1 - chance);
}

/** The text questions of the built-in exercises, by `exercise.question`. */
export const textQuestions = once(() => {
  const folders = readdirSync(exercises, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: id }) => {
    const labelledIn = (question: string) => {
      const file = new URL(`${id}/labelled/${question}.yaml`, exercises);
      return existsSync(file) ? readLabelled(readFileSync(file, "utf8"), file.pathname) : { train: [], held: [] };
    };
    const exercise: Exercise = readExercise(readFileSync(new URL(`${id}/exercise.yaml`, exercises), "utf8"));
    const derivation = new Derivation(exercise);
    return withLabelled(exercise, (question) => labelledIn(question).train)
      .questions.filter((question) => question.kind === "text")
      .map((question) => ({
        name: `${id}.${question.id}`,
        question: withModelNumbers(question as TextQuestion, derivation),
        labelled: labelledIn(question.id),
      }));
  });
});
