// The engine against a loop written by hand for the scalar RNN: unroll, forward pass and all gradients.

import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { timeCalls } from "./measure.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

let called = 0;

export async function run() {
  const outfile = `${root}/dist/bench-engine.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/bench/engineUnderTest.ts"],
    bundle: true,
    format: "esm",
    platform: "node",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    outfile,
  });
  /** @type {typeof import("./engineUnderTest.ts")} */
  const { gradients, memoryOf, verdict } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const T = 10_000;
  const ours = gradients(T);
  const theirs = byHand(T);
  for (const [name, value] of Object.entries(theirs))
    if (!(Math.abs((ours[name] ?? Number.NaN) - value) <= 1e-10 * Math.abs(value)))
      throw new Error(`${name}: ${ours[name]}, ${value}`);
  const engine = timeCalls(() => gradients(T), 20);
  const loop = timeCalls(() => byHand(T), 50);
  return [
    { what: "scalar RNN, T = 10,000: unroll, forward, all gradients (ms)", value: engine, wanted: undefined },
    { what: "the same / hand-written loop", value: engine / loop, wanted: 2.5 },
    { what: "T = 100,000: memory of the process (GB)", value: memoryOf(100_000), wanted: 1 },
    { what: "one dz/dW verdict (ms)", value: timeCalls(() => verdict(called++), 200), wanted: 1 },
  ];
}

/** z = Σ y[t]², h[t] = tanh(W h[t-1] + U x[t]), y[t] = V h[t], and its derivatives, as one would write them for this case. @param {number} T */
function byHand(T) {
  const [W, U, V] = [0.9, 0.5, 1.3];
  const states = new Float64Array(T + 1);
  const inputs = new Float64Array(T + 1);
  let [z, h] = [0, 0.1];
  states[0] = h;
  for (let t = 1; t <= T; t++) {
    const x = Math.sin(0.1 * t);
    h = Math.tanh(W * h + U * x);
    z += (V * h) ** 2;
    inputs[t] = x;
    states[t] = h;
  }
  let [dW, dU, dV, dh] = [0, 0, 0, 0];
  for (let t = T; t >= 1; t--) {
    const before = states[t - 1] ?? Number.NaN;
    const y = V * h;
    dV += 2 * y * h;
    const dTau = (dh + 2 * y * V) * (1 - h * h);
    dW += dTau * before;
    dU += dTau * (inputs[t] ?? Number.NaN);
    dh = dTau * W;
    h = before;
  }
  return { z, W: dW, U: dU, V: dV };
}
