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

  /** What of the tasks over 50 ms is over 50 ms, between first contentful paint and `end`. */
  function blocking(end) {
    const parts = longTasks.map(([from, to]) => {
      const late = Math.max(from + 50, firstPaint() ?? 0);
      return Math.max(0, Math.min(to, end) - late);
    });
    return parts.reduce((sum, part) => sum + part, 0);
  }

  /** Waits for the frame after which a condition is true. */
  async function until(condition) {
    const start = now();
    while (!condition()) {
      await afterFrame();
      if (now() - start > 60_000) throw new Error(`waited a minute in vain for: ${condition}`);
    }
  }

  /** The time when a condition is true, one more frame is out after that, and the main thread takes the next task. */
  async function seen(condition) {
    await until(condition);
    await afterFrame();
    return now();
  }

  window.probe = {
    drawn,
    afterFrame,
    seen,
    wasmBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),

    /** Begins to watch the loading of a page; `loaded` is everything about it, when it is through, times in ms since navigation. */
    watch(kit) {
      this.loaded = this.load(kit);
    },

    async load(kit) {
      const [answer, ready] = await Promise.all([kit.canAnswer ? seen(kit.canAnswer) : null, seen(kit.isReady)]);
      // Paint entries and late shifts come with a delay.
      await new Promise((resolve) => setTimeout(resolve, 500));
      // What comes later would only count as memory.
      observers.forEach((observer) => observer.disconnect());
      return { answer, ready, fcp: firstPaint(), lcp: largest, shift, blocking: blocking(ready) };
    },

    /** Waits for the first contentful paint; its time, and where to press at once. */
    async painted({ target }) {
      await until(() => firstPaint() !== null);
      return { fcp: firstPaint(), ...target() };
    },

    /** Brings a press about to be made into sight; where to make it. */
    async aim({ prepare, isPrepared, target }, n) {
      prepare?.();
      if (isPrepared) await until(isPrepared);
      const { y } = target(n);
      if (y < 0 || y > innerHeight) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 250));
      return target(n);
    },

    /** Waits for the next trusted event; `response` is the time from it to the first task after the frame that shows it. */
    arm({ event: type, isShown, state }) {
      const before = state?.();
      const isThere = isShown ?? (() => state() !== before);
      this.response = new Promise((resolve, reject) => {
        addEventListener(type, function note(event) {
          if (!event.isTrusted) return;
          removeEventListener(type, note, true);
          afterFrame().then(() => until(isThere)).then(() => resolve(now() - event.timeStamp), reject);
        }, true);
        setTimeout(reject, 60_000, new Error(`no ${type} has come`));
      });
    },
  };
})();
