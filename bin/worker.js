// Starts a further thread of a batch.
const { loadProgram } = require("./load.js");

loadProgram().program.work();
