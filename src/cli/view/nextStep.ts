/** The last lines of a view: what to do next, and the command to copy; knows no report. */

import { type Line, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";

/** `→ advice`, and the commands below it, each on a line of its own. */
export function nextStep(advice: string, commands: readonly string[], style: TerminalStyle): Line[] {
  const mark = `${symbol("next", style)} `;
  const hanging = mark.length;
  return [
    ...wrap([span(mark, "command"), span(advice)], textWidth(style), { hanging }),
    ...commands.flatMap((command) =>
      wrap([span(" ".repeat(hanging + 2)), span(command, "command")], style.width, { hanging: hanging + 4 }),
    ),
  ];
}

/** Makes a command line of this program from its words. */
export type OwnCommand = (...words: readonly string[]) => string;

export const ownCommand: OwnCommand = (...words) => shellCommand(["rnn-check", ...words]);

/** A command line as a shell takes it: arguments with unusual characters are quoted. */
export function shellCommand(args: readonly string[]): string {
  return args.map((arg) => (/^[\w./:=@%+,-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)).join(" ");
}
