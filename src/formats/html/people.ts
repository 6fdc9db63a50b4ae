/** Students on the page: under the names that the roster has, with the way to their line in the list. */

import { checksum } from "../../grading/report.ts";
import type { Context } from "../format.ts";
import { type Html, html } from "./escape.ts";

export class People {
  readonly #names: ReadonlyMap<string, string>;

  constructor({ fullNames = new Map() }: Context) {
    this.#names = fullNames;
  }

  /** The name, and the id if it is another. */
  named(student: string): Html {
    const name = this.#names.get(student);
    return name === undefined ? html`<b>${student}</b>` : html`<b>${name}</b> <small>${student}</small>`;
  }

  link(student: string): Html {
    return html`<a href="#${lineId(student)}">${this.#names.get(student) ?? student}</a>`;
  }
}

export function lineId(student: string): string {
  return `s-${checksum(student)}`;
}
