// Builds dist/: the program and the library as one bundle with lazily loaded parts, and the built-in exercises, checked
// and compiled to JSON so that no YAML and no schema is loaded at start. An earlier dist/ stays until all is there.
// Two builds of one commit are the same byte for byte under `node --random-seed=1` (see `npm run build`): V8 orders what
// it compiles by random hashes.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Something to be mended in the repository, told without a stack. */
class BuildProblem extends Error {}

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** @type {import("esbuild").Plugin} `import text from "./file?raw"` gives the text of a file. */
const raw = {
  name: "raw",
  setup(setup) {
    setup.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      // Names in the bundle follow from paths, so these say nothing of the machine.
      path: relative(root, resolve(resolveDir, path.replace(/\?raw$/, ""))),
      namespace: "raw",
    }));
    setup.onLoad({ filter: /.*/, namespace: "raw" }, ({ path }) => ({
      contents: readFileSync(join(root, path), "utf8"),
      loader: "text",
    }));
  },
};

// CommonJS packages ask for Node's own modules at run time.
const esmRequire =
  'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);';

/** What bin/load.js lends to the program: a script has none of what modules have. */
const wrapper = "(function (module, require, importModule, __filename) {";

/** @satisfies {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  plugins: [raw],
  define: { RNN_CHECK_VERSION: JSON.stringify(version) },
  legalComments: "none",
  logLevel: "warning",
};

const ids = exerciseIds();
// Always the same name, so that nothing of it shows in what is built.
const work = join(root, "dist-next");
rmSync(work, { recursive: true, force: true });
try {
  const made = join(work, "made");
  mkdirSync(made, { recursive: true });
  await compileExercises(made);
  const { parts, packages } = await buildProgram(made);
  const bundled = [...packages, ...(await buildModules(parts, made))];
  writeFileSync(join(made, "THIRD_PARTY_NOTICES"), notices(bundled));
  await writeCodeCache(made);
  replace(join(root, "dist"), made, join(work, "earlier"));
} catch (error) {
  if (!(error instanceof BuildProblem)) throw error;
  console.error(`The build stopped, dist/ is as it was. ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Other files may lie beside the folders: notes, what a file manager leaves. */
function exerciseIds() {
  return readdirSync(join(root, "exercises"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/**
 * @param {string} target
 * @param {string} made takes its place
 * @param {string} aside where what was there goes
 */
function replace(target, made, aside) {
  if (existsSync(target)) renameSync(target, aside);
  renameSync(made, target);
}

/**
 * The program: one script with what grading one answer needs. A script rather than modules because V8 can keep its
 * compiled code (see bin/load.js), which is most of the time to start. What is imported dynamically stays outside.
 * @param {string} made
 * @returns those modules by name, and the packages that are bundled
 */
async function buildProgram(made) {
  /** @type {Record<string, string>} */
  const parts = {};
  /** @type {import("esbuild").Plugin} */
  const outside = {
    name: "outside",
    setup(setup) {
      // commander starts no commands of other programs here; loading what it would start them with takes 3 ms.
      setup.onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
      // chalk asks the terminal for its colours; here that is decided elsewhere, and asking loads streams and sockets.
      setup.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: "empty" }));
      setup.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "export default {};" }));
      setup.onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
        // The whole program stays in the script, asleep until it is asked for.
        if (kind !== "dynamic-import" || path === "./entry.ts") return undefined;
        const file = resolve(resolveDir, path);
        const name = relative(join(root, "src"), file).replace(/\.ts$/, "").replaceAll(/[\\/]/g, "-");
        parts[name] = file;
        return { path: `./modules/${name}.js`, external: true };
      });
    },
  };
  const { outputFiles, metafile } = await build({
    ...common,
    format: "cjs",
    entryPoints: ["src/cli/start.ts"],
    outfile: join(made, "program.cjs"),
    plugins: [raw, outside],
    define: { ...common.define, "import.meta.url": "programUrl" },
    banner: { js: `${wrapper}const programUrl = require("node:url").pathToFileURL(__filename).href;` },
    footer: { js: "})" },
    write: false,
    metafile: true,
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const onDemand = imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path);
  const script = lentImports(outputFiles[0]?.text ?? "", onDemand);
  writeFileSync(join(made, "program.cjs"), escapeNonAscii(script));
  const sorted = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { parts: sorted, packages: packagesIn(metafile) };
}

/**
 * A script has no module loader of its own, so bin/load.js lends it one. What is imported is known from esbuild; should
 * it print an import in another way, the build stops rather than the program when that import is reached.
 * @param {string} script
 * @param {readonly string[]} paths
 */
