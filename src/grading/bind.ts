/** Binds an exercise's questions to judges, once per exercise. Knows which judge a kind has and where references come from. */

import type { Kind } from "../engine/model.ts";
import { canonicalName } from "../engine/names.ts";
import { paths } from "../engine/paths.ts";
import { print } from "../engine/print.ts";
import { Derivation } from "../exercises/derivation.ts";
import type { Exercise, ExpressionQuestion, Question, TextQuestion } from "../exercises/exercise.ts";
import { fieldsOf } from "../exercises/exercise.ts";
import { graphEdges, kindsOf, nameOf, namesAlternatives, rightChoices } from "../exercises/queries.ts";
import { expressionNode } from "../exercises/reference.ts";
import { formulaAt, formulaOf } from "../formula/equal/formula.ts";
import { freeSpace, modelSpace } from "../formula/equal/spaces.ts";
import { bindChoice } from "../kinds/choice/choice.ts";
import { bindExpression } from "../kinds/expression/expression.ts";
import { expressionMistakes, expressionSlips } from "../kinds/expression/mistakes.ts";
import type { ExpressionReference } from "../kinds/expression/reference.ts";
import { bindGraph } from "../kinds/graph/graph.ts";
import type { Answer, Judgement } from "../kinds/judgement.ts";
import { graphMistakes, namesMistakes } from "../kinds/mistakes.ts";
import { bindNames } from "../kinds/names/names.ts";
import { NumberBench } from "../kinds/number/numbers.ts";
import { bindText } from "../kinds/text/text.ts";
import type { Answers, WantedAnswer } from "./answerKeys.ts";

type BoundJudge = (answers: Answers) => Judgement;

export interface BoundExercise {
  readonly exercise: Exercise;
  readonly wanted: readonly WantedAnswer[];
  /** In the order of the questions. Numbers judge all answers of a submission together: one may follow from another. */
  readonly judge: (question: Question, answers: Answers) => Judgement;
  /** The fields that a question's judgement rests on, and nothing else. */
  readonly reads: (question: Question) => readonly string[];
}

const bound = new WeakMap<Exercise, BoundExercise>();

/** The judges of an exercise; each is made when its question is first answered. */
export function bindExercise(exercise: Exercise): BoundExercise {
  const known = bound.get(exercise);
  if (known !== undefined) return known;
  const derivation = new Derivation(exercise);
  const bench = new NumberBench(derivation);
  const judges = new Map<string, BoundJudge>();
  const made: BoundExercise = {
    exercise,
    wanted: exercise.questions.map((question) => ({ id: question.id, fields: fieldsOf(question) })),
    judge(question, answers) {
      if (question.kind === "number") return bench.judge(question, answers);
      const judge = judges.get(question.id) ?? bindQuestion(derivation, question);
      judges.set(question.id, judge);
      return judge(answers);
    },
    reads: (question) => (question.kind === "number" ? bench.reads(question) : fieldsOf(question)),
  };
  bound.set(exercise, made);
  return made;
}

const nothing: Judgement = { verdict: "missing", points: 0, reviewPoints: 0, feedback: [] };

function bindQuestion(derivation: Derivation, question: Exclude<Question, { kind: "number" }>): BoundJudge {
  if (question.kind === "text") return bindTextQuestion(question);
  const judge = bindSingle(derivation, question);
  return (answers) => {
    const answer = answers.get(question.id);
    return answer === undefined ? nothing : judge(answer);
  };
}

