/** The judge of drawings of two steps, and drawings to start from. */

import { bindGraph } from "../../../src/kinds/graph/judge.ts";
import { edgesWithoutTau, edgesWithTau, kinds } from "./model.ts";

export const judge = bindGraph({ edges: edgesWithTau, optional: ["tau1", "tau2"], kinds }, 6);
export const pairs = (edges: readonly (readonly [string, string])[]) => edges as readonly (readonly string[])[];
export const without = (...left: string[]) => pairs(edgesWithoutTau.filter(([a, b]) => !left.includes(`${a} ${b}`)));

export const dot =
  "digraph { W -> h1; U -> h1; x1 -> h1; h0 -> h1; {V h1} -> y1; W -> h2; U -> h2; x2 -> h2; h1 -> h2; V -> y2; h2 -> y2 }";
