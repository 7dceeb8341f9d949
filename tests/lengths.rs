//! How long a round is, which questions it asks, how it ends early, and what comes after it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use story_card::session::{
    Action, Guess, Notice, Options, Phase, Reply, RoundLength, RoundLink, Session, notices, saved,
};
use story_card::story::{Address, Difficulty, Form, Placing, Section, Story};

#[path = "session/after.rs"]
mod after;

use after::after;

const BALLERINA: &[u8] = include_bytes!("../static/stories/ballerina.story.json");

fn story() -> Story {
    Story::parse(BALLERINA).expect("the bundled story is good")
}

/// A story whose author says how long a round is.
fn story_with_round(count: usize) -> Story {
    let text = String::from_utf8(BALLERINA.to_vec()).unwrap();
    let text = text.replacen("\"trivia\": {", &format!("\"trivia\": {{\"round\": {count},"), 1);
    Story::parse(text.as_bytes()).expect("a length is no fault")
}

fn new(story: &Story) -> Session {
    Session::new(story, Options::default(), 5)
}

fn questions(session: &Session) -> Vec<usize> {
    session.quiz().asked().iter().map(|asked| asked.question).collect()
}

fn skip(story: &Story, session: &Session, times: usize) -> Session {
    after(story, session, (0..times).map(|_| Action::Skip))
}

/// The first so many questions answered, in whatever way.
fn answered(story: &Story, session: &Session, times: usize) -> Session {
    (0..times).fold(session.clone(), |state, _| {
        let question = state.quiz().current().expect("a question is open").question;
        let guess = any_guess(story, question);
        after(story, &state, [Action::Choose(guess), Action::Next])
    })
}

/// A guess that fits a question.
fn any_guess(story: &Story, question: usize) -> Guess {
    match &story.trivia.questions[question].form {
        Form::One { .. } => Guess::One(0),
        Form::Several { .. } => Guess::Several(vec![0]),
        Form::TrueFalse { .. } => Guess::TrueFalse(true),
        Form::Order { items } => Guess::Order((0..items.len()).collect()),
        Form::Estimate { min, .. } => Guess::Estimate(*min),
        Form::Match { pairs } => Guess::Match((0..pairs.len()).map(Some).collect()),
        Form::Draw { chart, .. } => Guess::Draw(vec![1.0; story.charts[*chart].data.known().len()]),
        Form::Type { .. } => Guess::Type("so".into()),
        form @ Form::Place { .. } => Guess::Place(Placing::of(story, form).unwrap().ends().0),
    }
}

/// The whole round answered with what is there, without a choice where there is one.
fn skipped(story: &Story, session: &Session) -> Session {
    skip(story, session, session.quiz().asked().len())
}

#[test]
fn a_round_asks_ten_unless_story_or_page_say_otherwise() {
    let page = |questions, seed| {
        let options = Options { questions, seed, ..Options::default() };
        (options.clone(), Session::new(&story(), options, 5).quiz().asked().len())
    };
    assert_eq!(new(&story()).quiz().asked().len(), 10);
    assert_eq!(page(Some(3), None).1, 3);
    assert_eq!(page(None, Some(7)).1, 10);
    assert_eq!(page(Some(25), Some(7)).1, story().trivia.questions.len().min(25));
    let own = story_with_round(4);
    assert_eq!(new(&own).quiz().asked().len(), 4);
    assert_eq!(Session::new(&own, page(Some(6), None).0, 5).quiz().asked().len(), 6);
}

#[test]
fn the_reader_chooses_a_length_until_something_is_answered() {
    let story = story();
    let (some, all) = (RoundLength::Some, RoundLength::All);
    let start = new(&story);
    assert_eq!(start.lengths(&story), [some(5), some(10), all]);
    let five = after(&story, &start, [Action::SetLength(some(5))]);
    assert_eq!((five.quiz().asked().len(), five.quiz().seed()), (5, start.quiz().seed()));
    let whole = after(&story, &five, [Action::SetLength(all)]);
    let pool = story.trivia.questions.iter().filter(|it| !it.claim.spoiler).count();
    assert_eq!(whole.quiz().asked().len(), pool);
    let begun = skip(&story, &five, 1);
    assert_eq!(begun.lengths(&story), []);
    assert_eq!(begun.apply(&story, Action::SetLength(all)), None);
    let next = after(&story, &begun, [Action::Restart { seed: 3, focus: true }]);
    assert_eq!(next.quiz().asked().len(), 5, "the length is kept for the next round");
    assert_eq!(next.lengths(&story), [some(5), some(10), all]);
}

