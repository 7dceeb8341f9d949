//! A session as a text, to be kept and read again.
//!
//! In: the open section, the round with what the reader did in it, the best score; all by id, so
//! that a changed story drops only what no longer fits. Out: where the text is kept
//! (`crate::browser`). Whatever stands in it, what is read fits the story.
//!
//! `{"open":"trivia","best":[7.5,10],"seed":7,"again":true,"at":"first","asked":[["first",1,"b"]]}`:
//! of each question its id, what became of it (0 open, 1 answered, 2 skipped), and the answer.

use super::guess::Guess;
use super::quiz::{Asked, Quiz, Reply};
use super::round;
use super::score::credit;
use super::{Options, Session};
use crate::story::number::plain;
use crate::story::{Form, Node, Question, Section, Story, member};

/// The points of a round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// Reached.
    pub score: f64,
    /// To be had; more than 0.
    pub total: f64,
}

impl Best {
    /// Whether its share of the points is greater.
    pub(super) fn is_better_than(self, other: Self) -> bool {
        self.score * other.total > other.score * self.total
    }
}

/// What is to be kept of a session.
pub fn saved(story: &Story, session: &Session) -> String {
    let quiz = session.quiz();
    let mut out = ["{\"open\":\"", session.open().id(), "\""].concat();
    if let Some(Best { score, total }) = session.best() {
        out.push_str(&[",\"best\":[", &plain(score), ",", &plain(total), "]"].concat());
    }
    if quiz.is_started() {
        out.push_str(&[",\"seed\":", &quiz.seed().to_string()].concat());
        if quiz.is_again() {
            out.push_str(",\"again\":true");
        }
        if let Some(asked) = quiz.current() {
            out.push_str(&[",\"at\":\"", id(story, asked), "\""].concat());
        }
        let asked: Vec<String> = quiz.asked().iter().map(|asked| entry(story, asked)).collect();
        out.push_str(&[",\"asked\":[", &asked.join(","), "]"].concat());
    }
    out.push('}');
    out
}

/// The id of a question of a round.
fn id<'a>(story: &'a Story, asked: &Asked) -> &'a str {
    story.trivia.questions.get(asked.question).map_or("", |question| &question.id)
}

/// A question with what became of it.
fn entry(story: &Story, asked: &Asked) -> String {
    let reply = match asked.reply {
        None => "0",
        Some(Reply::Answered(_)) => "1",
        Some(Reply::Skipped) => "2",
    };
    let mut out = ["[\"", id(story, asked), "\",", reply].concat();
    if let Some(question) =
        story.trivia.questions.get(asked.question).filter(|_| asked.is_touched())
    {
        push_guess(&mut out, &ids(&question.form), &asked.guess);
    }
    out.push(']');
    out
}

/// The parts of an answer, each behind a comma.
fn push_guess(out: &mut String, ids: &[&str], guess: &Guess) {
    let mut push = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    let mut push_id = |place: usize| push(&[",\"", ids.get(place).unwrap_or(&""), "\""]);
    match guess {
        Guess::None => {}
        Guess::One(option) => push_id(*option),
        Guess::Several(places) | Guess::Order(places) => {
            places.iter().for_each(|place| push_id(*place));
        }
        Guess::Match(chosen) => {
            for (left, right) in chosen.iter().enumerate() {
                if let Some(right) = right {
                    push_id(left);
                    push_id(*right);
                }
            }
        }
        Guess::TrueFalse(judged) => push(&[if *judged { ",true" } else { ",false" }]),
        Guess::Estimate(value) => push(&[",", &plain(*value)]),
        Guess::Draw(values) => values.iter().for_each(|value| push(&[",", &plain(*value)])),
    }
}

/// The ids of what can be chosen, put in order or matched.
fn ids(form: &Form) -> Vec<&str> {
    match form {
        Form::One { options: list, .. }
        | Form::Several { options: list, .. }
        | Form::Order { items: list } => list.iter().map(|entry| entry.id.as_str()).collect(),
        Form::Match { pairs } => pairs.iter().map(|pair| pair.id.as_str()).collect(),
        Form::TrueFalse { .. } | Form::Estimate { .. } | Form::Draw { .. } => Vec::new(),
    }
}

