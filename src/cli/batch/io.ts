/** The world outside as the commands for whole courses see it, so that tests can stand in for it. */

import type { Readable } from "node:stream";
import type { Exercises } from "./exercises.ts";

export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Of a stream: `drain` follows a `write` that gave false, unless the stream can't be written to any more. */
  readonly once?: (event: "drain" | "error" | "close", listener: () => void) => unknown;
  readonly destroyed?: boolean;
}

export interface BatchIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly exercises: Exercises;
  /** The module that grades in a further thread (it calls `serveWorker`), and what it needs to find its exercises. */
  readonly worker?: { readonly url: URL; readonly data: unknown };
  /** Calls `stop` when the user asks to end (Ctrl-C); gives back how to stop listening. */
  readonly onInterrupt?: (stop: () => void) => () => void;
}