#[test]
fn what_page_or_address_fix_is_no_choice() {
    let story = story();
    let fixed = Options { questions: Some(3), ..Options::default() };
    assert_eq!(Session::new(&story, fixed, 5).lengths(&story), []);
    let link = RoundLink::parse("trivia?seed=7&questions=6").unwrap();
    assert_eq!(new(&story).playing(&story, &link).lengths(&story), []);
    // Four questions leave nothing to choose.
    let small = Options { questions: None, ..Options::default() };
    let few = include_bytes!("stories/good/minimal.story.json");
    let few = Story::parse(few).unwrap();
    assert_eq!(Session::new(&few, small, 5).lengths(&few), []);
}

#[test]
fn links_without_a_draw_open_the_old_one() {
    let story = story();
    let open = |address: &str| {
        questions(&new(&story).playing(&story, &RoundLink::parse(address).unwrap()))
    };
    let old = open("trivia?seed=7&questions=6");
    assert_ne!(old, open("trivia?seed=7&questions=6&draw=2"));
    assert_eq!(old, open("trivia?seed=7&questions=6&draw=3"), "an unknown draw is passed over");
    let page = Options { seed: Some(7), questions: Some(6), ..Options::default() };
    assert_eq!(old, questions(&Session::new(&story, page, 1)), "a fixed seed keeps its draw");
    assert_eq!(
        open("trivia?seed=7").len(),
        story.trivia.questions.iter().filter(|it| !it.claim.spoiler).count()
    );
}

#[test]
fn a_round_ends_early_with_what_was_answered() {
    let story = story();
    let start = new(&story);
    assert_eq!(start.apply(&story, Action::Finish), None, "nothing is answered");
    let three = answered(&story, &start, 3);
    let end = after(&story, &three, [Action::Finish]);
    assert_eq!((end.quiz().phase(), end.quiz().asked().len()), (Phase::Finished, 3));
    let more = skip(&story, &three, 1);
    assert_eq!(
        after(&story, &more, [Action::Finish]).quiz().asked().len(),
        3,
        "skips do not count"
    );
    let told = notices(&story, &three, &end);
    let total = end.quiz().total(&story);
    assert!(
        told.iter().any(|it| matches!(it, Notice::Completed { total: told, .. } if *told == total)),
        "{told:?}"
    );
    assert_eq!(end.apply(&story, Action::Finish), None);
    let remembering = Options { remember: true, ..Options::default() };
    let kept = answered(&story, &Session::new(&story, remembering.clone(), 5), 2);
    let ended = after(&story, &kept, [Action::Finish]);
    assert_eq!(ended.best(), None, "a part of a round is no best round");
    let again = Session::new(&story, remembering, 1).restored(&story, &saved(&story, &ended));
    assert_eq!(again.quiz(), ended.quiz());
}

#[test]
fn the_next_round_asks_what_was_not_asked_yet() {
    let story = story();
    let pool = story.trivia.questions.iter().filter(|it| !it.claim.spoiler).count();
    let mut state = new(&story);
    let mut known = Vec::new();
    assert_eq!(state.left(&story), pool - 10);
    while known.len() < pool {
        let asked = questions(&state);
        assert!(asked.iter().all(|question| !known.contains(question)), "{asked:?} {known:?}");
        known.extend(asked);
        assert_eq!(state.left(&story), pool - known.len());
        state = skipped(&story, &state);
        state = after(&story, &state, [Action::Restart { seed: 9, focus: true }]);
    }
    assert_eq!(state.quiz().asked().len(), 10, "then all come again");
    // A fixed round is asked again as it was.
    let seeded = Session::new(&story, Options { seed: Some(7), ..Options::default() }, 5);
    let again =
        after(&story, &skipped(&story, &seeded), [Action::Restart { seed: 1, focus: true }]);
    assert_eq!(questions(&again), questions(&seeded));
}

