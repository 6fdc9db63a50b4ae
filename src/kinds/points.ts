/** Points for a part of an answer. */

/**
 * The points for the share `share` (0 … 1) of a question worth `points` that is not fully right: rounded down to half
 * points (for small questions to half of them), and always below the full points.
 */
export function partialPoints(points: number, share: number): number {
  const step = Math.min(0.5, points / 2);
  if (!(step > 0)) return 0;
  const steps = Math.floor((points * Math.max(0, share)) / step + 1e-9);
  return Math.min(steps, Math.ceil(points / step - 1e-9) - 1) * step;
}
