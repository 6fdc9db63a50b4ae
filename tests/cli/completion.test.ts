/** What Tab offers, word by word, and that the scripts work in the shells that are here. */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { completionScripts } from "../../src/cli/completion/scripts.ts";
import { run, temporaryFolder } from "./support/run.ts";

vi.mock("../../src/cli/builtIn.ts", () => import("./support/builtIn.ts"));

const folder = temporaryFolder();

beforeAll(() => {
  mkdirSync(join(folder, "answers"));
  mkdirSync(join(folder, "own"));
  for (const name of ["my answer.json", "a.json", "notes.txt", "students.csv", "all.zip"])
    writeFileSync(join(folder, name), "");
  writeFileSync(
    join(folder, "own", "pi.yaml"),
    "id: pi\ntitle: Pi\nstatement: s\nquestions:\n  - { id: a, kind: number, points: 1, reference: { number: pi } }\n",
  );
});

/** The values offered, and the kinds of files. */
async function offered(...words: string[]): Promise<{ values: string[]; files: string | undefined }> {
  const { stdout, stderr, status } = await run(["complete", "--", ...words], { folder });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const lines = stdout.split("\n").filter((line) => line !== "");
  const values = lines.filter((line) => !line.startsWith(":")).map((line) => line.split("\t")[0] ?? "");
  return { values, files: lines.find((line) => line.startsWith(":")) };
}

const ids = ["ex1", "ex2", "ex3", "ex4", "ex5", "ex6", "ex7"];
const commands = [
  "list",
  "show",
  "init",
  "trace",
  "batch",
  "merge",
  "diff",
  "review",
  "scaffold",
  "completion",
  "help",
];