#[test]
fn the_cover_does_not_reopen_a_round_that_is_over() {
    let story = story();
    let lead = story.lead_question().unwrap();
    let start = new(&story);
    assert!(questions(&start).contains(&lead), "the cover asks one of the round");
    // Ended early, without the question on the cover.
    let state = *questions(&start).iter().find(|it| **it != lead).unwrap();
    let address = Address { section: Section::Trivia, item: Some(state) };
    let there = after(&story, &start, [Action::Follow { address, question: None }]);
    let guess = any_guess(&story, state);
    let ended = after(&story, &there, [Action::Choose(guess), Action::Finish]);
    assert_eq!((ended.quiz().phase(), ended.quiz().asked().len()), (Phase::Finished, 1));
    let answer = Action::OnCover(Box::new(Action::Choose(Guess::One(0))));
    let next = after(&story, &ended, [answer]);
    assert_eq!((next.quiz().answered(), next.quiz().asked().len()), (1, 10), "a round of its own");
    assert!(!questions(&next).contains(&state));
}

#[test]
fn in_later_rounds_the_cover_asks_one_of_them() {
    let story = story();
    let end = skipped(&story, &new(&story));
    let next = after(&story, &end, [Action::Restart { seed: 3, focus: true }]);
    let asked = next.cover_question(&story).unwrap();
    assert!(questions(&next).contains(&asked) && !questions(&end).contains(&asked));
}

#[test]
fn a_link_to_a_question_makes_no_round_longer() {
    let story = story();
    let start = new(&story);
    let other = (0..story.trivia.questions.len())
        .find(|it| !questions(&start).contains(it) && !story.trivia.questions[*it].claim.spoiler);
    let address = Address { section: Section::Trivia, item: other };
    let there = after(&story, &start, [Action::Follow { address, question: None }]);
    assert_eq!(there.quiz().asked().len(), 10);
    assert_eq!(Some(there.quiz().current().unwrap().question), other);
    // Nor does it reopen one that is over.
    let end = skipped(&story, &start);
    let there = after(&story, &end, [Action::Follow { address, question: None }]);
    assert_eq!((there.quiz().asked().len(), there.quiz().answered()), (10, 0));
    assert_eq!(Some(there.quiz().current().unwrap().question), other);
}

#[test]
fn where_each_round_is_the_same_none_is_left() {
    let story = story();
    let seeded = Session::new(&story, Options { seed: Some(7), ..Options::default() }, 5);
    assert_eq!(seeded.left(&story), 0);
    assert_eq!(skip(&story, &seeded, 1).left(&story), 0);
}

#[test]
fn a_round_of_spoilers_is_never_empty_once_they_are_folded() {
    let story = story();
    let mut state = new(&story);
    for seed in 0..3 {
        state = after(&story, &skipped(&story, &state), [Action::Restart { seed, focus: true }]);
    }
    let shown = after(&story, &state, [Action::FoldAll(false), Action::FoldAll(true)]);
    assert_ne!(shown.quiz().phase(), Phase::Empty);
}

#[test]
fn a_linked_round_that_was_kept_is_still_linked() {
    let story = story();
    let link = || RoundLink::parse("trivia?seed=7&questions=6").unwrap();
    let options = Options { remember: true, ..Options::default() };
    let visit = || Session::new(&story, options.clone(), 5).playing(&story, &link());
    let played = skip(&story, &visit(), 2);
    let again = visit().restored(&story, &saved(&story, &played));
    // What the cover asks comes into a linked round beside its own questions.
    let answer = Action::OnCover(Box::new(Action::Choose(Guess::One(0))));
    let asked = questions(&after(&story, &again, [answer]));
    assert!(questions(&played).iter().all(|question| asked.contains(question)), "{asked:?}");
}

#[test]
fn skipping_alone_is_nothing_to_finish_with() {
    let story = story();
    let skipped = skip(&story, &new(&story), 3);
    assert_eq!(skipped.apply(&story, Action::Finish), None);
}

#[test]
fn the_wrong_ones_again_are_no_new_questions() {
    let story = story();
    let end = skipped(&story, &new(&story));
    let again = after(&story, &end, [Action::Retry { seed: 2 }]);
    assert_eq!(again.left(&story), end.left(&story));
    let next = after(&story, &skipped(&story, &again), [Action::Restart { seed: 3, focus: true }]);
    assert!(questions(&next).iter().all(|it| !questions(&end).contains(it)));
}

#[test]
fn what_is_forgotten_may_be_asked_again() {
    let story = story();
    let end = skipped(&story, &new(&story));
    let new = after(&story, &end, [Action::Forget { seed: 2 }]);
    assert_eq!(new.left(&story), end.left(&story));
}

