// The card as a component of React 18 or 19, wherever it is rendered first: story and listeners are set with
// a ref, for React 18 sets attributes only, and React 19 sets neither in markup that the server rendered.

import { useEffect, useRef } from 'react';
import { application } from './react.jsx';
import { hear } from './told.js';

function Card({ story, onAnswer, ...attributes }) {
  const card = useRef(null);
  useEffect(() => {
    card.current.story = story;
  }, [story]);
  useEffect(() => {
    const { current } = card;
    current.addEventListener('story-answer', onAnswer);
    return () => current.removeEventListener('story-answer', onAnswer);
  }, [onAnswer]);
  return <story-card ref={card} {...attributes} />;
}

window.application = application((props) => <Card {...props} onAnswer={hear} />);
