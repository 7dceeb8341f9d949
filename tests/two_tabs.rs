//! One story in several cards or tabs that remember it: nothing that was answered is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use std::collections::BTreeMap;
use story_card::session::{
    Action, Change, Guess, Options, Phase, Reply, RoundLink, Session, saved, saved_beside,
};
use story_card::story::{Address, Form, Section, Story};

#[path = "session/after.rs"]
mod after;

use after::after;

fn story() -> Story {
    Story::parse(include_bytes!("stories/good/everything.story.json")).expect("a good story")
}

fn options() -> Options {
    Options { spoilers: true, remember: true, ..Options::default() }
}

fn fresh(story: &Story, seed: u64) -> Session {
    Session::new(story, options(), seed)
}

/// A session with what a text has kept.
fn joined(story: &Story, session: &Session, kept: &str) -> Session {
    session.joined(story, kept).unwrap_or_else(|| session.clone())
}

/// Some answer to a question.
fn guess(form: &Form, pick: usize) -> Guess {
    match form {
        Form::One { options, .. } => Guess::One(pick % options.len()),
        Form::Several { options, .. } => Guess::Several(vec![pick % options.len()]),
        Form::TrueFalse { .. } => Guess::TrueFalse(pick.is_multiple_of(2)),
        Form::Order { items } => Guess::Order((0..items.len()).rev().collect()),
        Form::Estimate { min, max, .. } => Guess::Estimate(if pick > 1 { *min } else { *max }),
        Form::Match { pairs } => Guess::Match(vec![Some(pick % pairs.len()); pairs.len()]),
        Form::Draw { .. } | Form::Place { .. } => Guess::None,
        Form::Type { answer, .. } => {
            Guess::Type(if pick > 1 { answer.words() } else { pick.to_string() })
        }
    }
}

/// Answers a question, or skips it where there is no answer at hand.
fn answer(story: &Story, session: &Session, question: usize, pick: usize) -> Session {
    let question = question % story.trivia.questions.len();
    let address = Address { section: Section::Trivia, item: Some(question) };
    let there = after(story, session, [Action::Show(address)]);
    if there.quiz().phase() != Phase::Asking {
        return there;
    }
    match guess(&story.trivia.questions[question].form, pick) {
        Guess::None => after(story, &there, [Action::Skip]),
        guess => after(story, &there, [Action::Choose(guess)]),
    }
}

fn answers(session: &Session) -> BTreeMap<usize, (Reply, Guess)> {
    let asked = session.quiz().asked().iter();
    asked.filter_map(|it| Some((it.question, (it.reply?, it.guess.clone())))).collect()
}

fn played(story: &Story, seed: u64, steps: &[(usize, usize)]) -> Session {
    steps.iter().fold(fresh(story, seed), |session, (question, pick)| {
        answer(story, &session, *question, *pick)
    })
}

fn any_steps() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..10_usize, 0..4_usize), 0..7)
}

