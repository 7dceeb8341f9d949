// The files of this machine, as the commands want them.
import { randomUUID } from "node:crypto";
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** A path as the commands take it apart, with `/`. */
export function slashed(path) {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

export const files = {
  read: (path) => readFileSync(path),
  size(path) {
    const found = statSync(path);
    return found.isFile() ? found.size : -1;
  },
  // The system's own: Node's takes `/dev/null/.` for a folder.
  realPath: (path) => slashed(realpathSync.native(path)),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write(path, bytes) {
    let real;
    try {
      real = realpathSync.native(path);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
      return writeFileSync(path, bytes);
    }
    replace(real, bytes);
  },
  writeNew: (path, bytes) => writeFileSync(path, bytes, { flag: "wx" }),
};

/** Writes a file that is there anew, whole or not at all; it keeps its permissions. */
function replace(path, bytes) {
  // A file that its author protects can still be renamed away.
  accessSync(path, constants.W_OK);
  const { mode } = statSync(path);
  const beside = join(dirname(path), `.story-card-${randomUUID()}`);
  try {
    writeFileSync(beside, bytes, { flag: "wx", mode, flush: true });
    // What is asked for above, the system's mask may cut.
    chmodSync(beside, mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
