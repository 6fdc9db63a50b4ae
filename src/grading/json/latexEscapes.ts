/** Which backslashes in JSON strings were meant as LaTeX: `"\tau"` is a tab and `au` to JSON. */

// A line break or a tab directly before these letters is far less likely than the command. `\ne` is left out ("\ne.g.").
const tabCommands =
  "tau tanh tan theta times text textbf textit textrm textstyle tfrac tilde to top triangle therefore tag";
const lineBreakCommands = "nu neq nabla not notin nonumber norm newline nolimits";
const commands = new Set(`${tabCommands} ${lineBreakCommands}`.split(" "));

const letters = /[a-zA-Z]+/y;

const restOfString = /[^"\\]*(?:\\[\s\S][^"\\]*)*/y;
/** It is drawn in DOT or Mermaid: lines and tabs lay it out. */
const drawing = /(?:^|[\n`]|\\[nr])(?:\s|\\[nrt])*(?:(?:strict\s+)?(?:di)?graph|flowchart)\b/i;
const arrow = /[-=–—]>|[→⇒⟶⟹↦➔➜]|\\(?:to|rightarrow)(?![a-zA-Z])/;

/** The string that begins at `start` in JSON text, behind its quote, as it stands there. */
export function stringAt(text: string, start: number): string {
  restOfString.lastIndex = start;
  return restOfString.exec(text)?.[0] ?? "";
}

/**
 * The LaTeX command that begins at the backslash at `offset`, without the backslash, if the JSON escape there is
 * more likely a pasted command. Backspace, form feed and a lone carriage return have no place in an answer, so before
 * letters they are always commands (`\beta`, `\frac`, `\rho`).
 */
export function latexCommandAt(text: string, offset: number, string: () => string): string | undefined {
  letters.lastIndex = offset + 1;
  const word = letters.exec(text)?.[0] ?? "";
  if (word.length > 1 && /^[bfr]/.test(word)) return word;
  return commands.has(word) && !isLayout(text, offset, word, string) ? word : undefined;
}

/** Whether a line break or a tab stands before a name that only looks like the rest of a command (`u` of `\nu`). */
function isLayout(text: string, offset: number, word: string, string: () => string): boolean {
  // u1 and o1 are quantities of many models (an LSTM's gates); the index of a ν would be lowered.
  if (/^(?:nu|to)$/.test(word) && /\d/.test(text.charAt(offset + 1 + word.length))) return true;
  // No sign, function or font has a place in a drawing, and ν is rarer than a new line that begins with u.
  if (drawing.test(string())) return word !== "tau" && word !== "theta";
  // In a list of arrows, what stands directly behind a node begins the next line.
  return word === "nu" && arrow.test(string()) && /[\w)\]};]/.test(text.charAt(offset - 1));
}