function bindSingle(
  derivation: Derivation,
  question: Exclude<Question, { kind: "number" | "text" }>,
): (answer: Answer) => Judgement {
  switch (question.kind) {
    case "choice":
      return bindChoice({ correct: rightChoices(derivation, question.reference) }, question.options, question.points);
    case "names": {
      const kinds = derivation.exercise.model === undefined ? new Map<string, Kind>() : kindsOf(derivation);
      const alternatives = namesAlternatives(derivation, question.reference);
      const optional = membersOf(kinds.keys(), question.optional ?? []);
      const reference = withMistakes({ alternatives, optional, kinds }, () => namesMistakes(derivation, question));
      return bindNames(reference, question.points);
    }
    case "graph": {
      const kinds = kindsOf(derivation, question.reference.steps);
      const edges = graphEdges(derivation, question.reference);
      const optional = membersOf(kinds.keys(), question.optional ?? []);
      const reference = withMistakes({ edges, optional, kinds }, () => graphMistakes(derivation, question));
      return bindGraph(reference, question.points);
    }
    case "expression":
      return bindExpression(expressionReference(derivation, question), question.points);
  }
}

/** A family among `listed` stands for all its members. */
function membersOf(names: Iterable<string>, listed: readonly string[]): readonly string[] {
  const all = [...names];
  return listed.flatMap((name) => [
    name,
    ...all.filter((member) => /^\[?-?\d+\]?$/.test(member.slice(name.length)) && member.startsWith(name)),
  ]);
}

function expressionReference(derivation: Derivation, question: ExpressionQuestion): ExpressionReference {
  const { reference } = question;
  const { graph, node, unrolled, forwardSize } = expressionNode(derivation, reference);
  const solution = print(graph, node);
  const common = { solution, allow: question.allow };
  if (unrolled === undefined) {
    if (!("expression" in reference)) throw new Error("only literal references have no model");
    const formula = formulaOf(reference.expression.syntax);
    const variables = new Map(Object.entries(question.variables ?? {}));
    const names = new Set([...formula.names, ...variables.keys(), ...(question.allow ?? [])]);
    return { ...common, space: freeSpace(variables), formula, names };
  }
  const space = modelSpace(unrolled);
  const formula = formulaAt(graph, node);
  const parts =
    "derivative" in reference && forwardSize !== undefined
      ? paths(graph, unrolled.node(reference.derivative), unrolled.node(reference.wrt))
      : undefined;
  const named = parts?.map(({ through, term }) => ({
    through: through.map((name) => nameOf(graph, name)),
    formula: formulaAt(graph, term),
  }));
  const slips = expressionSlips(derivation, question, { space, formula });
  const asked =
    "derivative" in reference ? { of: canonical(reference.derivative), wrt: canonical(reference.wrt) } : undefined;
  const compared = { ...common, space, formula, names: space.names, asked, paths: named, slips };
  return withMistakes(compared, () => expressionMistakes(derivation, question, compared));
}

function canonical(name: string): string {
  return canonicalName(name) ?? name;
}

/** A reference whose known mistakes are worked out when an answer is wrong for the first time. */
function withMistakes<R extends object, M>(reference: R, mistakes: () => M): R & { readonly mistakes: M } {
  let known: M | undefined;
  return Object.defineProperty({ ...reference }, "mistakes", {
    enumerable: true,
    get: () => (known ??= mistakes()),
  }) as R & { readonly mistakes: M };
}

function bindTextQuestion(question: TextQuestion): BoundJudge {
  const judge = bindText(question);
  return (answers) => {
    const fields = new Map<string, string | readonly string[]>();
    for (const field of fieldsOf(question)) {
      const value = answers.get(field)?.value;
      if (value === undefined) continue;
      const text = textOf(value);
      if (text === undefined)
        return { ...nothing, verdict: "invalid", feedback: [{ code: "text.wrong-type", params: { field } }] };
      fields.set(field, text);
    }
    return fields.size === 0 ? nothing : judge(fields);
  };
}

/** Text, or a list of texts; a bare number or truth value is what it says. */
function textOf(value: Answer["value"]): string | readonly string[] | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return undefined;
  const texts = value.map((entry) =>
    typeof entry === "string" || typeof entry === "number" ? String(entry) : undefined,
  );
  return texts.every((entry) => entry !== undefined) ? texts : undefined;
}
