/** The sides of a calculation before its result: complete formulas, derivatives by themselves, or nothing yet. */

import type { Syntax } from "../engine/syntax.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { derivativeInside, type Heading, type HeadingReader, isHeading, readWholeDerivative } from "./heading.ts";
import { ReadingError } from "./readingError.ts";
import type { Sides } from "./rightHandSide.ts";
import type { Token } from "./token.ts";

interface Side {
  readonly syntax: Syntax;
  readonly ambiguous?: Syntax;
}

const unfinished: ReadonlySet<MessageCode> = new Set(["expression.unfinished-derivative", "expression.prime"]);

/**
 * The complete formulas among the steps; what is no formula yet counts for nothing. A single left-hand side that is
 * neither a formula nor on the way to one is refused. `begun` is a derivative in what stands in front, `named` are those
 * that make up a step.
 */
export function readSteps(
  { steps, heading, sign }: Sides,
  side: (tokens: readonly Token[]) => Side,
  reader: HeadingReader,
) {
  const complete: Syntax[] = [];
  const named: Heading[] = [];
  let begun: Heading | undefined;
  for (const [i, tokens] of steps.entries()) {
    try {
      const { syntax, ambiguous } = side(tokens);
      if (!ambiguous) complete.push(syntax);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      const alone = sign && steps.length === 1 && heading.length === 0;
      if (alone && !unfinished.has(error.code) && !isHeading(tokens))
        throw new ReadingError("expression.equation", sign.span);
      const whole = readWholeDerivative(tokens, reader);
      if (i > 0 || heading.length > 0) named.push(...(whole ? [whole] : []));
      else begun = whole ?? (unfinished.has(error.code) ? derivativeInside(tokens, error.params, reader) : undefined);
    }
  }
  return { complete, begun, named };
}
