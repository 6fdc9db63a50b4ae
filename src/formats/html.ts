/** The HTML report: one file for people to look at; the page itself is loaded only when it is asked for. */

import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";

export const html: Format = {
  id: "html",
  files: "one",
  render: (reports, context) => oneFile("report.html", page(reports, context)),
};

/** The plotting library is large, and no other format needs it. */
async function* page(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const { htmlPage } = await import("./html/page.ts");
  yield* htmlPage(reports, context);
}
