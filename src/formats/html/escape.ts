/** Text made safe inside an HTML page. */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** Finished HTML, told apart from text by its type. */
export interface Html {
  readonly html: string;
}

/** `false`, `""` and `undefined` leave nothing, so that a part may depend on a condition. */
type Part = string | number | false | undefined | Html | readonly Html[];

/** A template that escapes every text put into it; only what is HTML already goes in as it is. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = template[0] ?? "";
  for (const [index, part] of parts.entries()) text += partHtml(part) + (template[index + 1] ?? "");
  return { html: text };
}

function partHtml(part: Part): string {
  if (part === false || part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((each) => each.html).join("");
}
