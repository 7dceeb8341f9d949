//! What is kept of a session comes back exactly, as far as it can be read.
//!
//! In: whole sessions, single values that are spoilt, texts of earlier builds. Out: what a changed
//! story makes of a kept round, and any text at all (`rounds`).
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use serde_json::{Value, value::RawValue};
use std::collections::BTreeMap;
use story_card::session::{
    Action, Asked, Change, Guess, Options, Phase, RoundLink, Session, saved,
};
use story_card::story::{Address, Form, Section, Story};

const EVERYTHING: &str = include_str!("stories/good/everything.story.json");

/// The two rounds below as builds kept them that wrote letter by letter.
const EARLIER: &str = include_str!("stories/kept.txt");

fn story() -> Story {
    Story::parse(EVERYTHING.as_bytes()).expect("the good story is good")
}

/// A story whose estimates can be any number that a story may hold.
fn boundless() -> Story {
    let mut json: Value = serde_json::from_str(EVERYTHING).unwrap();
    for question in json["trivia"]["questions"].as_array_mut().unwrap() {
        if question["kind"] == "estimate" {
            (question["min"], question["max"]) = ((-1e15).into(), 1e15.into());
            question["step"] = 1e12.into();
        }
    }
    Story::parse(json.to_string().as_bytes()).expect("it is still good")
}

fn fresh(story: &Story, seed: u64) -> Session {
    let options = Options { spoilers: true, remember: true, ..Options::default() };
    Session::new(story, options, seed)
}

fn after(story: &Story, session: Session, action: Action) -> Session {
    session.apply(story, action).unwrap_or(session)
}

/// What a session must have in common with the one that it was restored from. Texts tell every
/// bit of a number, and a zero from one below zero.
fn kept(session: &Session) -> String {
    let quiz = session.quiz();
    let mut asked = quiz.asked().to_vec();
    for Asked { guess, .. } in &mut asked {
        let is_empty = match guess {
            Guess::Several(chosen) => chosen.is_empty(),
            Guess::Match(chosen) => chosen.iter().all(Option::is_none),
            Guess::Type(text) => text.trim().is_empty(),
            _ => false,
        };
        if is_empty {
            // To choose nothing is no answer.
            *guess = Guess::None;
        }
    }
    let round = quiz.is_started().then(|| (quiz.seed(), quiz.at(), asked));
    format!("{:?} {:?} {round:?}", session.open(), session.best())
}

fn restored(story: &Story, text: &str) -> Session {
    fresh(story, 1).restored(story, text)
}

/// All that comes of a text.
fn outcome(story: &Story, text: &str) -> (String, String) {
    let session = restored(story, text);
    (kept(&session), saved(story, &session))
}

// Whole sessions.

/// A number that a reader may set, or anybody who calls for them.
fn any_number() -> impl Strategy<Value = f64> {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    prop_oneof![
        (-1000.0..1000.0_f64),
        (0..4000_i32).prop_map(|tenths| f64::from(tenths) / 10.0),
        POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO,
    ]
}

/// What a reader does, before it is known what is asked.
#[derive(Clone, Debug)]
enum Step {
    Answer(Vec<usize>, Vec<f64>),
    Guess(Vec<usize>, Vec<f64>),
    Skip,
    GoTo(usize),
    Open(Section),
    Finish,
    Retry(u64),
    Restart(u64),
}

fn any_step() -> impl Strategy<Value = Step> {
    let places = || prop::collection::vec(0..6_usize, 6);
    let numbers = || prop::collection::vec(any_number(), 8);
    prop_oneof![
        8 => (places(), numbers()).prop_map(|(places, numbers)| Step::Answer(places, numbers)),
        2 => (places(), numbers()).prop_map(|(places, numbers)| Step::Guess(places, numbers)),
        2 => Just(Step::Skip),
        1 => (0..12_usize).prop_map(Step::GoTo),
        1 => prop::sample::select(&Section::ALL[..]).prop_map(Step::Open),
        1 => Just(Step::Finish),
        1 => any::<u64>().prop_map(Step::Retry),
        1 => any::<u64>().prop_map(Step::Restart),
    ]
}

/// What readers type.
const TYPED: [&str; 6] = [
    "the ile of gannets",
    "\"]}, \\u0041 \u{1f426}",
    "",
    " \t",
    "\u{202b}\u{5d0}\u{0}",
    "gannet iland",
];

