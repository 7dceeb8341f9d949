//! Rounds that outlast their page: named by an address, kept as a text; the timer, and ways back.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use serde_json::{Value, json};
use story_card::session::{
    Action, BestScore, Guess, Options, Phase, Reply, RoundLink, Session, Target, credit, saved,
};
use story_card::story::{Address, Form, Item, Placing, Section, Story};

#[path = "session/after.rs"]
mod after;
#[path = "session/right.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod right;

use after::after;
use right::{right_answer, true_values};

const EVERYTHING: &str = include_str!("stories/good/everything.story.json");

fn story() -> Story {
    Story::parse(EVERYTHING.as_bytes()).expect("the good story is good")
}

/// The story after a change of its JSON.
fn changed(change: impl FnOnce(&mut Value)) -> Story {
    let mut json: Value = serde_json::from_str(EVERYTHING).unwrap();
    // Links to what is taken out would be faults.
    let sections = json.as_object_mut().unwrap().values_mut();
    sections.for_each(without_links);
    change(&mut json);
    Story::parse(json.to_string().as_bytes()).expect("it is still good")
}

fn without_links(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.remove("see");
            entries.values_mut().for_each(without_links);
        }
        Value::Array(entries) => entries.iter_mut().for_each(without_links),
        _ => {}
    }
}

fn session(story: &Story, options: Options, seed: u64) -> Session {
    Session::new(story, options, seed)
}

fn remembering() -> Options {
    Options { remember: true, ..Options::default() }
}

fn with_spoilers() -> Options {
    Options { spoilers: true, remember: true, ..Options::default() }
}

/// The ids of the questions of a round, in order.
fn ids(story: &Story, session: &Session) -> Vec<String> {
    let asked = session.quiz().asked().iter();
    asked.map(|asked| story.trivia.questions[asked.question].id.clone()).collect()
}

/// The round with the order of its options.
fn round(session: &Session) -> Vec<(usize, Vec<usize>)> {
    session.quiz().asked().iter().map(|asked| (asked.question, asked.order.clone())).collect()
}

fn address(story: &Story, session: &Session) -> String {
    session.quiz().address(story)
}

fn following(story: &Story, options: Options, address: &str) -> Session {
    let link = RoundLink::parse(address).expect("it is an address of a round");
    session(story, options, 99).playing(story, &link)
}

/// A guess that fits a question: right, or wrong where there is a way to be wrong.
fn guess(story: &Story, question: usize, is_right: bool) -> Guess {
    match &story.trivia.questions[question].form {
        Form::One { answer, options } => {
            Guess::One((answer + usize::from(!is_right)) % options.len())
        }
        Form::Several { answers, .. } => Guess::Several(answers.clone()),
        Form::TrueFalse { answer } => Guess::TrueFalse(*answer == is_right),
        Form::Order { items } => Guess::Order((0..items.len()).collect()),
        Form::Estimate { min, max, answer, .. } => {
            Guess::Estimate(if is_right { answer.value } else { min.max(*max) })
        }
        Form::Match { pairs } => Guess::Match((0..pairs.len()).rev().map(Some).collect()),
        Form::Type { answer, .. } => {
            Guess::Type(if is_right { answer.words() } else { "nobody".into() })
        }
        form @ Form::Place { .. } => match right_answer(story, form) {
            right if is_right => right,
            _ => Guess::Place(Placing::of(story, form).unwrap().ends().1),
        },
        Form::Draw { chart, .. } => {
            let count = true_values(story, *chart).len();
            Guess::Draw((0..count).map(|place| place as f64 + 0.1).collect())
        }
    }
}

fn answer(story: &Story, state: &Session, is_right: bool) -> Session {
    let question = state.quiz().current().expect("a question is open").question;
    after(story, state, [Action::Choose(guess(story, question, is_right)), Action::Next])
}

