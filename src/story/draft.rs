//! A draft of a story: what has faults is left out, so that the rest can be shown.
//!
//! In: which part of the text is left out for which fault, in rounds, for what refers to a part goes
//! with it. Out: the faults themselves (`read`).

use std::ops::Range;

use super::fault::OffsetFault;
use super::jsonc::Jsonc;
use super::read::{Document, Node};
use super::{Fault, Story, locate};

/// Each round leaves out what referred to the parts of the one before it; a story is not deeper.
const MOST_ROUNDS: usize = 40;

/// What is right in a story that has faults.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The story without what has faults.
    pub story: Story,
    /// Its text: blanks stand where something was left out.
    pub json: String,
    /// The faults for which something was left out, in the order of the text.
    pub left_out: Vec<Fault>,
}

/// Leaves out of a story's JSON what has faults; none if a fault concerns the whole.
pub fn draft(whole: &str) -> Option<Draft> {
    let (mut json, mut left_out) = (whole.to_owned(), Vec::new());
    for _ in 0..MOST_ROUNDS {
        let faults = match Story::parse_text(&json) {
            Ok(story) => {
                let left_out = located(whole, left_out)?;
                return Some(Draft { story, json, left_out });
            }
            Err(faults) => faults,
        };
        let offsets: Vec<usize> = faults.iter().map(|fault| fault.at.offset).collect();
        json = without(&json, &parts(&json, &offsets)?)?;
        left_out.extend(faults);
    }
    None
}

/// Faults of several rounds with their paths in the whole text, in its order.
fn located(whole: &str, mut faults: Vec<Fault>) -> Option<Vec<Fault>> {
    faults.sort_by_key(|fault| fault.at.offset);
    let found = faults.into_iter().map(|fault| OffsetFault {
        at: fault.at.offset,
        wrong: fault.wrong,
        right: fault.right,
    });
    let document = Document::new(whole).ok()?;
    Some(locate::locate(whole, document.root(), found.collect()))
}

/// The parts of a text in which these ascending offsets stand; none if one stands in no part.
fn parts(json: &str, offsets: &[usize]) -> Option<Vec<Range<usize>>> {
    let document = Document::new(json).ok()?;
    let mut parts = Vec::new();
    find(document.root(), None, offsets, &mut parts)?;
    Some(parts)
}

/// Finds the smallest element or member around each offset; `part` is that of the value itself.
fn find(
    node: Node<'_>,
    part: Option<Range<usize>>,
    offsets: &[usize],
    parts: &mut Vec<Range<usize>>,
) -> Option<()> {
    let members = node.members().unwrap_or_default();
    let members = members.into_iter().map(|(key, value)| (key.at..value.end(), value));
    let elements = node.elements().unwrap_or_default();
    let elements = elements.into_iter().map(|element| (element.at..element.end(), element));
    let mut found = 0;
    for (range, value) in members.chain(elements) {
        let inside = offsets.partition_point(|it| *it < range.start)
            ..offsets.partition_point(|it| *it < range.end);
        let inside = offsets.get(inside).unwrap_or_default();
        found += inside.len();
        // What stands at the key or at the value itself concerns the whole of this part.
        let deeper = inside.partition_point(|it| *it <= value.at);
        let (here, deeper) = inside.split_at(deeper);
        if !here.is_empty() {
            parts.push(range);
        } else if !deeper.is_empty() {
            find(value, Some(range), deeper, parts)?;
        }
    }
    if found < offsets.len() {
        parts.push(part?);
    }
    Some(())
}

