/** Writes out what an answer defines itself: `let d1 = 1-h1^2`, `where g(x) = …`, `dh1/dW = …`, `tanh'(x) = …`. */

import type { Syntax } from "../engine/syntax.ts";
import { unreadable } from "./errors.ts";
import type { Definition } from "./statements.ts";

/** Parts of formulas that are looked at; as few bound the depth, as each definition is read once. */
const most = 20_000;

/** Puts what `definitions` say in place of their names. `read` reads the formula behind one; undefined: the name stays. */
export function writtenOut(
  definitions: ReadonlyMap<string, Definition>,
  read: (definition: Definition, key: string) => Syntax | undefined,
): (syntax: Syntax) => Syntax {
  const values = new Map<string, Syntax | undefined>();
  const open = new Set<string>();
  let count = 0;
  const meaningOf = (key: string): Syntax | undefined => {
    const definition = definitions.get(key);
    if (!definition || values.has(key)) return values.get(key);
    if (open.has(key)) throw unreadable("expression.equation", definition.value[0] ?? { start: 0, end: 0 });
    open.add(key);
    const value = read(definition, key);
    values.set(key, value && expand(value));
    open.delete(key);
    return values.get(key);
  };
  const expand = (syntax: Syntax, parameter?: string, argument?: Syntax): Syntax => {
    if (++count > most) throw unreadable("expression.too-deep", { start: 0, end: 0 }, { limit: most });
    if (syntax.kind === "constant") return syntax;
    if (syntax.kind === "name") {
      if (syntax.name === parameter) return argument as Syntax;
      return (definitions.get(syntax.name)?.parameter === undefined && meaningOf(syntax.name)) || syntax;
    }
    const args = syntax.args.map((arg) => expand(arg, parameter, argument));
    const own = definitions.get(syntax.operation)?.parameter;
    const value = own === undefined ? undefined : meaningOf(syntax.operation);
    return value ? expand(value, own, args[0]) : { ...syntax, args };
  };
  return (syntax) => expand(syntax);
}
