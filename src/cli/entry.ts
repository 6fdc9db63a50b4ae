/** What the bundled program offers to bin/. */

export { main } from "./main.ts";
