/** `import text from "./file?raw"` gives a file's text; Vitest does so by itself, the build by a plugin. */

declare module "*?raw" {
  const text: string;
  export default text;
}
