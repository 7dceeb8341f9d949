// Makes a frame as high as the card in it. One file for both sides: the host page loads it
// as it is, the framed page with `data-story` (the story's id) on the tag.
//
// A plain script, so that a framed page without an origin of its own can load it from anywhere.
(() => {
  const HEIGHT = 'story-card-height';
  const HELLO = 'story-card-hello';
  const MOST_HEIGHT = 100_000;
  /** Further echoes are waited for, one at a time; the last is no coincidence. */
  const FIRST_ECHOES = 3;
  const MOST_ECHOES = 6;
  /** Attributes of the card that the address of its page may set. */
  const ATTRIBUTES = ['theme', 'section', 'sections', 'heading-level', 'seed', 'questions', 'spoilers', 'remember', 'link', 'loading'];

  const story = document.currentScript?.dataset.story;
  const isFramed = window.parent !== window;

  if (story) {
    const wanted = wantedAttributes();
    dressPage(wanted.get('theme'));
    setOnCard(wanted);
    if (isFramed) {
      tellHeight();
      addEventListener('click', leaveFrame, true);
    }
  } else {
    followFrames();
  }

  // The host.

  function followFrames() {
    addEventListener('message', ({ source, data }) => {
      const height = data?.type === HEIGHT ? data.height : 0;
      if (!Number.isFinite(height) || height <= 0 || height > MOST_HEIGHT) return;
      for (const frame of frames()) if (frame.contentWindow === source) fit(frame, height);
    });
    // Those that told their height before this script was there.
    for (const frame of frames()) frame.contentWindow?.postMessage({ type: HELLO }, '*');
  }

  function frames() {
    return document.querySelectorAll('iframe');
  }

  /** Gives the inside of a frame a height. */
  function fit(frame, height) {
    const style = getComputedStyle(frame);
    const edges = ['borderTopWidth', 'borderBottomWidth', 'paddingTop', 'paddingBottom'];
    const outside = style.boxSizing === 'border-box' ? edges.reduce((sum, edge) => sum + parseFloat(style[edge]), 0) : 0;
    frame.style.height = `${height + outside}px`;
  }

  // The framed page.

  function wantedAttributes() {
    const given = new URLSearchParams(location.search);
    const wanted = new Map(ATTRIBUTES.filter((name) => given.has(name)).map((name) => [name, given.get(name)]));
    const [id, ...address] = location.hash.slice(1).split('/');
    // What follows a question mark names a round; the card reads it itself.
    if (id === story && address.length) wanted.set('section', address.join('/').replace(/\?.*/, ''));
    return wanted;
  }

  /** Sets attributes as soon as the card is there, which is before the loader starts it. */
  function setOnCard(wanted) {
    new MutationObserver((_, observer) => {
      const card = document.querySelector('story-card');
      if (!card) return;
      observer.disconnect();
      for (const [name, value] of wanted) card.setAttribute(name, value);
    }).observe(document, { childList: true, subtree: true });
  }

  /** A style sheet made here passes every policy; in a frame the card alone is to be seen. */
  function dressPage(theme) {
    const scheme = theme === 'light' || theme === 'dark' ? `:root { color-scheme: ${theme} }` : '';
    const page = isFramed ? 'body { margin: 0 }' : 'body { margin: 0; padding: 1rem } main { max-inline-size: 46rem; margin-inline: auto }';
    adopt(new CSSStyleSheet(), scheme + page);
  }

  function adopt(sheet, rules) {
    sheet.replaceSync(rules);
    if (document.adoptedStyleSheets.includes(sheet)) return;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  /** Most sites refuse to be shown in a frame, and another page of this one is no card. */
  function leaveFrame(event) {
    const link = event.composedPath().find(({ localName }) => localName === 'a');
    const isElsewhere = link && (link.origin !== location.origin || link.pathname !== location.pathname);
    if (isElsewhere && /^https?:/.test(link.href)) link.target ||= '_blank';
  }

  function tellHeight() {
    const root = document.documentElement;
    // Less a little, for what is rounded twice.
    const measure = () => Math.ceil(root.getBoundingClientRect().height - 0.01);
    let told = 0;
    let last = { width: innerWidth, view: innerHeight, height: 0 };
    /** How often in a row the page grew with the frame by as much as the frame. */
    let echoes = 0;
    /** What was told before the first of them. */
    let firm = 0;
    /** Runs while nothing is told, until the page has stood still for a while. */
    let pause = 0;

    // In a frame that follows, it would come and go while the frame grows, and change the width.
    const scrollbar = new CSSStyleSheet();
    const showScrollbar = (isShown) => adopt(scrollbar, isShown ? '' : ':root { scrollbar-width: none }');

    const tell = (value) => {
      told = value;
      window.parent.postMessage({ type: HEIGHT, height: value }, '*');
    };
    const observer = new ResizeObserver(look);
    observer.observe(root);
    addEventListener('resize', look);

    // Engines differ in which of the two comes first.
    function look() {
      const before = last;
      last = { width: innerWidth, view: innerHeight, height: measure() };
      if (pause) {
        if (last.height !== before.height) wait();
        return;
      }
      const change = last.width === before.width ? last.view - before.view : 0;
      if (change) listenForEcho(change, last.height - before.height);
      if (!pause && echoes < MOST_ECHOES) tellChange();
    }

    function tellChange() {
      if (last.height > 0 && last.height !== told) tell(last.height);
    }

    /**
     * A page as high as its frame and a bit more (100vh) would push the frame on for ever. One
     * that is still loading may grow in such steps too, and stand still between them on a slow
     * machine: sooner or later it does not answer a change.
     */
    function listenForEcho(change, answer) {
      if (Math.abs(last.view - told) <= 1) showScrollbar(false);
      if (answer * Math.sign(change) < Math.max(1, Math.abs(change) - 1)) {
        echoes = 0;
        return;
      }
      if (!echoes++) firm = told;
      if (echoes === MOST_ECHOES) stop();
      else if (echoes >= FIRST_ECHOES) wait();
    }

    function wait() {
      clearTimeout(pause);
      pause = setTimeout(() => {
        pause = 0;
        if (last.height === told) echoes = 0;
        tellChange();
      }, 250);
    }

    /** Goes back to the last height that was no answer to the frame's own, and stays there. */
    function stop() {
      observer.disconnect();
      removeEventListener('resize', look);
      showScrollbar(true);
      tell(firm);
    }

    addEventListener('message', ({ source, data }) => {
      if (source !== window.parent || data?.type !== HELLO) return;
      if (told) tell(told);
    });
  }
})();
