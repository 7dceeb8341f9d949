//! Whether a text gives the answer of a question away.

use super::said::{Said, words};
use crate::story::{Choice, Form, Pair, Question, Story, Text};

/// Fewer entries than this stand in order by chance.
const FEWEST_IN_ORDER: usize = 3;

/// An explanation of fewer words may stand in a hint by chance.
const FEWEST_WORDS: usize = 3;

/// Words with fewer letters say little about what a question is about.
const TOPIC_LETTERS: usize = 4;

/// Whether a hint leaves no doubt: it tells the answer or the explanation, or rules out all other
/// options.
pub(super) fn hint_settles(story: &Story, question: &Question) -> bool {
    let Some(hint) = &question.hint else { return false };
    let [hint, prompt] = [hint, &question.prompt].map(|text| said(story, text));
    let explanation = words(&question.explanation.words());
    let explains = explanation.len() >= FEWEST_WORDS && hint.place_of(&explanation).is_some();
    explains || tells(story, &question.form, &hint, &prompt) || {
        let Some((options, right)) = options(&question.form) else { return false };
        let named = named(options, &hint, &prompt);
        !named.is_empty() && (0..options.len()).all(|it| right.contains(&it) != named.contains(&it))
    }
}

/// Whether words beside a question name its answer and nothing that is wrong.
pub(super) fn tells_answer(story: &Story, question: &Question, words: &str) -> bool {
    let told = Said::new(words, &story.messages);
    tells(story, &question.form, &told, &said(story, &question.prompt))
}

/// The options of a question that are picked, with the places of the right ones.
pub(super) fn options(form: &Form) -> Option<(&[Choice], &[usize])> {
    match form {
        Form::One { options, answer } => Some((options, std::slice::from_ref(answer))),
        Form::Several { options, answers } => Some((options, answers)),
        Form::TrueFalse { .. }
        | Form::Order { .. }
        | Form::Estimate { .. }
        | Form::Match { .. }
        | Form::Draw { .. }
        | Form::Type { .. }
        | Form::Place { .. } => None,
    }
}

/// Whether a text names the answer and nothing that is wrong; what the prompt names counts for
/// nothing.
fn tells(story: &Story, form: &Form, said: &Said, prompt: &Said) -> bool {
    let says = |low: f64, high: f64| {
        let is_it = |number: &&f64| (low..=high).contains(*number);
        said.numbers.iter().any(|number| is_it(&number))
            && !prompt.numbers.iter().any(|it| is_it(&it))
    };
    match form {
        Form::One { options, answer } => named(options, said, prompt) == [*answer],
        Form::Several { options, answers } => named(options, said, prompt) == *answers,
        // Dates are written in too many ways to be looked for.
        Form::TrueFalse { .. } | Form::Place { .. } => false,
        Form::Order { items } => is_in_order(items, said),
        Form::Match { pairs } => are_paired(pairs, said),
        Form::Estimate { answer, .. } => says(answer.low, answer.high),
        Form::Type { answer, alternatives } => {
            let names = |spelled: &str| {
                let phrase = words(spelled);
                said.place_of(&phrase).is_some() && prompt.place_of(&phrase).is_none()
            };
            names(&answer.words()) || alternatives.iter().any(|spelled| names(spelled))
        }
        Form::Draw { chart, .. } => {
            let values = story.charts.get(*chart).map(|chart| chart.data.known());
            let values = values.unwrap_or_default();
            !values.is_empty() && values.iter().all(|(_, it)| says(it.low, it.high))
        }
    }
}

/// The options that a text names and the prompt does not.
fn named(options: &[Choice], said: &Said, prompt: &Said) -> Vec<usize> {
    let is_named = |option: &Choice| {
        let phrase = words(&option.text.words());
        said.place_of(&phrase).is_some() && prompt.place_of(&phrase).is_none()
    };
    (0..options.len()).filter(|it| options.get(*it).is_some_and(is_named)).collect()
}