#[test]
fn a_run_and_the_closest_estimate_are_noticed() {
    let story = story();
    let estimates: Vec<usize> = (0..story.trivia.questions.len())
        .filter(|it| matches!(story.trivia.questions[*it].form, Form::Estimate { .. }))
        .collect();
    let chosen: Vec<usize> = (0..story.trivia.questions.len())
        .filter(|it| matches!(story.trivia.questions[*it].form, Form::One { .. }))
        .filter(|it| !story.trivia.questions[*it].claim.spoiler)
        .collect();
    let ask = |places: &[usize]| {
        let numbers: Vec<String> = places.iter().map(|it| (it + 1).to_string()).collect();
        let link = format!("trivia?seed=1&ask={}", numbers.join("."));
        new(&story).playing(&story, &RoundLink::parse(&link).unwrap())
    };
    let mut state = ask(&chosen[..3]);
    for (nth, question) in chosen[..3].iter().enumerate() {
        let Form::One { answer, .. } = story.trivia.questions[*question].form else { panic!() };
        state = after(&story, &state, [Action::Choose(Guess::One(answer))]);
        assert_eq!(state.quiz().streak(), nth + 1);
        state = after(&story, &state, [Action::Next]);
    }
    let mut state = ask(&estimates[..2]);
    for (nth, question) in estimates[..2].iter().enumerate() {
        let Form::Estimate { max, min, answer, .. } = &story.trivia.questions[*question].form
        else {
            panic!()
        };
        let value = if nth == 0 {
            if answer.value - min > max - answer.value { *min } else { *max }
        } else {
            answer.value
        };
        state = after(&story, &state, [Action::Choose(Guess::Estimate(value))]);
        assert!(state.quiz().streak() == nth);
        assert_eq!(state.quiz().is_closest(&story), nth == 1, "there must be one before");
        state = after(&story, &state, [Action::Next]);
    }
}

proptest! {
    #[test]
    fn a_drawn_round_is_mixed_and_begins_with_the_easy_questions(seed in any::<u64>(), count in 1..40_usize) {
        let story = story();
        let link = RoundLink::parse(&format!("trivia?seed={seed}&questions={count}&draw=2")).unwrap();
        let state = new(&story).playing(&story, &link);
        let asked = questions(&state);
        let pool: Vec<usize> = (0..story.trivia.questions.len())
            .filter(|it| !story.trivia.questions[*it].claim.spoiler).collect();
        prop_assert_eq!(asked.len(), count.min(pool.len()));
        let mut once = asked.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), asked.len());
        let difficulty = |place: &usize| story.trivia.questions[*place].difficulty;
        prop_assert!(asked.is_sorted_by_key(difficulty));
        // As long as there are questions of every form, none is asked three times before another once.
        let forms = |places: &[usize]| {
            let mut counts = [0; Form::COUNT];
            places.iter().for_each(|it| counts[story.trivia.questions[*it].form.place()] += 1);
            counts
        };
        let (drawn, all) = (forms(&asked), forms(&pool));
        for (form, count) in drawn.iter().enumerate() {
            for (other, others) in drawn.iter().enumerate() {
                prop_assert!(*count <= others + 1 || *others == all[other], "{form} {other} {drawn:?}");
            }
        }
        if count >= 9 {
            let has = |wanted| asked.iter().any(|it| difficulty(it) == wanted);
            prop_assert!(has(Difficulty::Easy) && has(Difficulty::Medium) && has(Difficulty::Hard));
        }
    }

    #[test]
    fn whatever_is_done_a_round_holds_together(steps in prop::collection::vec(0..6_u8, 0..60), seed in any::<u64>()) {
        let story = story();
        let mut state = Session::new(&story, Options::default(), seed);
        for step in steps {
            let action = match step {
                0 => Action::Finish,
                1 => Action::SetLength(RoundLength::Some(5)),
                2 => Action::Restart { seed: seed ^ 3, focus: true },
                3 => Action::Retry { seed: seed ^ 5 },
                _ => Action::Skip,
            };
            state = after(&story, &state, [action]);
            let mut asked = questions(&state);
            let count = asked.len();
            asked.sort_unstable();
            asked.dedup();
            prop_assert_eq!(asked.len(), count);
            prop_assert!(count > 0 && state.quiz().at() <= count);
            prop_assert!(state.quiz().asked().iter().all(|it| it.reply.is_none_or(|it| it == Reply::Skipped)));
            prop_assert!(state.left(&story) + count <= story.trivia.questions.len());
        }
    }
}
