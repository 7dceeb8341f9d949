// The author's tool for pages and for Node: each function runs one command over files in memory.
import start, { FileSet, run } from "./story-card-tool.js";

export { run };

/** Where the commands find the runtime among the files. */
const RUNTIME = "runtime";
/** Where `build` writes among the files. */
const OUT = "out";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function init(module) {
  await start(module === undefined ? undefined : { module_or_path: module });
}

export function check(files, name) {
  return reported(command(files, ["check", "--format", "json", "--", name]));
}

export function fix(files, name) {
  const done = command(files, ["check", "--fix", "--format", "json", "--", name]);
  return { text: decoder.decode(done.get(name)), report: reported(done) };
}

export function build(files, name, { runtime, ...options }) {
  const all = { ...files, ...moved(runtime, "", `${RUNTIME}/`) };
  const done = command(all, ["build", "--out", OUT, ...flags(options), "--", name]);
  return { ok: done.ok, report: done.output, remarks: done.remarks, files: moved(done.all(), `${OUT}/`, "") };
}

export function card(files, name) {
  const { ok, output } = command(files, ["card", "--", name]);
  return ok ? { ok, html: output } : { ok, report: output };
}

export function create(id, options = {}) {
  const { ok, output, get } = command({}, ["new", ...flags(options), "--", id]);
  if (!ok) throw new Error(output.trim());
  return decoder.decode(get(`${id}.story.json`));
}

export function importStory(kind, files, name, options = {}) {
  const { ok, output, remarks, all } = command(files, ["import", ...flags(options), "--", kind, name]);
  const made = Object.entries(all()).find(([path]) => !(path in files));
  return ok && made ? { ok, path: made[0], text: decoder.decode(made[1]), remarks } : { ok: false, report: output, remarks };
}

export function schema() {
  return JSON.parse(command({}, ["schema"]).output);
}

export function guide() {
  return command({}, ["guide"]).output;
}

/** Runs a command line over files; what it printed, and the files as they are then. */
function command(files, line) {
  const set = new FileSet();
  try {
    for (const [path, content] of Object.entries(files)) {
      set.set(path, typeof content === "string" ? encoder.encode(content) : content);
    }
    const ran = set.run(line, RUNTIME);
    const { status, output, remarks, error } = ran;
    ran.free();
    if (error !== undefined) throw new Error(error.trim());
    const left = Object.fromEntries(set.paths().map((path) => [path, set.get(path)]));
    return { ok: status === 0, output, remarks, get: (path) => left[path], all: () => left };
  } finally {
    set.free();
  }
}

/** The report of the one file that was checked. */
function reported({ output }) {
  return JSON.parse(output)[0];
}

/** Those files whose paths begin with `from`, under paths that begin with `to`. */
function moved(files, from, to) {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(from));
  return Object.fromEntries(inside.map(([path, bytes]) => [to + path.slice(from.length), bytes]));
}

/** Options as the command line has them: `headingLevel: 3` is `--heading-level=3`. */
function flags(options) {
  return Object.entries(options).flatMap(([key, value]) => {
    const name = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined || value === false) return [];
    return value === true ? [name] : [`${name}=${Array.isArray(value) ? value.join(" ") : value}`];
  });
}
