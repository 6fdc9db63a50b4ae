// Every message must be said somewhere: its code stands in src once where its words are, and at least once elsewhere,
// as a string or made by a template such as `names.extra-${kind}`. Codes that don't exist are type errors anyway.
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
  .flatMap((text) => [...text.matchAll(code)].map(([, name = ""]) => name));

const all = files.join("\n");
const templates = [...all.matchAll(/`([a-z]+\.[a-z-]*\$\{[^`]*)`/g)].map(
  ([, template = ""]) => new RegExp(`^${template.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[a-z0-9.-]+")}$`),
);

const unused = worded.filter(
  (name) => all.split(`"${name}"`).length < 3 && !templates.some((template) => template.test(name)),
);
for (const name of unused) console.error(`nothing says ${name}`);
if (unused.length > 0) process.exitCode = 1;
