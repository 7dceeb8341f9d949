// Runs in every page before its own scripts and notes what a test cannot see afterwards.
(() => {
  if (window.probe) return;
  const probe = { shift: 0, shifts: [], drawn: [], events: [], instances: 0, memories: [] };
  window.probe = probe;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) {
        probe.shift += entry.value;
        probe.shifts.push(entry.sources.map((source) => source.node?.nodeName ?? "?").join(" "));
      }
    }
  }).observe({ type: "layout-shift", buffered: true });

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
      const exports = (made.instance ?? made).exports;
      if (exports?.memory) {
        probe.instances += 1;
        probe.memories.push(exports.memory);
      }
      return made;
    };
  }
})();
