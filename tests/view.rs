//! Components to HTML, natively: what stands in the card in each section and state.
#![cfg(feature = "tool")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::rc::Rc;
use story_card::layout;
use story_card::session::{
    Action, Citation, Disclosure, Guess, Options, Phase, RoundLink, Session, ShareOutcome,
};
use story_card::story::{Axis, Data, Form, Line, Placing, Section, Story};
use story_card::view::{Card, CardProps, Face, Failure, Lists, Model, StoryRef};
use yew::{Callback, LocalServerRenderer};

#[path = "session/after.rs"]
mod after;
#[path = "session/right.rs"]
mod right;

use after::after;
use right::{right_answer, true_values};

fn story(name: &str) -> Story {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = [
        format!("{root}/tests/stories/good/{name}.story.json"),
        format!("{root}/static/stories/{name}.story.json"),
    ]
    .into_iter()
    .find(|path| std::path::Path::new(path).exists())
    .expect("the story exists");
    Story::parse(&std::fs::read(path).unwrap()).expect("the story is good")
}

/// Runs a future of this thread to its end.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, future)
}

fn html_of(face: Face) -> String {
    let props = CardProps { face, on_action: Callback::noop() };
    wait(LocalServerRenderer::<Card>::with_props(props).hydratable(false).render())
}

fn html(story: &Story, session: Session) -> String {
    html_of(Face::Card(Model { story: StoryRef::new(story.clone()), session: Rc::new(session) }))
}

/// The state of a reader who has just come and does this.
fn state(story: &Story, actions: impl IntoIterator<Item = Action>) -> Session {
    after(story, &Session::new(story, Options::default(), 1), actions)
}

/// The state with this chart picked.
fn state_at_chart(story: &Story, chart: usize) -> Session {
    state(story, [Action::Open(Section::Charts), Action::PickChart(chart)])
}

/// The same with its table open.
fn state_at_table(story: &Story, chart: usize) -> Session {
    let open = Action::Disclose(Disclosure::Table(chart), true);
    after(story, &state_at_chart(story, chart), [open])
}

/// Where the chart with this id stands among those of its story.
fn chart_at(story: &Story, id: &str) -> usize {
    story.charts.iter().position(|chart| chart.id == id).unwrap()
}

/// The card as a reader finds it in a section.
fn section(story: &Story, options: Options, section: Section) -> String {
    html(story, after(story, &Session::new(story, options, 1), [Action::Open(section)]))
}

/// The card in a section with everything expanded that can be.
fn expanded(story: &Story, options: Options, section: Section) -> String {
    let stretches = story.timeline.stretches.iter();
    let stretches = stretches.map(|it| Action::Disclose(Disclosure::Stretch(it.first), true));
    let open = [Action::Open(section), Action::DiscloseAll(section, true)];
    let actions = open.into_iter().chain(stretches);
    html(story, after(story, &Session::new(story, options, 1), actions))
}

#[test]
fn a_table_as_a_chart_stands_open_and_has_no_drawing() {
    let story = story("kinds");
    let picked = |id: &str| html(&story, state_at_chart(&story, chart_at(&story, id)));
    let table = picked("table");
    assert!(table.contains("<table>") && !table.contains("<canvas"));
    assert!(words(&table).contains("no figure found") && !words(&table).contains("Show as table"));
    let tiles = picked("tiles");
    assert!(!tiles.contains("<table>") && tiles.contains("<canvas"));
}

#[test]
fn sizes_of_points_have_a_column_of_their_own() {
    let story = story("kinds");
    let html = html(&story, state_at_table(&story, chart_at(&story, "sized")));
    assert!(words(&html).contains("Crew (people)") && html.contains(">120</td>"));
}

