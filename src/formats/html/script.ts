/** The page's script in one piece: its modules in the order in which they need one another. */

import details from "./client/details.js?raw";
import list from "./client/list.js?raw";
import main from "./client/main.js?raw";
import marks from "./client/marks.js?raw";
import page from "./client/page.js?raw";
import students from "./client/students.js?raw";

/** They share one scope there, since a page that loads nothing can't load modules: their names must all be different. */
export const clientScript = `(() => {\n${[page, students, marks, details, list, main].map(unwrapped).join("\n")}})();\n`;

function unwrapped(module: string): string {
  return module.replace(/^import [^;]*;\n/gm, "").replace(/^export /gm, "");
}
