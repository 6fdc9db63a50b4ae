/** The part of the HTML report on files that do not count, or not for whom they name, and on unknown students. */

import type { Summary } from "../../course/summary.ts";
import type { Words } from "../words.ts";
import { type Html, html } from "./escape.ts";

/** So many of a kind are listed; summary.json has all. */
const most = 200;

export function hasRemarks({ superseded, skipped, misnamed = [], notOnRoster = [] }: Summary): boolean {
  return superseded.length + skipped.length + misnamed.length + notOnRoster.length > 0;
}

export function fileSection(summary: Summary, words: Words): Html {
  const { superseded, skipped, misnamed = [], notOnRoster = [] } = summary;
  const lists = [
    list(
      words.say("report.page-replaced"),
      superseded.map(({ file, by }) => [file, by] as const),
      words,
    ),
    list(
      words.say("report.page-skipped"),
      skipped.map(({ file, reason }) => [file, reason] as const),
      words,
    ),
    list(
      words.say("report.page-misnamed"),
      misnamed.map(({ file, claimed }) => [file, claimed] as const),
      words,
    ),
    list(
      words.say("report.page-not-on-roster"),
      notOnRoster.map((student) => [student, ""] as const),
      words,
    ),
  ];
  if (!hasRemarks(summary)) return html``;
  return html`<section id="files"><h2>${words.say("report.page-files")}</h2>${lists}</section>
`;
}

function list(title: string, entries: readonly (readonly [file: string, note: string])[], words: Words): Html {
  if (entries.length === 0) return html``;
  const lines = entries
    .slice(0, most)
    .map(([file, note]) => html`<li>${file}${note && html` <small>→ ${note}</small>`}</li>`);
  const rest = entries.length - lines.length;
  return html`<details class="files"><summary>${title} <small>${entries.length}</small></summary>
<ul>${lines}${rest > 0 && html`<li>${words.say("report.and-more", { count: rest })}</li>`}</ul></details>
`;
}
