//! The question on the cover, and what is taken over from the static card.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use story_card::session::{
    Action, Change, Disclosure, Expanded, Guess, Notice, Options, Phase, Played, Reply, RoundLink,
    Session, notices, saved,
};
use story_card::story::{Form, Item, Section, Story};

fn story() -> Story {
    Story::parse(include_bytes!("../static/stories/ballerina.story.json")).expect("a good story")
}

fn session(story: &Story) -> Session {
    Session::new(story, Options::default(), 5)
}

fn place(story: &Story, id: &str) -> usize {
    story.trivia.questions.iter().position(|it| it.id == id).expect("the question is there")
}

/// The right options of a question, by id.
fn right(story: &Story, question: usize) -> Vec<String> {
    match &story.trivia.questions[question].form {
        Form::One { options, answer } => vec![options[*answer].id.clone()],
        Form::Several { options, answers } => {
            answers.iter().map(|answer| options[*answer].id.clone()).collect()
        }
        Form::TrueFalse { answer } => vec![answer.to_string()],
        _ => Vec::new(),
    }
}

/// The state after taking over `played`, and what the page is told.
fn adopted(story: &Story, session: &Session, played: &str) -> (Session, Vec<Notice>) {
    let mut told = Vec::new();
    let last = Played::read(story, played).into_iter().fold(session.clone(), |before, played| {
        let Some(after) = before.apply(story, Action::Adopt(played)) else { return before };
        told.extend(notices(story, &before, &after));
        after
    });
    (last, told)
}

#[test]
fn what_is_unfolded_in_the_static_card_is_expanded_in_the_live_one() {
    let story = story();
    let spoiler = story.items_of(Section::Timeline).find(|it| story.is_spoiler(*it)).unwrap();
    let [budget, gross, premiere] =
        ["disputes/d-budget", "charts/franchise-gross", "timeline/theatrical-release"]
            .map(|address| story.find(address).unwrap().item.unwrap());
    let stretch = story.timeline.stretch_of(premiere).unwrap().first;
    let first = Item { section: Section::Timeline, index: stretch };
    let text = format!(
        "q-ballet/wick sc-entry:disputes-d-budget sc-table:charts-franchise-gross \
         sc-notes:charts-franchise-gross sc-missing:charts-franchise-gross \
         sc-more-facts>overview-two-leads sc-entry>timeline-{} \
         sc-entry:timeline-theatrical-release sc-spoiler:timeline-_{} sc-why:trivia-q-ballet \
         sc-entry:nowhere-x sc-entry:faq-nobody sc-entry: sc-spoiler:timeline-_999 q-song/",
        story.item_id(first),
        spoiler.index,
    );
    let session = session(&story);
    let expand = Action::Expand(Expanded::read(&story, &text));
    let after = session.apply(&story, expand.clone()).expect("something changes");
    for what in [
        Disclosure::Item(Item { section: Section::Disputes, index: budget }),
        Disclosure::Table(gross),
        Disclosure::Notes(gross),
        Disclosure::Missing(gross),
        Disclosure::Rest(Section::Overview),
        Disclosure::Stretch(stretch),
        Disclosure::Item(Item { section: Section::Timeline, index: premiere }),
    ] {
        assert!(!session.is_expanded(what) && after.is_expanded(what), "{what:?}");
    }
    assert!(!after.is_folded(&story, spoiler), "an unfolded spoiler stays so");
    assert_eq!(after.event(), Some(premiere), "the event that is expanded is the one picked");
    assert_eq!((after.open(), after.quiz()), (session.open(), session.quiz()));
    assert_eq!(after.focus_request(), session.focus_request(), "the page does not move by that");
    assert_eq!(after.apply(&story, expand), None);
    assert_eq!(Expanded::read(&story, "q-ballet/wick q-song/"), Expanded::default());
    assert_eq!(Played::read(&story, &text).len(), 2, "folds are no answers");
}

fn questions(session: &Session) -> Vec<usize> {
    session.quiz().asked().iter().map(|asked| asked.question).collect()
}

