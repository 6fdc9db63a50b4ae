/** Sub- and superscripts in Unicode; typographic and mathematical characters as ASCII. */

/** All small letters there are. The usual size of each is its compatibility form. */
const smalls = {
  _: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
  "^": "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ",
};

/** The text in small letters, if there is one for every character. */
export function small(text: string, mark: "_" | "^"): string | undefined {
  const bySize = new Map(Array.from(smalls[mark], (one) => [one.normalize("NFKC"), one]));
  const shown = Array.from(text, (one) => bySize.get(one));
  return shown.includes(undefined) ? undefined : shown.join("");
}

const replacements: ReadonlyMap<string, string> = new Map(
  Array.from(
    `“ " ” " „ " « " » " ‘ ' ’ ' ‚ ' … ... • * ′ ' – - — - − - ‑ - ✓ + ✗ x · * ⋅ * × * ÷ / ± +- ≤ <= ≥ >= ≠ != ≈ ~ ½ 1/2 → ->
     ← <- ⇒ => ∞ inf ∂ d ∇ grad ‖ || √ sqrt ∈ in Σ sum Π prod ⋯ ... ∅ {} ≪ << ≫ >> ≡ == ℝ R ⊙ o ⊤ T α alpha β beta γ gamma δ delta
     ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi
     ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Φ Phi Ψ Psi Ω Omega`.matchAll(/(\S) (\S+)/gu),
    ([, character = "", plain = ""]) => [character, plain],
  ),
);

const [subscripts, superscripts] = [new RegExp(`[${smalls._}]+`, "gu"), new RegExp(`[${smalls["^"]}]+`, "gu")];

/** `h₁` → `h1`, `hₜ₋₁` → `h_(t-1)`, `x⁻¹` → `x^(-1)`, `√2` → `sqrt(2)`. Letters (ä, é, 日) stay: they have no substitute. */
export function toAscii(text: string): string {
  return text
    .replace(/([α-ωΓΔΘΛΞΦΨΩΣΠ∇])(?=[\p{Ll}\p{Lu}])/gu, "$1 ")
    .replace(/√([\p{L}\p{N}]+)/gu, "√($1)")
    .replace(subscripts, (run) => script(run, "_", /^\d+$/))
    .replace(superscripts, (run) => script(run, "^"))
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/\P{ASCII}/gu, (character) => replacements.get(character) ?? character);
}

/** `bare` runs need no mark at all. */
function script(run: string, mark: string, bare?: RegExp): string {
  const plain = run.normalize("NFKC");
  if (bare?.test(plain)) return plain;
  return /^\w+$/.test(plain) ? mark + plain : `${mark}(${plain.replace(/^\((.*)\)$/, "$1")})`;
}
