//! A session as a text, to be kept and read again.
//!
//! In: the open section, the round with what the reader did in it, the best score; all by id, so
//! that a changed story drops only what no longer fits. Out: where the text is kept
//! (`crate::browser`). Whatever stands in it, what is read fits the story.
//!
//! `{"open":"trivia","best":[7.5,10],"seed":7,"again":true,"at":"first","asked":[["first",1,"b"]]}`:
//! of each question its id, what became of it (0 open, 1 answered, 2 skipped), and the answer. A
//! round that the page fixes, or to which a link has led, has a `name`, and one that was not the
//! first a `turn`. Rounds of other names stand in `others`, as they were found.

mod other_round;
mod value;
mod written;

use self::other_round::{each_round, name, other_rounds, turn};
use self::value::{Members, flag, list, number, text};
use self::written::Written;
use super::asked::{Asked, Reply};
use super::best_score::BestScore;
use super::guess::Guess;
use super::quiz::Quiz;
use super::round;
use super::score::credit;
use super::{Options, Session};
use crate::story::{Form, Section, Story};
use serde_json::value::RawValue;

/// What is to be kept of a session.
pub fn saved(story: &Story, session: &Session) -> String {
    saved_beside(story, session, "")
}

/// What is to be kept of a session, with the rounds of other names that a text has kept.
pub fn saved_beside(story: &Story, session: &Session, kept: &str) -> String {
    let quiz = session.quiz();
    let begun = quiz.is_started().then_some(quiz);
    // A new round tells that the one before is over.
    let known = Some(quiz).filter(|quiz| quiz.is_started() || quiz.turn() > 0);
    let number = |number: f64| Written::number(&number);
    let asked = known.map_or(&[][..], Quiz::asked).iter().map(|it| entry(story, it)).collect();
    let object = Written::object([
        ("open", Some(Written::Text(session.open().id()))),
        ("best", session.best().map(|it| Written::List(vec![number(it.score), number(it.total)]))),
        ("name", known.map(Quiz::name).filter(|name| !name.is_empty()).map(Written::Text)),
        ("turn", known.map(Quiz::turn).filter(|turn| *turn > 0).map(|it| Written::number(&it))),
        ("seed", known.map(|quiz| Written::number(&quiz.seed()))),
        ("again", begun.filter(|quiz| quiz.is_again()).map(|_| Written::Flag(true))),
        // The question being asked; none at the end.
        ("at", begun.and_then(Quiz::current).map(|asked| Written::Text(id(story, asked)))),
        // Nothing if the reader has not touched the first round.
        ("asked", Written::list(asked)),
        ("others", Written::list(other_rounds(&Members::of(kept), quiz.name()))),
    ]);
    // Texts and numbers can always be written.
    serde_json::to_string(&object).unwrap_or_default()
}

/// The id of a question of a round.
fn id<'a>(story: &'a Story, asked: &Asked) -> &'a str {
    story.trivia.questions.get(asked.question).map_or("", |question| &question.id)
}

/// A question with what became of it.
fn entry<'a>(story: &'a Story, asked: &'a Asked) -> Written<'a> {
    let reply = match asked.reply {
        None => 0_u32,
        Some(Reply::Answered(_)) => 1,
        Some(Reply::Skipped) => 2,
    };
    let mut entry = vec![Written::Text(id(story, asked)), Written::number(&reply)];
    if let Some(question) = story.trivia.questions.get(asked.question)
        && asked.is_touched()
    {
        push_guess(&mut entry, &ids(&question.form), &asked.guess);
    }
    Written::List(entry)
}

