/** Typographic and mathematical characters as ASCII. Letters (ä, é, 日) stay: they have no substitute. */

import { fullSize, scriptPattern } from "./mathSymbols.ts";

const replacements: Readonly<Record<string, string>> = {
  ...{ "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "…": "...", "•": "*", "′": "'" },
  ...{ "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "✓": "+", "✗": "x" },
  ...{ "·": "*", "⋅": "*", "×": "*", "÷": "/", "±": "+-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "½": "1/2" },
  ...{ "→": "->", "←": "<-", "⇒": "=>", "∞": "inf", "∂": "d", "∇": "grad", "‖": "||", "√": "sqrt", "∈": "in" },
  ...{
    "∑": "sum",
    "∏": "prod",
    Σ: "sum",
    Π: "prod",
    "⋯": "...",
    "∅": "{}",
    "≪": "<<",
    "≫": ">>",
    "≡": "==",
    "∥": "||",
  },
  ...{ ℝ: "R", "⊙": "o", "⊤": "T", α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ζ: "zeta", η: "eta" },
  ...{ θ: "theta", ι: "iota", κ: "kappa", λ: "lambda", μ: "mu", ν: "nu", ξ: "xi", π: "pi", ρ: "rho", σ: "sigma" },
  ...{ τ: "tau", υ: "upsilon", φ: "phi", χ: "chi", ψ: "psi", ω: "omega", Γ: "Gamma", Δ: "Delta", Θ: "Theta" },
  ...{ Λ: "Lambda", Φ: "Phi", Ψ: "Psi", Ω: "Omega" },
};

const replaceable = new RegExp(`[${Object.keys(replacements).join("")}]`, "gu");

/** `h₁` → `h1`, `hₜ₋₁` → `h_(t-1)`, `x⁻¹` → `x^(-1)`, `√2` → `sqrt(2)`. */
export function toAscii(text: string): string {
  return text
    .replace(/([α-ωΓΔΘΛΞΦΨΩ∇])(?=\p{L})/gu, "$1 ")
    .replace(/√([\p{L}\p{N}]+)/gu, "√($1)")
    .replace(scriptPattern("_"), (run) => script(run, "_", /^\d+$/))
    .replace(scriptPattern("^"), (run) => script(run, "^"))
    .replace(replaceable, (character) => replacements[character] ?? character);
}

/** `bare` runs need no mark at all. */
function script(run: string, mark: string, bare?: RegExp): string {
  const plain = [...run].map((character) => fullSize(character)).join("");
  if (bare?.test(plain)) return plain;
  return /^\w+$/.test(plain) ? mark + plain : `${mark}(${plain.replace(/^\((.*)\)$/, "$1")})`;
}
