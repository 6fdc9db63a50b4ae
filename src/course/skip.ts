/** What is found below a folder and not graded: which names are no answers, whatever is in them; touches no file. */

/** A thing below the folders that is not graded. */
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
  | "archive-limit";

/** Files and folders that projects and systems leave behind; folders of these names are not entered. */
const projectNames = new Set(
  [
    "package.json package-lock.json npm-shrinkwrap.json tsconfig.json jsconfig.json biome.json composer.json",
    "deno.json launch.json settings.json tasks.json extensions.json devcontainer.json manifest.json",
    "submission_metadata.json node_modules __macosx __pycache__ venv",
  ]
    .join(" ")
    .split(" "),
);

/** Whether these names in one folder are the results of a batch, which are no answers. */
export function holdsResults(names: readonly string[]): boolean {
  return names.includes("results.jsonl") && names.includes("summary.json");
}

/** Files of results that could be taken for answers, and folders of them. */
const resultNames = new Set(["summary.json", "reports.json", "gradescope", "prairielearn", "autolab", "github"]);
const runFile = /^results\.(?:jsonl|keys|lock|written)/;

/** For a folder that holds results beside answers: what of it is results. */
export function isResult(name: string): boolean {
  return resultNames.has(name) || runFile.test(name);
}

/** Why one name (of a file or a folder) is passed over; undefined if it is not. */
export function skipReasonOfName(name: string): SkipReason | undefined {
  if (name.startsWith(".")) return "hidden";
  const lower = name.toLowerCase();
  return projectNames.has(lower) || lower.endsWith(".schema.json") ? "project-file" : undefined;
}

/** The same for a path with `/`: the first of its names that counts. */
export function skipReasonOf(path: string): SkipReason | undefined {
  for (const name of path.split("/")) {
    const reason = skipReasonOfName(name);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Undefined for the name of a JSON file, else why it is not one to grade. */
export function answerlike(name: string): SkipReason | undefined {
  if (isArchive(name)) return "archive-in-archive";
  return name.toLowerCase().endsWith(".json") ? undefined : "not-json";
}

export function isArchive(name: string): boolean {
  return name.toLowerCase().endsWith(".zip");
}

/** Gradescope's list of an export: in its top folder, which may stand in one more. */
export function isMetadata(file: string): boolean {
  return /^(?:[^/]+\/)?submission_metadata\.yml$/.test(file) && !/^submission_\d+\//.test(file);
}
