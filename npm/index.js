// The author's tool for pages and for Node: each function runs one command over files in memory.
import start, { FileSet, run as runOn } from "./story-card-tool.js";

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
  const text = (set) => ({ text: decoder.decode(set.get(name)) });
  const done = command(files, ["check", "--fix", "--format", "json", "--", name], text);
  return { text: done.text, report: reported(done) };
}

export function build(files, name, { runtime, ...options }) {
  const all = { ...files, ...moved(runtime, "", `${RUNTIME}/`) };
  const written = (set) => {
    const paths = set.paths().filter((path) => path.startsWith(`${OUT}/`));
    return { files: Object.fromEntries(paths.map((path) => [path.slice(OUT.length + 1), set.get(path)])) };
  };
  const done = command(all, ["build", "--out", OUT, ...flags(options), "--", name], written);
  return { ok: done.ok, report: done.output, remarks: done.remarks, files: done.files };
}

export function card(files, name) {
  const { ok, output } = command(files, ["card", "--", name]);
  return ok ? { ok, html: output } : { ok, report: output };
}

export function create(id, options = {}) {
  const { ok, output, bytes } = command({}, ["new", ...flags(options), "--", id], (set) => ({
    bytes: set.get(`${id}.story.json`),
  }));
  if (!ok) throw new Error(output.trim());
  return decoder.decode(bytes);
}

export function importStory(kind, files, name, options = {}) {
  const line = ["import", ...flags(options), "--", kind, name];
  const { ok, output, remarks, path, text } = command(files, line, (set, before) => {
    const path = set.paths().find((path) => !before.includes(path));
    return { path, text: path && decoder.decode(set.get(path)) };
  });
  return ok && path ? { ok, path, text, remarks } : { ok: false, report: output, remarks };
}

export function schema() {
  return JSON.parse(command({}, ["schema"]).output);
}

export function guide() {
  return command({}, ["guide"]).output;
}

export function run(line, files, runtime, input, hasColours) {
  return runOn(line, files, runtime, input instanceof Uint8Array ? reader(input) : input, hasColours);
}

/** Bytes as an input that is read piece by piece. */
function reader(bytes) {
  let at = 0;
  return { read: (most) => bytes.subarray(at, (at += most)) };
}

/**
 * Runs a command line over files; what it printed, and what `take` finds in the files as they are
 * then, which had the paths `before`. Paths there go from the top: `/a`, `./a` and `a` are one.
 */
function command(files, line, take = () => ({})) {
  const set = new FileSet();
  try {
    for (const [path, content] of Object.entries(files)) {
      set.set(path, typeof content === "string" ? encoder.encode(content) : content);
    }
    const before = set.paths();
    const ran = set.run(line, RUNTIME);
    const { status, output, remarks, error } = ran;
    ran.free();
    if (error !== undefined) throw new Error(error.trim());
    return { ok: status === 0, output, remarks, ...take(set, before) };
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
