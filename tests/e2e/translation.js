// One action in a live card and what it says then; after that its words are translated, if `how`
// says in which way. A translation is the same words with a mark in front.
const [host, action, how, done] = arguments;
const MARK = '\u2051';
const root = host.shadowRoot;

const texts = () => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found.filter((text) => !text.parentNode.closest('style, textarea'));
};

/** What can be pressed or set in the open section; of controls that are alike the first two. */
const controls = () => {
  const seen = {};
  return [...root.querySelectorAll('section.sc-panel :is(button, summary, input, select)')].filter((control) => {
    if (!control.checkVisibility() || control.disabled) return false;
    // What leads out of the card takes a time of its own, and so does the timer.
    if (control.closest('.sc-share') || control.matches('[role=switch]')) return false;
    const kind = control.className + control.localName;
    seen[kind] = (seen[kind] ?? 0) + 1;
    return control.closest('fieldset') || seen[kind] <= 2;
  });
};

const fire = (control, type) => control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));

function operate(control) {
  control.focus({ preventScroll: true });
  if (control.type === 'radio') {
    // As a finger does, which answers at once.
    control.closest('label').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  } else if (control.localName === 'select') {
    control.selectedIndex = 1 + (control.selectedIndex % (control.length - 1));
    fire(control, 'change');
  } else if (control.type === 'range' || control.type === 'number') {
    control.stepUp(1);
    fire(control, 'input');
    fire(control, 'change');
  } else if (control.type === 'text' && !control.inputMode) {
    control.value += 'Gannets';
    fire(control, 'input');
  } else control.click();
}

function act() {
  if ('ask' in action) {
    host.restart();
    return host.show(`trivia/${action.ask}`);
  }
  if ('open' in action) return [...root.querySelectorAll('button[id*=-tab-]')].find((tab) => tab.id.endsWith('-' + action.open)).click();
  if ('press' in action) {
    const named = (control) => control.textContent.replaceAll(MARK, '').trim() === action.press;
    const found = [...root.querySelectorAll('button')].find((control) => control.checkVisibility() && named(control));
    found.focus({ preventScroll: true });
    return found.click();
  }
  if ('operate' in action) return operate(controls()[action.operate]);
}

function state() {
  const focused = root.activeElement;
  return {
    words: texts().map((text) => text.data.replaceAll(MARK, '').trim()).filter(Boolean),
    names: [...root.querySelectorAll('[aria-label], [aria-valuetext]')].map((it) => (it.ariaLabel ?? '') + (it.ariaValueText ?? '')),
    fields: [...root.querySelectorAll('input, select, textarea')].map((field) => [field.value, field.checked ?? null]),
    // Another card may have taken it while nothing was done here.
    focus: ('operate' in action || 'press' in action) && focused && [focused.localName, focused.className, [...root.querySelectorAll(focused.localName)].indexOf(focused)],
    section: root.querySelector('section.sc-panel').id.replace(/^sc-.*?-/, ''),
    controls: controls().length,
    neighbours: texts().filter((text) => text.parentNode.childNodes.length > 1).map((text) => text.parentNode.outerHTML),
  };
}

function translate(text) {
  const { data } = text;
  if (!data.trim()) {
    // Some take texts for blocks, and gaps for nothing.
    if (how === 'replace') text.remove();
  } else if (data.startsWith(MARK)) return;
  else if (how === 'replace') text.replaceWith(MARK + data);
  else {
    const font = document.createElement('font');
    font.style.verticalAlign = 'inherit';
    font.append(font.cloneNode());
    font.firstChild.textContent = MARK + data;
    text.replaceWith(font);
  }
}

const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60))));

(async () => {
  await act();
  await settled();
  const seen = state();
  if (how) texts().forEach(translate);
  done(JSON.stringify(seen));
})().catch((error) => done(JSON.stringify({ error: `${error} ${error.stack}` })));
