// Mixed actions on the cards of a page, in a random order that is the same in every run.
(() => {
  let state = 1;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[random(list.length)];
  const all = (card, selector) => [...card.shadowRoot.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const click = (element) => element && (element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 })), true);
  const failed = () => [...document.querySelectorAll('story-card')].filter((card) => card.state === 'failed');

  const actions = {
    tab: (card) => click(pick(all(card, 'button.sc-tab'))),
    answer: (card) => click(pick(all(card, 'fieldset label:has(input:not(:disabled))'))),
    // "Next question", "Answer", "Another round" and whatever else the quiz offers.
    button: (card) => click(pick(all(card, 'section.sc-panel button'))),
    fold: (card) => click(pick(all(card, 'summary'))),
    point(card) {
      const canvas = pick(all(card, 'canvas'));
      if (!canvas) return false;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const place = { bubbles: true, composed: true, clientX: left + random(width), clientY: top + random(height) };
      for (const type of ['pointermove', 'pointerdown', 'pointerleave']) canvas.dispatchEvent(new PointerEvent(type, place));
      return click(canvas);
    },
    walk(card) {
      const slider = pick(all(card, 'input[type=range]'));
      if (!slider) return false;
      slider.value = random(Number(slider.max) + 1);
      slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      return true;
    },
    theme: (card) => (card.setAttribute('theme', pick(['auto', 'light', 'dark'])), true),
    width: (card) => ((card.style.width = pick(['', '320px', '600px'])), true),
    show: (card) => card.show(pick(['trivia', 'timeline', 'charts', 'sources', 'charts/running-times', 'nowhere'])).then(() => true),
    restart: (card) => (card.restart(), true),
    move: (card) => (card.parentNode.insertBefore(card, pick([...card.parentNode.children])), true),
    async leave(card) {
      const place = card.nextSibling;
      const parent = card.parentNode;
      card.remove();
      await new Promise((resolve) => setTimeout(resolve, 5));
      parent.insertBefore(card, place?.parentNode === parent ? place : null);
      return true;
    },
  };

  /** Brings a card to where it began, so that memory compares. */
  async function restOne(card) {
    card.style.width = '';
    card.setAttribute('theme', 'auto');
    await card.show('trivia');
    card.restart();
    await probe.afterFrame();
  }

  window.rest = async () => {
    for (const card of document.querySelectorAll('story-card')) await restOne(card);
    return true;
  };

  /** Does `count` actions; how many of them found something to act on. */
  window.soak = async (count) => {
    const names = Object.keys(actions);
    let done = 0;
    for (let nth = 0; nth < count; nth += 1) {
      const card = pick([...document.querySelectorAll('story-card')]);
      const acted = await actions[pick(names)](card);
      done += acted ? 1 : 0;
      // Frames are made now and then, as for a reader; in between cards must take what comes.
      if (nth % 4 === 0) await probe.afterFrame();
    }
    if (failed().length) throw new Error(`${failed().length} cards have failed`);
    return done;
  };
  return true;
})();
