//! The page's own address.

use web_sys::Location;

/// The address of the page without its hash; empty where it leads nobody there: for a file, whose
/// path is its reader's own, and in a frame without an address.
pub(super) fn page_address() -> String {
    let address = location().and_then(|it| it.href().ok()).unwrap_or_default();
    let address = address.split('#').next().filter(|address| address.starts_with("http"));
    address.unwrap_or_default().to_owned()
}

/// The host of the page; empty for a file.
pub(super) fn page_host() -> String {
    location().and_then(|it| it.host().ok()).unwrap_or_default()
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}
