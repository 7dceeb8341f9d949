//! The static card: whole, well-formed, linked both ways, and silent about spoilers.
//!
//! `cargo run -q -- card static/stories/NAME.story.json > static/stories/NAME.static.html` writes
//! the committed one of a bundled story anew.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::rc::Rc;
use story_card::session::{Options, Session};
use story_card::story::{Data, EventTime, Form, Item, MessageKey, Section, Story, Text, number};
use story_card::view::{self, Card, CardProps, Face, Lists, Model, StoryRef};
use yew::{Callback, LocalServerRenderer};

const NAMES: [&str; 2] = ["everything", "ballerina"];
/// The stories that come with the runtime.
const BUNDLED: [&str; 3] = ["ballerina", "moon", "suez"];

fn path(name: &str) -> std::path::PathBuf {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = if BUNDLED.contains(&name) { "static/stories" } else { "tests/stories/good" };
    root.join(folder).join(format!("{name}.story.json"))
}

fn text_of(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap()
}

fn story(name: &str) -> Story {
    Story::parse(text_of(name).as_bytes()).expect("the story is good")
}

/// Runs a future of this thread to its end.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, future)
}

/// The static card.
fn page(story: &Story, options: Options) -> String {
    view::static_card(story.clone(), options, Lists::Begun { files: None }, None).unwrap()
}

fn spoilers(shown: bool) -> Options {
    Options { spoilers: shown, ..Options::default() }
}

/// The card as the loader replaces it.
fn live(story: &Story) -> String {
    let session = Rc::new(Session::new(story, Options::default(), 1));
    let face = Face::Card(Model { story: StoryRef::new(story.clone()), session });
    let props = CardProps { face, on_action: Callback::noop() };
    wait(LocalServerRenderer::<Card>::with_props(props).hydratable(false).render())
}

/// Reads HTML as XML: only what closes every tag and gives every attribute a value passes.
fn parse(html: &str) -> Document<'_> {
    Document::parse(html).unwrap_or_else(|error| panic!("{error}"))
}

fn has_class(node: Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|all| all.split(' ').any(|it| it == class))
}

fn by_class<'a, 'i>(top: Node<'a, 'i>, class: &str) -> Vec<Node<'a, 'i>> {
    top.descendants().filter(|node| has_class(*node, class)).collect()
}

fn by_tag<'a, 'i>(top: Node<'a, 'i>, tag: &str) -> Vec<Node<'a, 'i>> {
    top.descendants().filter(|node| node.has_tag_name(tag)).collect()
}

fn by_id<'a, 'i>(top: Node<'a, 'i>, id: &str) -> Node<'a, 'i> {
    let mut found = top.descendants().filter(|node| node.attribute("id") == Some(id));
    found.next().unwrap_or_else(|| panic!("nothing has the id {id}"))
}

fn ancestor<'a, 'i>(node: Node<'a, 'i>, class: &str) -> Option<Node<'a, 'i>> {
    node.ancestors().find(|node| has_class(*node, class))
}

/// Text in the order of the page, white space collapsed, except what `skip` leaves out.
fn words_without(top: Node<'_, '_>, skip: &dyn Fn(Node<'_, '_>) -> bool) -> String {
    let texts = top.descendants().filter(|node| node.is_text());
    let texts = texts.filter(|text| !text.ancestors().any(skip));
    let all: String = texts.filter_map(|text| text.text()).collect();
    collapsed(&all)
}

