/** What `--help --json` gives: commands and options as data, in the user's language. Knows commander, no layout. */

import type { Argument, Command, Help, Option } from "commander";

/** JSON text with its line end. `describe` words what an option is for. */
export function helpDocument(command: Command, helper: Help, describe: (option: Option) => string): string {
  const option = (one: Option) => ({
    flags: one.flags,
    description: describe(one),
    ...(one.argChoices !== undefined && { choices: one.argChoices }),
  });
  const help = {
    command: command.name(),
    usage: helper.commandUsage(command).split(/\n\s*/),
    description: helper.commandDescription(command),
    arguments: command.registeredArguments.map(argument),
    options: helper.visibleOptions(command).map(option),
    globalOptions: helper.visibleGlobalOptions(command).map(option),
    commands: helper.visibleCommands(command).map((one) => ({
      name: one.name(),
      description: helper.subcommandDescription(one),
      arguments: one.registeredArguments.map(argument),
    })),
  };
  return `${JSON.stringify(help, null, 2)}\n`;
}

function argument(one: Argument): { name: string; required: boolean; variadic: boolean } {
  return { name: one.name(), required: one.required, variadic: one.variadic };
}
