import { charts } from './content.json';
import { drawCharts } from './charts.js';

drawCharts(charts);
