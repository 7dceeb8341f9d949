//! The one right form of what a story says in a wrong one, where there is only one.
//!
//! In: dates. Out: what is not JSON (`jsonc`), and what the form for a date is (`date::proposal`).

use super::date::only_proposal;
use super::jsonc::Edit;
use super::spans::span;

/// The keys under which dates stand.
pub(super) const DATED: [&str; 5] = ["date", "window", "as_of", "published", "x"];

/// What to write in place of a date that is none: it begins at an offset of a story's JSON, and
/// `path` leads to it.
pub fn date_edit(json: &str, path: &str, offset: usize) -> Option<Edit> {
    let steps = path.rsplit('.').next().unwrap_or(path);
    let key = steps.split('[').next().unwrap_or(steps);
    if !DATED.contains(&key) {
        return None;
    }
    let at = span(json, offset);
    let words: String = serde_json::from_str(json.get(at.clone())?).ok()?;
    let date = only_proposal(&words)?;
    Some(Edit { at, with: format!("\"{date}\"") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_meant_in_one_way_is_corrected() {
        let edit = |key: &str, words: &str| {
            let json = format!("{{\"{key}\": \"{words}\"}}");
            let path = format!("a[1].{key}");
            date_edit(&json, &path, json.find(':').unwrap() + 2).map(|edit| edit.with)
        };
        assert_eq!(edit("date", "June 6, 2025").as_deref(), Some("\"2025-06-06\""));
        assert_eq!(edit("published", "44 BC").as_deref(), Some("\"-0043\""));
        assert_eq!(edit("date", "03/04/2025"), None, "the day or the month may come first");
        assert_eq!(edit("date", "-44"), None, "44 or 45 BCE");
        assert_eq!(edit("date", "2025"), None, "it is right");
        assert_eq!(edit("date", "soon"), None);
        assert_eq!(edit("title", "June 6, 2025"), None);
    }
}
