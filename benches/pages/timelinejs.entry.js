import { timeline } from './content.json';
import { showTimeline } from './timeline.js';

showTimeline(timeline);