fn words(top: Node<'_, '_>) -> String {
    words_without(top, &|_| false)
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The id of an item while its words may be shown.
fn id_of(story: &Story, item: Item) -> String {
    format!("sc-{}-{}-{}", story.id, item.section.id(), story.item_id(item))
}

/// Every text that the items of a section show.
fn texts(story: &Story, item: Item) -> Vec<String> {
    let mut texts = vec![story.item_title(item)];
    let mut plain = |text: &str| texts.push(text.to_owned());
    let mut add = |text: &Text| plain(&text.words());
    let at = item.index;
    match item.section {
        Section::Trivia => {
            let question = &story.trivia.questions[at];
            add(&question.explanation);
            question.hint.iter().for_each(&mut add);
            match &question.form {
                Form::One { options: list, .. }
                | Form::Several { options: list, .. }
                | Form::Order { items: list } => {
                    for option in list {
                        add(&option.text);
                        option.remark.iter().for_each(&mut add);
                    }
                }
                Form::Match { pairs } => pairs.iter().for_each(|pair| {
                    add(&pair.left);
                    add(&pair.right);
                }),
                Form::Type { answer, .. } => add(answer),
                Form::TrueFalse { .. }
                | Form::Estimate { .. }
                | Form::Draw { .. }
                | Form::Place { .. } => {}
            }
        }
        Section::Timeline => {
            let event = &story.timeline.events[at];
            event.text.iter().for_each(&mut add);
            if let (EventTime::Order { .. }, Some(setting)) = (&event.when, &event.setting) {
                plain(setting);
            }
        }
        Section::Charts => {
            let chart = &story.charts[at];
            let written = [&chart.subtitle, &chart.question, &chart.note];
            written.into_iter().flatten().chain(&chart.missing).for_each(&mut add);
            texts.extend(chart.references.iter().map(|it| it.label.clone()));
            texts.extend(chart.annotations.iter().map(|it| it.text.clone()));
            texts.extend(data_texts(&chart.data));
        }
        Section::Cast => {
            let person = &story.cast[at];
            add(&person.role);
            person.note.iter().for_each(&mut add);
            person.group.iter().for_each(|group| plain(group));
        }
        Section::Faq => add(&story.faq[at].answer),
        Section::Outcomes => {
            let outcome = &story.outcomes[at];
            add(&outcome.happened.text);
            outcome.summary.iter().for_each(&mut add);
        }
        Section::Disputes => {
            let dispute = &story.disputes[at];
            dispute.sides.iter().for_each(|side| add(&side.text));
            add(&dispute.reason.text);
        }
        Section::Sources => {
            let source = &story.sources[at];
            source.publisher.iter().for_each(|it| plain(it));
            source.note.iter().for_each(|it| plain(it));
        }
        Section::Overview => {}
    }
    texts
}

fn data_texts(data: &Data) -> Vec<String> {
    let mut texts = Vec::new();
    match data {
        Data::Rows(rows) => {
            texts.extend(rows.series.iter().map(|it| it.label.clone()));
            for row in &rows.rows {
                texts.push(row.label.clone());
                texts.extend([&row.detail, &row.annotation].into_iter().flatten().cloned());
                texts.extend(row.note.iter().map(Text::words));
            }
        }
        Data::Columns(columns) => {
            texts.extend(columns.x_label.clone());
            for line in &columns.lines {
                texts.push(line.series.label.clone());
                texts.extend(line.labels.iter().cloned());
            }
        }
    }
    texts
}

#[test]
fn a_chart_says_what_its_values_come_to_and_is_not_handed_over() {
    let story = story("ballerina");
    let page = page(&story, Options::default());
    for chart in &story.charts {
        let summary = story_card::layout::summary(chart, &story.messages).replace('\'', "&#x27;");
        assert!(page.contains(&summary), "{}: {summary}", chart.id);
    }
    assert!(!page.contains("sc-export"), "the static card has no script for that");
}

#[test]
fn it_is_fit_for_any_page_and_editor() {
    for name in NAMES {
        for shown in [false, true] {
            let html = page(&story(name), spoilers(shown));
            let document = parse(&html);
            for node in document.descendants().filter(Node::is_element) {
                let tag = node.tag_name().name();
                let loud = ["script", "style", "button", "input", "select", "canvas", "form"];
                assert!(!loud.contains(&tag), "{name}: <{tag}>");
                for attribute in node.attributes() {
                    let key = attribute.name();
                    assert!(!key.starts_with("on") && key != "style", "{name}: {key} on <{tag}>");
                    assert!(!attribute.value().is_empty(), "{name}: {key} on <{tag}> is empty");
                }
                // In HTML, a tag that closes itself closes only in a drawing.
                let is_bare = html[node.range()].ends_with("/>");
                assert!(!is_bare || node.ancestors().any(|it| it.has_tag_name(SVG)), "<{tag}/>");
            }
            assert!(html.lines().all(|line| !line.trim().is_empty()), "{name} has an empty line");
        }
    }
}

const SVG: (&str, &str) = ("http://www.w3.org/2000/svg", "svg");

#[test]
fn every_text_of_the_story_is_there_whatever_is_folded() {
    for name in NAMES {
        let story = story(name);
        for shown in [false, true] {
            let html = page(&story, spoilers(shown));
            let document = parse(&html);
            let all = words(document.root());
            assert!(all.contains(&story.title));
            let opening = story.overview.text.iter().map(|paragraph| &paragraph.text);
            let opening = opening.chain(&story.subtitle).map(Text::words);
            let lanes = story.timeline.lanes.iter().map(|lane| lane.title.clone());
            for text in opening.chain(lanes) {
                assert!(all.contains(&collapsed(&text)), "{name}: {text}");
            }
            for section in story.sections.iter().copied() {
                let panel = by_id(document.root(), &format!("sc-{}-{}", story.id, section.id()));
                // One question stands on the cover.
                let said = if section == Section::Trivia { all.clone() } else { words(panel) };
                for item in story.items_of(section) {
                    for text in texts(&story, item) {
                        let place = story.address(item);
                        assert!(said.contains(&collapsed(&text)), "{name}, {place}: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_item_can_be_linked_to_and_every_link_arrives() {
    for name in NAMES {
        let story = story(name);
        for shown in [false, true] {
            let html = page(&story, spoilers(shown));
            let document = parse(&html);
            let ids: Vec<&str> =
                document.descendants().filter_map(|node| node.attribute("id")).collect();
            let unique: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(unique.len(), ids.len(), "{name}: an id stands twice");
            let prefix = format!("sc-{}-", story.id);
            assert!(ids.iter().all(|id| id.starts_with(&prefix)), "{name}");
            for node in document.descendants() {
                let inside = node.attribute("href").and_then(|href| href.strip_prefix('#'));
                let named = ["aria-labelledby", "aria-describedby"];
                let named = named.iter().filter_map(|name| node.attribute(*name));
                for id in inside.into_iter().chain(named) {
                    assert!(unique.contains(id), "{name}: nothing has the id {id}");
                }
            }
            for item in story.items().filter(|item| story.sections.contains(&item.section)) {
                let folded = !shown && story.is_spoiler(item);
                let id = format!("{prefix}{}-_{}", item.section.id(), item.index);
                let id = if folded { id } else { id_of(&story, item) };
                assert!(unique.contains(id.as_str()), "{name}: nothing has the id {id}");
            }
        }
    }
}

#[test]
fn marks_lead_to_their_source_and_sources_back_to_what_rests_on_them() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(true));
        let document = parse(&html);
        let leads = |from: &str, to: &str| {
            let href = format!("#{to}");
            let mut links = by_id(document.root(), from).descendants();
            links.any(|node| node.attribute("href") == Some(href.as_str()))
        };
        let mut pairs = 0;
        for index in 0..story.sources.len() {
            let source = id_of(&story, Item { section: Section::Sources, index });
            for item in story.uses(index) {
                let place = id_of(&story, item);
                assert!(leads(&place, &source), "{name}: {place} does not lead to {source}");
                assert!(leads(&source, &place), "{name}: {source} does not lead to {place}");
                pairs += 1;
            }
        }
        assert!(pairs > 10, "{name}");
    }
}

#[test]
fn the_first_section_stands_open_and_every_other_is_one_tap_away() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(false));
        let document = parse(&html);
        let mut links = by_class(document.root(), "sc-tab");
        links.retain(|link| link.has_tag_name("a"));
        for (nth, section) in story.sections.iter().enumerate() {
            let id = format!("sc-{}-{}", story.id, section.id());
            let href = format!("#{id}");
            let link = match section {
                Section::Sources => by_class(by_class(document.root(), "sc-foot")[0], "sc-link")[0],
                _ => links[nth],
            };
            assert_eq!(link.attribute("href"), Some(&*href));
            assert_eq!(has_class(link, "sc-current"), nth == 0);
            let panel = by_id(document.root(), &id);
            assert!(has_class(panel, "sc-panel"));
            let part = ancestor(panel, "sc-part");
            assert_eq!(part.is_none(), nth == 0, "{name}, {id}");
            if let Some(part) = part {
                assert_eq!(panel.parent(), Some(part), "the id stands right inside the fold");
                assert_eq!(part.attribute("open"), None);
                let summary = part.first_element_child().unwrap();
                let heading = by_class(summary, "sc-part-name")[0];
                assert_eq!(words(heading), story.messages.text(section.name()), "{name}, {id}");
            }
        }
        assert_eq!(links.len(), story.sections.len() - 1, "all but the sources");
        assert_eq!(by_class(document.root(), "sc-tabs")[0].attribute("role"), None);
    }
}

#[test]
fn head_names_of_sections_and_first_section_are_those_of_the_live_card() {
    let piece = |html: &str, from: &str, to: &str| {
        html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).unwrap().0.replace('\n', "")
    };
    for name in NAMES {
        let story = story(name);
        let (read, live) = (page(&story, spoilers(false)), live(&story));
        assert_eq!(piece(&read, "<header", "<nav"), piece(&live, "<header", "<nav"), "{name}");
        let paper = piece(&live, "<article", ">");
        assert!(piece(&read, "<article", ">").starts_with(&paper), "{name}: {paper}");
        let (read_foot, live_foot) =
            (piece(&read, "<footer", "</footer>"), piece(&live, "<footer", "</footer>"));
        let said = |foot: &str| words(parse(&format!("<footer{foot}</footer>")).root());
        assert_eq!(said(&read_foot), said(&live_foot), "{name}");
    }
    // Overview: element for element of the same classes, links for buttons. Its question is played.
    let story = story("ballerina");
    let (read, live) = (page(&story, spoilers(false)), live(&story));
    let (before, form) = live.split_once("<form").unwrap();
    let live = [before, form.split_once("</form>").unwrap().1].concat();
    let (read, live) = (parse(&read), parse(&live));
    let skeleton = |document: &Document| {
        let panel = by_class(document.root(), "sc-panel")[0];
        let is_apart =
            |node: Node<'_, '_>| has_class(node, "sc-cover") || has_class(node, "sc-frame");
        let beside = panel.descendants().filter(|node| !node.ancestors().any(is_apart));
        // A gap needs an element of its own in the live card.
        let classes = beside.filter_map(|node| node.attribute("class"));
        let classes = classes.filter(|class| *class != "sc-gap");
        let words = words_without(panel, &is_apart).replace(' ', "");
        (classes.map(str::to_owned).collect::<Vec<_>>(), words)
    };
    assert_eq!(skeleton(&read), skeleton(&live));
}

