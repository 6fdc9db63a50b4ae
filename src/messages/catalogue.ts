/** All prose of the tool, in every language, under codes; knows no logic. One file an area, listed here. */

import { terminal } from "./terminal.ts";
import { text } from "./text.ts";

export type Language = "en" | "de";

/**
 * A message in each language. `{name}` stands for a parameter (lists are joined by commas),
 * `{n|value|values}` for the first form if n is 1, else the second.
 */
export type Entry = { readonly [language in Language]: string };

export const catalogue = { ...terminal, ...text } as const satisfies Record<string, Entry>;

export type MessageCode = keyof typeof catalogue;
