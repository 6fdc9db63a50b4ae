/** Fills a message's placeholders. */

import { catalogue, type Language, type MessageCode } from "./catalogue.ts";
import { filled, type Params } from "./message.ts";

/** The message for `code` in `language`; a placeholder without a parameter stays visible, as it is a defect. */
export function formatMessage(code: MessageCode, language: Language, params: Params = {}): string {
  return filled(catalogue[code]?.[language] ?? code, params, language);
}
