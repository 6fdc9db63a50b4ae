/** A student's id as results hold it: harmless and bounded, wherever it comes from. */

import { answerHash } from "../grading/report.ts";
import { safeText } from "../messages/safeText.ts";

/** UTF-16 code units of an id; a longer one is cut and marked with a checksum. */
const maxLength = 300;

/** One line, no control characters, composed accents, bounded. Empty if none is left. */
export function cleanStudent(name: string): string {
  const clean = safeText(name.normalize("NFC"), name.length);
  return clean.length <= maxLength ? clean : `${safeText(clean, maxLength - 17)}~${answerHash(clean)}`;
}
