/** Formulas that were judged already: a course writes the same few. */

import type { Syntax } from "../../engine/syntax.ts";
import type { Side } from "../../formula/parse.ts";
import type { Token } from "../../formula/token.ts";
import type { Judgement } from "../judgement.ts";

/** So many formulas are kept; then all are judged anew. Longer ones, in UTF-16 code units of their keys, nobody writes twice. */
const mostKept = 1000;
const longestKept = 20_000;

/** Judges a formula once: who writes the same in other signs is told the same, at a place of their own. */
export function remembering(judge: (syntax: Syntax, side: Side) => Judgement): typeof judge {
  const known = new Map<
    string,
    { readonly judgement: Judgement; readonly slip: readonly [from: number, to: number] }
  >();
  return (syntax, side) => {
    const key = side.key + JSON.stringify(syntax);
    const same = known.get(key);
    if (same) {
      const place = side.place(side.tokens.slice(...same.slip));
      const feedback = same.judgement.feedback.map((told) => (told.place ? told.pointingAt(place) : told));
      return { ...same.judgement, feedback };
    }
    let slip: readonly [number, number] = [0, 0];
    const place: Side["place"] = (some) => {
      const from = side.tokens.indexOf(some[0] as Token);
      slip = [from, from + some.length];
      return side.place(some);
    };
    const judgement = judge(syntax, { ...side, place });
    if (known.size >= mostKept) known.clear();
    if (key.length <= longestKept) known.set(key, { judgement, slip });
    return judgement;
  };
}
