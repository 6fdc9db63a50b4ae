/** Which hand-ins are late, by the clocks that there are. */

import { statSync } from "node:fs";
import { type ClockTime, extended, lateBy, type Penalty } from "../../course/late.ts";
import type { Roster } from "../../course/roster.ts";
import { patiently, UsageError } from "../errors.ts";
import type { Submitted } from "./handIns.ts";
import { say } from "./messages.ts";
import type { Source } from "./source.ts";

/** By index of a hand-in that is late: by how many milliseconds; 0 where a platform only says that it is. */
export function lateness(
  handIns: readonly Submitted[],
  { deadline, late: penalty }: { readonly deadline?: ClockTime; readonly late?: Penalty },
  roster: Roster | undefined,
  /** Folder of a submission → when its platform says that it came. */
  times: ReadonlyMap<string, ClockTime | undefined>,
): ReadonlyMap<number, number> {
  if (deadline === undefined && penalty === undefined) return new Map();
  const extensions = roster?.gradebook.get("Extension");
  const deadlines = new Map<string, ClockTime>();
  for (const [student, by] of deadline === undefined ? [] : (extensions ?? [])) {
    const own = deadline && extended(deadline, by);
    if (own === undefined) throw new UsageError(say("batch.bad-extension", { student, extension: by }));
    deadlines.set(student, own);
  }
  const after = handIns.map(({ file, source, student, namesake }) => {
    const own = deadlines.get(namesake ?? student) ?? deadline;
    const time = times.get(file.split("/").find((part) => times.has(part)) ?? "") ?? timeOf(source);
    return own === undefined || time === undefined ? 0 : lateBy(time, own);
  });
  const isCanvas = ({ submitter }: Submitted) => submitter.startsWith("canvas ");
  const isMarked = (handIn: Submitted) => isCanvas(handIn) && handIn.file.includes("_LATE_");
  // What Canvas hands out bears the time of the download, unless what is on time does not look late.
  const isDownloadTime = handIns.some((one, index) => isCanvas(one) && !isMarked(one) && (after[index] ?? 0) > 0);
  const all = handIns.flatMap((handIn, index) => {
    const late = Math.max(0, after[index] ?? 0);
    const isLate = late > 0 && !(isCanvas(handIn) && isDownloadTime);
    // Who has more time is late by the clock alone.
    const isByMark = isCanvas(handIn) && !deadlines.has(handIn.namesake ?? handIn.student);
    return (isByMark ? isMarked(handIn) : isLate) ? [[index, isLate ? late : 0] as const] : [];
  });
  if (deadline === undefined && all.length === 0) throw new UsageError(say("batch.no-deadline"));
  return new Map(all);
}

/** An archive's entry has the time of some clock; a file only that of the last change on this disk. */
function timeOf(source: Source): ClockTime | undefined {
  if (typeof source === "string") {
    const stats = patiently(() => statSync(source, { throwIfNoEntry: false }));
    return stats && { shown: stats.mtimeMs, ahead: 0 };
  }
  if (!("archive" in source)) return undefined;
  if (source.instant !== undefined) return { shown: source.instant, ahead: 0 };
  const [day, time] = [Math.floor(source.modified / 0x10000), source.modified % 0x10000];
  const [year, month, hour, minute] = [1980 + (day >> 9), ((day >> 5) & 15) - 1, time >> 11, (time >> 5) & 63];
  return { shown: Date.UTC(year, month, day & 31, hour, minute, (time & 31) * 2) };
}
