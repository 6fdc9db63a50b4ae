/** All report formats in the order that help shows. Each is loaded only when it is asked for, as that takes time. */

import type { Format } from "./format.ts";

const formats = {
  jsonl: async () => ({ format: (await import("./json.ts")).lines }),
  json: () => import("./json.ts"),
  csv: () => import("./csv.ts"),
  "csv-items": () => import("./csvItems.ts"),
  junit: () => import("./junit.ts"),
  markdown: () => import("./markdown.ts"),
  github: () => import("./github.ts"),
  gradescope: () => import("./gradescope.ts"),
  prairielearn: () => import("./prairielearn.ts"),
  autolab: () => import("./autolab.ts"),
  moodle: () => import("./moodle.ts"),
  "moodle-worksheet": () => import("./worksheet.ts"),
  canvas: () => import("./canvas.ts"),
  feedback: () => import("./feedback.ts"),
  html: () => import("./html/html.ts"),
} satisfies Record<string, () => Promise<{ readonly format: Format }>>;

export type FormatId = keyof typeof formats;

export const formatIds = Object.keys(formats) as FormatId[];

/** Undefined for an id that is not among `formatIds`. */
export async function formatById(id: string): Promise<Format | undefined> {
  return Object.hasOwn(formats, id) ? (await formats[id as FormatId]()).format : undefined;
}
