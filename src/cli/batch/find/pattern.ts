/** File name patterns that the shell did not expand: where to start and what to take. Loaded when one is met. */

import picomatch from "picomatch";

export function patternInput(typed: string): { readonly folder: string; readonly matches: (name: string) => boolean } {
  const posix = typed.replaceAll("\\", "/");
  const { base, glob } = picomatch.scan(posix);
  return { folder: base === "" ? (posix.startsWith("/") ? "/" : ".") : base, matches: picomatch(glob) };
}
