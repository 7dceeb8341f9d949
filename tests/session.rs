//! Sequences of actions and the states they lead to; scores against simple references.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use proptest::prelude::*;
use story_card::session::{
    Action, Answer, Change, Citation, Disclosure, Expanded, Guess, HeldEntry, Notice, Options,
    Phase, Reply, RoundLink, Session, ShareOutcome, Tally, Target, credit, notices, saved, tally,
};
use story_card::story::{Address, Form, Item, Section, Story};

#[path = "session/after.rs"]
mod after;
#[path = "session/right.rs"]
mod right;

use after::after;
use right::{right_answer, true_values};

fn story() -> Story {
    let text = include_bytes!("stories/good/everything.story.json");
    Story::parse(text).expect("the good story is good")
}

fn session(story: &Story) -> Session {
    Session::new(story, Options::default(), 1)
}

/// A round with every question, spoilers included.
fn full_round(story: &Story) -> Session {
    Session::new(story, Options { spoilers: true, ..Options::default() }, 1)
}

/// The right answer to a question of the pool; for a drawing the true values.
fn right(story: &Story, question: usize) -> Guess {
    right_answer(story, &story.trivia.questions[question].form)
}

fn current(session: &Session) -> usize {
    session.quiz().current().expect("a question is open").question
}

#[test]
fn what_became_of_a_chart_is_said_until_the_reader_goes_on() {
    let story = story();
    let mut said = session(&story);
    for action in [
        Action::Open(Section::Charts),
        Action::Disclose(Disclosure::Export(0), true),
        Action::EndExport(0, ShareOutcome::TakeText),
    ] {
        said = said.apply(&story, action).expect("it changes something");
    }
    assert_eq!(said.export_outcome(0), Some(ShareOutcome::TakeText));
    assert_eq!(said.export_outcome(1), None);
    for action in [
        Action::Open(Section::Faq),
        Action::PickChart(1),
        Action::Disclose(Disclosure::Export(0), false),
    ] {
        let next = said.apply(&story, action.clone()).expect("it changes something");
        assert_eq!(next.export_outcome(0), None, "{action:?}");
    }
}

#[test]
fn a_reader_starts_at_the_first_section_or_where_the_page_says() {
    let story = story();
    assert_eq!(session(&story).open(), story.sections[0]);
    let event = &story.timeline.events[0].id;
    let options = Options { section: Some(format!("timeline/{event}")), ..Options::default() };
    let opened = Session::new(&story, options, 1);
    assert_eq!((opened.open(), opened.event()), (Section::Timeline, Some(0)));
    assert_eq!(opened.focus_request(), None, "opening there takes no focus");
    let options = Options { section: Some("nowhere/at-all".into()), ..Options::default() };
    assert_eq!(Session::new(&story, options, 1).open(), story.sections[0]);
}

#[test]
fn a_place_that_the_card_does_not_show_is_told_with_what_is_used() {
    let story = story();
    let wrong = |section: &str, sections: &[Section]| {
        let (section, sections) = (Some(section.to_owned()), sections.to_vec());
        let options = Options { section, sections, ..Options::default() };
        let wrong = Session::new(&story, options, 7).wrong_section(&story);
        wrong.map(|wrong| wrong.to_string())
    };
    let told = |section: &str| {
        Some(format!(
            "<story-card section=\"{section}\">: allowed is a section that the card shows, or \
             SECTION/ITEM in it; the first section is used."
        ))
    };
    for right in ["charts", "timeline/opened"] {
        assert_eq!(wrong(right, &[]), None, "{right}");
        assert_eq!(wrong(right, &[Section::Faq]), told(right));
    }
    let spoiler = story.trivia.questions.iter().find(|question| question.claim.spoiler).unwrap();
    for nothing in ["quiz", "timeline/none", &format!("trivia/{}", spoiler.id)] {
        assert_eq!(wrong(nothing, &[]), told(nothing));
    }
    assert_eq!(session(&story).wrong_section(&story), None, "the page wants no place");
}

