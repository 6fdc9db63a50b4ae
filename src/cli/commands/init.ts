/** `rnn-check init <exercise> [file]`: an empty answer sheet that an editor can complete and check. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { emptySheet, sheetSchema } from "../answerSheet.ts";
import { type Session, UsageError } from "../session.ts";
import { shellCommand } from "../terminal/nextStep.ts";

/** Schemas lie in a hidden folder beside the sheets, so that nobody hands them in as answers. */
const schemaFolder = ".rnn-check";

export async function init(
  session: Session,
  wanted: string,
  named: string | undefined,
  force: boolean,
): Promise<number> {
  const exercise = await session.exercises.load(wanted);
  if (named === "-") {
    process.stdout.write(`${JSON.stringify(emptySheet(exercise, undefined), null, 2)}\n`);
    return 0;
  }
  const file = named ?? `${exercise.id}.json`;
  if (existsSync(file) && !force) throw new UsageError("init.exists", { file });
  const schema = `${schemaFolder}/${exercise.id}.schema.json`;
  const sheet = emptySheet(exercise, `./${schema}`);
  try {
    const folder = dirname(file);
    mkdirSync(join(folder, schemaFolder), { recursive: true });
    writeFileSync(join(folder, schema), `${JSON.stringify(sheetSchema(exercise, session.language), null, 2)}\n`);
    writeFileSync(file, `${JSON.stringify(sheet, null, 2)}\n`, { flag: force ? "w" : "wx" });
  } catch (error) {
    throw new UsageError("init.not-written", {
      file: basename(file),
      reason: String((error as { code?: string }).code),
    });
  }
  session.write(
    () => ({ exercise: exercise.id, file, schema: join(dirname(file), schema), sheet }),
    () => session.say("init.written", { file: shellCommand([file]), exercise: wanted }),
  );
  return 0;
}
