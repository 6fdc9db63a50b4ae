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
  const { gradients, memoryOf, verdict } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const T = 10_000;
  const ours = gradients(T);
  const theirs = byHand(T);
  for (const [name, value] of Object.entries(theirs))
    if (Math.abs(ours[name] - value) > 1e-10 * Math.abs(value)) throw new Error(`${name}: ${ours[name]}, ${value}`);
  const engine = timeCalls(() => gradients(T), 20);
  const loop = timeCalls(() => byHand(T), 50);
  return [
    { what: "scalar RNN, T = 10,000: unroll, forward, all gradients (ms)", value: engine, wanted: 20 },
    { what: "the same / hand-written loop", value: engine / loop, wanted: 40 },
    { what: "T = 100,000: memory of the process (GB)", value: memoryOf(100_000), wanted: 1 },
    { what: "one dz/dW verdict (ms)", value: timeCalls(() => verdict(called++), 200), wanted: 1 },
  ];
}

/** z = Σ y[t]², h[t] = tanh(W h[t-1] + U x[t]), y[t] = V h[t], and its derivatives, as one would write them for this case. */
function byHand(T) {
  const [W, U, V] = [0.9, 0.5, 1.3];
  const h = new Float64Array(T + 1);
  const x = new Float64Array(T + 1);
  h[0] = 0.1;
  let z = 0;
  for (let t = 1; t <= T; t++) {
    x[t] = Math.sin(0.1 * t);
    h[t] = Math.tanh(W * h[t - 1] + U * x[t]);
    z += (V * h[t]) ** 2;
  }
  let [dW, dU, dV, dh] = [0, 0, 0, 0];
  for (let t = T; t >= 1; t--) {
    const y = V * h[t];
    dV += 2 * y * h[t];
    const dTau = (dh + 2 * y * V) * (1 - h[t] * h[t]);
    dW += dTau * h[t - 1];
    dU += dTau * x[t];
    dh = dTau * W;
  }
  return { z, W: dW, U: dU, V: dV };
}
