/** The names of the commands, and what people call them. */

/** The commands besides grading one answer. */
export const commandNames: readonly string[] =
  "list show init trace batch merge diff review scaffold completion help".split(" ");

/** What does here what other programs' words do. */
export const commandsMeant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ls: "list", exercises: "list", run: "trace", forward: "trace", simulate: "trace" },
    ...{ view: "show", cat: "show", open: "show", describe: "show", version: "--version", usage: "--help" },
    ...{ new: "init", create: "init", start: "init", sheet: "init" },
  }),
);
