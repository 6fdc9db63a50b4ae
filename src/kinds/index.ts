/** All kinds of questions. A new one is a folder and a line here. */

import type { Question } from "../exercises/exercise.ts";
import { choice } from "./choice/kind.ts";
import { expression } from "./expression/kind.ts";
import { graph } from "./graph/kind.ts";
import type { Kind, Sheet } from "./kind.ts";
import { names } from "./names/kind.ts";
import { number } from "./number/kind.ts";
import { text } from "./text/kind.ts";

export const kinds: readonly Kind[] = [number, expression, names, graph, choice, text];

/** The kind of a question of an exercise that was read with these kinds. */
export function kindOf({ kind }: Question): Kind {
  return kinds.find(({ name }) => name === kind) as Kind;
}

export function sheetOf(question: Question): Sheet {
  return kindOf(question).sheet(question);
}
