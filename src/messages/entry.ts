/** What one message is: the same in every language. */

export type Language = "en" | "de";

/**
 * A message in each language. `{name}` stands for a parameter (lists are joined by commas),
 * `{n|value|values}` for the first form if n is 1, else the second.
 */
export type Entry = { readonly [language in Language]: string };
