/** `rnn-check new <file.yaml>`: a commented exercise to start from. */

import { writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { schemaUrl } from "../exerciseFiles.ts";
import { hasEnding } from "../files.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { nextStep, page, paragraph } from "../view/blocks.ts";
import { refuseTaken } from "./init.ts";
import template from "./new.yaml?raw";

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
