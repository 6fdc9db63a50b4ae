/** All prose of the tool, in every language, under codes; knows no logic. One file an area, listed here. */

import { say as batch } from "../cli/batch/messages.ts";
import { say as cli } from "../cli/messages/cli.ts";
import { say as help } from "../cli/messages/help.ts";
import { say as terminal } from "../cli/messages/terminal.ts";
import { say as course } from "../course/messages.ts";
import { say as model } from "../engine/messages.ts";
import { say as formula } from "../formula/messages.ts";
import { say as submission } from "../grading/messages.ts";
import { say as choice } from "../kinds/choice/messages.ts";
import { say as expressionJudging } from "../kinds/expression/messages.ts";
import { say as graph } from "../kinds/graph/messages.ts";
import { say as names } from "../kinds/names/messages.ts";
import { say as number } from "../kinds/number/messages.ts";
import { say as text } from "../kinds/text/messages.ts";
import type { Entry } from "./entry.ts";

export type { Language } from "./entry.ts";

export const catalogue: Readonly<Record<string, Entry>> = {
  ...batch.words,
  ...course.words,
  ...cli.words,
  ...choice.words,
  ...formula.words,
  ...expressionJudging.words,
  ...graph.words,
  ...help.words,
  ...model.words,
  ...names.words,
  ...number.words,
  ...submission.words,
  ...terminal.words,
  ...text.words,
};

/** Typed where it is written: each part of the program gets its messages from messages() in message.ts. */
export type MessageCode = string;
