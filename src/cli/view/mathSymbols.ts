/** What LaTeX's commands and single characters look like in Unicode, and how they stand to their neighbours. */

import type { PartKind } from "./mathSpacing.ts";

type Kind = Exclude<PartKind, "fraction">;

/** `name character name character …` */
const pairs = (text: string) =>
  [...text.matchAll(/(\S+) (\S+)/g)].map(([, name = "", shown = ""]) => [name, shown] as const);
const named = (kind: Kind, text: string) => pairs(text).map(([name, shown]) => [name, { text: shown, kind }] as const);

const commands: ReadonlyMap<string, { readonly text: string; readonly kind: Kind }> = new Map([
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

/** The symbol of a command, named without its backslash; an unknown one is its name. */
export function commandText(name: string): { readonly text: string; readonly kind: Kind } {
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

const images = (from: string, to: string) => {
  const shown = [...to];
  return new Map([...from].map((character, at) => [character, shown[at] as string]));
};
const boards = images("RNZQCPEH", "ℝℕℤℚℂℙ𝔼ℍ");

export function blackboard(letter: string): string {
  return boards.get(letter) ?? letter;
}

export const scripts = {
  _: images("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"),
  "^": images("0123456789+−=()abcdefghijklmnoprstuvwxyz⊤T′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀ′"),
};

/** The text in Unicode's small letters, if there is one for every character. */
export function small(text: string, mark: "_" | "^"): string | undefined {
  const shown = [...text].map((character) => scripts[mark].get(character));
  return shown.includes(undefined) ? undefined : shown.join("");
}
