/** Turns an exercise as authored into an exercise with parsed formulas. Knows the parser; computes no model. */

import type { Equation } from "../engine/model.ts";
import { canonicalName } from "../engine/names.ts";
import type { Syntax, TimeIndex } from "../engine/syntax.ts";
import { type ParseOptions, parse } from "../formula/parse.ts";
import type { ChoiceOption } from "../kinds/choice/choice.ts";
import { formatMessage } from "../messages/format.ts";
import { constantValue } from "./cases.ts";
import type { CaseValue, Exercise, ExpressionReference, NumberReference, ParsedFormula, Question } from "./exercise.ts";
import type { DataPath, Problem } from "./problem.ts";
import { quantityProblems } from "./quantityProblems.ts";
import type { AuthoredExercise, AuthoredQuestion } from "./schema.ts";

/** @returns the exercise, and everything that is wrong with its formulas (then it must not be used). */
export function compileExercise(authored: AuthoredExercise): { exercise: Exercise; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const compiler = new Compiler(problems, declaredNames(authored.model));
  const { id, title, statement, carry } = authored;
  const exercise: Exercise = {
    id,
    title,
    statement,
    carry,
    ...(authored.model === undefined ? {} : { model: compiler.model(authored.model, usualSteps(authored)) }),
    cases: mapValues(authored.cases, (values, name) => {
      const named = mapValues(values, (value, key) => compiler.caseValue(value, ["cases", name, key]));
      return withCanonicalKeys(named, (key) =>
        problems.push({ path: ["cases", name, key], message: `${canonical(key)} has a value already`, isKey: true }),
      );
    }),
    questions: authored.questions.map((question, i) => compiler.question(question, ["questions", i])),
  };
  checkIds(exercise, problems);
  problems.push(...quantityProblems(exercise));
  return { exercise, problems };
}

class Compiler {
  readonly #problems: Problem[];
  readonly #declared: ReadonlySet<string>;

  /** @param declared the names of the model's quantities */
  constructor(problems: Problem[], declared: ReadonlySet<string>) {
    this.#problems = problems;
    this.#declared = declared;
  }

