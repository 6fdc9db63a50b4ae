/** Sets the parts of a formula on a line, with the spaces and parentheses that mathematics has. */

/** How a part stands to its neighbours, which decides the spaces around it. */
export type PartKind =
  | "operand"
  | "prefix"
  | "fraction"
  | "word"
  | "big"
  | "sign"
  | "relation"
  | "open"
  | "close"
  | "comma"
  | "space";

export interface Part {
  readonly text: string;
  readonly kind: PartKind;
}

/** Parts with the spaces that mathematics has: around relations, and around signs that join two operands. */
export function joined(parts: readonly Part[], compact = false): string {
  let text = "";
  let before: PartKind | undefined;
  let gap = "";
  for (const [at, { text: own, kind }] of parts.entries()) {
    if (kind === "space") {
      gap = own.length > gap.length ? own : gap;
      continue;
    }
    const isBinary = kind === "relation" || (kind === "sign" && before !== undefined && endsOperand(before));
    if (isBinary) text = compact ? text : `${text.trimEnd()} `;
    else if (!compact && before !== undefined && !/ $/.test(text) && !/^ /.test(own))
      text += spaceBetween(before, kind, gap);
    const factor = kind === "fraction" && parts.slice(at + 1).find((next) => next.kind !== "space");
    text += factor && beginsOperand(factor.kind) ? `(${own})` : own;
    if (isBinary && !compact) text += " ";
    before = isBinary ? "relation" : kind;
    gap = "";
  }
  return text;
}

function endsOperand(kind: PartKind): boolean {
  return kind === "operand" || kind === "fraction" || kind === "close" || kind === "word";
}

function beginsOperand(kind: PartKind): boolean {
  return !["sign", "relation", "close", "comma", "space"].includes(kind);
}

function spaceBetween(before: PartKind, kind: PartKind, gap: string): string {
  if (before === "prefix") return "";
  if (before === "relation" || before === "open" || kind === "close" || kind === "comma") return gap.slice(1);
  if (before === "comma") return gap || " ";
  const runsTogether =
    (before === "big" && kind !== "open") || kind === "big" || (kind === "word" && before !== "sign");
  return gap || (runsTogether || (before === "word" && kind === "operand") ? " " : "");
}

/** A text that stands above or below a fraction bar or under a root, in parentheses where it would fall apart. */
export function operand(text: string, place?: "top"): string {
  const isWhole = place === "top" ? !/[+−±=,]/.test(text) : /^(?:[d∂]?.[\p{N}\p{M}₀-ₜ′]*|[\p{N}.]+)$/u.test(text);
  return isWhole || isBracketed(text) ? text : `(${text})`;
}

export function isBracketed(text: string): boolean {
  return /^\([^()]*\)$|^\[[^[\]]*\]$|^‖[^‖]*‖$|^\|[^|]+\|$/.test(text);
}
