// SurveyJS: one question to a page, its explanation when it is answered.
export function showQuiz(survey) {
  new globalThis.Survey.Model(survey).render(document.getElementById('quiz'));
}
