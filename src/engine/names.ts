/** Names of quantities: one canonical spelling for every way to write one. */

/** Greek letters by their usual Latin names; variants (ϑ, ϕ, ϵ) mean the same letter. */
export const greekLetters: ReadonlyMap<string, string> = new Map(
  `alpha αΑ beta βϐΒ gamma γ Gamma Γ delta δ Delta Δ epsilon εϵΕ zeta ζΖ eta ηΗ theta θϑ Theta Θϴ iota ιΙ kappa κϰΚ
   lambda λ Lambda Λ mu μµΜ nu νΝ xi ξ Xi Ξ omicron οΟ pi πϖ Pi Π rho ρϱΡ sigma σς Sigma Σ tau τΤ upsilon υ Upsilon Υϒ
   phi φϕ Phi Φ chi χΧ psi ψ Psi Ψ omega ω Omega Ω`
    .match(/\w+ \S+/g)
    ?.flatMap((row) => {
      const [name = "", letters = ""] = row.split(" ");
      return [...letters].map((letter) => [letter, name] as const);
    }),
);

/** The Latin name of a LaTeX command for a Greek letter (`tau`, `vartheta` without backslash), else undefined. */
export function greekCommand(command: string): string | undefined {
  const name = command.replace(/^var/, "");
  return greekNames.has(name) ? name : undefined;
}

const greekNames: ReadonlySet<string> = new Set(greekLetters.values());

/** Whether a canonical name is that of a Greek letter. */
export function isGreek(name: string): boolean {
  return greekNames.has(name);
}

const subscriptLetters = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-ₐaₑeₒoₓxₕhₖkₗlₘmₙnₚpₛsₜtᵢiⱼjᵣrᵤuᵥv";

/** Lowered characters and what they stand for on the line. */
export const subscripts: ReadonlyMap<string, string> = new Map(
  subscriptLetters.match(/../gu)?.map((pair) => [...pair] as [string, string]),
);

