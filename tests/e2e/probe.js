// Runs in every page before its own scripts and notes what a test cannot see afterwards.
(() => {
  document.currentScript?.remove();
  if (window.probe) return;
  const probe = { shift: 0, shifts: [], drawn: [], events: [], instances: 0, memories: [], said: [] };
  window.probe = probe;

  // Chromium counts what moves, and its driver hands out the console. Elsewhere it is done here.
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) {
          probe.shift += entry.value;
          const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(",");
          const told = ({ node, previousRect, currentRect }) =>
            `${node?.nodeName ?? "?"} ${place(previousRect)} to ${place(currentRect)}`;
          probe.shifts.push(entry.sources.map(told).join("; "));
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  } else {
    watchBoxes();
    listen();
  }

  // Compares where the blocks of the page and of its cards are with where they were one frame
  // ago, as far as they are in sight. All elements would be too much work in every frame.
  function watchBoxes() {
    let before = new Map();
    let input = -Infinity;
    for (const type of ["pointerdown", "keydown", "click", "resize"]) {
      addEventListener(type, () => (input = performance.now()), true);
    }
    const inSight = ({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const look = () => {
      const now = new Map();
      for (const element of document.querySelectorAll("body > *, main > *, main > * > *, story-card > * > *")) {
        const box = element.getBoundingClientRect();
        if (box.width && box.height) now.set(element, { box, seen: inSight(box), x: box.left + scrollX, y: box.top + scrollY });
      }
      for (const [element, { seen, x, y }] of now) {
        const was = before.get(element);
        const way = was ? Math.hypot(x - was.x, y - was.y) : 0;
        if (way >= 3 && (seen || was.seen) && performance.now() - input > 500) {
          probe.shift += way / innerHeight;
          probe.shifts.push(element.nodeName);
        }
      }
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  // Notes what the page says to the console and what the browser would.
  function listen() {
    let { said } = probe;
    try {
      // A frame speaks into the page's console.
      said = window.top.probe?.said ?? said;
    } catch {}
    const note = (level, ...words) => said.push(`${level}: ${words.map((word) => word?.message ?? String(word)).join(" ")}`);
    for (const level of ["debug", "log", "info", "warn", "error", "assert", "trace"]) {
      const say = console[level];
      console[level] = (...words) => {
        if (level !== "assert" || !words[0]) note(level, ...words);
        say.apply(console, words);
      };
    }
    addEventListener("error", (event) => {
      const { target, error, message } = event;
      note("uncaught", target === window ? (error ?? message) : `${target.localName} ${target.src ?? target.href} failed to load`);
    }, true);
    addEventListener("unhandledrejection", ({ reason }) => note("uncaught", reason));
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => note("refused", violatedDirective, blockedURI));
  }

  // Text on a canvas stands in no HTML.
  for (const name of ["fillText", "strokeText"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
      probe.drawn.push(String(text));
      return draw.call(this, text, ...rest);
    };
  }

  for (const name of ["story-ready", "story-show", "story-answer", "story-complete", "story-error"]) {
    addEventListener(name, (event) => {
      const { type, bubbles, composed, target, detail } = event;
      probe.events.push({ type, bubbles, composed, target: target.id || target.localName, detail });
    });
  }

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await start.apply(WebAssembly, args);
      // The names of exports are shortened.
      const exports = Object.values((made.instance ?? made).exports ?? {});
      const memory = exports.find((it) => it instanceof WebAssembly.Memory);
      if (memory) {
        probe.instances += 1;
        probe.memories.push(memory);
      }
      return made;
    };
  }
})();
