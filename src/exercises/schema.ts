/** The shape of an exercise file, and the exercise that a file of this shape is. Loads zod. */

import { z } from "zod";
import type { Equation } from "../engine/model.ts";
import { namesIn, type TimeIndex } from "../engine/syntax.ts";
import { parse } from "../formula/parse.ts";
import { type CaseValue, constantValue, type Exercise, type NestedNumbers, type Question } from "./exercise.ts";
import { canonical, type QuestionKind, type ShapeContext, type Shapes, shapesFor } from "./shapes.ts";

/** The schema for one file: its formulas are read with the names that its model declares. */
export function exerciseSchema(data: unknown, kinds: readonly QuestionKind[]): z.ZodType<Exercise> {
  const { parameters, inputs } = Object(Object(data).model) as Readonly<Record<string, unknown>>;
  const shapes = shapesFor(declaredNames(data), [parameters, inputs].some(isMapping));
  return z
    .strictObject({
      $schema: z.string().optional(),
      id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u, "must be a short id such as ex6"),
      title: shapes.told,
      statement: shapes.told.default({ en: "", de: "" }).describe("Markdown with LaTeX between dollar signs"),
      model: modelSchema(shapes).optional().describe("what every right answer is computed from"),
      cases: z.preprocess(withLike, casesSchema(shapes)).default({}).describe("numbers for the model, by name"),
      variants: z.record(z.string(), variant).optional().describe("other numbers for cases, to practise with"),
      carry: z.boolean().default(true).describe("whether what follows from a wrong answer gets its points"),
      pass: z.number().min(0).max(100).optional().describe("percent of the points that pass; default: 100"),
      solution: z.literal("hidden").optional().describe("trace shows graded numbers to nobody"),
      questions: questionsSchema(shapes, kinds),
      mistakes: z
        .array(
          z.strictObject({
            id: shapes.id,
            replace: equationsSchema(shapes).describe("the equations that this mistake changes"),
            hint: shapes.told,
            share: z.number().min(0).max(1).optional().describe("of the points, for an answer that shows it"),
          }),
        )
        .optional()
        .describe("your own, named in feedback before the known ones"),
    })
    .transform(({ $schema: _, model, variants = {}, ...rest }, context) => {
      const varied = Object.entries(variants).map(([key, from]) => variantOf(key, from, rest.cases, shapes, context));
      const exercise = { ...rest, ...(varied.length > 0 && { variants: varied }) };
      if (model === undefined) return exercise;
      if (model.steps !== undefined) return { ...exercise, model: { ...model, steps: model.steps } };
      const caseSteps = stepsByCase(model.inputs, exercise.cases);
      return { ...exercise, model: { ...model, steps: Object.values(caseSteps)[0] ?? 1 }, caseSteps };
    });
}

/** JSON Schema of exercise files, for editors: all that can be said of one without its model. */
export function exerciseJsonSchema(kinds: readonly QuestionKind[]) {
  const options = { io: "input", unrepresentable: "any", target: "draft-7" } as const;
  const { properties = {}, ...schema } = z.toJSONSchema(exerciseSchema({}, kinds), options);
  const file = { type: "string", description: "path of a file that holds the model, from this one" } as const;
  return { ...schema, properties: { ...properties, model: { anyOf: [properties.model ?? {}, file] } } };
}

