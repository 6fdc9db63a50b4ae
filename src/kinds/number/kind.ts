/** A number, computed from the exercise's model. */

import { type Node, VARIABLE } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import { nameOf } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { StoredQuery } from "../../exercises/exercise.ts";
import { chain, derivativeSteps, formulaSteps, forwardSteps, type Solution } from "../../exercises/steps.ts";
import { inCode, shortened } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { type Computation, computationOf, numberProblems, numberValue } from "./computation.ts";
import { say } from "./messages.ts";
import { isReached, judgeIn, prepared, visibleMistakes, weaknesses } from "./numbers.ts";
import { type NumberQuestion, numberSchema } from "./question.ts";
import { defaultTolerance, rounded, shown } from "./tolerance.ts";

export const number: Kind<NumberQuestion> = {
  name: "number",
  label: say("number.kind"),
  schema: numberSchema,
  problems: ({ reference }, derivation) => numberProblems(derivation, reference),
  bind: (question, derivation) => (answers) => judgeIn(derivation, question, answers),
  readsOthers: true,
  prepare: (question, derivation) => prepared(derivation, question),
  toldByRuns(question, derivation) {
    const { reference } = question;
    if ("stored" in reference) return { backward: reference.stored.of };
    if ("number" in reference) return {};
    return { case: reference.case, isReached: (run) => isReached(derivation, question, run) };
  },
  solution({ reference, tolerance = defaultTolerance }, derivation) {
    if ("stored" in reference) return counted(reference.stored, derivation);
    const value = numberValue(derivation, reference);
    const [text, answer = text] = [shown(value, tolerance), rounded(value, tolerance)];
    if ("number" in reference) return { steps: [chain(reference.number.text, text)] };
    const { unrolled, target, caseName } = computationOf(derivation, reference) as Computation;
    const { graph } = unrolled;
    // Evaluated when a number is first asked for, as the ways of a derivative add to the graph.
    const values = once(() => derivation.values(unrolled, caseName));
    const show = (node: Node, value = values()[node] ?? Number.NaN) =>
      graph.code(node) === VARIABLE ? String(Number(value.toPrecision(8))) : shown(value, tolerance);
    const query = "gradient" in reference && { ...reference, derivative: reference.gradient };
    const ways = query ? derivativeSteps(unrolled, query, target, show) : [];
    const steps = [...forwardSteps(graph, target, show, !query), ...ways];
    const last = { ...steps.pop(), ...(Number(answer) !== Number(text) && { rounded: answer }) };
    return { rule: say(query ? "number.chain-rule" : "number.forward-rule"), steps: [...steps, last] };
  },
  toldApart: (question, derivation) => visibleMistakes(derivation, question),
  weaknesses: (question, derivation, others) => weaknesses(derivation, question, others),
  sheet: ({ tolerance = {} }) => ({
    ask:
      "decimals" in tolerance
        ? say("number.ask-decimals", { n: tolerance.decimals })
        : "significantFigures" in tolerance
          ? say("number.ask-figures", { n: tolerance.significantFigures })
          : say("number.ask"),
    empty: null,
    example: 0.25,
    schema: { type: ["number", "string", "null"] },
  }),
};

/** The values of few steps, what one step more adds, and how many that makes. */
function counted(query: StoredQuery, derivation: Derivation): Solution {
  const { steps: all = derivation.model.steps, beyond } = query;
  const few = Math.min(beyond ?? derivation.model.steps, all);
  const [names = [], further = []] = [few, few + 1].map((steps) => {
    const { unrolled, nodes } = derivation.storedNodes(query, steps);
    return nodes.map((node) => nameOf(unrolled.graph, node));
  });
  const more = further.filter((name) => !names.includes(name));
  const [own, value] = [beyond === undefined ? names.length : 0, derivation.storedCount(query)];
  const isSteady = all > few && value === own + (all - few) * more.length;
  const sum = isSteady ? `${own > 0 ? `${own} + ` : ""}${all - few}*${more.length}` : "";
  const said = say("number.stored", {
    few,
    n: names.length,
    names: shortened(inCode(names)),
    more: shortened(inCode(more)),
  });
  const steps = [...formulaSteps(derivation, query, few), { said }, chain(sum, String(value))];
  return { rule: say("number.stored-rule"), steps };
}
