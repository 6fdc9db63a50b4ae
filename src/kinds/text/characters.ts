/** What single characters and LaTeX commands stand for in an answer; knows nothing of words. */

export interface Folded {
  readonly kind: "letter" | "apostrophe" | "other";
  readonly text: string;
  /** A token of its own, even between letters (`νg` is two names). */
  readonly alone?: boolean;
}

const greek: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  Δ: "delta",
  ε: "epsilon",
  ϵ: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  ϑ: "theta",
  Θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  ξ: "xi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ϕ: "phi",
  ω: "omega",
  "∇": "nabla",
};

/** LaTeX commands by meaning; an empty text is layout only. Others count as a word of their name. */
export const latexCommands: ReadonlyMap<string, string> = new Map([
  ...["|", "Vert", "lVert", "rVert", "parallel"].map((name) => [name, "||"] as const),
  ...["vert", "lvert", "rvert", "mid"].map((name) => [name, "|"] as const),
  ...["cdot", "times", "ast", "odot"].map((name) => [name, "*"] as const),
  ...["leftarrow", "gets", "Leftarrow"].map((name) => [name, "<-"] as const),
  ...["rightarrow", "to", "Rightarrow", "implies", "mapsto"].map((name) => [name, "->"] as const),
  ...["geq", "ge", "geqslant"].map((name) => [name, ">="] as const),
  ...["gt", "gg"].map((name) => [name, ">"] as const),
  ...["leq", "le", "leqslant"].map((name) => [name, "<="] as const),
  ...["lt", "ll"].map((name) => [name, "<"] as const),
  ...["approx", "sim", "simeq"].map((name) => [name, "~"] as const),
  ["partial", "d"],
  ["neq", "unequal"],
  ["ne", "unequal"],
  ["varepsilon", "epsilon"],
  ["vartheta", "theta"],
  ...["left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr"].map((name) => [name, ""] as const),
  ...["mathbf", "mathrm", "boldsymbol", "bm", "vec", "hat", "tilde", "text", "operatorname", "textbf", "mathcal"].map(
    (name) => [name, ""] as const,
  ),
  ...["quad", "qquad", "begin", "end", "displaystyle", "limits", ",", ";", ":", "!", " ", "{", "}", "&", "%", "_"].map(
    (name) => [name, ""] as const,
  ),
]);

/** Signs that are tokens, by the one spelling that patterns use; two-character signs are tried first. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ["||", "||"],
  ["‖", "||"],
  ["∥", "||"],
  ["|", "|"],
  [">=", ">="],
  ["≥", ">="],
  ["⩾", ">="],
  ["<=", "<="],
  ["≤", "<="],
  ["⩽", "<="],
  ["==", "="],
  ["!=", "unequal"],
  ["≠", "unequal"],
  [":=", "<-"],
  ["<-", "<-"],
  ["←", "<-"],
  ["->", "->"],
  ["=>", "->"],
  ["→", "->"],
  ["⇒", "->"],
  ["*=", "*"],
  ["/=", "/"],
  ["**", "^"],
  ["^", "^"],
  ["*", "*"],
  ["·", "*"],
  ["⋅", "*"],
  ["×", "*"],
  ["∙", "*"],
  ["/", "/"],
  ["÷", "/"],
  ["+", "+"],
  ["±", "pm"],
  ["=", "="],
  ["<", "<"],
  [">", ">"],
  ["~", "~"],
  ["≈", "~"],
  ["≃", "~"],
  ["(", "("],
  [")", ")"],
  ["[", "("],
  ["]", ")"],
  ["²", "^2"],
]);

const seen = new Map<string, Folded>();
const other: Folded = { kind: "other", text: "" };

/** One character without case, accents or style (`Ä` → `ae`, `𝐠` → `g`, `₁` → `1`, `ν` → `nu`). */
export function foldCharacter(character: string): Folded {
  const known = seen.get(character);
  if (known !== undefined) return known;
  const folded = fold(character);
  if (seen.size < 4096) seen.set(character, folded);
  return folded;
}

function fold(character: string): Folded {
  if (/^[a-z0-9]$/.test(character)) return { kind: "letter", text: character };
  if (/^['’‘`´]$/.test(character)) return { kind: "apostrophe", text: "" };
  if (character === "²") return other;
  const umlaut = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" }[character.toLowerCase()];
  if (umlaut !== undefined) return { kind: "letter", text: umlaut };
  // A combining diaeresis is the e of ae, oe, ue; other marks only decorate.
  if (character === "\u0308") return { kind: "letter", text: "e" };
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "");
  if (plain === "") return /\p{M}/u.test(character) ? { kind: "letter", text: "" } : other;
  const name = greek[plain] ?? greek[plain.toLowerCase()];
  if (name !== undefined) return { kind: "letter", text: name, alone: true };
  if (plain === "∂") return { kind: "letter", text: "d" };
  return /^[\p{L}\p{N}]+$/u.test(plain) ? { kind: "letter", text: plain.toLowerCase() } : other;
}