/// Whether a text names all entries in their order.
fn is_in_order(items: &[Choice], said: &Said) -> bool {
    let places: Vec<Option<usize>> =
        items.iter().map(|item| said.place_of(&words(&item.text.words()))).collect();
    items.len() >= FEWEST_IN_ORDER && places.iter().all(Option::is_some) && places.is_sorted()
}

/// Whether a text names so many pairs side by side that the last one is clear too.
fn are_paired(pairs: &[Pair], said: &Said) -> bool {
    let place = |text: &Text| said.place_of(&words(&text.words()));
    let places: Vec<Option<[usize; 2]>> = pairs
        .iter()
        .map(|pair| place(&pair.left).zip(place(&pair.right)).map(|(left, right)| [left, right]))
        .collect();
    let sides: Vec<usize> =
        pairs.iter().flat_map(|pair| [place(&pair.left), place(&pair.right)]).flatten().collect();
    let is_beside = |[left, right]: &[usize; 2]| {
        let between = *left.min(right) + 1..*left.max(right);
        !sides.iter().any(|side| between.contains(side))
    };
    places.iter().flatten().filter(|it| is_beside(it)).count() + 1 >= pairs.len()
}

/// What is said on the cover, and how often each word is asked for.
pub(super) struct Cover<'a> {
    story: &'a Story,
    title: Vec<String>,
    /// What the statement is called, and what it says.
    statements: Vec<(String, Said)>,
    /// The words of each prompt.
    prompts: Vec<Vec<String>>,
}

impl<'a> Cover<'a> {
    pub(super) fn of(story: &'a Story) -> Self {
        let overview = &story.overview;
        let opening = overview.text.iter().map(|it| ("opening".to_owned(), said(story, &it.text)));
        let figures = overview.figures.iter().filter(|figure| !figure.claim.spoiler);
        let figures = figures.map(|figure| {
            let words = [&figure.label.words(), " ", &figure.unit.words()].concat();
            let mut said = Said::new(&words, &story.messages);
            said.numbers.push(figure.value.value);
            (format!("figure \"{}\"", figure.id), said)
        });
        let facts = overview.facts.iter().filter(|fact| !fact.claim.spoiler);
        let facts = facts.map(|fact| (format!("fact \"{}\"", fact.id), said(story, &fact.text)));
        let prompts = story.trivia.questions.iter().map(|it| words(&it.prompt.words()));
        Self {
            story,
            title: words(&story.title),
            statements: opening.chain(figures).chain(facts).collect(),
            prompts: prompts.collect(),
        }
    }

    /// What on the cover answers a question word for word.
    pub(super) fn answer_to(&self, question: &Question) -> Option<&str> {
        let prompt = said(self.story, &question.prompt);
        let topic = self.topic(&prompt);
        let answers = |said: &Said| {
            let shared = topic.iter().filter(|word| said.has_form_of(word)).count();
            match question.form {
                Form::TrueFalse { answer } => {
                    let has = |number| said.numbers.contains(number);
                    answer && shared >= 2 && shared == topic.len() && prompt.numbers.iter().all(has)
                }
                _ => {
                    let is_topic = shared >= 2 && shared * 2 >= topic.len();
                    let is_topic = is_topic || shared == 1 && topic.len() == 1;
                    is_topic && tells(self.story, &question.form, said, &prompt)
                }
            }
        };
        let found = self.statements.iter().find(|(_, said)| answers(said));
        found.map(|(name, _)| name.as_str())
    }

    /// The words that say what a prompt is about: long ones that are not asked for all the time, as
    /// question words are, nor stand in the title.
    fn topic<'b>(&self, prompt: &'b Said) -> Vec<&'b String> {
        let is_rare = |word: &String| {
            let count = self.prompts.iter().filter(|prompt| prompt.contains(word)).count();
            count * 8 <= self.prompts.len().max(8)
        };
        let is_long =
            |word: &String| word.chars().filter(|it| it.is_alphabetic()).count() >= TOPIC_LETTERS;
        let is_topic =
            |word: &&String| is_long(word) && !self.title.contains(word) && is_rare(word);
        prompt.words.iter().filter(is_topic).collect()
    }
}

fn said(story: &Story, text: &Text) -> Said {
    Said::new(&text.words(), &story.messages)
}
