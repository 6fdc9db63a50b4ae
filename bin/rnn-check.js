#!/usr/bin/env node
// Starts the program and sets the exit status: 3 for a defect of the program itself, 4 where the machine lacks something;
// neither may look like a verdict.
// What goes wrong once it runs, it tells itself; here is only what keeps it from running.
/** @param {any} error */
function defect(error) {
  const isMachine = ["EMFILE", "ENFILE", "ENOMEM", "EIO", "EAGAIN"].includes(error?.code);
  process.exitCode = isMachine ? 4 : 3;
  const what = isMachine ? "this computer failed" : "this is a defect of the program";
  process.stderr.write(`rnn-check: ${what}: ${error?.message ?? error}\n`);
}

async function run() {
  const { loadProgram } = require("./load.js");
  const args = process.argv.slice(2);
  // An exercise and an answer are graded by a program that is nothing else, and starts in half the time.
  const isShort = args.length === 2 && args.every((one) => !one.startsWith("-"));
  const status = isShort ? await loadProgram("start").program.main(args) : undefined;
  process.exitCode = status ?? (await loadProgram("entry").program.main(args));
}

run().catch((error) =>
  defect(error?.code === "ENOENT" ? new Error("it has not been built; in its folder, run: npm run build") : error),
);
