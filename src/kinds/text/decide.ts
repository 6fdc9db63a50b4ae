/** From the statements found in an answer, and what the second judge holds, to the verdict on one criterion. */

import type { CriterionVerdict } from "../judgement.ts";
import type { Opinion } from "./classifier.ts";
import type { Span } from "./concepts.ts";
import type { Pattern } from "./notation.ts";
import type { CompiledCriterion, Criterion, WrongClaim } from "./rubric.ts";
import { overlap, type Reader } from "./statements.ts";

export interface Decision {
  readonly verdict: CriterionVerdict;
  /** Why it is not simply met or absent. */
  readonly reason: "stated" | "vague" | "contradiction" | "wrong" | "denied" | "unsure" | "absent";
  /** The words that decided. */
  readonly spans: readonly Span[];
  readonly claim?: WrongClaim;
}

/** Tells whether a span belongs to the fields that the criterion reads. */
export type Visible = (span: Span) => boolean;

/** Judges one criterion: sure → met or unmet, otherwise review. */
export function decide(criterion: Criterion, compiled: CompiledCriterion, reader: Reader, visible: Visible): Decision {
  const wrong = (criterion.wrong ?? []).map((claim, i) => ({
    claim,
    spans: readAll(compiled.wrong[i] ?? [], reader, visible).affirmed,
  }));
  const counts = outsideReversals(wrong, reader);
  const read = (patterns: readonly Pattern[]) => readAll(patterns, reader, (span) => visible(span) && counts(span));
  const met = read(compiled.met);
  // What a longer right statement contains is a part of it: "only short-term dependencies are learned".
  const apart = (span: Span) => !met.affirmed.some((right) => contains(right, span));
  const claims = wrong.filter(({ claim, spans }) => claim.kind !== "slot" && spans.some(apart));
  // One statement read in two ways by two patterns is not a contradiction; the reading that was asked for counts.
  const denied = met.denied.filter((span) => !met.affirmed.some((right) => overlap(right, span)));
  const slots = wrong.filter(({ claim, spans }) => claim.kind === "slot" && spans.length > 0);
  const against = [...claims.flatMap(({ spans }) => spans), ...denied];
  const partly = met.affirmed.length > 0 ? [] : read(compiled.partly).affirmed;
  const right = [...met.affirmed, ...partly];
  if (right.length > 0 && against.length > 0)
    return { verdict: "review", reason: "contradiction", spans: [...right, ...against] };
  if (partly.length > 0) return { verdict: "partly", reason: "vague", spans: partly };
  if (right.length > 0) return { verdict: "met", reason: "stated", spans: right };
  const [first] = [...claims, ...slots];
  if (first !== undefined) return { verdict: "unmet", reason: "wrong", spans: first.spans, claim: first.claim };
  if (denied.length > 0) return { verdict: "unmet", reason: "denied", spans: denied };
  if (met.open.length > 0) return { verdict: "review", reason: "unsure", spans: met.open };
  return { verdict: "unmet", reason: "absent", spans: [] };
}

/** "If the norm is below the threshold, it is scaled" names norm, threshold and scaling, and is wrong as a whole. */
function outsideReversals(wrong: readonly { claim: WrongClaim; spans: readonly Span[] }[], reader: Reader): Visible {
  const reversed = wrong.flatMap(({ claim, spans }) => (claim.kind === "reversal" ? spans : []));
  return (span) => !reversed.some((other) => reader.inOneSentence(span, other));
}

function readAll(patterns: readonly Pattern[], reader: Reader, visible: Visible) {
  const affirmed: Span[] = [];
  const denied: Span[] = [];
  /** Said, but not claimed. */
  const open: Span[] = [];
  for (const pattern of patterns) {
    for (const { span, negated, asserted } of reader.statements(pattern)) {
      if (!visible(span)) continue;
      const fits = pattern.polarity === "any" || negated === (pattern.polarity === "negated");
      if (!asserted) open.push(span);
      else if (fits) affirmed.push(span);
      else if (pattern.polarity === "asserted") denied.push(span);
    }
  }
  return { affirmed, denied, open };
}

function contains(outer: Span, inner: Span): boolean {
  const longer = outer.end - outer.start > inner.end - inner.start;
  return longer && outer.start <= inner.start && inner.end <= outer.end;
}

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
