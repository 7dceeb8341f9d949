//! What spoils play: answers that show by their place or length, options that read the same, hints
//! and a cover that tell the answer, prompts that are a text.

use super::Lint;
use super::giveaway::{Cover, hint_settles, options};
use crate::story::fault::quote;
use crate::story::{Choice, Form, MessageKey, Pair, Question, Spelling, Text};

/// Fewer questions than this show no pattern.
const FEWEST_FOR_PATTERN: usize = 4;

/// Among so many questions three quarters show one.
const FEWEST_FOR_SHARE: usize = 8;

/// So many values are work to draw.
const MANY_TO_DRAW: usize = 12;

/// Who asks in more words tells.
const MOST_WORDS: usize = 20;

impl Lint<'_> {
    pub(super) fn questions(&mut self) {
        let questions = &self.story.trivia.questions;
        let places = self.id_places(&["trivia", "questions"]);
        let Some(&at) = places.first() else { return };
        let picked: Vec<(&[Choice], &[usize])> = questions
            .iter()
            .filter_map(|question| options(&question.form))
            .filter(|(options, right)| right.len() < options.len())
            .collect();
        let hits = |is_hit: fn(&[Choice], &[usize]) -> bool| {
            pattern(
                picked.iter().filter(|(options, right)| is_hit(options, right)).count(),
                picked.len(),
            )
        };
        if let Some(often) = hits(|_, right| (0..right.len()).eq(right.iter().copied())) {
            let wrong = format!("the first option is {often}");
            self.warn(at, wrong, "Vary the place of the answer.");
        }
        if let Some(often) = hits(is_longest) {
            let right = "Shorten some right answers, or lengthen wrong ones.";
            self.warn(at, format!("the longest option is {often}"), right);
        }
        self.statements(at);
        let cover = Cover::of(self.story);
        for (question, at) in questions.iter().zip(places) {
            self.question(question, &cover, at);
        }
    }

    /// Notes a question that asks for more values than anybody likes to draw.
    fn drawn(&mut self, chart: usize, at: usize) {
        let count = self.story.charts.get(chart).map_or(0, |chart| chart.data.known().len());
        if count >= MANY_TO_DRAW {
            let right = "Ask for a chart of fewer values: a guess is as good with every other one.";
            self.warn(at, format!("there are {count} values to draw"), right);
        }
    }

    /// Notes statements that are all true, or all false.
    fn statements(&mut self, at: usize) {
        let judged: Vec<bool> = self.story.trivia.questions.iter().filter_map(judged).collect();
        if let [first, others @ ..] = &*judged
            && judged.len() >= FEWEST_FOR_PATTERN
            && others.iter().all(|answer| answer == first)
        {
            let wrong = format!("every statement to judge is {first}");
            self.warn(at, wrong, "Turn some of them round.");
        }
    }

    fn question(&mut self, question: &Question, cover: &Cover<'_>, at: usize) {
        let words = question.prompt.words();
        let has_words = |part: &&str| part.contains(char::is_alphanumeric);
        let count = words.split_whitespace().filter(has_words).count();
        if count > MOST_WORDS {
            let wrong = format!("the prompt has {count} words");
            let right = "Ask in 20 at most; what else is to say belongs into the explanation.";
            self.warn(at, wrong, right);
        }
        self.form(question, at);
        if hint_settles(self.story, question) {
            let right = "Let it narrow the choice down without naming the answer.";
            self.warn(at, "the hint gives the answer away", right);
        }
        if let Some(place) = cover.answer_to(question) {
            let wrong = format!("the cover answers this question, in its {place}");
            self.warn(at, wrong, "Ask for something that the overview does not say.");
        }
    }

    /// Notes what readers cannot tell apart or cannot hit.
    fn form(&mut self, question: &Question, at: usize) {
        match &question.form {
            Form::One { options, .. }
            | Form::Several { options, .. }
            | Form::Order { items: options } => {
                let texts: Vec<&Text> = options.iter().map(|option| &option.text).collect();
                self.doubles(&texts, "options", at);
            }
            Form::Match { pairs } => {
                let side = |of: fn(&Pair) -> &Text| pairs.iter().map(of).collect::<Vec<&Text>>();
                self.doubles(&side(|pair| &pair.left), "left sides", at);
                self.doubles(&side(|pair| &pair.right), "right sides", at);
            }
            Form::Estimate { answer, min, step, full, .. } => {
                let nearest = min + ((answer.value - min) / step).round() * step;
                let off = (answer.low - nearest).max(nearest - answer.high).max(0.0);
                if off > *full {
                    let wrong = "no setting of the scale has full credit";
                    self.warn(at, wrong, "Make \"step\" smaller or \"full\" larger.");
                }
            }
            Form::Type { answer, alternatives } => self.typed(at, answer, alternatives),
            Form::Draw { chart, .. } => self.drawn(*chart, at),
            Form::TrueFalse { .. } | Form::Place { .. } => {}
        }
    }

    /// Notes answers to a typed question that add nothing to those before them.
    fn typed(&mut self, at: usize, answer: &Text, alternatives: &[String]) {
        let articles = self.story.messages.text(MessageKey::QuizArticles);
        let mut known = vec![answer.words()];
        for answer in alternatives {
            let is_same =
                |other: &&String| Spelling::of(answer, other, articles) == Some(Spelling::Right);
            if let Some(other) = known.iter().find(is_same) {
                let wrong = format!("{} is the same answer as {}", quote(answer), quote(other));
                let right = "Leave it out: case, accents, punctuation and articles do not count.";
                self.warn(at, wrong, right);
            }
            known.push(answer.clone());
        }
    }

    /// Notes texts that read the same, whatever sets them apart in the story.
    fn doubles(&mut self, texts: &[&Text], name: &str, at: usize) {
        let read: Vec<String> = texts.iter().map(|text| as_read(text)).collect();
        for (index, text) in texts.iter().enumerate() {
            if read.iter().take(index).any(|other| Some(other) == read.get(index)) {
                let wrong = format!("two {name} read {}", quote(&text.words()));
                self.warn(at, wrong, "Readers cannot tell them apart.");
            }
        }
    }
}

/// How often something is so, if that is often enough for readers to see it.
fn pattern(hits: usize, of: usize) -> Option<String> {
    if of >= FEWEST_FOR_PATTERN && hits == of {
        return Some("always right".to_owned());
    }
    let is_often = of >= FEWEST_FOR_SHARE && hits * 4 >= of * 3;
    is_often.then(|| format!("right in {hits} of {of} questions"))
}

/// Whether the statement of a question holds.
fn judged(question: &Question) -> Option<bool> {
    match question.form {
        Form::TrueFalse { answer } => Some(answer),
        _ => None,
    }
}

/// Whether the right options are longer than all others, and by so much that it shows: a fifth.
fn is_longest(options: &[Choice], right: &[usize]) -> bool {
    let length = |index: usize| options.get(index).map_or(0, |it| it.text.words().chars().count());
    let (right, wrong): (Vec<usize>, Vec<usize>) =
        (0..options.len()).partition(|index| right.contains(index));
    let shortest = right.into_iter().map(length).min().unwrap_or(0);
    let longest = wrong.into_iter().map(length).max().unwrap_or(0);
    shortest * 5 >= longest * 6
}

/// A text as readers tell it from others: without markup, case, a full stop, and the width of gaps.
fn as_read(text: &Text) -> String {
    let words = text.words().to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}