fn play_on(story: &Story, mut state: Session) -> Session {
    while state.quiz().phase() != Phase::Finished {
        let is_right = state.quiz().at().is_multiple_of(2);
        state = answer(story, &state, is_right);
    }
    state
}

// Addresses.

#[test]
fn an_address_opens_the_same_questions_in_the_same_order() {
    let story = story();
    let first = session(&story, Options { questions: Some(4), ..Options::default() }, 11);
    assert_eq!(address(&story, &first), "trivia?seed=11&questions=4&draw=2");
    // The page of the one who follows it draws otherwise.
    let page = Options { questions: Some(2), seed: Some(5), ..Options::default() };
    let second = following(&story, page, &address(&story, &first));
    assert_eq!((round(&second), second.open()), (round(&first), Section::Trivia));
    assert_eq!(second.focus_request(), None, "opening there takes no focus");
    let other_page = Options { spoilers: true, ..Options::default() };
    let third = following(&story, other_page, &address(&story, &first));
    assert_eq!(round(&third), round(&first), "spoilers that are shown do not join it");
}

#[test]
fn spoilers_of_a_shared_round_wait_until_they_are_allowed() {
    let story = story();
    let first = session(&story, with_spoilers(), 3);
    let address = address(&story, &first);
    assert!(address.ends_with("&spoilers=show"), "{address}");
    let second = following(&story, Options::default(), &address);
    let spoiler = |session: &Session| {
        let asked = session.quiz().asked().iter();
        asked.filter(|it| story.trivia.questions[it.question].claim.spoiler).count()
    };
    assert_eq!((spoiler(&second), second.quiz().left_out()), (0, spoiler(&first)));
    let allowed = after(&story, &second, [Action::FoldAll(false)]);
    assert_eq!(round(&allowed), round(&first), "the same order, for nothing was played yet");
    let started = after(&story, &second, [Action::Skip, Action::FoldAll(false)]);
    assert_eq!(started.quiz().asked().len(), first.quiz().asked().len());
    assert_eq!(after(&story, &started, [Action::FoldAll(true)]).quiz().left_out(), spoiler(&first));
}

#[test]
fn rounds_that_were_not_drawn_have_an_address_as_well() {
    let story = story();
    let played = play_on(&story, session(&story, Options::default(), 8));
    let again = after(&story, &played, [Action::Retry { seed: 21 }]);
    let address = address(&story, &again);
    assert!(address.starts_with("trivia?seed=21&ask="), "{address}");
    assert_eq!(round(&following(&story, Options::default(), &address)), round(&again));
}

#[test]
fn an_address_opens_a_round_of_a_changed_story() {
    let story = changed(|json| {
        json["trivia"]["questions"].as_array_mut().unwrap().truncate(2);
    });
    for address in
        ["trivia?seed=1&questions=9", "trivia?seed=1&ask=2.9.1.2", "trivia?seed=1&ask=40"]
    {
        let state = following(&story, Options::default(), address);
        assert!(!state.quiz().asked().is_empty(), "{address}");
    }
}

#[test]
fn a_round_that_is_played_already_goes_on() {
    let story = story();
    let link = || RoundLink::parse("trivia?seed=4&questions=3").unwrap();
    let state = session(&story, Options::default(), 1).playing(&story, &link());
    let played = after(&story, &state, [Action::Skip]);
    let again = after(&story, &played, [Action::Play { link: link(), focus: true }]);
    assert_eq!(again.quiz(), played.quiz());
    assert_eq!(again.focus_request().unwrap().target, Target::Question);
    let other = RoundLink::parse("trivia?seed=5&questions=3").unwrap();
    let other = after(&story, &played, [Action::Play { link: other, focus: false }]);
    assert_eq!((other.quiz().seed(), other.quiz().answered()), (5, 0));
    let new = after(&story, &other, [Action::Restart { seed: 6, focus: true }]);
    assert_eq!(new.quiz().seed(), 6, "another round is another round");
}

