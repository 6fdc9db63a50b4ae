/** All report formats in the order that help shows. Each is loaded only when it is asked for, as that takes time. */

import type { Format } from "./format.ts";

const formats = {
  jsonl: async () => (await import("./json.ts")).lines,
  json: async () => (await import("./json.ts")).format,
  csv: async () => (await import("./csv.ts")).format,
  "csv-items": async () => (await import("./csv.ts")).items,
  junit: async () => (await import("./junit.ts")).format,
  markdown: async () => (await import("./markdown.ts")).format,
  github: async () => (await import("./github.ts")).format,
  gradescope: async () => (await import("./autograders.ts")).gradescope,
  prairielearn: async () => (await import("./autograders.ts")).prairielearn,
  autolab: async () => (await import("./autograders.ts")).autolab,
  moodle: async () => (await import("./moodle.ts")).format,
  "moodle-worksheet": async () => (await import("./moodle.ts")).worksheet,
  canvas: async () => (await import("./canvas.ts")).format,
  feedback: async () => (await import("./feedback.ts")).format,
  html: async () => (await import("./html/html.ts")).format,
} satisfies Record<string, () => Promise<Format>>;

export type FormatId = keyof typeof formats;

export const formatIds = Object.keys(formats) as FormatId[];

/** Undefined for an id that is not among `formatIds`. */
export async function formatById(id: string): Promise<Format | undefined> {
  return Object.hasOwn(formats, id) ? formats[id as FormatId]() : undefined;
}
