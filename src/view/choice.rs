//! One of the choices of a `<select>`.

use super::tag::tag;
use yew::prelude::*;

/// A choice with its value, chosen or not.
///
/// It is another element when that changes: once a reader has picked among them by hand, an option
/// does not heed its attribute any more.
pub(super) fn choice(value: String, is_chosen: bool, words: String) -> Html {
    let key = [if is_chosen { "chosen " } else { "" }, &value].concat();
    let choice = tag("option").key(key).set("value", value).flag("selected", is_chosen);
    choice.words(words).done()
}
