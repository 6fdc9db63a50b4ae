/** An answer in words, judged by what it states: what an author writes, and how the answer is read. */

import { ModelError } from "../../engine/model.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { fieldsOf, type Question } from "../../exercises/exercise.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import { parse } from "../../formula/parse.ts";
import { Message } from "../../messages/message.ts";
import { type Json, judged } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { train } from "./classifier.ts";
import { bindText, fieldsOfLabelled, readAnswer, segmentsOf } from "./judge.ts";
import { say } from "./messages.ts";
import { type Criterion, criterionSchema, Rubric, type TextTask } from "./rubric.ts";

export interface TextQuestion extends Question, TextTask {
  readonly kind: "text";
}

export const text: Kind<TextQuestion> = {
  name: "text",
  label: say("text.kind"),
  schema: textSchema,
  problems(question, derivation) {
    withModelNumbers(question, derivation);
    const { reasonFor } = question;
    const isThere = reasonFor === undefined || derivation.exercise.questions.some(({ id }) => id === reasonFor);
    return isThere ? [] : [{ path: ["reasonFor"], message: `there is no question ${reasonFor}` }];
  },
  bind(question, derivation) {
    const judge = bindText(withModelNumbers(question, derivation));
    return (answers) => {
      const fields = new Map<string, string | readonly string[]>();
      for (const field of fieldsOf(question)) {
        const value = answers.get(field)?.value;
        const words = value === undefined ? [] : wordsOf(value);
        if (words === undefined) return judged("invalid", 0, [say("text.wrong-type", { field })]);
        fields.set(field, words);
      }
      return judge(fields);
    };
  },
  learn(question, labelled, derivation) {
    if (labelled.length === 0) return question;
    const task = withModelNumbers(question, derivation);
    const rubric = new Rubric(task.criteria);
    const examples = labelled.map((one) => {
      const segments = segmentsOf(fieldsOfLabelled(one, fieldsOf(question)), question.list);
      return { marks: one.marks, features: readAnswer(task, rubric, segments).features() };
    });
    const learnt = question.criteria.map(({ id }, at) => [id, train(examples, at)]);
    return { ...question, learnt: Object.fromEntries(learnt) };
  },
  solution({ criteria, modelAnswer }) {
    const texts = modelAnswer ? [modelAnswer] : criteria.map(({ hint, label = hint }) => label);
    return { steps: texts.map((words) => ({ said: new Message("text.solution", words) })) };
  },
  sheet: ({ list = false, criteria }) => ({
    ask: say(list ? "text.ask-list" : "text.ask"),
    empty: list ? [] : null,
    example: list ? ["…", "…"] : "…",
    schema: { anyOf: [{ type: "array", items: { type: "string" } }, { type: ["string", "null"] }] },
    criteria,
  }),
};

/** Text, or a list of texts; a bare number or truth value is what it says. */
function wordsOf(value: Json): string | readonly string[] | undefined {
  if (["string", "number", "boolean"].includes(typeof value)) return String(value);
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string" || typeof entry === "number");
  return isList ? value.map(String) : undefined;
}

function textSchema(shapes: Shapes) {
  const { z, base, count, id, problem } = shapes;
  /** Every pattern is read, and every concept it names must exist. */
  const criteria = z
    .array(criterionSchema(shapes))
    .min(1)
    .superRefine((all, context) => {
      // Any number will do to see whether the patterns around it can be read.
      const filled: readonly Criterion[] = JSON.parse(JSON.stringify(all).replace(modelNumber, "1"));
      for (const { path, message } of new Rubric(filled).problems) problem(context, [...path], message);
    });
  return z
    .strictObject({
      ...base,
      kind: z.literal("text"),
      criteria,
      fields: z.array(id).min(1).optional(),
      reasonFor: id.optional(),
      max: z.number().positive().optional(),
      list: z.boolean().optional(),
      entries: count.optional(),
    })
    .superRefine(({ criteria: all, max, points }, context) => {
      const sum = all.reduce((total, one) => total + one.points, 0);
      const most = Math.min(max ?? points, sum);
      if (most >= points - 1e-9) return;
      const message = `the best answer makes ${most} of ${points} points: raise the points of the criteria, or max`;
      problem(context, [max === undefined || max >= points ? "criteria" : "max"], message);
    });
}

/** A formula and the case that it is evaluated in. */
const modelNumber = /\{([^{}@]+)@([^{}@]+)\}/g;

/** A number that is all there is of an alternative may be spelt in several ways. @throws ModelError */
export function withModelNumbers<T extends TextTask>(task: T, derivation: Derivation): T {
  const written = JSON.stringify(task.criteria);
  const filled = written.replace(modelNumber, (found, formula: string, name: string, at: number) => {
    const value = amountOf(derivation, formula.trim(), name.trim());
    const isAll = /["|&] ?$/.test(written.slice(0, at)) && /^(?:"| [|&~])/.test(written.slice(at + found.length));
    return isAll ? spellings(value).join(" | ") : String(Number(value.toPrecision(6)));
  });
  return { ...task, criteria: JSON.parse(filled) };
}

/** The amount of a value; its sign is a word of its own in patterns. */
function amountOf(derivation: Derivation, text: string, caseName: string): number {
  const families = derivation.unrolled().families();
  const parsed = parse(text, { sequences: true, declared: new Set(families.map(({ name }) => name)) });
  if (!parsed.ok) throw new ModelError("model.unknown-name", { name: text, equation: text });
  const { unrolled, node } = derivation.formula({ text, syntax: parsed.syntax }, derivation.stepsIn(caseName));
  const value = derivation.values(unrolled, caseName)[node] as number;
  if (!Number.isFinite(value)) throw new ModelError("model.bad-value", { name: text, found: String(value) });
  return Math.abs(value);
}

/** As students write it: whole numbers as they are, others rounded, or cut off, after two to four places. */
function spellings(value: number): readonly string[] {
  if (Math.abs(value - Math.round(value)) < 0.005) return [String(Math.round(value))];
  const cut = Math.floor(value * 100) / 100;
  return [...new Set([cut.toFixed(2), (cut + 0.01).toFixed(2), value.toFixed(3), value.toFixed(4)])];
}
