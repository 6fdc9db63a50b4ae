/** Sample answers: what they get, compared with the marks that their author says they must get. */

import type { Report } from "./report.ts";

/** What is left out is not compared. */
export interface Marks {
  /** The exit status of grading: 0 passed, 1 not, 2 not gradable. */
  readonly exit?: number;
  readonly points?: number;
  /** By question: its verdict, points, and a code of its feedback. */
  readonly items?: Readonly<Record<string, Found>>;
}

type Found = Readonly<Record<string, string | number | undefined>>;

/** Where a report is not as marked: the question (none: the answer as a whole), and what differs as text. */
export function differences({ status, passed, points, items }: Report, { items: marks = {}, ...whole }: Marks) {
  const exit = status === "invalid" ? 2 : passed ? 0 : 1;
  const each = Object.entries(marks).map(([question, wanted]) => {
    const { verdict, points, feedback = [] } = items.find(({ id }) => id === question) ?? {};
    const codes = feedback.map(({ code }) => code);
    const code = codes.find((one) => one === wanted.code) ?? codes.join(", ");
    return { question, ...difference(wanted, { verdict, points, code }) };
  });
  return [{ question: undefined, ...difference(whole, { exit, points }) }, ...each].filter(
    ({ expected }) => expected !== "",
  );
}

function difference(wanted: Found, found: Found) {
  const keys = Object.keys(wanted).filter((key) => wanted[key] !== found[key]);
  const shown = (of: Found) => keys.map((key) => `${key} ${of[key] ?? "–"}`).join(", ");
  return { expected: shown(wanted), got: shown(found) };
}
