/** The names of the commands, and what people call them, for those who must not know how they are declared. */

/** The commands besides grading one answer. */
export const commandNames: readonly string[] =
  "list show init trace batch merge diff review scaffold completion help".split(" ");

/** Words that other programs use, and what does the same here. */
export const commandsMeant: ReadonlyMap<string, string> = new Map([
  ...each("ls exercises", "list"),
  ...each("run forward simulate", "trace"),
  ...each("view cat open describe", "show"),
  ...each("new create start sheet", "init"),
  ...each("version", "--version"),
  ...each("usage", "--help"),
]);

function each(words: string, meant: string): [string, string][] {
  return words.split(" ").map((word) => [word, meant]);
}
