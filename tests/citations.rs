//! The sources of a statement where it stands, and the way back from all that rests on them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::rc::Rc;
use story_card::session::{Action, Citation, Options, Phase, Session, Target};
use story_card::story::{Address, Item, MessageKey, Section, Status, Story};
use story_card::view::{Card, CardProps, Face, Model, StoryRef};
use yew::{Callback, LocalServerRenderer};

fn story() -> Story {
    let text = include_bytes!("../static/stories/ballerina.story.json");
    Story::parse(text).expect("the story is good")
}

fn after(story: &Story, session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session.clone(), |session, action| {
        session.apply(story, action).expect("something changes")
    })
}

fn html(story: &Story, session: Session) -> String {
    let model = Model { story: StoryRef::new(story.clone()), session: Rc::new(session) };
    let props = CardProps { face: Face::Card(model), on_action: Callback::noop() };
    let live = LocalServerRenderer::<Card>::with_props(props).hydratable(false).render();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, live)
}

/// The sources of a statement in a section, and of an item there.
fn cited(section: Section, item: Option<usize>) -> Action {
    let place = Some(Address { section, item });
    Action::ShowSources(Citation { sources: vec![0], status: None, place })
}

const SOURCE: Address = Address { section: Section::Sources, item: Some(0) };

#[test]
fn the_panel_says_how_firm_the_statement_is() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    let panel = |status| {
        let citation = Citation { sources: vec![0], status, place: None };
        let html = html(&story, after(&story, &session, [Action::ShowSources(citation)]));
        let (_, panel) = html.split_once("sc-panel-of-sources").unwrap();
        panel.to_owned()
    };
    for status in [Status::Reported, Status::Expected, Status::Opinion, Status::Derived] {
        let words = status.name().english();
        assert!(panel(Some(status)).contains(&format!("> {words}</span>")), "{words}");
        assert!(!panel(None).contains(&format!("> {words}</span>")), "{words}");
    }
}

#[test]
fn a_mark_and_its_panel_belong_together() {
    let story = story();
    let html = html(&story, Session::new(&story, Options::default(), 1));
    assert_eq!(html.matches("id=\"sc-ballerina-panel\"").count(), 1);
    let marks = html.matches("class=\"sc-marks\"").count();
    assert_eq!(html.matches("popovertarget=\"sc-ballerina-panel\"").count(), marks);
}

#[test]
fn from_all_that_rests_on_a_source_there_is_a_way_back_to_the_statement() {
    let story = story();
    let start = Session::new(&story, Options::default(), 1);
    for (section, item, target) in [
        (Section::Disputes, Some(2), Target::Item(Item { section: Section::Disputes, index: 2 })),
        (Section::Overview, None, Target::Panel),
    ] {
        let there = start.apply(&story, Action::Open(section)).unwrap_or(start.clone());
        let away = after(&story, &there, [cited(section, item), Action::FollowSource(SOURCE)]);
        assert_eq!(away.open(), Section::Sources);
        assert_eq!(away.return_item(), Some(Item { section: Section::Sources, index: 0 }));
        let words = MessageKey::SourceBack.english();
        assert!(html(&story, away.clone()).contains(words), "{section:?}");
        let back = after(&story, &away, [Action::Back]);
        assert_eq!((back.open(), back.return_item()), (section, None));
        let request = back.focus_request().unwrap();
        assert_eq!((request.target, request.focus), (target, true));
        let home = after(&story, &away, [Action::Open(section)]);
        assert_eq!(home.return_item(), None, "who is there needs no way back");
    }
}

#[test]
fn from_a_question_and_its_review_there_is_a_way_back_to_it() {
    let story = story();
    let start = Session::new(&story, Options::default(), 1);
    let asked = after(&story, &start, [Action::Open(Section::Trivia)]);
    let cited_there = cited(Section::Trivia, None);
    let away = after(&story, &asked, [cited_there, Action::FollowSource(SOURCE)]);
    assert!(html(&story, away.clone()).contains(MessageKey::QuizBack.english()));
    let back = after(&story, &away, [Action::Back]);
    assert_eq!(back.quiz(), asked.quiz());
    assert_eq!(back.focus_request().unwrap().target, Target::Question);

    let mut end = asked;
    while end.quiz().phase() != Phase::Finished {
        end = after(&story, &end, [Action::Skip]);
    }
    let index = end.quiz().asked()[1].question;
    let reviewed = cited(Section::Trivia, Some(index));
    let away = after(&story, &end, [reviewed, Action::FollowSource(SOURCE)]);
    assert!(html(&story, away.clone()).contains(MessageKey::QuizBack.english()));
    // On the way, a statement elsewhere: the way back to the question is kept.
    let event = Address { section: Section::Timeline, item: Some(0) };
    let further = after(
        &story,
        &away,
        [
            Action::Follow { address: event, question: None },
            cited(Section::Timeline, Some(0)),
            Action::FollowSource(SOURCE),
        ],
    );
    for state in [away, further] {
        let back = after(&story, &state, [Action::Back]);
        assert_eq!((back.open(), back.quiz()), (Section::Trivia, end.quiz()));
        let item = Item { section: Section::Trivia, index };
        assert_eq!(back.focus_request().unwrap().target, Target::Item(item));
    }
}

#[test]
fn a_way_back_to_a_statement_does_not_keep_that_to_a_question_away() {
    let story = story();
    let start = Session::new(&story, Options::default(), 1);
    let there = after(&story, &start, [Action::Open(Section::Faq)]);
    let away = after(&story, &there, [cited(Section::Faq, Some(0)), Action::FollowSource(SOURCE)]);
    let event = Address { section: Section::Timeline, item: Some(0) };
    let follow = Action::Follow { address: event, question: None };
    let asked = after(&story, &away, [Action::Open(Section::Trivia), follow, Action::Back]);
    assert_eq!(asked.open(), Section::Trivia);
}
