//! What is wrong with a card's attributes, said in the console.

use crate::session::Session;
use crate::story::Story;
use std::cell::RefCell;
use web_sys::console;

thread_local! {
    /// What was said about wrong attributes: once for a page is enough.
    static REPORTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// A page that keeps setting wrong values is not listened to for ever.
const MOST_REPORTS: usize = 100;

/// Says that a card cannot open where its page wants it to, for only the story tells.
pub(super) fn report_address(story: &Story, session: &Session) {
    if let Some(wrong) = session.wrong_section(story) {
        report(wrong.to_string());
    }
}

/// Says once in the console what is wrong.
pub(super) fn report(sentence: String) {
    REPORTED.with_borrow_mut(|reported| {
        if reported.len() < MOST_REPORTS && !reported.contains(&sentence) {
            console::warn_1(&sentence.as_str().into());
            reported.push(sentence);
        }
    });
}