/** The names of the model's quantities: they count as names even where they spell a constant or a function. */
function declaredNames(data: unknown): ReadonlySet<string> {
  const { parameters, inputs, equations } = Object(Object(data).model) as Readonly<Record<string, unknown>>;
  const listed = [parameters, inputs].flatMap((names) =>
    isMapping(names) ? Object.keys(Object(names)) : Array.isArray(names) ? names : [],
  );
  const targets = Object.keys(Object(equations)).map((target) => target.replace(/(?:\[|_\{|_?[tₜ]\s*$).*$/u, ""));
  return new Set([...listed, ...targets].filter((name) => typeof name === "string" && name !== "").map(canonical));
}

function isMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function modelSchema(shapes: Shapes) {
  const size = z.number().int().min(1);
  const isSmall = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1) <= mostEntries;
  const shape = z.array(size).max(2).refine(isSmall, `must have at most ${mostEntries} entries`);
  const named = z
    .union([z.array(shapes.name), z.record(shapes.name, shape)])
    .transform((given) =>
      Array.isArray(given) ? { names: given, shapes: undefined } : { names: Object.keys(given), shapes: given },
    )
    .prefault([]);
  return z
    .strictObject({
      parameters: named,
      inputs: named.describe("sequences: x has a value x[t] at each step; { x: [2] } says that it is a vector"),
      steps: shapes.count.optional().describe("T; without it, as many as the inputs of a case have values, or one"),
      equations: equationsSchema(shapes).describe("h[t] holds for t = 1 … T; sum and prod run over time"),
    })
    .transform(({ parameters, inputs, ...model }) => {
      const isOfVectors = parameters.shapes !== undefined || inputs.shapes !== undefined;
      const given = { ...parameters.shapes, ...inputs.shapes };
      return {
        ...{ parameters: parameters.names, inputs: inputs.names, ...model },
        ...(isOfVectors && { shapes: given }),
      };
    });
}

/** Each becomes a quantity of its own. */
const mostEntries = 20_000;

function equationsSchema(shapes: Shapes) {
  return z
    .record(z.string(), shapes.written)
    .transform((equations, context) =>
      Object.entries(equations).flatMap(([target, text]) => equationOf(target, text, shapes, context) ?? []),
    );
}

function equationOf(target: string, text: string, shapes: Shapes, context: ShapeContext): Equation | undefined {
  const left = parse(target, { sequences: true, declared: shapes.declared, vectors: shapes.vectors });
  if (!left.ok || left.syntax.kind !== "name") {
    shapes.problem(context, [target], "the left-hand side must be a name: z, h[t] or h[0]");
    return undefined;
  }
  const index = left.syntax.index ?? fixedIndex(target);
  if (index !== undefined && !(index.step === 0 || (index.step === 1 && index.last === 0))) {
    const message = "the index on the left must be t, t + k, or a fixed step such as 0 or T";
    shapes.problem(context, [target], message);
    return undefined;
  }
  const { syntax } = shapes.read(text, context, [target]);
  const base = target.slice(0, target.lastIndexOf("["));
  const family = index !== undefined && left.syntax.index === undefined ? canonical(base).trim() : left.syntax.name;
  return { family, ...(index && { index }), formula: syntax, target, text: `${target} = ${text}` };
}

/** The parser reads `h[0]` as the name h0; as a target it is the step 0 of h. */
function fixedIndex(target: string): TimeIndex | undefined {
  const match = /\[\s*(-?\d+)\s*\]\s*$/.exec(target);
  return match === null ? undefined : { step: 0, last: 0, offset: Number(match[1]) };
}

/** `{ like: other, b: 2 }` has the values of the other case but b. What is like nothing there is left as it is, and refused. */
function withLike(cases: unknown): unknown {
  const all = Object(cases) as Readonly<Record<string, unknown>>;
  const full = (name: string, above: readonly string[]): unknown => {
    const { like, ...own } = Object(all[name]) as Readonly<Record<string, unknown>>;
    if (typeof like !== "string" || !Object.hasOwn(all, like) || above.includes(like)) return all[name];
    return { ...Object(full(like, [...above, name])), ...own };
  };
  return isMapping(cases) ? Object.fromEntries(Object.keys(all).map((name) => [name, full(name, [name])])) : cases;
}

type Nested = readonly (number | string | Nested)[];

function casesSchema(shapes: Shapes) {
  const nested: z.ZodType<Nested> = z.array(z.union([z.number(), z.string().min(1), z.lazy(() => nested)])).min(1);
  const value = z
    .union([z.number(), nested, z.string().min(1)])
    .transform((authored, context) => caseValue(authored, shapes, context));
  const values = z.record(z.string(), value).transform((record, context) => {
    const named: Record<string, CaseValue> = {};
    for (const [key, one] of Object.entries(record)) {
      const name = canonical(key);
      if (Object.hasOwn(named, name)) shapes.problem(context, [key], `${name} has a value already`, true);
      named[name] = one;
    }
    return named;
  });
  return z.record(z.string(), values);
}

/** What is drawn from, never 0: that hides mistakes. */
const variant = z
  .union([
    z.array(z.number()),
    z
      .strictObject({ each: z.tuple([z.number(), z.number()]), step: z.number().positive() })
      .transform(({ each: [low, high], step }) => {
        const length = Math.min(1000, Math.floor((high - low) / step + 1e-9) + 1);
        return Array.from({ length }, (_, i) => Number((low + i * step).toFixed(12)));
      }),
  ])
  .transform((all) => all.filter((value) => value !== 0))
  .refine((all) => new Set(all).size > 1, "needs two numbers besides 0");

/** `a` stands for all cases that give a, `set1.a` for one. */
function variantOf(key: string, from: number[], cases: Exercise["cases"], shapes: Shapes, context: ShapeContext) {
  const at = key.lastIndexOf(".");
  const name = canonical(key.slice(at + 1));
  const all = at < 0 ? Object.keys(cases) : [key.slice(0, at)];
  const taking = all.filter((one) => Object.hasOwn(cases, one) && Object.hasOwn(cases[one] ?? {}, name));
  if (taking.length === 0) shapes.problem(context, ["variants", key], `no case gives ${key} a number`, true);
  return { name, cases: taking, from };
}

function caseValue(authored: number | string | Nested, { read, problem }: Shapes, context: ShapeContext): CaseValue {
  if (typeof authored === "number") return authored;
  if (typeof authored === "string") {
    const formula = read(authored, context, [], {});
    const other = namesIn(formula.syntax).find(({ name }) => name !== "t");
    if (other !== undefined)
      problem(context, [], `a value is made of numbers, and of t in a sequence; ${other.name} is neither`);
    return formula;
  }
  const numbers = (values: Nested, path: number[]): NestedNumbers =>
    values.map((one, i) => {
      if (typeof one === "number") return one;
      if (typeof one === "object") return numbers(one, [...path, i]);
      const { syntax } = read(one, context, [...path, i], {});
      if (namesIn(syntax).length > 0) problem(context, [...path, i], `must be a number, not "${one}"`);
      return constantValue(syntax);
    });
  return numbers(authored, []);
}

function questionsSchema({ problem, ...shapes }: Shapes, kinds: readonly QuestionKind[]) {
  const each = kinds.map((kind) => kind.schema({ problem, ...shapes }));
  const question = z.discriminatedUnion("kind", each as never) as z.ZodType<Question>;
  return z
    .array(question)
    .min(1)
    .superRefine((questions, context) => {
      for (const [i, { id }] of questions.entries())
        for (const other of questions.slice(0, i).map((earlier) => earlier.id)) {
          if (id === other) problem(context, [i, "id"], `the id "${id}" is taken`);
          if (id.startsWith(`${other}.`) || other.startsWith(`${id}.`))
            problem(context, [i, "id"], `"${id}" and "${other}" can't both be keys of an answer`);
        }
    });
}

/** As many steps as the inputs of a case have values. */
function stepsByCase(inputs: readonly string[], cases: Exercise["cases"]): Record<string, number> {
  const steps = Object.entries(cases).map(([name, values]) => {
    const lengths = inputs.flatMap((input) => (Array.isArray(values[input]) ? [values[input].length] : []));
    return [name, lengths.length === 0 ? 1 : Math.min(...lengths)] as const;
  });
  return Object.fromEntries(steps);
}
