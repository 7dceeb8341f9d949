import { charts, survey, timeline } from './content.json';
import { drawCharts } from './charts.js';
import { showQuiz } from './survey.js';
import { showTimeline } from './timeline.js';

showQuiz(survey);
showTimeline(timeline);
drawCharts(charts);
