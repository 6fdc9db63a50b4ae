/** `--watch`: grades an answer again whenever it is saved, and says what changed since the last time. */

import { unwatchFile, watchFile } from "node:fs";
import type { Report } from "../../grading/report.ts";
import { UsageError } from "../errors.ts";
import { say } from "../messages/terminal.ts";
import type { Session } from "../session.ts";
import { points } from "../view/style.ts";

/** What became of an answer; no report where there is no file. */
export interface Graded {
  /** The exit status. */
  readonly status: number;
  readonly report?: Report;
}

/** How often the file is looked at, in milliseconds. Editors put a new file in its place, which no listener survives. */
const interval = 300;

/** Goes on until it is interrupted. @returns the exit status of the last time */
export async function watch(session: Session, file: string, grade: () => Promise<Graded>): Promise<number> {
  if (session.json || file === "-") throw new UsageError(say("watch.needs-file"));
  let { status, report: last } = await grade();
  session.note(say("watch.waiting", { file }));
  const again = async () => {
    session.around.stdout.write("\n");
    const now = await grade();
    status = now.status;
    // What can't be read is half written, most often: it is the answers before and after that are compared.
    if (now.report?.status !== "graded") return;
    if (last?.status === "graded") tellChanges(session, last, now.report);
    last = now.report;
  };
  try {
    await new Promise<void>((resolve, reject) => {
      watchFile(file, { interval }, () => void again().catch(reject));
      process.once("SIGINT", () => resolve());
    });
  } finally {
    // A file that is watched would keep the program from ending.
    unwatchFile(file);
  }
  return status;
}

function tellChanges(session: Session, before: Report, now: Report): void {
  const style = session.style(session.around.stderr);
  const step = (from: number, to: number) => `${points(from, style)} → ${points(to, style)}`;
  const earlier = new Map(before.items.map((item) => [item.id, item.points]));
  const changes = now.items.flatMap(({ id, points: to }) => {
    const from = earlier.get(id) ?? 0;
    return from === to ? [] : [`${id} ${step(from, to)}`];
  });
  const total = step(before.points, now.points);
  session.note(changes.length === 0 ? say("watch.same") : say("watch.changed", { changes, total }));
}