#[test]
fn only_the_chosen_sections_are_shown_and_in_their_order() {
    let story = story();
    let sections = vec![Section::Charts, Section::Overview];
    let options = Options { sections: sections.clone(), ..Options::default() };
    let state = Session::new(&story, options, 1);
    assert_eq!(state.sections(), sections);
    assert_eq!(state.open(), Section::Charts);
    assert_eq!(
        state.apply(&story, Action::Open(Section::Faq)),
        None,
        "a section that is not shown cannot be opened"
    );
}

#[test]
fn the_same_wish_twice_changes_nothing_the_second_time() {
    let story = story();
    let state = after(&story, &session(&story), [Action::PickEvent(Some(0))]);
    assert_eq!(state.apply(&story, Action::PickEvent(Some(0))), None);
    assert_eq!(state.apply(&story, Action::PickEvent(Some(0))), None);
    assert_eq!(
        after(&story, &state, [Action::PickEvent(Some(999))]).event(),
        None,
        "there is no such event"
    );
}

#[test]
fn a_link_opens_its_section_and_wants_its_item_seen() {
    let story = story();
    let address = story.find("charts/heights").expect("the chart exists");
    let followed = after(&story, &session(&story), [Action::Follow { address, question: None }]);
    let item = Item { section: Section::Charts, index: address.item.unwrap() };
    assert_eq!(followed.open(), Section::Charts);
    let attention = followed.focus_request().expect("something is wanted");
    assert_eq!((attention.target, attention.focus), (Target::Item(item), true));
    let shown = after(&story, &session(&story), [Action::Show(address)]);
    assert!(!shown.focus_request().unwrap().focus, "the page does not take the reader's focus");
    let again = after(&story, &followed, [Action::Follow { address, question: None }]);
    assert_ne!(
        again.focus_request(),
        followed.focus_request(),
        "the same link can be followed twice"
    );
}

#[test]
fn spoilers_are_folded_until_the_reader_asks() {
    let story = story();
    let state = session(&story);
    let spoilers: Vec<Item> = story.items().filter(|item| story.is_spoiler(*item)).collect();
    assert!(spoilers.len() >= 5, "the story has spoilers in many sections");
    assert!(spoilers.iter().all(|item| state.is_folded(&story, *item)));
    let one = after(&story, &state, [Action::Unfold(spoilers[0])]);
    assert!(!one.is_folded(&story, spoilers[0]) && one.is_folded(&story, spoilers[1]));
    let all = after(&story, &one, [Action::FoldAll(false)]);
    assert!(spoilers.iter().all(|item| !all.is_folded(&story, *item)));
    let folded = after(&story, &all, [Action::FoldAll(true)]);
    assert!(spoilers.iter().all(|item| folded.is_folded(&story, *item)));
}

#[test]
fn the_quiz_leaves_spoilers_out_until_they_are_allowed() {
    let story = story();
    let state = session(&story);
    let asked = |state: &Session| state.quiz().asked().len();
    assert!(state.quiz().left_out() > 0);
    assert_eq!(asked(&state) + state.quiz().left_out(), story.trivia.questions.len());
    assert!(
        state
            .quiz()
            .asked()
            .iter()
            .all(|asked| !story.trivia.questions[asked.question].claim.spoiler)
    );
    let all = after(&story, &state, [Action::FoldAll(false)]);
    assert_eq!((asked(&all), all.quiz().left_out()), (story.trivia.questions.len(), 0));
}

#[test]
fn no_link_leads_to_a_question_that_is_left_out() {
    let story = story();
    let folded = story.items_of(Section::Trivia).find(|item| story.is_spoiler(*item)).unwrap();
    let address = story.find(&story.address(folded)).unwrap();
    let state = session(&story);
    assert_eq!(state.apply(&story, Action::Show(address)), None);
    assert_eq!(state.apply(&story, Action::Follow { address, question: None }), None);
    let options = Options { section: Some(story.address(folded)), ..Options::default() };
    let opened = Session::new(&story, options, 1);
    assert!(opened.quiz().asked().iter().all(|asked| asked.question != folded.index));
    let all = after(&story, &state, [Action::FoldAll(false), Action::Show(address)]);
    assert_eq!(current(&all), folded.index);
}

