// Every message must be said somewhere: its code stands in src once where its words are, and at least once elsewhere,
// as a string or made by a template such as `number.${standing}` from a word that is a string elsewhere. What --help
// says is looked up by the names of commands and options; its own test finds what is left over. Codes that don't exist
// are type errors anyway.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const src = join(dirname(fileURLToPath(import.meta.url)), "../../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(src, file), "utf8"));

const code = /^ {2}"([a-z]+(?:\.[a-z0-9-]+)+)": \{/gm;
const worded = files
  .filter((text) => /\bmessages\(\{/.test(text))
  .flatMap((text) => [...text.matchAll(code)].map(([, name = ""]) => name))
  .filter((name) => !name.startsWith("help."));

const all = files.join("\n");
const templates = [...all.matchAll(/`([a-z]+\.[a-z-]*)\$\{(?!string)[^}]*\}`/g)].map(([, beginning = ""]) => beginning);

/** @param {string} name */
function isSaid(name) {
  const isMade = templates.some((start) => name.startsWith(start) && all.includes(`"${name.slice(start.length)}"`));
  return isMade || all.split(`"${name}"`).length > 2;
}

const unused = worded.filter((name) => !isSaid(name));
for (const name of unused) console.error(`nothing says ${name}`);
if (unused.length > 0) process.exitCode = 1;
