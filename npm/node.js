// The author's tool in Node, where the module is started at once.
import { readdirSync, readFileSync } from "node:fs";
import { initSync } from "./story-card-tool.js";

export * from "./index.js";

initSync({ module: readFileSync(new URL("story-card-tool_bg.wasm", import.meta.url)) });

export function runtime() {
  const folder = new URL("runtime/", import.meta.url);
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder))]));
}