#[test]
fn spoilers_allowed_in_a_started_round_join_it_and_leave_it_again() {
    let story = story();
    let started = after(&story, &session(&story), [Action::Open(Section::Trivia), Action::Skip]);
    let joined = after(&story, &started, [Action::FoldAll(false)]);
    assert_eq!(joined.quiz().asked().len(), story.trivia.questions.len());
    assert_eq!((joined.quiz().left_out(), joined.quiz().answered()), (0, 1));
    assert_eq!(
        joined.focus_request().unwrap().target,
        Target::Question,
        "focus has somewhere to go"
    );
    let left = after(&story, &joined, [Action::FoldAll(true)]);
    assert_eq!(left.quiz().asked(), started.quiz().asked());
    assert_eq!(
        (left.quiz().at(), left.quiz().left_out()),
        (started.quiz().at(), started.quiz().left_out())
    );
}

#[test]
fn a_seed_set_by_the_page_holds_for_an_untouched_round() {
    let story = story();
    let options = Options { seed: Some(77), ..Options::default() };
    let configured = after(&story, &session(&story), [Action::Configure(options.clone())]);
    assert_eq!(configured.quiz(), Session::new(&story, options, 0).quiz());
}

#[test]
fn a_round_with_every_answer_right_has_all_points() {
    let story = story();
    let mut state = full_round(&story);
    let mut told = Vec::new();
    while state.quiz().phase() != Phase::Finished {
        let guess = right(&story, current(&state));
        for action in [Action::Choose(guess), Action::Next] {
            let next = state.apply(&story, action).expect("each step changes something");
            told.extend(notices(&story, &state, &next));
            state = next;
        }
    }
    assert_eq!(state.quiz().score(&story), state.quiz().total(&story));
    assert_eq!(state.quiz().right(), story.trivia.questions.len());
    let answers = told
        .iter()
        .filter(|notice| matches!(notice, Notice::Answered { correct: true, .. }))
        .count();
    assert_eq!(answers, story.trivia.questions.len());
    assert!(
        matches!(told.last(), Some(Notice::Completed { score, total, seed: 1 }) if score == total)
    );
    assert_eq!(state.apply(&story, Action::Retry { seed: 2 }), None, "nothing was wrong");
}

#[test]
fn the_wrong_ones_are_asked_again_and_only_those() {
    let story = story();
    let mut state = full_round(&story);
    let first = current(&state);
    state = after(&story, &state, [Action::Skip]);
    while state.quiz().phase() != Phase::Finished {
        let guess = right(&story, current(&state));
        state = after(&story, &state, [Action::Choose(guess), Action::Next]);
    }
    let retried = after(&story, &state, [Action::Retry { seed: 5 }]);
    let questions: Vec<usize> = retried.quiz().asked().iter().map(|asked| asked.question).collect();
    assert_eq!(questions, [first]);
    assert_eq!(retried.quiz().phase(), Phase::Asking);
}

#[test]
fn an_answer_is_given_once_and_only_when_complete() {
    let story = story();
    let state = session(&story);
    let incomplete = after(&story, &state, [Action::Guess(Guess::None), Action::Submit]);
    if !matches!(story.trivia.questions[current(&state)].form, Form::Order { .. }) {
        assert_eq!(incomplete.quiz().phase(), Phase::Asking);
        assert!(incomplete.quiz().is_incomplete());
    }
    let answered = after(&story, &state, [Action::Choose(right(&story, current(&state)))]);
    assert_eq!(answered.quiz().phase(), Phase::Answered);
    assert_eq!(answered.focus_request().unwrap().target, Target::Verdict);
    for action in
        [Action::Submit, Action::Choose(Guess::None), Action::Skip, Action::Guess(Guess::One(0))]
    {
        assert_eq!(answered.apply(&story, action.clone()), None, "{action:?}");
    }
}

