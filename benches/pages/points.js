// What each contestant does with one chart of many points, from a text in memory to pixels that move.
//
// A kit: `isThere` (optional) whether it can begin; `read` makes of the text what `open` shows; `isDrawn` says whether it shows; `box` is the part of it over
// which a mouse moves, drags and turns a wheel. Each does it the cheapest way it has: lists in the form it takes over unchanged, no animation, no resizing.
import { all, cardAt, isCanvasDrawn, isVisible, settled } from './large.js';

(() => {
  const place = () => document.querySelector('#chart');
  const size = () => ({ width: place().clientWidth, height: place().clientHeight });
  const colours = ['#8c2f39', '#2f5d8c', '#4b7a3a', '#8a6d1c', '#6a4c93', '#1f7a7a', '#b3541e', '#555555', '#a03070', '#3a4fb0'];

  // As much for one turn of the wheel as the card zooms: px of it for twice as much.
  const WHEEL_PX = 240;
  const within = ([low, high], [first, last]) => {
    const width = Math.min(high - low, last - first);
    const start = Math.max(first, Math.min(low, last - width));
    return [start, start + width];
  };
  const zoomed = ([low, high], at, delta, whole) => {
    const by = 2 ** (delta / WHEEL_PX);
    return within([at - (at - low) * by, at + (high - at) * by], whole);
  };

  /** Wheel with Control and drags over an element, for those who leave both to the page. `valueAt` is what is at so many px from its left, `shown` what it
   * shows, `whole` what there is to show, `show` shows a part of that. */
  function follow(element, { valueAt, shown, whole, show }) {
    element.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      show(zoomed(shown(), valueAt(event.offsetX), event.deltaY, whole));
    }, { passive: false });
    let held;
    element.addEventListener('mousedown', ({ clientX }) => (held = { clientX, from: shown(), perPx: valueAt(1) - valueAt(0) }));
    addEventListener('mouseup', () => (held = undefined));
    addEventListener('mousemove', ({ clientX }) => {
      if (!held) return;
      const by = (held.clientX - clientX) * held.perPx;
      show(within(held.from.map((end) => end + by), whole));
    });
  }

  const lines = (text) => JSON.parse(text).charts[0].columns;
  let content;
  let chart;

  const uplot = globalThis.uPlot && {
    // All lines have the same places along x, as uPlot wants it.
    read(text) {
      const columns = lines(text);
      content = { names: columns.map(({ label }) => label), data: [columns[0].x, ...columns.map(({ y }) => y)] };
    },
    open() {
      const { names, data } = content;
      const series = names.map((label, nth) => ({ label, stroke: colours[nth] }));
      const options = { ...size(), scales: { x: { time: false } }, cursor: { drag: { x: false, y: false } }, series: [{ label: 'Step' }, ...series] };
      chart = new globalThis.uPlot(options, data, place());
      const whole = [data[0][0], data[0].at(-1)];
      follow(chart.over, {
        valueAt: (px) => chart.posToVal(px, 'x'),
        shown: () => [chart.scales.x.min, chart.scales.x.max],
        whole,
        show: ([min, max]) => chart.setScale('x', { min, max }),
      });
    },
    isDrawn: () => isCanvasDrawn(chart.ctx.canvas),
    box: () => chart.over,
  };

  const chartjs = globalThis.Chart && {
    // Its decimation takes points, not lists.
    read(text) {
      content = lines(text).map(({ label, x, y }, nth) => ({ label, data: x.map((at, point) => ({ x: at, y: y[point] })), borderColor: colours[nth], borderWidth: 1 }));
    },
    open() {
      const canvas = place().appendChild(Object.assign(document.createElement('canvas'), size()));
      const points = content[0].data;
      chart = new globalThis.Chart(canvas, {
        type: 'line',
        data: { datasets: content },
        options: {
          animation: false, responsive: false, parsing: false, normalized: true,
          elements: { point: { radius: 0 } },
          interaction: { mode: 'index', axis: 'x', intersect: false },
          plugins: { decimation: { enabled: true, algorithm: 'min-max' } },
          scales: { x: { type: 'linear', min: points[0].x, max: points.at(-1).x, ticks: { maxRotation: 0 } } },
        },
      });
      const { x } = chart.options.scales;
      follow(canvas, {
        valueAt: (px) => chart.scales.x.getValueForPixel(px),
        shown: () => [chart.scales.x.min, chart.scales.x.max],
        whole: [x.min, x.max],
        show([min, max]) {
          Object.assign(x, { min, max });
          chart.update('none');
        },
      });
    },
    isDrawn: () => isCanvasDrawn(chart.canvas),
    box: () => chart.canvas,
  };

  const echarts = globalThis.echarts && {
    // Typed lists, place and value by turns, are what it takes over without a copy.
    read(text) {
      content = lines(text).map(({ label, x, y }) => {
        const data = new Float64Array(2 * x.length);
        for (let point = 0; point < x.length; point += 1) {
          data[2 * point] = x[point];
          data[2 * point + 1] = y[point];
        }
        return { name: label, data };
      });
    },
    open() {
      chart = globalThis.echarts.init(place(), null, { renderer: 'canvas', ...size() });
      const series = content.map((line) => ({ ...line, type: 'line', dimensions: ['x', 'y'], showSymbol: false, sampling: 'minmax', lineStyle: { width: 1 } }));
      chart.setOption({
        animation: false,
        grid: { left: 50, right: 10, top: 20, bottom: 30 },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'value', min: 'dataMin', max: 'dataMax' },
        yAxis: { type: 'value', scale: true },
        dataZoom: { type: 'inside', zoomOnMouseWheel: 'ctrl', throttle: 0 },
        series,
      });
    },
    isDrawn: () => all('#chart canvas').some(isCanvasDrawn),
    box: () => place(),
  };

  const plot = globalThis.Plot && {
    read(text) {
      content = lines(text);
    },
    open() {
      const marks = content.map(({ x, y }, nth) => globalThis.Plot.line({ length: x.length }, { x, y, stroke: colours[nth], strokeWidth: 1 }));
      place().append(globalThis.Plot.plot({ ...size(), marks }));
    },
    isDrawn: () => all('#chart path').some(isVisible),
    box: () => place(),
  };

  /** The result of a function called by a task of its own: the browser counts no script that runs when a promise is kept. */
  const inTask = (call) => new Promise((resolve, reject) => setTimeout(() => {
    try {
      resolve(call());
    } catch (error) {
      reject(error);
    }
  }));

  const kits = { card: cardAt('charts'), uplot, chartjs, echarts, plot };
  let text;
  window.points = {
    /** Fetches the text, and waits until there is somebody who can read it. */
    async fetch(name, url) {
      text = await (await fetch(url)).text();
      await settled(kits[name].isThere ?? (() => true));
      await probe.afterFrame();
      return text.length;
    },
    /** From the text in memory to what can be opened, in ms. */
    async read(name) {
      const start = performance.now();
      await inTask(() => kits[name].read(text));
      const time = performance.now() - start;
      text = undefined;
      await probe.afterFrame();
      return time;
    },
    /** From the call that opens to the first task after the frame that shows it: ms, and how many frames. */
    async open(name) {
      await probe.afterFrame();
      const start = await inTask(() => {
        const now = performance.now();
        kits[name].open();
        return now;
      });
      await probe.afterFrame();
      const frames = 1 + (await settled(kits[name].isDrawn));
      return { time: performance.now() - start, frames };
    },
    /** Brings it into sight and waits until it has come to rest; where it is. */
    async rest(name) {
      kits[name].box().scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { left, top, width, height } = kits[name].box().getBoundingClientRect();
      return { left, top, width, height };
    },
    /** Moves and turns of the wheel that a page makes itself, in a fixed order: so many, all over the drawing, with a frame now and then. */
    async soak(name, moves, turns) {
      const box = kits[name].box();
      const { left, top, width, height } = box.getBoundingClientRect();
      const at = (nth) => ({ bubbles: true, composed: true, cancelable: true, clientX: left + width * (0.1 + 0.8 * ((nth * 0.618) % 1)), clientY: top + height / 3 });
      for (let nth = 0; nth < moves; nth += 1) {
        box.dispatchEvent(new PointerEvent('pointermove', { ...at(nth), pointerType: 'mouse' }));
        if (nth % 4 === 0) await probe.afterFrame();
      }
      for (let nth = 0; nth < turns; nth += 1) {
        // Ten steps in, ten out again.
        box.dispatchEvent(new WheelEvent('wheel', { ...at(nth), ctrlKey: true, deltaY: nth % 20 < 10 ? -100 : 100 }));
        await probe.afterFrame();
      }
      return moves + turns;
    },
  };
})();
