// Starts a further thread of a batch.
import { loadProgram } from "./load.js";

await loadProgram().program.work();
