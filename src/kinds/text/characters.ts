/** What single characters and LaTeX commands stand for in an answer in words. */

import { greekCommand, greekLetters } from "../../engine/names.ts";
import { commandText } from "../../formula/notation.ts";

/** Signs that are tokens: in front the one spelling that patterns use, then other ways to write it. */
const spellings = [
  "|| ‖ ∥ \\| \\Vert \\lVert \\rVert \\parallel",
  "| \\vert \\lvert \\rvert \\mid",
  ">= ≥ ⩾ \\geq \\ge \\geqslant",
  "<= ≤ ⩽ \\leq \\le \\leqslant",
  "> \\gt \\gg",
  "< \\lt \\ll",
  "= ==",
  "unequal != ≠ \\neq \\ne",
  "~ ≈ ≃ \\approx \\sim \\simeq",
  "<- := ← \\leftarrow \\gets \\Leftarrow",
  "-> => → ⇒ \\rightarrow \\to \\Rightarrow \\implies \\mapsto",
  "* *= · ⋅ × ∙ \\cdot \\times \\ast \\odot",
  "/ /= ÷",
  "^ **",
  "^2 ²",
  "+",
  "pm ±",
  "up ↑ \\uparrow",
  "down ↓ \\downarrow",
  "( [",
  ") ]",
  "d \\partial",
];

const signs: ReadonlyMap<string, string> = new Map(
  spellings.flatMap((row) => {
    const [sign = "", ...others] = row.split(" ");
    return [sign, ...others].map((spelling) => [spelling, sign] as const);
  }),
);

/** The sign that starts `text` and the length of its spelling; of two characters rather than of one. */
export function signAt(text: string, at: number): { readonly sign: string; readonly length: number } | undefined {
  for (const length of [2, 1]) {
    const sign = signs.get(text.slice(at, at + length));
    if (sign !== undefined) return { sign, length };
  }
  return undefined;
}

/** The word or sign that a LaTeX command stands for, the empty text if it is layout only. */
export function latexWord(name: string): string {
  const sign = signs.get(`\\${name}`);
  if (sign !== undefined) return sign;
  const greek = greekCommand(name);
  if (greek !== undefined) return greek.toLowerCase();
  const isLayout = /^(?:vec|hat|tilde|mathcal)$|^(?![A-Za-z])/.test(name);
  // The braces of a fraction say all there is to it.
  return isLayout || ["", "\\frac"].includes(commandText(name)?.trim() ?? name) ? "" : name.toLowerCase();
}

interface Folded {
  readonly kind: "letter" | "apostrophe" | "other";
  readonly text: string;
  /** A token of its own, even between letters (`νg` is two names). */
  readonly alone?: boolean;
}

const other: Folded = { kind: "other", text: "" };

/** One character without case, accents or style (`Ä` → `ae`, `𝐠` → `g`, `₁` → `1`, `ν` → `nu`). */
export function foldCharacter(character: string): Folded {
  if (/^[a-zA-Z0-9]$/.test(character)) return { kind: "letter", text: character.toLowerCase() };
  if (/^['’‘`´]$/.test(character)) return { kind: "apostrophe", text: "" };
  if (character < "\u0080") return other;
  if (character === "²") return other;
  const umlaut = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" }[character.toLowerCase()];
  if (umlaut !== undefined) return { kind: "letter", text: umlaut };
  // A combining diaeresis is the e of ae, oe, ue; other marks only decorate.
  if (character === "\u0308") return { kind: "letter", text: "e" };
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "");
  if (plain === "") return /\p{M}/u.test(character) ? { kind: "letter", text: "" } : other;
  const name = plain === "∇" ? "nabla" : greekLetters.get(plain)?.toLowerCase();
  if (name !== undefined) return { kind: "letter", text: name, alone: true };
  if (plain === "∂") return { kind: "letter", text: "d" };
  return /^[\p{L}\p{N}]+$/u.test(plain) ? { kind: "letter", text: plain.toLowerCase() } : other;
}
