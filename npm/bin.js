#!/usr/bin/env node
// The command-line tool in Node: hands the command line to the module, and prints what comes of it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
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

function main(line) {
  const input = line.includes("-") ? readFileSync(0) : new Uint8Array();
  const done = run(line, files, runtime, input, process.stdout.hasColors?.() ?? false);
  process.stdout.write(done.output);
  process.stderr.write(done.remarks);
  process.exitCode = done.status;
  const server = done.takeServer();
  if (server !== undefined) serve(server, files, failed);
}

try {
  main(process.argv.slice(2).map(slashed));
} catch (error) {
  failed(error);
}
