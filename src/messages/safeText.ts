/** Makes foreign text fit to stand in a message or a report: no control sequences, one line, bounded. */

/** Length of shown text where the caller names none, in UTF-16 code units. */
export const shownLength = 500;

/** A student's own word inside a message is cut to this. */
export const quotedLength = 60;

// Terminal escape sequences: strings (OSC, DCS, …) up to their end, CSI sequences, two-character ones.
// Each alternative reads forward only, so that hostile text costs linear time.
const escapeSequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
const lineBreakOrTab = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// C0 and C1 controls, marks that reorder or hide text (bidirectional overrides, zero width, tags), unpaired surrogates.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const needsCare = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u060b]/;

/** `text` as one line without control characters or escape sequences, at most `limit` code units (then ending in `…`). */
export function safeText(text: string, limit: number = shownLength): string {
  // Cutting first bounds the work; what escape sequences swallow is made up for by the generous factor.
  const bounded = text.length > limit * 8 + 1000 ? text.slice(0, limit * 8 + 1000) : text;
  const clean = needsCare.test(bounded)
    ? bounded.replace(escapeSequence, "").replace(lineBreakOrTab, " ").replace(unseen, "")
    : bounded;
  // Anywhere in a line, `##[` is a command to the log of a pipeline.
  return cut(clean.replaceAll("##[", "## [").trim(), limit, bounded.length < text.length);
}

function cut(text: string, limit: number, goesOn: boolean): string {
  if (text.length <= limit && !goesOn) return text;
  if (limit < 1) return "";
  // At the end of a word, if one is near.
  const kept = text.slice(0, limit - 1).replace(/(?<=^.{20,})\s+\S{0,24}$/s, "");
  // Never half of a surrogate pair.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
