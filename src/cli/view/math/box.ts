/** Blocks of characters set side by side and above each other; knows no mathematics. */

import { displayWidth, padEnd } from "../width.ts";

/** Lines of one width; `base` is the line that stands level with the text beside it. */
export interface Box {
  readonly lines: readonly string[];
  readonly base: number;
  readonly width: number;
}

export function textBox(text: string): Box {
  return { lines: [text], base: 0, width: displayWidth(text) };
}

/** Side by side, their base lines level. */
export function beside(boxes: readonly Box[]): Box {
  const above = Math.max(0, ...boxes.map((box) => box.base));
  const below = Math.max(0, ...boxes.map((box) => box.lines.length - 1 - box.base));
  const lines = Array.from({ length: above + 1 + below }, (_, row) =>
    boxes.map((box) => padEnd(box.lines[row - above + box.base] ?? "", box.width)).join(""),
  );
  return { lines, base: above, width: boxes.reduce((sum, box) => sum + box.width, 0) };
}

/** One above the other, centred; `base` counts lines from the top. */
export function stacked(boxes: readonly Box[], base: number): Box {
  const width = Math.max(0, ...boxes.map((box) => box.width));
  const lines = boxes.flatMap((box) => {
    const left = " ".repeat(Math.floor((width - box.width) / 2));
    return box.lines.map((line) => padEnd(left + line, width));
  });
  return { lines, base, width };
}

/** Rows of cells in columns, right- and left-aligned by turns as in LaTeX's `aligned`, or all left-aligned. */
export function grid(rows: readonly (readonly Box[])[], alignment: "left" | "aligned"): Box {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map((row) => row[at]?.width ?? 0)));
  const gap = alignment === "left" ? 2 : 0;
  const lines = rows.flatMap((row) => {
    const cells = widths.map((width, at) => {
      const cell = row[at] ?? textBox("");
      const room = textBox(" ".repeat(width - cell.width));
      const spacer = at === 0 ? [] : [textBox(" ".repeat(gap))];
      return alignment === "aligned" && at % 2 === 0
        ? beside([...spacer, room, cell])
        : beside([...spacer, cell, room]);
    });
    return beside(cells).lines;
  });
  const width = Math.max(0, ...lines.map(displayWidth));
  return { lines: lines.map((line) => padEnd(line, width)), base: Math.floor((lines.length - 1) / 2), width };
}

const tall: Readonly<
  Record<string, readonly [single: string, top: string, middle: string, bottom: string, side: string]>
> = {
  "(": ["(", "⎛", "⎜", "⎝", "⎜"],
  ")": [")", "⎞", "⎟", "⎠", "⎟"],
  "[": ["[", "⎡", "⎢", "⎣", "⎢"],
  "]": ["]", "⎤", "⎥", "⎦", "⎥"],
  "{": ["{", "⎧", "⎨", "⎩", "⎪"],
  "}": ["}", "⎫", "⎬", "⎭", "⎪"],
  "|": ["|", "│", "│", "│", "│"],
  "‖": ["‖", "‖", "‖", "‖", "‖"],
};

/** A delimiter as tall as the box beside it; in ASCII a column of the same character. */
export function fence(text: string, beside: Box, unicode: boolean): Box {
  const height = beside.lines.length;
  if (height === 1 || text === "") return textBox(text);
  const shapes = unicode ? tall[text] : undefined;
  const lines = Array.from({ length: height }, (_, row) => {
    if (shapes === undefined) return text;
    const [, top, middle, bottom, side] = shapes;
    if (row === 0) return top;
    if (row === height - 1) return bottom;
    return height > 2 && row === Math.floor((height - 1) / 2) ? middle : side;
  });
  return { lines, base: beside.base, width: displayWidth(text) };
}