/// Text without tags, entities decoded as far as the renderer encodes.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// Every text of a folded item that must not come out: its words, its links' labels, its ids.
fn spoiler_words(story: &Story) -> Vec<String> {
    let mut texts = Vec::new();
    let mut add = |text: &str| {
        if text.split_whitespace().count() >= 2 {
            texts.push(text.to_owned());
        }
    };
    for item in story.items().filter(|item| story.is_spoiler(*item)) {
        add(&story.item_title(item));
        let at = item.index;
        match item.section {
            Section::Timeline => {
                let event = &story.timeline.events[at];
                event.text.iter().for_each(|text| add(&text.words()));
                event.setting.iter().for_each(|text| add(text));
            }
            Section::Faq => add(&story.faq[at].answer.words()),
            Section::Outcomes => {
                add(&story.outcomes[at].happened.text.words());
                add(&story.outcomes[at].expected.text.words());
            }
            Section::Disputes => {
                add(&story.disputes[at].reason.text.words());
                story.disputes[at].sides.iter().for_each(|side| add(&side.text.words()));
            }
            Section::Cast => add(&story.cast[at].role.words()),
            Section::Trivia => {
                add(&story.trivia.questions[at].explanation.words());
                story.trivia.questions[at].hint.iter().for_each(|hint| add(&hint.words()));
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn the_row_of_sections_is_a_nav_whose_panel_has_a_heading() {
    let story = story("everything");
    let html = section(&story, Options::default(), Section::Charts);
    let nav = html.split_once("<nav").and_then(|(_, rest)| rest.split_once("</nav>")).unwrap().0;
    for section in &story.sections {
        let tab = format!("id=\"sc-everything-tab-{}\"", section.id());
        assert_eq!(html.matches(&tab).count(), 1, "{section:?}");
        assert_eq!(nav.contains(&tab), *section != Section::Sources, "{section:?}");
    }
    let open = "aria-current=\"true\" id=\"sc-everything-tab-charts\"";
    assert!(nav.contains(open), "{nav}");
    assert!(!html.contains("role=\"tab\""), "a tablist can hold no menu");
    let heading = "sc-everything-heading-charts";
    assert_eq!(html.matches(&format!("aria-labelledby=\"{heading}\"")).count(), 1);
    assert!(html.contains(&format!("<h3 id=\"{heading}\" class=\"sc-spoken\">")));
    assert!(html.contains("lang=\"he\"") && html.contains("dir=\"rtl\""));
}

#[test]
fn lists_have_the_commas_of_their_language() {
    let story = story("suez");
    let latin: Vec<String> = Section::ALL
        .into_iter()
        .flat_map(|section| {
            let html = words(&expanded(&story, Options::default(), section));
            // Between two Arabic letters only what is joined here could have one of these.
            let found = html.match_indices([',', ';']).map(|(at, _)| html[at..].to_owned());
            found.filter(|rest| rest[1..].trim_start().starts_with(is_arabic)).collect::<Vec<_>>()
        })
        .map(|rest| rest.chars().take(30).collect())
        .collect();
    assert_eq!(latin, Vec::<String>::new());
}

fn is_arabic(c: char) -> bool {
    ('\u{620}'..='\u{64a}').contains(&c)
}

#[test]
fn headings_start_where_the_page_says_and_stop_at_six() {
    let story = story("everything");
    let at = |level| {
        section(&story, Options { heading_level: level, ..Options::default() }, Section::Charts)
    };
    let count = |level, tag: &str| at(level).matches(&format!("<{tag} ")).count();
    assert_eq!((count(2, "h2"), count(2, "h3"), count(2, "h4")), (1, 1, 1));
    assert_eq!((count(1, "h1"), count(1, "h2"), count(1, "h3")), (1, 1, 1));
    assert_eq!(count(6, "h6"), 3, "deeper than six stays six");
}

#[test]
fn every_section_shows_every_item_or_that_it_is_folded() {
    for name in ["everything", "ballerina"] {
        let story = story(name);
        // The quiz asks one question at a time, and one chart is shown at a time.
        let asked = [Section::Trivia, Section::Charts];
        for shown in story.sections.iter().copied().filter(|shown| !asked.contains(shown)) {
            for spoilers in [false, true] {
                let html = expanded(&story, Options { spoilers, ..Options::default() }, shown);
                let text = words(&html);
                for item in story.items_of(shown) {
                    if spoilers || !story.is_spoiler(item) {
                        let title = story.item_title(item);
                        assert!(text.contains(&title), "{name}, {shown:?}: {title}");
                    }
                }
                let folded = story.items_of(shown).filter(|item| story.is_spoiler(*item)).count();
                let expected = if spoilers { 0 } else { folded };
                let list = html.split("class=\"sc-spot\"").last().unwrap();
                assert_eq!(list.matches("sc-fold-word").count(), expected, "{name}, {shown:?}");
            }
        }
    }
}

#[test]
fn no_spoiler_comes_out_unasked() {
    for name in ["everything", "ballerina"] {
        let story = story(name);
        let spoilers = spoiler_words(&story);
        assert!(spoilers.len() > 3, "{name} has spoilers to look for");
        let mut rendered = String::new();
        for shown in story.sections.iter().copied() {
            rendered += &expanded(&story, Options::default(), shown);
        }
        for chart in 0..story.charts.len() {
            rendered += &self::html(&story, state_at_chart(&story, chart));
        }
        // Beside every event, with every source at hand, whatever is looked for.
        for event in 0..story.timeline.events.len() {
            let actions = [
                Action::Open(Section::Timeline),
                Action::PickEvent(Some(event)),
                Action::ShowSources(Citation {
                    sources: (0..story.sources.len()).collect(),
                    ..Citation::default()
                }),
            ];
            rendered += &self::html(&story, state(&story, actions));
        }
        let ids = story
            .items()
            .filter(|item| story.is_spoiler(*item))
            .map(|item| story.item_id(item).to_owned());
        for secret in spoilers.into_iter().chain(ids.map(|id| format!("-{id}\""))) {
            assert!(
                !words(&rendered).contains(&secret) && !rendered.contains(&secret),
                "{name}: {secret}"
            );
        }
    }
}

#[test]
fn an_unfolded_spoiler_opens_alone() {
    let story = story("everything");
    let items: Vec<_> =
        story.items_of(Section::Disputes).filter(|item| story.is_spoiler(*item)).collect();
    let open = [Action::Open(Section::Disputes), Action::Unfold(items[0])];
    let html = html(&story, state(&story, open));
    assert!(words(&html).contains(&story.item_title(items[0])));
    assert_eq!(html.matches("sc-fold-word").count(), items.len() - 1);
}

#[test]
fn each_claim_carries_marks_that_lead_to_its_sources() {
    let story = story("ballerina");
    let html = section(&story, Options::default(), Section::Overview);
    for fact in story.overview.facts.iter().filter(|fact| !fact.claim.spoiler) {
        // One stop for all of a claim, which names the one or counts them.
        let numbers: Vec<String> =
            fact.claim.sources.iter().map(|it| (it + 1).to_string()).collect();
        let name = match numbers.as_slice() {
            [number] => format!("Source {number}: "),
            _ => format!("{} sources", numbers.len()),
        };
        let marks: String =
            numbers.iter().map(|it| format!("<span class=\"sc-mark\">{it} </span>")).collect();
        let marks = [&*marks, "</button>"].concat();
        let mut stops = html.split("class=\"sc-marks\"").skip(1);
        let is_stop = |it: &str| it.contains(&marks) && it.contains(&name);
        assert!(stops.any(is_stop), "{} needs {name}", fact.id);
    }
    let sources = expanded(&story, Options::default(), Section::Sources);
    assert_eq!(sources.matches("<li id=\"sc-ballerina-sources-").count(), story.sources.len());
}

#[test]
fn paragraphs_carry_the_marks_of_what_they_rest_on_once_in_a_row() {
    let mut story = story("everything");
    let [first, second] = story.overview.text.as_slice() else { panic!("two paragraphs") };
    assert_ne!(first.sources, second.sources);
    let marked = |story: &Story| -> Vec<usize> {
        let html = section(story, Options::default(), Section::Overview);
        let paragraphs = html.split("class=\"sc-opening\"").skip(1);
        paragraphs.map(|it| it.split("</p>").next().unwrap().matches("sc-mark\"").count()).collect()
    };
    assert_eq!(marked(&story), [2, 1], "each has its own");
    story.overview.text[1].sources = story.overview.text[0].sources.clone();
    // The first stands apart from the others.
    let first = story.overview.text[0].clone();
    story.overview.text.push(first);
    assert_eq!(marked(&story), [2, 0, 2], "what is the same stands once, behind the last");
}

#[test]
fn a_chart_has_its_words_its_slider_and_its_table() {
    let story = story("ballerina");
    let html = section(&story, Options::default(), Section::Charts);
    assert_eq!(html.matches("class=\"sc-table\"").count(), 1, "one chart at a time");
    assert_eq!(html.matches("class=\"sc-choice").count(), story.charts.len());
    assert!(!html.contains("<table>"), "a table is made when it is opened");
    let mut session = Session::new(&story, Options::default(), 1);
    session = session.apply(&story, Action::Open(Section::Charts)).expect("it opens");
    for (place, chart) in story.charts.iter().enumerate() {
        session = session.apply(&story, Action::PickChart(place)).unwrap_or(session);
        let open = Action::Disclose(Disclosure::Table(place), true);
        session = session.apply(&story, open.clone()).expect("its table is made");
        assert_eq!(session.apply(&story, open), None, "once");
        let html = self::html(&story, session.clone());
        assert_eq!(html.matches("<table>").count(), 1);
        assert_eq!(html.matches("<canvas aria-hidden=\"true\"").count(), 1);
        assert!(words(&html).contains(&chart.title.words()));
        for line in &chart.references {
            assert!(
                words(&html).contains(&line.label),
                "{} has its marked line in words",
                chart.id
            );
        }
        for missing in &chart.missing {
            assert!(words(&html).contains(&missing.words()));
        }
    }
}

#[test]
fn a_chart_says_what_its_values_come_to() {
    let story = story("ballerina");
    let place = chart_at(&story, "franchise-gross");
    let summary = layout::summary(&story.charts[place], &story.messages);
    assert!(summary.starts_with("Highest: Chapter 4, 2023: 440.1"), "{summary}");
    let html = html(&story, state_at_table(&story, place));
    assert!(words(&html).contains(&summary), "above its table");
}

#[test]
fn a_chart_can_be_taken_along() {
    let story = story("ballerina");
    let session = state(&story, [Action::Open(Section::Charts)]);
    let closed = html(&story, session.clone());
    assert!(closed.contains("class=\"sc-export\"") && !closed.contains("Copy the values"));
    let session = after(&story, &session, [Action::Disclose(Disclosure::Export(0), true)]);
    let open = words(&html(&story, session.clone()));
    for way in ["Copy the values", "Save the values (CSV)", "Save picture"] {
        assert!(open.contains(way), "{open}");
    }
    let ended = |outcome| html(&story, after(&story, &session, [Action::EndExport(0, outcome)]));
    let file = format!("Saved as ballerina-{}", story.charts[0].id);
    assert!(words(&ended(ShareOutcome::Copied)).contains("The values are copied."));
    assert!(words(&ended(ShareOutcome::Values)).contains(&format!("{file}.csv.")));
    assert!(words(&ended(ShareOutcome::Picture)).contains(&format!("{file}.png.")));
    assert!(words(&ended(ShareOutcome::NoPicture)).contains("This browser makes no picture."));
    let taken = ended(ShareOutcome::TakeText);
    assert!(taken.contains("<textarea") && taken.contains("label,detail,"), "{taken}");
}

#[test]
fn a_question_is_a_group_of_native_controls() {
    let story = story("everything");
    let mut session = Session::new(&story, Options { spoilers: true, ..Options::default() }, 1);
    session = session.apply(&story, Action::Open(Section::Trivia)).unwrap();
    let mut forms = 0;
    while session.quiz().phase() != Phase::Finished {
        let question = &story.trivia.questions[session.quiz().current().unwrap().question];
        let html = html(&story, session.clone());
        assert!(html.contains("<fieldset") && html.contains("<legend"));
        assert!(words(&html).contains(&question.prompt.words()), "{}", question.id);
        assert!(
            !words(&html).contains(&question.explanation.words()),
            "the reason comes with the verdict"
        );
        let control = match &question.form {
            Form::One { .. } | Form::TrueFalse { .. } => "type=\"radio\"",
            Form::Several { .. } => "type=\"checkbox\"",
            Form::Order { .. } => "sc-mover",
            Form::Match { .. } => "<select",
            Form::Estimate { .. } | Form::Draw { .. } => "type=\"range\"",
            Form::Type { .. } | Form::Place { .. } => "type=\"text\"",
        };
        assert!(html.contains(control), "{} has {control}", question.id);
        forms += 1;
        session = session.apply(&story, Action::Skip).unwrap();
    }
    assert_eq!(forms, story.trivia.questions.len());
    let html = html(&story, session);
    assert!(words(&html).contains("Your round"));
    assert_eq!(html.matches("sc-reviewed\"").count(), forms);
}

/// An answer without any credit; a drawing is far below its rows.
fn wrong_answer(story: &Story, form: &Form) -> Guess {
    match form {
        Form::One { options, answer } => Guess::One((answer + 1) % options.len()),
        Form::Several { answers, options } => {
            Guess::Several((0..options.len()).filter(|place| !answers.contains(place)).collect())
        }
        Form::TrueFalse { answer } => Guess::TrueFalse(!answer),
        Form::Order { items } => Guess::Order((0..items.len()).rev().collect()),
        Form::Estimate { min, .. } => Guess::Estimate(*min),
        Form::Match { pairs } => {
            Guess::Match((0..pairs.len()).map(|left| Some((left + 1) % pairs.len())).collect())
        }
        Form::Draw { chart, .. } => Guess::Draw(vec![0.0; true_values(story, *chart).len()]),
        Form::Type { .. } => Guess::Type("nobody".into()),
        // It happened in the middle of its window, or is near its beginning.
        Form::Place { .. } => Guess::Place(Placing::of(story, form).unwrap().ends().1),
    }
}

#[test]
fn a_verdict_says_right_or_wrong_in_words_with_reason_and_sources() {
    let story = story("ballerina");
    let mut session = Session::new(&story, Options::default(), 3);
    session = session.apply(&story, Action::Open(Section::Trivia)).unwrap();
    let (mut rights, mut wrongs) = (0, 0);
    while session.quiz().phase() != Phase::Finished {
        let question = &story.trivia.questions[session.quiz().current().unwrap().question];
        let wrong = rights > wrongs;
        let form = &question.form;
        let guess = if wrong { wrong_answer(&story, form) } else { right_answer(&story, form) };
        session = session.apply(&story, Action::Choose(guess)).unwrap();
        let text = words(&html(&story, session.clone()));
        assert!(text.contains(&question.explanation.words()), "{}", question.id);
        let source = &story.sources[question.claim.sources[0]];
        assert!(text.contains(source.publisher.as_ref().unwrap_or(&source.title)));
        if wrong {
            // Numbers, places and pairs are said one by one.
            let said = match form {
                Form::Draw { .. } => "you drew 0: ",
                Form::Estimate { .. } => "Not right",
                Form::Order { .. } => "Pairs of entries that stand in the right order: 0 of ",
                Form::Match { .. } => "Right pairs: 0 of ",
                _ => "Not right. The answer is:",
            };
            assert!(text.contains(said), "{}: {text}", question.id);
            wrongs += 1;
        } else {
            assert!(text.contains("Right."));
            rights += 1;
        }
        session = session.apply(&story, Action::Next).unwrap();
    }
    assert!(rights > 3 && wrongs > 3);
}

#[test]
fn markup_in_a_story_stays_text() {
    let mut story = story("minimal");
    story.title = "<img src=x onerror=alert(1)>".into();
    let html = html(&story, Session::new(&story, Options::default(), 1));
    assert!(!html.contains("<img") && words(&html).contains("<img src=x"));
}

#[test]
fn nothing_is_styled_inline_and_no_script_stands_in_the_card() {
    for name in ["everything", "ballerina"] {
        let story = story(name);
        for shown in story.sections.iter().copied() {
            let html = section(&story, Options { spoilers: true, ..Options::default() }, shown);
            assert!(
                !html.contains("style=") && !html.contains("<style") && !html.contains("<script"),
                "{shown:?}"
            );
            assert!(!html.contains("onclick="), "{shown:?}");
        }
    }
}

#[test]
fn ids_are_unique_in_every_section() {
    for name in ["everything", "ballerina"] {
        let story = story(name);
        for shown in story.sections.iter().copied() {
            let html = section(&story, Options::default(), shown);
            let mut ids: Vec<&str> =
                html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{name}, {shown:?}");
        }
    }
}

#[test]
fn a_failure_is_a_message_and_an_empty_face_is_nothing() {
    let failure = Failure { message: "story.json, line 3: what is wrong".into(), more: 2 };
    let html = html_of(Face::Failed(failure));
    assert!(
        html.contains("role=\"alert\"")
            && words(&html).contains("line 3")
            && words(&html).contains("2 more faults")
    );
    assert_eq!(html_of(Face::Empty), "");
}

#[test]
fn the_first_section_reads_without_buttons() {
    for name in ["everything", "ballerina"] {
        let story = story(name);
        let options = Options::default();
        let html =
            story_card::view::static_card(story.clone(), options, Lists::Whole, None).unwrap();
        assert!(words(&html).contains(&story.title));
        assert!(
            !html.contains("<button") && !html.contains("<input") && !html.contains("<canvas"),
            "{html}"
        );
        for fact in story.overview.facts.iter().filter(|fact| !fact.claim.spoiler) {
            assert!(words(&html).contains(&fact.text.words()));
        }
    }
}

/// A session in the trivia of a story at the first question of a form.
fn at_question(story: &Story, is_it: impl Fn(&Form) -> bool) -> Session {
    let mut session =
        Session::new(story, Options { seed: Some(1), spoilers: true, ..Options::default() }, 1);
    session = session.apply(story, Action::Open(Section::Trivia)).unwrap_or(session);
    loop {
        let asked = session.quiz().current().expect("a question of this form");
        if is_it(&story.trivia.questions[asked.question].form) {
            return session;
        }
        session = session.apply(story, Action::Skip).unwrap();
        session = session.apply(story, Action::Next).unwrap_or(session);
    }
}

#[test]
fn what_an_answer_lacks_fits_its_form() {
    let story = story("everything");
    let lacks = |is_it: &dyn Fn(&Form) -> bool| {
        let session = at_question(&story, is_it);
        words(&html(&story, session.apply(&story, Action::Submit).unwrap()))
    };
    assert!(lacks(&|form| matches!(form, Form::One { .. })).contains("Choose an answer first"));
    let several = lacks(&|form| matches!(form, Form::Several { .. }));
    assert!(several.contains("Choose at least one answer first"));
    let estimate = lacks(&|form| matches!(form, Form::Estimate { .. }));
    assert!(estimate.contains("Set a number first") && !estimate.contains("Choose an"));
    let pairs = lacks(&|form| matches!(form, Form::Match { .. }));
    assert!(pairs.contains("Choose a match for each entry first"));
    let draw = lacks(&|form| matches!(form, Form::Draw { .. }));
    assert!(draw.contains("Set a value first") && !draw.contains("Choose an"));
    let typed = lacks(&|form| matches!(form, Form::Type { .. }));
    assert!(typed.contains("Type an answer first") && !typed.contains("Choose an"));
    let place = lacks(&|form| matches!(form, Form::Place { .. }));
    assert!(place.contains("Put the event onto the line first") && !place.contains("Choose an"));
}

/// The card at the typed question, with this text typed, and given if `is_given`.
fn typed(text: &str, is_given: bool) -> String {
    let story = story("everything");
    let session = at_question(&story, |form| matches!(form, Form::Type { .. }));
    let mut session = session.apply(&story, Action::Guess(Guess::Type(text.into()))).unwrap();
    if is_given {
        session = session.apply(&story, Action::Submit).unwrap();
    }
    html(&story, session)
}

#[test]
fn an_answer_is_typed_into_a_field_that_offers_and_changes_nothing() {
    let text = "  Gannet  \u{cf}sland, \"x\"";
    let html = typed(text, false);
    let field = html.split("<input").nth(1).unwrap().split('>').next().unwrap();
    for attribute in ["autocomplete", "autocorrect"] {
        assert!(field.contains(&format!("{attribute}=\"off\"")), "{field}");
    }
    assert!(field.contains("spellcheck=\"false\"") && field.contains("dir=\"auto\""), "{field}");
    assert!(field.contains("value=\"  Gannet  \u{cf}sland, &quot;x&quot;\""), "{field}");
    assert!(!html.contains("<datalist") && !field.contains("list="));
    assert!(!field.contains("disabled"));
    let label = html.split("<label").nth(1).unwrap().split("</label>").next().unwrap();
    assert!(label.contains("Your answer") && label.contains("<input"), "{label}");
}

#[test]
fn a_typed_answer_is_told_how_it_is_spelled() {
    let answer = "The answer is: The \u{ce}le of Gannets.";
    for (text, said, mark) in [
        ("the ile of gannets", format!("Right. {answer}"), "sc-right"),
        ("gannet island", format!("Right. {answer}"), "sc-right"),
        ("SULISGIER", format!("Right, but for the spelling. {answer}"), "sc-right"),
        ("Gannet Isle", format!("Not right. {answer}"), "sc-wrong"),
    ] {
        let html = typed(text, true);
        assert!(words(&html).contains(&said), "{said} in {}", words(&html));
        let label = html.split("<label").nth(1).unwrap().split("</label>").next().unwrap();
        assert!(label.contains(&format!("sc-option {mark}")), "{label}");
        let stays = label.contains(&format!("value=\"{text}\"")) && label.contains("disabled");
        assert!(stays, "what was typed stays: {label}");
    }
    assert!(words(&typed(" ?! ", true)).contains("Type an answer first"));
}

#[test]
fn a_skipped_typed_answer_has_no_mark() {
    let story = story("everything");
    let mut session = at_question(&story, |form| matches!(form, Form::Type { .. }));
    session = session.apply(&story, Action::Timer(true)).unwrap();
    let html = html(&story, session.apply(&story, Action::TimeUp { focus: false }).unwrap());
    let label = html.split("<label").nth(1).unwrap().split("</label>").next().unwrap();
    assert!(!label.contains("sc-wrong") && !label.contains("Not right"), "{label}");
    assert!(words(&html).contains("Not answered. The answer is: The \u{ce}le of Gannets."));
}

#[test]
fn a_remark_names_its_option_where_several_are_chosen() {
    let story = story("everything");
    let session = at_question(&story, |form| matches!(form, Form::Several { .. }));
    let all = Guess::Several((0..4).collect());
    let session = session.apply(&story, Action::Guess(all)).unwrap();
    let html = html(&story, session.apply(&story, Action::Submit).unwrap());
    for line in ["<p><b>Bell:</b> In fog.</p>", "<p><b>Radio:</b> It closed before.</p>"] {
        assert!(html.contains(line), "{line} in {html}");
    }
}

#[test]
fn links_that_would_look_alike_say_where_they_lead() {
    let html = expanded(&story("ballerina"), Options::default(), Section::Faq);
    let mut alike = 0;
    for row in html.split("class=\"sc-see\"").skip(1) {
        let row = row.split("</div>").next().unwrap_or_default();
        let mut links: Vec<&str> =
            row.split("</button>").filter_map(|link| Some(link.rsplit_once('>')?.1)).collect();
        links.retain(|words| !words.trim().is_empty());
        let count = links.len();
        alike += links.iter().filter(|words| words.starts_with("See it in the chart: ")).count();
        links.sort_unstable();
        links.dedup();
        assert_eq!(links.len(), count, "{links:?}");
    }
    assert!(alike >= 2, "no row has two links to charts");
}

/// The story with every form, its question about a chart of lines with `count` values.
fn with_values_to_draw(count: usize) -> Story {
    let text = std::fs::read(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/stories/good/everything.story.json"),
    );
    let mut json: serde_json::Value = serde_json::from_slice(&text.unwrap()).unwrap();
    let charts = json["charts"].as_array_mut().unwrap();
    let chart = charts.iter_mut().find(|chart| chart["id"] == "wrecks").unwrap();
    let column = &mut chart["columns"][0];
    column["x"] = (0..count).map(|n| (1800 + n).to_string()).collect();
    column["y"] = (0..count).map(|n| n % 7).collect();
    column.as_object_mut().unwrap().remove("labels");
    Story::parse(json.to_string().as_bytes()).expect("it is still good")
}

fn is_line(story: &Story, form: &Form) -> bool {
    matches!(form, Form::Draw { chart, .. } if story.charts[*chart].id == "wrecks")
}

#[test]
fn a_drawing_has_one_slider_and_one_field_however_many_values() {
    for count in [60, 500] {
        let story = with_values_to_draw(count);
        let session = at_question(&story, |form| is_line(&story, form));
        let html = html(&story, session);
        assert_eq!(html.matches("sc-slider").count(), 1, "{count} values");
        assert_eq!(html.matches("type=\"text\"").count(), 1, "{count} values");
        assert_eq!(html.matches("sc-step").count(), 2, "{count} values");
    }
}

#[test]
fn the_verdict_on_a_drawing_says_how_far_off_it_is_and_the_rest_unfolds() {
    let story = with_values_to_draw(60);
    let session = at_question(&story, |form| is_line(&story, form));
    let question = session.quiz().current().unwrap().question;
    // 0 to 6 by turns; off by 3 at most, and by 0 at 3.
    let answered = session.apply(&story, Action::Choose(Guess::Draw(vec![3.0; 60]))).unwrap();
    let html_of = |session: &Session| html(&story, session.clone());
    let text = words(&html_of(&answered));
    for said in [
        "Off on average1.7\u{a0}wrecks",
        "Closest1803, you drew 3",
        "Furthest off1856, you drew 3: 3 too high",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!html_of(&answered).contains("<table>"), "a table is made when it is opened");
    let open = Action::Disclose(Disclosure::Drawn(question), true);
    let html = html_of(&answered.apply(&story, open).unwrap());
    assert_eq!(html.matches("<th scope=\"row\"").count(), 60);
    let off = |words: &str| html.contains(&format!("<td class=\"sc-number\">{words}</td>"));
    assert!(off("+3") && off("\u{2212}3") && off("0") && !off("+0"));
}

#[test]
fn no_value_counts_or_shows_before_one_is_set() {
    let story = story("everything");
    let session = at_question(&story, |form| matches!(form, Form::Estimate { .. }));
    let Some(Form::Estimate { min, max, .. }) =
        session.quiz().current().map(|asked| &story.trivia.questions[asked.question].form)
    else {
        unreachable!("that is the question");
    };
    let unset = html(&story, session.clone());
    assert!(
        unset.contains("sc-setting sc-unset") && unset.contains("aria-valuetext=\"not set yet\"")
    );
    let ends = format!("<span>{min}</span>");
    assert!(unset.contains(&ends) && unset.contains(&format!("<span>{max}</span>")), "{unset}");
    let middle = f64::midpoint(*min, *max);
    assert!(!words(&unset).contains(&format!("{middle}\u{a0}thousand")));
    assert_eq!(session.apply(&story, Action::Submit).unwrap().quiz().phase(), Phase::Asking);
    let set = session.apply(&story, Action::Guess(Guess::Estimate(middle))).unwrap();
    let shown = html(&story, set.clone());
    assert!(!shown.contains("sc-unset"));
    let said = format!("{middle}\u{a0}thousand pounds");
    assert!(shown.contains(&format!("aria-valuetext=\"{said}\"")) && words(&shown).contains(&said));
    // Then guess and answer stand on a scale in the place of the slider.
    let answered = html(&story, set.apply(&story, Action::Submit).unwrap());
    assert!(!answered.contains("sc-slider") && answered.contains("<canvas"));
}

#[test]
fn what_was_not_answered_in_time_is_told() {
    let story = story("everything");
    let is_told = |form: fn(&Form) -> bool| {
        let session = at_question(&story, form).apply(&story, Action::Timer(true)).unwrap();
        let late = session.apply(&story, Action::TimeUp { focus: true }).unwrap();
        words(&html(&story, late)).contains("Not answered. The answer is: ")
    };
    for form in [
        (|form| matches!(form, Form::Estimate { .. })) as fn(&Form) -> bool,
        |form| matches!(form, Form::Draw { .. }),
        |form| matches!(form, Form::Order { .. }),
        |form| matches!(form, Form::Match { .. }),
        |form| matches!(form, Form::One { .. }),
    ] {
        assert!(is_told(form));
    }
}

#[test]
fn a_run_is_said_at_its_last_answer_alone() {
    let story = story("ballerina");
    let lead = story.lead_question().unwrap();
    let judged = (0..story.trivia.questions.len()).filter(|place| {
        let question = &story.trivia.questions[*place];
        matches!(question.form, Form::TrueFalse { .. }) && !question.claim.spoiler
    });
    let asked: Vec<usize> = std::iter::once(lead).chain(judged.take(3)).collect();
    let numbers: Vec<String> = asked.iter().map(|place| (place + 1).to_string()).collect();
    let link = format!("trivia?seed=1&ask={}", numbers.join("."));
    let link = RoundLink::parse(&link).unwrap();
    let mut session = Session::new(&story, Options::default(), 3).playing(&story, &link);
    let is_said = |session: &Session| words(&html(&story, session.clone())).contains("in a row");
    for (nth, question) in asked.iter().enumerate() {
        let form = &story.trivia.questions[*question].form;
        let guess = match nth {
            0 => wrong_answer(&story, form),
            _ => right_answer(&story, form),
        };
        session = session.apply(&story, Action::Choose(guess)).unwrap();
        assert_eq!(is_said(&session), nth == 3);
        if nth < 3 {
            session = session.apply(&story, Action::Next).unwrap();
        }
    }
    // The cover shows the verdict on its own question, which was not right.
    let cover = session.apply(&story, Action::Open(Section::Overview)).unwrap();
    assert!(words(&html(&story, cover.clone())).contains("Not right") && !is_said(&cover));
}

#[test]
fn the_lengths_to_choose_among_name_all_that_can_be_asked() {
    let story = story("ballerina");
    let pool = story.trivia.questions.iter().filter(|it| !it.claim.spoiler).count();
    for seed in [None, Some(7)] {
        let options = Options { seed, ..Options::default() };
        let session = Session::new(&story, options, 3);
        let html = html(&story, session.apply(&story, Action::Open(Section::Trivia)).unwrap());
        assert!(words(&html).contains(&format!("All {pool}")), "{seed:?}");
        assert_eq!(html.matches("aria-pressed=\"true\"").count(), 1, "{seed:?}");
    }
}

#[test]
fn a_drawing_that_was_not_drawn_is_not_said_to_be_off() {
    let story = story("everything");
    let session = at_question(&story, |form| matches!(form, Form::Draw { .. }));
    let late = session.apply(&story, Action::Timer(true)).unwrap();
    let late = late.apply(&story, Action::TimeUp { focus: true }).unwrap();
    let text = words(&html(&story, late));
    assert!(!text.contains("Off on average") && !text.contains("you drew"), "{text}");
}

#[test]
fn of_many_lines_a_reader_chooses_one() {
    let story = story("axes");
    let at = |chart: usize| html(&story, state_at_chart(&story, chart));
    let field = "<select class=\"sc-menu\" aria-label=\"Series in focus\">";
    let page = at(chart_at(&story, "towns"));
    let (_, behind) = page.split_once(field).expect("a field above the chart");
    let (choices, _) = behind.split_once("</select>").unwrap();
    assert_eq!(choices.matches("<option").count(), 8);
    assert!(choices.contains("value=\"2\" selected"), "the subject first: {choices}");
    assert!(!at(0).contains(field), "few lines have colours of their own");
    let name = page.split_once("<label class=\"sc-focus\">").expect("it has a visible name").1;
    assert!(words(name).starts_with("Series in focus"), "{name}");
}

#[test]
fn the_line_in_focus_stays_so_with_each_chart() {
    let story = story("axes");
    let towns = chart_at(&story, "towns");
    let actions = [
        Action::FocusLine { chart: towns, line: 5 },
        Action::PickChart(0),
        Action::PickChart(towns),
    ];
    let session = after(&story, &state_at_chart(&story, towns), actions);
    assert_eq!((session.focused_line(towns), session.focused_line(0)), (Some(5), None));
    assert!(html(&story, session.clone()).contains("value=\"5\" selected"));
    let again = session.apply(&story, Action::FocusLine { chart: towns, line: 1 }).unwrap();
    assert_eq!(again.focused_line(towns), Some(1));
}

#[test]
fn a_table_is_no_picture_and_leads_no_cover() {
    let story = story("kinds");
    let table = chart_at(&story, "table");
    let open = Action::Disclose(Disclosure::Export(table), true);
    let session = after(&story, &state_at_chart(&story, table), [open]);
    let page = words(&html(&story, session));
    assert!(page.contains("Save the values (CSV)") && !page.contains("Save picture"), "{page}");
    let mut other = story;
    other.charts.swap(0, table);
    assert_eq!(other.lead_chart(), Some(1), "what is drawn");
}

#[test]
fn a_chart_is_zoomed_by_buttons_only_where_its_lines_are_long() {
    let mut story = story("kinds");
    let at = story
        .charts
        .iter()
        .position(|chart| matches!(&chart.data, Data::Columns(columns) if columns.lines.len() == 1))
        .unwrap();
    let shown = |story: &Story| html(story, state_at_chart(story, at));
    assert!(!shown(&story).contains("sc-zoom"), "short lines are seen whole");
    let Data::Columns(columns) = &mut story.charts[at].data else { unreachable!() };
    let line = &mut columns.lines[0];
    *line = Line { series: line.series.clone(), sources: line.sources.clone(), ..Line::default() };
    line.x = (0..61).map(f64::from).collect();
    line.y = line.x.iter().map(|x| Some(*x)).collect();
    columns.x = Axis::default();
    story.charts[at].annotations.clear();
    let html = shown(&story);
    assert!(html.contains("sc-zoom") && html.contains("Zoom in"), "long ones are not");
}
