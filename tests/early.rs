//! What a card can show and do before all of its code is there.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use story_card::session::{Action, Change, Guess, Link, Options, Phase, Session};
use story_card::story::{Address, Form, Item, Section, Story};

#[path = "session/right.rs"]
mod right;

use right::right_answer;

fn story() -> Story {
    let text = include_bytes!("stories/good/everything.story.json");
    Story::parse(text).expect("the good story is good")
}

fn full() -> Options {
    Options { spoilers: true, ..Options::default() }
}

fn does(story: &Story, session: &Session, action: Action) -> Session {
    session.apply(story, action).expect("it changes something")
}

fn is_choice(form: &Form) -> bool {
    matches!(form, Form::One { .. } | Form::Several { .. } | Form::TrueFalse { .. })
}

/// The session at a question of the pool.
fn at(story: &Story, question: usize) -> Session {
    let address = Address { section: Section::Trivia, item: Some(question) };
    does(story, &Session::new(story, full(), 1), Action::Show(address))
}

#[test]
fn only_overview_and_quiz_are_early() {
    let story = story();
    let first =
        at(&story, story.trivia.questions.iter().position(|it| is_choice(&it.form)).unwrap());
    for section in story.sections.iter().copied() {
        let session = first.apply(&story, Action::Open(section)).unwrap_or(first.clone());
        assert_eq!(session.open(), section);
        let expected = matches!(section, Section::Overview | Section::Trivia);
        assert_eq!(session.is_early(&story), expected, "{section:?}");
    }
}

#[test]
fn questions_of_choice_are_early_with_their_verdicts() {
    let story = story();
    let mut kinds = [0, 0];
    for (place, question) in story.trivia.questions.iter().enumerate() {
        let expected = is_choice(&question.form);
        kinds[usize::from(expected)] += 1;
        let asking = at(&story, place);
        assert_eq!(asking.is_early(&story), expected, "{}", question.id);
        let answered = does(&story, &asking, Action::Choose(right_answer(&story, &question.form)));
        assert_eq!(answered.quiz().phase(), Phase::Answered);
        assert_eq!(answered.is_early(&story), expected, "the verdict on {}", question.id);
    }
    assert!(kinds.iter().all(|count| *count > 2), "both kinds were tried: {kinds:?}");
}

#[test]
fn the_end_of_a_round_is_not_early() {
    let story = story();
    let mut session = Session::new(&story, Options { questions: Some(1), ..full() }, 1);
    session = does(&story, &session, Action::Open(Section::Trivia));
    session = does(&story, &session, Action::Skip);
    assert_eq!(session.quiz().phase(), Phase::Finished);
    assert!(!session.is_early(&story));
    let overview = does(&story, &session, Action::Open(Section::Overview));
    assert!(overview.is_early(&story), "the overview shows nothing of it");
}

#[test]
fn timer_memory_and_ways_back_are_not_early() {
    let story = story();
    let overview = Session::new(&story, Options::default(), 1);
    assert!(overview.is_early(&story));
    let timed = does(&story, &overview, Action::Timer(true));
    assert!(!timed.is_early(&story));
    let options = Options { remember: true, ..Options::default() };
    assert!(!does(&story, &overview, Action::Configure(options)).is_early(&story));
    let address = Address { section: Section::Overview, item: Some(0) };
    let away = does(&story, &overview, Action::Leave { question: 0, address });
    assert!(away.away().is_some() && !away.is_early(&story));
}

#[test]
fn first_answers_are_early_and_what_leads_elsewhere_is_not() {
    let item = Item { section: Section::Overview, index: 0 };
    let address = Address { section: Section::Charts, item: Some(0) };
    for action in [
        Action::Configure(Options::default()),
        Action::Open(Section::Charts),
        Action::Unfold(item),
        Action::Guess(Guess::One(0)),
        Action::Change(Change::Toggle(0)),
        Action::Choose(Guess::One(0)),
        Action::Submit,
        Action::Hint,
        Action::Skip,
        Action::Next,
    ] {
        assert!(action.is_early(), "{action:?}");
    }
    for action in [
        Action::Follow(address),
        Action::Show(address),
        Action::Leave { question: 0, address },
        Action::Back,
        Action::Play { link: Link::parse("trivia?seed=1").unwrap(), focus: true },
        Action::PickEvent(Some(0)),
        Action::FoldAll(false),
        Action::Hold(0),
        Action::LetGo { back: true },
        Action::Timer(true),
        Action::TimeUp { focus: false },
        Action::Retry { seed: 1 },
        Action::Restart { seed: 1, focus: true },
        Action::Forget { seed: 1 },
    ] {
        assert!(!action.is_early(), "{action:?}");
    }
}

/// Whether the first part opens the story at these places.
fn opens(options: &Options, places: [Option<&str>; 2]) -> bool {
    let story = story();
    options.is_early() && Session::new(&story, options.clone(), 1).leads_early(&story, places)
}

#[test]
fn a_card_opens_early_where_it_is_to_show_overview_or_quiz() {
    let opens = |options: &Options| opens(options, [None, None]);
    let open = |section: &str| Options { section: Some(section.into()), ..Options::default() };
    assert!(opens(&Options::default()));
    assert!(opens(&open("overview")));
    assert!(!opens(&open("charts")));
    assert!(!opens(&open("overview/anything")));
    assert!(!opens(&Options { remember: true, ..Options::default() }));
    let only = Options { sections: vec![Section::Faq, Section::Overview], ..Options::default() };
    assert!(!opens(&only));
}

#[test]
fn a_card_opens_early_for_places_that_are_early_all() {
    let options = Options::default();
    assert!(opens(&options, [Some("overview"), None]));
    for place in ["charts", "overview/rating", "charts-budget", "trivia?seed=1", "nowhere", ""] {
        assert!(!opens(&options, [None, Some(place)]), "{place}");
        assert!(!opens(&options, [Some(place), Some("overview")]), "{place}");
    }
}

#[test]
fn the_seed_says_whether_the_quiz_opens_early() {
    let story = story();
    let mut counts = [0, 0];
    for seed in 0..40 {
        let session = Session::new(&story, full(), seed);
        let question = session.quiz().current().unwrap().question;
        let expected = is_choice(&story.trivia.questions[question].form);
        counts[usize::from(expected)] += 1;
        assert_eq!(session.leads_early(&story, [Some("trivia"), None]), expected, "seed {seed}");
        let options = Options { section: Some("trivia".to_owned()), ..full() };
        let session = Session::new(&story, options, seed);
        assert_eq!(session.leads_early(&story, [None, None]), expected, "seed {seed}");
    }
    assert!(counts.iter().all(|count| *count > 0), "both were drawn: {counts:?}");
}