#[test]
fn answers_come_first_in_their_order_and_are_told_once_each() {
    let story = story();
    let [first, second] = ["q-song", "q-ballet"].map(|id| place(&story, id));
    let wrong = match &story.trivia.questions[second].form {
        Form::One { options, answer } => options[(answer + 1) % options.len()].id.clone(),
        _ => unreachable!("the question has one right option"),
    };
    let before = session(&story);
    let played = format!("q-song/{} q-ballet/{wrong} q-eden/", right(&story, first)[0]);
    let (after, told) = adopted(&story, &before, &played);
    assert_eq!(questions(&after)[..3], [first, second, place(&story, "q-eden")]);
    assert_eq!(after.quiz().asked().len(), before.quiz().asked().len(), "none is asked twice");
    assert_eq!((after.quiz().at(), after.quiz().phase()), (2, Phase::Asking));
    let answers: Vec<_> = told
        .iter()
        .filter_map(|notice| match notice {
            Notice::Answered { question, correct, score, answered, .. } => {
                Some((question.as_str(), *correct, *score, *answered))
            }
            _ => None,
        })
        .collect();
    assert_eq!(answers, [("q-song", true, 1.0, 1), ("q-ballet", false, 1.0, 2)]);
    let back = format!("{played} q-song/");
    assert_eq!(
        adopted(&story, &before, &back).0.quiz().right(),
        1,
        "going back takes nothing away"
    );
    let (again, told) = adopted(&story, &after, &played);
    assert_eq!((again, told), (after.clone(), Vec::new()), "a second time says nothing");
    assert_eq!(after.focus_request(), None, "nobody has asked for the focus to move");
}

#[test]
fn several_are_given_when_all_right_ones_are_found_and_chosen_before() {
    let story = story();
    let question = place(&story, "q-director");
    let right = right(&story, question);
    assert!(right.len() > 1);
    let (after, told) = adopted(&story, &session(&story), &format!("q-director/{}", right[0]));
    let asked = after.quiz().current().unwrap();
    assert_eq!((asked.question, asked.reply), (question, None));
    assert!(matches!(&asked.guess, Guess::Several(chosen) if chosen.len() == 1));
    assert_eq!(told.iter().filter(|it| matches!(it, Notice::Answered { .. })).count(), 0);
    let all: Vec<_> = right.iter().map(|id| format!("q-director/{id}")).collect();
    let (after, _) = adopted(&story, &session(&story), &all.join(" "));
    assert_eq!(after.quiz().current().unwrap().reply, Some(Reply::Answered(1.0)));
}

#[test]
fn a_fixed_round_and_saved_answers_take_over_nothing() {
    let story = story();
    let played = format!("q-ballet/{}", right(&story, place(&story, "q-ballet"))[0]);
    let seeded = Session::new(&story, Options { seed: Some(4), ..Options::default() }, 5);
    assert_eq!(adopted(&story, &seeded, &played).0, seeded);
    let link = RoundLink::parse("trivia?seed=4&questions=6").expect("the address of a round");
    let linked = session(&story).apply(&story, Action::Play { link, focus: false }).unwrap();
    assert_eq!(adopted(&story, &linked, &played).0, linked);

    let (kept, _) = adopted(&story, &session(&story), &played);
    let restored = session(&story).restored(&story, &saved(&story, &kept));
    let (after, told) = adopted(&story, &restored, "q-ballet/none q-song/none");
    assert_eq!(after.quiz().right(), 1);
    assert!(told.iter().all(|it| !matches!(it, Notice::Answered { .. })));
}

#[test]
fn a_draw_of_few_stays_few() {
    let story = story();
    let options = Options { questions: Some(3), ..Options::default() };
    let before = Session::new(&story, options, 5);
    let asked = questions(&before);
    let other = (0..story.trivia.questions.len())
        .find(|it| {
            !asked.contains(it) && matches!(story.trivia.questions[*it].form, Form::One { .. })
        })
        .unwrap();
    let played = format!("{}/{}", story.trivia.questions[other].id, right(&story, other)[0]);
    let (after, _) = adopted(&story, &before, &played);
    assert_eq!(questions(&after), [other, asked[0], asked[1]]);
}

#[test]
fn a_folded_spoiler_is_not_taken_over() {
    let story = story();
    let spoiler = story
        .trivia
        .questions
        .iter()
        .find(|it| it.claim.spoiler && matches!(it.form, Form::One { .. }));
    let spoiler = spoiler.expect("the story has one");
    let played = format!("{}/{}", spoiler.id, right(&story, place(&story, &spoiler.id))[0]);
    let before = session(&story);
    assert_eq!(adopted(&story, &before, &played).0, before);
}

