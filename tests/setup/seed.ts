/**
 * Fixes where random cases start, so that the same commit gets the same verdict everywhere. New cases
 * are looked for on purpose, with another seed: `FAST_CHECK_SEED=random npx vitest run`.
 */

import fc from "fast-check";

const { FAST_CHECK_SEED: wanted = "1" } = process.env;
fc.configureGlobal(wanted === "random" ? {} : { seed: Number(wanted) });
