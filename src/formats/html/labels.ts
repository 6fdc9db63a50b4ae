/** The words that the page's script shows, in the language of the page. */

import type { MessageCode } from "../../messages/catalogue.ts";
import type { Say } from "../wording.ts";

const codes = {
  c: "report.correct",
  p: "report.partial",
  r: "report.review",
  i: "report.incorrect",
  u: "report.invalid",
  m: "report.missing",
  met: "report.met",
  partly: "report.partly",
  unmet: "report.unmet",
  passed: "report.passed",
  failed: "report.not-passed",
  invalid: "report.not-gradable",
  absent: "report.nothing-handed-in",
  answer: "report.answer",
  file: "report.file",
  evidence: "report.evidence",
  decided: "report.decided",
  decidedBy: "report.decided-by",
  shown: "report.page-shown",
  nobody: "report.page-nobody",
} as const satisfies Record<string, MessageCode>;

/** Placeholders stay as they are: the script fills in numbers and names. */
export function clientLabels(say: Say): Readonly<Record<keyof typeof codes, string>> {
  const said = Object.entries(codes).map(([name, code]) => [name, say(code)]);
  return Object.fromEntries(said) as Record<keyof typeof codes, string>;
}
