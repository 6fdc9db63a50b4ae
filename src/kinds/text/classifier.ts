/**
 * The second judge of answers in words: for each criterion a linear classifier, trained on answers that a person
 * labelled. It knows no rules and sees what patterns miss.
 */

import type { Features } from "./features.ts";

/** One yes or no that was learnt, as plain data. */
export interface Weights {
  readonly bias: number;
  /** What a byte of 1 stands for. */
  readonly scale: number;
  /** One signed byte a feature, in base64. */
  readonly bytes: string;
}

/** What training leaves of one criterion. */
export interface Learnt {
  /** Is it met? */
  readonly met: Weights;
  /** Is it met at least partly? Left out if no answer was labelled so. */
  readonly some?: Weights;
}

/** Log-odds: 0 is even, 2 is 88 %, -2 is 12 %. */
export interface Opinion {
  readonly met: number;
  readonly some: number;
}

export function classifier({ met, some }: Learnt): (features: Features) => Opinion {
  const isMet = linear(met);
  const isSome = some === undefined ? isMet : linear(some);
  return (features) => ({ met: isMet(features), some: isSome(features) });
}

function linear({ bias, scale, bytes }: Weights): (features: Features) => number {
  const weights = Int8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
  return ({ at, values }) =>
    bias + scale * at.reduce((total, feature, i) => total + (weights[feature] ?? 0) * (values[i] ?? 0), 0);
}