#[test]
fn a_typed_answer_is_told_and_kept_as_it_was_typed() {
    let story = story();
    let is_it = |form: &Form| matches!(form, Form::Type { .. });
    let place = story.trivia.questions.iter().position(|it| is_it(&it.form)).unwrap();
    let address = Address { section: Section::Trivia, item: Some(place) };
    let open = after(&story, &session(&story), [Action::Show(address)]);
    let typed = |text: &str| Action::Guess(Guess::Type(text.into()));
    for nothing in ["", "  "] {
        let state = after(&story, &open, [typed(nothing)]);
        assert!(!state.quiz().current().unwrap().is_touched(), "{nothing:?}");
        let state = after(&story, &state, [Action::Submit]);
        assert_eq!((state.quiz().phase(), state.quiz().is_incomplete()), (Phase::Asking, true));
        // The next key takes the complaint back.
        assert!(!after(&story, &state, [typed("a")]).quiz().is_incomplete());
    }
    let text = " Gannet \u{131}sland? \u{1f426}";
    let before = after(&story, &open, [typed(text)]);
    assert!(before.quiz().current().unwrap().is_touched());
    let kept = saved(&story, &before);
    assert!(kept.contains(text), "{kept}");
    let again = session(&story).restored(&story, &kept);
    assert_eq!(again.quiz().current().unwrap().guess, Guess::Type(text.into()));
    let given = after(&story, &before, [Action::Submit]);
    let told = notices(&story, &before, &given);
    let [Notice::Answered { answer, correct, .. }] = &told[..] else { panic!("{told:?}") };
    assert_eq!((answer, correct), (&Answer::Text(text.into()), &false));
    let right = after(&story, &before, [typed("gannet iland"), Action::Submit]);
    assert_eq!(right.quiz().right(), 1, "a slip in a long word is forgiven");
    // What another form takes is no answer here, nor is a text there.
    assert_eq!(before.apply(&story, Action::Guess(Guess::One(0))), None);
    let other =
        after(&story, &session(&story), [Action::Show(Address { item: Some(0), ..address })]);
    assert_eq!(other.apply(&story, typed("Skerry")), None);
}

#[test]
fn the_same_seed_gives_the_same_round() {
    let story = story();
    let round = |seed| {
        Session::new(&story, Options { seed: Some(seed), spoilers: true, ..Options::default() }, 0)
    };
    let order = |session: &Session| -> Vec<(usize, Vec<usize>)> {
        session.quiz().asked().iter().map(|asked| (asked.question, asked.order.clone())).collect()
    };
    assert_eq!(order(&round(7)), order(&round(7)));
    assert!((8..40).any(|seed| order(&round(seed)) != order(&round(7))));
    // Written down, so that a change of the generator that would break shared rounds is noticed.
    let questions: Vec<usize> =
        round(7).quiz().asked().iter().map(|asked| asked.question).collect();
    assert_eq!(questions, ROUND_OF_SEED_7);
}

const ROUND_OF_SEED_7: [usize; 11] = [8, 7, 10, 9, 0, 1, 6, 5, 3, 2, 4];

#[test]
fn a_page_may_draw_fewer_questions_than_there_are() {
    let story = story();
    let state = Session::new(&story, Options { questions: Some(2), ..Options::default() }, 3);
    assert_eq!(state.quiz().asked().len(), 2);
    let more = Session::new(&story, Options { questions: Some(900), ..Options::default() }, 3);
    assert_eq!(more.quiz().asked().len() + more.quiz().left_out(), story.trivia.questions.len());
}

#[test]
fn a_round_in_play_is_not_taken_away() {
    let story = story();
    let played = after(&story, &session(&story), [Action::Skip]);
    let options = Options { questions: Some(1), seed: Some(9), ..Options::default() };
    let configured = after(&story, &played, [Action::Configure(options)]);
    assert_eq!(configured.quiz(), played.quiz());
    let restarted = after(&story, &configured, [Action::Restart { seed: 4, focus: false }]);
    assert_eq!((restarted.quiz().asked().len(), restarted.quiz().seed()), (1, 9));
}

