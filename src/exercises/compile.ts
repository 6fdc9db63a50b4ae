/** Turns an exercise as authored into an exercise with parsed formulas. Knows the parser; computes nothing. */

import type { ChoiceOption } from "../answers/choice.ts";
import type { Equation } from "../engine/model.ts";
import { canonicalName, splitName } from "../engine/names.ts";
import { type ParseOptions, parse } from "../engine/parse.ts";
import type { Syntax, TimeIndex } from "../engine/syntax.ts";
import { formatMessage } from "../messages/format.ts";
import type { CaseValue, ChoiceReference, Exercise, ParsedFormula, Question } from "./exercise.ts";
import type { DataPath, Problem } from "./problem.ts";
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
    ...(authored.model === undefined ? {} : { model: compiler.model(authored.model) }),
    cases: mapValues(authored.cases, (values, name) => {
      const named = mapValues(values, (value, key) => compiler.caseValue(value, ["cases", name, key]));
      return withCanonicalKeys(named, (key) =>
        problems.push({ path: ["cases", name, key], message: `${canonical(key)} has a value already`, isKey: true }),
      );
    }),
    questions: authored.questions.map((question, i) => compiler.question(question, ["questions", i])),
  };
  checkIds(exercise, problems);
  checkQuantities(exercise, problems);
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

  model({ parameters, inputs, steps, equations }: AuthoredModel): NonNullable<Exercise["model"]> {
    const read = Object.entries(equations).map(([target, text]) => this.#equation(target, text));
    return {
      parameters: parameters.map(canonical),
      inputs: inputs.map(canonical),
      steps,
      equations: read.filter((equation) => equation !== undefined),
    };
  }

  caseValue(value: number | number[] | string, path: DataPath): CaseValue {
    if (typeof value !== "string") return value;
    const formula = this.#formula(value, path, {});
    const other = namesIn(formula.syntax).find((name) => name !== "t");
    if (other !== undefined)
      this.#problems.push({ path, message: `a value is made of numbers, and of t in a sequence; ${other} is neither` });
    return formula;
  }

  question(authored: AuthoredQuestion, path: DataPath): Question {
    const question = withCanonicalNames(authored);
    const at = [...path, "reference"];
    switch (question.kind) {
      case "expression": {
        const own = [...(question.allow ?? []), ...Object.keys(question.variables ?? {})];
        return { ...question, reference: this.#withFormulas(question.reference, at, own) } as unknown as Question;
      }
      case "number":
        return { ...question, reference: this.#withFormulas(question.reference, at) } as unknown as Question;
      case "choice":
        return this.#choice(question, at);
      default:
        return withoutUndefined(question) as Question;
    }
  }

  /** Parses the members of a reference that are formulas; `own` are names that the question itself declares. */
  #withFormulas(
    reference: Readonly<Record<string, unknown>>,
    path: DataPath,
    own: readonly string[] = [],
  ): Record<string, unknown> {
    return mapValues(withoutUndefined(reference) as Record<string, unknown>, (value, key) => {
      if (typeof value !== "string") return value;
      if (key === "expression") return this.#literal(value, [...path, key], own);
      return key === "value" || key === "number" ? this.#formula(value, [...path, key]) : value;
    });
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
    for (const [i, option] of options.entries())
      if (option.case === undefined)
        this.#problems.push({
          path: [...path.slice(0, -1), "options", i],
          message: `the best case is asked for: each option needs one, as in { value: ${option.value}, case: … }`,
        });
    const measured = "value" in by ? { value: this.#formula(by.value, [...path, "best", take, "value"]) } : by;
    return { ...question, reference: { best: { cases, by: measured, take } }, options: shown } as Question;
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

type AuthoredModel = NonNullable<AuthoredExercise["model"]>;

function canonical(name: string): string {
  return canonicalName(name) ?? name;
}

/** Names of the model's quantities: they count as names even where they spell a constant or a function. */
function declaredNames(model: AuthoredModel | undefined): ReadonlySet<string> {
  if (model === undefined) return new Set();
  const targets = Object.keys(model.equations).map((target) => target.replace(/(?:\[|_\{|_?[tₜ]\s*$).*$/u, ""));
  return new Set([...model.parameters, ...model.inputs, ...targets.filter((name) => name !== "")].map(canonical));
}

/** Keys of questions whose values are names of quantities, alone or in a list. */
const nameKeys: ReadonlySet<string> = new Set(
  (
    "of wrt derivative gradient gradientNorm recompute unrolled through appears depends neededIn neighbour " +
    "names allow optional"
  ).split(" "),
);

/** `h_1`, `h₁` and `h[1]` in one spelling wherever a question names a quantity. */
function withCanonicalNames(question: AuthoredQuestion): AuthoredQuestion {
  const walk = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(walk);
    return mapValues(part as Record<string, unknown>, (value, key) => {
      if (key === "variables") return withCanonicalKeys(value as Record<string, unknown>);
      if (!nameKeys.has(key)) return walk(value);
      if (typeof value === "string") return canonical(value);
      return Array.isArray(value)
        ? value.map((one) => (typeof one === "string" ? canonical(one) : walk(one)))
        : walk(value);
    });
  };
  if (question.kind === "text") return question;
  return walk(question) as AuthoredQuestion;
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

/** No name may stand for two quantities. */
function checkQuantities({ model, cases }: Exercise, problems: Problem[]): void {
  if (model === undefined) return;
  const given = [...model.parameters, ...model.inputs];
  const sequences = new Set([
    ...model.inputs,
    ...model.equations.filter(({ index }) => index !== undefined).map(({ family }) => family),
  ]);
  for (const [i, name] of given.entries()) {
    const isInput = i >= model.parameters.length;
    const path = ["model", isInput ? "inputs" : "parameters", isInput ? i - model.parameters.length : i];
    if (given.indexOf(name) < i) problems.push({ path, message: `${name} is declared twice` });
    else if (name === "t") problems.push({ path, message: "t is the time step, so nothing else can be called so" });
    else if (isMember(name, sequences)) problems.push({ path, message: memberMessage(name) });
  }
  for (const { family, index, target } of model.equations) {
    const path = ["model", "equations", target];
    if (index === undefined && isMember(family, sequences)) problems.push({ path, message: memberMessage(family) });
  }
  const computed = new Set(model.equations.filter(({ index }) => index?.step !== 0).map(({ family }) => family));
  for (const name of given) computed.delete(name);
  for (const [name, values] of Object.entries(cases))
    for (const key of Object.keys(values).filter((one) => computed.has(one)))
      problems.push({
        path: ["cases", name, key],
        message: `${key} is computed by an equation, so it takes no value`,
        isKey: true,
      });
}

function isMember(name: string, sequences: ReadonlySet<string>): boolean {
  const { base, index } = splitName(name);
  return index !== undefined && sequences.has(base);
}

function memberMessage(name: string): string {
  const { base, index } = splitName(name);
  return `${name} is ${base}[${index}] already, a member of the sequence ${base}`;
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, map: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** Zod leaves optional keys out or undefined; as data they are out. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
