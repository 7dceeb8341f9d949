//! The platform: sizes, frames, pixels, colours and focus of the browser.
//!
//! In: handles that undo themselves on drop, and in [`hooks`] the only way in which
//! `crate::view` reaches them. Out: what is drawn (`crate::paint`) and what happens
//! (`crate::session`). On other targets than wasm32 the hooks are idle.

pub mod hooks;

#[cfg(target_arch = "wasm32")]
mod address;
#[cfg(target_arch = "wasm32")]
pub mod appearance;
#[cfg(target_arch = "wasm32")]
mod color;
#[cfg(target_arch = "wasm32")]
mod countdown;
mod countdown_spec;
#[cfg(target_arch = "wasm32")]
mod disclosing;
#[cfg(target_arch = "wasm32")]
mod drag;
#[cfg(target_arch = "wasm32")]
mod edge_scroll;
#[cfg(target_arch = "wasm32")]
mod field;
#[cfg(target_arch = "wasm32")]
pub mod frame;
#[cfg(target_arch = "wasm32")]
mod measure;
#[cfg(target_arch = "wasm32")]
mod node_listener;
#[cfg(target_arch = "wasm32")]
mod number;
#[cfg(target_arch = "wasm32")]
mod painter;
#[cfg(target_arch = "wasm32")]
mod pixel_ratio;
#[cfg(target_arch = "wasm32")]
mod plural;
#[cfg(target_arch = "wasm32")]
pub mod scroll_into_view;
mod scroll_request;
#[cfg(target_arch = "wasm32")]
mod seed;
#[cfg(target_arch = "wasm32")]
mod share;
#[cfg(target_arch = "wasm32")]
pub mod static_card;
#[cfg(target_arch = "wasm32")]
mod sticky_bar;
#[cfg(target_arch = "wasm32")]
pub mod storage;
#[cfg(not(target_arch = "wasm32"))]
mod stubs;
#[cfg(target_arch = "wasm32")]
pub mod surface;
#[cfg(target_arch = "wasm32")]
pub mod trap;
mod wheel_turn;
#[cfg(target_arch = "wasm32")]
mod wheel_zoom;
#[cfg(target_arch = "wasm32")]
mod width;

#[cfg(not(target_arch = "wasm32"))]
use stubs::{
    can_share, choice_of, close_around, close_left, control_of, copy, frame_size, hide_panel,
    id_around, is_open, keep_row, lower_case, measure, new_seed, number_of, page_address,
    page_host, panel_toggled, plural_category, save_picture, set_text_of, share, show_panel,
    text_of,
};
#[cfg(target_arch = "wasm32")]
use {
    address::{page_address, page_host},
    disclosing::{
        close_around, close_left, hide_panel, id_around, is_open, panel_toggled, show_panel,
    },
    field::{choice_of, control_of, lower_case, number_of, set_text_of, text_of},
    measure::measure,
    plural::plural_category,
    scroll_into_view::keep_row,
    seed::new_seed,
    share::{can_share, copy, save_picture, share},
    width::frame_size,
};
