// Builds dist/: two programs, each one script, the library as modules, and the built-in exercises, checked and compiled
// to JSON so that no YAML and no schema is loaded at start. An earlier dist/ stays until all is there.
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
const wrapper = "(function (module, require, __filename) {";

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
  const bundled = [];
  for (const name of ["start", "entry"]) bundled.push(...(await buildProgram(name, made)));
  bundled.push(...(await buildLibrary(made)));
  writeFileSync(join(made, "THIRD_PARTY_NOTICES"), notices(bundled));
  await writeCodeCaches(made);
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
 * A program: one script, as V8 can keep compiled code for scripts only (see bin/load.js), which is most of the time to
 * start. What is imported dynamically is asleep in it until it is asked for.
 * @param {string} name of its first file
 * @param {string} made
 * @returns the packages that are bundled
 */
async function buildProgram(name, made) {
  /** @type {import("esbuild").Plugin} */
  const unloaded = {
    name: "unloaded",
    setup(setup) {
      // commander starts no commands of other programs here; loading what it would start them with takes 3 ms.
      setup.onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
      // chalk asks the terminal for its colours; here that is decided elsewhere, and asking loads streams and sockets.
      setup.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: "empty" }));
      setup.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "export default {};" }));
      // Where the short program asks for more, it gives up, and the whole one does it all.
      setup.onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path }) =>
        name === "start" && kind === "dynamic-import" ? { path, namespace: "refused" } : undefined,
      );
      setup.onLoad({ filter: /.*/, namespace: "refused" }, () => ({ contents: 'throw new Error("not in here")' }));
    },
  };
  const { outputFiles, metafile } = await build({
    ...common,
    format: "cjs",
    entryPoints: [`src/cli/${name}.ts`],
    outfile: join(made, `${name}.cjs`),
    plugins: [raw, unloaded],
    define: { ...common.define, "import.meta.url": "programUrl" },
    banner: { js: `${wrapper}const programUrl = require("node:url").pathToFileURL(__filename).href;` },
    footer: { js: "})" },
    write: false,
    metafile: true,
  });
  writeFileSync(join(made, `${name}.cjs`), escapeNonAscii(outputFiles[0]?.text ?? ""));
  return packagesIn(metafile);
}

/**
 * esbuild leaves regular expressions as they are; pure ASCII takes half the space and time.
 * @param {string} script
 */
function escapeNonAscii(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** @param {string} made @returns the packages that are bundled */
async function buildLibrary(made) {
  const { metafile } = await build({
    ...common,
    format: "esm",
    metafile: true,
    entryPoints: ["src/index.ts"],
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
 * more.) The whole program is asked for all that it shows as well.
 * @param {string} made
 */
async function writeCodeCaches(made) {
  /** @type {typeof import("./bin/load.js")} */
  const { cacheFile, loadProgram } = createRequire(import.meta.url)("./bin/load.js");
  const short = loadProgram("start", made);
  for (const id of ids) {
    const answers = join(root, "exercises", id, "answers");
    const file = join(answers, "right.json");
    const { status, said } = await ran(short.program, [id, file]);
    if (status !== 0) throw new BuildProblem(`${file} does not get full points (status ${status}):\n${said}`);
    for (const name of readdirSync(answers).filter((name) => name.endsWith(".json")))
      await ran(short.program, [id, join(answers, name)]);
  }
  writeFileSync(cacheFile("start", made), short.script.createCachedData());
  const whole = loadProgram("entry", made);
  for (const id of ids) for (const command of ["show", "trace"]) await ran(whole.program, [command, id]);
  await ran(whole.program, ["list"]);
  await ran(whole.program, ["batch", join(root, "exercises", "ex6", "answers"), "--exercise", "ex6", "--json"]);
  writeFileSync(cacheFile("entry", made), whole.script.createCachedData());
}

/**
 * @param {import("./bin/load.js").Program} program
 * @param {string[]} args
 */
async function ran({ main }, args) {
  let said = "";
  const output = () =>
    new Writable({
      write(chunk, _, done) {
        said += chunk;
        done();
      },
    });
  const around = { stdin: process.stdin, stdout: output(), stderr: output(), env: {} };
  return { status: await main(args, /** @type {any} */ (around)), said };
}

/**
 * What the build needs of the sources.
 * @typedef {{
 *   AuthoredText: typeof import("./src/kinds/read.ts").AuthoredText,
 *   readLabelled: typeof import("./src/kinds/read.ts").readLabelled,
 *   readPrepared: typeof import("./src/kinds/read.ts").readPrepared,
 *   withLabelled: typeof import("./src/kinds/read.ts").withLabelled,
 *   exerciseJsonSchema: typeof import("./src/exercises/schema.ts").exerciseJsonSchema,
 *   kinds: typeof import("./src/kinds/index.ts").kinds,
 *   answerSchema: typeof import("./src/cli/answerSheet.ts").answerSchema,
 * }} Reader
 */

/** @param {string} made */
async function compileExercises(made) {
  const needed = ["kinds/read", "kinds/index", "exercises/schema", "cli/answerSheet"];
  const reader = join(work, "read-exercise.js");
  await build({
    ...common,
    format: "esm",
    stdin: {
      contents: needed.map((name) => `export * from "./src/${name}.ts";`).join(""),
      resolveDir: root,
    },
    outfile: reader,
    banner: { js: esmRequire },
  });
  /** @type {Reader} */
  const read = await import(reader);
  mkdirSync(join(made, "exercises"));
  const exercises = ids.map((id) => compiled(id, read));
  const summaries = exercises.map((exercise) => {
    const { id } = exercise;
    writeFileSync(join(made, "exercises", `${id}.json`), JSON.stringify(exercise));
    const points = exercise.questions.reduce((sum, question) => sum + question.points, 0);
    return { id, title: exercise.title, points, questions: exercise.questions.length, source: "built in" };
  });
  writeFileSync(join(made, "exercises", "index.json"), JSON.stringify(summaries));
  mkdirSync(join(made, "schema"));
  const schemas = {
    exercise: read.exerciseJsonSchema(Object.values(read.kinds)),
    answer: read.answerSchema(exercises),
  };
  for (const [name, schema] of Object.entries(schemas))
    writeFileSync(join(made, "schema", `${name}.json`), `${JSON.stringify(schema, null, 1)}\n`);
}

/**
 * @param {string} id
 * @param {Reader} reader
 */
function compiled(id, { AuthoredText, readLabelled, readPrepared, withLabelled }) {
  const authored = (/** @type {string} */ path) => new AuthoredText(readFileSync(join(root, path), "utf8"), path);
  const file = join("exercises", id, "exercise.yaml");
  if (!existsSync(join(root, file))) throw new BuildProblem(`${file} is missing.`);
  const answer = join("exercises", id, "answers", "right.json");
  if (!existsSync(join(root, answer))) throw new BuildProblem(`${answer} is missing: an answer with full points.`);
  try {
    const own = authored(file);
    const shared = own.modelFile === undefined ? undefined : join(dirname(file), own.modelFile);
    if (shared !== undefined && !existsSync(join(root, shared))) throw new BuildProblem(`${file}: no file ${shared}.`);
    const exercise = readPrepared(own, shared === undefined ? undefined : authored(shared));
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