/// An answer of these places and numbers; it may not fit.
fn guess(form: &Form, places: &[usize], numbers: &[f64]) -> Guess {
    let first = places[0];
    match form {
        Form::One { .. } => Guess::One(first),
        Form::Several { .. } => {
            Guess::Several((0..6).filter(|place| places[..3].contains(place)).collect())
        }
        Form::TrueFalse { .. } => Guess::TrueFalse(first.is_multiple_of(2)),
        Form::Order { items } => {
            let mut order: Vec<usize> = (0..items.len()).collect();
            order.rotate_left(first % items.len());
            Guess::Order(order)
        }
        Form::Estimate { .. } => Guess::Estimate(numbers[0]),
        Form::Match { pairs } => {
            let right = |place: &usize| Some(*place).filter(|right| *right < pairs.len());
            Guess::Match(places.iter().cycle().take(pairs.len()).map(right).collect())
        }
        Form::Draw { .. } => Guess::Draw(numbers.to_vec()),
        Form::Type { .. } => Guess::Type(TYPED[first].into()),
        Form::Place { .. } => Guess::Place(22_220 + first as i64),
    }
}

/// The same for the question being asked, with as many numbers as it takes.
fn fitting(story: &Story, state: &Session, places: &[usize], numbers: &[f64]) -> Option<Guess> {
    let question = &story.trivia.questions[state.quiz().current()?.question];
    (1..=numbers.len())
        .map(|count| guess(&question.form, places, &numbers[..count]))
        .find(|guess| guess.fits(story, question))
}

fn go(story: &Story, state: Session, step: Step) -> Session {
    match step {
        Step::Answer(places, numbers) => match fitting(story, &state, &places, &numbers) {
            Some(guess) => [Action::Choose(guess), Action::Next]
                .into_iter()
                .fold(state, |state, action| after(story, state, action)),
            None => state,
        },
        Step::Guess(places, numbers) => match fitting(story, &state, &places, &numbers) {
            Some(guess) => after(story, state, Action::Guess(guess)),
            None => state,
        },
        Step::Skip => after(story, state, Action::Skip),
        Step::GoTo(question) => {
            let address = Address { section: Section::Trivia, item: Some(question) };
            after(story, state, Action::Follow { address, question: None })
        }
        Step::Open(section) => after(story, state, Action::Open(section)),
        Step::Finish => finished(story, state),
        Step::Retry(seed) => after(story, state, Action::Retry { seed }),
        Step::Restart(seed) => after(story, state, Action::Restart { seed, focus: true }),
    }
}

fn finished(story: &Story, mut state: Session) -> Session {
    while state.quiz().phase() != Phase::Finished {
        let is_open = state.quiz().phase() == Phase::Asking;
        state = after(story, state, if is_open { Action::Skip } else { Action::Next });
    }
    state
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_played_comes_back(
        seed in any::<u64>(),
        steps in prop::collection::vec(any_step(), 0..30),
    ) {
        let story = boundless();
        let state = steps.into_iter().fold(fresh(&story, seed), |state, step| go(&story, state, step));
        let text = saved(&story, &state);
        let again = restored(&story, &text);
        prop_assert_eq!(kept(&again), kept(&state), "{}", text);
        prop_assert_eq!(saved(&story, &again), text);
    }
}

#[test]
fn an_answer_that_was_taken_back_is_none() {
    let story = story();
    for (question, set, back) in [
        (1, Change::Toggle(2), Change::Toggle(2)),
        (5, Change::Pair(0, Some(1)), Change::Pair(0, None)),
    ] {
        let link = RoundLink::parse(&format!("trivia?seed=5&ask={}", question + 1)).unwrap();
        let state = fresh(&story, 5).playing(&story, &link);
        let untouched = saved(&story, &state);
        let state = after(&story, state, Action::Change(set));
        assert_ne!(saved(&story, &state), untouched);
        let state = after(&story, state, Action::Change(back));
        assert_eq!(saved(&story, &state), untouched);
    }
}

// Single values that are spoilt.

/// Well-formed values that fit nowhere in what is kept, some beyond what a computer can hold.
fn spoilt() -> Vec<String> {
    let deep = [&*"[".repeat(5000), &*"]".repeat(5000)].concat();
    let values =
        ["null", "{}", "-1", "0.5", "1e999", r#""\ud83d""#, r#"{"a":1,"a":2}"#, "[[1e999]]"];
    values.into_iter().map(str::to_owned).chain([deep]).collect()
}

/// Each of the spoilt values in each of so many places.
fn everywhere(count: usize) -> impl Iterator<Item = (usize, String)> {
    (0..count).flat_map(|place| spoilt().into_iter().map(move |spoilt| (place, spoilt)))
}

/// Every question answered once.
fn first_round(story: &Story) -> Session {
    let quarters: Vec<f64> = (2..10).map(|count| f64::from(count) / 4.0).collect();
    let answer = || Step::Answer(vec![1, 0, 2, 3, 4, 5], quarters.clone());
    let state =
        story.trivia.questions.iter().fold(fresh(story, 5), |state, _| go(story, state, answer()));
    assert_eq!(state.quiz().phase(), Phase::Finished);
    state
}

/// Those that were not right again, with something of everything that can be kept.
fn second_round(story: &Story) -> Session {
    let answer = Step::Answer(vec![2; 6], vec![0.1; 8]);
    let steps = [Step::Retry(7), answer, Step::Skip, Step::Open(Section::Faq)];
    steps.into_iter().fold(first_round(story), |state, step| go(story, state, step))
}

/// The members of a text, as they are written.
fn members(text: &str) -> Vec<(String, String)> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).unwrap();
    members.into_iter().map(|(key, value)| (format!("\"{key}\""), value.get().to_owned())).collect()
}

