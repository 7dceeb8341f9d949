// <story-card>: an interactive, sourced card made from one JSON story.
//
// Here: the element's life in the page, what is fetched when, how the live card takes over
// from the static one, and the address in the URL. What a card shows and does is Rust, behind
// story-card-app.js. Without that the element's own content stands.

const VERSION = '0.2.0';
const MOST_BYTES = 2 ** 24;

// Taken before the page's scripts can replace it.
const fetch = globalThis.fetch.bind(globalThis);

const beside = (name) => new URL(name, import.meta.url).href;
const ours = (name) => beside(`${name}?v=${VERSION}`);
const failure = (kind, message) => ({ kind, message });

const unfetched = (url, reason) =>
  failure('network', `${url} cannot be fetched (${reason}). Check the address and, on another host, Access-Control-Allow-Origin.`);

async function get(url, options) {
  const response = await fetch(url, options).catch(({ message }) => ({ status: message }));
  if (response.ok) return response;
  throw unfetched(url, response.status);
}

/** The runtime, one for the page, fetched when the first card needs it. */
let runtime;
let tries = 0;
/** The style sheets that live cards wear. */
let sheets;

/** Throws where no WebAssembly can run. */
function assertWasm() {
  if (!globalThis.WebAssembly) {
    throw failure('wasm-missing', 'This browser has no WebAssembly.');
  }
  try {
    // WebKit refuses the instance only.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    throw failure('wasm-refused', "The page's Content-Security-Policy lacks 'wasm-unsafe-eval' in script-src.");
  }
}

async function fetchRuntime() {
  const text = (name) => get(ours(name)).then((response) => response.text());
  const [app, module_or_path, ...css] = await Promise.all([
    // Firefox remembers that a module did not come, by its whole address.
    import(`${ours('story-card-app.js')}#${tries++}`),
    get(ours('story-card-app_bg.wasm')),
    ...['story-card.css', 'story-card-live.css'].map(text),
  ]);
  return { app, module_or_path, css };
}

/** Starts an instance of its own. A page that is one file brings along what would be fetched. */
async function startRuntime() {
  if (traps > 1) throw trapped;
  const { app, module_or_path, css } = await (globalThis.storyCardRuntime ?? fetchRuntime)();
  sheets = await Promise.all(css.map((text) => new CSSStyleSheet().replace(text)));
  const version = await app.default({ module_or_path, fetch }).then(app.version).catch(({ message }) => message);
  if (version !== VERSION) {
    throw failure('network', `story-card.js ${VERSION} cannot use story-card-app_bg.wasm (${version}). Copy all files of one build.`);
  }
  return (running = app);
}

/** The cards in the page, with what sends each back to its static card. */
const cards = new Map();
/** The instance that may be called. */
let running;
let traps = 0;
/** What is told of the last trap. */
let trapped;
/** What was made by instances that have trapped. It is kept, for letting go of it would call them. */
const lost = [];

/** Ends the instance: cards go back to their static card, and the next press begins with a fresh one. */
function trap(message) {
  if (!running) return;
  const { stop } = running;
  lost.push(files);
  running = runtime = undefined;
  files = {};
  const then = ++traps > 1 ? 'Reload the page to use it again.' : 'Press it to go on.';
  trapped = failure('trap', `This card has stopped by a fault of its own. ${then}`);
  trapped.log = `${trapped.message} (${message})`;
  // Rust may still be on the stack.
  queueMicrotask(() => cards.forEach((fallBack) => fallBack()));
  // What is under way in there by itself must not go on.
  stop();
}

/** Calls Rust. */
function call(task) {
  try {
    return task();
  } catch (error) {
    // What Rust throws on purpose has a kind.
    if (error.kind) throw error;
    trap(error.message);
  }
}

// On paper all is unfolded but spoilers: by the style sheet, or else from here.
if (!CSS.supports('selector(::details-content)')) {
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...cards.keys()].flatMap((card) => [...card.querySelectorAll('details:not([open], .sc-spoiler, .sc-try)')]);
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of unfolded.splice(0)) fold.open = false;
  });
}

