/** Which backslashes in JSON strings were meant as LaTeX (`"\tau"` is a tab and `au` to JSON); knows no submission. */

// A line break or a tab directly before these letters is far less likely than the command. `\ne` is left out ("\ne.g.").
const tabCommands =
  "tau tanh tan theta times text textbf textit textrm textstyle tfrac tilde to top triangle therefore tag";
const lineBreakCommands = "nu neq nabla not notin nonumber norm newline nolimits";
const commands = new Set(`${tabCommands} ${lineBreakCommands}`.split(" "));

const letters = /[a-zA-Z]+/y;

/**
 * The LaTeX command that begins at the backslash at `offset`, without the backslash, if the JSON escape there is
 * more likely a pasted command. Backspace, form feed and a lone carriage return have no place in an answer, so before
 * letters they are always commands (`\beta`, `\frac`, `\rho`).
 */
export function latexCommandAt(text: string, offset: number): string | undefined {
  letters.lastIndex = offset + 1;
  const word = letters.exec(text)?.[0] ?? "";
  if (word.length > 1 && /^[bfr]/.test(word)) return word;
  return commands.has(word) ? word : undefined;
}

const suspect = new RegExp(`(?<!\\\\)(?:\\\\\\\\)*\\\\(?:[bfr][a-zA-Z]|(?:${[...commands].join("|")})(?![a-zA-Z]))`);

/** Whether valid JSON text holds an escape that `latexCommandAt` would read as a command (doubled backslashes are fine). */
export function holdsLatexEscapes(text: string): boolean {
  return suspect.test(text);
}
