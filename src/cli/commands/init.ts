/** `rnn-check init`: an empty answer sheet that an editor can complete and check; `rnn-check new`: a commented exercise to start from. */

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { stringify } from "yaml";
import { isYaml } from "../../grading/submission.ts";
import { emptySheet, sheetSchema } from "../answerSheet.ts";
import { UsageError } from "../errors.ts";
import { schemaUrl } from "../exerciseFiles.ts";
import { hasEnding, statsOf } from "../files.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { nextStep, page, paragraph } from "../view/blocks.ts";
import template from "./new.yaml?raw";

/** Schemas lie in a hidden folder beside the sheets, so that nobody hands them in as answers. */
const schemaFolder = ".rnn-check";

export async function init(
  session: Session,
  wanted: string,
  named: string | undefined,
  force: boolean,
  seed?: string,
): Promise<number> {
  const exercise = await session.exercise(wanted, seed);
  if (named === "-") {
    session.around.stdout.write(`${JSON.stringify(emptySheet(exercise, undefined), null, 2)}\n`);
    return 0;
  }
  const file = named ?? `${exercise.id}.json`;
  refuseTaken(file, force);
  const schema = `${schemaFolder}/${exercise.id}.schema.json`;
  const sheet = emptySheet(exercise, `./${schema}`);
  const folder = dirname(file);
  mkdirSync(join(folder, schemaFolder), { recursive: true });
  writeFileSync(join(folder, schema), `${JSON.stringify(sheetSchema(exercise, session.language), null, 2)}\n`);
  const { $schema, ...own } = sheet;
  const text = isYaml(file)
    ? `# yaml-language-server: $schema=${$schema}\n${stringify(own)}`
    : `${JSON.stringify(sheet, null, 2)}\n`;
  writeFileSync(file, text, { flag: force ? "w" : "wx" });
  session.write({ exercise: exercise.id, file, schema: join(folder, schema), sheet }, (style) => {
    const written = paragraph(session.say(say("init.written", { file })), style);
    return page([written, nextStep(session.say(say("next.fill")), [session.command(wanted, file)], style)]);
  });
  return 0;
}

/** Nothing that is there is written over, unless it should be. */
export function refuseTaken(file: string, force: boolean): void {
  const there = statsOf(file);
  if (there?.isDirectory()) throw new UsageError(say("init.is-folder", { file }));
  if (there !== undefined && !force) throw new UsageError(say("init.exists", { file }));
}

export function create(session: Session, named: string, force: boolean): number {
  const file = hasEnding(named) ? named : `${named}.yaml`;
  refuseTaken(file, force);
  const id = basename(file, extname(file)).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}_.-]/gu, "") || "own";
  const text = template.replace("SCHEMA", schemaUrl("exercise")).replace("ID", id.slice(0, 80));
  writeFileSync(file, text, { flag: force ? "w" : "wx" });
  const commands = [session.command("show", file), session.command("trace", file)];
  session.write({ file }, (style) => {
    const written = paragraph(session.say(say("init.written", { file })), style);
    return page([written, nextStep(session.say(say("next.exercise")), commands, style)]);
  });
  return 0;
}
