/** Small exercises, as YAML, for mistakes that no exercise of the course leaves room for. */

export const network = `
model:
  parameters: [W, U, V, b]
  inputs: [x, d]
  steps: 3
  equations:
    "tau[t]": W*h[t-1] + U*x[t] + b
    "h[t]": tanh(tau[t])
    "y[t]": V*h[t]
    z: prod(y[t])
    L: sum(y[t]^2)
    E: sum((y[t] - d[t])^2)/T
cases:
  one: { W: 0.7, U: 1.1, V: -1.4, b: 0.2, h0: 0.1, x: [0.5, -1, 0.8], d: [0.3, -0.4, 1] }
questions:
  - { id: h3, kind: expression, points: 1, reference: { value: h3 } }
  - { id: L, kind: number, points: 1, reference: { value: L }, tolerance: { significantFigures: 5 } }
  - { id: E, kind: number, points: 1, reference: { value: E }, tolerance: { significantFigures: 5 } }
  - { id: dL_dV, kind: expression, points: 1, reference: { derivative: L, wrt: V } }
  - { id: stored, kind: names, points: 1, reference: { stored: { of: z, wrt: V, list: true } } }
`;

export const gate = `
model:
  parameters: [G, W]
  steps: 2
  equations:
    "g[t]": sigmoid(G*h[t-1])
    "h[t]": g[t]*h[t-1] + tanh(W*h[t-1])
    z: prod(h[t])
cases: { one: { G: 0.5, W: 0.8, h0: 0.3 } }
questions:
  - { id: dh2_dG, kind: expression, points: 1, reference: { derivative: h2, wrt: G } }
  - { id: stored, kind: number, points: 1, reference: { stored: { of: z, wrt: W, steps: 20, beyond: 2 } } }
`;