#[test]
fn partial_credit_follows_the_rules() {
    let story = story();
    let several = Form::Several { options: Vec::new(), answers: vec![0, 1, 2] };
    let of = |form: &Form, guess| credit(&story, form, &guess);
    assert_eq!(of(&several, Guess::Several(vec![0, 1, 2])), Some(1.0));
    assert_eq!(of(&several, Guess::Several(vec![0, 1])), Some(2.0 / 3.0));
    assert_eq!(of(&several, Guess::Several(vec![0, 3])), Some(0.0));
    assert_eq!(of(&several, Guess::Several(vec![])), None);
    let order = Form::Order { items: Vec::new() };
    assert_eq!(of(&order, Guess::Order(vec![0, 1, 2])), Some(1.0));
    assert_eq!(of(&order, Guess::Order(vec![2, 1, 0])), Some(0.0));
    assert_eq!(of(&order, Guess::Order(vec![1, 0, 2])), Some(2.0 / 3.0));
    let pairs = Form::Match { pairs: Vec::new() };
    assert_eq!(of(&pairs, Guess::Match(vec![Some(0), Some(2), Some(1)])), Some(1.0 / 3.0));
    assert_eq!(of(&pairs, Guess::Match(vec![Some(0), None])), None);
}

#[test]
fn an_estimate_within_the_spread_of_the_sources_is_right() {
    let story = story();
    let question =
        story.trivia.questions.iter().find(|it| matches!(it.form, Form::Estimate { .. })).unwrap();
    let Form::Estimate { answer, full, none, .. } = &question.form else { unreachable!() };
    let at = |value| credit(&story, &question.form, &Guess::Estimate(value)).unwrap();
    assert_eq!((at(answer.low), at(answer.high), at(answer.high + full)), (1.0, 1.0, 1.0));
    assert_eq!(at(answer.high + none), 0.0);
    let between = at(answer.high + (full + none) / 2.0);
    assert!((between - 0.5).abs() < 1e-9, "halfway down is half the credit, not {between}");
}

#[test]
fn a_drawing_is_right_by_a_steady_hand_and_within_the_spread() {
    let story =
        Story::parse(include_bytes!("../static/stories/ballerina.story.json")).expect("it is good");
    let question = story
        .trivia
        .questions
        .iter()
        .find(|question| matches!(question.form, Form::Draw { .. }))
        .unwrap();
    let Form::Draw { chart, tolerance } = question.form else { unreachable!() };
    let truth = true_values(&story, chart);
    let range = truth.iter().copied().fold(0.0, f64::max);
    let off_by = |share: f64| {
        let drawn = truth.iter().map(|value| value - share * range).collect();
        credit(&story, &question.form, &Guess::Draw(drawn)).unwrap()
    };
    assert_eq!((off_by(0.0), off_by(tolerance / 20.0)), (1.0, 1.0));
    assert_eq!(off_by(tolerance * 2.0), 0.0);
    let between = off_by(tolerance / 2.0);
    assert!(between > 0.0 && between < 1.0, "{between}");
    let story_card::story::Data::Rows(rows) = &story.charts[chart].data else { unreachable!() };
    let highest = rows.rows.iter().map(|row| row.values[0].unwrap().high).collect();
    assert_eq!(credit(&story, &question.form, &Guess::Draw(highest)), Some(1.0));
}

/// Any change of an answer, sensible or not.
fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0..6_usize).prop_map(Change::Toggle),
        (0..5_usize, 0..5_usize).prop_map(|(one, other)| Change::Place(one, other)),
        (0..5_usize, proptest::option::of(0..5_usize))
            .prop_map(|(left, right)| Change::Pair(left, right)),
        (0..6_usize, any::<f64>(), any::<f64>()).prop_map(|(place, value, rest)| Change::Value {
            place,
            value,
            rest
        }),
    ]
}

