// The lightest widget one would write by hand: a Preact quiz, a list of events, uPlot charts;
// one file, nothing moves when it comes.
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import uPlot from 'uplot';
import { light } from './content.json';

function Quiz({ questions }) {
  const [at, setAt] = useState(0);
  const [answer, setAnswer] = useState(null);
  const question = questions[at];
  const next = () => {
    setAt((at + 1) % questions.length);
    setAnswer(null);
  };
  const mark = (id) => (answer === null ? '' : id === question.answer ? 'right' : id === answer ? 'wrong' : '');
  return h('fieldset', { key: question.id },
    h('legend', null, question.prompt),
    question.options.map(({ id, text }) =>
      h('label', { key: id, class: mark(id) },
        h('input', { type: 'radio', name: question.id, disabled: answer !== null, checked: answer === id, onChange: () => setAnswer(id) }),
        ' ', text)),
    answer !== null && h('div', { class: 'verdict', role: 'status' },
      h('p', null, answer === question.answer ? 'Right. ' : 'Wrong. ', question.explanation),
      h('button', { onClick: next }, 'Next question')));
}

function Events({ events }) {
  return h('ol', null, events.map(({ id, date, title, text }) =>
    h('li', { key: id }, h('time', { dateTime: date }, date), ' ', h('strong', null, title), h('p', null, text))));
}

function draw({ title, labels, dates, data, names }) {
  const figure = document.getElementById('charts').appendChild(document.createElement('figure'));
  const colors = ['#8c2f39', '#2f5d8c'];
  const paths = labels && uPlot.paths.bars({ size: [0.6, 80] });
  const axis = labels ? { values: (_, at) => at.map((place) => labels[place] ?? ''), incrs: [1] } : {};
  const series = names.map((label, nth) => ({ label, stroke: colors[nth], fill: labels && colors[nth], paths, width: 2 }));
  const plot = new uPlot({
    title, width: figure.clientWidth, height: 270,
    scales: { x: labels ? { time: false, range: [-0.6, labels.length - 0.4] } : { time: dates }, y: { range: (_, low, high) => [Math.min(0, low), high * 1.05] } },
    axes: [axis, {}],
    series: [{}, ...series],
  }, data, figure);
  (globalThis.plots ??= []).push(plot);
}

render(h(Quiz, { questions: light.questions }), document.getElementById('quiz'));
render(h(Events, { events: light.events }), document.getElementById('timeline'));
light.charts.forEach(draw);
