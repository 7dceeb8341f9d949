//! Figures of all sizes, as the story writes them: never changed, never cut, their unit said once.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use roxmltree::{Document, Node};
use story_card::session::Options;
use story_card::story::{Chart, Story};
use story_card::view::{self, Lists};

#[path = "layout/labels.rs"]
mod labels;
#[path = "charts/words.rs"]
mod words;

fn story() -> Story {
    words::story("figures")
}

fn chart(id: &str) -> Chart {
    words::chart("figures", id)
}

/// The words in the drawing of a chart.
fn drawn(id: &str, width: f64) -> Vec<String> {
    words::drawn(&chart(id), width)
}

/// What is said of a value.
fn spoken(id: &str, index: usize) -> String {
    words::spoken(&chart(id), index)
}

/// The static card.
fn page() -> String {
    let options = Options { seed: Some(1), ..Options::default() };
    view::static_card(story(), options, Lists::Whole, None).unwrap()
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

fn by_class<'a, 'i>(top: Node<'a, 'i>, class: &str) -> Vec<Node<'a, 'i>> {
    let is_it = |node: &Node<'_, '_>| {
        node.attribute("class").is_some_and(|all| all.split(' ').any(|it| it == class))
    };
    top.descendants().filter(is_it).collect()
}

/// The texts of what has a class in the chart with an id.
fn in_chart(
    page: &Document<'_>,
    id: &str,
    find: &dyn Fn(Node<'_, '_>) -> Vec<String>,
) -> Vec<String> {
    let title = format!("sc-figures-title-{id}");
    let figures =
        page.descendants().filter(|node| node.attribute("aria-labelledby") == Some(&title));
    figures.flat_map(find).collect()
}

fn cells(page: &Document<'_>, id: &str) -> Vec<String> {
    in_chart(page, id, &|figure| by_class(figure, "sc-number").into_iter().map(text).collect())
}

#[test]
fn tiny_figures_are_not_rounded_away() {
    for width in [320.0, 680.0, 1100.0] {
        let words = drawn("tiny", width);
        assert!(
            words.iter().any(|word| word == "0.000000005" || word.starts_with('5')),
            "{words:?}"
        );
        assert!(!words.iter().any(|word| word == "0.000001"), "{words:?}");
        let words = drawn("tiny-bars", width);
        for value in ["1\u{a0}×\u{a0}10⁻¹²", "0.0000003", "0.000001"] {
            assert!(words.iter().any(|word| word == value), "{value} in {words:?}");
        }
    }
    assert_eq!(spoken("tiny", 1), "2, A: 0.000000003\u{a0}units");
    let html = page();
    let page = Document::parse(&html).unwrap();
    assert_eq!(cells(&page, "tiny-bars"), ["1\u{a0}×\u{a0}10⁻¹²", "0.0000003", "0.000001"]);
}

#[test]
fn huge_figures_are_not_cut() {
    for width in [200.0, 320.0] {
        for id in ["huge-bars", "huge"] {
            let words = drawn(id, width);
            assert!(words.iter().any(|word| word == "999\u{a0}tn"), "{words:?} at {width}");
            assert!(!words.iter().any(|word| word.contains('\u{2026}')), "{words:?} at {width}");
        }
    }
    assert!(drawn("huge-bars", 1100.0).contains(&"123,456,789,012,345".to_owned()));
    assert_eq!(spoken("huge-bars", 2), "C: 123,456,789,012,345\u{a0}US$");
    let html = page();
    let page = Document::parse(&html).unwrap();
    let whole = ["1,000,000,000,000,000", "999,000,000,000,000", "123,456,789,012,345"];
    assert_eq!(cells(&page, "huge-bars"), whole);
}

#[test]
fn marks_of_an_axis_differ_and_reach_its_ends() {
    for width in [200.0, 320.0, 680.0] {
        let words = drawn("close", width);
        let mut ticks: Vec<_> = words.iter().filter(|word| word.starts_with("1,000,000")).collect();
        let count = ticks.len();
        ticks.sort();
        ticks.dedup();
        // The value at the end of the line is one of them again.
        assert!(count >= 3 && ticks.len() >= count - 1, "{words:?} at {width}");
        let words = drawn("round", width);
        for tick in ["0", "0.1", "0.2", "0.3"] {
            assert!(words.iter().any(|word| word == tick), "{tick} in {words:?} at {width}");
        }
    }
}

#[test]
fn digits_are_kept_as_the_story_writes_them() {
    let words = drawn("written", 680.0);
    for value in ["1.10", "2.2", "3.30"] {
        assert!(words.iter().any(|word| word == value), "{value} in {words:?}");
    }
    assert_eq!(spoken("round", 0), "0.10, A: 0.10");
    let html = page();
    let page = Document::parse(&html).unwrap();
    assert_eq!(cells(&page, "written"), ["1.10", "2.2 (2.2 to 2.50)", "3.30"]);
}

#[test]
fn a_unit_is_said_once_wherever_a_chart_is() {
    let html = page();
    let page = Document::parse(&html).unwrap();
    let measured = |id| {
        in_chart(&page, id, &|figure| {
            by_class(figure, "sc-measured").into_iter().map(text).collect()
        })
    };
    assert_eq!(measured("with"), ["Height above the rock (m)"]);
    assert_eq!(measured("said"), ["Height in m"]);
    assert_eq!(measured("without"), ["m"]);
    assert!(measured("close").is_empty());
    for id in ["with", "said", "without"] {
        assert!(!drawn(id, 680.0).contains(&"m".to_owned()), "{id}");
        assert!(spoken(id, 0).ends_with("41\u{a0}m"), "{id}");
    }
    let captions = in_chart(&page, "with", &|figure| {
        figure.descendants().filter(|node| node.has_tag_name("caption")).map(text).collect()
    });
    assert_eq!(captions, ["With a subtitle (m)"]);
    assert_eq!(spoken("close", 0), "1, A: 1,000,000.1");
}

#[test]
fn money_stands_before_its_number() {
    let html = page();
    let page = Document::parse(&html).unwrap();
    let numerals: Vec<_> = by_class(page.root(), "sc-numeral").into_iter().map(text).collect();
    assert_eq!(numerals, ["$137.2 million", "\u{2212}$4.50", "41"]);
    assert!(html.contains("$24.50\u{a0}million"), "the answer of an estimate");
    assert!(html.contains("5 to $80\u{a0}million"), "its scale");
}
