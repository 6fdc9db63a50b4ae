/** Writes out what an answer defines itself: `let d1 = 1-h1^2`, `where g(x) = …`, `dh1/dW = …`, `tanh'(x) = …`. */

import type { Syntax } from "../engine/syntax.ts";
import { unreadable } from "./errors.ts";
import type { Definition } from "./statements.ts";

/** Definitions within definitions, and parts of formulas that are written out: there may be as many. */
const deepest = 1000;
const most = 20_000;

/** Puts what `definitions` say in place of their names. `read` reads the formula behind one; undefined: the name stays. */
export function writtenOut(
  definitions: ReadonlyMap<string, Definition>,
  read: (definition: Definition, key: string) => Syntax | undefined,
): (syntax: Syntax) => Syntax {
  const values = new Map<string, Syntax | undefined>();
  const open = new Set<string>();
  let count = 0;
  const meaningOf = (key: string, depth: number): Syntax | undefined => {
    const definition = definitions.get(key);
    if (!definition || values.has(key)) return values.get(key);
    const place = { start: definition.value[0]?.start ?? 0, end: definition.value.at(-1)?.end ?? 0 };
    if (open.has(key)) throw unreadable("expression.equation", place);
    open.add(key);
    const value = read(definition, key);
    values.set(key, value && expand(value, depth + 1));
    open.delete(key);
    return values.get(key);
  };
  const expand = (syntax: Syntax, depth: number, parameter?: string, argument?: Syntax): Syntax => {
    if (++count > most || depth > deepest)
      throw unreadable("expression.too-deep", { start: 0, end: 0 }, { limit: deepest });
    if (syntax.kind === "constant") return syntax;
    if (syntax.kind === "name") {
      if (syntax.name === parameter) return argument as Syntax;
      return (definitions.get(syntax.name)?.parameter === undefined && meaningOf(syntax.name, depth)) || syntax;
    }
    const args = syntax.args.map((arg) => expand(arg, depth + 1, parameter, argument));
    const own = definitions.get(syntax.operation)?.parameter;
    const value = own === undefined ? undefined : meaningOf(syntax.operation, depth);
    return value ? expand(value, depth + 1, own, args[0]) : { ...syntax, args };
  };
  return (syntax) => expand(syntax, 0);
}
