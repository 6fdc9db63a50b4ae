/** The scalar RNN for two steps, written out as judges get it: what is used where, and what each quantity is. */

import type { Kind } from "../../../src/engine/model.ts";

export const kinds: ReadonlyMap<string, Kind> = new Map([
  ["W", "parameter"],
  ["U", "parameter"],
  ["V", "parameter"],
  ["x1", "input"],
  ["x2", "input"],
  ["h0", "initial"],
  ["tau1", "intermediate"],
  ["tau2", "intermediate"],
  ["h1", "intermediate"],
  ["h2", "intermediate"],
  ["y1", "output"],
  ["y2", "output"],
]);

export const edgesWithTau: readonly (readonly [string, string])[] = [
  ["W", "tau1"],
  ["U", "tau1"],
  ["x1", "tau1"],
  ["h0", "tau1"],
  ["tau1", "h1"],
  ["V", "y1"],
  ["h1", "y1"],
  ["W", "tau2"],
  ["U", "tau2"],
  ["x2", "tau2"],
  ["h1", "tau2"],
  ["tau2", "h2"],
  ["V", "y2"],
  ["h2", "y2"],
];

export const edgesWithoutTau: readonly (readonly [string, string])[] = [
  ["W", "h1"],
  ["U", "h1"],
  ["x1", "h1"],
  ["h0", "h1"],
  ["V", "y1"],
  ["h1", "y1"],
  ["W", "h2"],
  ["U", "h2"],
  ["x2", "h2"],
  ["h1", "h2"],
  ["V", "y2"],
  ["h2", "y2"],
];
