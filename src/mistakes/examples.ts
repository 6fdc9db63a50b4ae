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

/** A cell with two gates beside a recurrence in the other direction, and a classifier that reads both. */
export const cell = `
model:
  parameters: [A, B, C, W, U, V]
  inputs: [x, d]
  steps: 3
  equations:
    "r[t]": sigmoid(A*x[t] + B*h[t-1])
    "z[t]": sigmoid(C*x[t] - A*h[t-1])
    "h[t]": (1 - z[t])*h[t-1] + z[t]*tanh(W*x[t] + U*r[t]*h[t-1])
    "k[t]": tanh(B*k[t+1] + A*x[t])
    "a[t]": V*h[t] + W*k[t]
    "q[t]": exp(a[t])/(exp(a[t]) + 1)
    L: -sum(d[t]*ln(q[t]) + (1 - d[t])*ln(1 - q[t]))
cases: { one: { A: 0.5, B: -0.7, C: 0.9, W: 0.8, U: 1.3, V: -1.2, h0: 0.6, k4: -0.4, x: [1, -0.4, 0.7], d: [1, 0, 1] } }
questions:
  - { id: h2, kind: number, points: 1, reference: { value: h2 }, tolerance: { significantFigures: 5 } }
  - { id: q2, kind: number, points: 1, reference: { value: q2 }, tolerance: { significantFigures: 5 } }
  - { id: L, kind: number, points: 1, reference: { value: L }, tolerance: { significantFigures: 5 } }
  - { id: dh1_dC, kind: expression, points: 1, reference: { derivative: h1, wrt: C } }
`;
