/** Sets worked solutions in Markdown, which a terminal shows as well, or in LaTeX. */

import { isGreek, splitName } from "../../engine/names.ts";
import type { Step } from "../../exercises/steps.ts";
import type { Language } from "../../messages/message.ts";
import { safeText } from "../../messages/safeText.ts";

/** A step in one language. */
export type ToldStep = Omit<Step, "said"> & { readonly text?: string };

/** Of a text of the author's, in UTF-16 code units. */
const longest = 4000;

/** A heading, and the steps below it. */
type Section = readonly [string, readonly ToldStep[]];

export function solutionText(title: string, sections: readonly Section[], language: Language, isLatex = false): string {
  const set = (words: string) => (isLatex ? latexText : String)(safeText(words, longest));
  const item = ({ text = "", equal = [], rounded = "" }: ToldStep) => {
    const formula = equal.map((side) => latexFormula(side, language)).join(" = ");
    const about = rounded && ` \\approx ${latexFormula(rounded, language)}`;
    return [set(text), formula && `$${formula}${about}$`].filter(Boolean).join(" ");
  };
  const heading = (words: string, mark: string, command: string) =>
    isLatex ? `\\${command}*{${set(words)}}` : `${mark} ${set(words)}`;
  const list = (steps: readonly ToldStep[]) => {
    const items = steps.map((step) => `${isLatex ? "\\item" : "-"} ${item(step)}`);
    return (isLatex ? ["\\begin{itemize}", ...items, "\\end{itemize}"] : items).join("\n");
  };
  const blocks = sections.flatMap(([words, steps]) => [heading(words, "##", "subsection"), list(steps)]);
  const text = [heading(title, "#", "section"), ...blocks].join("\n\n");
  const preamble = "\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}";
  return isLatex ? `${preamble}\n\n${text}\n\n\\end{document}` : text;
}

/** Running text of Markdown. */
function latexText(words: string): string {
  return words.replace(/(\$[^$]+\$)|`([^`]*)`|[&%#_{}$]/g, (sign: string, formula?: string, code?: string) => {
    return formula ?? (code === undefined ? `\\${sign}` : `\\texttt{${latexText(code)}}`);
  });
}

const name = String.raw`\p{L}[\p{L}\p{N}_]*(?:\[[^\[\]]+\])?`;
/** A whole derivative alone, a local one, a function's name, a name, a number, an exponent, the sign of a product. */
const part = new RegExp(
  String.raw`^d(?<of>${name})/d(?<by>${name})$|∂(?<from>${name})/∂(?<to>${name})|(?<called>\p{L}+)(?=\()|(?<named>${name})|` +
    String.raw`(?<digits>\d+(?:\.\d+)?)(?:e(?<power>[-+]?\d+))?|\^(?<raised>\((?:[^()]|\([^()]*\))*\)|[^-\s()+*/]+)|\* ?`,
  "gu",
);
const standard = /^(?:a?(?:sin|cos|tan)|sinh|cosh|tanh|exp|log|max|min)$/;

/** A formula as it stands in answers, `2*h1^2*tanh(tau1)`. */
function latexFormula(text: string, language: Language): string {
  return text.replaceAll(", ", language === "de" ? "; " : ", ").replace(part, (all, ...parts) => {
    const { of, by, from, to, called, named, digits, power, raised } = parts.at(-1) as Partial<Record<string, string>>;
    if (of && by) return `\\frac{d${latexName(of)}}{d${latexName(by)}}`;
    if (from && to) return `\\frac{\\partial ${latexName(from)}}{\\partial ${latexName(to)}}`;
    if (called) return standard.test(called) ? `\\${called}` : `\\operatorname{${called}}`;
    if (named) return latexName(named);
    if (raised) return `^{${latexFormula(raised.replace(/^\((.*)\)$/, "$1"), language)}}`;
    const decimals = digits?.replace(".", language === "de" ? "{,}" : ".") ?? "\\cdot ";
    if (!power) return decimals;
    const number = `${decimals}\\cdot 10^{${Number(power)}}`;
    return text.charAt(Number(parts.at(-3)) + all.length) === "^" ? `(${number})` : number;
  });
}

/** `\tau_{1}`, `W_{hh}`, `h_{t-1}`. */
function latexName(text: string): string {
  const { base, index } = splitName(text);
  const [, family = base, symbolic = index] = /^(.*)\[(.+)\]$/.exec(text) ?? [];
  const [first = "", ...lower] = family.split("_");
  const letter = isGreek(first) ? `\\${first}` : first.length > 1 ? `\\mathit{${first}}` : first;
  const indices = [...lower, ...(symbolic === undefined ? [] : [symbolic])].join(",");
  return indices === "" ? letter : `${letter}_{${indices}}`;
}
