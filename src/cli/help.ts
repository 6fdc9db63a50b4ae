/** What `--help` shows, in the user's language and terminal. */

import type { Argument, Command, Help, Option } from "commander";
import { type Language, Message, type Words } from "../messages/message.ts";
import { helpDocument } from "./helpDocument.ts";
import { say } from "./messages/help.ts";
import { span, wrap } from "./view/span.ts";
import { painter, type TerminalStyle } from "./view/style.ts";

const titles = new Map<string, Message>([
  ["Usage:", say("help.usage")],
  ["Options:", say("help.options")],
  ["Global Options:", say("help.global-options")],
  ["Commands:", say("help.commands")],
]);

const byKey: ReadonlyMap<string, Words> = new Map(Object.entries(say.words));

/** The prose of a command or option; what has none here keeps its own. */
function helpText(key: string, language: Language, own = ""): string {
  const words = byKey.get(`help.${key}`);
  return words === undefined ? own : new Message(key, words, { own }).in(language);
}

/** What an option of a command is for. */
export function optionText(command: Command, option: Option, language: Language): string {
  const key = option.long ?? option.flags;
  const general = helpText(key, language, option.description);
  return helpText(`${command.name()}.${key}`, language, general);
}

/** Commander's way to print help, with our own prose; as data if `json`. */
export function helpIn(style: TerminalStyle, json = false): Partial<Help> {
  const { language } = style;
  const paint = painter(style);
  return {
    showGlobalOptions: true,
    helpWidth: Math.min(style.width, 100),
    minWidthToWrap: 20,
    styleTitle: (title) => {
      return paint(titles.get(title)?.in(language) ?? title, "heading");
    },
    styleCommandText: (text) => paint(text, "command"),
    styleSubcommandText: (text) => paint(text, "command"),
    styleOptionText: (text) => paint(text, "code"),
    subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(shownArgument)].join(" "),
    subcommandDescription: (command) => helpText(command.name(), language, command.summary()),
    commandDescription: (command) => {
      const own = helpText(`${command.name()}.more`, language, helpText(command.name(), language));
      return own.charAt(0).toUpperCase() + own.slice(1) + (/[.:!]$|FILE$|DATEI$/.test(own) ? "" : ".");
    },
    visibleArguments: () => [],
    formatItem: (term, termWidth, description, helper) => {
      const width = helper.helpWidth ?? usualWidth;
      const gap = " ".repeat(Math.max(2, termWidth - helper.displayWidth(term) + 2));
      if (description === "") return `  ${term}`;
      const room = width - termWidth - 4;
      if (room >= leastRoom) return `  ${term}${gap}${indented(helper.boxWrap(description, room), termWidth + 4)}`;
      return `  ${term}\n      ${indented(helper.boxWrap(description, width - 6), 6)}`;
    },
    visibleGlobalOptions: (command) => (command.parent?.options ?? []).filter(({ long }) => long !== "--version"),
    formatHelp(command, helper) {
      if (json) return helpDocument(command, helper, (option) => optionText(command, option, language));
      const describe = (option: Option) => [optionText(command, option, language), extras(option, language)];
      helper.optionDescription = (option) => describe(option).filter(Boolean).join(" ");
      const usage = Object.getPrototypeOf(helper).commandUsage.call(helper, command) as string;
      helper.commandUsage = () => usageWithin(helper.helpWidth ?? usualWidth, usage);
      const body = Object.getPrototypeOf(helper).formatHelp.call(helper, command, helper) as string;
      const after = helpText(`${command.name()}.after`, language);
      return after === "" ? body : `${body}\n${wrapped(after, helper)}\n`;
    },
  };
}

/** Columns that a description needs beside its term; with fewer it goes below. */
const leastRoom = 30;
const usualWidth = 80;

function indented(text: string, columns: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(columns)}`);
}

/** As far as `Usage: ` reaches, and `Aufruf: ` almost. */
const usageIndent = 7;

function usageWithin(width: number, usage: string): string {
  const lines = usage.split("\n").map((line) => hung(line.trim(), width - usageIndent, 2));
  return indented(lines.join("\n"), usageIndent);
}

/** Sentences wrapped to the width; indented lines are commands, and what they do goes below where it does not fit. */
function wrapped(text: string, helper: Help): string {
  const width = helper.helpWidth ?? usualWidth;
  const lines = text.split("\n").flatMap((line) => {
    if (!line.startsWith("  ")) return helper.boxWrap(line, width);
    const parts = line.length <= width ? [line] : line.replace(/(\S) {2,}(\S)/g, "$1\n      $2").split("\n");
    return parts.map((part) => hung(part, width, /\S/.exec(part)?.index ?? 0));
  });
  return lines.join("\n");
}

/** A line broken where it does not fit, its further lines indented by four more columns than `columns`. */
function hung(line: string, width: number, columns: number): string {
  const lines = wrap([span(line)], width, { hanging: columns + 4 });
  return lines.map((parts) => parts.map(({ text }) => text).join("")).join("\n");
}

function extras({ argChoices, defaultValue, defaultValueDescription }: Option, language: Language): string {
  const choices = argChoices?.join(", ") ?? "";
  const given = defaultValueDescription ?? (typeof defaultValue === "object" ? undefined : defaultValue);
  const value = given === undefined ? "" : say("help.default", { value: String(given) }).in(language);
  const told = [choices, value].filter(Boolean).join("; ");
  return told === "" ? "" : `(${told})`;
}

function shownArgument(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}
