/** LaTeX commands and what they look like in Unicode and in ASCII; knows no layout. */

/** How a symbol stands to its neighbours, which decides the spaces around it. */
export type SymbolClass =
  | "operand"
  | "prefix" // belongs to what follows: ∂, ∇
  | "function" // tanh, log
  | "big" // Σ, Π: with limits
  | "sign" // + and −: spaces where they join two operands
  | "product" // · and /: no spaces
  | "relation"
  | "open"
  | "close"
  | "bar" // | and ‖: opens or closes
  | "punctuation"
  | "space";

export interface MathSymbol {
  readonly unicode: string;
  readonly ascii: string;
  readonly class: SymbolClass;
}

type Table = Readonly<Record<string, string>>;

const operands: Table = {
  ...{ alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", zeta: "ζ", eta: "η", theta: "θ" },
  ...{ vartheta: "ϑ", iota: "ι", kappa: "κ", lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ" },
  ...{ varsigma: "ς", tau: "τ", upsilon: "υ", phi: "φ", varphi: "φ", chi: "χ", psi: "ψ", omega: "ω", Gamma: "Γ" },
  ...{
    Delta: "Δ",
    Theta: "Θ",
    Lambda: "Λ",
    Xi: "Ξ",
    Pi: "Π",
    Sigma: "Σ",
    Upsilon: "Υ",
    Phi: "Φ",
    Psi: "Ψ",
    Omega: "Ω",
  },
  ...{ infty: "∞", ell: "ℓ", hbar: "ℏ", emptyset: "∅", varnothing: "∅", dots: "…", ldots: "…", cdots: "⋯", dotsc: "…" },
  ...{ dotsb: "…", vdots: "⋮", ddots: "⋱", top: "⊤", bot: "⊥", prime: "′", degree: "°", star: "⋆", bullet: "•" },
  ...{ "%": "%", $: "$", "#": "#", "&": "&", _: "_", S: "§", square: "□", checkmark: "✓", Re: "ℜ", Im: "ℑ" },
};

const prefixes: Table = { partial: "∂", nabla: "∇", neg: "¬", lnot: "¬", forall: "∀", exists: "∃" };

const functions =
  "tanh sinh cosh sech coth tan sin cos cot sec csc arctan arcsin arccos artanh exp log ln lg max min sup inf lim arg " +
  "det dim ker diag sgn sign Pr gcd argmax argmin softmax relu ReLU sigmoid";

const bigOperators: Table = { sum: "Σ", prod: "Π", int: "∫", oint: "∮", bigcup: "⋃", bigcap: "⋂", bigoplus: "⨁" };

const signs: Table = {
  ...{ pm: "±", mp: "∓", times: "×", div: "÷", cup: "∪", cap: "∩", setminus: "∖", wedge: "∧", land: "∧", vee: "∨" },
  ...{ lor: "∨", oplus: "⊕" },
};

const products: Table = { cdot: "·", ast: "*", odot: "⊙", otimes: "⊗", circ: "∘" };

const relations: Table = {
  ...{
    le: "≤",
    leq: "≤",
    leqslant: "≤",
    ge: "≥",
    geq: "≥",
    geqslant: "≥",
    ne: "≠",
    neq: "≠",
    lt: "<",
    gt: ">",
    ll: "≪",
  },
  ...{ gg: "≫", approx: "≈", sim: "∼", simeq: "≃", cong: "≅", equiv: "≡", propto: "∝", in: "∈", notin: "∉", ni: "∋" },
  ...{ subset: "⊂", subseteq: "⊆", supset: "⊃", supseteq: "⊇", to: "→", rightarrow: "→", longrightarrow: "→" },
  ...{ leftarrow: "←", gets: "←", leftrightarrow: "↔", mapsto: "↦", Rightarrow: "⇒", implies: "⇒", Leftarrow: "⇐" },
  ...{ Leftrightarrow: "⇔", iff: "⇔", uparrow: "↑", downarrow: "↓", coloneqq: "≔", perp: "⊥", mid: "|", parallel: "∥" },
};

const openers: Table = {
  lVert: "‖",
  lvert: "|",
  langle: "⟨",
  lfloor: "⌊",
  lceil: "⌈",
  "{": "{",
  lbrace: "{",
  lbrack: "[",
};
const closers: Table = {
  rVert: "‖",
  rvert: "|",
  rangle: "⟩",
  rfloor: "⌋",
  rceil: "⌉",
  "}": "}",
  rbrace: "}",
  rbrack: "]",
};
const bars: Table = { Vert: "‖", vert: "|", "|": "‖" };
const spaces: Table = { ",": " ", ";": " ", ":": " ", ">": " ", " ": " ", quad: "  ", qquad: "   ", space: " " };

/** Where a symbol that is not ASCII has another ASCII form than the command's name. */
const inAscii: Table = {
  ...{
    "…": "...",
    "⋯": "...",
    "⋮": ":",
    "⋱": "...",
    "∞": "inf",
    "∅": "{}",
    "′": "'",
    "⊤": "T",
    "∂": "d",
    "∇": "grad",
  },
  ...{ "¬": "not ", "±": "+-", "∓": "-+", "×": "*", "÷": "/", "∖": "\\", "·": "*", "∘": "o", "≤": "<=", "≥": ">=" },
  ...{ "≠": "!=", "≪": "<<", "≫": ">>", "≈": "~=", "∼": "~", "≃": "~=", "≅": "~=", "≡": "==", "→": "->", "←": "<-" },
  ...{ "↔": "<->", "↦": "->", "⇒": "=>", "⇐": "<==", "⇔": "<=>", "≔": ":=", "∥": "||", "‖": "||", "⟨": "<", "⟩": ">" },
  ...{ "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")", ε: "epsilon", φ: "phi", "−": "-", "⋆": "*", "•": "*" },
};

const commands: ReadonlyMap<string, MathSymbol> = new Map(
  (
    [
      ["operand", operands],
      ["prefix", prefixes],
      ["function", Object.fromEntries(functions.split(" ").map((name) => [name, name]))],
      ["big", bigOperators],
      ["sign", signs],
      ["product", products],
      ["relation", relations],
      ["open", openers],
      ["close", closers],
      ["bar", bars],
      ["space", spaces],
    ] as const
  ).flatMap(([kind, table]) =>
    Object.entries(table).map(([name, unicode]): [string, MathSymbol] => [
      name,
      { unicode, ascii: asciiOf(unicode, name), class: kind },
    ]),
  ),
);

function asciiOf(unicode: string, name: string): string {
  return inAscii[unicode] ?? (/^[ -~]*$/.test(unicode) ? unicode : name);
}

/** The symbol of a command, named without its backslash. */
export function commandSymbol(name: string): MathSymbol | undefined {
  return commands.get(name);
}

const characterClasses: ReadonlyMap<string, SymbolClass> = new Map(
  (
    [
      ["sign", "+-−±×"],
      ["product", "*/·"],
      ["relation", "=<>≤≥≠≈→∈"],
      ["open", "(["],
      ["close", ")]!"],
      ["bar", "|‖"],
      ["punctuation", ",;:"],
      ["prefix", "∂∇"],
    ] as const
  ).flatMap(([kind, characters]) => [...characters].map((one): [string, SymbolClass] => [one, kind])),
);

/** The symbol of a character that stands for itself. */
export function characterSymbol(character: string): MathSymbol {
  const unicode = character === "-" ? "−" : character === "'" ? "′" : character;
  return { unicode, ascii: inAscii[unicode] ?? unicode, class: characterClasses.get(character) ?? "operand" };
}

const blackboard: Table = { R: "ℝ", N: "ℕ", Z: "ℤ", Q: "ℚ", C: "ℂ", P: "ℙ", E: "𝔼", H: "ℍ" };

export function blackboardLetter(letter: string): MathSymbol {
  return { unicode: blackboard[letter] ?? letter, ascii: letter, class: "operand" };
}

const lowered = characterMap("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");
const raised = characterMap(
  "0123456789+−=()abcdefghijklmnoprstuvwxyzT⊤′",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀ′",
);

function characterMap(from: string, to: string): ReadonlyMap<string, string> {
  const images = [...to];
  return new Map([...from].map((character, at) => [character, images[at] ?? ""]));
}

/** The text in Unicode's small letters, if there is one for every character. */
export function small(text: string, place: "sub" | "sup"): string | undefined {
  const map = place === "sub" ? lowered : raised;
  const images = [...text].map((character) => map.get(character));
  return images.includes(undefined) ? undefined : images.join("");
}
