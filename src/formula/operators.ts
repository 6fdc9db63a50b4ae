/** Operator signs as they were typed, and what to say where one stands alone; knows no grammar. */

import type { Piece } from "./piece.ts";
import { ReadingError } from "./readingError.ts";

/** A sign as it was typed: `**` for a power. */
export function asWritten({ written, text }: Piece): string {
  return written ?? text;
}

/** Refuses an operator that has nothing on one side. */
export function refuseAlone(operator: Piece): never {
  throw new ReadingError("expression.missing-operand", operator.span, { operator: asWritten(operator) });
}
