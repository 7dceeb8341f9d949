// <story-card>: an interactive, sourced card made from one JSON story.
//
// Here: the element's life in the page, and what is fetched when. What a card shows and
// does is Rust, behind story-card-app.js. Without that the element's own content stands.

const VERSION = '0.1.0';
const MOST_BYTES = 2 ** 24;

// Taken before the page's scripts can replace it.
const fetch = globalThis.fetch.bind(globalThis);

const beside = (name) => new URL(name, import.meta.url).href;
const ours = (name) => beside(`${name}?v=${VERSION}`);
const failure = (kind, message) => Object.assign(new Error(message), { kind });

async function get(url, options) {
  const response = await fetch(url, options).catch(({ message }) => ({ status: message }));
  if (response.ok) return response;
  throw failure('network', `${url} cannot be fetched (${response.status}). Check the address and, on another host, Access-Control-Allow-Origin.`);
}

/** One for the page, fetched when the first card needs it. */
let runtime;

/** Throws where no WebAssembly can run. */
function assertWasm() {
  if (typeof WebAssembly !== 'object') {
    throw failure('wasm-missing', 'This browser has no WebAssembly.');
  }
  try {
    // WebKit refuses the instance only.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    throw failure('wasm-refused', "The page's Content-Security-Policy lacks 'wasm-unsafe-eval' in script-src.");
  }
}

async function startRuntime() {
  const [app, module_or_path, sheet] = await Promise.all([
    import(ours('story-card-app.js')),
    get(ours('story-card-app_bg.wasm')),
    get(ours('story-card.css')).then(async (response) => new CSSStyleSheet().replace(await response.text())),
  ]);
  const version = await app.default({ module_or_path }).then(app.version).catch(({ message }) => message);
  if (version !== VERSION) {
    throw failure('network', `story-card.js ${VERSION} does not fit story-card-app_bg.wasm (${version}). Copy all files of one build.`);
  }
  app.start(trap);
  return { app, sheet };
}

/** What sends each card of the page back to its static card. */
const fallBacks = new Set();
/** After a trap, no card calls Rust again. */
let trapped;

function trap(message) {
  if (trapped) return;
  trapped = failure('trap', 'The card has stopped. Reload the page to use it again.');
  trapped.log = `${trapped.message} ${message}`;
  // Rust may still be on the stack.
  queueMicrotask(() => fallBacks.forEach((fallBack) => fallBack()));
}

/** Calls Rust, unless it has stopped. */
function call(task) {
  if (trapped) return;
  try {
    return task() ?? undefined;
  } catch ({ message }) {
    trap(message);
  }
}

// A panic announces itself; any other trap is known by where it was thrown.
addEventListener('error', ({ error }) => {
  const top = String(error?.stack).split('\n', 2).join();
  if (top.includes('story-card-app_bg.wasm')) trap(error.message);
});

/** One fetch and one reading for each address. */
const files = new Map();

function getFile(url) {
  if (!files.has(url)) {
    const file = getText(url).then((text) => readStory(text, url));
    files.set(url, file);
    // What failed may be tried again.
    file.catch(() => files.delete(url));
  }
  return files.get(url);
}

async function readStory(text, address) {
  const { app } = await runtime;
  return call(() => app.readStory(text, address));
}

async function getText(url) {
  const reader = (await get(url, { credentials: 'omit' })).body.getReader();
  const chunks = [];
  let size = 0;
  for (let part; !(part = await reader.read()).done; chunks.push(part.value)) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      reader.cancel();
      throw failure('format', `${url} is over 16 MB.`);
    }
  }
  return new Blob(chunks).text();
}

