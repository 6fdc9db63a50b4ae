/** Puts decided answers into files beside exercises: `<folder>/<exercise>/labelled/<question>.yaml`. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { labelledAnswers, withLabelled } from "../../course/labelled.ts";
import { safeName } from "../../formats/submissionFiles.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";

/** Adds to files that are there. Gives 0 also if there is nothing to write. */
export function exportLabelled(session: Session, results: string, folder: string): number {
  const labelled = labelledAnswers(reportsIn(results));
  for (const answers of labelled) {
    const path = join(folder, safeName(answers.exercise), "labelled", `${safeName(answers.question)}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withLabelled(existsSync(path) ? readFileSync(path, "utf8") : "", answers));
    session.around.stdout.write(`${session.say(say("batch.labelled", { path, n: answers.lines.length }))}\n`);
  }
  if (labelled.length === 0) session.note(say("batch.labelled-none"));
  return 0;
}
