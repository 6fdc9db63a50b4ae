/** The number systems in the order in which a comparison tries them. Knows no formulas. */

import { type Arithmetic, doubles } from "./arithmetic.ts";
import { bigArithmetic } from "./bigArithmetic.ts";

/** A number system whose numbers are only handed back to it. */
export type AnyArithmetic = Arithmetic<unknown>;

/** Level 0: doubles. Each further one has twice the digits: 60, 120, 240, 480. */
export const levels: readonly AnyArithmetic[] = [doubles, ...[200, 400, 800, 1600].map(bigArithmetic)];