fn object(members: &[(String, String)]) -> String {
    let members: Vec<_> = members.iter().map(|(key, value)| format!("{key}:{value}")).collect();
    format!("{{{}}}", members.join(","))
}

/// The elements of a list, as they are written.
fn elements(text: &str) -> Vec<String> {
    let elements: Vec<&RawValue> = serde_json::from_str(text).unwrap();
    elements.into_iter().map(|element| element.get().to_owned()).collect()
}

fn list(elements: &[String]) -> String {
    format!("[{}]", elements.join(","))
}

#[test]
fn a_spoilt_value_costs_nothing_beside_it() {
    let story = story();
    let whole = members(&saved(&story, &second_round(&story)));
    assert_eq!(whole.len(), 7, "all that can be kept: {whole:?}");
    for (place, spoilt) in everywhere(whole.len()) {
        let (mut with, mut without) = (whole.clone(), whole.clone());
        with[place].1 = spoilt;
        without.remove(place);
        let (with, without) = (object(&with), object(&without));
        assert_eq!(outcome(&story, &with), outcome(&story, &without), "{with:.300}");
    }
}

#[test]
fn a_spoilt_key_costs_nothing_beside_it() {
    let story = story();
    let text = saved(&story, &second_round(&story));
    let (whole, whole_outcome) = (members(&text), outcome(&story, &text));
    for key in [r#""\ud83d""#, r#""""#, r#""other""#] {
        for spoilt in spoilt() {
            let other = vec![(key.to_owned(), spoilt)];
            for text in [
                object(&[other.clone(), whole.clone()].concat()),
                object(&[whole.clone(), other].concat()),
            ] {
                assert_eq!(outcome(&story, &text), whole_outcome, "{text:.300}");
            }
        }
    }
    let again = whole.iter().map(|(key, _)| (key.clone(), "null".to_owned())).collect();
    let twice = object(&[whole, again].concat());
    assert_eq!(outcome(&story, &twice), whole_outcome, "what stands first counts");
}

/// The text with other entries for the questions.
fn with_entries(whole: &[(String, String)], entries: &[String]) -> String {
    let mut whole = whole.to_vec();
    let asked = whole.iter_mut().find(|(key, _)| key == "\"asked\"").unwrap();
    asked.1 = list(entries);
    object(&whole)
}

#[test]
fn a_spoilt_entry_costs_only_itself() {
    let story = story();
    for state in [first_round(&story), second_round(&story)] {
        spoil_entries(&story, &members(&saved(&story, &state)));
    }
}

fn spoil_entries(story: &Story, whole: &[(String, String)]) {
    let entries = elements(&whole.iter().find(|(key, _)| key == "\"asked\"").unwrap().1);
    assert!(entries.len() > 2);
    let outcome = |entries: &[String]| outcome(story, &with_entries(whole, entries));
    for (place, spoilt) in everywhere(entries.len()) {
        let replaced = |entry: Option<String>| {
            let mut entries = entries.clone();
            entries.splice(place..=place, entry);
            outcome(&entries)
        };
        let parts = elements(&entries[place]);
        let spoil = |part: usize| {
            let mut parts = parts.clone();
            parts[part] = spoilt.clone();
            Some(list(&parts))
        };
        let gone = replaced(None);
        assert_eq!(replaced(Some(spoilt.clone())), gone, "the entry {spoilt:.60}");
        assert_eq!(replaced(spoil(0)), gone, "the id {spoilt:.60}");
        let open = list(&[&[parts[0].clone(), "0".into()], &parts[2..]].concat());
        assert_eq!(replaced(spoil(1)), replaced(Some(open)), "the reply {spoilt:.60}");
    }
}

// Texts of earlier builds.

#[test]
fn texts_of_earlier_builds_are_read() {
    let story = story();
    for (text, answered) in EARLIER.lines().zip([9, 2]) {
        let state = restored(&story, text);
        // They wrote whole numbers without a point.
        let again = saved(&story, &state).replace(".0,", ",").replace(".0]", "]");
        assert_eq!(again, text, "nothing of it is lost");
        assert_eq!((state.quiz().answered(), state.best().is_some()), (answered, true));
    }
}
