#!/usr/bin/env node
// Starts the bundle and sets the exit status; a missing bundle is the only thing that can go wrong here.
import { main } from "../dist/cli.js";

process.exitCode = await main(process.argv.slice(2));
