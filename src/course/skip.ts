/** What is found below a folder and is no answer, by its name alone. */

export interface Skipped {
  readonly file: string;
  readonly reason: SkipReason;
}

export type SkipReason =
  | "not-json"
  | "hidden"
  | "results"
  | "project-file"
  | "link"
  | "not-a-file"
  | "archive-entry"
  | "archive-in-archive"
  | "archive-limit"
  | "test-student"
  | "not-required";

/** Files and folders that projects and systems leave behind; folders of these names are not entered. */
const projectNames = new Set(
  `package.json package-lock.json npm-shrinkwrap.json tsconfig.json jsconfig.json biome.json composer.json deno.json
  launch.json settings.json tasks.json extensions.json devcontainer.json manifest.json submission_metadata.json
  node_modules __macosx __pycache__ venv readme readme.md readme.txt license license.md license.txt makefile dockerfile
  thumbs.db desktop.ini`.split(/\s+/),
);

/** Why a path with `/` is passed over, by the first of its names that counts; undefined if it is not. */
export function skipReasonOf(path: string): SkipReason | undefined {
  for (const name of path.toLowerCase().split("/")) {
    if (name.startsWith(".")) return "hidden";
    if (projectNames.has(name) || name.endsWith(".schema.json")) return "project-file";
  }
  return undefined;
}

/** Whether the names in a folder are those of a batch's results. */
export function holdsResults(names: readonly string[]): boolean {
  return names.includes("results.jsonl") && names.includes("summary.json");
}

export function isAnswer(name: string): boolean {
  return /\.json[5c]?$/i.test(name);
}

/** Whether a file may hold an answer although it is called otherwise: `ex6.yaml`, `ex6.json.txt`, `ex6`, `ex6.json (1)`. */
export function mayBeAnswer(name: string): boolean {
  return isAnswer(name) || /(?:^|\/)[^./]+$|\.te?xt$|\.ya?ml$|\.json[^./\w]/i.test(name);
}

export function isArchive(name: string): boolean {
  return name.toLowerCase().endsWith(".zip");
}

/** Gradescope's list of an export: in its top folder, which may stand in one more. */
export function isMetadata(file: string): boolean {
  return /^(?:[^/]+\/)?submission_metadata\.yml$/.test(file) && !/^submission_\d+\//.test(file);
}
