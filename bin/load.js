// Loads the program of dist/ with V8's compiled code, if that fits this Node; without it everything is the same, slower.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";

const file = fileURLToPath(new URL("../dist/program.cjs", import.meta.url));

export const cacheFile = fileURLToPath(new URL("../dist/program.cache", import.meta.url));

/** @returns the compiled script and what the program exports: `main(args)` and `work()` */
export function loadProgram() {
  // The bundle is ASCII; read as such it takes one byte a character.
  const source = readFileSync(file, "latin1");
  const script = new Script(`(function (module, require, importModule, __filename) {${source}\n})`, {
    filename: file,
    cachedData: readCache(),
  });
  const module = { exports: {} };
  const importModule = (path) => import(new URL(path, pathToFileURL(file)));
  script.runInThisContext()(module, createRequire(file), importModule, file);
  return { script, program: module.exports };
}

function readCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}
