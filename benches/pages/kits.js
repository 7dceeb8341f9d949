// What the contestants look like from outside: when their parts are there, where to press, what shows the answer.
//
// A kit: `isReady` and `canAnswer` for loading, and `turn` (where a mouse moves at first contentful paint) for a card
// that waits for a reader; `presses`, by name, each with `event` (the type that starts the clock), `prepare` and
// `isPrepared` (optional, untimed), `target` (where to press or point), `isDirect` (no mouse moves there before) and
// either `isShown` (whether the page has answered) or `state` (a text that the answer changes).
(() => {
  const isVisible = (element) => !!element?.checkVisibility() && element.getClientRects().length > 0;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const areDrawn = (canvases, count) => canvases.length >= count && canvases.every((canvas) => canvas.width > 0 && probe.drawn.has(canvas));
  const isLoaded = () => document.readyState === 'complete';
  const boxOf = (element, x = 0.5, y = 0.5) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width * x, y: top + height * y };
  };
  const nth = (list, n) => list[n % list.length];

  // The card.
  const cards = () => all('story-card');
  const roots = () => cards().map(({ shadowRoot }) => shadowRoot).filter(Boolean);
  const inCards = (selector) => roots().flatMap((root) => all(selector, root));
  const tab = (section) => inCards(`button.sc-tab[id$="-tab-${section}"]`)[0];
  const choices = () => inCards('fieldset label input').filter((input) => isVisible(input) && !input.disabled);
  const areCardsReady = () => cards().length > 0 && cards().every(({ state }) => state === 'ready');
  const isOpen = (section) => tab(section)?.getAttribute('aria-current') === 'true';
  const button = (words) => inCards('button').find((button) => isVisible(button) && button.textContent.includes(words));
  const card = {
    isReady: () => areCardsReady() && roots().every((root) => isVisible(root.querySelector('section.sc-panel')) && root.querySelector('section.sc-panel').childElementCount > 0),
    canAnswer: () => areCardsReady() && choices().length > 1,
    presses: {
      answer: {
        event: 'click',
        prepare: () => choices().length || button('Next')?.click(),
        isPrepared: () => choices().length > 1,
        target: (n) => boxOf(nth(choices(), n).closest('label')),
        isShown: () => inCards('.sc-verdict').some(isVisible),
      },
      next: {
        event: 'click',
        target: () => boxOf(button('Next')),
        isShown: () => choices().length > 1,
      },
      tab: {
        event: 'click',
        target: (n) => boxOf(tab(n % 2 ? 'trivia' : 'charts')),
        isShown: () => (isOpen('charts') ? areDrawn(inCards('canvas').filter(isVisible), 1) : choices().length > 0 || !!button('Next')),
      },
      point: {
        event: 'pointermove',
        prepare: () => isOpen('charts') || tab('charts').click(),
        isPrepared: () => isOpen('charts') && areDrawn(inCards('canvas'), 1),
        target: (n) => boxOf(inCards('canvas')[0], 0.5, (n % 5 + 0.7) / 5.6),
        state: () => inCards('.sc-reading').filter(isVisible).map(({ textContent }) => textContent).join(),
      },
    },
  };

  // The same card, started by a mouse that moves over what is in sight of its static card.
  const turned = {
    ...card,
    isHeard: () => (cards()[0].state ?? 'static') !== 'static',
    turn() {
      if (!staticCard.canAnswer()) return null;
      const { left, width, top, bottom } = cards()[0].getBoundingClientRect();
      return { x: left + width / 2, y: (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2 };
    },
  };

  // The static card, which plays by itself.
  const staticOptions = (root = document) => all('story-card .sc-try > summary', root).filter(isVisible);
  const isDressed = () => getComputedStyle(cards()[0]).getPropertyValue('--story-paper') !== '';
  const ask = (n) => nth(all('story-card .sc-ask'), n);
  const folds = (element) => (element ? [element, ...folds(element.parentElement.closest('details'))] : []);
  const isJudged = (root = document) => all('.sc-try[open] .sc-say', root).some(isVisible);
  const isExplained = (root = document) => all('.sc-why > p', root).some(isVisible);
  const staticCard = {
    isReady: () => document.readyState !== 'loading' && staticCard.canAnswer(),
    canAnswer: () => isVisible(document.querySelector('story-card .sc-try > summary')) && isDressed(),
    presses: {
      answer: {
        event: 'click',
        // Over a card in which nothing is answered a mouse that moves brings the live one.
        isDirect: true,
        prepare: (n) => folds(ask(n).closest('details')).forEach((fold) => (fold.open = true)),
        isPrepared: (n) => staticOptions(ask(n)).length > 1,
        target: (n) => boxOf(nth(staticOptions(ask(n)), n)),
        isShown: (n) => isJudged(ask(n)) && isExplained(ask(n)),
      },
    },
  };

  const openCard = {
    ...card,
    isReady: () => areCardsReady() && card.canAnswer() && areDrawn(inCards('canvas').filter(isVisible), 5),
  };

  // A card at its charts, each of which its menu opens.
  const chartChoices = () => inCards('.sc-chart-list button').filter(isVisible);
  const chartCard = {
    count: () => chartChoices().length,
    isReady: () => areCardsReady() && areDrawn(inCards('canvas').filter(isVisible), 1),
    presses: {
      chart: {
        event: 'click',
        target: (n) => boxOf(nth(chartChoices(), n)),
        isShown: (n) => nth(chartChoices(), n).getAttribute('aria-current') === 'true' && areDrawn(inCards('canvas').filter(isVisible), 1),
      },
    },
  };

  // SurveyJS, TimelineJS3, Chart.js.
  const options = () => all('#quiz .sd-item').filter(isVisible);
  const survey = {
    canAnswer: () => options().length > 1,
    presses: {
      answer: {
        event: 'click',
        prepare: () => options().some((option) => option.querySelector('input').checked) && document.querySelector('.sd-navigation__next-btn').click(),
        isPrepared: () => options().length > 1 && !options().some((option) => option.querySelector('input').checked),
        target: (n) => boxOf(nth(options(), n).querySelector('label, .sd-item__control-label')),
        isShown: () => options().some((option) => option.querySelector('input').checked) && all('#quiz .verdict').some(isVisible),
      },
    },
  };
  const timelineIsReady = () => all('.tl-timemarker').length >= 12 && all('.tl-timemarker').every(isVisible) && all('.tl-slide .tl-headline').some(isVisible);
  const chartsAreReady = () => areDrawn(all('#charts canvas'), 4);
  const charts = {
    isReady: chartsAreReady,
    presses: {
      point: {
        event: 'pointermove',
        target: (n) => boxOf(all('#charts canvas')[0], (n % 5 + 0.8) / 5.4, 0.9),
        state: () => Chart.getChart(all('#charts canvas')[0]).getActiveElements().map(({ index }) => index).join(),
      },
    },
  };

  // The light stack.
  const lightOptions = () => all('#quiz label').filter((label) => !label.querySelector('input').disabled);
  const light = {
    isReady: () => lightOptions().length > 1 && all('#timeline li').length >= 12 && chartsAreReady(),
    canAnswer: () => lightOptions().length > 1,
    presses: {
      answer: {
        event: 'click',
        prepare: () => document.querySelector('#quiz button')?.click(),
        isPrepared: () => lightOptions().length > 1,
        target: (n) => boxOf(nth(lightOptions(), n)),
        isShown: () => all('#quiz .verdict').some(isVisible),
      },
      point: {
        event: 'pointermove',
        target: (n) => boxOf(all('#charts .u-over')[0], (n % 5 + 0.5) / 5, 0.5),
        state: () => `${plots[0].cursor.idx}`,
      },
    },
  };

  // What is pressed as soon as it is there, in the static card at first contentful paint: `isThere`, `target`, and what is to show then.
  const staticTab = () => document.querySelector('story-card a.sc-tab[href$="-timeline"]');
  const isPainted = () => probe.firstPaint() !== null;
  const early = {
    static: { isThere: () => isPainted() && staticCard.canAnswer(), target: () => boxOf(staticOptions()[0]), verdict: () => isJudged(), reason: () => isExplained() },
    tab: {
      isThere: () => isPainted() && isVisible(staticTab()),
      target: () => boxOf(staticTab()),
      section: () => (areCardsReady() ? isOpen('timeline') && areDrawn(inCards('canvas').filter(isVisible), 1) : isVisible(document.querySelector('[id$="-timeline"]'))),
    },
    // Theirs is one sentence.
    stack: { isThere: survey.canAnswer, target: () => survey.presses.answer.target(0), verdict: survey.presses.answer.isShown, reason: survey.presses.answer.isShown },
    light: { isThere: light.canAnswer, target: () => light.presses.answer.target(0), verdict: light.presses.answer.isShown, reason: light.presses.answer.isShown },
  };

  /** Whether the mouse is over a widget, if there is one. */
  const rested = () => {
    const parts = all('story-card, #quiz, #timeline, #charts');
    return !parts.length || parts.some((part) => part.matches(':hover'));
  };

  window.kits = {
    rested,
    bare: { isReady: isLoaded },
    card,
    turned,
    staticCard,
    openCard,
    chartCard,
    early,
    surveyjs: { ...survey, isReady: survey.canAnswer },
    timelinejs: { isReady: timelineIsReady },
    chartjs: charts,
    stack: { ...survey, isReady: () => survey.canAnswer() && timelineIsReady() && chartsAreReady(), presses: { ...survey.presses, ...charts.presses } },
    light,
    // Blocks for 40 ms on a click: checks the clock itself.
    blocker: { isReady: isLoaded, presses: { block: { event: 'click', target: () => boxOf(document.querySelector('button')), isShown: () => document.querySelector('button').textContent === 'Blocked' } } },
  };
})();