/// The places of a story's questions in its static card, spoilers shown.
fn places<'a, 'i>(story: &Story, top: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let items = story.items_of(Section::Trivia);
    items.map(|item| by_id(top, &id_of(story, item))).collect()
}

/// Whether this is a fold with an answer or a hint.
fn is_answer(node: Node<'_, '_>) -> bool {
    has_class(node, "sc-why") || has_class(node, "sc-clue")
}

#[test]
fn a_question_keeps_its_answer_and_hint_behind_a_fold() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(true));
        let document = parse(&html);
        for (question, place) in story.trivia.questions.iter().zip(places(&story, document.root()))
        {
            let why = by_class(place, "sc-why")[0];
            assert!(why.has_tag_name("details") && why.attribute("open").is_none());
            let (open, folded) = (words_without(place, &is_answer), words(why));
            let reason = collapsed(&question.explanation.words());
            assert!(!open.contains(&reason) && folded.contains(&reason), "{}", question.id);
            for source in &question.claim.sources {
                let source = &story.sources[*source];
                let name = source.publisher.as_ref().unwrap_or(&source.title);
                assert!(folded.contains(&collapsed(name)), "{}: {name}", question.id);
            }
            if let Some(hint) = &question.hint {
                let (hint, clue) = (collapsed(&hint.words()), by_class(place, "sc-clue")[0]);
                assert!(!open.contains(&hint) && words(clue).contains(&hint), "{}", question.id);
            }
        }
    }
}

