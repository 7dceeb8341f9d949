// Client navigation as routers do it: a link changes the address, and nothing is loaded.

/** Whether the reader has gone to the page without a card. A server has no address; it makes the page with one. */
export const isElsewhere = () => globalThis.location?.pathname.endsWith('/elsewhere.html') ?? false;

/** Calls `listener` when the reader goes somewhere; returns what ends it. */
export function watch(listener) {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
}

/** Follows the link that was pressed. */
export function follow(event) {
  event.preventDefault();
  history.pushState(null, '', event.currentTarget.href);
  dispatchEvent(new PopStateEvent('popstate'));
}