function lentImports(script, paths) {
  let lent = script;
  for (const path of new Set(paths)) lent = lent.replaceAll(`import("${path}")`, `importModule("${path}")`);
  const left = /.{0,40}\bimport\s*\(.{0,40}/s.exec(lent)?.[0];
  const lost = paths.find((path) => !lent.includes(`importModule("${path}")`));
  if (left !== undefined || lost !== undefined)
    throw new BuildProblem(`program.cjs: an import could not be handed to the loader: ${left ?? lost}`);
  return lent;
}

/**
 * esbuild leaves regular expressions as they are; pure ASCII takes half the space and time.
 * @param {string} script
 */
function escapeNonAscii(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The library, and the parts of the program that are loaded when a command needs them.
 * @param {Record<string, string>} parts
 * @param {string} made
 */
async function buildModules(parts, made) {
  const { metafile } = await build({
    ...common,
    format: "esm",
    metafile: true,
    entryPoints: { index: "src/index.ts", ...parts },
    outdir: join(made, "modules"),
    splitting: true,
    chunkNames: "shared-[hash]",
    banner: { js: esmRequire },
  });
  return packagesIn(metafile);
}

/**
 * The folders of the packages that a bundle holds something of.
 * @param {import("esbuild").Metafile} metafile
 */
function packagesIn({ outputs }) {
  const parts = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const files = parts.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
}

/**
 * What the licences of the bundled packages ask to be handed on, one after the other.
 * @param {readonly string[]} folders
 */
function notices(folders) {
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version: own, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
    const words = files.sort().map((file) => readFileSync(join(root, folder, file), "utf8").trim());
    return [`${name} ${own} (${license})`, ...words].join("\n\n");
  });
  return `rnn-check contains parts of these packages.\n\n${texts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/**
 * Grades the sample answers to each exercise, right and wrong, so that the code this needs is compiled, and keeps the
 * compiled code. (With right answers only, the cache is a fifth smaller, which no start shows, and wrong ones take 20 ms
 * more.)
 * @param {string} made
 */
async function writeCodeCache(made) {
  /** @type {typeof import("./bin/load.js")} */
  const { cacheFile, loadProgram } = createRequire(import.meta.url)("./bin/load.js");
  const { script, program } = loadProgram(made);
  for (const id of ids) {
    const answers = join("exercises", id, "answers");
    const file = join(answers, "right.json");
    const { status, said } = await graded(program, id, file);
    if (status !== 0) throw new BuildProblem(`${file} does not get full points (status ${status}):\n${said}`);
    const others = readdirSync(join(root, answers)).filter((name) => name.endsWith(".json"));
    for (const name of others) await graded(program, id, join(answers, name));
  }
  writeFileSync(cacheFile(made), script.createCachedData());
}

/**
 * @param {import("./bin/load.js").Program} program
 * @param {string} id
 * @param {string} file
 */
async function graded({ main }, id, file) {
  let said = "";
  const output = () =>
    new Writable({
      write(chunk, _, done) {
        said += chunk;
        done();
      },
    });
  const around = { stdin: process.stdin, stdout: output(), stderr: output(), env: {} };
  const status = await main([id, join(root, file)], /** @type {any} */ (around));
  return { status, said };
}

/** @param {string} made */
async function compileExercises(made) {
  const reader = join(work, "read-exercise.js");
  await build({
    ...common,
    format: "esm",
    entryPoints: ["src/kinds/read.ts"],
    outfile: reader,
    banner: { js: esmRequire },
  });
  /** @type {typeof import("./src/kinds/read.ts")} */
  const read = await import(reader);
  mkdirSync(join(made, "exercises"));
  const summaries = ids.map((id) => {
    const exercise = compiled(id, read);
    writeFileSync(join(made, "exercises", `${id}.json`), JSON.stringify(exercise));
    const points = exercise.questions.reduce((sum, question) => sum + question.points, 0);
    return { id, title: exercise.title, points, questions: exercise.questions.length, source: "built in" };
  });
  writeFileSync(join(made, "exercises", "index.json"), JSON.stringify(summaries));
}

/**
 * @param {string} id
 * @param {{
 *   readLabelled: typeof import("./src/kinds/read.ts").readLabelled,
 *   readPrepared: typeof import("./src/kinds/read.ts").readPrepared,
 *   withLabelled: typeof import("./src/kinds/read.ts").withLabelled,
 * }} read
 */
function compiled(id, { readLabelled, readPrepared, withLabelled }) {
  const file = join("exercises", id, "exercise.yaml");
  if (!existsSync(join(root, file))) throw new BuildProblem(`${file} is missing.`);
  const answer = join("exercises", id, "answers", "right.json");
  if (!existsSync(join(root, answer))) throw new BuildProblem(`${answer} is missing: an answer with full points.`);
  try {
    const exercise = readPrepared(readFileSync(join(root, file), "utf8"), file);
    if (exercise.id !== id) throw new BuildProblem(`${file}: the id is ${exercise.id}, the folder ${id}.`);
    return withLabelled(exercise, (question) => {
      const labelled = join("exercises", id, "labelled", `${question}.yaml`);
      if (!existsSync(join(root, labelled))) return [];
      const { train, held } = readLabelled(readFileSync(join(root, labelled), "utf8"), labelled);
      // Held back from those who write patterns, and from the tests' second judge; what is shipped learns from all.
      return [...train, ...held];
    });
  } catch (error) {
    // By name: the bundle of the reader has a class of its own.
    if (!(error instanceof Error && error.name === "ExerciseError")) throw error;
    throw new BuildProblem(error.message);
  }
}