#[test]
fn changes_of_parts_add_up_to_the_right_answer() {
    let story = story();
    let mut state = full_round(&story);
    let mut changed = 0;
    while state.quiz().phase() != Phase::Finished {
        let wanted = right(&story, current(&state));
        let parts: Vec<Change> = match &wanted {
            Guess::Several(options) => options.iter().map(|it| Change::Toggle(*it)).collect(),
            Guess::Match(rights) => {
                rights.iter().enumerate().map(|(left, it)| Change::Pair(left, *it)).collect()
            }
            Guess::Draw(values) => {
                let set = |(place, value): (usize, &f64)| Change::Value {
                    place,
                    value: *value,
                    rest: 1.0,
                };
                values.iter().enumerate().map(set).collect()
            }
            Guess::Order(order) => sorting_swaps(&state, order.len()),
            _ => Vec::new(),
        };
        changed += usize::from(!parts.is_empty());
        if parts.is_empty() {
            state = after(&story, &state, [Action::Guess(wanted)]);
        }
        state = after(&story, &state, parts.into_iter().map(Action::Change));
        state = after(&story, &state, [Action::Submit, Action::Next]);
    }
    assert_eq!(changed, 5, "several, order, match and two drawings are answered in parts");
    assert_eq!(state.quiz().right(), story.trivia.questions.len());
}

/// Swaps of neighbours that bring the reader's order into the right one.
fn sorting_swaps(state: &Session, count: usize) -> Vec<Change> {
    let Some(Guess::Order(mut order)) = state.quiz().current().map(|asked| asked.guess.clone())
    else {
        return Vec::new();
    };
    let mut swaps = Vec::new();
    for _ in 0..count {
        for place in 1..count {
            if order[place - 1] > order[place] {
                order.swap(place - 1, place);
                swaps.push(Change::Place(order[place - 1], place - 1));
            }
        }
    }
    swaps
}

/// Any action of sharing, remembering, timing, leaving and coming back.
fn any_action_around_the_quiz() -> impl Strategy<Value = Action> {
    let link = (any::<u64>(), 0..12_usize, any::<bool>()).prop_map(|(seed, count, is_drawn)| {
        let rest = if is_drawn { "questions" } else { "spoilers=show&ask=3.1" };
        RoundLink::parse(&format!("trivia?seed={seed}&{rest}={count}")).unwrap()
    });
    let item = (0..Section::ALL.len(), 0..12_usize);
    prop_oneof![
        (link, any::<bool>()).prop_map(|(link, focus)| Action::Play { link, focus }),
        (0..12_usize, item).prop_map(|(question, (place, index))| Action::Follow {
            question: Some(question),
            address: story_card::story::Address { section: Section::ALL[place], item: Some(index) },
        }),
        Just(Action::Back),
        any::<bool>().prop_map(Action::Timer),
        any::<bool>().prop_map(|focus| Action::TimeUp { focus }),
        any::<u64>().prop_map(|seed| Action::Forget { seed }),
        Just(Action::EndSharing(ShareOutcome::TakeText)),
        any::<usize>().prop_map(|chart| Action::EndExport(chart, ShareOutcome::TakeText)),
        any::<(usize, usize)>().prop_map(|(chart, line)| Action::FocusLine { chart, line }),
    ]
}

/// Any action with the sources of a statement, and any taking over of what was unfolded.
fn any_action_beside_a_statement() -> impl Strategy<Value = Action> {
    let address =
        (0..Section::ALL.len(), proptest::option::of(0..12_usize)).prop_map(|(place, item)| {
            story_card::story::Address { section: Section::ALL[place], item }
        });
    let folds = "(sc-(entry|table|spoiler)[:>](timeline|charts|faq|nothing)-(_[0-9]|x)? ?){0,4}";
    prop_oneof![
        (proptest::collection::vec(0..90_usize, 0..4), proptest::option::of(address.clone()))
            .prop_map(|(sources, place)| {
                Action::ShowSources(Citation { sources, status: None, place })
            }),
        address.prop_map(Action::FollowSource),
        folds.prop_map(|text| Action::Expand(Expanded::read(&story(), &text))),
    ]
}

