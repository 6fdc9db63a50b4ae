/** The number systems in the order in which a comparison tries them. */

import { type Arithmetic, doubles } from "./arithmetic.ts";
import { decimals } from "./decimals.ts";

/** A number system whose numbers are only handed back to it. */
export type AnyArithmetic = Arithmetic<unknown>;

/** Level 0: doubles. Then decimals with more and more digits. */
export const levels: readonly AnyArithmetic[] = [doubles, ...[60, 120, 240, 480].map(decimals)];
