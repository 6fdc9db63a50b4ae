/** Runs a format over reports and keeps the files as strings. */

import type { Context } from "../../src/formats/format.ts";
import { formatById } from "../../src/formats/index.ts";
import { renderReports } from "../../src/formats/render.ts";
import type { Report } from "../../src/grading/report.ts";

export async function render(
  formatId: string,
  reports: readonly Report[],
  context: Partial<Context> = {},
): Promise<Map<string, string>> {
  const format = await formatById(formatId);
  if (format === undefined) throw new Error(`no format ${formatId}`);
  const files = new Map<string, string>();
  for (const { path, chunks } of renderReports(format, () => reports, { language: "en", ...context })) {
    let text = "";
    for await (const chunk of chunks) text += chunk;
    if (files.has(path)) throw new Error(`two files ${path}`);
    files.set(path, text);
  }
  return files;
}

/** For formats of one file. */
export async function renderOne(...parameters: Parameters<typeof render>): Promise<string> {
  const [text, ...others] = (await render(...parameters)).values();
  if (text === undefined || others.length > 0) throw new Error("not one file");
  return text;
}
