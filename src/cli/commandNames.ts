/** The names of the commands, for those who must not know how they are declared. */

/** The commands besides grading one answer; `complete` is what completion scripts call. */
export const commandNames: readonly string[] =
  "list show init trace batch merge diff review scaffold completion complete help".split(" ");
