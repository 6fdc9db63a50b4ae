/** What commander refuses, in words of our own. Commander's errors are English sentences; the facts stand in them. */

import type { CommanderError } from "commander";
import type { Message } from "../messages/message.ts";
import { say } from "./messages/cli.ts";

/** The sentences of commander 14, by the error's code. What was typed may hold anything, quotes and full stops too. */
const sentences: Readonly<Record<string, RegExp>> = {
  "commander.unknownOption": /unknown option '(?<name>.*)'(?:\s*\(Did you mean (?:one of )?(?<nearest>[^?,]+))?/s,
  "commander.missingArgument": /missing required argument '(?<name>.*)'/,
  "commander.missingMandatoryOptionValue": /required option '(?<name>.*)' not specified/,
  "commander.optionMissingArgument": /option '(?<name>.*)' argument missing/,
  "commander.invalidArgument":
    /option '(?<name>.*?)' argument '(?<found>.*)' is invalid\. (?:Allowed choices are )?(?<expected>.*?)\.?$/s,
};

/** What other programs call an option. */
const optionsMeant: ReadonlyMap<string, string> = new Map([
  ["-v", "-V"],
  ["-?", "-h"],
]);

/** What a batch has no use for, but people may look for. */
const optionsGone: ReadonlySet<string> = new Set(["-j", "--jobs", "--resume", "--timeout"]);

/** @param command the command typed, if there is one */
export function commandLineProblem(error: CommanderError, command: string): Message {
  const { name = "", nearest, found = "", expected = "" } = sentences[error.code]?.exec(error.message)?.groups ?? {};
  switch (error.code) {
    case "commander.unknownOption": {
      if (command === "batch" && optionsGone.has(name)) return say("usage.option-gone", { option: name });
      const meant = optionsMeant.get(name) ?? nearest;
      if (meant === undefined) return say("usage.unknown-option", { option: name });
      return say("usage.unknown-option-nearest", { option: name, nearest: meant });
    }
    case "commander.missingArgument":
      return name === "exercise" ? say("usage.exercise-missing") : say("usage.argument-missing", { command, name });
    case "commander.missingMandatoryOptionValue":
      return say("usage.option-missing", { option: name });
    case "commander.optionMissingArgument":
      return say("usage.option-value-missing", { option: name });
    case "commander.invalidArgument":
      return say("usage.option-value", { option: /--[\w-]+/.exec(name)?.[0] ?? name, found, expected });
    default:
      return say("usage.too-many-arguments", { command });
  }
}
