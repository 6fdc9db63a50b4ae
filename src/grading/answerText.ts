/** What a student wrote, as one safe line for reports; knows no report format. */

import { shownValue } from "../kinds/jsonValue.ts";
import type { Answer } from "../kinds/judgement.ts";
import { safeText, shownLength } from "../messages/safeText.ts";

/** The answer as one line of at most 500 characters: no control characters or escape sequences, numbers as written. */
export function answerText(answer: Answer): string {
  return answer.source !== undefined && typeof answer.value === "number"
    ? safeText(answer.source)
    : shownValue(answer.value, shownLength);
}
