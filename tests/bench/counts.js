// What one check costs in counts, which no busy machine changes: built-in modules loaded, bytes of the program and of its
// compiled code, and expressions with `\p{…}` created before anything is graded (each takes V8 as long as a small file).
// Usage: npm run build && npm run counts
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const inDist = (/** @type {string} */ name) => join(root, "dist", name);

const program = join(root, "bin/rnn-check.js");
const answer = (/** @type {string} */ name) => join(root, "exercises", "ex6", "answers", `${name}.json`);
const counts = [
  { what: "built-in modules beyond an empty script", count: modulesOf(program, "ex6", answer("right")), most: 2 },
  { what: "bytes of the program", count: statSync(inDist("start.cjs")).size, most: 400_000 },
  { what: "bytes of its compiled code", count: statSync(inDist("start.cache")).size, most: 1_130_000 },
  { what: "expressions with \\p created at load", count: await createdAtLoad(), most: 18 },
];
for (const { what, count, most } of counts)
  console.log(`${count <= most ? "✓" : "✗"} ${what.padEnd(42)} ${String(count).padStart(9)}  (at most ${most})`);
if (counts.some(({ count, most }) => count > most)) process.exitCode = 1;

/** How many more of Node's own modules a script loads than an empty one. @param {string[]} args */
function modulesOf(...args) {
  const folder = mkdtempSync(join(tmpdir(), "rnn-check-counts-"));
  const hook = join(folder, "hook.cjs");
  const empty = join(folder, "empty.cjs");
  writeFileSync(empty, "");
  writeFileSync(
    hook,
    'process.on("exit", () => require("fs").writeFileSync(__dirname + "/list", process.moduleLoadList.join("\\n")));',
  );
  const loaded = (/** @type {string[]} */ script) => {
    spawnSync(process.execPath, ["--require", hook, ...script], { stdio: ["ignore", "pipe", "pipe"] });
    return readFileSync(join(folder, "list"), "utf8").split("\n");
  };
  const before = new Set(loaded([empty]));
  const more = loaded(args).filter((name) => !before.has(name));
  rmSync(folder, { recursive: true });
  return more.filter((name) => name.startsWith("NativeModule")).length;
}

/** Expressions of the program that stand where its loading passes. */
async function createdAtLoad() {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  let constructed = 0;
  globalThis.RegExp = new Proxy(RegExp, {
    construct(target, args) {
      if (String(args[0]?.source ?? args[0]).includes("\\p{")) constructed++;
      return Reflect.construct(target, args);
    },
  });
  createRequire(import.meta.url)("../../bin/load.js").loadProgram("start");
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  const functions = result.find(({ url }) => url.endsWith("start.cjs"))?.functions ?? [];
  const ranges = functions.flatMap((one) => one.ranges);
  const isRun = (/** @type {number} */ place) => {
    const around = ranges.filter(({ startOffset, endOffset }) => startOffset <= place && place < endOffset);
    const [innermost] = around.sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset));
    return (innermost?.count ?? 0) > 0;
  };
  const source = readFileSync(inDist("start.cjs"), "latin1");
  const expressions = [...source.matchAll(/\/(?:[^/\\\n]|\\.)*\\p\{(?:[^/\\\n]|\\.)*\/[a-z]*u[a-z]*/g)];
  return constructed + expressions.filter(({ index }) => isRun(index)).length;
}
