/**
 * Vectors and matrices as their entries: `h[t] = tanh(W*h[t-1] + b)` becomes one equation for each entry of h, over
 * names such as `h[t][1]`, `W[1,2]` and `b1`. So whatever works on a model of numbers works on vectors.
 */

import { memo } from "./memo.ts";
import { type Equation, type Model, ModelError } from "./model.ts";
import { indexedName, splitName, wholeName } from "./names.ts";
import { call, type Name, number, type Syntax } from "./syntax.ts";
import {
  elementwise,
  entryIndex,
  isPlace,
  isSame,
  type Shape,
  type Shaped,
  scalar,
  shapeText,
  sizeOf,
  sum,
  type Unknown,
  vectorFunctions,
} from "./vectors.ts";

/** What is known of a name: its shape, and whether it has one such value at each time step. */
export interface Quantity {
  readonly shape: Shape;
  readonly overTime: boolean;
}

export type Shapes = ReadonlyMap<string, Quantity>;

/** The name of an entry: `h2` → `h[2][1]`, `h` → `h[t][1]` (over time), `W` → `W[1,2]`, `b` → `b1`. */
function entryName(name: string, { shape, overTime }: Quantity, k: number): string {
  const entry = entryIndex(shape, k);
  const { base, index } = overTime ? splitName(name) : { base: name };
  if (overTime) return `${base}[${index ?? "t"}][${entry}]`;
  return shape.length === 1 ? indexedName(name, k + 1) : `${name}[${entry}]`;
}

/** The names of all entries of a quantity, row by row; of a number, its own. */
export function entryNames(name: string, family: Quantity | undefined): readonly string[] {
  if (family === undefined || family.shape.length === 0) return [name];
  return Array.from({ length: sizeOf(family.shape) }, (_, k) => entryName(name, family, k));
}

/** The quantity that a name belongs to: h2 is one of h. */
export function quantityOf(shapes: Shapes, name: string): Quantity | undefined {
  const own = shapes.get(name);
  if (own !== undefined) return own;
  const { base, index } = splitName(name);
  const family = shapes.get(base);
  return index !== undefined && family?.overTime ? family : undefined;
}

/** A formula by its components. @throws ModelError where shapes don't fit; `text` is the formula for the message. */
export function componentsOf(syntax: Syntax, shapes: Shapes, text: string): Shaped {
  if (shapes.size === 0) return { shape: scalar, parts: [syntax] };
  const shape = shapeOf(syntax, shapes, text) ?? scalar;
  if (syntax.kind === "constant") return { shape, parts: [syntax] };
  if (syntax.kind === "name") return { shape, parts: entriesOf(syntax, quantityOf(shapes, syntax.name), shapes, text) };
  const { operation, args } = syntax;
  if (operation === "multiply" && args.length > 2) return componentsOf(pairwise(args), shapes, text);
  const inner = args.map((arg) => componentsOf(arg, shapes, text));
  if (operation === "entry") return { shape, parts: [entry(inner, text)] };
  if (operation === "onehot") {
    const [at] = inner[0]?.parts ?? [];
    return { shape, parts: Array.from({ length: sizeOf(shape) }, (_, k) => isPlace(at as Syntax, k + 1)) };
  }
  return { shape, parts: functionOf(operation).parts(inner, shape) };
}

function entriesOf(name: Name, family: Quantity | undefined, shapes: Shapes, text: string): readonly Syntax[] {
  const whole = wholeName(name.name);
  const of = whole === name.name || shapes.has(name.name) ? undefined : shapes.get(whole);
  const entries = of === undefined || family !== undefined ? undefined : entryNames(whole, of);
  const { base } = splitName(name.name);
  // `v[3]` of a vector of two, `s[1]` of a number.
  if (of !== undefined && entries?.includes(of.overTime ? base : name.name) === false)
    throw new ModelError("model.entry", { equation: text, shape: shapeText(of.shape) });
  return entryNames(name.name, family).map((one) => (one === name.name ? name : { ...name, name: one }));
}

/** The shape of a formula; undefined as long as that of some name in it is not known. @throws ModelError */
function shapeOf(syntax: Syntax, shapes: Shapes | ReadonlyMap<string, Quantity | undefined>, text: string): Unknown {
  if (syntax.kind === "constant") return scalar;
  if (syntax.kind === "name") {
    const { base } = splitName(syntax.name);
    const isOpen = [syntax.name, base].some((name) => shapes.has(name) && shapes.get(name) === undefined);
    return isOpen ? undefined : (quantityOf(shapes as Shapes, syntax.name)?.shape ?? scalar);
  }
  const { operation, args } = syntax;
  if (operation === "multiply" && args.length > 2) return shapeOf(pairwise(args), shapes, text);
  if (operation === "entry") return scalar;
  if (operation === "onehot") return [args[1]?.kind === "constant" ? args[1].value : 1];
  const inner = args.map((arg) => shapeOf(arg, shapes, text));
  const fail = () => {
    const found = inner.map((shape) => shapeText(shape ?? []));
    throw new ModelError("model.shapes", { equation: text, left: found[0] ?? "", right: found.slice(1).join(", ") });
  };
  if (operation === "power" && inner[0]?.length === 2) fail();
  const found = functionOf(operation).shape(inner, fail);
  // What is computed and has one column is a vector.
  return found?.[1] === 1 ? found.slice(0, 1) : found;
}