#[test]
fn every_form_of_question_shows_its_options_shuffled_and_its_answer() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(true));
        let document = parse(&html);
        let mut first_is_right = 0;
        for (question, place) in story.trivia.questions.iter().zip(places(&story, document.root()))
        {
            let open = words_without(place, &is_answer);
            let right = by_class(by_class(place, "sc-why")[0], "sc-rights")[0];
            let answer = words(right);
            let choices = by_class(place, "sc-choices");
            let choices = match by_class(place, "sc-picks")[..] {
                [picks] => by_tag(picks, "summary").into_iter().map(words).collect(),
                _ => choices.first().map_or_else(Vec::new, |list| entries(*list)),
            };
            let expected = options(&question.form);
            let set = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
            if !expected.is_empty() {
                assert_eq!(set(&choices), set(&expected), "{}", question.id);
            }
            match &question.form {
                Form::One { answer: at, .. } => {
                    assert_eq!(answer, expected[*at]);
                    first_is_right += usize::from(choices[0] == answer);
                }
                Form::Several { answers, .. } => {
                    let all: Vec<_> = answers.iter().map(|at| expected[*at].clone()).collect();
                    assert_eq!(entries(right), all);
                }
                Form::TrueFalse { answer: holds } => {
                    let key = if *holds { MessageKey::QuizTrue } else { MessageKey::QuizFalse };
                    assert_eq!(answer, story.messages.text(key));
                }
                Form::Order { .. } => {
                    assert_ne!(choices, expected, "{} stands in order", question.id);
                    assert_eq!(entries(right), expected);
                }
                Form::Estimate { min, max, .. } => {
                    let ends = [min, max].map(|end| number::format(*end, &story.messages));
                    assert!(ends.iter().all(|end| open.contains(end)), "{open}");
                }
                Form::Match { pairs } => {
                    for pair in pairs.iter().map(|pair| collapsed(&pair.right.words())) {
                        assert!(open.contains(&pair) && answer.contains(&pair), "{pair}");
                    }
                }
                Form::Type { answer: right, alternatives } => {
                    assert_eq!(answer, right.words());
                    let given: Vec<_> =
                        alternatives.iter().filter(|it| open.contains(*it)).collect();
                    assert!(!open.contains(&answer) && given.is_empty(), "{open}");
                }
                Form::Place { event, .. } => {
                    let EventTime::Date(date) = story.timeline.events[*event].when else {
                        panic!("{name}: an event without a date");
                    };
                    assert_eq!(answer, date.words(&story.messages));
                    assert!(!open.contains(&answer), "{open}");
                }
                Form::Draw { .. } => {
                    assert_eq!(choices.len(), entries(right).len());
                    assert!(choices.iter().all(|name| answer.contains(name.as_str())), "{answer}");
                }
            }
        }
        assert!(first_is_right < story.trivia.questions.len() / 2, "{name}: options are shuffled");
    }
}

