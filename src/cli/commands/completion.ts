/** `rnn-check completion <shell>` prints a script; `rnn-check complete -- <words>` is what the script asks. */

import type { Command } from "commander";
import { type Completion, complete as candidatesFor, type Known } from "../completion/candidates.ts";
import { completionScripts } from "../completion/scripts.ts";
import { ExerciseFiles } from "../exerciseFiles.ts";
import type { Session } from "../session.ts";
import { UsageError } from "../usageError.ts";

export function completion(session: Session, shell: string): number {
  const known = [...completionScripts.keys()];
  const script = completionScripts.get(shell.toLowerCase());
  if (script === undefined) throw new UsageError("completion.unknown-shell", { wanted: shell, known });
  session.around.stdout.write(session.json ? `${JSON.stringify({ shell, script }, null, 2)}\n` : script);
  return 0;
}

/** Whatever is wrong with the line so far, Tab stays silent: no folder, a broken exercise, nothing to offer. */
export async function complete(session: Session, program: Command, words: readonly string[]): Promise<number> {
  const nothing: Completion = { candidates: [] };
  const found = await candidatesFor(program, words, knownIn(session, words)).catch(() => nothing);
  session.around.stdout.write(session.json ? `${JSON.stringify(found, null, 2)}\n` : linesFor(found));
  return 0;
}

/** What the scripts read. */
function linesFor({ candidates, files }: Completion): string {
  const lines = candidates.map(({ value, description }) =>
    description === undefined || description === "" ? value : `${value}\t${description}`,
  );
  if (files !== undefined) lines.push(files.endings.length === 0 ? ":folders" : `:files ${files.endings.join(" ")}`);
  return lines.map((line) => `${line}\n`).join("");
}

function knownIn(session: Session, words: readonly string[]): Known {
  const after = (option: string) =>
    words.flatMap((word, i) => {
      if (word === option) return words[i + 1] === "=" ? (words[i + 2] ?? []) : (words[i + 1] ?? []);
      return word.startsWith(`${option}=`) ? word.slice(option.length + 1) : [];
    });
  const exercises = new ExerciseFiles(after("--exercises"));
  return {
    language: after("--lang").at(-1) === "de" ? "de" : session.language,
    async exercises() {
      const found = await exercises.summaries();
      return found.exercises.map(({ id, title }) => ({ value: id, description: title }));
    },
    async namesIn(wanted, what) {
      const { model, cases } = await exercises.load(wanted);
      if (what === "cases") return Object.keys(cases);
      const given = Object.values(cases).flatMap((values) => Object.keys(values));
      return [...new Set([...(model?.parameters ?? []), ...(model?.inputs ?? []), ...given])];
    },
  };
}