#[test]
fn the_cover_asks_a_question_of_the_round_and_next_goes_on_in_the_quiz() {
    let story = story();
    let lead = story.lead_question().expect("there is one to choose from");
    let on_cover = |session: &Session, action: Action| {
        session.apply(&story, Action::OnCover(Box::new(action))).expect("it changes something")
    };
    let Guess::One(answer) = (match &story.trivia.questions[lead].form {
        Form::One { answer, .. } => Guess::One(*answer),
        _ => Guess::None,
    }) else {
        unreachable!("the first question has one right option")
    };
    let before = session(&story);
    assert_eq!(before.cover_question(&story), Some(lead));
    let answered = on_cover(&before, Action::Choose(Guess::One(answer)));
    assert_eq!(answered.open(), Section::Overview);
    assert_eq!((questions(&answered)[0], answered.quiz().right()), (lead, 1));
    assert_eq!(answered.cover_asked(&story).unwrap().reply, Some(Reply::Answered(1.0)));
    let next = on_cover(&answered, Action::Next);
    assert_eq!((next.open(), next.quiz().at()), (Section::Trivia, 1));

    // From a cover that the reader comes back to, it leads to where the round is.
    let skipped = next.apply(&story, Action::Skip).unwrap();
    let back = skipped.apply(&story, Action::Open(Section::Overview)).unwrap();
    let again = on_cover(&back, Action::Next);
    assert_eq!((again.open(), again.quiz().at()), (Section::Trivia, 2));
}

#[test]
fn without_one_of_its_two_sections_the_cover_asks_nothing() {
    let story = story();
    for sections in [vec![Section::Overview, Section::Charts], vec![Section::Trivia]] {
        let session = Session::new(&story, Options { sections, ..Options::default() }, 5);
        assert_eq!(session.cover_question(&story), None);
        let action = Action::OnCover(Box::new(Action::Submit));
        assert_eq!(session.apply(&story, action), None);
    }
}

#[test]
fn a_round_fixed_by_the_page_keeps_its_order_on_the_cover() {
    let story = story();
    let seeded = Session::new(&story, Options { seed: Some(9), ..Options::default() }, 5);
    let chosen = Action::OnCover(Box::new(Action::Guess(Guess::One(0))));
    let after = seeded.apply(&story, chosen).unwrap();
    let lead = story.lead_question();
    let others = |state: &Session| -> Vec<usize> {
        questions(state).into_iter().filter(|question| Some(*question) != lead).collect()
    };
    assert_eq!(others(&after), others(&seeded));
    assert_eq!(Some(after.quiz().current().unwrap().question), lead);
}

#[test]
fn kept_answers_stand_before_those_taken_over() {
    let story = story();
    let options = Options { remember: true, ..Options::default() };
    let start = Session::new(&story, options.clone(), 5);
    let played = start.apply(&story, Action::Skip).unwrap().apply(&story, Action::Skip).unwrap();
    let kept = &questions(&played)[..2];
    let restored = Session::new(&story, options, 9).restored(&story, &saved(&story, &played));
    let free = ["q-song", "q-ballet"].into_iter().find(|id| !kept.contains(&place(&story, id)));
    let free = free.expect("one of them was not skipped");
    let answer = right(&story, place(&story, free)).remove(0);
    let (after, _) = adopted(&story, &restored, &format!("{free}/{answer}"));
    assert_eq!(questions(&after)[..3], [kept[0], kept[1], place(&story, free)]);
    assert_eq!((after.quiz().answered(), after.quiz().asked().len()), (3, 10));
}

proptest! {
    #[test]
    fn whatever_is_played_the_round_asks_each_question_once(
        words in prop::collection::vec("(q-[a-z]{1,9}|q-ballet|q-song|q-director|q-abroad)/(true|false|[a-z]{0,7})", 0..12),
        toggles in prop::collection::vec(0usize..5, 0..4),
    ) {
        let story = story();
        let (mut state, _) = adopted(&story, &session(&story), &words.join(" "));
        for place in toggles {
            let action = Action::OnCover(Box::new(Action::Change(Change::Toggle(place))));
            state = state.apply(&story, action).unwrap_or(state);
        }
        let mut asked = questions(&state);
        let all = asked.len();
        asked.sort_unstable();
        asked.dedup();
        prop_assert_eq!(asked.len(), all);
        prop_assert_eq!(all, session(&story).quiz().asked().len());
        prop_assert!(state.quiz().score(&story) <= state.quiz().total(&story));
    }
}
