/** LaTeX mathematics as text; the one door to this folder. */

import { layout } from "./layout.ts";
import { parseMath } from "./parse.ts";

/** A formula on one line: `\tau_1` → `τ₁`, `\frac{a+b}{c}` → `(a + b)/c`. Without `unicode` in ASCII. */
export function inlineMath(source: string, unicode: boolean): string {
  return (layout(parseMath(source), { unicode, display: false }).lines[0] ?? "").trim();
}

/** A formula set over several lines; `undefined` if it is wider than `width` columns (then `inlineMath` can be wrapped). */
export function displayMath(source: string, unicode: boolean, width: number): string[] | undefined {
  const box = layout(parseMath(source), { unicode, display: true });
  return box.width <= width ? box.lines.map((line) => line.trimEnd()) : undefined;
}