/// Any action, sensible or not.
fn any_action() -> impl Strategy<Value = Action> {
    let section = (0..Section::ALL.len()).prop_map(|place| Section::ALL[place]);
    let item = (0..Section::ALL.len(), 0..12_usize)
        .prop_map(|(place, index)| Item { section: Section::ALL[place], index });
    let guess = prop_oneof![
        Just(Guess::None),
        (0..6_usize).prop_map(Guess::One),
        proptest::collection::vec(0..6_usize, 0..5).prop_map(Guess::Several),
        any::<bool>().prop_map(Guess::TrueFalse),
        proptest::collection::vec(0..4_usize, 0..4).prop_map(Guess::Order),
        any::<f64>().prop_map(Guess::Estimate),
        proptest::collection::vec(proptest::option::of(0..4_usize), 0..4).prop_map(Guess::Match),
        proptest::collection::vec(any::<f64>(), 0..6).prop_map(Guess::Draw),
        any::<String>().prop_map(Guess::Type),
    ];
    prop_oneof![
        section.prop_map(Action::Open),
        item.clone().prop_map(Action::Unfold),
        item.clone().prop_map(|item| Action::Follow {
            address: story_card::story::Address { section: item.section, item: Some(item.index) },
            question: None,
        }),
        item.prop_map(|item| Action::Show(story_card::story::Address {
            section: item.section,
            item: Some(item.index)
        })),
        proptest::option::of(0..40_usize).prop_map(Action::PickEvent),
        any_action_beside_a_statement(),
        any::<bool>().prop_map(Action::FoldAll),
        guess.clone().prop_map(Action::Guess),
        guess.prop_map(Action::Choose),
        any_change().prop_map(Action::Change),
        (0..5_usize).prop_map(Action::Hold),
        any::<bool>().prop_map(|back| Action::LetGo { back }),
        Just(Action::Submit),
        Just(Action::Hint),
        Just(Action::Skip),
        Just(Action::Next),
        any::<u64>().prop_map(|seed| Action::Retry { seed }),
        any::<u64>().prop_map(|seed| Action::Restart { seed, focus: true }),
        any_action_around_the_quiz(),
        (proptest::option::of(1..4_usize), any::<bool>()).prop_map(|(questions, spoilers)| {
            Action::Configure(Options { questions, spoilers, ..Options::default() })
        }),
    ]
}

#[test]
fn the_page_is_told_of_an_event_that_is_no_longer_picked() {
    let story = story();
    let picked = after(
        &story,
        &session(&story),
        [Action::Open(Section::Timeline), Action::PickEvent(Some(0))],
    );
    let unpicked = after(&story, &picked, [Action::PickEvent(None)]);
    let told = notices(&story, &picked, &unpicked);
    assert_eq!(told, [Notice::Shown { section: Section::Timeline, item: None }]);
    assert_eq!(notices(&story, &unpicked, &unpicked.clone()), []);
}

