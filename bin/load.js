// Loads the program of dist/ with V8's compiled code, if that fits this Node; without it everything is the same, slower.
// CommonJS, because Node takes longer to start with a module.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");

const file = join(__dirname, "../dist/program.cjs");
const cacheFile = join(__dirname, "../dist/program.cache");

/** @returns the compiled script and what the program exports: `main(args)` and `work()` */
function loadProgram() {
  // The bundle is ASCII; read as such it takes one byte a character.
  const source = readFileSync(file, "latin1");
  const script = new Script(source, { filename: file, cachedData: readCache() });
  const module = { exports: {} };
  script.runInThisContext()(module, require, (path) => import(new URL(path, pathToFileURL(file))), file);
  return { script, program: module.exports };
}

function readCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

module.exports = { cacheFile, loadProgram };