/// A text with blanks in place of these parts and of the commas behind them; none if that is no
/// JSON any more.
fn without(json: &str, parts: &[Range<usize>]) -> Option<String> {
    let mut bytes = json.as_bytes().to_vec();
    for part in parts {
        let behind = json.get(part.end..)?;
        let blanks = behind.len() - behind.trim_ascii_start().len();
        let comma = behind.trim_ascii_start().starts_with(',');
        let end = if comma { part.end + blanks + 1 } else { part.end };
        for byte in bytes.get_mut(part.start..end)? {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    // The comma before a part that was the last is left, as authors may leave one.
    let jsonc = Jsonc::read(&bytes).ok()?;
    Some(jsonc.json().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn minimal() -> Value {
        let text = include_str!("../../tests/stories/good/minimal.story.json");
        serde_json::from_str(text).unwrap()
    }

    /// The draft of the minimal story after a change, and the paths of what was left out.
    fn drafted(change: impl FnOnce(&mut Value)) -> Option<(Story, Vec<String>)> {
        let mut story = minimal();
        change(&mut story);
        let text = story.to_string();
        let draft = draft(&text)?;
        assert_eq!(draft.json.len(), text.len());
        assert_eq!(Story::parse_text(&draft.json).as_ref(), Ok(&draft.story));
        Some((draft.story, draft.left_out.into_iter().map(|fault| fault.path).collect()))
    }

    #[test]
    fn a_good_story_is_left_whole() {
        let (story, left_out) = drafted(|_| {}).unwrap();
        assert_eq!(story.item_count(crate::story::Section::Charts), 1);
        assert_eq!(left_out, [""; 0]);
    }

    #[test]
    fn a_section_without_content_is_left_out() {
        let (story, left_out) = drafted(|story| {
            story["sections"].as_array_mut().unwrap().push(json!("cast"));
            story["cast"] = json!([]);
            story["charts"] = json!([]);
        })
        .unwrap();
        assert_eq!(story.sections.len(), 3);
        assert_eq!(left_out, ["sections[2]", "sections[4]"]);
    }

    #[test]
    fn of_an_item_only_what_is_wrong_is_left_out_where_it_may_be() {
        let (story, left_out) =
            drafted(|story| story["sources"][0]["url"] = json!("example.org")).unwrap();
        assert_eq!(story.sources[0].url, None);
        assert_eq!(left_out, ["sources[0].url"]);
    }

    #[test]
    fn what_refers_to_a_part_goes_with_it() {
        let (story, _) = drafted(|story| {
            story["timeline"]["events"][0]["title"] = json!("");
            let more = json!({
                "id": "dark", "lane": "building", "date": "1910", "title": "Dark", "sources": ["log"],
            });
            story["timeline"]["events"].as_array_mut().unwrap().push(more);
        })
        .unwrap();
        assert_eq!(story.timeline.events.len(), 1);
        assert!(story.trivia.questions[0].claim.see.is_empty(), "it led to the event");
    }

    #[test]
    fn what_is_left_out_later_has_its_path_in_the_whole_text() {
        let (_, left_out) = drafted(|story| {
            let event = |id: &str, title: &str, see: &[&str]| {
                json!({
                    "id": id, "lane": "building", "date": "1910", "title": title,
                    "sources": ["log"], "see": see,
                })
            };
            let events = story["timeline"]["events"].as_array_mut().unwrap();
            events.insert(0, event("a", "", &[]));
            events.push(event("b", "So", &["timeline/a"]));
        })
        .unwrap();
        let expected =
            ["timeline.events[0].title", "timeline.events[0]", "timeline.events[2].see[0]"];
        let (mut left_out, mut expected) = (left_out, expected.map(str::to_owned).to_vec());
        left_out.sort();
        expected.sort();
        assert_eq!(left_out, expected);
    }

    #[test]
    fn what_is_wrong_with_the_whole_is_no_draft() {
        assert!(drafted(|story| story["format"] = json!(0)).is_none());
        assert!(drafted(|story| story["sections"] = json!([])).is_none());
        assert!(draft("[]").is_none());
        assert!(draft("{").is_none());
    }

    #[test]
    fn every_bad_story_has_a_draft_or_none() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/bad");
        let mut drafts = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.to_string_lossy().ends_with(".story.json") {
                let text = std::fs::read_to_string(path).unwrap();
                drafts += usize::from(draft(&text).is_some());
            }
        }
        assert!(drafts > 30, "{drafts}");
    }
}
