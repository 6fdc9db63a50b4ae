/** Replaces typographic and mathematical characters by ASCII ones; leaves letters (ä, é, 日) alone, as they have no substitute. */

const replacements: Readonly<Record<string, string>> = {
  ...{ "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "…": "...", "•": "*" },
  ...{ "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "✓": "+", "✗": "x" },
  ...{ "·": "*", "⋅": "*", "×": "*", "÷": "/", "±": "+-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "½": "1/2" },
  ...{ "→": "->", "←": "<-", "⇒": "=>", "∞": "inf", "∂": "d", "∇": "grad ", "‖": "||", "√": "sqrt", "∈": "in" },
  ...{ "∑": "sum", "∏": "prod", Σ: "sum", α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", η: "eta" },
  ...{ θ: "theta", λ: "lambda", μ: "mu", ν: "nu", π: "pi", ρ: "rho", σ: "sigma", τ: "tau", φ: "phi", ω: "omega" },
};

const scripts: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₜₙₖᵢⱼₕ", "0123456789+-()tnkijh"],
    ["⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵀⁿ", "0123456789+-()Tn"],
  ].flatMap(([from = "", to = ""]) => [...from].map((character, at) => [character, to.charAt(at)])),
);

const replaceable = new RegExp(`[${Object.keys(replacements).join("")}]`, "gu");
const subscript = /[₀-₉₊₋₍₎ₜₙₖᵢⱼₕ]+/gu;
const superscript = /[⁰¹²³⁴-⁹⁺⁻⁽⁾ᵀⁿ]+/gu;

export function toAscii(text: string): string {
  return text
    .replace(subscript, (run) => raised(run, "_", /^\d+$/))
    .replace(superscript, (run) => raised(run, "^"))
    .replace(replaceable, (character) => replacements[character] ?? character);
}

/** `₁` → `1`, `ₜ₋₁` → `_(t-1)`, `²` → `^2`, `⁻¹` → `^(-1)`. `bare` runs need no mark at all. */
function raised(run: string, mark: string, bare?: RegExp): string {
  const plain = [...run].map((character) => scripts[character] ?? character).join("");
  if (bare?.test(plain)) return plain;
  return /^\w+$/.test(plain) ? mark + plain : `${mark}(${plain})`;
}
