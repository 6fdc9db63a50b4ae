/**
 * The list of known mistakes, one file a family. A mistake that is not listed here is not known. Where several lead to
 * one answer, they are told in this order: first what is most likely.
 */

import { activation } from "./activations.ts";
import { caseNumbers } from "./caseNumbers.ts";
import { chainRule } from "./chainRule.ts";
import { counting } from "./counting.ts";
import { factors } from "./factors.ts";
import { localDerivatives } from "./localDerivatives.ts";
import type { Mistake } from "./mistake.ts";
import { parameters } from "./parameters.ts";
import { productRule } from "./productRule.ts";
import { quantities } from "./quantities.ts";
import { recurrence } from "./recurrence.ts";
import { reductions } from "./reductions.ts";
import { stored } from "./stored.ts";

export const mistakes: readonly Mistake[] = [
  ...recurrence,
  ...activation,
  ...reductions,
  ...parameters,
  ...caseNumbers,
  ...chainRule,
  ...productRule,
  ...factors,
  ...localDerivatives,
  ...counting,
  ...stored,
  ...quantities,
];