#[test]
fn a_round_that_is_ended_in_one_tab_is_ended_in_the_other() {
    let story = story();
    let both = played(&story, 3, &[(0, 0), (2, 1)]);
    let ended = after(&story, &both, [Action::Finish]);
    assert_eq!(ended.quiz().phase(), Phase::Finished);
    let other = joined(&story, &both, &saved(&story, &ended));
    assert_eq!((other.quiz().phase(), answers(&other)), (Phase::Finished, answers(&ended)));
    // A further answer that was given meanwhile is not lost.
    let further = answer(&story, &both, 4, 1);
    let other = joined(&story, &further, &saved(&story, &ended));
    assert_eq!(answers(&other), answers(&further));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_answer_is_lost(seeds in (0..3_u64, 0..3_u64), here in any_steps(), there in any_steps()) {
        let story = story();
        let (one, two) = (played(&story, seeds.0, &here), played(&story, seeds.1, &there));
        let both = [joined(&story, &one, &saved(&story, &two)), joined(&story, &two, &saved(&story, &one))];
        let (own, other) = (answers(&one), answers(&two));
        for session in &both {
            let known = answers(session);
            let all: Vec<_> = own.keys().chain(other.keys()).collect();
            prop_assert!(all.iter().all(|question| known.contains_key(question)));
            prop_assert!(known.keys().all(|question| all.contains(&question)));
            for (question, known) in &known {
                let given = [own.get(question), other.get(question)];
                prop_assert!(given.contains(&Some(known)), "{:?} of {:?}", known, given);
            }
            // What is kept of it is the same again.
            let again = fresh(&story, 9).restored(&story, &saved(&story, session));
            prop_assert_eq!(answers(&again), known);
        }
        let is_agreed = own.iter().all(|(question, it)| other.get(question).is_none_or(|its| its == it));
        if is_agreed {
            prop_assert_eq!(answers(&both[0]), answers(&both[1]), "whichever hears of the other");
        }
    }

    #[test]
    fn joining_twice_is_joining_once(seeds in (0..2_u64, 0..2_u64), here in any_steps(), there in any_steps()) {
        let story = story();
        let (one, two) = (played(&story, seeds.0, &here), played(&story, seeds.1, &there));
        let kept = saved(&story, &two);
        let once = joined(&story, &one, &kept);
        prop_assert_eq!(once.joined(&story, &kept), None);
        // Both come to say the same.
        let two = joined(&story, &two, &saved(&story, &once));
        prop_assert_eq!(answers(&joined(&story, &once, &saved(&story, &two))), answers(&two));
    }

    #[test]
    fn any_text_may_be_kept(text in "(\\PC|[\\[\\]{}\":,0-9a-z]){0,60}", turn in any::<u64>()) {
        let story = story();
        let session = played(&story, 1, &[(0, 1), (3, 1)]);
        let numbered = format!(r#"{{"turn":{turn},"others":[{text}],"asked":[["tallest-tower",1,"x"]],"seed":3}}"#);
        for text in [text, numbered] {
            let next = joined(&story, &session, &text);
            let kept = saved_beside(&story, &next, &text);
            prop_assert!(serde_json::from_str::<serde_json::Value>(&kept).is_ok(), "{}", kept);
        }
    }
}

#[test]
fn a_reader_who_has_done_nothing_goes_on_where_the_other_is() {
    let story = story();
    let one = played(&story, 1, &[(0, 0), (1, 0)]);
    let two = joined(&story, &fresh(&story, 2), &saved(&story, &one));
    assert_eq!(two.quiz().seed(), 1);
    assert_eq!((two.quiz().at(), answers(&two)), (one.quiz().at(), answers(&one)));
    assert_eq!(two.open(), fresh(&story, 2).open(), "nobody is led elsewhere");
}

#[test]
fn a_reader_goes_on_from_a_question_that_was_answered_elsewhere() {
    let story = story();
    let start = answer(&story, &fresh(&story, 1), 0, 0);
    let next = after(&story, &start, [Action::Next]);
    let question = next.quiz().current().expect("a question").question;
    let there = answer(&story, &next, question, 0);
    let here = joined(&story, &next, &saved(&story, &there));
    assert_eq!(here.quiz().phase(), Phase::Asking);
    assert_ne!(here.quiz().current().expect("a question").question, question);
    let all = 0..story.trivia.questions.len();
    let done = all.fold(next, |session, question| answer(&story, &session, question, 0));
    let end = joined(&story, &here, &saved(&story, &done));
    assert_eq!(end.quiz().phase(), Phase::Finished, "there is nothing left to ask");
}

#[test]
fn a_new_round_takes_the_place_of_the_one_before_in_every_tab() {
    let story = story();
    let one = played(&story, 1, &[(0, 0), (1, 0)]);
    let kept = saved(&story, &one);
    let anew = after(&story, &one, [Action::Restart { seed: 5, focus: true }]);
    assert_eq!(anew.joined(&story, &kept), None, "what is over does not come back");
    let two = joined(&story, &one, &saved_beside(&story, &anew, &kept));
    assert_eq!((two.quiz().seed(), answers(&two).len()), (5, 0));
    let two = answer(&story, &two, 4, 0);
    let one = joined(&story, &anew, &saved(&story, &two));
    assert_eq!(answers(&one), answers(&two));
}

#[test]
fn what_is_taken_back_does_not_come_back() {
    let story = story();
    let several =
        story.trivia.questions.iter().position(|it| matches!(it.form, Form::Several { .. }));
    let address = Address { section: Section::Trivia, item: several };
    let session = Session::new(&story, Options { seed: Some(1), ..options() }, 1);
    let there = after(&story, &session, [Action::Show(address)]);
    let set = after(&story, &there, [Action::Change(Change::Toggle(0))]);
    let taken_back = after(&story, &set, [Action::Change(Change::Toggle(0))]);
    assert_eq!(taken_back.joined(&story, &saved(&story, &set)), None);
}

#[test]
fn what_is_forgotten_is_forgotten_everywhere() {
    let story = story();
    let one = played(&story, 1, &[(0, 0)]);
    let two = one.forgotten(&story, 7).expect("there was something");
    assert!(answers(&two).is_empty());
    assert_eq!(two.focus_request().map(|it| it.focus), one.focus_request().map(|it| it.focus));
    assert_eq!(two.forgotten(&story, 8), None);
}

#[test]
fn each_page_that_fixes_its_round_has_its_own() {
    let story = story();
    let pages = [
        options(),
        Options { seed: Some(1), ..options() },
        Options { seed: Some(2), ..options() },
        Options { seed: Some(2), questions: Some(4), ..options() },
    ];
    let mut kept = String::new();
    for (question, options) in pages.iter().enumerate() {
        let session = Session::new(&story, options.clone(), 3).restored(&story, &kept);
        assert!(answers(&session).is_empty());
        let session = answer(&story, &session, question, 0);
        kept = saved_beside(&story, &joined(&story, &session, &kept), &kept);
    }
    for (question, options) in pages.iter().enumerate() {
        let session = Session::new(&story, options.clone(), 3).restored(&story, &kept);
        assert_eq!(answers(&session).keys().copied().collect::<Vec<_>>(), [question]);
    }
}

#[test]
fn a_round_that_a_link_opens_leaves_the_other_alone() {
    let story = story();
    let own = played(&story, 1, &[(0, 0), (1, 0)]);
    let kept = saved(&story, &own);
    let link = RoundLink::parse("trivia?seed=9&questions=5&spoilers=show").expect("a link");
    let play = |session: &Session| {
        after(&story, session, [Action::Play { link: link.clone(), focus: false }])
    };
    let linked = play(&fresh(&story, 4).restored(&story, &kept));
    let question = linked.quiz().current().expect("a question").question;
    let linked = answer(&story, &joined(&story, &linked, &kept), question, 0);
    assert_eq!(answers(&linked).len(), 1);
    let kept = saved_beside(&story, &linked, &kept);
    let back = fresh(&story, 4).restored(&story, &kept);
    assert_eq!(answers(&back), answers(&own));
    let again = joined(&story, &play(&back), &kept);
    assert_eq!(answers(&again), answers(&linked), "it goes on where it was");
}
