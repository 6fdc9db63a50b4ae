/** All kinds of questions, by name. A new one is a folder and its name here. */

import { choice } from "./choice/kind.ts";
import { expression } from "./expression/kind.ts";
import { graph } from "./graph/kind.ts";
import type { Kind } from "./kind.ts";
import { listedKinds } from "./listed/kind.ts";
import { names } from "./names/kind.ts";
import { number } from "./number/kind.ts";
import { text } from "./text/kind.ts";

export const kinds: Readonly<Record<string, Kind>> = { number, expression, names, graph, choice, ...listedKinds, text };
