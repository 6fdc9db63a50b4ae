/** What each LaTeX command means to a reader of formulas. */

import { greekCommand } from "../engine/names.ts";
import { functionWords } from "../engine/operations/spellings.ts";

/**
 * `blank`: nothing to read. `skip`: nothing, together with its argument. `font`: letters in its argument are one word.
 * `annotated`: the argument counts, the note above or below does not. `sign`: a plain character stands in its place.
 * `over`: what stands before it in its group is divided by what stands behind it.
 */
export type Command =
  | { readonly means: "blank" | "skip" | "font" | "fraction" | "over" | "root" | "annotated" | "partial" | "nabla" }
  | { readonly means: "refused"; readonly code: "expression.not-finite" | "expression.sum" | "expression.ellipsis" }
  | { readonly means: "function" | "letter" | "sign"; readonly text: string };

const blanks =
  "left right mleft mright middle big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm quad qquad thinspace " +
  "enspace medspace thickspace negthinspace displaystyle textstyle scriptstyle limits nolimits nonumber notag hfill " +
  "mathop rm bf it sf tt";
const fonts = "mathrm mathit mathbf mathsf mathnormal operatorname text textrm textit textbf textsf mbox boldsymbol bm";
/** An alternation of the commands that only choose a font, for patterns. */
export const fontCommands: string = fonts.replaceAll(" ", "|");

const fractions = "frac dfrac tfrac cfrac nicefrac sfrac";
const skipped = "hspace vspace label tag begin end";
const annotated = "underbrace overbrace underline boxed";
const signs = {
  "*": "cdot times ast odot cdotp bullet",
  "/": "div",
  "|": "mid vert Vert lvert rvert lVert rVert",
  "'": "prime",
  "(": "lparen",
  ")": "rparen",
  "[": "lbrack",
  "]": "rbrack",
  "{": "lbrace",
  "}": "rbrace",
};

const commands: ReadonlyMap<string, Command> = new Map([
  ...each(blanks, () => ({ means: "blank" })),
  ...each(fonts, () => ({ means: "font" })),
  ...functionWords.map((text): [string, Command] => [text, { means: "function", text }]),
  ...each(fractions, () => ({ means: "fraction" })),
  ...each(skipped, () => ({ means: "skip" })),
  ...each(annotated, () => ({ means: "annotated" })),
  ...Object.entries(signs).flatMap(([text, names]) => each(names, () => ({ means: "sign", text }))),
  ...each("sqrt", () => ({ means: "root" })),
  ...each("over", () => ({ means: "over" })),
  ...each("nabla", () => ({ means: "nabla" })),
  ...each("partial", () => ({ means: "partial" })),
  ...each("infty", () => ({ means: "refused", code: "expression.not-finite" })),
  ...each("sum prod", () => ({ means: "refused", code: "expression.sum" })),
  ...each("dots ldots cdots", () => ({ means: "refused", code: "expression.ellipsis" })),
]);

function each(names: string, meaning: (name: string) => Command): [string, Command][] {
  return names.split(" ").map((name) => [name, meaning(name)]);
}

/** The meaning of a command of letters, without its backslash; undefined if it is not known. */
export function commandMeaning(name: string): Command | undefined {
  const greek = greekCommand(name);
  return greek === undefined ? commands.get(name) : { means: "letter", text: greek };
}

/** A control character that JSON makes of a lone backslash: `"\tanh"` arrives as a tab and `anh`. */
export const lostBackslashes: ReadonlyMap<string, string> = new Map([
  ["\t", "t"],
  ["\n", "n"],
  ["\r", "r"],
  ["\f", "f"],
  ["\b", "b"],
]);