const ignorable = /[\s$\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const font = /\\(?:mathrm|mathit|mathbf|mathsf|operatorname|text|textit|textrm|boldsymbol|bm)\{([^{}]*)\}/g;
const stem = /^([A-Za-z](?:[A-Za-z0-9]*[A-Za-z])?)(\d*)/;
const letterIndex = /^_(?:\{([A-Za-z]+)(\d*)\}|([A-Za-z]+)(\d*))/;
const numberIndex = /^(?:_?(\d{1,9})|_?\{(-?\d{1,9})\}|_?\[(-?\d{1,9})\]|_?\((-?\d{1,9})\))$/;
/** An entry of a vector or matrix at a time step: `h[2][1]`, `H[2][1,2]`. */
const entryAtTime = /^(.+)\[(-?\d+)\](\[\d+(?:,\d+)?\])$/;
/** An entry of a matrix, or one at a time step: `W[1,2]`, `h_{2,1}`. */
const entryPair = /^(.+?)(?:\[|_\{|_\[)(\d+),(\d+)[\]}]$/;
const longestName = 80;

/**
 * The one spelling of a quantity's name, or undefined if `text` is no name: `h_1`, `h₁`, `h[1]`, `h(1)`, `h_{1}` are
 * `h1`; `τ_1`, `\tau_1` are `tau1`; `h[-1]` stays; an index on a name that ends in a digit is bracketed (`x2[1]`);
 * an index of letters keeps its underscore (`W_{hh}` is `W_hh`).
 */
export function canonicalName(text: string): string | undefined {
  if (text.length > longestName) return undefined;
  let rest = plainLetters(text);
  const [, quantity = "", ...places] = entryAtTime.exec(rest) ?? entryPair.exec(rest) ?? [];
  if (quantity !== "") {
    const name = canonicalName(quantity);
    return name && (places[1]?.startsWith("[") ? `${name}[${places[0]}]${places[1]}` : `${name}[${places}]`);
  }
  const match = stem.exec(rest);
  if (!match) return undefined;
  let base = match[1] ?? "";
  let digits = match[2] ?? "";
  rest = rest.slice(match[0].length);
  for (let letters = letterIndex.exec(rest); letters; letters = letterIndex.exec(rest)) {
    base += `${digits}_${letters[1] ?? letters[3]}`;
    digits = letters[2] || letters[4] || "";
    rest = rest.slice(letters[0].length);
  }
  if (rest !== "") {
    const index = numberIndex.exec(rest);
    if (!index) return undefined;
    return indexedName(base + digits, Number(index[1] ?? index[2] ?? index[3] ?? index[4]));
  }
  return digits === "" ? base : base + String(BigInt(digits));
}

/** `text` without blanks and typesetting, Greek letters and lowered characters written in ASCII. */
function plainLetters(text: string): string {
  let plain = "";
  let lowered = "";
  for (const character of text.replace(ignorable, "").replace(font, "$1")) {
    const low = subscripts.get(character);
    if (low !== undefined) {
      lowered += low;
      continue;
    }
    if (lowered !== "") plain += `_{${lowered}}`;
    lowered = "";
    const composed = character.normalize("NFKC");
    plain += greekLetters.get(composed) ?? (composed === "−" ? "-" : composed);
  }
  if (lowered !== "") plain += `_{${lowered}}`;
  return plain.replace(/\\([A-Za-z]+)/g, (whole, command: string) => greekCommand(command) ?? whole);
}

/**
 * The canonical name of the sequence `name` at time `t` (any integer): `h1`, `h[-1]`, `x2[1]`; of the first entries of a
 * vector h, whose sequence is `h[t][1]`, it is `h[2][1]`.
 */
export function indexedName(name: string, t: number): string {
  if (name.includes("[t]")) return name.replace("[t]", `[${t}]`);
  return t < 0 || /\d$/.test(name) ? `${name}[${t}]` : `${name}${t}`;
}

/** The sequence and time of a canonical name; `index` is absent for a name without one. */
export function splitName(name: string): { readonly base: string; readonly index?: number } {
  const [, vector = "", t = "", entry = ""] = entryAtTime.exec(name) ?? [];
  if (vector !== "") return { base: `${vector}[t]${entry}`, index: Number(t) };
  const match = /^(.*?)(?:\[(-?\d+)\]|(\d+))$/.exec(name);
  const index = match?.[2] ?? match?.[3];
  if (!match?.[1] || index === undefined) return { base: name };
  return { base: match[1], index: Number(index) };
}

/** The name of the whole that a canonical name belongs to: `h` for h2 and for `h[2][1]`, `W` for `W[1,2]`. */
export function wholeName(name: string): string {
  return splitName(name).base.replace(/\[.*$/, "");
}

/**
 * `name` in its canonical spelling as `known` has it; a missing underscore (`Whh` for `W_hh`) is forgiven if unique, and so
 * are the ways to write an entry (`h2[1]` and `h_{2,1}` for `h[2][1]`, `W12` for `W[1,2]`).
 */
export function knownName(name: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(name)) return name;
  const bare = (spelling: string) => spelling.replace(/[_[\],]/g, "");
  const similar = [...known].filter((candidate) => bare(candidate) === bare(name));
  return similar.length === 1 ? similar[0] : undefined;
}

/** Those of the same time step whose names begin as `word` does, in either case: `t1` for tau1. */
export function abbreviatedBy(word: string, candidates: Iterable<string>): string[] {
  const { base, index } = splitName(word);
  const beginning = base.toLowerCase();
  return [...candidates].filter((name) => splitName(name).index === index && name.toLowerCase().startsWith(beginning));
}

/** The candidate that `word` is most probably a slip of, or undefined if none is close: for "did you mean". */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return byCloseness(word, candidates)[0];
}

/** What `word` may have been meant to be: at most `limit` candidates that begin with it, then close ones. */
export function suggestions(word: string, candidates: Iterable<string>, limit = 4): string[] {
  const all = [...candidates];
  const beginning = all.filter((candidate) => candidate.startsWith(word));
  return [...new Set([...beginning, ...byCloseness(word, all)])].slice(0, limit);
}

/** The candidates within one slip per three letters, the closest first. */
function byCloseness(word: string, candidates: Iterable<string>): string[] {
  const close: { readonly candidate: string; readonly distance: number }[] = [];
  if (word.length > longestName) return [];
  for (const candidate of candidates) {
    const bound = Math.floor((Math.max(word.length, candidate.length) + 1) / 3);
    if (Math.abs(word.length - candidate.length) > bound) continue;
    const distance = slips(word, candidate);
    if (distance <= Math.max(bound, 0.5)) close.push({ candidate, distance });
  }
  return close.sort((a, b) => a.distance - b.distance).map(({ candidate }) => candidate);
}

/**
 * Letters inserted, left out, replaced or swapped with a neighbour; a wrong case counts half. If `isBeginning`, from `a` to
 * the nearest beginning of `b`.
 */
export function slips(a: string, b: string, isBeginning = false): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      current[j] = Math.min(
        (row[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + replacement(a.charAt(i - 1), b.charAt(j - 1)),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = current;
  }
  return isBeginning ? Math.min(...row) : (row[b.length] ?? 0);
}

function replacement(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
}
