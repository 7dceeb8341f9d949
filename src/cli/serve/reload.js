// Loads the page anew when its files have changed: `version` counts how often they have.
const shown = new URL(import.meta.url).search.slice(1);
setInterval(async () => {
  try {
    const version = await (await fetch("version")).text();
    if (version !== shown) location.reload();
  } catch {
    // The tool was ended, or is about to be started again.
  }
}, 500);
