// The application in React; `Card` shows the card.

import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { follow, isElsewhere, watch } from './route.js';
import { told } from './told.js';

export function application(Card) {
  function App({ card, inside }) {
    const elsewhere = useSyncExternalStore(watch, isElsewhere, isElsewhere);
    return (
      <StrictMode>
        {elsewhere ? (
          <a href="post.html" onClick={follow}>Back</a>
        ) : (
          <>
            <a href="elsewhere.html" onClick={follow}>Elsewhere</a>
            <Card {...card} dangerouslySetInnerHTML={{ __html: inside }} />
          </>
        )}
      </StrictMode>
    );
  }

  let root;
  return {
    told,
    html: (props) => renderToString(<App {...props} />),
    start: (home, props) => (root = createRoot(home)).render(<App {...props} />),
    hydrate: (home, props) => (root = hydrateRoot(home, <App {...props} />)),
    set: (props) => root.render(<App {...props} />),
  };
}
