//! The quiz: answers that exist, scales that hold them, charts that can be drawn on.

use std::mem::take;

use super::claim::Inherited;
use super::{Check, optional, words};
use crate::story::fault::{instead, quote};
use crate::story::order::sort;
use crate::story::raw::{self, Item, List, Num, Ref};
use crate::story::{
    Band, Chart, ChartKind, Choice, Data, Difficulty, Form, Pair, Question, Section, Trivia,
};

/// More options, entries or pairs than this no reader weighs.
const MOST_CHOICES: usize = 20;

/// What a question may be worth at most.
const MOST_POINTS: u32 = 100;

/// More settings than this a scale cannot have on any screen.
const MOST_STEPS: f64 = 100_000.0;

impl Check<'_> {
    /// Questions and bands; `charts` are all charts by their places, none where one is broken.
    pub(super) fn trivia(
        &mut self,
        trivia: Option<&mut raw::Trivia>,
        charts: &[Option<Chart>],
    ) -> Trivia {
        let Some(trivia) = trivia else { return Trivia::default() };
        let inherited = self.inherited(&trivia.sources);
        let question = |check: &mut Self, item: &mut Item<raw::Question>, above: &Inherited| {
            check.question(item, above, charts)
        };
        Trivia {
            questions: self.items(trivia.questions.0.as_mut(), &inherited, question),
            bands: trivia.bands.given().map(|bands| self.bands(bands)).unwrap_or_default(),
        }
    }

    fn bands(&mut self, bands: &mut List<raw::Band>) -> Vec<Band> {
        let mut last = None;
        let mut checked = Vec::new();
        for raw::Band { from: Num { at, value: from }, text } in &mut bands.entries {
            if !(0.0..=1.0).contains(from) {
                let right = "Write a number from 0 to 1, such as 0.5 for half of the points.";
                self.faults.push(*at, format!("{from} is not a share"), right);
            } else if last.is_some_and(|last| *from <= last) {
                let right = "Put the bands in ascending order, each share once.";
                self.faults.push(*at, "this band does not begin above the last", right);
            }
            last = Some(*from);
            checked.push(Band { from: *from, text: take(&mut text.text) });
        }
        checked
    }

    fn question(
        &mut self,
        item: &mut Item<raw::Question>,
        above: &Inherited,
        charts: &[Option<Chart>],
    ) -> Option<Question> {
        let Item { at, base, own: raw::Question { asked, form } } = item;
        let claim = self.claim(base, *at, above);
        let form = self.form(form, claim.spoiler, charts);
        Some(Question {
            id: take(&mut base.id.text),
            claim,
            form: form?,
            prompt: take(&mut asked.prompt.text),
            difficulty: asked.difficulty.map_or(Difficulty::Medium, |word| word.value),
            points: self.points(asked.points),
            explanation: take(&mut asked.explanation.text),
            hint: optional(&mut asked.hint),
        })
    }

    fn points(&mut self, points: Option<raw::Whole>) -> u32 {
        let Some(points) = points else { return 1 };
        if !(1..=MOST_POINTS).contains(&points.value) {
            let wrong = format!("a question cannot be worth {} points", points.value);
            self.faults.push(points.at, wrong, format!("Write 1 to {MOST_POINTS}."));
        }
        points.value
    }

    fn form(
        &mut self,
        form: &mut raw::Form,
        spoiler: bool,
        charts: &[Option<Chart>],
    ) -> Option<Form> {
        match form {
            raw::Form::One(one) => self.one(one),
            raw::Form::Several(several) => self.several(several),
            raw::Form::TrueFalse(judged) => Some(Form::TrueFalse { answer: judged.answer.0 }),
            raw::Form::Order(order) => {
                Some(Form::Order { items: self.choices(&mut order.items, "entries")? })
            }
            raw::Form::Estimate(estimate) => self.estimate(estimate),
            raw::Form::Match(matched) => self.pairs(&mut matched.pairs),
            raw::Form::Draw(draw) => self.draw(draw, spoiler, charts),
        }
    }

    fn one(&mut self, one: &mut raw::One) -> Option<Form> {
        let options = self.choices(&mut one.options, "options")?;
        let answer = self.option(&options, &one.answer)?;
        Some(Form::One { options, answer })
    }

    fn several(&mut self, several: &mut raw::Several) -> Option<Form> {
        let options = self.choices(&mut several.options, "options")?;
        if !self.has_length(&several.answer, 1, options.len(), "right options") {
            return None;
        }
        let mut answers = Vec::with_capacity(several.answer.entries.len());
        for answer in &several.answer.entries {
            let place = self.option(&options, answer)?;
            self.push_new(&mut answers, place, &answer.text, answer.at);
        }
        sort(&mut answers, |a, b| a.cmp(b));
        Some(Form::Several { options, answers })
    }

    /// The place of the option that an answer names.
    fn option(&mut self, options: &[Choice], answer: &Ref) -> Option<usize> {
        let place = options.iter().position(|option| option.id == answer.text);
        if place.is_none() {
            let known: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            let wrong = format!("no option has the id {}", quote(&answer.text));
            self.faults.push(answer.at, wrong, instead(&answer.text, &known, "options"));
        }
        place
    }

    fn choices(&mut self, choices: &mut List<raw::Choice>, what: &str) -> Option<Vec<Choice>> {
        if !self.has_length(choices, 2, MOST_CHOICES, what) {
            return None;
        }
        self.unique(choices.entries.iter().map(|choice| &choice.id).collect(), what);
        let choices = choices.entries.iter_mut().map(|choice| Choice {
            id: take(&mut choice.id.text),
            text: take(&mut choice.text.text),
            remark: optional(&mut choice.remark),
        });
        Some(choices.collect())
    }

    fn pairs(&mut self, pairs: &mut List<raw::Pair>) -> Option<Form> {
        if !self.has_length(pairs, 2, MOST_CHOICES, "pairs") {
            return None;
        }
        self.unique(pairs.entries.iter().map(|pair| &pair.id).collect(), "pairs");
        for (place, pair) in pairs.entries.iter().enumerate() {
            let words = pair.right.text.words();
            if pairs.entries[..place].iter().any(|other| other.right.text.words() == words) {
                let wrong = format!("two pairs have the right side {}", quote(&words));
                let right = "Make them differ; else nobody can tell which belongs where.";
                self.faults.push(pair.right.at, wrong, right);
            }
        }
        let pairs = pairs.entries.iter_mut().map(|pair| Pair {
            id: take(&mut pair.id.text),
            left: take(&mut pair.left.text),
            right: take(&mut pair.right.text),
        });
        Some(Form::Match { pairs: pairs.collect() })
    }

    fn estimate(&mut self, estimate: &mut raw::Estimate) -> Option<Form> {
        let raw::Estimate { answer, min, max, step, unit, full, none } = estimate;
        let reach = max.value - min.value;
        let fault = if reach <= 0.0 {
            (max.at, "the scale ends before it starts", "Make \"max\" larger than \"min\".")
        } else if step.value <= 0.0 || step.value > reach {
            (step.at, "the step does not fit the scale", "Write more than 0, up to max - min.")
        } else if reach / step.value > MOST_STEPS {
            (step.at, "the scale has more than 100000 steps", "Write a larger step.")
        } else if answer.number.value < min.value || answer.number.value > max.value {
            (answer.at, "the answer lies outside the scale", "Widen \"min\" and \"max\".")
        } else if full.value < 0.0 {
            (full.at, "a distance cannot be negative", "Write 0 or more.")
        } else if none.value < full.value {
            (none.at, "no credit begins nearer than full credit ends", "Write at least \"full\".")
        } else {
            return Some(Form::Estimate {
                answer: answer.number,
                min: min.value,
                max: max.value,
                step: step.value,
                unit: words(unit),
                full: full.value,
                none: none.value,
            });
        };
        self.faults.push(fault.0, fault.1, fault.2);
        None
    }

    fn draw(&mut self, draw: &raw::Draw, spoiler: bool, charts: &[Option<Chart>]) -> Option<Form> {
        let tolerance = draw.tolerance.value;
        if tolerance <= 0.0 || tolerance > 1.0 {
            let right = "Write a share of the chart's range, above 0 and up to 1, such as 0.25.";
            self.faults.push(draw.tolerance.at, format!("{tolerance} is not a share"), right);
        }
        let item = self.item(&draw.chart)?;
        if item.section != Section::Charts {
            let right = "Name a chart, such as \"charts/heights\".";
            self.faults.push(draw.chart.at, "this is not a chart", right);
            return None;
        }
        let chart = charts.get(item.index)?.as_ref()?;
        if let Some((wrong, right)) = unfit(chart, spoiler) {
            self.faults.push(draw.chart.at, wrong, right);
        }
        Some(Form::Draw { chart: item.index, tolerance })
    }
}

/// Why a reader cannot draw on a chart, and what would be right.
fn unfit(chart: &Chart, spoiler: bool) -> Option<(&'static str, &'static str)> {
    let (series, values) = match &chart.data {
        Data::Rows(rows) => {
            let values = rows.rows.iter().flat_map(|row| &row.values).flatten().count();
            (rows.series.len(), values)
        }
        Data::Columns(columns) => {
            let values = columns.lines.iter().flat_map(|line| &line.y).flatten().count();
            (columns.lines.len(), values)
        }
    };
    if !matches!(chart.kind, ChartKind::Bars | ChartKind::Lines) || series != 1 {
        Some((
            "a reader cannot draw on this chart",
            "Name a chart of bars or lines with a single series.",
        ))
    } else if values < 2 {
        Some(("this chart has too few values to draw", "Name a chart with two values or more."))
    } else if chart.claim.spoiler && !spoiler {
        Some((
            "this chart is a spoiler, and the question would show it",
            "Mark the question as a spoiler too.",
        ))
    } else {
        None
    }
}
