/** What `--help` shows, in the user's language. Commander lays it out. */

import type { Argument, Command, Help, Option } from "commander";
import { type Language, Message, type Words } from "../messages/message.ts";
import { say } from "./messages/help.ts";
import { paint, type TerminalStyle } from "./view/style.ts";

const words: Readonly<Record<string, Words>> = say.words;

/** The prose of a command or option; what has none here keeps its own. */
function helpText(key: string, language: Language, own = ""): string {
  const found = words[`help.${key}`];
  return found === undefined ? own : new Message(key, found, { own }).in(language);
}

/** What an option of a command is for. */
export function optionText(command: Command, option: Option, language: Language): string {
  const key = option.long ?? option.flags;
  return helpText(`${command.name()}.${key}`, language, helpText(key, language, option.description));
}

const titles: Readonly<Record<string, Message>> = {
  "Usage:": say("help.usage"),
  "Options:": say("help.options"),
  "Global Options:": say("help.global-options"),
  "Commands:": say("help.commands"),
};

/** Commander's way to print help, with our own prose; as a document if `json`. */
export function helpIn(style: TerminalStyle, json = false): Partial<Help> {
  const { language } = style;
  return {
    showGlobalOptions: true,
    helpWidth: Math.min(style.width, 100),
    minWidthToWrap: 20,
    styleTitle: (title) => paint(titles[title]?.in(language) ?? title, "heading", style),
    styleCommandText: (text) => paint(text, "command", style),
    styleSubcommandText: (text) => paint(text, "command", style),
    styleOptionText: (text) => paint(text, "code", style),
    // A longer list of arguments would take the room of the descriptions.
    subcommandTerm: (command) => {
      const all = command.registeredArguments.map(shownArgument);
      return [command.name(), ...(all.length > 2 ? [all[0], "…"] : all)].join(" ");
    },
    subcommandDescription: (command) => helpText(command.name(), language),
    commandDescription: (command) => {
      const own = helpText(command.name(), language);
      return own.charAt(0).toUpperCase() + own.slice(1) + (own.endsWith(".") ? "" : ".");
    },
    visibleArguments: () => [],
    visibleGlobalOptions: (command) => (command.parent?.options ?? []).filter(({ long }) => long !== "--version"),
    formatHelp(command, helper) {
      helper.optionDescription = (option) =>
        `${optionText(command, option, language)} ${extras(option, language)}`.trimEnd();
      const body = Object.getPrototypeOf(helper).formatHelp.call(helper, command, helper) as string;
      const after = helpText(`${command.name()}.after`, language);
      const help = after === "" ? body : `${body}\n${helper.boxWrap(after, helper.helpWidth ?? 100)}\n`;
      return json ? `${JSON.stringify({ command: command.name(), help }, null, 2)}\n` : help;
    },
  };
}

function extras({ argChoices, defaultValue, defaultValueDescription }: Option, language: Language): string {
  const given = defaultValueDescription ?? (typeof defaultValue === "object" ? undefined : defaultValue);
  const value = given === undefined ? "" : say("help.default", { value: String(given) }).in(language);
  const told = [argChoices?.join(", "), value].filter(Boolean).join("; ");
  return told === "" ? "" : `(${told})`;
}

function shownArgument(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}