/// Adds the parts of an answer.
fn push_guess<'a>(entry: &mut Vec<Written<'a>>, ids: &[&'a str], guess: &'a Guess) {
    let id = |place: &usize| Written::Text(ids.get(*place).unwrap_or(&""));
    let number = |value: &f64| Written::number(value);
    match guess {
        Guess::None => {}
        Guess::One(option) => entry.push(id(option)),
        Guess::Several(places) | Guess::Order(places) => entry.extend(places.iter().map(id)),
        Guess::Match(chosen) => {
            for (left, right) in chosen.iter().enumerate() {
                entry.extend(right.iter().flat_map(|right| [id(&left), id(right)]));
            }
        }
        Guess::TrueFalse(judged) => entry.push(Written::Flag(*judged)),
        Guess::Estimate(value) => entry.push(number(value)),
        Guess::Place(step) => entry.push(number(&(*step as f64))),
        Guess::Draw(values) => entry.extend(values.iter().map(number)),
        Guess::Type(text) => entry.push(Written::Text(text)),
    }
}

/// The ids of what can be chosen, put in order or matched.
fn ids(form: &Form) -> Vec<&str> {
    match form {
        Form::One { options: list, .. }
        | Form::Several { options: list, .. }
        | Form::Order { items: list } => list.iter().map(|entry| entry.id.as_str()).collect(),
        Form::Match { pairs } => pairs.iter().map(|pair| pair.id.as_str()).collect(),
        Form::TrueFalse { .. }
        | Form::Estimate { .. }
        | Form::Draw { .. }
        | Form::Type { .. }
        | Form::Place { .. } => Vec::new(),
    }
}

impl Session {
    /// The same reader with what a text has kept, as far as it still fits the story.
    ///
    /// What cannot be read is passed over: it costs nothing that stands beside it. The section
    /// that the page names counts more than the one that was open.
    pub fn restored(mut self, story: &Story, kept: &str) -> Self {
        let kept = Members::of(kept);
        self.best = kept.get("best").and_then(best);
        if let Some(quiz) = self.kept_round(story, &kept) {
            self.quiz = quiz;
        }
        let open = kept.get("open").and_then(text).and_then(|id| Section::from_id(&id));
        let open = open.filter(|open| self.sections.contains(open));
        if let Some(open) = open.filter(|_| !leads_anywhere(story, &self.options)) {
            self.open = open;
        }
        self
    }

    /// The same reader with what another card or tab has kept meanwhile; `None` if that is nothing
    /// new. Nobody is led elsewhere by it.
    pub fn joined(&self, story: &Story, kept: &str) -> Option<Self> {
        let kept = Members::of(kept);
        let mut next = self.clone();
        let other = kept.get("best").and_then(best);
        let is_better = |best: &BestScore| self.best.is_none_or(|own| best.is_better_than(own));
        next.best = other.filter(is_better).or(self.best);
        if let Some(round) = next.kept_round(story, &kept) {
            if round.turn() > next.quiz.turn() {
                next.leave_round();
            }
            next.quiz = next.quiz.joined(story, round);
        }
        (next != *self).then_some(next)
    }

    /// The kept round that has the name of this one.
    fn kept_round(&mut self, story: &Story, kept: &Members<'_>) -> Option<Quiz> {
        let (mut clock, mut found) = (self.clock, None);
        each_round(kept, &mut |round| {
            clock = clock.max(turn(round));
            if found.is_none() && name(round) == self.quiz.name() {
                found = self.round(story, round);
            }
        });
        self.clock = clock;
        found
    }

    /// A kept round as it can be played here.
    fn round(&self, story: &Story, kept: &Members<'_>) -> Option<Quiz> {
        let (seed, turn) = (kept.get("seed")?.get().parse().ok()?, turn(kept));
        let begun = round(story, seed, kept).map(|mut quiz| {
            if !self.spoilers.all {
                quiz.allow(story, false, usize::MAX);
            }
            quiz
        });
        let quiz = match begun {
            // Nothing is left of it, and nothing tells that it was to be another one.
            None if turn == 0 => return None,
            Some(quiz) if !quiz.asked().is_empty() => quiz,
            _ => Quiz::new(story, seed, self.round_plan(story), &[]),
        };
        let quiz = quiz.named(self.quiz.name().to_owned(), turn);
        Some(quiz.linked_by(self.quiz.link().cloned()))
    }
}

/// Whether the page says where to open.
fn leads_anywhere(story: &Story, options: &Options) -> bool {
    options.section.as_deref().is_some_and(|address| story.find(address).is_some())
}

