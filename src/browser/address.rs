//! The page's own address, and the rounds it leads to.

use std::cell::RefCell;
use web_sys::Location;

thread_local! {
    /// The hash whose round a card has taken: of several cards of a story only the first plays it.
    static TAKEN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The address of the page without its hash.
pub(super) fn page_address() -> String {
    let address = location().and_then(|it| it.href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The host of the page; empty for a file.
pub(super) fn page_host() -> String {
    location().and_then(|it| it.host().ok()).unwrap_or_default()
}

/// What `read` finds in the hash behind the id of a story; once for every hash.
pub fn take<T>(story: &str, read: fn(&str) -> Option<T>) -> Option<T> {
    let hash = location()?.hash().ok()?;
    TAKEN.with_borrow_mut(|taken| {
        let is_new = *taken != hash;
        if is_new {
            taken.clear();
        }
        let address = hash.strip_prefix('#')?.strip_prefix(story)?.strip_prefix('/')?;
        let found = read(address).filter(|_| is_new)?;
        *taken = hash;
        Some(found)
    })
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}
