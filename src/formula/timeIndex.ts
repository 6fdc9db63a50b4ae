/** Time indices that are linear in t and T: `t-1`, `2*t`, `T`; knows nothing of the names they stand on. */

import type { TimeIndex } from "../engine/syntax.ts";

const term = /([+-]?)(?:(\d{1,6})\*?)?([tT])|([+-]?)(\d{1,6})/y;

/** The index written as `text`, or undefined if it is not linear in t and T with whole numbers. */
export function readTimeIndex(text: string): TimeIndex | undefined {
  const compact = text
    .replace(/\s|\\[,;:! ]/g, "")
    .replace(/[−–]/g, "-")
    .replace(/\\cdot|·/g, "*");
  if (compact === "" || compact.length > 60) return undefined;
  let step = 0;
  let last = 0;
  let offset = 0;
  term.lastIndex = 0;
  for (let at = 0; at < compact.length; at = term.lastIndex) {
    const found = term.exec(compact);
    const sign = found && (found[1] || found[4] || "");
    if (!found || (at > 0 && sign === "")) return undefined;
    const amount = (sign === "-" ? -1 : 1) * Number(found[2] ?? found[5] ?? 1);
    if (found[3] === "t") step += amount;
    else if (found[3] === "T") last += amount;
    else offset += amount;
  }
  return { step, last, offset };
}
