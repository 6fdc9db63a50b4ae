/** The names of all formats, for those who only offer or complete them: loading the formats themselves takes time. */

/** As `reports/index.ts` lists them, in the order that help shows. */
export const formatIds = [
  "jsonl",
  "json",
  "csv",
  "csv-items",
  "junit",
  "markdown",
  "github",
  "gradescope",
  "prairielearn",
  "autolab",
  "moodle",
  "canvas",
  "html",
] as const;

export type FormatId = (typeof formatIds)[number];
