/** From what the patterns found and what the second judge holds to the verdict on one criterion. */

import type { Opinion } from "./classifier.ts";
import type { Decision } from "./decide.ts";

/** What a pattern's finding is worth as log-odds, measured on answers that no pattern was tuned on. */
const worth: Readonly<Record<Decision["reason"], Opinion>> = {
  stated: { met: 1.5, some: 1.5 },
  vague: { met: -1, some: 1 },
  contradiction: { met: 0, some: 0 },
  unsure: { met: 0, some: 0 },
  absent: { met: -0.4, some: -0.4 },
  denied: { met: -2, some: -2 },
  wrong: { met: -2, some: -2 },
};

/** As log-odds, how sure both must be together; below it a person decides. */
const sure = 1.45;
/** How sure that it is more than nothing, and less than all. */
const sureOfPartly = 0.7;

/**
 * The decision of both judges together. Patterns that found nothing do not decide alone.
 * @param opinion the second judge's, if anybody labelled answers for it
 * @param isUnclaimed something in the answer is asked, doubted or only listed; what is met then, patterns have to say
 */
export function weigh(found: Decision, opinion: Opinion | undefined, isUnclaimed: boolean): Decision {
  const { reason } = found;
  if (opinion === undefined) return reason === "absent" ? { ...found, verdict: "review", reason: "unsure" } : found;
  const met = opinion.met + worth[reason].met;
  const some = opinion.some + worth[reason].some;
  const mayBeMet = reason === "stated" || (reason !== "contradiction" && !isUnclaimed);
  if (met > sure && some > 0 && mayBeMet) return { ...found, verdict: "met", reason: "stated" };
  if (some < -sure && met < 0) return isAgainst(found) ? found : { verdict: "unmet", reason: "absent", spans: [] };
  if (met < -sureOfPartly && some > sureOfPartly && !isUnclaimed)
    return reason === "vague" ? found : { verdict: "partly", reason: "vague", spans: [] };
  return { ...found, verdict: "review", reason: reason === "contradiction" ? reason : "unsure" };
}

/** The patterns know why it is not met. */
function isAgainst({ reason }: Decision): boolean {
  return reason === "wrong" || reason === "denied";
}
