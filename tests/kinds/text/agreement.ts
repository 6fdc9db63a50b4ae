/** Compares the judge with labelled answers; knows where the labels are and how agreement is measured. */

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { CriterionVerdict } from "../../../src/kinds/judgement.ts";
import { readExercise } from "../../../src/kinds/read.ts";
import type { TextQuestion } from "../../../src/kinds/text/kind.ts";
import { judgeText } from "./judging.ts";

type Label = "met" | "partly" | "unmet";
export type Half = "build" | "held";

export interface Case {
  readonly question: string;
  readonly criterion: string;
  readonly answer: string | readonly string[];
  readonly label: Label;
  readonly verdict: CriterionVerdict;
}

export interface Agreement {
  readonly question: string;
  readonly criterion: string;
  readonly count: number;
  readonly kappa: number;
  readonly review: number;
  readonly wrong: number;
}

const labels: Readonly<Record<string, Label>> = { m: "met", p: "partly", u: "unmet" };
/** In place of a label: the person who labelled the answer was not sure about this criterion, so it is not counted. */
const unsure = "-";
const folder = new URL("./labelled/", import.meta.url);

/** Every criterion of every labelled answer of this half, judged. */
export function judgeLabelled(half: Half): Case[] {
  const questions = textQuestions();
  return readdirSync(folder).flatMap((file) => {
    const name = file.replace(".yaml", "");
    const question = questions.get(name);
    if (question === undefined) throw new Error(`no question for ${file}`);
    const entries: Record<string, string | string[]>[] = parse(readFileSync(new URL(file, folder), "utf8"))[half];
    return entries.flatMap((entry) =>
      Object.entries(entry).flatMap(([letters, answer]) => {
        const { criteria = [] } = judgeText(question, fieldsOf(question, answer));
        return question.criteria.flatMap((criterion, i) => {
          if (letters[i] === unsure) return [];
          const label = labels[letters[i] ?? ""];
          if (label === undefined) throw new Error(`${file}: no label for ${criterion.id} in "${letters}"`);
          const verdict = criteria[i]?.verdict ?? "unmet";
          return { question: name, criterion: criterion.id, answer, label, verdict };
        });
      }),
    );
  });
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
    ].join(" ");
  return [`${"criterion".padEnd(34)}    n      κ   review    wrong`, ...rows.map(line)].join("\n");
}

function measure(question: string, criterion: string, cases: readonly Case[]): Agreement {
  const decided = cases.filter((one) => one.verdict !== "review");
  const wrong = decided.filter((one) => one.verdict !== one.label);
  return {
    question,
    criterion,
    count: cases.length,
    kappa: kappa(decided),
    review: (cases.length - decided.length) / cases.length,
    wrong: wrong.length / cases.length,
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
export function textQuestions(): ReadonlyMap<string, TextQuestion> {
  const exercises = new URL("../../../exercises/", import.meta.url);
  const found = new Map<string, TextQuestion>();
  const folders = readdirSync(exercises, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: id } of folders) {
    const { questions } = readExercise(readFileSync(new URL(`${id}/exercise.yaml`, exercises), "utf8"), id);
    for (const one of questions) if (one.kind === "text") found.set(`${id}.${one.id}`, one as TextQuestion);
  }
  return found;
}

function fieldsOf(question: TextQuestion, answer: string | readonly string[]): Map<string, string | readonly string[]> {
  const { fields } = question;
  if (fields === undefined) return new Map([[question.id, answer]]);
  return new Map(fields.map((field, i) => [field, answer[i] ?? ""]));
}
