/** Text and data made safe inside an HTML page; knows characters only. */

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

/** JSON for a `<script type="application/json">`: nothing in it can end the element or a line of a script. */
export function jsonIsland(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Finished HTML, told apart from text by its type. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** A template that escapes every text put into it; only what is HTML already goes in as it is. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = template[0] ?? "";
  for (const [index, part] of parts.entries()) text += partHtml(part) + (template[index + 1] ?? "");
  return { html: text };
}

export const nothing: Html = { html: "" };

function partHtml(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((each) => each.html).join("");
}
