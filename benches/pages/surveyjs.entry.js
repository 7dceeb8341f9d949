import { survey } from './content.json';
import { showQuiz } from './survey.js';

showQuiz(survey);