#[test]
fn a_card_without_quiz_follows_no_address_to_it() {
    let story = story();
    let options = Options { sections: vec![Section::Faq], ..Options::default() };
    assert_eq!(following(&story, options, "trivia?seed=4").open(), Section::Faq);
}

// What is kept.

#[test]
fn a_kept_round_goes_on_where_it_was() {
    let story = story();
    let mut state = session(&story, with_spoilers(), 77);
    state = after(&story, &state, [Action::Open(Section::Trivia)]);
    for _ in 0..4 {
        state = answer(&story, &state, true);
    }
    state = after(&story, &state, [Action::Skip]);
    let question = state.quiz().current().unwrap().question;
    state = after(&story, &state, [Action::Guess(guess(&story, question, false))]);
    let text = saved(&story, &state);
    let restored = session(&story, with_spoilers(), 1).restored(&story, &text);
    assert_eq!((restored.quiz(), restored.open()), (state.quiz(), Section::Trivia));
    assert_eq!(saved(&story, &restored), text);
}

#[test]
fn every_form_of_answer_is_kept() {
    let story = story();
    for is_right in [true, false] {
        let mut state = session(&story, with_spoilers(), 5);
        while state.quiz().phase() != Phase::Finished {
            state = answer(&story, &state, is_right);
        }
        let restored = session(&story, with_spoilers(), 1).restored(&story, &saved(&story, &state));
        assert_eq!(restored.quiz(), state.quiz());
        assert_eq!(restored.best(), state.best());
        assert!(state.best().is_some());
        assert_eq!(restored.quiz().phase(), Phase::Finished);
    }
}

#[test]
fn the_page_says_where_to_open_before_what_is_kept() {
    let story = story();
    let state = after(&story, &session(&story, remembering(), 1), [Action::Open(Section::Faq)]);
    let text = saved(&story, &state);
    let open = |section: Option<&str>| {
        let options = Options { section: section.map(str::to_owned), ..remembering() };
        session(&story, options, 1).restored(&story, &text).open()
    };
    assert_eq!(open(None), Section::Faq);
    assert_eq!(open(Some("charts")), Section::Charts);
    assert_eq!(open(Some("no-such-section")), Section::Faq);
    let shown = Options { sections: vec![Section::Charts], ..remembering() };
    assert_eq!(session(&story, shown, 1).restored(&story, &text).open(), Section::Charts);
}

#[test]
fn an_untouched_round_is_not_kept() {
    let story = story();
    let text = saved(&story, &session(&story, remembering(), 1));
    assert_eq!(text, format!("{{\"open\":\"{}\"}}", story.sections[0].id()));
    assert_eq!(session(&story, remembering(), 2).restored(&story, &text).quiz().seed(), 2);
}

#[test]
fn half_a_pair_is_no_answer() {
    let story = story();
    let kept = r#"{"seed":7,"asked":[["who-kept-what",0,"ana-lamp"]]}"#;
    let state = Session::new(&story, remembering(), 1).restored(&story, kept);
    assert!(!state.quiz().is_started(), "{:?}", state.quiz());
}

