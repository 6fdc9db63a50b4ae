#!/usr/bin/env node
// Starts the program and sets the exit status.
import { loadProgram } from "./load.js";

process.exitCode = await loadProgram().program.main(process.argv.slice(2));
