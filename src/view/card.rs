//! The whole card.

use super::Face;
use crate::session::Action;
use yew::prelude::*;

/// What [`Card`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// What to show.
    pub face: Face,
    /// Where the reader's wishes go.
    pub on_action: Callback<Action>,
}

/// The whole card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let _ = props;
    html! {}
}
