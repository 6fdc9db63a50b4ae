/** Which backslashes in JSON strings were meant as LaTeX: `"\tau"` is a tab and `au` to JSON. */

// A line break or a tab directly before these letters is far less likely than the command. `\ne` is left out ("\ne.g.").
const tabCommands =
  "tau tanh tan theta times text textbf textit textrm textstyle tfrac tilde to top triangle therefore tag";
const lineBreakCommands = "nu neq nabla not notin nonumber norm newline nolimits";
const commands = new Set(`${tabCommands} ${lineBreakCommands}`.split(" "));

const letters = /[a-zA-Z]+/y;

/** What the string around a backslash says about it. */
export interface StringAround {
  /** It is drawn in DOT or Mermaid: lines and tabs lay it out. */
  readonly isDrawing: boolean;
  readonly hasArrows: boolean;
}

const restOfString = /[^"\\]*(?:\\[\s\S][^"\\]*)*/y;
const header = /^\s*(?:(?:strict\s+)?(?:di)?graph|flowchart)\b/im;
const arrow = /[-=–—]>|[→⇒⟶⟹↦➔➜]|\\(?:to|rightarrow)(?![a-zA-Z])/;
const blanks: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: "\t" };

/** @param start where the string begins in JSON text, behind its quote */
export function stringAround(text: string, start: number): StringAround {
  restOfString.lastIndex = start;
  const source = restOfString.exec(text)?.[0] ?? "";
  const written = source.replace(/\\([nrt"])/g, (_, letter: string) => blanks[letter] ?? letter);
  return { isDrawing: header.test(written), hasArrows: arrow.test(source) };
}

/**
 * The LaTeX command that begins at the backslash at `offset`, without the backslash, if the JSON escape there is
 * more likely a pasted command. Backspace, form feed and a lone carriage return have no place in an answer, so before
 * letters they are always commands (`\beta`, `\frac`, `\rho`).
 */
export function latexCommandAt(text: string, offset: number, around: () => StringAround): string | undefined {
  letters.lastIndex = offset + 1;
  const word = letters.exec(text)?.[0] ?? "";
  if (word.length > 1 && /^[bfr]/.test(word)) return word;
  return commands.has(word) && !isLayout(text, offset, word, around) ? word : undefined;
}

/** Whether a line break or a tab stands before a name that only looks like the rest of a command (`u` of `\nu`). */
function isLayout(text: string, offset: number, word: string, around: () => StringAround): boolean {
  // u1 and o1 are quantities of many models (an LSTM's gates); the index of a ν would be lowered.
  if (/^(?:nu|to)$/.test(word) && /\d/.test(text.charAt(offset + 1 + word.length))) return true;
  // No sign, function or font has a place in a drawing, and ν is rarer than a new line that begins with u.
  if (around().isDrawing) return word !== "tau" && word !== "theta";
  // In a list of arrows, what stands directly behind a node begins the next line.
  return word === "nu" && around().hasArrows && /[\w)\]};]/.test(text.charAt(offset - 1));
}
