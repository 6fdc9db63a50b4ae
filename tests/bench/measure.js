// What benchmarks share: medians, and processes timed in turns so that a busy machine slows all of them alike.
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

// Node reads such a list of certificates at every start, which takes as long as grading and hides how long that takes;
// students' machines have none.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Median wall time in milliseconds of each command, run in turns.
 * @template {readonly (readonly string[])[]} Commands
 * @param {Commands} commands
 * @param {number} rounds
 */
export function timeProcesses(commands, rounds) {
  const times = commands.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round <= rounds; round++)
    for (const [i, args] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
      // The first round warms the disk.
      if (round > 0) times[i]?.push(performance.now() - start);
      if (status === null || status > 1) throw new Error(`${args.join(" ")}: ${stderr}`);
    }
  return /** @type {{ [at in keyof Commands]: number }} */ (times.map(median));
}

/**
 * Median time in milliseconds of a function after warm-up.
 * @param {(i: number) => unknown} run
 * @param {number} rounds
 */
export function timeCalls(run, rounds, warmUp = rounds) {
  for (let i = 0; i < warmUp; i++) run(i);
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    run(i);
    times.push(performance.now() - start);
  }
  return median(times);
}
