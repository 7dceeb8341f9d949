//! The platform: sizes, frames, pixels, colours and focus of the browser.
//!
//! In: handles that undo themselves on drop, and in [`hooks`] the only way in which
//! `crate::view` reaches them. Out: what is drawn (`crate::paint`) and what happens
//! (`crate::session`). Without the feature `browser` the hooks are idle.

pub mod hooks;

#[cfg(feature = "browser")]
mod address;
#[cfg(feature = "browser")]
pub mod appearance;
#[cfg(feature = "browser")]
mod collation;
#[cfg(feature = "browser")]
mod color;
#[cfg(feature = "browser")]
mod countdown;
mod countdown_spec;
#[cfg(feature = "browser")]
mod disclosing;
#[cfg(feature = "browser")]
mod drag;
#[cfg(feature = "browser")]
mod edge_scroll;
#[cfg(feature = "browser")]
mod field;
#[cfg(feature = "browser")]
pub mod frame;
#[cfg(feature = "browser")]
mod measure;
#[cfg(feature = "browser")]
mod motion;
#[cfg(feature = "browser")]
mod node_listener;
#[cfg(feature = "browser")]
mod number;
#[cfg(feature = "browser")]
mod painter;
#[cfg(feature = "browser")]
mod pixel_ratio;
#[cfg(feature = "browser")]
mod plural;
#[cfg(feature = "browser")]
pub mod scroll_into_view;
mod scroll_request;
#[cfg(feature = "browser")]
mod seed;
#[cfg(feature = "browser")]
mod share;
#[cfg(feature = "browser")]
pub mod static_card;
#[cfg(feature = "browser")]
mod sticky_bar;
#[cfg(feature = "browser")]
pub mod storage;
#[cfg(not(feature = "browser"))]
mod stubs;
#[cfg(feature = "browser")]
pub mod surface;
#[cfg(feature = "browser")]
pub mod trap;
mod wheel_turn;
#[cfg(feature = "browser")]
mod wheel_zoom;
#[cfg(feature = "browser")]
mod width;

#[cfg(not(feature = "browser"))]
use stubs::{
    can_share, choice_of, close_around, close_left, control_of, copy, frame_size, hide_panel,
    id_around, is_open, keep_row, lower_case, measure, new_seed, number_of, order_of_names,
    page_address, page_host, panel_toggled, plural_category, save_drawing, save_picture, save_text,
    set_text_of, share, show_panel, text_of,
};
#[cfg(feature = "browser")]
use {
    address::{page_address, page_host},
    collation::order_of_names,
    disclosing::{
        close_around, close_left, hide_panel, id_around, is_open, panel_toggled, show_panel,
    },
    field::{choice_of, control_of, lower_case, number_of, set_text_of, text_of},
    measure::measure,
    plural::plural_category,
    scroll_into_view::keep_row,
    seed::new_seed,
    share::{can_share, copy, save_drawing, save_picture, save_text, share},
    width::frame_size,
};
