//! Whether a reader wants anything to move.

/// Whether the reader wants no motion.
pub(super) fn wants_no_motion() -> bool {
    let window = web_sys::window();
    let query = window.and_then(|it| it.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}
