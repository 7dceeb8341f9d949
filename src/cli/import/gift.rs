//! Questions in GIFT, the text format of Moodle: those that can be asked in a card become a quiz.
//!
//! In: which questions are kept, and what is said of them. Out: reading the file (`format`), what
//! becomes of options (`choice`) and of answers that are given (`given`), a scale for numbers
//! (`scale`).

mod choice;
mod format;
mod given;
mod scale;

use std::fmt;

use super::Refused;
use super::draft::{Draft, DraftForm, DraftQuestion, Made, NO_EXPLANATION, SOURCE};
use super::remarks::Remarks;
use super::words::{Words, joined};
use crate::story::Ids;
use crate::story::limits::MOST_ITEMS;
use format::{Answers, Block, Marked, Markup, blocks};

/// A question while something is made of it.
struct Maker<'m> {
    place: Place,
    remarks: &'m mut Remarks,
    /// What the form of question in a card has no place for.
    spare: Vec<String>,
}

/// Where a question stands.
struct Place {
    line: usize,
    name: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        self.name.as_ref().map_or(Ok(()), |name| write!(f, ", \"{name}\""))
    }
}

/// Makes a quiz of the questions in a file.
pub(super) fn import(text: &str, draft: &mut Draft, remarks: &mut Remarks) -> Result<(), Refused> {
    let (mut questions, mut ids) = (Vec::new(), Ids::default());
    ids.take(SOURCE);
    let mut made = Made::default();
    for block in blocks(text) {
        let place = Place { line: block.line, name: block.name.clone() };
        if questions.len() == MOST_ITEMS {
            remarks.say_full(&place);
            break;
        }
        let mut maker = Maker { place, remarks, spare: Vec::new() };
        if let Some((form, explanation)) = maker.make(&block) {
            if let Some(before) = made.before(&form, &maker.place) {
                maker.say(format_args!("it is left out: {before} asks the same"));
                continue;
            }
            let words = block.name.unwrap_or_else(|| maker.words(&block.prompt).plain);
            let id = ids.make(&words, &format!("question {}", questions.len() + 1));
            questions.push(DraftQuestion { id, form, explanation, hint: None });
        }
    }
    if questions.is_empty() {
        return Err("it holds no question that a card can ask.".into());
    }
    draft.ask(questions);
    Ok(())
}

impl Maker<'_> {
    /// The question and its explanation; none after saying why there is none.
    fn make(&mut self, block: &Block) -> Option<(DraftForm, String)> {
        let prompt = self.words(&block.prompt);
        let reason = match &block.answers {
            Answers::Category => Some("categories are not kept"),
            Answers::Description => Some("a text without a question is left out"),
            Answers::Essay => Some("an essay is left out: a card cannot judge it"),
            Answers::Broken(wrong) => Some(*wrong),
            _ => prompt.is_empty().then_some("a question without words is left out"),
        };
        if let Some(reason) = reason {
            self.say(reason);
            return None;
        }
        self.lost(&prompt);
        let prompt = prompt.text;
        let form = match &block.answers {
            Answers::TrueFalse(answer, wrong, right) => {
                for feedback in [wrong, right] {
                    let feedback = self.feedback(feedback);
                    self.spare.extend(feedback);
                }
                Some(DraftForm::TrueFalse { prompt, answer: *answer })
            }
            Answers::Choice { is_single, options } => self.choice(prompt, *is_single, options),
            Answers::Short(answers) => self.typed(prompt, answers),
            Answers::Match(pairs) => self.pairs(prompt, pairs),
            Answers::Number(answers, wrong) => {
                if let Some(wrong) = self.feedback(wrong) {
                    self.say(format_args!(
                        "\"{}\", for all who are wrong, is left out",
                        start(&wrong)
                    ));
                }
                self.number(prompt, answers)
            }
            _ => None,
        }?;
        let general = self.feedback(&block.feedback);
        let spare = std::mem::take(&mut self.spare);
        let said: Vec<String> = general.into_iter().chain(spare).collect();
        if said.is_empty() {
            self.say(format_args!("it has no explanation; {NO_EXPLANATION} stands there"));
            return Some((form, NO_EXPLANATION.to_owned()));
        }
        let (explanation, is_whole) = joined(&said);
        if !is_whole {
            self.say("the end of what is said of it is left out: it is too long");
        }
        Some((form, explanation))
    }

    fn say(&mut self, what: impl fmt::Display) {
        self.remarks.say(&self.place, what);
    }

    /// A text as a story has it.
    fn words(&self, marked: &Marked) -> Words {
        match marked.markup {
            Markup::Html => Words::of_html(&marked.text),
            Markup::Plain => Words::of_plain(&marked.text),
            // Of Markdown only what is common in questions.
            Markup::Markdown => Words::of_plain(&marked.text.replace("**", "").replace('`', "")),
        }
    }

    /// Says what of a text did not fit.
    fn lost(&mut self, words: &Words) {
        for lost in &words.lost {
            self.say(format_args!("{lost} is left out of \"{}\"", start(&words.plain)));
        }
    }

    /// A text that may be empty, whose losses are said.
    fn feedback(&mut self, marked: &Marked) -> Option<String> {
        let words = self.words(marked);
        self.lost(&words);
        (!words.is_empty()).then_some(words.text)
    }
}

/// The start of a text, to name it by.
fn start(text: &str) -> String {
    const MOST: usize = 40;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}