/// The words of a list's entries.
fn entries(list: Node<'_, '_>) -> Vec<String> {
    by_tag(list, "li").into_iter().map(words).collect()
}

/// What there is to choose from, in the author's order.
fn options(form: &Form) -> Vec<String> {
    let texts: Vec<&Text> = match form {
        Form::One { options, .. } | Form::Several { options, .. } => {
            options.iter().map(|it| &it.text).collect()
        }
        Form::Order { items } => items.iter().map(|it| &it.text).collect(),
        Form::Match { pairs } => pairs.iter().map(|it| &it.left).collect(),
        Form::TrueFalse { .. }
        | Form::Estimate { .. }
        | Form::Draw { .. }
        | Form::Type { .. }
        | Form::Place { .. } => Vec::new(),
    };
    texts.into_iter().map(|text| collapsed(&text.words())).collect()
}

#[test]
fn no_spoiler_comes_out_before_it_is_asked_for() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(false));
        let document = parse(&html);
        let folds = by_class(document.root(), "sc-spoiler");
        let is_fold = |node: Node| has_class(node, "sc-spoiler");
        let mut outside = words_without(document.root(), &is_fold);
        let others = document.descendants().filter(|node| !node.ancestors().any(is_fold));
        for attribute in others.flat_map(|node| node.attributes()) {
            outside.push('\n');
            outside.push_str(attribute.value());
        }
        let hidden: Vec<Item> = story
            .items()
            .filter(|item| story.is_spoiler(*item) && story.sections.contains(&item.section))
            .collect();
        assert!(hidden.len() > 5 && folds.len() == hidden.len(), "{name}");
        for (item, fold) in hidden.into_iter().zip(folds) {
            let place = story.address(item);
            assert!(fold.has_tag_name("details") && fold.attribute("open").is_none(), "{place}");
            let id = format!("sc-{}-{}-_{}", story.id, item.section.id(), item.index);
            assert_eq!(fold.parent_element().unwrap().attribute("id"), Some(id.as_str()));
            assert!(!outside.contains(&id_of(&story, item)), "{place}: its id");
            let telling = |text: &String| text.split_whitespace().count() > 2;
            for text in texts(&story, item).into_iter().filter(telling) {
                assert!(!outside.contains(&collapsed(&text)), "{place}: {text}");
            }
        }
        let open = page(&story, spoilers(true));
        assert!(!open.contains("sc-spoiler") && !open.contains("sc-folded"), "{name}");
    }
}

