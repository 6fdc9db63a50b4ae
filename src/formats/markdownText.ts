/** Text inside Markdown that stays text: no markup, HTML, mention, link or table cell comes out of it. */

/** Characters with a meaning somewhere in GitHub's Markdown, each of which a backslash makes plain. */
const active = /[\\`*_{}[\]()#+\-.!|~$^=:>]/g;

/**
 * For running text and table cells. `<` and `&` become entities. A zero-width mark parts `@` and `#` from names and
 * numbers and breaks addresses, as GitHub links those even where the character itself is escaped.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[&<]/g, (character) => (character === "&" ? "&amp;" : "&lt;"))
    .replace(active, "\\$&")
    .replace(/@/g, "@\u200b")
    .replace(/\\#(?=\d)/g, "\\#\u200b")
    .replace(/(https?|ftp)(?=\\:)/gi, "$1\u200b")
    .replace(/\bwww(?=\\\.)/gi, "www\u200b")
    .replace(/\b(GH)(?=\\-\d)/gi, "$1\u200b");
}

/** For short verbatim text such as answers and ids: a code span that works in table cells too. */
export function markdownCode(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  // Inside a table `|` ends the cell even in code, unless a backslash stands before it, which GitHub removes.
  return `${fence}${padding}${line.replaceAll("|", "\\|")}${padding}${fence}`;
}
