/**
 * The table of operations: what each computes, its derivative and how it is printed. Knows single operations only,
 * not how they are put together; a derivative is written in these same operations, so it can be differentiated again.
 */

import { type OperationName, operationNames } from "./operationCodes.ts";
import { arithmetic } from "./operations/arithmetic.ts";
import { functions } from "./operations/functions.ts";
import type { Operation } from "./operations/row.ts";

const rows: Readonly<Record<OperationName, Operation>> = { ...arithmetic, ...functions };

/** By code. */
export const operations: readonly (Operation & { readonly name: OperationName })[] = operationNames.map((name) => ({
  ...rows[name],
  name,
}));

/** Functions a formula may call, each with one argument. */
export const functionNames: readonly OperationName[] = operationNames.filter(
  (name) => Object.hasOwn(functions, name) && !rows[name].internal,
);
