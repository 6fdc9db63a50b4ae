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

try {
  require("./load.js")
    .loadProgram()
    .program.main(process.argv.slice(2))
    .then((status) => {
      process.exitCode = status;
    }, defect);
} catch (/** @type {any} */ error) {
  defect(error?.code === "ENOENT" ? new Error("it has not been built; in its folder, run: npm run build") : error);
}
