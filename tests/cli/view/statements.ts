/** Statements: one of an exercise, and one that uses everything the view can set. */

import { builtInExercise } from "../../../src/cli/exerciseFiles.ts";
import { type StatedExercise, statedExercise } from "../../../src/cli/view/statementView.ts";
import type { Language } from "../../../src/messages/message.ts";

export function losses(language: Language): StatedExercise {
  return statedExercise(builtInExercise("ex6"), language);
}

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
