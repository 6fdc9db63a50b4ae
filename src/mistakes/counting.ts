/** Mistakes about what must be stored: another convention, values that don't belong, and counts of something else. */

import { DEFINITION, type Node, VARIABLE } from "../engine/graph.ts";
import type { Model } from "../engine/model.ts";
import type { Unrolled } from "../engine/recurrence.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { StoredNodes, Variation } from "../exercises/derivation.ts";
import type { StoredQuery } from "../exercises/exercise.ts";
import { call, changedModel, isCall, isScalar, rewrite, sequences } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";
import { modelOf, modelWays } from "./modelWays.ts";

type Count = (query: StoredQuery) => number;

export const counting: readonly Misconception[] = [
  {
    code: "mistake.reuse-swapped",
    concerns: ["stored", "count"],
    ways: () => [{ variation: { stored: (query) => ({ ...query, reuse: !query.reuse }) } }],
  },
  {
    code: "mistake.count-not-difference",
    concerns: ["count"],
    ways: () => [
      counted((query, count) => count(withoutBeyond(query))),
      counted((query, count) => perStep(query, count) * (query.steps ?? 0)),
    ],
  },
  {
    code: "mistake.count-step-off",
    concerns: ["count"],
    ways: () =>
      [1, -1].map((by) =>
        counted((query, count) => {
          const { beyond, steps } = query;
          if (beyond === undefined) return steps === undefined ? Number.NaN : count({ ...query, steps: steps + by });
          return count(query) + by * perStep(query, count);
        }),
      ),
  },
  {
    code: "mistake.count-first-steps",
    concerns: ["count"],
    ways: () => [
      counted(({ beyond, ...query }, count) =>
        beyond === undefined ? Number.NaN : count({ ...query, steps: beyond }) * ((query.steps ?? 0) - beyond),
      ),
    ],
  },
  {
    code: "mistake.count-one-saved",
    concerns: ["count"],
    unless: ["mistake.count-step-off"],
    ways: () => [
      counted((query, count) => (query.reuse ? count({ ...query, reuse: false }) - 1 : Number.NaN)),
      counted((query, count) => (query.beyond === undefined ? Number.NaN : count(query) - 1)),
    ],
  },
  {
    code: "mistake.stored-kind-missing",
    concerns: ["stored", "count"],
    ways: (right) => {
      const families = [...sequences(right.model)].slice(0, 5);
      return [
        ...families.map((family) =>
          kept(({ unrolled, nodes }) => nodes.filter((n) => familyOf(unrolled, n) !== family)),
        ),
        ...families.map((family) =>
          kept(({ unrolled, nodes }) => nodes.filter((n) => familyOf(unrolled, n) === family)),
        ),
      ];
    },
  },
  {
    code: "mistake.stored-kind-extra",
    concerns: ["stored", "count"],
    unless: ["mistake.reuse-swapped", "mistake.stored-everything", "mistake.other-quantity"],
    ways: (right) =>
      [...sequences(right.model)].slice(0, 5).map((family) =>
        kept((stored) => {
          const read = stored.nodes.some((node) => familyOf(stored.unrolled, node) === family);
          return read ? stored.nodes : [...stored.nodes, ...computed(stored, family)];
        }),
      ),
  },
  {
    code: "mistake.stored-start-missing",
    concerns: ["stored", "count"],
    ways: () => [kept(({ unrolled, nodes }) => nodes.filter((node) => unrolled.kind(node) !== "initial"))],
  },
  {
    code: "mistake.stored-inputs",
    concerns: ["stored", "count"],
    ways: () => [kept((stored) => [...stored.nodes, ...given(stored, "input")])],
  },
  {
    code: "mistake.stored-parameters",
    concerns: ["stored", "count"],
    ways: () => [kept((stored) => [...stored.nodes, ...given(stored, "parameter")])],
  },
  {
    code: "mistake.stored-last-step",
    concerns: ["stored"],
    ways: () => [
      kept(({ unrolled, nodes }) => nodes.filter((node) => unrolled.graph.symbol(node)?.index === unrolled.steps)),
    ],
  },
  {
    code: "mistake.stored-everything",
    concerns: ["stored"],
    ways: () => [
      kept(({ unrolled, forwardSize }) =>
        forwardNodes(forwardSize).filter((n) => unrolled.graph.code(n) === DEFINITION),
      ),
    ],
  },
  {
    code: "mistake.product-chain",
    concerns: ["stored", "count"],
    ways: (right) => modelWays(modelOf(right), chained),
  },
];

function counted(count: (query: StoredQuery, count: Count) => number): Way {
  return { variation: { count } };
}

function kept(keep: NonNullable<Variation["kept"]>): Way {
  return { variation: { kept: keep } };
}

function withoutBeyond({ beyond: _, ...query }: StoredQuery): StoredQuery {
  return query;
}

/** How many values each further step adds; NaN where no difference is asked for. */
function perStep(query: StoredQuery, count: Count): number {
  const { beyond, steps } = query;
  return beyond === undefined || steps === undefined ? Number.NaN : count(query) / (steps - beyond);
}

function familyOf(unrolled: Unrolled, node: Node): string | undefined {
  return unrolled.graph.symbol(node)?.family;
}

function given({ unrolled, forwardSize }: StoredNodes, kind: "input" | "parameter"): readonly Node[] {
  const { graph } = unrolled;
  return forwardNodes(forwardSize).filter((node) => graph.code(node) === VARIABLE && unrolled.kind(node) === kind);
}

/** The members of a sequence that the forward pass computes. */
function computed({ unrolled, forwardSize }: StoredNodes, family: string): readonly Node[] {
  const { graph } = unrolled;
  return forwardNodes(forwardSize).filter(
    (node) => graph.code(node) === DEFINITION && graph.symbol(node)?.family === family,
  );
}

function forwardNodes(forwardSize: number): readonly Node[] {
  return Array.from({ length: forwardSize }, (_, node) => node);
}

/** `z: prod(y[t])` as a chain of products of two, whose partial results are quantities of their own. */
function chained(model: Model): Model | undefined {
  const chain = "chain~";
  const at = (offset: number): Syntax => ({ kind: "name", name: chain, index: { step: 1, last: 0, offset } });
  let body: Syntax | undefined;
  const changed = changedModel(
    model,
    ({ formula }) =>
      rewrite(formula, (part) => {
        if (!isCall(part, "prod") || body !== undefined) return undefined;
        body = part.args[0] as Syntax;
        return { kind: "name", name: chain, index: { step: 0, last: 1, offset: 0 } };
      }),
    isScalar,
  );
  if (changed === undefined || body === undefined) return undefined;
  const index = { step: 1, last: 0, offset: 0 };
  const first = rewrite(body, (part) =>
    part.kind === "name" && part.index?.step === 1
      ? { ...part, index: { step: 0, last: 0, offset: 1 + part.index.offset } }
      : undefined,
  );
  const equations = [
    { family: chain, index, formula: call("multiply", at(-1), body), target: "", text: "" },
    { family: chain, index: { step: 0, last: 0, offset: 1 }, formula: first, target: "", text: "" },
  ];
  return { ...changed, equations: [...changed.equations, ...equations] };
}