proptest! {
    #[test]
    fn no_sequence_of_actions_leaves_the_story(actions in proptest::collection::vec(any_action(), 0..60)) {
        let story = story();
        let mut state = session(&story);
        for action in actions {
            let Some(next) = state.apply(&story, action.clone()) else { continue };
            prop_assert_ne!(&next, &state, "a new state differs");
            let told = notices(&story, &state, &next);
            prop_assert!(told.len() <= 3);
            state = next;
            prop_assert!(state.sections().contains(&state.open()));
            prop_assert!(state.event().is_none_or(|event| event < story.timeline.events.len()));
            let quiz = state.quiz();
            prop_assert!(quiz.at() <= quiz.asked().len());
            let (score, total) = (quiz.score(&story), quiz.total(&story));
            prop_assert!((0.0..=total + 1e-9).contains(&score), "{} of {}", score, total);
            for asked in quiz.asked() {
                let question = &story.trivia.questions[asked.question];
                prop_assert!(asked.guess.fits(&story, question));
                if let Some(Reply::Answered(credit)) = asked.reply {
                    prop_assert!((0.0..=1.0).contains(&credit));
                }
            }
        }
    }

    #[test]
    fn order_is_scored_like_counting_pairs(order in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut right = 0;
        for left in 0..7 {
            for later in (left + 1)..7 {
                let place = |item| order.iter().position(|it| *it == item).unwrap();
                right += usize::from(place(left) < place(later));
            }
        }
        let share = credit(&story(), &Form::Order { items: Vec::new() }, &Guess::Order(order)).unwrap();
        prop_assert!((share - right as f64 / 21.0).abs() < 1e-12);
    }

    #[test]
    fn pairs_and_choices_are_scored_like_counting(
        rights in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
        chosen in proptest::collection::btree_set(0..6_usize, 1..6),
        answers in proptest::collection::btree_set(0..6_usize, 1..6),
    ) {
        let story = story();
        let pairs = Form::Match { pairs: Vec::new() };
        let guess = Guess::Match(rights.iter().copied().map(Some).collect());
        let right = (0..6).filter(|left| rights[*left] == *left).count();
        prop_assert_eq!(tally(&pairs, &guess), Some(Tally { right, wrong: 0, total: 6 }));
        prop_assert_eq!(credit(&story, &pairs, &guess), Some(right as f64 / 6.0));
        let right = chosen.intersection(&answers).count();
        let (wrong, total) = (chosen.difference(&answers).count(), answers.len());
        let form = Form::Several { options: Vec::new(), answers: answers.into_iter().collect() };
        let guess = Guess::Several(chosen.into_iter().collect());
        prop_assert_eq!(tally(&form, &guess), Some(Tally { right, wrong, total }));
        let share = (right as f64 - wrong as f64).max(0.0) / total as f64;
        prop_assert_eq!(credit(&story, &form, &guess), Some(share));
    }
}

/// A round whose open question is the one to put in order, and its order.
fn ordering(story: &Story) -> (Session, Vec<usize>) {
    let mut state = full_round(story);
    loop {
        let asked = state.quiz().current().expect("one question is to be put in order").clone();
        match asked.guess {
            Guess::Order(order) => return (state, order),
            _ => state = after(story, &state, [Action::Skip]),
        }
    }
}

fn order_of(state: &Session) -> Vec<usize> {
    match &state.quiz().current().expect("a question is open").guess {
        Guess::Order(order) => order.clone(),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn an_entry_goes_to_its_place_and_the_others_make_room() {
    let story = story();
    let (state, order) = ordering(&story);
    let (entry, last) = (order[0], order.len() - 1);
    let moved = after(&story, &state, [Action::Change(Change::Place(entry, last))]);
    let mut wanted = order[1..].to_vec();
    wanted.push(entry);
    assert_eq!(order_of(&moved), wanted);
    assert_eq!(moved.quiz().held_entry(), Some(HeldEntry { entry, from: None }));
    let again = Action::Change(Change::Place(entry, last));
    assert_eq!(moved.apply(&story, again), None, "the same wish twice moves it once");
    for beyond in [Change::Place(entry, last + 1), Change::Place(last + 1, 0)] {
        assert_eq!(moved.apply(&story, Action::Change(beyond)), None, "{beyond:?}");
    }
}

#[test]
fn an_entry_that_is_let_go_stays_or_goes_back() {
    let story = story();
    let (state, order) = ordering(&story);
    let (entry, last) = (order[0], order.len() - 1);
    let pulled = [Action::Hold(entry), Action::Change(Change::Place(entry, last))];
    let held = after(&story, &state, pulled);
    assert_eq!(held.quiz().held_entry(), Some(HeldEntry { entry, from: Some(0) }));
    let down = after(&story, &held, [Action::LetGo { back: false }]);
    assert_eq!(
        (order_of(&down), down.quiz().held_entry()),
        (order_of(&held), Some(HeldEntry { entry, from: None }))
    );
    let back = after(&story, &held, [Action::LetGo { back: true }]);
    assert_eq!(
        (order_of(&back), back.quiz().held_entry()),
        (order, Some(HeldEntry { entry, from: None }))
    );
    let next = after(&story, &held, [Action::Submit, Action::Next]);
    assert_eq!(next.quiz().held_entry(), None, "nothing is held in the next question");
}
