// The card in React 19, which sets properties and listens.

import { application } from './react.jsx';
import { hear } from './told.js';

window.application = application((props) => <story-card {...props} onstory-answer={hear} />);