  model({ parameters, inputs, steps, equations }: AuthoredModel, usual: number): NonNullable<Exercise["model"]> {
    const read = Object.entries(equations).map(([target, text]) => this.#equation(target, text));
    return {
      parameters: parameters.map(canonical),
      inputs: inputs.map(canonical),
      steps: steps ?? usual,
      equations: read.filter((equation) => equation !== undefined),
    };
  }

  caseValue(value: number | (number | string)[] | string, path: DataPath): CaseValue {
    if (typeof value === "number") return value;
    if (typeof value !== "string")
      return value.map((one, i) => (typeof one === "number" ? one : this.#constant(one, [...path, i])));
    const formula = this.#formula(value, path, {});
    const other = namesIn(formula.syntax).find((name) => name !== "t");
    if (other !== undefined)
      this.#problems.push({ path, message: `a value is made of numbers, and of t in a sequence; ${other} is neither` });
    return formula;
  }

  #constant(text: string, path: DataPath): number {
    const formula = this.#formula(text, path, {});
    const value = constantValue(formula.syntax);
    if (namesIn(formula.syntax).length > 0) this.#problems.push({ path, message: `must be a number, not "${text}"` });
    return value;
  }

  question(authored: AuthoredQuestion, path: DataPath): Question {
    const question = present(authored);
    const at = [...path, "reference"];
    switch (question.kind) {
      case "number":
        return { ...question, reference: this.#number(question.reference, at) };
      case "expression": {
        const variables = withCanonicalKeys(question.variables ?? {});
        const own = [...(question.allow ?? []), ...Object.keys(variables)];
        const reference = this.#expression(question.reference, at, own);
        return { ...question, reference, ...(question.variables !== undefined && { variables }) };
      }
      case "choice":
        return this.#choice(question, at);
      default:
        return question;
    }
  }

  #number(reference: Authored<"number">["reference"], path: DataPath): NumberReference {
    if ("value" in reference) return { ...reference, value: this.#formula(reference.value, [...path, "value"]) };
    if ("number" in reference) return { number: this.#formula(reference.number, [...path, "number"]) };
    return reference;
  }

  /** `own` are names that the question itself declares. */
  #expression(
    reference: Authored<"expression">["reference"],
    path: DataPath,
    own: readonly string[],
  ): ExpressionReference {
    if ("value" in reference) return { value: this.#formula(reference.value, [...path, "value"]) };
    if ("expression" in reference)
      return { expression: this.#literal(reference.expression, [...path, "expression"], own) };
    return reference;
  }

  /** A formula without a model. Where x and y occur, `xy` is their product: nobody can answer a quantity called xy. */
  #literal(text: string, path: DataPath, own: readonly string[]): ParsedFormula {
    const declared = new Set([...this.#declared, ...own]);
    const formula = this.#formula(text, path, { declared });
    const names = new Set([...namesIn(formula.syntax), ...declared]);
    const runs = [...names].filter((name) => !declared.has(name) && isRunOf(name, names));
    if (runs.length === 0) return formula;
    for (const run of runs) names.delete(run);
    return this.#formula(text, path, { names });
  }

  #choice(question: Authored<"choice">, path: DataPath): Question {
    const options: readonly AuthoredOption[] = question.options.map((option) =>
      typeof option === "object" ? option : { value: option },
    );
    const shown = options.map(({ case: _, ...option }) => option);
    const { reference } = question;
    if (!("best" in reference)) return { ...question, reference, options: shown };
    const take = "largest" in reference.best ? "largest" : "smallest";
    const by = "largest" in reference.best ? reference.best.largest : reference.best.smallest;
    const cases = Object.fromEntries(
      options.filter((o) => o.case !== undefined).map((o) => [String(o.value), o.case as string]),
    );
    for (const [i, option] of options.entries())
      if (option.case === undefined)
        this.#problems.push({
          path: [...path.slice(0, -1), "options", i],
          message: `the best case is asked for: each option needs one, as in { value: ${option.value}, case: … }`,
        });
    const measured = "value" in by ? { value: this.#formula(by.value, [...path, "best", take, "value"]) } : by;
    return { ...question, reference: { best: { cases, by: measured, take } }, options: shown };
  }

  #equation(target: string, text: string): Equation | undefined {
    const path = ["model", "equations", target];
    const left = parse(target, { sequences: true, declared: this.#declared });
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
    return { family, ...(index === undefined ? {} : { index }), formula: syntax, target, text: shown };
  }

  #formula(
    text: string,
    path: DataPath,
    known: Pick<ParseOptions, "names" | "declared"> = { declared: this.#declared },
  ): ParsedFormula {
    const parsed = parse(text, { sequences: true, ...known });
    if (parsed.ok) return { text, syntax: parsed.syntax };
    this.#problems.push({ path, message: formatMessage(parsed.error.code, "en", parsed.error.params) });
    return { text, syntax: { kind: "number", value: Number.NaN, text: "NaN" } };
  }
}

function namesIn(syntax: Syntax): readonly string[] {
  if (syntax.kind === "name") return [syntax.name];
  return syntax.kind === "call" ? syntax.args.flatMap(namesIn) : [];
}

/** Whether `text` is made of two or more of the other names, one behind the other. */
function isRunOf(text: string, names: ReadonlySet<string>): boolean {
  const ends = new Set([0]);
  for (let end = 1; end <= text.length; end++) {
    for (const start of ends) {
      const part = text.slice(start, end);
      if (part !== text && names.has(part)) ends.add(end);
    }
  }
  return ends.has(text.length);
}

/** As many steps as the inputs of the first case have values. */
function usualSteps({ model, cases }: AuthoredExercise): number {
  const inputs = new Set(model?.inputs);
  const [first = {}] = Object.values(cases);
  const lengths = Object.entries(first).flatMap(([key, value]) =>
    inputs.has(canonical(key)) && Array.isArray(value) ? [value.length] : [],
  );
  return lengths.length === 0 ? 1 : Math.min(...lengths);
}

type AuthoredModel = NonNullable<AuthoredExercise["model"]>;
type AuthoredOption = ChoiceOption & { readonly case?: string };

/** Without members that are undefined: zod's types allow them, data from a file has none. */
type Present<T> = T extends object ? { [K in keyof T]: Present<Exclude<T[K], undefined>> } : T;
type Authored<Kind> = Extract<Present<AuthoredQuestion>, { readonly kind: Kind }>;

function present<T>(value: T): Present<T> {
  return value as Present<T>;
}

function canonical(name: string): string {
  return canonicalName(name) ?? name;
}

/** Names of the model's quantities: they count as names even where they spell a constant or a function. */
function declaredNames(model: AuthoredModel | undefined): ReadonlySet<string> {
  if (model === undefined) return new Set();
  const targets = Object.keys(model.equations).map((target) => target.replace(/(?:\[|_\{|_?[tₜ]\s*$).*$/u, ""));
  return new Set([...model.parameters, ...model.inputs, ...targets.filter((name) => name !== "")].map(canonical));
}

function withCanonicalKeys<V>(
  record: Readonly<Record<string, V>>,
  twice: (key: string) => void = () => {},
): Record<string, V> {
  const named: Record<string, V> = {};
  for (const [key, value] of Object.entries(record)) {
    if (Object.hasOwn(named, canonical(key))) twice(key);
    named[canonical(key)] = value;
  }
  return named;
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
