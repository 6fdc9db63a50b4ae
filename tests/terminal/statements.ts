/** Sample statements that use everything the view can set. */

import type { StatedExercise, StatedQuestion } from "../../src/cli/terminal/statementView.ts";

const number = (id: string): StatedQuestion => ({
  id,
  kind: "number",
  points: 1,
  keys: [id],
  example: 0.25,
  describe: "A number, to two decimals.",
});

export const losses: StatedExercise = {
  id: "ex6",
  title: "Loss for two parameter sets",
  points: 9,
  statement: String.raw`A network with one hidden unit reads the inputs $x = (0.5, -1)$, starting from $h_0 = 0$:

$$
\begin{aligned}
h_t &= \tanh(a\,x_t + b\,h_{t-1} + c) \\
y_t &= h_t
\end{aligned}
$$

Its loss is $L = \sum_{t=1}^{2} y_t^2$. Two parameter sets are compared:

| set | $a$ | $b$ | $c$ |
|-----|----:|----:|----:|
| 1   |  20 |   1 |   1 |
| 2   |   1 |   1 |   0 |

1. Compute $h_1$, $h_2$ and $L$ for both sets.
2. Which set is the **better start** of a training, and *why*? Think of $\frac{\partial L}{\partial a}$.
`,
  questions: [
    number("set1.h1"),
    number("set1.h2"),
    number("set1.loss"),
    number("set2.h1"),
    {
      id: "better",
      kind: "choice",
      points: 1,
      prompt: "Which set is the better start?",
      keys: ["better"],
      example: 1,
      describe: "`1` or `2`.",
    },
    {
      id: "reason",
      kind: "text",
      points: 2,
      prompt: String.raw`What happens to $\tanh'(\tau_1)$?`,
      keys: ["reason"],
      example: "Because …",
      describe: "One to three sentences.",
    },
  ],
};

export const everything: StatedExercise = {
  id: "sampler",
  title: "Everything a statement can hold",
  points: 2.5,
  statement: String.raw`# Gradients

## With *respect* to $W$

The chain rule gives

$$\frac{\partial L}{\partial \theta} = \sum_{t=1}^{T} \frac{\partial L_t}{\partial h_t} \prod_{k=2}^{t} \frac{\partial h_k}{\partial h_{k-1}}$$

for all $h_t \in \mathbb{R}^n$ with $\lVert g \rVert \ge \nu$, $t \to \infty$ and $\nabla_\theta L \approx 0$ – see
[the notes](https://example.org/notes) or <https://example.org>. Escaped: \$5, \*no emphasis\*, a\_b, &lt;tag&gt;.

- clipping: $g \leftarrow \nu\,\frac{g}{\|g\|}$, in words: the norm is cut to a threshold while the direction stays as it was
  - nested item with ~~struck~~ text and ${"`code`"}
  - [x] done
- an unknown $\foo{x}$ stays

> A quote that is long enough to be wrapped at forty and at eighty columns, with $h_{t-1}$ inside.
>
> - and a list

${"```"}python
def step(x, h):
    return tanh(W * h + U * x)  # a comment that is rather long, longer than a narrow terminal is wide, certainly
${"```"}

10. ten
11. eleven

***

$$f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases} \qquad \left(\frac{a+b}{c}\right)^2$$

A formula wider than the page: $$a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + b_1 + b_2 + b_3 + b_4 + b_5 + b_6 + b_7 + b_8$$

日本語の文章は空白なしで続くので、どこでも折り返してよい。日本語の文章は空白なしで続くので、どこでも折り返してよい。
`,
  questions: [
    {
      id: "application",
      kind: "text",
      points: 2,
      keys: ["application", "reason"],
      example: { application: "…", reason: "…" },
      describe: "The application, and why it fits.",
    },
    {
      id: "edges",
      kind: "graph",
      points: 0.5,
      keys: ["deep.er.__proto__"],
      example: [
        ["h0", "h1"],
        ["x1", "h1"],
        ["W", "h1"],
        ["U", "h1"],
      ],
      describe: 'Pairs `["from", "to"]`, or DOT.',
    },
    { id: "own", kind: "matrix", points: 0, keys: ["own"], example: null, describe: "…" },
  ],
};