describe("words", () => {
  test.each([
    { line: [""], values: [...ids, ...commands], files: undefined },
    { line: ["ex"], values: [...ids, ...commands], files: undefined },
    { line: ["./own"], values: [...ids, ...commands], files: ":files yaml yml json" },
    { line: ["ex6", ""], values: [], files: ":files json" },
    { line: ["check", "ex6", ""], values: [], files: ":files json" },
    { line: ["--json", "ex6", ""], values: [], files: ":files json" },
    { line: ["--feedback", "full", "ex6", ""], values: [], files: ":files json" },
    { line: ["ex6", "a.json", ""], values: [], files: undefined },
    { line: ["list", ""], values: [], files: undefined },
    { line: ["show", ""], values: ids, files: ":files yaml yml json" },
    { line: ["show", "--exercises", "own", ""], values: [...ids, "pi"], files: ":files yaml yml json" },
    { line: ["--exercises=own", "show", ""], values: [...ids, "pi"], files: ":files yaml yml json" },
    { line: ["init", "ex6", ""], values: [], files: ":files json" },
    { line: ["--lang", ""], values: ["en", "de"], files: undefined },
    { line: ["--lang=d"], values: ["--lang=en", "--lang=de"], files: undefined },
    { line: ["--lang", "="], values: ["en", "de"], files: undefined },
    { line: ["--lang", "=", "d"], values: ["en", "de"], files: undefined },
    { line: ["ex6", "a.json", "--feedback", ""], values: ["verdict", "hints", "full"], files: undefined },
    { line: ["--exercises", ""], values: [], files: ":folders" },
    { line: ["trace", "ex6", "--case", ""], values: ["set1", "set2"], files: undefined },
    { line: ["trace", "ex6", "--set", ""], values: ["a=", "b=", "c=", "x=", "h0="], files: undefined },
    { line: ["trace", "ex6", "--wrt", ""], values: ["a", "b", "c", "x", "h0"], files: undefined },
    { line: ["trace", "nothing", "--wrt", ""], values: [], files: undefined },
    { line: ["batch", ""], values: [], files: ":files json zip" },
    { line: ["batch", "answers", ""], values: [], files: ":files json zip" },
    { line: ["batch", "-e", ""], values: ids, files: ":files yaml yml json" },
    { line: ["batch", "-o", ""], values: [], files: ":folders" },
    { line: ["batch", "--roster", ""], values: [], files: ":files csv" },
    { line: ["merge", "a", ""], values: [], files: ":folders" },
    { line: ["scaffold", ""], values: ["gradescope"], files: undefined },
    { line: ["completion", ""], values: ["bash", "zsh", "fish"], files: undefined },
    { line: ["help", ""], values: commands, files: undefined },
  ])("$line", async ({ line, values, files }) => {
    expect(await offered(...line)).toEqual({ values, files });
  });

  test("options of the command and of the program", async () => {
    const { values } = await offered("trace", "ex6", "--");
    expect(values).toEqual(
      expect.arrayContaining(["--steps", "--case", "--set", "--wrt", "--values", "--json", "--lang", "--help"]),
    );
    expect(values).not.toContain("--version");
    expect((await offered("batch", "--format", "")).values).toEqual(expect.arrayContaining(["csv", "html", "moodle"]));
  });

  test("descriptions in the language of the line", async () => {
    const { stdout } = await run(["complete", "--", "--lang", "de", "li"], { folder });
    expect(stdout).toContain("list\tdie Aufgaben mit ihren Punkten\n");
  });

  test("a broken line is silent", async () => {
    expect(await offered("--exercises", "nowhere", "show", "")).toEqual({ values: [], files: undefined });
    expect(await run(["complete"], { folder })).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("scripts", () => {
  const here = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;
  const program = join(folder, "rnn-check");

  beforeAll(() => {
    // Stands in for the program: the shells are tested, not what it offers.
    const lines = ["ex1\\tThe first", "ex6\\tThe sixth", "--lang\\tlanguage", "x=", ":files json"].join("\\n");
    writeFileSync(program, `#!/bin/sh\nprintf '${lines}\\n'\n`, { mode: 0o755 });
  });

  test.each([...completionScripts])("%s: `completion` prints it", async (shell, script) => {
    expect(await run(["completion", shell], { folder })).toEqual({ stdout: script, stderr: "", status: 0 });
  });

  test.skipIf(!here("bash"))("bash fills in", () => {
    const ask = `source <(cat "$1"); shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _rnn_check; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const reply = (...words: string[]) =>
      execFileSync("bash", ["--norc", "-c", ask, "bash", script("bash"), program, ...words], {
        cwd: folder,
        encoding: "utf8",
      })
        .trim()
        .split("\n")
        .sort();
    expect(reply("e")).toEqual(["ex1", "ex6"]);
    expect(reply("ex6", "my")).toEqual(["my answer.json"]);
    expect(reply("ex6", "a")).toEqual(["a.json", "answers"]);
    expect(reply("--")).toEqual(["--lang"]);
    expect(reply("x")).toEqual(["x="]);
    expect(execFileSync("bash", ["--norc", "-c", `source "${script("bash")}"; complete -p rnn-check`]).toString()).toBe(
      "complete -F _rnn_check rnn-check\n",
    );
  });

  test.skipIf(!here("zsh"))("zsh can read it", () => {
    expect(execFileSync("zsh", ["-fn", script("zsh")]).toString()).toBe("");
  });

  test.skipIf(!here("fish"))("fish fills in", () => {
    const ask = `source ${script("fish")}; complete -C "$argv[1]"`;
    const reply = (line: string) =>
      execFileSync("fish", ["--no-config", "-c", ask, `rnn-check ${line}`], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
      })
        .trim()
        .split("\n")
        .map((one) => one.split("\t")[0])
        .sort();
    expect(reply("e")).toEqual(["ex1", "ex6"]);
    expect(reply("ex6 my")).toEqual(["my answer.json"]);
    expect(reply("ex6 a")).toEqual(expect.arrayContaining(["a.json", "answers/"]));
  });

  function script(shell: string): string {
    const file = join(folder, `script.${shell}`);
    writeFileSync(file, completionScripts.get(shell) ?? "");
    return file;
  }
});
