import { hydrate, render } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import { follow, isElsewhere, watch } from './route.js';
import { hear, told } from './told.js';

function App({ card, inside }) {
  const [, renderAgain] = useReducer((times) => times + 1, 0);
  useEffect(() => watch(renderAgain), []);
  if (isElsewhere()) return <a href="post.html" onClick={follow}>Back</a>;
  return (
    <>
      <a href="elsewhere.html" onClick={follow}>Elsewhere</a>
      <story-card {...card} onstory-answer={hear} dangerouslySetInnerHTML={{ __html: inside }} />
    </>
  );
}

let home;
window.application = {
  told,
  html: (props) => renderToString(<App {...props} />),
  start: (element, props) => render(<App {...props} />, (home = element)),
  hydrate: (element, props) => hydrate(<App {...props} />, (home = element)),
  set: (props) => render(<App {...props} />, home),
};