// A trap in a callback is known by where it was thrown: in our files, or in WebAssembly that they
// called, for WebKit does not say in which. A page that brings the runtime along has no other.
const ourStack = globalThis.storyCardRuntime ? /wasm-function/ : /^(.*Error.*\n)?(.*(<\?>|\[wasm).*\n)*.*story-card-app[._]/;
addEventListener('error', ({ error }) => ourStack.test(error?.stack) && trap(error.message));

/** One fetch and one reading for each address. */
let files = {};

function getFile(url, starting) {
  return (files[url] ??= get(url, { credentials: 'omit' })
    .then((response) => readStory(response, url, response.url, starting))
    .catch((error) => {
      delete files[url];
      throw error.kind ? error : unfetched(url, error.message);
    }));
}

/**
 * The story in a response; throws what is wrong with it. Its pictures stand beside the address
 * `base`, or in the static card of a page that brings them along.
 */
async function readStory(response, name, base, starting) {
  const assertSize = (bytes) => {
    if (bytes > MOST_BYTES) throw failure('format', `${name} is over 16 MB.`);
  };
  assertSize(response.headers.get('Content-Length'));
  const file = await response.blob();
  assertSize(file.size);
  const text = await file.text();
  const app = await starting;
  if (app !== running) throw trapped;
  const place = (url) => document.querySelector(`story-card [data-url="${CSS.escape(url)}"]`)?.src ?? new URL(url, base).href;
  return call(() => app.readStory(text, name, place));
}

/** The link within a static card that was pressed, if it is to be followed here. */
function linkOf({ target, ctrlKey, metaKey, shiftKey }) {
  return !ctrlKey && !metaKey && !shiftKey && target.closest('.sc-card a[href*="#sc-"]');
}

/** Whether a reader has turned to the card: neither a finger that scrolls the page, nor a mouse at
 * rest over which it is scrolled. */
function isSign({ type, pointerType, movementX, movementY }) {
  return type !== 'pointermove' || (pointerType !== 'touch' && (movementX !== 0 || movementY !== 0));
}

/** Waits until what stands in the page's elements is whole. */
async function parsed() {
  while (document.readyState === 'loading') await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A story as a text, null for none; a failure if it cannot be one. */
function textOf(story) {
  try {
    return (typeof story === 'object' ? story && JSON.stringify(story) : story) || null;
  } catch ({ message }) {
    // A property that throws would take down the page of a framework.
    return failure('format', `The story given to <story-card>: ${message}`);
  }
}

/** What `true` says in an attribute, where it is not `on`. */
const SWITCHED_ON = { spoilers: 'show', loading: 'eager' };

/** The hash that a card has followed or written; empty when the reader has gone to another. */
let followed;

class StoryCard extends HTMLElement {
  static observedAttributes = 'src theme section sections heading-level seed questions spoilers remember link loading'.split(' ');

  static #near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.#come()),
    { rootMargin: '100%' },
  );

  /** Called by Rust, which must not hold an element that the page lets go of. */
  static #keep = (card, text) => (card.#held = text);

  static {
    addEventListener('hashchange', () => this.#followUrl((followed = '')));
    // Frameworks set a property where there is one.
    for (const name of this.observedAttributes) {
      if (name === 'sections') continue;
      const property = name === 'heading-level' ? 'headingLevel' : name;
      Object.defineProperty(this.prototype, property, {
        get() {
          return this.getAttribute(name);
        },
        set(value) {
          this.#reflect(name, value);
        },
      });
    }
  }

  #root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  #state = 'static';
  /** What style sheets ask by `:state()`, where the browser has it. */
  #states = this.attachInternals?.().states;
  #story;
  #text = null;
  /** The latest load. */
  #loaded;
  #turn;
  /** The card in Rust, and the id of its story. */
  #card;
  #id;
  /** The instance it is of. */
  #app;
  /** What the reader has done, as a text, and the address last shown: kept for the card of a fresh instance. */
  #held;
  #shown;
  /** The address at which the live card is to open, empty for any; not set until somebody asks for the live card. */
  #wanted;
  /** The link that the reader has pressed for that. */
  #pressed;
  /** What is said where it was pressed. */
  #note;
  /** Ends the wait for that. */
  #goOn;
  /** Lets go of the static card's height. */
  #release;

  constructor() {
    super();
    this.#root.replaceChildren(this.#slot);
    // Set before the element was defined.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in StoryCard.prototype)) continue;
      delete this[name];
      this[name] = value;
    }
    for (const type of ['pointermove', 'focusin', 'keydown', 'click']) this.addEventListener(type, (event) => this.#hear(event), true);
    this.addEventListener('story-show', ({ detail: { section, item, byReader } }) => {
      this.#shown = item ? section + '/' + item : section;
      if (byReader) this.#writeUrl(this.#shown);
    });
  }

  /** A card that is loaded and leaves a reader alone is still `loading`. */
  get state() {
    return this.#state;
  }

  /** Says nothing: what reads only would throw, and take down the page of a framework. */
  set state(_) {}

  get sections() {
    return this.#call('sections') ?? [];
  }

  set sections(sections) {
    this.#reflect('sections', sections);
  }

  get story() {
    return this.#story;
  }

  set story(story) {
    const text = textOf(story);
    this.#story = story;
    // Frameworks set an object anew that says the same.
    if (text === this.#text) return;
    this.#text = text;
    if (this.#state !== 'static') this.#reload();
  }

  /** Shows an address; false if there is no such thing. */
  async show(address) {
    await this.#want();
    return this.#call('show', `${address}`, false) ?? false;
  }

  /** Begins a new round of questions. */
  restart() {
    this.#call('restart');
  }

  connectedCallback() {
    cards.set(this, this.#fallBack);
    if (this.#state === 'static') this.#enter('static');
    this.#call('resume');
    if (this.#card && !this.#isRunning) this.#fallBack();
    if (this.matches('[loading=eager]')) this.#start();
    else this.#watch();
    StoryCard.#followUrl();
  }

  disconnectedCallback() {
    cards.delete(this);
    StoryCard.#near.unobserve(this);
    this.#release?.();
    // Connected again within the task, it was only moved.
    setTimeout(() => this.isConnected || this.#call('suspend'));
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    this.#call('setAttribute', name, value);
    if (name === 'src' && this.#state !== 'static' && this.#text == null) this.#reload();
    StoryCard.#followUrl();
    if (!cards.has(this)) return;
    if (value === 'eager') this.#start();
    else if (this.#state === 'static') this.#watch();
  }

  /** Sets an attribute from a property; some frameworks say '' for none. */
  #reflect(name, value) {
    if (Array.isArray(value)) value = value.join(' ');
    if (value === true) value = SWITCHED_ON[name] ?? 'on';
    if ([undefined, null, false, ''].includes(value)) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Has what is near the window told, once more if it was told before. */
  #watch() {
    StoryCard.#near.unobserve(this);
    StoryCard.#near.observe(this);
  }

  /** Near the window a card starts by itself that has no static card, or another than is asked for,
   * or that goes on from what was kept. */
  async #come() {
    await parsed();
    const shown = [...this.querySelectorAll('.sc-panel')].map(({ id }) => id.slice(this.#prefix.length));
    const asked = (name) => this.getAttribute(name)?.trim().split(/\s+/).join(' ');
    const isAnother = (name, usual) => ![undefined, '', usual].includes(asked(name));
    const isDue = !shown.length || isAnother('section', shown[0]) || isAnother('sections', shown.join(' ')) || this.#isKept();
    if (isDue && cards.has(this) && !this.#loaded) this.#start();
  }

  #isKept() {
    try {
      return this.matches('[remember=on]') && `story-card:${this.#staticStory}` in localStorage;
    } catch {
      // Some frames may not.
    }
  }

  #hear(event) {
    const isPress = event.type === 'click';
    if (this.#state === 'ready') {
      if (isPress || event.type === 'keydown') this.#release?.();
      return;
    }
    if (!isSign(event)) return;
    const link = isPress && linkOf(event);
    if (link) this.#press(link, event);
    else if (isPress || this.#state === 'static') {
      // Who goes on in the static card no longer waits for what was pressed before.
      if (isPress && this.#pressed) this.#pressed = this.#wanted = undefined;
      this.#start();
    }
  }

  /** Before the live card is there, a link does what it does without script. */
  #press(link, event) {
    const id = link.hash.slice(1);
    this.#pressed = link;
    const target = this.querySelector(`[id="${id}"]`);
    if (this.#goOn) event?.preventDefault();
    else if (event && target !== document.getElementById(id)) {
      // Another card of the story stands before this one.
      event.preventDefault();
      for (let fold = target; fold; fold = fold.parentElement.closest('details')) fold.open = true;
      target?.scrollIntoView();
    }
    this.#want(id.slice(this.#prefix.length).replace('-', '/'));
  }

  /** Asks for the live card. */
  #want(address) {
    this.#wanted = address || this.#wanted || '';
    this.#goOn?.();
    return this.#start();
  }

  #start() {
    StoryCard.#near.unobserve(this);
    return this.#loaded ?? this.#load();
  }

  /** Another story: what was done in the one before says nothing of it. */
  #reload() {
    this.#held = this.#shown = undefined;
    this.#load();
  }

  #load() {
    this.#goOn?.();
    return (this.#loaded = this.#open());
  }

  async #open() {
    const turn = (this.#turn = {});
    try {
      this.#enter('loading');
      this.#call('close');
      assertWasm();
      // What failed may be tried again.
      const starting = (runtime ??= startRuntime());
      starting.catch(() => (runtime = undefined));
      const coming = this.#getFile(starting);
      coming.catch(() => {});
      const app = await starting;
      if (app !== running) throw trapped;
      if (!this.#isRunning) this.#makeCard(app);
      const file = await coming;
      // Starting, reading and showing in one task would hold up the page.
      await new Promise(setTimeout);
      const isInUse = turn === this.#turn && this.#isInUse();
      if (isInUse) await new Promise((resolve) => (this.#goOn = resolve));
      if (turn === this.#turn) this.#takeOver(file, isInUse);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    // The latest load wins.
    if (turn !== this.#turn) return this.#loaded;
    StoryCard.#followUrl();
  }

  /** The property, else the story inside, else what `src` names. */
  async #getFile(starting) {
    if (this.#text == null) await parsed();
    const text = this.#text ?? this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (text?.kind) throw text;
    return text == null
      ? getFile(new URL(this.getAttribute('src') ?? beside('ballerina.story.json'), this.baseURI).href, starting)
      : readStory(new Response(text), 'The story given to <story-card>', this.baseURI, starting);
  }

  #makeCard(app) {
    this.#app = app;
    this.#card = call(() => new app.CardHandle(this, StoryCard.#keep));
    for (const { name, value } of this.attributes) this.#call('setAttribute', name, value);
    if (this.isConnected) this.#call('resume');
  }

  /** Whether there is a card, of the instance that may be called. */
  get #isRunning() {
    return this.#card && this.#app === running;
  }

  /** Calls a method of the card in Rust, if there is one. */
  #call(name, ...values) {
    if (this.#isRunning) return call(() => this.#card[name](...values));
  }

  /** What the live card stands on; others may stand beside it. */
  get #stage() {
    return this.#root.querySelector('.stage');
  }

  get #content() {
    return this.querySelector(':scope > :not(script)');
  }

  /** The id of the story of the static card. */
  get #staticStory() {
    return this.querySelector('.sc-card')?.dataset.story;
  }

  /** What all ids in the static card begin with. */
  get #prefix() {
    return this.querySelector('.sc-panel')?.id.replace(/\w+$/, '') ?? '';
  }

  /** Whether a reader is in the static card, and nobody has asked for the live one. */
  #isInUse() {
    const card = this.#wanted == null && this.querySelector('.sc-card');
    const unfolded = 'details[open]:not(:first-child > .sc-entry)';
    return card && (card.contains(this.getRootNode().activeElement) || card.matches(':active') || card.querySelector(unfolded) || card.getBoundingClientRect().top < innerHeight / -4);
  }

  /** Where what is pressed stands in the window: a tab, or the question that gives way to the next. */
  #place() {
    const link = this.#pressed;
    const stays = link?.matches('.sc-tab') ? link : link?.closest('.sc-ask')?.previousElementSibling;
    return stays && Math.max(0, stays.getBoundingClientRect().top);
  }

  #takeOver(file, wasInUse) {
    const address = this.#wanted;
    const place = this.#place();
    this.#wanted = '';
    this.#pressed = undefined;
    const { blockSize } = getComputedStyle(this.#slot);
    const [held, shown] = [this.#held, this.#shown];
    this.#call('open', file, held);
    if (!this.#isRunning) throw trapped;
    this.#id = call(() => file.id);
    // What was done before a trap is held, and the static card of another story says nothing.
    if (!held && this.#staticStory === this.#id) this.#call('adopt', address);
    this.#enter('ready', true);
    // A reader's action may move things, and nothing else.
    if (this.#content && !wasInUse) this.#hold(blockSize);
    if (address) this.#follow(address, place);
    else if (shown) this.#call('show', shown, false);
  }

  /** Keeps the static card's height until the reader acts or the width changes. */
  #hold(blockSize) {
    const { style } = this.#stage;
    let width;
    // It reports at once, when the live card has been laid out.
    const watch = new ResizeObserver(() => this.offsetWidth === (width ??= this.offsetWidth) || this.#release());
    watch.observe(this);
    style.minBlockSize = blockSize;
    this.#release = () => {
      watch.disconnect();
      style.minBlockSize = '';
    };
  }

  /** Goes where a link of the static card leads, to stand at the same place in the window; the name
   * of a spoiler leads no further than its section. */
  #follow(address, place) {
    const found = [address, address.split('/')[0]].find((it) => this.#call('show', it, true, place));
    if (found) this.#writeUrl(found);
  }

  /** The first card that takes part in the URL, or of all cards, and shows a story, or may show it. */
  static #first(story, unknown, any) {
    const inOrder = [...cards.keys()].sort((a, b) => (a.compareDocumentPosition(b) & 2) - 1);
    return inOrder.find((card) => {
      card.#id ??= card.#staticStory;
      return (any || card.matches('[link=on]')) && card.#state !== 'failed' && (card.#id ?? unknown) === story;
    });
  }

  /** Goes to the address in the URL, in the first card that shows its story. */
  static #followUrl() {
    const { hash } = location;
    const [, story, address] = /^#([a-z0-9-]+)\/(.+)/.exec(hash) ?? [];
    if (!story || hash === followed) return;
    // A round that the reader was sent leads any card to it.
    const first = StoryCard.#first(story, story, address.includes('?'));
    if (first?.#state !== 'ready') return first?.#want();
    first.#call('show', address, followed === '');
    followed = hash;
  }

  /** Keeps in the URL where the reader has gone. */
  #writeUrl(address) {
    if (StoryCard.#first(this.#id) !== this) return;
    followed = `#${this.#id}/${address}`;
    try {
      History.prototype.replaceState.call(history, history.state, '', location.href.replace(/#.*|$/, followed));
    } catch {
      // Some frames may not.
    }
  }

  #enter(state, isLive) {
    this.#release?.();
    this.#note?.remove();
    this.#goOn = undefined;
    this.#state = state;
    try {
      this.#states.clear();
      this.#states.add(state);
    } catch {
      // Some browsers have no custom states, or none with this name.
    }
    this.#root.adoptedStyleSheets = isLive ? sheets : [];
    // Behind the live card the static one waits for print. Until then it has a box, whose height
    // can be asked for without another layout.
    this.#slot.style.display = isLive ? '' : 'flow-root';
    if (isLive) {
      // Shown by its sheet alone, which an archive of the page does not have.
      this.#stage.hidden = this.#content;
      if (!this.#content) this.#slot.remove();
    } else if (!this.#slot.parentNode) this.#root[this.#card ? 'prepend' : 'replaceChildren'](this.#slot);
  }

  #fallBack = () => {
    if (!this.#loaded) return;
    this.#goOn?.();
    this.#turn = undefined;
    if (this.#card) lost.push(this.#card);
    this.#card = undefined;
    this.#fail(trapped);
  };

  #fail(problem) {
    if (this.#state === 'failed') return;
    const { kind = 'network', message, faults = [], log = message } = problem;
    const saysSo = !this.#content && this.#isRunning;
    if (kind === 'trap') this.#root.replaceChildren();
    this.#enter('failed', saysSo);
    if (saysSo) this.#call('fail', message, faults.length);
    else if (!this.#content) this.#root.replaceChildren(message);
    const isLast = kind === 'trap' && traps > 1;
    // The reader's next action, or the page's, tries again.
    if (kind === 'network' || (kind === 'trap' && !isLast)) this.#loaded = undefined;
    if (isLast && this.#content) this.#say(message);
    else if (this.#pressed) this.#sayThere(!this.#loaded);
    if (!problem.isLogged) console.error(`<story-card> ${log}`);
    problem.isLogged = true;
    this.dispatchEvent(new CustomEvent('story-error', { bubbles: true, composed: true, detail: { kind, message, faults } }));
  }

  /** Says where the reader has pressed that the live card does not come. */
  #sayThere(canRetry) {
    const link = this.#pressed;
    const { failed = 'The live card cannot be loaded.', retry = 'Try again' } = this.querySelector('.sc-card').dataset;
    this.#note = document.createElement('p');
    this.#note.className = 'sc-note';
    this.#note.role = 'alert';
    this.#note.append(failed);
    if (canRetry) {
      const button = document.createElement('button');
      button.className = 'sc-link';
      button.textContent = retry;
      button.onclick = () => this.#press(link);
      this.#note.append(' ', button);
    }
    link.after(this.#note);
  }

  /** Says something below the static card. */
  #say(message) {
    const note = document.createElement('p');
    note.role = 'alert';
    note.textContent = message;
    this.#root.append(note);
  }
}

// The first loader of a page is the one in force.
if (!customElements.get('story-card')) customElements.define('story-card', StoryCard);
