/** Splits a drawing in the DOT language into words and signs; knows no grammar. */

export interface DotToken {
  /** `id`, or the punctuation itself. */
  readonly kind: string;
  readonly text: string;
  readonly offset: number;
  readonly bare: boolean;
}

const skipped = /(?:\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?<=^|\n)#[^\n]*)+/y;
const punctuation = /->|→|--|[{}[\];,=:]/y;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;
/** Wider than DOT's own identifiers: `h[1]`, `h[-1]`, `\tau_1`, `W*h0` are readable without quotes. */
const bare = /(?:[^\s{}[\];,=:"<>/→-]|\/(?![/*]))+(?:\[-?\d{1,9}\])?/y;

/** The tokens, or the offset of what is none. */
export function tokenizeDot(text: string): DotToken[] | number {
  const tokens: DotToken[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    at += match(skipped)?.[0].length ?? 0;
    if (at >= text.length) break;
    const offset = at;
    const sign = match(punctuation)?.[0];
    const string = match(quoted);
    const word = match(bare)?.[0];
    const html = text[at] === "<" ? htmlEnd(text, at) : undefined;
    if (sign !== undefined) {
      tokens.push({ kind: sign === "→" ? "->" : sign, text: sign, offset, bare: false });
      at += sign.length;
    } else if (string !== null) {
      tokens.push({ kind: "id", text: withoutEscapes(string[1] ?? ""), offset, bare: false });
      at += string[0].length;
    } else if (html !== undefined) {
      tokens.push({ kind: "id", text: htmlText(text.slice(at + 1, html)), offset, bare: false });
      at = html + 1;
    } else if (word !== undefined) {
      tokens.push({ kind: "id", text: word, offset, bare: true });
      at += word.length;
    } else return offset;
  }
  return tokens;
}

/** In labels `\n`, `\l`, `\r` break lines; before further letters they are the beginning of a LaTeX command. */
function withoutEscapes(text: string): string {
  return text.replace(/\\([nlr])(?![a-zA-Z])/g, " ").replace(/\\(["\\])/g, "$1");
}

/** The offset of the `>` that closes the HTML-like label opened at `start`. */
function htmlEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "<") depth++;
    else if (text[i] === ">" && --depth === 0) return i;
  }
  return undefined;
}

/** `h<sub>1</sub>` → `h_1`. */
function htmlText(html: string): string {
  return html.replace(/<sub>/gi, "_").replace(/<[^<>]*>/g, "");
}
