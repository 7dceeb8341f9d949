//! What a reader expands: it stays as it was left, and a link expands what it leads to.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use story_card::session::{Action, Disclosure, Options, Session, Target};
use story_card::story::{Address, Item, Section, Story};

fn story() -> Story {
    let text = include_bytes!("../static/stories/ballerina.story.json");
    Story::parse(text).expect("the story is good")
}

fn after(story: &Story, session: &Session, action: Action) -> Session {
    session.apply(story, action).expect("something changes")
}

fn item(section: Section, index: usize) -> Disclosure {
    Disclosure::Item(Item { section, index })
}

#[test]
fn the_first_of_questions_expectations_and_disputes_is_expanded() {
    let session = Session::new(&story(), Options::default(), 1);
    for section in Section::ALL {
        let is_opened = matches!(section, Section::Faq | Section::Outcomes | Section::Disputes);
        assert_eq!(session.is_expanded(item(section, 0)), is_opened, "{section:?}");
        assert!(!session.is_expanded(item(section, 1)), "{section:?}");
    }
}

#[test]
fn what_is_expanded_stays_so_in_another_section() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    let session = after(&story, &session, Action::Disclose(item(Section::Faq, 3), true));
    assert_eq!(session.apply(&story, Action::Disclose(item(Section::Faq, 3), true)), None);
    let session = after(&story, &session, Action::Disclose(item(Section::Faq, 0), false));
    let session = after(&story, &session, Action::Open(Section::Cast));
    let session = after(&story, &session, Action::Open(Section::Faq));
    assert!(session.is_expanded(item(Section::Faq, 3)));
    assert!(!session.is_expanded(item(Section::Faq, 0)));
}

#[test]
fn all_of_a_section_are_expanded_and_collapsed_together() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    let all = after(&story, &session, Action::DiscloseAll(Section::Disputes, true));
    assert!(all.is_all_expanded(&story, Section::Disputes));
    assert!(all.is_expanded(Disclosure::Rest(Section::Disputes)), "none is left out");
    assert!(!all.is_all_expanded(&story, Section::Faq));
    let none = after(&story, &all, Action::DiscloseAll(Section::Disputes, false));
    assert!(story.items_of(Section::Disputes).all(|it| !none.is_expanded(Disclosure::Item(it))));
}

#[test]
fn a_link_expands_all_that_its_item_stands_in() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    for section in [Section::Faq, Section::Disputes, Section::Sources, Section::Timeline] {
        let index = story.item_count(section) - 1;
        let address = Address { section, item: Some(index) };
        let shown = after(&story, &session, Action::Show(address));
        assert!(shown.is_expanded(item(section, index)), "{section:?}");
        assert!(shown.is_expanded(Disclosure::Rest(section)), "{section:?}");
        if section == Section::Timeline {
            let stretch = story.timeline.stretch_of(index).expect("it stands in one");
            assert!(shown.is_expanded(Disclosure::Stretch(stretch.first)));
            assert_eq!(shown.event(), Some(index));
        }
    }
    let last = story.charts.len() - 1;
    let address = Address { section: Section::Charts, item: Some(last) };
    assert_eq!(after(&story, &session, Action::Show(address)).chart(), last);
}

#[test]
fn the_rest_of_a_list_begins_at_its_first_entry() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    let first = Item { section: Section::Disputes, index: 9 };
    let listed = after(&story, &session, Action::ListRest(first));
    assert!(listed.is_expanded(Disclosure::Rest(Section::Disputes)));
    let request = listed.focus_request().expect("the reader goes on there");
    assert_eq!((request.target, request.focus), (Target::Item(first), true));
}

#[test]
fn an_event_that_is_expanded_is_the_one_picked() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    assert_eq!(session.event(), None, "nothing is told before a reader picks");
    let session = after(&story, &session, Action::Disclose(item(Section::Timeline, 4), true));
    assert_eq!(session.event(), Some(4));
    let session = after(&story, &session, Action::Disclose(item(Section::Timeline, 4), false));
    assert_eq!(session.event(), Some(4), "collapsed it stays picked");
    // Two that are expanded come back into the page, and say so.
    let open = |index| Action::Disclose(item(Section::Timeline, index), true);
    let session = after(&story, &after(&story, &session, open(4)), open(9));
    assert_eq!(session.apply(&story, open(4)), None, "that is no pick");
    assert_eq!(session.event(), Some(9));
}

#[test]
fn the_story_says_what_stands_out_until_then() {
    let mut story = story();
    let named = story.lead_event().expect("it is named");
    assert_eq!(story.timeline.events[named].id, "theatrical-release");
    story.overview.lead.event = None;
    let first = story.lead_event().expect("one of the subject");
    let event = &story.timeline.events[first];
    assert!(event.subject && !event.claim.spoiler);
    story.timeline.events.iter_mut().for_each(|event| event.subject = false);
    assert_eq!(story.lead_event(), Some(0));
    story.timeline.events.clear();
    assert_eq!(story.lead_event(), None);
    story.overview.lead.chart = None;
    story.charts[0].claim.spoiler = true;
    assert_eq!(story.lead_chart(), Some(1));
}

#[test]
fn a_link_to_a_source_ends_the_search_for_another() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    let session = after(&story, &session, Action::Find("nobody has this".into()));
    assert_eq!(session.wanted(), "nobody has this");
    let other = after(&story, &session, Action::Open(Section::Faq));
    assert_eq!(other.wanted(), "nobody has this", "it waits");
    let address = Address { section: Section::Sources, item: Some(3) };
    assert_eq!(after(&story, &other, Action::Show(address)).wanted(), "");
}

#[test]
fn links_on_a_cover_without_a_question_lead_on() {
    let story = story();
    let sections = vec![Section::Overview, Section::Charts, Section::Timeline];
    let session = Session::new(&story, Options { sections, ..Options::default() }, 1);
    assert_eq!(session.cover_question(&story), None);
    let open = Action::OnCover(Box::new(Action::Open(Section::Charts)));
    assert_eq!(after(&story, &session, open).open(), Section::Charts);
    let next = Action::OnCover(Box::new(Action::Next));
    assert_eq!(session.apply(&story, next), None, "there is nothing to go on from");
}

#[test]
fn folded_spoilers_do_not_keep_all_from_being_expanded() {
    let story = story();
    let mut session = Session::new(&story, Options::default(), 1);
    let shown: Vec<Item> =
        story.items_of(Section::Faq).filter(|it| !story.is_spoiler(*it)).collect();
    assert!(shown.len() < story.faq.len(), "one is folded");
    for item in shown {
        let open = Action::Disclose(Disclosure::Item(item), true);
        session = session.apply(&story, open).unwrap_or(session);
    }
    assert!(session.is_all_expanded(&story, Section::Faq));
}

#[test]
fn a_chart_that_is_not_there_is_not_picked() {
    let story = story();
    let session = Session::new(&story, Options::default(), 1);
    assert_eq!(session.apply(&story, Action::PickChart(story.charts.len())), None);
    assert_eq!(after(&story, &session, Action::PickChart(2)).chart(), 2);
}