/// The best score, if it makes sense.
fn best(kept: &RawValue) -> Option<BestScore> {
    let [score, total] = *list(kept)? else { return None };
    let (score, total) = (number(score)?, number(total)?);
    // There is no question without a point.
    (0.0 <= score && score <= total && 1.0 <= total).then_some(BestScore { score, total })
}

/// The round, if anything of it is left.
fn round(story: &Story, seed: u64, kept: &Members<'_>) -> Option<Quiz> {
    let mut asked: Vec<Asked> = Vec::new();
    let mut is_asked = vec![false; story.trivia.questions.len()];
    for entry in list(kept.get("asked")?)? {
        let Some(entry) = resumed(story, seed, entry) else { continue };
        let is_known = is_asked.get_mut(entry.question).map(|it| std::mem::replace(it, true));
        if is_known == Some(false) {
            asked.push(entry);
        }
    }
    let at = kept.get("at").and_then(text);
    let at = at.and_then(|at| asked.iter().position(|asked| id(story, asked) == at));
    let is_again = kept.get("again").and_then(flag).unwrap_or(false);
    let quiz = Quiz::of(seed, asked).resumed(at, is_again);
    // One that was not touched is kept if it came after another.
    (!quiz.asked().is_empty() && (quiz.is_started() || turn(kept) > 0)).then_some(quiz)
}

/// A question of a round; without its answer where that no longer fits.
fn resumed(story: &Story, seed: u64, entry: &RawValue) -> Option<Asked> {
    let entry = list(entry)?;
    let [name, reply, given @ ..] = &*entry else { return None };
    let name = text(name)?;
    let mut questions = story.trivia.questions.iter().enumerate();
    let (place, question) = questions.find(|(_, question)| question.id == name)?;
    let mut asked = round::ask(story, place, seed)?;
    let guess = guess(&question.form, given).filter(|guess| guess.fits(story, question));
    asked.reply = match (reply.get(), &guess) {
        // Worth what it is in the story as it is now.
        ("1", Some(guess)) => credit(story, &question.form, guess).map(Reply::Answered),
        ("2", _) => Some(Reply::Skipped),
        _ => None,
    };
    asked.guess = guess.unwrap_or(asked.guess);
    Some(asked)
}

/// An answer; none if its parts are not those of the form.
fn guess(form: &Form, given: &[&RawValue]) -> Option<Guess> {
    let places = || places(form, given);
    Some(match form {
        Form::One { .. } => Guess::One(*places()?.first()?),
        // In the order of the story, which may have changed.
        Form::Several { options, .. } if !given.is_empty() => {
            let chosen = places()?;
            Guess::Several((0..options.len()).filter(|place| chosen.contains(place)).collect())
        }
        Form::Order { .. } => Guess::Order(places()?),
        // Half a pair says nothing.
        Form::Match { pairs } if given.len() > 1 => {
            let mut chosen = vec![None; pairs.len()];
            for [left, right] in places()?.as_chunks().0 {
                *chosen.get_mut(*left)? = Some(*right);
            }
            Guess::Match(chosen)
        }
        Form::TrueFalse { .. } => Guess::TrueFalse(flag(given.first()?)?),
        Form::Estimate { .. } => Guess::Estimate(number(given.first()?)?),
        Form::Place { .. } => Guess::Place(number(given.first()?)? as i64),
        Form::Draw { .. } => Guess::Draw(given.iter().copied().map(number).collect::<Option<_>>()?),
        Form::Type { .. } => Guess::Type(text(given.first()?)?),
        Form::Several { .. } | Form::Match { .. } => return None,
    })
}

/// The places of these ids in the lists of a form; none if one is not there.
fn places(form: &Form, given: &[&RawValue]) -> Option<Vec<usize>> {
    let ids = ids(form);
    let place = |name: &RawValue| {
        let name = text(name)?;
        ids.iter().position(|id| *id == name)
    };
    given.iter().copied().map(place).collect()
}
