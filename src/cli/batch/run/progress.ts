/** Shows how far a run is: one changing line on a terminal, a line now and then in CI, nothing into a pipe. */

import type { Language } from "../../../messages/catalogue.ts";
import type { TerminalStyle } from "../../view/style.ts";
import type { BatchIo } from "../io.ts";

/** Milliseconds between two displays. */
const interval = { line: 100, log: 10_000 };
/** Runs shorter than this (milliseconds) show nothing. */
const patience = 400;

interface View {
  readonly style: TerminalStyle;
  readonly line: typeof import("../../view/progressLine.ts").progressLine;
}

export class Progress {
  readonly #io: Pick<BatchIo, "stderr" | "env">;
  readonly #total: number;
  readonly #language: Language;
  readonly #kind: "line" | "log" | "none";
  readonly #started = performance.now();
  #shown = this.#started;
  #visible = false;
  /** Loaded when there is something to show. */
  #view: View | "loading" | undefined;

  constructor(io: Pick<BatchIo, "stderr" | "env">, total: number, language: Language) {
    this.#io = io;
    this.#total = total;
    this.#language = language;
    const inCi = (io.env.CI ?? "") !== "" && io.env.CI !== "false";
    this.#kind = inCi ? "log" : io.stderr.isTTY === true ? "line" : "none";
  }

  update(done: number, invalid: number): void {
    if (this.#kind === "none") return;
    const now = performance.now();
    if (now - this.#started < patience || now - this.#shown < interval[this.#kind]) return;
    if (this.#view === undefined) void this.#load();
    if (this.#view === undefined || this.#view === "loading") return;
    this.#shown = now;
    const rate = (done / (now - this.#started)) * 1000;
    const secondsLeft = (this.#total - done) / rate;
    const text = this.#view.line({ done, total: this.#total, rate, secondsLeft, invalid }, this.#view.style);
    if (this.#kind === "log") this.#io.stderr.write(`${text}\n`);
    else {
      this.#io.stderr.write(`\r${text}\u001b[K`);
      this.#visible = true;
    }
  }

  /** Leaves the terminal's line empty, for what comes after. */
  end(): void {
    if (this.#visible) this.#io.stderr.write("\r\u001b[K");
    this.#visible = false;
  }

  async #load(): Promise<void> {
    this.#view = "loading";
    const [{ progressLine }, { detectStyle }] = await Promise.all([
      import("../../view/progressLine.ts"),
      import("../../view/style.ts"),
    ]);
    const { env, stderr: stream } = this.#io;
    this.#view = { line: progressLine, style: detectStyle({ stream, env, flags: { language: this.#language } }) };
  }
}
