/** What LaTeX's commands and single characters look like in Unicode, and how they stand to their neighbours. */

import type { PartKind } from "./mathSpacing.ts";

type Kind = Exclude<PartKind, "fraction">;

/** `name character name character …` */
const pairs = (text: string) =>
  [...text.matchAll(/(\S+) (\S+)/g)].map(([, name = "", shown = ""]) => [name, shown] as const);
const named = (kind: Kind, text: string) => pairs(text).map(([name, shown]) => [name, { text: shown, kind }] as const);

const commandTable = (): ReadonlyMap<string, { readonly text: string; readonly kind: Kind }> =>
  new Map([
    ...named(
      "operand",
      `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
     xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ
     Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ ell ℓ emptyset ∅ varnothing ∅ dots … ldots … cdots ⋯ dotsc …
     dotsb … vdots ⋮ ddots ⋱ top ⊤ bot ⊥ prime ′ degree ° star ⋆ bullet • % % $ $ # # & & _ _ cdot · ast * odot ⊙ otimes ⊗ circ ∘ Vert ‖ vert | | ‖`,
    ),
    ...named("prefix", "partial ∂ nabla ∇ neg ¬ lnot ¬ forall ∀ exists ∃"),
    ...named(
      "word",
      `tanh tanh sinh sinh cosh cosh sech sech coth coth tan tan sin sin cos cos cot cot sec sec csc csc arctan arctan
     arcsin arcsin arccos arccos artanh artanh exp exp log log ln ln lg lg arg arg det det dim dim ker ker sgn sgn softmax softmax relu relu ReLU ReLU sigmoid sigmoid`,
    ),
    ...named(
      "big",
      "max max min min sup sup inf inf lim lim argmax argmax argmin argmin sum Σ prod Π int ∫ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁",
    ),
    ...named("sign", "pm ± mp ∓ times × div ÷ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕"),
    ...named(
      "relation",
      `le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡
     propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → longrightarrow → leftarrow ←
     gets ← leftrightarrow ↔ mapsto ↦ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ coloneqq ≔ perp ⊥ mid |
     parallel ∥`,
    ),
    ...named("open", "lVert ‖ lvert | langle ⟨ lfloor ⌊ lceil ⌈ { { lbrace { lbrack ["),
    ...named("close", "rVert ‖ rvert | rangle ⟩ rfloor ⌋ rceil ⌉ } } rbrace } rbrack ]"),
    ...([",", ";", ":", ">", " ", "space"] as const).map((name) => [name, { text: " ", kind: "space" }] as const),
    ["quad", { text: "  ", kind: "space" }],
    ["qquad", { text: "   ", kind: "space" }],
  ]);

let commands: ReturnType<typeof commandTable> | undefined;

/** The symbol of a command, named without its backslash; an unknown one is its name. */
export function commandText(name: string): { readonly text: string; readonly kind: Kind } {
  commands ??= commandTable();
  return commands.get(name) ?? { text: name, kind: name.length > 1 ? "word" : "operand" };
}

/** How a character that stands for itself stands to its neighbours. */
export function kindOf(character: string): Kind {
  if ("+-−±×".includes(character)) return "sign";
  if ("=<>≤≥≠≈→∈".includes(character)) return "relation";
  if ("∂∇".includes(character)) return "prefix";
  if ("([".includes(character)) return "open";
  if (")]!".includes(character)) return "close";
  return ",;:".includes(character) ? "comma" : "operand";
}

const boards = "RℝNℕZℤQℚCℂPℙE𝔼Hℍ";

export function blackboard(letter: string): string {
  return partner(boards, letter) ?? letter;
}

/** Each character, and behind it the small one. */
const scripts = {
  _: "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ",
  "^": "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ⊤ᵀTᵀ",
};

/** What stands behind a character in a list of pairs. */
function partner(pairs: string, character: string): string | undefined {
  const all = [...pairs];
  const at = all.findIndex((one, index) => index % 2 === 0 && one === character);
  return at < 0 ? undefined : all[at + 1];
}

/** The text in Unicode's small letters, if there is one for every character. */
export function small(text: string, mark: "_" | "^"): string | undefined {
  const shown = [...text].map((one) => (mark === "^" && one === "′" ? one : partner(scripts[mark], one)));
  return shown.includes(undefined) ? undefined : shown.join("");
}

/** Matches runs of small letters. */
export function scriptPattern(mark: "_" | "^"): RegExp {
  const smaller = [...scripts[mark]].filter((_, index) => index % 2 === 1);
  return new RegExp(`[${smaller.join("")}]+`, "gu");
}

/** A small letter in its usual size. */
export function fullSize(character: string): string {
  const all = [...scripts._, ...scripts["^"]];
  const at = all.findLastIndex((one, index) => index % 2 === 1 && one === character);
  return all[at - 1] ?? character;
}
