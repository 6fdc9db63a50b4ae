/** Fills a message's placeholders; knows the catalogue and nothing of where messages come from. */

import { catalogue, type Language, type MessageCode } from "./catalogue.ts";

type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

const placeholder = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** The message for `code` in `language`; a placeholder without a parameter stays visible, as it is a defect. */
export function formatMessage(code: MessageCode, language: Language, params: Parameters = {}): string {
  return fillTemplate(catalogue[code]?.[language] ?? code, params);
}

function fillTemplate(template: string, params: Parameters): string {
  return template.replace(placeholder, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && other !== undefined) return value === 1 ? one : other;
    return typeof value === "object" ? value.join(", ") : String(value);
  });
}
