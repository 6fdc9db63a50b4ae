/**
 * LaTeX mathematics as lines of Unicode: `\tau_{t-1}` → `τₜ₋₁`, `\frac{a+b}{c}` → `(a + b)/c`. Whatever is written, some
 * text comes out: an unknown command keeps its name.
 */

import { small } from "./characters.ts";

/** A formula on one line. */
export function inlineMath(source: string): string {
  return mathLines(source).join("; ");
}

/** A formula as its rows, which `\\` ends. */
export function mathLines(source: string): readonly string[] {
  const rows = settled(new Reader(source).until()).split("\n").map(spaced);
  return rows.filter((row) => row !== "");
}

/** `name character name character …` */
function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from(text.matchAll(/(\S+) (\S+)/g), ([, name = "", shown = ""]) => [name, shown]));
}

const symbols = pairs(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ
   sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Phi Φ Psi Ψ Omega Ω infty ∞
   ell ℓ emptyset ∅ dots … ldots … cdots ⋯ vdots ⋮ top T prime ′ cdot · ast * odot ⊙ otimes ⊗ circ ∘ | ‖ Vert ‖ lVert ‖ rVert ‖
   vert | lvert | rvert | mid | partial ∂ nabla ∇ forall ∀ exists ∃ pm ± mp ∓ times × div ÷ cup ∪ cap ∩ oplus ⊕ wedge ∧ vee ∨
   neg ¬ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ sim ∼ equiv ≡ propto ∝ in ∈ notin ∉ subset ⊂ subseteq ⊆
   to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ mapsto ↦ Rightarrow ⇒ implies ⇒ Leftrightarrow ⇔ iff ⇔ langle ⟨ rangle ⟩
   lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } { { } } % % $ $ # # & & _ _`,
);
/** They apply to what follows, as functions do. */
const bigSymbols = pairs("sum Σ prod Π int ∫");
const spaces = new Map([..." ,;:>"].map((name) => [name, " "]));
const wide = "\u2003";
const invisible =
  /^(?:!|displaystyle|limits|nonumber|left|right|[bB]igg?[lr]?|math(?:bf|bb|cal|sf|it|rm)|operatorname|boldsymbol|bm|hline)$/;

/** Marks for `settled`: before and after the name of a function, around a fraction. */
const [beforeName, afterName, openFraction, closeFraction] = ["\ue000", "\ue001", "\ue002", "\ue003"];

