/** The part of the HTML report on files that do not count, or not for whom they name, and on unknown students. */

import type { Summary } from "../../course/summary.ts";
import type { Words } from "../words.ts";
import { type Html, html } from "./escape.ts";

/** So many of a kind are listed; summary.json has all. */
const most = 200;

/** What there is to list of each kind: a file or student, and what goes with it. */
function listsOf({ superseded, skipped, misnamed = [], notOnRoster = [] }: Summary) {
  return {
    "report.page-replaced": superseded.map(({ file, by }) => [file, by] as const),
    "report.page-skipped": skipped.map(({ file, reason }) => [file, reason] as const),
    "report.page-misnamed": misnamed.map(({ file, claimed }) => [file, claimed] as const),
    "report.page-not-on-roster": notOnRoster.map((student) => [student, ""] as const),
  };
}

export function hasRemarks(summary: Summary): boolean {
  return Object.values(listsOf(summary)).some(({ length }) => length > 0);
}

export function fileSection(summary: Summary, words: Words): Html {
  if (!hasRemarks(summary)) return html``;
  const lists = Object.entries(listsOf(summary)).filter(([, { length }]) => length > 0);
  const shown = lists.map(([title, entries]) => {
    const lines = entries
      .slice(0, most)
      .map(([file, note]) => html`<li>${file}${note && html` <small>→ ${note}</small>`}</li>`);
    const rest = entries.length - lines.length;
    return html`<details class="files"><summary>${words.say(title as keyof ReturnType<typeof listsOf>)} <small>${entries.length}</small></summary>
<ul>${lines}${rest > 0 && html`<li>${words.say("report.and-more", { count: rest })}</li>`}</ul></details>
`;
  });
  return html`<section id="files"><h2>${words.say("report.page-files")}</h2>${shown}</section>
`;
}
