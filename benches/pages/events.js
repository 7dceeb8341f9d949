// What each contestant does with one list of many events, from a text in memory to pixels that move.
//
// A kit: `isThere` (optional) whether it can begin; `read` makes of the text what `open` shows; `isDrawn` says whether it shows; `box` is the part of it that a
// pointer drags and over which a wheel is turned; `zoom` is where to press instead, for who has no wheel.
import { all, cardAt, isVisible, settled } from './large.js';

(() => {
  // A month or a year without more begins with its first day, for those who know days only.
  const day = (text, last) => {
    const [year, month = last ? '12' : '01', date = last ? '28' : '01'] = text.split('-');
    return `${year}-${month}-${date}`;
  };
  const ends = ({ date }) => {
    const [from, to] = date.split('/');
    return { from: day(from), to: to && day(to, true) };
  };

  let content;
  const vis = globalThis.vis && {
    read(text) {
      const { events, lanes } = JSON.parse(text).timeline;
      const groups = lanes.map(({ id, title }) => ({ id, content: title }));
      const items = events.map((event) => {
        const { from, to } = ends(event);
        return { id: event.id, group: event.lane, content: event.title, start: from, ...(to ? { end: to } : { type: 'point' }) };
      });
      content = { items: new globalThis.vis.DataSet(items), groups: new globalThis.vis.DataSet(groups) };
    },
    // Its own wheel would take the page's; like ours it zooms with the Control key.
    open: () => new globalThis.vis.Timeline(document.querySelector('#timeline'), content.items, content.groups, { zoomKey: 'ctrlKey', maxHeight: 600, onInitialDrawComplete: () => (content.isDrawn = true) }),
    isDrawn: () => content.isDrawn && all('#timeline .vis-item').some(isVisible),
    box: () => document.querySelector('#timeline .vis-center'),
  };

  const timelinejs = globalThis.TL && {
    read(text) {
      const part = (text) => {
        const [year, month, date] = text.split('-');
        return { year, month, day: date };
      };
      const events = JSON.parse(text).timeline.events.map((event) => {
        const { from, to } = ends(event);
        return { unique_id: event.id, group: event.lane, text: { headline: event.title, text: '' }, start_date: part(from), ...(to && { end_date: part(to) }) };
      });
      content = { events };
    },
    open: () => new globalThis.TL.Timeline('timeline', content, { font: null, hash_bookmark: false, script_path: '/rivals/@knight-lab/timelinejs/dist/js/' }),
    isDrawn: () => all('.tl-timemarker').length >= content.events.length && isVisible(document.querySelector('.tl-timemarker')),
    box: () => document.querySelector('.tl-timenav-slider-background, .tl-timenav'),
    zoom: (isIn) => all('.tl-menubar-button')[isIn ? 1 : 2],
  };

  const centre = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, width, height };
  };

  const kits = { card: cardAt('timeline'), vis, timelinejs };
  window.events = {
    /** From the text in memory to what can be opened, in ms. */
    async read(name, url) {
      const text = await (await fetch(url)).text();
      await settled(kits[name].isThere ?? (() => true));
      await probe.afterFrame();
      const start = performance.now();
      await kits[name].read(text);
      const time = performance.now() - start;
      await probe.afterFrame();
      return time;
    },
    /** From the call that opens to the first task after the frame that shows it: ms, and how many frames. */
    async open(name) {
      await probe.afterFrame();
      const start = performance.now();
      kits[name].open();
      await probe.afterFrame();
      const frames = 1 + (await settled(kits[name].isDrawn));
      const time = performance.now() - start;
      kits[name].box().scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { time, frames };
    },
    place: (name) => centre(kits[name].box()),
    /** Where to press to zoom in or out; null for who takes a wheel. */
    button: (name, isIn) => (kits[name].zoom ? centre(kits[name].zoom(isIn)) : null),
  };
})();
