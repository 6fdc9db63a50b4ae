/** Every command and option says what it is for, in both languages; help never leaves the screen's width. */

import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/entry.ts";
import { optionText } from "../../src/cli/help.ts";
import { say } from "../../src/cli/messages/help.ts";
import type { Surroundings } from "../../src/cli/session.ts";
import { commandNames } from "../../src/cli/session.ts";
import type { Language } from "../../src/messages/message.ts";
import { run, temporaryFolder } from "./support/run.ts";

const around = { stdout: {}, stderr: {}, env: {} } as unknown as Surroundings;
const program = createProgram([], around, {}, () => undefined);
const visible = program.commands.filter((command) => command.name() !== "complete");
const languages: readonly Language[] = ["en", "de"];

describe.each(languages)("%s", (language) => {
  test.each([program, ...visible].map((command) => [command.name(), command] as const))("%s", (name, command) => {
    expect(Object.keys(say.words)).toContain(`help.${name}`);
    const silent = command.options.filter((option) => optionText(command, option, language).length < 5);
    expect(silent.map(({ flags }) => flags)).toEqual([]);
  });

  test.each([60, 80, 200])("%d columns", async (columns) => {
    for (const name of visible.map((command) => command.name())) {
      const { stdout } = await run(["help", name, "--lang", language], {
        folder: temporaryFolder(),
        env: { COLUMNS: String(columns) },
      });
      const prose = stdout
        .split("\n")
        .filter((line) => !/^ {2,}(rnn-check|bash|zsh|fish|echo)|^Usage:|^Aufruf:/.test(line));
      expect(prose.filter((line) => line.length > Math.min(100, columns))).toEqual([]);
    }
  });
});

test("no prose for what is not there", () => {
  const names = new Set(visible.map((command) => command.name()));
  const flags = (command: Command) => command.options.map(({ long }) => long ?? "");
  const known = new Set([
    ...["usage", "options", "commands", "global-options", "default", "rnn-check", "rnn-check.after", "--help"],
    ...flags(program),
    ...visible.flatMap((command) => flags(command).flatMap((flag) => [flag, `${command.name()}.${flag}`])),
    ...[...names].flatMap((name) => [name, `${name}.after`]),
  ]);
  const keys = Object.keys(say.words);
  expect(keys.filter((key) => !known.has(key.slice("help.".length)))).toEqual([]);
});

test("the names of commands are those that are declared", () => {
  const declared = program.commands.map((command) => command.name()).filter((name) => name !== "check");
  expect(declared.sort()).toEqual([...commandNames].sort());
});