/** `a*b*c` is (a*b)*c: products of matrices have an order. */
function pairwise(args: readonly Syntax[]): Syntax {
  return args.reduce((left, right) => call("multiply", left, right));
}

function functionOf(operation: string) {
  return (Object.hasOwn(vectorFunctions, operation) && vectorFunctions[operation]) || elementwise(operation);
}

/** `v[i]`, `A[i,j]`; where an index is computed, the sum over all entries of which all but one count 0. */
function entry([of, ...indices]: readonly Shaped[], text: string): Syntax {
  const { shape, parts } = of as Shaped;
  const places = indices.map(({ parts: [index] }) => index as Syntax);
  if (places.length !== Math.max(1, shape.length) || shape.length === 0)
    throw new ModelError("model.entry", { equation: text, shape: shapeText(shape) });
  const chosen = parts.map((part, k) => {
    const at = entryIndex(shape, k).split(",").map(Number);
    const isAt = places.map((place, i) =>
      place.kind === "constant" ? number(place.value === at[i] ? 1 : 0) : isPlace(place, at[i] as number),
    );
    const isNever = isAt.some((one) => one.kind === "constant" && one.value === 0);
    const open = isAt.filter(({ kind }) => kind !== "constant");
    return isNever ? [] : [open.length === 0 ? part : call("multiply", ...open, part)];
  });
  const found = chosen.flat();
  if (found.length === 0) throw new ModelError("model.entry", { equation: text, shape: shapeText(shape) });
  return sum(found);
}

/** The model of numbers that a model of vectors is, and the shapes of that; one of numbers is left as it is. @throws ModelError */
export const componentwise = memo((model: Model): { readonly model: Model; readonly shapes: Shapes } => {
  if (model.shapes === undefined) return { model, shapes: new Map() };
  const shapes = shapesIn(model);
  // The entries of a vector that no equation computes are members of one family: b1, b2.
  const names = (name: string) => {
    const family = shapes.get(name);
    return family?.overTime === false && family.shape.length === 1 ? [name] : entryNames(name, family);
  };
  const equations = model.equations.flatMap((equation) => entriesEquations(equation, shapes));
  const [parameters, inputs] = [model.parameters.flatMap(names), model.inputs.flatMap(names)];
  return { model: { ...model, parameters, inputs, equations }, shapes };
});

/** The shapes of what is given and of what equations compute. @throws ModelError */
function shapesIn({ parameters, inputs, equations, shapes = {} }: Model): Shapes {
  const known = new Map<string, Quantity | undefined>();
  const shapeOfGiven = (name: string) => (Object.hasOwn(shapes, name) ? shapes[name] : undefined) ?? scalar;
  for (const name of parameters) known.set(name, { shape: shapeOfGiven(name), overTime: false });
  for (const name of inputs) known.set(name, { shape: shapeOfGiven(name), overTime: true });
  for (const { family } of equations) if (!known.has(family)) known.set(family, undefined);
  const learn = ({ family, index }: Equation, shape: Unknown) => {
    if (shape === undefined || known.get(family) !== undefined) return false;
    known.set(family, { shape, overTime: index !== undefined });
    return true;
  };
  // `h[0]: 0` says nothing of the shape of h.
  const telling = equations.filter(({ index }) => index?.step !== 0);
  while (telling.some((one) => learn(one, known.get(one.family) ? undefined : shapeOf(one.formula, known, one.text))));
  for (const one of equations) learn(one, scalar);
  return known as Shapes;
}

/** The equations of all entries of a quantity. @throws ModelError where the right-hand side has another shape. */
function entriesEquations(equation: Equation, shapes: Shapes): readonly Equation[] {
  const family = shapes.get(equation.family) as Quantity;
  const { shape, parts } = componentsOf(equation.formula, shapes, equation.text);
  // A number for a vector, as in `h[0]: 0`, is one for each entry.
  if (parts.length > 1 && !isSame(shape, family.shape)) {
    const [left, right] = [shapeText(family.shape), shapeText(shape)];
    throw new ModelError("model.shapes", { equation: equation.text, left, right });
  }
  return entryNames(equation.family, family).map((name, k): Equation => {
    const one = { ...equation, formula: (parts.length === 1 ? parts[0] : parts[k]) as Syntax };
    const isMember = !family.overTime && family.shape.length === 1;
    return isMember ? { ...one, index: { step: 0, last: 0, offset: k + 1 } } : { ...one, family: name };
  });
}
