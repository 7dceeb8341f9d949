
// What follows is appended by `cargo xtask build`, which takes the WebAssembly apart: the rest
// of it is fetched when Rust asks for it.

/** The rest under way, until it has come or failed. */
let coming;
/** The loader's, taken before the page's scripts could replace it. */
let fetchFile;

const restAddress = () => new URL('story-card-app_rest.wasm' + new URL(import.meta.url).search, import.meta.url).href;
/** A page that is one file brings the rest along. */
const restGiven = () => globalThis.storyCardRuntime?.rest;
const notFetched = (reason) => new Error(`${restAddress()} cannot be fetched (${reason}).`);

async function loadRest() {
  const given = restGiven();
  const source = given ?? (await fetchFile(restAddress()).catch(({ message }) => ({ status: message })));
  if (!given && !source.ok) throw notFetched(source.status);
  await __wbg_load(source, { 0: wasm });
}

function fetchRest() {
  coming ??= loadRest().then(
    () => true,
    ({ message }) => {
      console.error(`<story-card> ${message}`);
      coming = undefined;
      return false;
    },
    // A trap in there is the window's to report, as in any callback.
  ).then((came) => queueMicrotask(() => restCame(came)));
}

/** For a function of the rest that is called before anybody could wait for it. */
function fetchRestAtOnce() {
  let bytes = restGiven();
  if (!bytes) {
    const request = new XMLHttpRequest();
    request.open('GET', restAddress(), false);
    // Text whose letters are bytes: a synchronous request may not ask for bytes themselves.
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
    if (request.status !== 200) throw notFetched(request.status);
    bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt());
  }
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { 0: wasm });
}

/** What the first part of the WebAssembly needs for the rest. */
const LENT_FOR_REST = { 0: { fetch: fetchRestAtOnce } };

async function start(options) {
  if (wasm) return wasm;
  await __wbg_init(options);
  fetchFile = options.fetch ?? fetch;
  awaitRest(fetchRest);
  if (restGiven() || document.querySelector('story-card[loading=eager]')) fetchRest();
  return wasm;
}
