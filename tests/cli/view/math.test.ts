/** LaTeX formulas and what a terminal shows for them, in Unicode and in ASCII. */

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toAscii } from "../../../src/cli/view/characters.ts";
import { inlineMath, mathLines } from "../../../src/cli/view/math.ts";

const inline: readonly (readonly [latex: string, unicode: string, ascii: string])[] = [
  [String.raw`\tau_1`, "τ₁", "tau1"],
  ["h_{t-1}", "hₜ₋₁", "h_(t-1)"],
  ["k_{t+1}", "kₜ₊₁", "k_(t+1)"],
  ["h_T", "h_T", "h_T"],
  ["W_{hh}", "Wₕₕ", "W_hh"],
  ["h[t-1]", "h[t − 1]", "h[t - 1]"],
  [String.raw`h_t = \tanh(W h_{t-1} + U x_t)`, "hₜ = tanh(W hₜ₋₁ + U xₜ)", "h_t = tanh(W h_(t-1) + U x_t)"],
  [String.raw`\frac{\partial z}{\partial W}`, "∂z/∂W", "dz/dW"],
  [String.raw`\frac{a+b}{c d}`, "(a + b)/(c d)", "(a + b)/(c d)"],
  [String.raw`\dfrac{1}{2}x`, "(1/2)x", "(1/2)x"],
  [String.raw`\frac12`, "1/2", "1/2"],
  [String.raw`\frac{1}{\frac{a}{b}}`, "1/(a/b)", "1/(a/b)"],
  [String.raw`\frac{-1}{2}`, "(−1)/2", "(-1)/2"],
  [String.raw`\sum_{t=1}^{T} y_t^2`, "Σₜ₌₁ᵀ yₜ²", "sum_(t=1)^T y_t^2"],
  [String.raw`\prod_{t} y_t`, "Πₜ yₜ", "prod_t y_t"],
  [String.raw`\max_i x_i`, "maxᵢ xᵢ", "max_i x_i"],
  [String.raw`g \leftarrow \nu\cdot\frac{g}{\lVert g \rVert}`, "g ← ν·g/‖g‖", "g <- nu*g/||g||"],
  [String.raw`\|g\| \ge \nu`, "‖g‖ ≥ ν", "||g|| >= nu"],
  [String.raw`a \le b \ne c \approx d \in \mathbb R`, "a ≤ b ≠ c ≈ d ∈ R", "a <= b != c ~ d in R"],
  [String.raw`t \to \infty`, "t → ∞", "t -> inf"],
  [String.raw`\nabla_\theta L`, "∇_θ L", "grad_theta L"],
  [String.raw`\nabla L`, "∇L", "grad L"],
  [String.raw`\tanh'(\tau) = 1-\tanh^2\tau`, "tanh′(τ) = 1 − tanh² τ", "tanh'(tau) = 1 - tanh^2 tau"],
  ["f''(x)", "f′′(x)", "f''(x)"],
  ["x^{-1} + y^{n+1} - e^{-x^2}", "x⁻¹ + yⁿ⁺¹ − e^(−x²)", "x^(-1) + y^(n+1) - e^(-x^2)"],
  [String.raw`\mathbb{R}^{n \times m}`, "R^(n × m)", "R^(n * m)"],
  [String.raw`\sqrt{a^2+b^2} + \sqrt 2`, "√(a² + b²) + √2", "sqrt(a^2 + b^2) + sqrt(2)"],
  [String.raw`\left(\frac{a}{b}\right)^2`, "(a/b)²", "(a/b)^2"],
  [String.raw`\hat y_t, \bar x`, "hat yₜ, bar x", "hat y_t, bar x"],
  ["(a,b) = (-1, +0.5)", "(a, b) = (−1, +0.5)", "(a, b) = (-1, +0.5)"],
  ["-x - (-y)", "−x − (−y)", "-x - (-y)"],
  [String.raw`\alpha\beta`, "αβ", "alpha beta"],
  [String.raw`x_{\text{max}} \text{ if } x > 0`, "xₘₐₓ if x > 0", "x_max if x > 0"],
  [
    String.raw`f(x)=\begin{cases} x & \text{if } x > 0\\ 0 & \text{else}\end{cases}`,
    "f(x) = x if x > 0; 0 else",
    "f(x) = x if x > 0; 0 else",
  ],
  [String.raw`\begin{aligned} a &= b\\ c &= d \end{aligned}`, "a = b; c = d", "a = b; c = d"],
  [String.raw`h_t^{(i)} x^* A^\top`, "hₜ⁽ⁱ⁾ x* Aᵀ", "h_t^(i) x* A^T"],
  [String.raw`\foo{x} + \unknown y`, "foo x + unknown y", "foo x + unknown y"],
  [String.raw`50\,\% \{a\}`, "50 % {a}", "50 % {a}"],
  [String.raw`t = 1, \dots, T`, "t = 1, …, T", "t = 1, ..., T"],
];

test.each(inline)("%s", (latex, unicode, ascii) => {
  expect(inlineMath(latex)).toBe(unicode);
  expect(toAscii(inlineMath(latex))).toBe(ascii);
});

test("rows of an aligned block are lines of their own", () => {
  expect(mathLines(String.raw`a &= b \\ c &= d`)).toEqual(["a = b", "c = d"]);
});

const anyLatex = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        ..."{}[]()_^&$'|~ 1a+-=.,".split(""),
        ..."\\frac \\sqrt \\left( \\right) \\left \\begin{cases} \\end{cases} \\begin \\end \\\\ \\tau \\text{ \\hat \\mathbb \\ \\sum".split(
          " ",
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
);

test("any text is set, whatever it is", () => {
  fc.assert(
    fc.property(anyLatex, (latex) => {
      expect(typeof inlineMath(latex)).toBe("string");
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["groups", "{".repeat(5000)],
  ["fractions", "\\frac".repeat(5000)],
  ["roots", "\\sqrt{".repeat(5000)],
  ["fences", "\\left(".repeat(5000)],
  ["scripts", "x_".repeat(5000)],
  ["scripts in groups", "x_{".repeat(5000)],
  ["scripts one after another", `x${"_1".repeat(5000)}`],
])("deep nesting of %s ends", (_, latex) => {
  expect(inlineMath(latex).length).toBeGreaterThan(0);
});
