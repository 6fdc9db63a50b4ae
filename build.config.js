// Builds dist/: the program and the library as one bundle with lazily loaded parts, and the built-in exercises, checked
// and compiled to JSON so that no YAML and no schema is loaded at start.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** `import text from "./file?raw"` gives the text of a file. */
const raw = {
  name: "raw",
  setup(setup) {
    setup.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(/\?raw$/, "")),
      namespace: "raw",
    }));
    setup.onLoad({ filter: /.*/, namespace: "raw" }, ({ path }) => ({
      contents: readFileSync(path, "utf8"),
      loader: "text",
    }));
  },
};

// CommonJS packages ask for Node's own modules at run time.
const esmRequire =
  'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);';

/** What bin/load.js lends to the program: a script has none of what modules have. */
const wrapper = "(function (module, require, importModule, __filename) {";

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  plugins: [raw],
  define: { RNN_CHECK_VERSION: JSON.stringify(version) },
  // CommonJS packages ask for Node's own modules at run time.
  banner: {
    js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
};

rmSync(dist, { recursive: true, force: true });
const parts = await buildProgram();
await buildModules(parts);
await compileExercises();
await writeCodeCache();

/**
 * The program: one script with what grading one answer needs. A script rather than modules because V8 can keep its
 * compiled code (Node 20 has no such cache for modules), which is most of the time to start. What is imported
 * dynamically stays outside. @returns those modules by name
 */
async function buildProgram() {
  const parts = {};
  const outside = {
    name: "outside",
    setup(setup) {
      // commander starts no commands of other programs here; loading what it would start them with takes 3 ms.
      setup.onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
      // chalk asks the terminal for its colours; here that is decided elsewhere, and asking loads streams and sockets.
      setup.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: "empty" }));
      setup.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "export default {};" }));
      setup.onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const file = resolve(resolveDir, path);
        const name = relative(join(root, "src"), file).replace(/\.ts$/, "").replaceAll(/[\\/]/g, "-");
        parts[name] = file;
        return { path: `./modules/${name}.js`, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    ...common,
    format: "cjs",
    entryPoints: ["src/cli/entry.ts"],
    outfile: "dist/program.cjs",
    plugins: [raw, outside],
    define: { ...common.define, "import.meta.url": "programUrl" },
    banner: { js: `${wrapper}const programUrl = require("node:url").pathToFileURL(__filename).href;` },
    footer: { js: "})" },
    write: false,
  });
  // esbuild leaves regular expressions as they are; pure ASCII takes half the space and time.
  const escaped = outputFiles[0].text
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    // A script has no module loader of its own; bin/load.js lends it one.
    .replaceAll(/\bimport\("(\.\/modules\/|node:)/g, 'importModule("$1');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "program.cjs"), escaped);
  return parts;
}

/** The library, and the parts of the program that are loaded when a command needs them. */
async function buildModules(parts) {
  await build({
    ...common,
    format: "esm",
    entryPoints: { index: "src/index.ts", ...parts },
    outdir: "dist/modules",
    splitting: true,
    chunkNames: "shared-[hash]",
    banner: { js: esmRequire },
  });
}

/**
 * Grades an answer to each exercise, so that the code this needs is compiled, and keeps the compiled code. More answers
 * would only make the cache larger: reading it takes time, too.
 */
async function writeCodeCache() {
  const { cacheFile, loadProgram } = createRequire(import.meta.url)("./bin/load.js");
  const { script, program } = loadProgram();
  const silent = process.stdout.write;
  process.stdout.write = () => true;
  try {
    for (const id of readdirSync(join(root, "exercises"))) {
      await program.main([id, join(root, "exercises", id, "answers", "right.json")]);
    }
  } finally {
    process.stdout.write = silent;
  }
  writeFileSync(cacheFile, script.createCachedData());
}

async function compileExercises() {
  const reader = join(dist, "read-exercise.js");
  await build({
    ...common,
    format: "esm",
    entryPoints: ["src/exercises/read.ts"],
    outfile: reader,
    banner: { js: esmRequire },
  });
  const { readExercise } = await import(reader);
  rmSync(reader);
  mkdirSync(join(dist, "exercises"));
  const summaries = [];
  for (const id of readdirSync(join(root, "exercises")).sort((a, b) => a.localeCompare(b, "en", { numeric: true }))) {
    const file = join("exercises", id, "exercise.yaml");
    const exercise = readExercise(readFileSync(join(root, file), "utf8"), file);
    if (exercise.id !== id) throw new Error(`${file}: the id is ${exercise.id}, the folder ${id}`);
    writeFileSync(join(dist, "exercises", `${id}.json`), JSON.stringify(exercise));
    const points = exercise.questions.reduce((sum, question) => sum + question.points, 0);
    summaries.push({ id, title: exercise.title, points, questions: exercise.questions.length, source: "built in" });
  }
  writeFileSync(join(dist, "exercises", "index.json"), JSON.stringify(summaries));
}
