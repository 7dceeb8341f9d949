/** Files by their paths; a text stands for its bytes in UTF-8. */
export type FileMap = Record<string, string | Uint8Array>;

/** Something to tell the author of a story. */
export interface Finding {
  /** A story with a fault cannot be shown; a warning is likely a slip. */
  severity: "fault" | "warning";
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in characters. */
  column: number;
  /** Behind the last character that is meant. */
  end_column: number;
  /** The way to it from the top of the story; empty for the whole text. */
  path: string;
  /** The id of the item in which it stands. */
  item: string | null;
  /** What is wrong: a clause without a full stop. */
  wrong: string;
  /** What would be right: whole sentences. */
  right: string;
  /** Whether `fix` puts it right. */
  fixable: boolean;
}

/** What is to be said of a story. */
export interface Report {
  file: string;
  /** Whether the story can be shown. */
  ok: boolean;
  findings: Finding[];
}

/** What an author chooses for a card; see `story-card build --help`. */
export interface BuildOptions {
  /** The files of the runtime by their names, as `runtime()` reads them in Node. */
  runtime: FileMap;
  /** The address that the files will have on the web. */
  base?: string;
  /** Leaves out what has faults. */
  draft?: boolean;
  /** The sections to show, in this order. */
  sections?: string[];
  /** The level of the card's title, 1 to 6. */
  headingLevel?: number;
  spoilers?: "hide" | "show";
  /** Fetches the runtime at once. */
  eager?: boolean;
  /** What the ids in the static card begin with after `sc-`. */
  id?: string;
}

/** What a story is started from; see `story-card new --help`. */
export interface NewOptions {
  /** All there is, with a comment on what each part is for. */
  full?: boolean;
  template?: "film" | "person" | "place" | "event" | "species" | "report";
  /** The language of the texts, such as `de` or `pt-BR`. */
  lang?: string;
}

/**
 * Starts the module. In a page it is fetched from beside this file, or from `module`; in Node it is
 * there already.
 */
export function init(module?: RequestInfo | URL | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** Checks the story `name`; its tables and picture are looked for among the files. */
export function check(files: FileMap, name: string): Report;

/** The story with what has one right form written so, and what is to be said of it then. */
export function fix(files: FileMap, name: string): { text: string; report: Report };

/** All that a site needs to show a story, by the names of its files; none if it has faults. */
export function build(
  files: FileMap,
  name: string,
  options: BuildOptions,
): { ok: boolean; report: string; remarks: string; files: Record<string, Uint8Array> };

/** The static card: HTML for the inside of a `<story-card>`. */
export function card(files: FileMap, name: string): { ok: true; html: string } | { ok: false; report: string };

/** The text of a story to start from, `ID.story.json`. Throws if `id` is none. */
export function create(id: string, options?: NewOptions): string;

/** A story made from something else, beside it; `path` goes from the top. */
export function importStory(
  kind: "timelinejs" | "gift" | "csv",
  files: FileMap,
  name: string,
  options?: { name?: string },
): { ok: true; path: string; text: string; remarks: string } | { ok: false; report: string; remarks: string };

/** The JSON Schema of the story format. */
export function schema(): object;

/** How a story is written, as Markdown: for people and for language models. */
export function guide(): string;

/** In Node only: the files of the runtime that came with the package. */
export function runtime(): Record<string, Uint8Array>;

/** Files that commands read and write; what goes wrong is thrown as Node's `fs` throws it. */
export interface Files {
  read(path: string): Uint8Array;
  /** The bytes of a file; less than 0 for what is none. */
  size(path: string): number;
  /** Where a path leads, links followed. */
  realPath(path: string): string;
  /** Makes a folder, and those in which it stands. */
  makeFolder(path: string): void;
  /** Writes a file, whole or not at all. `bytes` are good during the call only. */
  write(path: string, bytes: Uint8Array): void;
  /** Writes a file that must not be there yet, else throws `EEXIST`. */
  writeNew(path: string, bytes: Uint8Array): void;
}

/** What a command has left. */
export interface Run {
  /** How a program ends: 0 if all went well, 1 if not, 2 if the command line is none. */
  readonly status: number;
  readonly output: string;
  readonly remarks: string;
  /** Why the command was not run to its end; it stands in the remarks too. */
  readonly error?: string;
  /** What answers requests after `serve`; given once. */
  takeServer(): Server | undefined;
  free(): void;
}

/** Answers requests for the page of `serve`. */
export interface Server {
  readonly port?: number;
  readonly usualPort: number;
  greeting(address: string): string;
  answer(host: string, path: string, files: Files): { readonly status: number; readonly mediaType: string; readonly bytes: Uint8Array; free(): void };
  free(): void;
}

/** What a file named `-` holds, asked for by those commands only that read it. */
export interface Input {
  /** The next bytes, at most so many; none at the end. What goes wrong is thrown as Node's `fs` throws it. */
  read(most: number): Uint8Array;
}

/**
 * Runs a command line, such as `["check", "x.story.json"]`, over any files. `runtime` is the folder
 * with the runtime, `input` what a file named `-` holds.
 */
export function run(
  line: string[],
  files: Files,
  runtime: string | undefined,
  input: Uint8Array | Input,
  hasColours: boolean,
): Run;
