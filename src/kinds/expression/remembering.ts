/** Formulas that were judged already: a course writes the same few. */

import { entryOf, Memory } from "../../engine/maps.ts";
import type { Syntax } from "../../engine/syntax.ts";
import type { Side } from "../../formula/parse.ts";
import type { Token } from "../../formula/token.ts";
import type { Judgement } from "../judgement.ts";

/** What was said of a formula, and which of its tokens it points at. */
interface Judged {
  readonly judgement: Judgement;
  readonly slip: readonly [from: number, to: number];
}

/** Judges a formula once: who writes the same in other signs is told the same, at a place of their own. */
export function remembering(judge: (syntax: Syntax, side: Side) => Judgement): typeof judge {
  const known = new Memory<Judged>(1000, 20_000);
  const judgedAnew = (syntax: Syntax, side: Side): Judged => {
    let slip: Judged["slip"] = [0, 0];
    const place: Side["place"] = (some) => {
      const from = side.tokens.indexOf(some[0] as Token);
      slip = [from, from + some.length];
      return side.place(some);
    };
    return { judgement: judge(syntax, { ...side, place }), slip };
  };
  return (syntax, side) => {
    const key = side.key + JSON.stringify(syntax);
    const { judgement, slip } = entryOf(known, key, () => judgedAnew(syntax, side));
    const place = () => side.place(side.tokens.slice(...slip));
    const feedback = judgement.feedback.map((told) => (told.place ? told.pointingAt(place()) : told));
    return { ...judgement, feedback };
  };
}