/** Whether the parser is past an element. */
function isWhole(element) {
  for (let node = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return document.readyState !== 'loading';
}

class StoryCard extends HTMLElement {
  static observedAttributes = ['src', 'theme', 'section', 'sections', 'heading-level', 'seed', 'questions', 'spoilers', 'loading'];

  static #near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.#start()),
    { rootMargin: '100%' },
  );

  #root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  #state = 'static';
  #story;
  #text;
  /** The latest load. */
  #loaded;
  #turn;
  /** The card in Rust. */
  #card;

  constructor() {
    super();
    this.#root.replaceChildren(this.#slot);
    // Set before the element was defined.
    if (Object.hasOwn(this, 'story')) {
      const { story } = this;
      delete this.story;
      this.story = story;
    }
    for (const type of ['pointerdown', 'focusin', 'click']) this.addEventListener(type, () => this.#start());
  }

  get state() {
    return this.#state;
  }

  get sections() {
    return this.#call((card) => card.sections()) ?? [];
  }

  get story() {
    return this.#story;
  }

  set story(story) {
    this.#text = typeof story === 'object' ? story && JSON.stringify(story) : story;
    this.#story = story;
    if (this.#loaded) this.#load();
  }

  /** Shows an address; false if there is no such thing. */
  async show(address) {
    await this.#start();
    return this.#call((card) => card.show(`${address}`)) ?? false;
  }

  /** Begins a new round of questions. */
  restart() {
    this.#call((card) => card.restart());
  }

  connectedCallback() {
    fallBacks.add(this.#fallBack);
    this.#enter(this.#state);
    if (this.#card) trapped ? this.#fallBack() : this.#call((card) => card.resume());
    else if (this.getAttribute('loading') === 'eager') this.#start();
    else StoryCard.#near.observe(this);
  }

  disconnectedCallback() {
    fallBacks.delete(this.#fallBack);
    StoryCard.#near.unobserve(this);
    // Connected again within the task, it was only moved.
    setTimeout(() => this.isConnected || this.#call((card) => card.suspend()));
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    this.#call((card) => card.setAttribute(name, value));
    if (name === 'src' && this.#loaded && this.#text == null) this.#load();
    if (value === 'eager' && fallBacks.has(this.#fallBack)) this.#start();
  }

  #start() {
    StoryCard.#near.unobserve(this);
    return this.#loaded ?? this.#load();
  }

  #load() {
    return (this.#loaded = this.#open((this.#turn = {})));
  }

  async #open(turn) {
    let problem;
    try {
      this.#enter('loading');
      this.#call((card) => card.close());
      assertWasm();
      runtime ??= startRuntime();
      const coming = this.#getFile();
      coming.catch(() => {});
      const ready = await runtime;
      if (!this.#card) this.#makeCard(ready);
      const file = await coming;
      if (turn === this.#turn) problem = this.#call((card) => card.open(file)) ?? trapped;
    } catch (error) {
      problem = error;
    }
    // The latest load wins.
    if (turn !== this.#turn) return this.#loaded;
    problem ? this.#fail(problem) : this.#enter('ready');
  }

  /** The property, else the story inside, else what `src` names. */
  async #getFile() {
    while (this.#text == null && !isWhole(this)) await new Promise((resolve) => setTimeout(resolve, 50));
    const inside = this.querySelector(':scope > script[type="application/json"]');
    if (this.#text != null) return readStory(`${this.#text}`, 'The property story');
    if (inside) return readStory(inside.textContent, 'The story inside <story-card>');
    const src = this.getAttribute('src');
    return getFile(src == null ? beside('ballerina.story.json') : Object.assign(document.createElement('a'), { href: src }).href);
  }

  #makeCard({ app, sheet }) {
    this.#root.adoptedStyleSheets = [sheet];
    this.#card = call(() => new app.CardHandle(this));
    for (const { name, value } of this.attributes) this.#call((card) => card.setAttribute(name, value));
    if (this.isConnected) this.#call((card) => card.resume());
  }

  #call(task) {
    if (this.#card) return call(() => task(this.#card));
  }

  #enter(state) {
    this.#state = state;
    this.setAttribute('state', state);
    if (state === 'ready') this.#slot.remove();
    else this.#root.prepend(this.#slot);
  }

  #fallBack = () => this.#loaded && this.#fail(trapped);

  #fail(problem) {
    if (this.#state === 'failed') return;
    const { kind = 'network', message, faults = [], log = message } = problem;
    if (trapped) this.#root.replaceChildren();
    this.#enter('failed');
    if (!this.querySelector(':scope > :not(script)')) this.#card && !trapped ? this.#call((card) => card.fail(message, faults.length)) : this.#root.replaceChildren(this.#slot, message);
    if (!problem.isLogged) console.error(`<story-card> ${log}`);
    problem.isLogged = true;
    this.dispatchEvent(new CustomEvent('story-error', { bubbles: true, composed: true, detail: { kind, message, faults } }));
  }
}

// The first loader of a page is the one in force.
if (!customElements.get('story-card')) customElements.define('story-card', StoryCard);