impl Session {
    /// The same reader with what a text has kept, as far as it still fits the story.
    ///
    /// The section that the page names counts more than the one that was open.
    pub fn restored(mut self, story: &Story, text: &str) -> Self {
        let members = Node::document(text).ok().and_then(Node::members).unwrap_or_default();
        let find = |key: &str| member(&members, key);
        self.best = find("best").and_then(best);
        if let Some(quiz) = round(story, &members) {
            self.quiz = quiz;
            if !self.all_spoilers {
                self.quiz.allow(story, false, None);
            }
            if self.quiz.asked().is_empty() {
                self.new_round(story, self.quiz.seed());
            }
        }
        let open = find("open").and_then(|node| Section::from_id(&node.content()?));
        let open = open.filter(|open| self.sections.contains(open));
        if let Some(open) = open.filter(|_| !leads_anywhere(story, &self.options)) {
            self.open = open;
        }
        self
    }
}

/// Whether the page says where to open.
fn leads_anywhere(story: &Story, options: &Options) -> bool {
    options.section.as_deref().is_some_and(|address| story.find(address).is_some())
}

/// The best score, if it makes sense.
fn best(node: Node<'_>) -> Option<Best> {
    let [score, total] = node.elements()?[..] else { return None };
    let (score, total) = (score.number()??, total.number()??);
    // A total that would be written as nothing is none.
    (0.0 <= score && score <= total && plain(total) != "0").then_some(Best { score, total })
}

/// The round, if anything of it is left.
fn round(story: &Story, members: &[(Node<'_>, Node<'_>)]) -> Option<Quiz> {
    let find = |key: &str| member(members, key);
    let seed = find("seed")?.text.parse().ok()?;
    let mut asked: Vec<Asked> = Vec::new();
    let mut is_asked = vec![false; story.trivia.questions.len()];
    for node in find("asked")?.elements()? {
        let entry = resumed(story, seed, node);
        let fresh = entry.filter(|entry| !std::mem::replace(&mut is_asked[entry.question], true));
        asked.extend(fresh);
    }
    let at = find("at").and_then(Node::content);
    let at = at.and_then(|at| asked.iter().position(|asked| id(story, asked) == at));
    let is_again = find("again").is_some();
    let quiz = Quiz::of(seed, asked).resumed(at, is_again);
    (!quiz.asked().is_empty() && quiz.is_started()).then_some(quiz)
}

/// A question of a round; without its answer where that no longer fits.
fn resumed(story: &Story, seed: u64, node: Node<'_>) -> Option<Asked> {
    let entry = node.elements()?;
    let [name, reply, ref given @ ..] = entry[..] else { return None };
    let name = name.content()?;
    let place = story.trivia.questions.iter().position(|question| question.id == name)?;
    let question = &story.trivia.questions[place];
    let mut asked = round::ask(story, place, seed)?;
    let guess = guess(question, given).filter(|guess| guess.fits(story, question));
    asked.reply = match (reply.text, &guess) {
        // Worth what it is in the story as it is now.
        ("1", Some(guess)) => credit(story, &question.form, guess).map(Reply::Answered),
        ("2", _) => Some(Reply::Skipped),
        _ => None,
    };
    asked.guess = guess.unwrap_or(asked.guess);
    Some(asked)
}

/// An answer; none if its parts are not those of the form.
fn guess(question: &Question, given: &[Node<'_>]) -> Option<Guess> {
    let ids = ids(&question.form);
    let mut places = Vec::new();
    let mut numbers = Vec::new();
    for part in given {
        if let Some(name) = part.content() {
            places.push(ids.iter().position(|id| *id == name)?);
        }
        numbers.extend(part.number().flatten());
    }
    Some(match &question.form {
        Form::One { .. } => Guess::One(*places.first()?),
        // In the order of the story, which may have changed.
        Form::Several { .. } if !places.is_empty() => {
            Guess::Several((0..ids.len()).filter(|place| places.contains(place)).collect())
        }
        Form::Order { .. } => Guess::Order(places),
        // Half a pair says nothing.
        Form::Match { .. } if places.len() > 1 => {
            let mut chosen = vec![None; ids.len()];
            for pair in places.chunks_exact(2) {
                chosen[pair[0]] = Some(pair[1]);
            }
            Guess::Match(chosen)
        }
        Form::TrueFalse { .. } => Guess::TrueFalse(given.first()?.bool()?),
        Form::Estimate { .. } => Guess::Estimate(*numbers.first()?),
        Form::Draw { .. } => Guess::Draw(numbers),
        _ => return None,
    })
}
