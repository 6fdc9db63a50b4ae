/** Small recurrences computed by hand, with every way to round on the way: what the engine must agree with. */

export interface Small {
  readonly activation: "tanh" | "sigmoid" | "relu";
  readonly w: number;
  readonly u: number;
  readonly c: number;
  readonly x: readonly number[];
  readonly h0: number;
}

/** The exercise that asks for every state and for the loss. */
export function exerciseOf({ activation, ...numbers }: Small, tolerance: object): object {
  const steps = numbers.x.length;
  const asked = [...numbers.x.map((_, t) => `h${t + 1}`), "L"];
  return {
    id: "small",
    title: "-",
    statement: "-",
    model: {
      parameters: ["w", "u", "c"],
      inputs: ["x"],
      steps,
      equations: { "h[t]": `${activation}(w*h[t-1] + u*x[t] + c)`, L: "sum(h[t]^2)" },
    },
    cases: { one: numbers },
    questions: asked.map((value) => ({ id: value, kind: "number", points: 1, reference: { value }, tolerance })),
  };
}

const activations = {
  tanh: Math.tanh,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  relu: (x: number) => Math.max(x, 0),
};

export const ways = ["named", "arguments", "results", "all"] as const;
type Way = (typeof ways)[number] | "none";

export function rounded(value: number, decimals: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals)) / 10 ** decimals;
}

/**
 * The states and the loss, with some of the states given, if values on the way to `target` are rounded to `decimals`
 * places in one of the ways. `target` itself is rounded only where the result of every operation is.
 */
export function run(
  model: Small,
  target: string,
  given: ReadonlyMap<string, number> = new Map(),
  way: Way = "none",
  decimals = 0,
): ReadonlyMap<string, number> {
  const { w, u, c, x, h0 } = model;
  const to = (when: boolean, value: number) => (when ? rounded(value, decimals) : value);
  const all = way === "all";
  const values = new Map<string, number>();
  let h = h0;
  let loss = 0;
  for (const [i, input] of x.entries()) {
    const name = `h${i + 1}`;
    const argument = to(way !== "none" && way !== "named", to(all, w * h) + to(all, u * input) + c);
    h = to(way !== "none" && (all || name !== target), activations[model.activation](argument));
    h = given.get(name) ?? h;
    values.set(name, h);
    loss += to(all, h ** 2);
  }
  return values.set("L", to(all, loss));
}