#[test]
fn every_drawing_is_there_for_a_phone_and_for_a_page() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(true));
        let document = parse(&html);
        let frames = by_class(document.root(), "sc-frame");
        let ways_in = 2;
        let frames_expected = story.charts.len() + 1 + ways_in;
        assert_eq!(frames.len(), frames_expected, "{name}: charts, the timeline, both once more");
        for frame in frames {
            let drawings: Vec<Node> = frame.children().filter(Node::is_element).collect();
            let widths: Vec<_> = drawings.iter().filter_map(|it| it.attribute("width")).collect();
            assert_eq!(widths, ["288", "640"]);
            assert_eq!(drawings[0].attribute("display"), None, "one stands without a sheet");
            assert_eq!(drawings[1].attribute("display"), Some("none"));
            for drawing in drawings {
                let about = |name: &str| drawing.attribute(name).unwrap();
                assert_eq!((about("role"), about("direction")), ("img", "ltr"));
                let said = |name| words(by_id(document.root(), about(name)));
                assert!(
                    !said("aria-labelledby").is_empty() && !said("aria-describedby").is_empty()
                );
                assert!(about("viewBox").starts_with("0 0 "));
                let colored = drawing.descendants().flat_map(|node| node.attributes());
                let fills = colored.filter(|it| ["fill", "stroke"].contains(&it.name()));
                let is_token = |value: &str| {
                    value == "none"
                        || value.starts_with("var(--story-") && value.contains(", #")
                        || value.starts_with("light-dark(var(--story-")
                };
                assert!(fills.map(|it| it.value()).all(is_token), "{name}");
            }
        }
    }
}

