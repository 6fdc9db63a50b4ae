/**
 * `rnn-check completion bash`: a script that completes commands, exercises, options and file names. It holds the words as
 * they are now, so a course with exercises of its own prints it once more.
 */

import type { Command } from "commander";
import { UsageError } from "../errors.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";

const scripts: Readonly<Record<string, (words: string) => string>> = {
  bash: (words) => `# source <(rnn-check completion bash)\ncomplete -o default -W "${words}" rnn-check\n`,
  zsh: (words) =>
    `# source <(rnn-check completion zsh)\nautoload -U +X bashcompinit && bashcompinit\ncomplete -o default -W "${words}" rnn-check\n`,
  fish: (words) =>
    `# rnn-check completion fish > ~/.config/fish/completions/rnn-check.fish\ncomplete -c rnn-check -a "${words}"\n`,
};

export function completion(session: Session, program: Command, shell: string): number {
  const known = Object.keys(scripts);
  const script = known.includes(shell.toLowerCase()) ? scripts[shell.toLowerCase()] : undefined;
  if (script === undefined) throw new UsageError(say("completion.unknown-shell", { wanted: shell, known }));
  const commands = program.commands.map((command) => command.name()).filter((name) => name !== "check");
  const options = [program, ...program.commands].flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
  // What a person may call an exercise is no word for a shell where it holds anything unusual.
  const exercises = session.exercises.ids().filter((id) => /^[\p{L}\p{N}._-]+$/u.test(id));
  const text = script([...new Set([...exercises, ...commands, ...options, "--help"])].join(" "));
  session.around.stdout.write(session.json ? `${JSON.stringify({ shell, script: text }, null, 2)}\n` : text);
  return 0;
}
