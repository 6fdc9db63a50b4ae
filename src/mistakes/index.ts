/**
 * The list of known mistakes, one file a family. A mistake that is not listed here is not known. Where several lead to
 * one answer, they are told in this order: first what is most likely.
 */

import { activation, weights } from "./activations.ts";
import { caseNumbers } from "./caseNumbers.ts";
import { gates } from "./gates.ts";
import { localDerivatives } from "./localDerivatives.ts";
import type { Checked, Mistake, Row } from "./mistake.ts";
import { factors, quantities } from "./quantities.ts";
import { recurrence } from "./recurrence.ts";
import { rules } from "./rules.ts";
import { stored } from "./stored.ts";
import { sums } from "./sums.ts";
import { terms } from "./terms.ts";

const rows = {
  ...recurrence,
  ...activation,
  ...sums,
  ...gates,
  ...weights,
  ...caseNumbers,
  ...terms,
  ...rules,
  ...factors,
  ...localDerivatives,
  ...stored,
  ...quantities,
};

export const mistakes: readonly Mistake[] = Object.entries<Row>(rows satisfies Checked<typeof rows>).map(
  ([code, row]) => ({ code, ...row }),
);
