/** Students on the page: under the names that the roster has, with the way to their line in the list. */

import { checksum } from "../../grading/report.ts";
import type { Context } from "../format.ts";
import { type Html, html } from "./escape.ts";

/** The name, and the id if it is another. */
export function named(student: string, { fullNames }: Context): Html {
  const name = fullNames?.get(student);
  return name === undefined ? html`<b>${student}</b>` : html`<b>${name}</b> <small>${student}</small>`;
}

export function linkTo(student: string, { fullNames }: Context): Html {
  return html`<a href="#${lineId(student)}">${fullNames?.get(student) ?? student}</a>`;
}

export function lineId(student: string): string {
  return `s-${checksum(student)}`;
}
