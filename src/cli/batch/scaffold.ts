/** Files that put the program to work somewhere else: an autograder folder for Gradescope. */

import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { idAmong } from "../../exercises/exercise.ts";
import type { BatchIo, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { orRefused, Refused } from "./refused.ts";

export interface ScaffoldOptions extends Omit<Settings, "minPercent"> {
  readonly kind: string;
  readonly folder: string;
  /** The exercise to grade; without one, submissions say it themselves. */
  readonly exercise?: string;
  /** What `npm install` gets: the package by name and version, or a tarball's path in the folder. */
  readonly package: string;
  readonly force: boolean;
}

type ScaffoldIo = Pick<BatchIo, "cwd" | "stdout" | "stderr" | "exercises">;

export function runScaffold(options: ScaffoldOptions, io: ScaffoldIo): Promise<number> {
  return orRefused(options, io, (voice) => {
    const { kind, exercise, force, json } = options;
    const known = "gradescope";
    if (kind !== known) throw new Refused(say("batch.scaffold-unknown", { kind, known }));
    const folder = resolve(io.cwd, options.folder);
    if (exercise !== undefined && !isExercise(exercise, folder, io)) {
      throw new Refused(say("batch.unknown-exercise-option", { exercise }));
    }
    const files = { "setup.sh": setupScript(options), run_autograder: autograderScript(options) };
    const existing = Object.keys(files)
      .map((name) => join(folder, name))
      .find((path) => existsSync(path));
    if (existing !== undefined && !force) throw new Refused(say("batch.scaffold-exists", { path: existing }));
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content);
      chmodSync(join(folder, name), 0o755);
    }
    const written = { kind, folder: options.folder, files: Object.keys(files) };
    const done = say("batch.scaffold-done", written);
    io.stdout.write(`${json ? JSON.stringify(written, null, 2) : voice.text(done)}\n`);
    return 0;
  });
}

/** Known here, or lying beside the scripts, where the autograder will find it. */
function isExercise(exercise: string, folder: string, { cwd, exercises }: ScaffoldIo): boolean {
  if (idAmong(exercises.ids, exercise) !== undefined) return true;
  const beside = ["", ".yaml", ".yml", ".json"].map((ending) => join(folder, "exercises", exercise + ending));
  return [...beside, resolve(cwd, exercise)].some((path) => existsSync(path));
}

function setupScript(options: ScaffoldOptions): string {
  return `#!/usr/bin/env bash
# Runs once, when Gradescope builds the autograder's image.
set -euo pipefail

node_version=v20.20.2
cd /opt
apt-get update && apt-get install -y --no-install-recommends ca-certificates curl xz-utils
curl -fsSL "https://nodejs.org/dist/$node_version/node-$node_version-linux-x64.tar.xz" | tar -xJ
ln -sf "/opt/node-$node_version-linux-x64/bin/"* /usr/local/bin/

# A tarball (npm pack) beside this script is used if the package is named as a path.
cd /autograder/source
npm install --global --no-audit --no-fund ${shellWord(options.package)}
rnn-check --version
`;
}

function autograderScript({ exercise, feedback, language }: ScaffoldOptions): string {
  const notCounted = say("batch.scaffold-not-counted", { file: "$file", by: "$by" }).in(language);
  const given = exercise === undefined ? "" : ` --exercise ${shellWord(exercise)}`;
  return `#!/usr/bin/env bash
# Runs for every submission. results.json exists whatever happens: a failing one is written first and only replaced
# by a complete one.
set -u

root="\${AUTOGRADER_ROOT:-/autograder}"
results="$root/results/results.json"
mkdir -p "$root/results"

write_failure() {
  printf '{"score": 0, "output": "%s", "stdout_visibility": "hidden"}\\n' "$1" > "$results.part" &&
    mv "$results.part" "$results"
}
write_failure "The autograder did not finish. Please tell the course staff; this is not your fault."

work=$(mktemp -d) || exit 0
trap 'rm -rf "$work"' EXIT

# Exercises that students must not see can lie in the folder "exercises" beside this script.
more=()
[ -d "$root/source/exercises" ] && more=(--exercises "$root/source/exercises")

# A submission is one student's, however many files it has and whatever they say: one result an exercise counts.
timeout 300 rnn-check batch "$root/submission"${given} "\${more[@]}" --student submission \\
  --lang ${language} --out "$work/out" --format gradescope --feedback ${feedback} > "$work/log" 2>&1
status=$?
cat "$work/log"

# A file of results for each exercise handed in; together they are the submission's.
not_counted=${shellWord(notCounted)}
combine='
const { existsSync, readFileSync, writeFileSync } = require("fs");
const [to, summary, notCounted, ...from] = process.argv.slice(1);
const parts = from.map((path) => JSON.parse(readFileSync(path, "utf8")));
const sum = parts.reduce((total, part) => total + (part.score ?? 0), 0);
const exerciseOf = (part) => String(part.extra_data?.exercise ?? "");
const tests = (part, index) => (part.tests ?? []).map((test) => parts.length === 1 ? test : {
  ...test,
  name: [exerciseOf(part), test.name].filter(Boolean).join(" "),
  number: [/[0-9]+$/.exec(exerciseOf(part))?.[0] ?? index + 1, test.number].filter(Boolean).join("."),
});
const { superseded = [] } = existsSync(summary) ? JSON.parse(readFileSync(summary, "utf8")) : {};
const replaced = superseded.map(({ file, by }) =>
  notCounted.replace("$file", () => file).replace("$by", () => by));
const all = { ...parts[0], score: sum, tests: parts.flatMap(tests) };
all.output = [...parts.map((part) => part.output ?? ""), ...replaced].filter(Boolean).join("\\n\\n");
writeFileSync(to, JSON.stringify(all));
'
mapfile -t found < <(find "$work/out" -name results.json -type f 2> /dev/null | sort)
if [ "\${#found[@]}" -gt 0 ]; then
  node -e "$combine" "$results.part" "$work/out/summary.json" "$not_counted" "\${found[@]}" && mv "$results.part" "$results"
elif [ "$status" -eq 2 ]; then
  write_failure "No answer file was found. Hand in one JSON file, for example ex6.json."
fi
exit 0
`;
}

/** The text as one word of a shell. */
function shellWord(text: string): string {
  return /^[\w@./:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
