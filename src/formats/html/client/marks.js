/** How points, verdicts and a student's status look, in the list and in the details. */

import { exercises, labels, make, number } from "./page.js";

/** Verdicts by the letters of data.ts: the class that colours them and the symbol beside the colour. */
export const verdicts = {
  c: ["correct", "✓"],
  p: ["partial", "◐"],
  r: ["review", "?"],
  i: ["incorrect", "✗"],
  u: ["invalid", "!"],
  m: ["missing", "–"],
};

export const criterionLabels = { c: labels.met, p: labels.partly, i: labels.unmet, r: labels.r };

export function pointsWithReview({ points, review }) {
  return review > 0
    ? [number(points), make("small", { class: "plus", title: labels.r }, ` + ${number(review)}?`)]
    : [number(points)];
}

/** One square an item, with its symbol; read aloud as counts. */
export function verdictStrip(report) {
  const counts = new Map();
  for (const letter of report.letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const spoken = [...counts].map(([letter, count]) => `${count} ${labels[letter]}`).join(", ");
  const squares = [...report.letters].map((letter, item) => {
    const [kind, symbol] = verdicts[letter];
    const title = `${exercises[report.exercise]?.items[item]?.[0]}: ${labels[letter]}`;
    return make("span", { class: `verdict ${kind}`, title }, symbol);
  });
  return make("span", { role: "img", "aria-label": spoken }, squares);
}

export function statusElement(row) {
  const word = make("span", { class: `status ${row.status}` }, labels[row.status]);
  return row.underReview ? [word, " ", make("span", { class: "status review" }, labels.r)] : [word];
}
