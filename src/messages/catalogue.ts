/** All prose of the tool, in every language, under codes; knows no logic. One file an area, listed here. */

import { batch } from "./batch.ts";
import { choice } from "./choice.ts";
import { cli } from "./cli.ts";
import type { Entry } from "./entry.ts";
import { expression } from "./expression.ts";
import { expressionJudging } from "./expressionJudging.ts";
import { graph } from "./graph.ts";
import { help } from "./help.ts";
import { mistakes } from "./mistakes.ts";
import { model } from "./model.ts";
import { names } from "./names.ts";
import { number } from "./number.ts";
import { reports } from "./reports.ts";
import { submission } from "./submission.ts";
import { terminal } from "./terminal.ts";
import { text } from "./text.ts";

export type { Language } from "./entry.ts";

export const catalogue = {
  ...batch,
  ...cli,
  ...choice,
  ...expression,
  ...expressionJudging,
  ...graph,
  ...help,
  ...mistakes,
  ...model,
  ...names,
  ...number,
  ...submission,
  ...reports,
  ...terminal,
  ...text,
} as const satisfies Record<string, Entry>;

export type MessageCode = keyof typeof catalogue;