#[test]
fn markup_in_a_story_stays_text_in_drawings_too() {
    let text = text_of("ballerina").replace("Chapter 4\"", "<b>&\\\"x'</b>\"");
    let story = Story::parse(text.as_bytes()).unwrap();
    let html = page(&story, Options::default());
    let document = parse(&html);
    assert!(by_tag(document.root(), "b").iter().all(|b| !words(*b).contains("x'")));
    let drawn = document.descendants().filter(|node| node.has_tag_name(SVG));
    assert!(drawn.into_iter().any(|drawing| words(drawing).contains("<b>&\"x'</b>")));
}

#[test]
fn headings_follow_the_page_and_go_deeper_inside_a_folded_section() {
    let story = story("ballerina");
    for level in 1..=6_u8 {
        let html = page(&story, Options { heading_level: level, ..Options::default() });
        let document = parse(&html);
        let tag = |deeper: u8| format!("h{}", (level + deeper).min(6));
        let all = |class, deeper| {
            let headings = by_class(document.root(), class);
            headings.iter().all(|it| it.tag_name().name() == tag(deeper)) && !headings.is_empty()
        };
        assert!(all("sc-title", 0) && all("sc-part-name", 1), "level {level}");
        assert!(all("sc-question", 2) && all("sc-finding", 2), "level {level}");
    }
}

#[test]
fn sections_are_those_chosen_in_their_order_and_no_link_leads_out_of_them() {
    let story = story("ballerina");
    let sections = vec![Section::Charts, Section::Trivia];
    let html = page(&story, Options { sections, ..Options::default() });
    let document = parse(&html);
    let panels = by_class(document.root(), "sc-panel");
    let ids: Vec<_> = panels.iter().filter_map(|it| it.attribute("id")).collect();
    assert_eq!(ids, ["sc-ballerina-charts", "sc-ballerina-trivia"]);
    let targets: BTreeSet<_> = document.descendants().filter_map(|it| it.attribute("id")).collect();
    let links = document.descendants().filter_map(|node| node.attribute("href"));
    for id in links.filter_map(|href| href.strip_prefix('#')) {
        assert!(targets.contains(id), "{id}");
    }
    let marks = by_class(document.root(), "sc-mark");
    let urls: Vec<_> = marks.iter().filter_map(|mark| mark.attribute("href")).collect();
    assert!(urls.len() > 20 && urls.iter().all(|url| url.starts_with("http")));
}

#[test]
fn where_it_opens_and_how_many_are_asked_do_not_matter_for_reading() {
    let story = story("ballerina");
    let section = Some("charts/franchise-gross".to_owned());
    let options = Options { section, questions: Some(3), ..Options::default() };
    assert_eq!(page(&story, options), page(&story, Options::default()));
}

#[test]
fn full_pages_say_what_they_are_about() {
    let mut story = story("ballerina");
    let data: serde_json::Value =
        serde_json::from_str(&view::json_ld(&story).expect("it has a subject")).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(data["name"], story.title);
    assert_eq!(data["about"]["@type"], "Movie");
    assert_eq!(data["about"]["datePublished"], "2025-06-06");
    assert!(data["about"]["sameAs"].as_str().is_some_and(|url| url.starts_with("https://")));

    // What ISO 8601 can say of a date, and nothing else.
    let dated = |date: &str| {
        let text = format!(
            r#"{{"format": 1, "id": "a", "title": "A", "lang": "en", "as_of": "{date}",
                "about": {{"type": "Movie", "name": "A", "published": "{date}"}}, "sections": ["faq", "sources"],
                "sources": [{{"id": "s", "title": "S"}}],
                "faq": [{{"id": "q", "question": "Q?", "answer": "A.", "sources": ["s"]}}]}}"#
        );
        let story = Story::parse(text.as_bytes()).unwrap();
        let data: serde_json::Value =
            serde_json::from_str(&view::json_ld(&story).unwrap()).unwrap();
        assert_eq!(data.get("dateModified"), data["about"].get("datePublished"), "{date}");
        data.get("dateModified").cloned()
    };
    for date in ["1969", "1969-07-20", "1969-07-20T15:17-05:00", "1969-07-20T20:17Z"] {
        assert_eq!(dated(date), Some(date.into()));
    }
    for date in ["1960s", "1969-Q3", "-0043", "-66000000", "2020/", "about 1969", "1969/1970"] {
        assert_eq!(dated(date), None, "{date}");
    }

    story.title = "</script><script>alert(1)".into();
    let text = view::json_ld(&story).unwrap();
    assert!(!text.contains('<') && text.contains("\\u003c/script>"));
    story.about = None;
    assert_eq!(view::json_ld(&story), None);
}

