/** Reads Markdown with `$…$` and `$$…$$` into tokens; knows nothing of how they look. */

import { Marked, type Token, type TokenizerExtension } from "marked";

/** A formula, beside marked's own kinds of token. */
interface MathToken {
  readonly type: "math" | "mathBlock";
  readonly raw: string;
  readonly text: string;
}

const inlineFormula = /^(?:\$\$([^$]+)\$\$|\$(?!\s)((?:\\[\s\S]|[^\\$])+?)(?<!\s)\$(?!\d)|\\\(([\s\S]+?)\\\))/;
const blockFormula = /^ {0,3}(?:\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\])[ \t]*(?:\n+|$)/;

const extensions: TokenizerExtension[] = [
  extension("math", "inline", inlineFormula, /\$|\\\(/),
  extension("mathBlock", "block", blockFormula, /\$\$|\\\[/),
];

function extension(
  type: MathToken["type"],
  level: "block" | "inline",
  pattern: RegExp,
  start: RegExp,
): TokenizerExtension {
  return {
    name: type,
    level,
    start(source) {
      const at = source.search(start);
      return at < 0 ? undefined : at;
    },
    tokenizer(source) {
      const match = pattern.exec(source);
      if (match === null) return undefined;
      const text = match.slice(1).find((group) => group !== undefined) ?? "";
      return { type, raw: match[0], text } satisfies MathToken;
    },
  };
}

const marked = new Marked({ gfm: true, extensions });

/** The blocks of a Markdown text. What can't be read is one paragraph of text: a statement is always shown. */
export function markdownTokens(source: string): Token[] {
  try {
    return marked.lexer(source);
  } catch {
    // marked reads nested blocks recursively; thousands of levels exhaust the stack.
    return [
      {
        type: "paragraph",
        raw: source,
        text: source,
        tokens: [{ type: "text", raw: source, text: source, escaped: false }],
      },
    ];
  }
}
