/**
 * What commander refuses is told with its facts. They are taken out of commander's English, so every one of its codes has
 * rows here: a version with other words must not pass.
 */

import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/entry.ts";
import { refusal as told } from "../../src/cli/explain.ts";
import { say } from "../../src/cli/messages/cli.ts";
import type { Surroundings } from "../../src/cli/session.ts";

const around = { stdout: {}, stderr: {}, env: {} } as unknown as Surroundings;

/** What commander makes of the words. */
async function refusal(words: readonly string[]): Promise<CommanderError> {
  const program = createProgram([], around, {}, () => undefined);
  for (const command of program.commands) command.action(() => undefined);
  const error = await program.parseAsync(words, { from: "user" }).then(
    () => undefined,
    (problem: unknown) => problem,
  );
  if (!(error instanceof CommanderError)) throw new Error(`not refused: ${words.join(" ")}`);
  return error;
}

interface Row {
  readonly words: readonly string[];
  readonly says: ReturnType<typeof told>;
}

const rows: Readonly<Record<string, readonly Row[]>> = {
  "commander.unknownOption": [
    { words: ["list", "--xyzzy"], says: say("usage.unknown-option", { option: "--xyzzy" }) },
    { words: ["list", "--jsn"], says: say("usage.unknown-option-nearest", { option: "--jsn", nearest: "--json" }) },
    {
      words: ["trace", "ex6", "--cas"],
      says: say("usage.unknown-option-nearest", { option: "--cas", nearest: "--case" }),
    },
    { words: ["list", "--it's"], says: say("usage.unknown-option", { option: "--it's" }) },
  ],
  "commander.missingArgument": [{ words: ["show"], says: say("usage.exercise-missing") }],
  "commander.missingMandatoryOptionValue": [
    { words: ["merge", "a"], says: say("usage.option-missing", { option: "-o, --out <dir>" }) },
  ],
  "commander.optionMissingArgument": [
    { words: ["list", "--lang"], says: say("usage.option-value-missing", { option: "--lang <language>" }) },
  ],
  "commander.invalidArgument": [
    {
      words: ["list", "--lang", "fr"],
      says: say("usage.option-value", { option: "--lang", found: "fr", expected: "en, de" }),
    },
    {
      words: ["list", "--min", "it's. Or 'so'"],
      says: say("usage.option-value", { option: "--min", found: "it's. Or 'so'", expected: "0 … 100" }),
    },
    {
      words: ["batch", "a", "--shard", ""],
      says: say("usage.option-value", { option: "--shard", found: "", expected: "i/n, 1 ≤ i ≤ n" }),
    },
  ],
  "commander.excessArguments": [{ words: ["list", "ex1"], says: say("usage.too-many-arguments", { command: "list" }) }],
};

describe.each(Object.entries(rows))("%s", (code, some) => {
  test.each(some)("$words", async ({ words, says }) => {
    const error = await refusal(words);
    expect(error.code).toBe(code);
    expect(told(error, words[0] ?? "")).toEqual(says);
  });
});