#[test]
fn the_committed_card_is_the_one_made_now() {
    for name in BUNDLED {
        let file = format!("static/stories/{name}.static.html");
        let now = page(&story(name), Options::default());
        let committed =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&file));
        assert!(
            committed.is_ok_and(|committed| committed == now),
            "{file} is stale; make it anew:\n\
             cargo run -q -- card static/stories/{name}.story.json > {file}"
        );
    }
}

#[test]
fn options_are_folds_that_hold_their_verdict() {
    for name in NAMES {
        let story = story(name);
        let html = page(&story, spoilers(false));
        let document = parse(&html);
        let (right, wrong) = (MessageKey::QuizRight, MessageKey::QuizWrong);
        for question in story.trivia.questions.iter().filter(|it| !it.claim.spoiler) {
            let id = format!("sc-{}-trivia-{}", story.id, question.id);
            let picks = by_class(by_id(document.root(), &id), "sc-try");
            let keys: Vec<_> = picks.iter().filter(|it| has_class(**it, "sc-key")).collect();
            let keys: BTreeSet<_> = keys.iter().filter_map(|it| it.attribute("data-id")).collect();
            let answers: BTreeSet<String> = match &question.form {
                Form::One { options, answer } => [options[*answer].id.clone()].into(),
                Form::Several { options, answers } => {
                    answers.iter().map(|at| options[*at].id.clone()).collect()
                }
                Form::TrueFalse { answer } => [answer.to_string()].into(),
                _ => BTreeSet::new(),
            };
            assert_eq!(keys, answers.iter().map(String::as_str).collect(), "{}", question.id);
            for pick in picks {
                assert!(pick.has_tag_name("details") && pick.attribute("open").is_none());
                let word = if has_class(pick, "sc-key") { right } else { wrong };
                assert!(words(pick).contains(story.messages.text(word)), "{}", question.id);
            }
        }
        for folded in by_class(document.root(), "sc-folded") {
            assert!(by_class(folded, "sc-try").is_empty(), "{name}: a spoiler is not played");
        }
    }
}

#[test]
fn every_question_leads_on_to_the_next_that_is_played() {
    let story = story("ballerina");
    let html = page(&story, spoilers(false));
    let document = parse(&html);
    let mut at = by_class(document.root(), "sc-cover")[0];
    let mut seen = BTreeSet::new();
    while let Some(next) = by_class(at, "sc-button").first() {
        let href = next.attribute("href").unwrap();
        assert!(seen.insert(href), "{href} comes twice");
        at = by_id(document.root(), &href[1..]);
        assert!(!by_class(at, "sc-try").is_empty(), "{href} cannot be played");
    }
    let played = |it: &&story_card::story::Question| it.form.is_choice() && !it.claim.spoiler;
    assert_eq!(seen.len() + 1, story.trivia.questions.iter().filter(played).count());
}

#[test]
fn a_second_card_of_a_story_may_have_ids_of_its_own() {
    let story = story("everything");
    let lists = Lists::Begun { files: None };
    let id = Some("second".to_owned());
    let html = view::static_card(story.clone(), Options::default(), lists, id).unwrap();
    let document = parse(&html);
    let ids = document.descendants().filter_map(|node| node.attribute("id"));
    assert!(ids.filter(|id| !id.starts_with("fill")).all(|id| id.starts_with("sc-second-")));
    let paper = by_class(document.root(), "sc-card")[0];
    assert_eq!(paper.attribute("data-story"), Some(&*story.id));
}
