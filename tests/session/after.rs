//! The state after a sequence of actions.

use story_card::session::{Action, Session};
use story_card::story::Story;

/// The state after all `actions`; those that change nothing are passed over.
pub(crate) fn after(
    story: &Story,
    session: &Session,
    actions: impl IntoIterator<Item = Action>,
) -> Session {
    actions
        .into_iter()
        .fold(session.clone(), |state, action| state.apply(story, action).unwrap_or(state))
}
