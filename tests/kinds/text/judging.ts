import { memo } from "../../../src/engine/memo.ts";
import type { Judgement } from "../../../src/kinds/judgement.ts";
import { bindText, type TextFields } from "../../../src/kinds/text/judge.ts";

const judgeOf = memo(bindText);

/** Judges an answer; what holds for all answers to a question is worked out once. */
export function judgeText(task: Parameters<typeof bindText>[0], fields: TextFields): Judgement {
  return judgeOf(task)(fields);
}
