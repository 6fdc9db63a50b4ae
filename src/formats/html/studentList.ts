/** The frame of the list of students and of a student's details; the page's script fills both. */

import type { Statistics } from "../../course/statistics.ts";
import type { Language } from "../../messages/catalogue.ts";
import { sayIn } from "../wording.ts";
import { type Html, html, nothing } from "./escape.ts";

/** What the list can be limited to; the script knows these words. */
const filters = [
  ["all", "report.page-all"],
  ["passed", "report.passed"],
  ["failed", "report.not-passed"],
  ["review", "report.needs-review"],
  ["invalid", "report.not-gradable"],
  ["absent", "report.nothing-handed-in"],
] as const;

export function studentSection(
  { exercises }: Statistics,
  { language, compact }: { language: Language; compact: boolean },
): Html {
  const say = sayIn(language);
  const several = exercises.length > 1;
  const options = filters.map(([value, code]) => html`<option value="${value}">${say(code)}</option>`);
  return html`<section id="students"><h2>${say("report.students")}</h2>
<noscript><p class="notice">${say("report.page-no-script")}</p></noscript>
${compact ? html`<p class="hint">${say("report.page-compact")}</p>` : nothing}
<div class="controls">
<label>${say("report.page-search")}
<input type="search" id="search" placeholder="${say("report.page-search-hint")}" autocomplete="off" spellcheck="false">
</label>
<label>${say("report.page-show")}<select id="filter">${options}</select></label>
<output id="shown" for="search filter"></output>
</div>
<div class="scroll"><table id="list"><thead><tr>
${sortHeading("student", say("report.student"))}
${several ? exercises.map(({ exercise }, index) => sortHeading(`exercise-${index}`, exercise, "number")) : nothing}
${sortHeading("points", say(several ? "report.page-total" : "report.points"), "number")}
${several ? nothing : html`<th scope="col" class="strip">${say("report.page-items")}</th>`}
${sortHeading("status", say("report.status"))}
</tr></thead><tbody></tbody></table></div>
<p class="more"><button type="button" id="more" hidden>${say("report.page-more")}</button></p>
</section>
${detailsDialog(language)}`;
}

function sortHeading(key: string, label: string, kind = ""): Html {
  const button = html`<button type="button" data-sort="${key}">${label}</button>`;
  return html`<th scope="col" class="${kind}" aria-sort="none">${button}</th>\n`;
}

function detailsDialog(language: Language): Html {
  const say = sayIn(language);
  return html`<dialog id="details" aria-labelledby="details-name">
<header><div><h2 id="details-name"></h2><p id="details-total"></p></div>
<div class="buttons">
${iconButton("previous", "←", say("report.page-previous"), "←")}
${iconButton("next", "→", say("report.page-next"), "→")}
${iconButton("close", "✕", say("report.page-close"), "Esc")}
</div></header>
<div id="details-body" tabindex="0" autofocus role="group" aria-labelledby="details-name"></div>
</dialog>
`;
}

/** A button with a symbol; its name and key are for those who hover or listen. */
function iconButton(id: string, symbol: string, name: string, key: string): Html {
  return html`<button type="button" id="${id}" aria-label="${name}" title="${name} (${key})">${symbol}</button>`;
}
