/** Turns an exercise as authored into an exercise with parsed formulas. Knows the parser; computes nothing. */

import type { ChoiceOption } from "../answers/choice.ts";
import { type Criterion, compileRubric } from "../answers/text.ts";
import type { Equation } from "../engine/model.ts";
import { canonicalName } from "../engine/names.ts";
import { parse } from "../engine/parse.ts";
import type { TimeIndex } from "../engine/syntax.ts";
import { formatMessage } from "../messages/format.ts";
import type { CaseValue, ChoiceReference, Exercise, ParsedFormula, Question } from "./exercise.ts";
import type { DataPath, Problem } from "./problem.ts";
import type { AuthoredExercise, AuthoredQuestion } from "./schema.ts";

/** @returns the exercise, and everything that is wrong with its formulas (then it must not be used). */
export function compileExercise(authored: AuthoredExercise): { exercise: Exercise; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const compiler = new Compiler(problems);
  const { id, title, statement, carry } = authored;
  const exercise: Exercise = {
    id,
    title,
    statement,
    carry,
    ...(authored.model === undefined ? {} : { model: compiler.model(authored.model) }),
    cases: mapValues(authored.cases, (values, name) =>
      mapValues(values, (value, key) => compiler.caseValue(value, ["cases", name, key])),
    ),
    questions: authored.questions.map((question, i) => compiler.question(question, ["questions", i])),
  };
  checkIds(exercise, problems);
  return { exercise, problems };
}

class Compiler {
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  model(model: NonNullable<AuthoredExercise["model"]>): NonNullable<Exercise["model"]> {
    const equations = Object.entries(model.equations).map(([target, text]) => this.#equation(target, text));
    return { ...model, equations: equations.filter((equation) => equation !== undefined) };
  }

  caseValue(value: number | number[] | string, path: DataPath): CaseValue {
    return typeof value === "string" ? this.#formula(value, path) : value;
  }

  question(question: AuthoredQuestion, path: DataPath): Question {
    const at = [...path, "reference"];
    switch (question.kind) {
      case "number":
      case "expression":
        return { ...question, reference: this.#withFormulas(question.reference, at) } as unknown as Question;
      case "choice":
        return this.#choice(question, at);
      case "text":
        return {
          ...withoutUndefined(question),
          rubric: compileRubric(question.criteria as readonly Criterion[]),
        } as Question;
      default:
        return withoutUndefined(question) as Question;
    }
  }

  /** Parses the members of a reference that are formulas. */
  #withFormulas(reference: Readonly<Record<string, unknown>>, path: DataPath): Record<string, unknown> {
    return mapValues(withoutUndefined(reference) as Record<string, unknown>, (value, key) =>
      (key === "value" || key === "number" || key === "expression") && typeof value === "string"
        ? this.#formula(value, [...path, key])
        : value,
    );
  }

  #choice(question: Extract<AuthoredQuestion, { kind: "choice" }>, path: DataPath): Question {
    const options = question.options.map((option) => (typeof option === "object" ? option : { value: option }));
    const shown: ChoiceOption[] = options.map(({ value, synonyms }) => ({
      value,
      ...(synonyms === undefined ? {} : { synonyms }),
    }));
    const { reference } = question;
    if (!("best" in reference))
      return { ...question, reference: reference as ChoiceReference, options: shown } as Question;
    const take = "largest" in reference.best ? "largest" : "smallest";
    const by = "largest" in reference.best ? reference.best.largest : reference.best.smallest;
    const cases = Object.fromEntries(
      options.filter((o) => o.case !== undefined).map((o) => [String(o.value), o.case as string]),
    );
    const measured = "value" in by ? { value: this.#formula(by.value, [...path, "best", take, "value"]) } : by;
    return { ...question, reference: { best: { cases, by: measured, take } }, options: shown } as Question;
  }

  #equation(target: string, text: string): Equation | undefined {
    const path = ["model", "equations", target];
    const left = parse(target, { sequences: true });
    const shown = `${target} = ${text}`;
    if (!left.ok || left.syntax.kind !== "name") {
      this.#problems.push({ path, message: "the left-hand side must be a name: z, h[t] or h[0]" });
      return undefined;
    }
    const index = left.syntax.index ?? indexOf(target);
    if (index !== undefined && !isTarget(index)) {
      this.#problems.push({ path, message: "the index on the left must be t, t + k, or a fixed step such as 0 or T" });
      return undefined;
    }
    const { syntax } = this.#formula(text, path);
    const family = index !== undefined && left.syntax.index === undefined ? bracketBase(target) : left.syntax.name;
    return { family, ...(index === undefined ? {} : { index }), formula: syntax, text: shown };
  }

  #formula(text: string, path: DataPath): ParsedFormula {
    const parsed = parse(text, { sequences: true });
    if (parsed.ok) return { text, syntax: parsed.syntax };
    this.#problems.push({ path, message: formatMessage(parsed.error.code, "en", parsed.error.params) });
    return { text, syntax: { kind: "number", value: Number.NaN, text: "NaN" } };
  }
}

/** The parser reads `h[0]` as the name h0; as a target it is the step 0 of h. */
function indexOf(target: string): TimeIndex | undefined {
  const match = /\[\s*(-?\d+)\s*\]\s*$/.exec(target);
  return match === null ? undefined : { step: 0, last: 0, offset: Number(match[1]) };
}

function bracketBase(target: string): string {
  const base = target.slice(0, target.lastIndexOf("["));
  return canonicalName(base) ?? base.trim();
}

function isTarget({ step, last }: TimeIndex): boolean {
  return (step === 1 && last === 0) || step === 0;
}

function checkIds(exercise: Exercise, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const [i, { id }] of exercise.questions.entries()) {
    if (seen.has(id)) problems.push({ path: ["questions", i, "id"], message: `the id "${id}" is taken` });
    for (const other of seen)
      if (id.startsWith(`${other}.`) || other.startsWith(`${id}.`))
        problems.push({
          path: ["questions", i, "id"],
          message: `"${id}" and "${other}" can't both be keys of an answer`,
        });
    seen.add(id);
  }
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, map: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** Zod leaves optional keys out or undefined; as data they are out. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
