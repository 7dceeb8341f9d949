//! A part of the card that can be brought into sight and given focus.

use crate::browser::hooks::use_focus;
use yew::prelude::*;

/// What [`Place`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlaceProps {
    /// Name of the element.
    #[prop_or("div")]
    pub tag: &'static str,
    /// Its id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// Its `::part()`.
    #[prop_or_default]
    pub part: Option<AttrValue>,
    /// Its ARIA role, if not that of the element.
    #[prop_or_default]
    pub role: Option<AttrValue>,
    /// Id of the element that names it.
    #[prop_or_default]
    pub labelled_by: Option<AttrValue>,
    /// Its place in the order of Tab; -1 lets it take focus only when told to.
    #[prop_or(-1)]
    pub tab_index: i8,
    /// The wish that it be seen: its turn, and whether focus goes there.
    pub wish: Option<(u32, bool)>,
    /// What stands in it.
    pub children: Html,
}

/// A part of the card that can be brought into sight and given focus.
#[component]
pub(super) fn Place(props: &PlaceProps) -> Html {
    let node = use_node_ref();
    use_focus(&node, props.wish);
    html! {
        <@{props.tag} ref={node} id={props.id.clone()} class={props.class.clone()} part={props.part.clone()}
            role={props.role.clone()} aria-labelledby={props.labelled_by.clone()}
            tabindex={props.tab_index.to_string()}>
            {props.children.clone()}
        </@>
    }
}
