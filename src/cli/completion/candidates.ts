/** What may come next on a command line, found from the commands' own declarations. Knows no shell's syntax. */

import type { Argument, Command, Option } from "commander";
import type { Language } from "../../messages/catalogue.ts";
import { helpText, optionText } from "../help.ts";
import { completionScripts } from "./scripts.ts";

interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/** Which files may stand there as well; the shell lists them itself. */
interface FileKind {
  readonly endings: readonly string[];
}

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Files with these endings and folders; without endings: folders only. Absent: no files. */
  readonly files?: FileKind;
}

/** What a completion needs to know of exercises. */
export interface Known {
  readonly language: Language;
  exercises(): Promise<readonly Candidate[]>;
  /** Names that belong to an exercise: its cases, or the quantities of its model. */
  namesIn(exercise: string, what: "cases" | "quantities"): Promise<readonly string[]>;
}

const files: Readonly<Record<string, readonly string[]>> = {
  answer: ["json"],
  file: ["json"],
  roster: ["csv"],
  overrides: ["csv"],
  inputs: ["json", "zip"],
  package: ["tgz"],
  dir: [],
  dirs: [],
  old: [],
  new: [],
};
const exerciseFiles = ["yaml", "yml", "json"];
const words: Readonly<Record<string, readonly string[]>> = {
  shell: [...completionScripts.keys()],
  kind: ["gradescope"],
  jobs: ["auto"],
};

/** @param line the words after the program's name up to the cursor; the last one is unfinished, maybe empty */
export async function complete(program: Command, line: readonly string[], known: Known): Promise<Completion> {
  const before = joinAssignments(line.slice(0, -1));
  const current = line.at(-1) ?? "";
  const { command, operands, open } = read(program, before);
  const inline = /^(--[\w-]+)=(.*)$/s.exec(current);
  const option = open ?? optionOf(program, command, inline?.[1] ?? "");
  if (open !== undefined || (inline !== null && option?.required)) {
    const found = await valuesOf(option as Option, operands, known);
    return inline === null || open !== undefined ? found : prefixed(found, `${inline[1]}=`);
  }
  if (current.startsWith("-") && current !== "-") return { candidates: options(program, command, known.language) };
  if (command === undefined) return firstWord(program, current, known);
  return argument(program, command, operands, known);
}

/** bash tears `--lang=de` into three words. */
function joinAssignments(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? "";
    if (word === "=" && last.startsWith("--")) joined.push(`${joined.pop()}=`);
    else if (/^--[\w-]+=$/.test(last)) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}

/** The command, its operands so far, and the option whose value is next. */
function read(program: Command, line: readonly string[]) {
  let command: Command | undefined;
  let open: Option | undefined;
  const operands: string[] = [];
  for (const word of line) {
    if (open !== undefined) open = undefined;
    else if (/^--[\w-]+=$/.test(word)) open = optionOf(program, command, word.slice(0, -1));
    else if (word.startsWith("-") && word !== "-") {
      const option = optionOf(program, command, word);
      open = option?.required ? option : undefined;
    } else if (command === undefined) {
      command = program.commands.find((one) => one.name() === word);
      if (command === undefined) {
        command = program.commands.find((one) => one.name() === "check");
        operands.push(word);
      }
    } else operands.push(word);
  }
  return { command, operands, open };
}

function optionOf(program: Command, command: Command | undefined, flag: string): Option | undefined {
  return [...(command?.options ?? []), ...program.options].find((one) => one.long === flag || one.short === flag);
}

function options(program: Command, command: Command | undefined, language: Language): readonly Candidate[] {
  const described = (owner: Command) =>
    owner.options
      .filter(({ long }) => long !== undefined && (long !== "--version" || command === undefined))
      .map((option) => ({ value: option.long ?? "", description: optionText(owner, option, language) }));
  const own = command === undefined ? [] : described(command);
  return [...own, ...described(program), { value: "--help", description: helpText("--help", language) }];
}

/** Files come into question where no exercise and no command begins like this. */
async function firstWord(program: Command, current: string, known: Known): Promise<Completion> {
  const commands = program.commands
    .filter((one) => one.name() !== "check" && one.name() !== "complete")
    .map((one) => ({ value: one.name(), description: helpText(one.name(), known.language) }));
  const candidates = [...(await known.exercises()), ...commands];
  const isFile = !candidates.some(({ value }) => value.startsWith(current));
  return { candidates, ...(isFile && { files: { endings: exerciseFiles } }) };
}

async function argument(
  program: Command,
  command: Command,
  operands: readonly string[],
  known: Known,
): Promise<Completion> {
  const declared = command.registeredArguments;
  const next: Argument | undefined = declared[operands.length] ?? declared.findLast(({ variadic }) => variadic);
  if (next === undefined) return { candidates: [] };
  if (next.name() === "command")
    return { candidates: (await firstWord(program, "", known)).candidates.filter(isCommand) };
  return named(next.name(), known);

  function isCommand({ value }: Candidate): boolean {
    return program.commands.some((one) => one.name() === value);
  }
}

async function valuesOf(option: Option, operands: readonly string[], known: Known): Promise<Completion> {
  if (option.argChoices) return { candidates: option.argChoices.map((value) => ({ value })) };
  const exercise = operands[0] ?? "";
  const name = option.attributeName();
  const placeholder = /<([\w-]+)/.exec(option.flags)?.[1] ?? "";
  if (name === "case") return listed(await known.namesIn(exercise, "cases"));
  if (name === "wrt") return listed(await known.namesIn(exercise, "quantities"));
  if (name === "set") return listed((await known.namesIn(exercise, "quantities")).map((one) => `${one}=`));
  if (name === "format") return listed((option.description ?? "").split(", "));
  return named(Object.hasOwn(files, name) || Object.hasOwn(words, name) ? name : placeholder, known);
}

async function named(name: string, known: Known): Promise<Completion> {
  if (name === "exercise") return { candidates: await known.exercises(), files: { endings: exerciseFiles } };
  const endings = Object.hasOwn(files, name) ? files[name] : undefined;
  const fixed = Object.hasOwn(words, name) ? (words[name] ?? []) : [];
  return { ...listed(fixed), ...(endings !== undefined && { files: { endings } }) };
}

function listed(values: readonly string[]): Completion {
  return { candidates: values.map((value) => ({ value })) };
}

function prefixed({ candidates }: Completion, prefix: string): Completion {
  return { candidates: candidates.map((candidate) => ({ ...candidate, value: prefix + candidate.value })) };
}