/** Deeper nesting is shown as it was written: nobody reads it, and reading it recurses. */
const deepest = 60;

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#tokens = source.match(/\\[a-zA-Z]+\*?|\\[\s\S]|\.{3}|[\s~]+|[\s\S]/gu) ?? [];
  }

  /** All up to `end`, or up to the end of the formula. */
  until(end?: string): string {
    let text = "";
    for (let token = this.#next(); token !== undefined && token !== end; token = this.#next()) text += this.#set(token);
    return text;
  }

  #next(): string | undefined {
    return this.#tokens[this.#at++];
  }

  #set(token: string): string {
    if (token.startsWith("\\")) return this.#command(token.slice(1));
    if (token === "_" || token === "^") return script(this.#argument(), token);
    if (token === "{") return this.#nested(() => this.until("}"));
    if (/^[\s~&]/.test(token)) return " ";
    return { "}": "", $: "", "-": "−", "'": "′", "...": "…" }[token] ?? token;
  }

  #command(name: string): string {
    if (name === "\\") return "\n";
    if (name === "quad" || name === "qquad") return wide.repeat(name.length - 3);
    if (/^[dt]?frac$/.test(name))
      return `${openFraction}${above(this.#argument())}/${operand(this.#argument())}${closeFraction}`;
    if (name === "sqrt") return `√${operand(this.#argument())}`;
    if (name === "begin" || name === "end") return this.#raw() && "";
    if (/^(?:text|mbox)/.test(name)) return this.#raw();
    if (invisible.test(name)) {
      // `\left.` is a delimiter that nobody sees.
      if (/^(?:left|right)$/.test(name) && this.#tokens[this.#at] === ".") this.#at++;
      return "";
    }
    const shown = symbols.get(name) ?? spaces.get(name);
    return shown ?? (name.length > 1 ? beforeName + (bigSymbols.get(name) ?? name) + afterName : name);
  }

  /** What a command applies to: a group, or the next symbol. */
  #argument(): string {
    let token = this.#next();
    while (token !== undefined && /^\s/.test(token)) token = this.#next();
    return token === undefined ? "" : this.#nested(() => this.#set(token));
  }

  #nested(read: () => string): string {
    if (this.#depth > deepest) {
      const rest = this.#tokens.slice(this.#at).join("");
      this.#at = this.#tokens.length;
      return rest;
    }
    this.#depth++;
    const text = settled(read());
    this.#depth--;
    return text.trim();
  }

  /** The text between braces as it is. */
  #raw(): string {
    if (this.#next() !== "{") return "";
    const from = this.#at;
    const end = this.#tokens.indexOf("}", from);
    this.#at = end < 0 ? this.#tokens.length : end + 1;
    return this.#tokens
      .slice(from, this.#at - 1)
      .join("")
      .replace(/[{$]|\\(?=[ ,;%&_#])/g, "");
  }
}

function script(text: string, mark: "_" | "^"): string {
  if (mark === "^" && /^[*′]+$/.test(text)) return text;
  return small(text, mark) ?? (/^[\p{L}\p{N}.′]+$/u.test(text) || isBracketed(text) ? mark + text : `${mark}(${text})`);
}

/** A text above a fraction bar, in parentheses where it would fall apart. */
function above(text: string): string {
  return /[+−±=,/]/.test(text) && !isBracketed(text) ? `(${text})` : text;
}

/** A text below a fraction bar or under a root. */
function operand(text: string): string {
  return /^(?:[d∂]?.[\p{N}\p{M}\p{Lm}₊₋′]*|[\p{N}.]+)$/u.test(text) || isBracketed(text) ? text : `(${text})`;
}

function isBracketed(text: string): boolean {
  return /^\([^()]*\)$|^\[[^[\]]*\]$|^‖[^‖]*‖$|^\|[^|]+\|$/.test(text);
}

/** A part of a formula, its neighbours known: names of functions stand apart, a fraction before a factor in parentheses. */
function settled(text: string): string {
  return text
    .replace(/([∂∇¬]) /g, "$1")
    .replace(/‖ ?([^‖]*?) ?‖/g, "‖$1‖")
    .replace(/\ue002([^\ue002\ue003]*)\ue003(?=\s*[\p{L}\p{N}([√∂∇‖\ue000\ue002])/gu, "($1)")
    .replace(/(?<=[\p{L}\p{N}\p{Pe}′])\ue000/gu, " ")
    .replace(/\ue001((?:[\p{Lm}\p{No}⁺⁻⁼⁽⁾₊-₎′]|[_^](?:\w|\([^()]*\)))*)(?=[\p{Ll}\p{Lu}\p{Nd}√∂∇\ue000])/gu, "$1 ")
    .replace(/[\ue000-\ue003]/g, "");
}

/** A row with the spaces that mathematics has: around relations, around signs that join two operands, behind commas. */
function spaced(row: string): string {
  return row
    .replace(/ *(:=|[=<>≤≥≠≪≫≈∼≡∝∈∉⊂⊆→←↔↦⇒⇔]) */g, " $1 ")
    .replace(/(?<=[\p{L}\p{N}\p{M}\p{Pe}′‖|!]) *([+−±∓×÷]) */gu, " $1 ")
    .replace(/(?<!\d), *|, *(?!\d)/g, ", ")
    .replace(/(?<=\S)· +/g, "·")
    .replace(/ {2,}/g, " ")
    .replace(/ ?(\u2003+) ?/g, (_, gap: string) => ` ${" ".repeat(gap.length)}`)
    .trim();
}
