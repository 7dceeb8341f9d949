// What the pages of large stories share: waiting for what is drawn, and the card as a kit.

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const isVisible = (element) => !!element?.checkVisibility() && element.getClientRects().length > 0;
export const isCanvasDrawn = (canvas) => !!canvas && canvas.width > 0 && probe.drawn.has(canvas);

/** Waits for a condition; how many frames it took. */
export async function settled(condition) {
  let frames = 0;
  for (; !condition(); frames += 1) await probe.afterFrame();
  return frames;
}

const card = () => document.querySelector('story-card');
const canvases = () => all('.sc-panel canvas', card().shadowRoot).filter(isVisible);

/** The card as a kit: it reads a story, opens one section and draws there. */
export const cardAt = (section) => ({
  isThere: () => card().state === 'ready',
  async read(text) {
    const isReady = new Promise((resolve, reject) => {
      card().addEventListener('story-ready', resolve, { once: true });
      card().addEventListener('story-error', ({ detail }) => reject(new Error(detail.message)), { once: true });
    });
    card().story = text;
    await isReady;
  },
  open: () => void card().show(section),
  isDrawn: () => canvases().some(isCanvasDrawn),
  box: () => canvases()[0],
});