#[test]
fn a_best_score_of_nothing_is_none() {
    let story = story();
    for (kept, is_kept) in [("[0,3]", true), ("[0,0]", false), ("[0,3.1e-89]", false)] {
        let kept = format!(r#"{{"best":{kept}}}"#);
        let state = Session::new(&story, remembering(), 1).restored(&story, &kept);
        assert_eq!(state.best().is_some(), is_kept, "{kept}");
    }
}

#[test]
fn a_changed_story_drops_only_what_no_longer_fits() {
    let before = story();
    let mut state = session(&before, with_spoilers(), 5);
    while state.quiz().phase() != Phase::Finished {
        state = answer(&before, &state, true);
    }
    let text = saved(&before, &state);
    let find = |form: fn(&Form) -> bool| {
        before.trivia.questions.iter().position(|question| form(&question.form)).unwrap()
    };
    let one = find(|form| matches!(form, Form::One { .. }));
    let several = find(|form| matches!(form, Form::Several { .. }));
    let order = find(|form| matches!(form, Form::Order { .. }));
    let judged = find(|form| matches!(form, Form::TrueFalse { .. }));
    let after = changed(|json| {
        let questions = json["trivia"]["questions"].as_array_mut().unwrap();
        let answer = questions[one]["answer"].clone();
        for option in questions[one]["options"].as_array_mut().unwrap() {
            if option["id"] == answer {
                option["id"] = json!("renamed");
            }
        }
        questions[one]["answer"] = json!("renamed");
        questions[several]["options"].as_array_mut().unwrap().reverse();
        let more = json!({ "id": "one-more", "text": "One more" });
        questions[order]["items"].as_array_mut().unwrap().push(more);
        questions.remove(judged);
        questions.reverse();
    });
    let restored = session(&after, with_spoilers(), 1).restored(&after, &text);
    let reply = |place: usize| {
        let id = &before.trivia.questions[place].id;
        let asked = restored.quiz().asked().iter();
        let mut asked = asked.filter(|it| after.trivia.questions[it.question].id == *id);
        asked.next().map(|asked| asked.reply)
    };
    assert_eq!(reply(one), Some(None), "its answer is gone, so it is asked again");
    assert_eq!(reply(several), Some(Some(Reply::Answered(1.0))), "an order is no change");
    assert_eq!(reply(order), Some(None));
    assert_eq!(reply(judged), None, "a question that is gone");
    assert_eq!(restored.quiz().asked().len(), before.trivia.questions.len() - 1);
    assert_eq!(restored.quiz().phase(), Phase::Asking, "what is open again is asked");
    assert_eq!(restored.quiz().answered(), before.trivia.questions.len() - 3);
}

#[test]
fn kept_spoilers_stay_out_until_they_are_allowed() {
    let story = story();
    let mut state = session(&story, with_spoilers(), 5);
    let is_spoiler = |state: &Session| {
        state.quiz().current().is_some_and(|it| story.trivia.questions[it.question].claim.spoiler)
    };
    while is_spoiler(&state) {
        state = after(&story, &state, [Action::Skip]);
    }
    let skipped = state.quiz().answered();
    state = answer(&story, &state, true);
    let restored = session(&story, remembering(), 1).restored(&story, &saved(&story, &state));
    let questions = restored.quiz().asked().iter();
    let open = questions.filter(|asked| asked.reply.is_none());
    assert!(open.clone().count() > 0);
    assert!(open.clone().all(|asked| !story.trivia.questions[asked.question].claim.spoiler));
    assert_eq!(restored.quiz().answered(), skipped + 1);
    assert!(restored.quiz().left_out() > 0);
}

#[test]
fn the_best_round_is_kept_and_forgotten() {
    let story = story();
    let good = play_on(&story, session(&story, remembering(), 2));
    let best = good.best().expect("there is a best round");
    assert_eq!((best.score, best.total), (good.quiz().score(&story), good.quiz().total(&story)));
    let mut worse = after(&story, &good, [Action::Restart { seed: 3, focus: true }]);
    while worse.quiz().phase() != Phase::Finished {
        worse = after(&story, &worse, [Action::Skip]);
    }
    assert_eq!(worse.best(), Some(best), "a worse round changes nothing");
    let mut again = after(&story, &worse, [Action::Retry { seed: 4 }]);
    while again.quiz().phase() != Phase::Finished {
        again = answer(&story, &again, true);
    }
    assert_eq!(again.best(), Some(best), "wrong ones again are no round of their own");
    let forgotten = after(&story, &again, [Action::Forget { seed: 9 }]);
    assert_eq!((forgotten.best(), forgotten.quiz().answered()), (None, 0));
    let unasked = play_on(&story, session(&story, Options::default(), 2));
    assert_eq!(unasked.best(), None, "nothing is remembered unasked");
}

#[test]
fn a_best_round_that_makes_no_sense_is_none() {
    let story = story();
    for best in ["[5,4]", "[-1,4]", "[0,0]", "[1]", "[1,2,3]", "7", "[1e999,1e999]", "[\"1\",2]"] {
        let text = format!("{{\"best\":{best}}}");
        assert_eq!(
            session(&story, remembering(), 1).restored(&story, &text).best(),
            None,
            "{best}"
        );
    }
    let kept = session(&story, remembering(), 1).restored(&story, "{\"best\":[2.5,4]}").best();
    assert_eq!(kept, Some(BestScore { score: 2.5, total: 4.0 }));
}

// The timer, and ways back.

#[test]
fn time_that_is_up_skips_the_question_and_shows_its_verdict() {
    let story = story();
    let state = session(&story, Options::default(), 1);
    let up = Action::TimeUp { focus: true };
    assert_eq!(state.apply(&story, up.clone()), None, "nobody has switched it on");
    let timed = after(&story, &state, [Action::Timer(true), up.clone()]);
    assert_eq!(timed.quiz().current().unwrap().reply, Some(Reply::Skipped));
    assert_eq!((timed.quiz().phase(), timed.quiz().is_late()), (Phase::Answered, true));
    assert_eq!(timed.focus_request().unwrap().target, Target::Verdict);
    assert_eq!(timed.apply(&story, up.clone()), None, "it is up once");
    let next = after(&story, &timed, [Action::Next]);
    assert!(next.has_timer() && !next.quiz().is_late() && next.quiz().at() == 1);
    let off = after(&story, &next, [Action::Timer(false)]);
    assert_eq!(off.apply(&story, up), None, "it can be switched off at any time");
}

#[test]
fn there_is_a_way_back_to_the_same_question() {
    let story = story();
    let event = Address { section: Section::Timeline, item: Some(1) };
    let state = after(
        &story,
        &session(&story, Options::default(), 1),
        [Action::Open(Section::Trivia), Action::Skip],
    );
    let away = after(&story, &state, [Action::Follow { address: event, question: None }]);
    assert_eq!(away.return_item(), Some(Item { section: Section::Timeline, index: 1 }));
    let back = after(&story, &away, [Action::Back]);
    assert_eq!((back.open(), back.return_item()), (Section::Trivia, None));
    assert_eq!(back.quiz(), state.quiz());
    assert_eq!(back.focus_request().unwrap().target, Target::Question);
    let further = Address { section: Section::Sources, item: Some(0) };
    let further = after(&story, &away, [Action::Follow { address: further, question: None }]);
    assert_eq!(further.return_item(), Some(Item { section: Section::Sources, index: 0 }));
    let home = after(&story, &away, [Action::Open(Section::Trivia)]);
    assert_eq!(home.return_item(), None, "who is there needs no way back");
    let answered = answer_only(&story, &state);
    let back =
        after(&story, &answered, [Action::Follow { address: event, question: None }, Action::Back]);
    assert_eq!(back.focus_request().unwrap().target, Target::Verdict);
    assert_eq!(back.quiz(), answered.quiz());
    let elsewhere = after(
        &story,
        &session(&story, Options::default(), 1),
        [Action::Follow { address: event, question: None }],
    );
    assert_eq!((elsewhere.return_item(), elsewhere.apply(&story, Action::Back)), (None, None));
}

fn answer_only(story: &Story, state: &Session) -> Session {
    let question = state.quiz().current().unwrap().question;
    after(story, state, [Action::Choose(guess(story, question, true))])
}

#[test]
fn the_review_of_a_question_is_found_again() {
    let story = story();
    let end =
        after(&story, &session(&story, Options::default(), 1), [Action::Open(Section::Trivia)]);
    let end = play_on(&story, end);
    let question = end.quiz().asked()[2].question;
    let address = Address { section: Section::Timeline, item: Some(0) };
    let back =
        after(&story, &end, [Action::Follow { address, question: Some(question) }, Action::Back]);
    assert_eq!(back.quiz(), end.quiz());
    let item = Item { section: Section::Trivia, index: question };
    assert_eq!(back.focus_request().unwrap().target, Target::Item(item));
}

// Properties.

/// What a session must be, whatever happened.
fn assert_sound(story: &Story, state: &Session) -> Result<(), TestCaseError> {
    prop_assert!(state.sections().contains(&state.open()));
    let quiz = state.quiz();
    prop_assert!(quiz.at() <= quiz.asked().len());
    let (score, total) = (quiz.score(story), quiz.total(story));
    prop_assert!((0.0..=total + 1e-9).contains(&score), "{} of {}", score, total);
    let mut seen = Vec::new();
    for asked in quiz.asked() {
        prop_assert!(!seen.contains(&asked.question), "a question stands twice");
        seen.push(asked.question);
        prop_assert!(asked.guess.fits(story, &story.trivia.questions[asked.question]));
    }
    if let Some(BestScore { score, total }) = state.best() {
        prop_assert!(total > 0.0 && (0.0..=total).contains(&score));
    }
    // What was restored can be kept, and comes out the same.
    let text = saved(story, state);
    serde_json::from_str::<Value>(&text).expect("it is JSON");
    let again = Session::new(story, state.options().clone(), 1).restored(story, &text);
    prop_assert_eq!(saved(story, &again), text);
    Ok(())
}

/// Any JSON value, with a liking for what a kept session is made of.
fn any_json() -> impl Strategy<Value = Value> {
    let ids: Vec<String> = story()
        .trivia
        .questions
        .iter()
        .flat_map(|question| match &question.form {
            Form::One { options: list, .. }
            | Form::Several { options: list, .. }
            | Form::Order { items: list } => list.iter().map(|it| it.id.clone()).collect(),
            Form::Match { pairs } => pairs.iter().map(|it| it.id.clone()).collect(),
            _ => Vec::new(),
        })
        .collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9..40_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        proptest::sample::select(ids).prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::hash_map("[a-z]{1,5}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Any entry of a round.
fn any_entry() -> impl Strategy<Value = Value> {
    let ids: Vec<String> = story().trivia.questions.iter().map(|it| it.id.clone()).collect();
    let given = proptest::collection::vec(any_json(), 0..6);
    (proptest::sample::select(ids), 0..4_u8, given).prop_map(|(id, reply, given)| {
        let mut entry = vec![json!(id), json!(reply)];
        entry.extend(given);
        Value::from(entry)
    })
}

proptest! {
    #[test]
    fn any_text_restores_to_a_sound_session(text in ".{0,80}", spoilers in any::<bool>()) {
        let story = story();
        let options = Options { spoilers, ..remembering() };
        assert_sound(&story, &session(&story, options, 1).restored(&story, &text))?;
    }

    #[test]
    fn any_value_restores_to_a_sound_session(
        (open, best, seed, at, asked) in (any_json(), any_json(), any_json(), any_json(), any_json()),
        entries in proptest::collection::vec(prop_oneof![8 => any_entry().boxed(), 1 => any_json().boxed()], 0..14),
        (is_wild, spoilers) in (any::<bool>(), any::<bool>()),
    ) {
        let story = story();
        let asked = if is_wild { asked } else { Value::from(entries) };
        let seed = if is_wild { seed } else { json!(7) };
        let text = json!({ "open": open, "best": best, "seed": seed, "at": at, "asked": asked });
        let options = Options { spoilers, ..remembering() };
        let state = session(&story, options, 1).restored(&story, &text.to_string());
        assert_sound(&story, &state)?;
        // It can be played to its end.
        if state.quiz().phase() != Phase::Empty {
            prop_assert_eq!(play_on(&story, next_open(&story, state)).quiz().phase(), Phase::Finished);
        }
    }

    #[test]
    fn a_mutilated_text_restores_to_a_sound_session(at in 0..400_usize, put in ".{0,3}", len in 0..9_usize) {
        let story = story();
        let state = play_on(&story, session(&story, with_spoilers(), 5));
        let mut text = saved(&story, &state);
        let from = text.floor_char_boundary(at);
        text.replace_range(from..text.floor_char_boundary(from + len), &put);
        assert_sound(&story, &session(&story, with_spoilers(), 1).restored(&story, &text))?;
    }

    #[test]
    fn any_round_has_an_address_that_leads_to_it(
        seed in any::<u64>(),
        count in proptest::option::of(1..12_usize),
        spoilers in any::<bool>(),
        steps in proptest::collection::vec(0..4_u8, 0..12),
    ) {
        let story = story();
        let options = Options { questions: count, spoilers, ..Options::default() };
        let mut state = session(&story, options, seed);
        for step in steps {
            let action = match step {
                0 => Action::Skip,
                1 => Action::FoldAll(false),
                2 => Action::Retry { seed: seed ^ 1 },
                _ => {
                    let item = Some(usize::from(step));
                    let address = Address { section: Section::Trivia, item };
                    Action::Follow { address, question: None }
                }
            };
            state = after(&story, &state, [action]);
        }
        let address = address(&story, &state);
        let page = Options { spoilers: true, ..Options::default() };
        prop_assert_eq!(round(&following(&story, page, &address)), round(&state), "{}", address);
    }

    #[test]
    fn the_same_seed_gives_the_same_round(seed in any::<u64>(), count in 1..12_usize) {
        let story = story();
        let options = Options { questions: Some(count), seed: Some(seed), ..with_spoilers() };
        let rounds = [1, 2].map(|visit| round(&session(&story, options.clone(), visit)));
        prop_assert_eq!(&rounds[0], &rounds[1]);
        prop_assert_eq!(rounds[0].len(), count.min(story.trivia.questions.len()));
    }

    #[test]
    fn pairs_are_scored_like_counting(chosen in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let right = (0..6).filter(|left| chosen[*left] == *left).count();
        let guess = Guess::Match(chosen.into_iter().map(Some).collect());
        let share = credit(&story(), &Form::Match { pairs: Vec::new() }, &guess).unwrap();
        prop_assert!((share - right as f64 / 6.0).abs() < 1e-12);
    }

    #[test]
    fn any_address_of_a_round_opens_one(address in "trivia\\?seed=[0-9]{1,19}(&(ask|questions|spoilers|x)=[0-9a-z.]{0,9}){0,3}") {
        let story = story();
        if RoundLink::parse(&address).is_some() {
            assert_sound(&story, &following(&story, remembering(), &address))?;
        }
    }
}

/// Goes on if a verdict is shown.
fn next_open(story: &Story, state: Session) -> Session {
    if state.quiz().phase() == Phase::Answered {
        return after(story, &state, [Action::Next]);
    }
    state
}

/// Written down, so that a change that would break shared links is noticed; the end-to-end tests
/// compare the same list in every engine.
#[test]
fn a_shared_round_of_the_bundled_story_is_the_same_for_ever() {
    let text = include_bytes!("../static/stories/ballerina.story.json");
    let story = Story::parse(text).expect("it is good");
    let state = following(&story, Options::default(), "trivia?seed=2025&questions=6");
    let expected: Vec<&str> = include_str!("stories/round-2025.txt").lines().collect();
    assert_eq!(ids(&story, &state), expected);
    let state = following(&story, Options::default(), "trivia?seed=2025&questions=6&draw=2");
    let expected: Vec<&str> = include_str!("stories/round-2025-draw-2.txt").lines().collect();
    assert_eq!(ids(&story, &state), expected);
}
