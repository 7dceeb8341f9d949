#!/usr/bin/env node
// The command-line tool in Node: hands the command line to the module, and prints what comes of it.
import { readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { files, slashed } from "./files.js";
import { run } from "./node.js";
import { serve } from "./serve.js";

const runtime = slashed(fileURLToPath(new URL("runtime", import.meta.url)));

// Whoever reads the output has seen enough, as in `story-card schema | head`.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});

function failed(error) {
  process.stderr.write(`story-card: the tool has failed, which is a mistake in it: please report it.\n${error.stack}\n`);
  process.exitCode = 101;
}

/** The standard input, read when a command asks for it. */
const input = {
  read(most) {
    const piece = new Uint8Array(most);
    try {
      return piece.subarray(0, readSync(0, piece));
    } catch (error) {
      // How Windows tells the end of a pipe.
      if (error.code === "EOF") return new Uint8Array();
      throw error;
    }
  },
};

function main(line) {
  const done = run(line, files, runtime, input, process.stdout.hasColors?.() ?? false);
  process.stdout.write(done.output);
  // The module knows of one output only.
  const hasColours = process.stderr.hasColors?.() ?? false;
  process.stderr.write(hasColours ? done.remarks : stripVTControlCharacters(done.remarks));
  process.exitCode = done.status;
  const server = done.takeServer();
  if (server !== undefined) serve(server, files, failed);
}

try {
  main(process.argv.slice(2).map(slashed));
} catch (error) {
  failed(error);
}
