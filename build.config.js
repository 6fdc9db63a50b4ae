// Builds dist/: the program and the library as one bundle with lazily loaded parts, and the built-in exercises, checked
// and compiled to JSON so that no YAML and no schema is loaded at start.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
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

const common = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
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
await build({
  ...common,
  entryPoints: { cli: "src/cli/main.ts", index: "src/index.ts", worker: "src/cli/batch/workerEntry.ts" },
  outdir: "dist",
  splitting: true,
  // All parts lie in dist itself: they find the exercises beside them.
  chunkNames: "part-[name]-[hash]",
  minify: true,
  keepNames: false,
});
await compileExercises();

async function compileExercises() {
  const reader = join(dist, "read-exercise.js");
  await build({ ...common, entryPoints: ["src/exercises/read.ts"], outfile: reader });
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
