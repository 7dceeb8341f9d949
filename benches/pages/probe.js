// Runs in every measured page before the page's own scripts, and notes what can only be seen from inside.
//
// Here: when a page is ready, what its loading cost the reader, how long a press takes to be seen.
// What a page's parts look like stands in kits.js.
(() => {
  const now = () => performance.now();
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()?.();
  /** The first task after the next frame. */
  const afterFrame = () => new Promise((resolve) => requestAnimationFrame(() => {
    waiting.push(resolve);
    port2.postMessage(0);
  }));

  const drawn = new WeakSet();
  const fillText = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (...words) {
    drawn.add(this.canvas);
    return fillText.apply(this, words);
  };

  const memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...parts) => {
      const made = await start.apply(WebAssembly, parts);
      // A small build gives it a short name.
      const exports = Object.values((made.instance ?? made).exports);
      const memory = exports.find((part) => part instanceof WebAssembly.Memory);
      if (memory) memories.add(memory);
      return made;
    };
  }

  const longTasks = [];
  let shift = 0;
  let largest = 0;
  const observers = [];
  const observe = (type, note) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true });
    observers.push(observer);
  };
  observe('longtask', ({ startTime, duration }) => longTasks.push([startTime, startTime + duration]));
  observe('layout-shift', ({ value, hadRecentInput }) => (shift += hadRecentInput ? 0 : value));
  observe('largest-contentful-paint', ({ startTime }) => (largest = startTime));

  const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  const loadEnd = () => performance.getEntriesByType('navigation')[0].loadEventEnd;
  /** Paint entries, late shifts and late requests come with a delay. */
  const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

  /** What of the tasks over 50 ms is over 50 ms, between first contentful paint and `end`. */
  function blocking(end) {
    const parts = longTasks.map(([from, to]) => {
      const late = Math.max(from + 50, firstPaint() ?? 0);
      return Math.max(0, Math.min(to, end) - late);
    });
    return parts.reduce((sum, part) => sum + part, 0);
  }

  /** Waits for the frame after which a condition is true; how many frames that took. */
  async function until(condition) {
    const start = now();
    let frames = 0;
    for (; !condition(); frames += 1) {
      await afterFrame();
      if (now() - start > 60_000) throw new Error(`waited a minute in vain for: ${condition}`);
    }
    return frames;
  }

  /** The time when a condition is true, one more frame is out after that, and the main thread takes the next task. */
  async function seen(condition) {
    await until(condition);
    await afterFrame();
    return now();
  }

  /** What a page has cost its reader until `end`. */
  const cost = (end) => ({ fcp: firstPaint(), lcp: largest, shift, blocking: blocking(end) });

  /** Brings a place into sight, if it is not; where it is then. */
  function inSight(target, n) {
    const { y } = target(n);
    if (y < 0 || y > innerHeight) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' });
    return target(n);
  }

  /** When a mouse has first moved over a card. */
  let sign = null;
  const noteSign = ({ isTrusted, target, movementX, movementY, timeStamp }) => {
    if (isTrusted && (movementX || movementY) && target.closest('story-card')) sign ??= timeStamp;
  };

  window.probe = {
    drawn,
    afterFrame,
    firstPaint,
    wasmBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),

    /** Begins to watch the loading of a page; `loaded` is everything about it, when it is through, times in ms since
     * navigation. `turn` is where a mouse is to move at first contentful paint, for a card that waits for that. */
    watch(kit) {
      this.turn = kit.turn ? this.painted(kit.turn) : null;
      this.loaded = this.load(kit);
    },

    async painted(target) {
      addEventListener('pointermove', noteSign, true);
      await until(() => firstPaint() !== null && target());
      return target();
    },

    /** Waits until a page is ready and through with loading. */
    async opened(kit) {
      const [answer, ready] = await Promise.all([kit.canAnswer ? seen(kit.canAnswer) : null, seen(kit.isReady)]);
      await until(() => loadEnd() > 0);
      await pause();
      return { answer, ready };
    },

    async load(kit) {
      const { answer, ready } = await this.opened(kit);
      // What comes later would only count as memory.
      observers.forEach((observer) => observer.disconnect());
      return { answer, ready, live: sign && ready - sign, ...cost(Math.max(ready, loadEnd())) };
    },

    /** Everything that a visit has cost until now. */
    async passed() {
      await pause();
      return cost(now());
    },

    /** Waits until the page has come to rest; how far it is to its end. */
    async scrolled() {
      for (let before; before !== scrollY; ) {
        before = scrollY;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return document.documentElement.scrollHeight - innerHeight - scrollY;
    },

    /** Waits until there is something to press, and no longer; where, and when that was. `shown` is when each of its
     * answers shows. */
    async early({ isThere, target, ...answers }) {
      await until(isThere);
      const watched = Object.entries(answers).map(async ([name, isShown]) => [name, await seen(isShown)]);
      this.shown = Promise.all(watched).then(Object.fromEntries);
      return { ...inSight(target), fcp: firstPaint(), possible: now() };
    },

    /** Waits for a number of frames. */
    async frames(count) {
      for (let nth = 0; nth < count; nth += 1) await afterFrame();
    },

    /** Brings a press about to be made into sight; where to make it. */
    async aim({ prepare, isPrepared, target }, n) {
      prepare?.(n);
      if (isPrepared) await until(() => isPrepared(n));
      inSight(target, n);
      await new Promise((resolve) => setTimeout(resolve, 250));
      return target(n);
    },

    /** Waits for the next trusted event; `response` is the time from it to the first task after the frame that shows
     * its answer, and how many frames that took. */
    arm({ event: type, isShown, state }, n) {
      const before = state?.();
      const isThere = isShown ? () => isShown(n) : () => state() !== before;
      this.response = new Promise((resolve, reject) => {
        const answered = async ({ timeStamp }) => {
          await afterFrame();
          const later = await until(isThere);
          return { time: now() - timeStamp, frames: 1 + later };
        };
        addEventListener(type, function note(event) {
          if (!event.isTrusted) return;
          removeEventListener(type, note, true);
          answered(event).then(resolve, reject);
        }, true);
        setTimeout(reject, 60_000, new Error(`no ${type} has come`));
      });
    },
  };
})();
