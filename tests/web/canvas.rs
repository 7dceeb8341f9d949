//! Drawing: pixels, text, measures and colours.

use crate::page::{Guest, document, settle};
use crate::words::{BLACK, Words};
use plotters_backend::DrawingBackend;
use std::cell::Cell;
use std::rc::Rc;
use story_card::browser::appearance::Appearance;
use story_card::browser::hooks::measure;
use story_card::browser::surface::Surface;
use story_card::layout::Font;
use story_card::paint::{Color, Theme};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

pub(crate) fn canvas(guest: &Guest) -> HtmlCanvasElement {
    guest.dyn_ref::<HtmlCanvasElement>().unwrap().clone()
}

/// How opaque the canvas is at a device pixel, 0 to 255.
fn ink(canvas: &HtmlCanvasElement, x: u32, y: u32) -> u8 {
    pixels(canvas, x, y, 1, 1)[3]
}

pub(crate) fn pixels(
    canvas: &HtmlCanvasElement,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
) -> Vec<u8> {
    let context = canvas.get_context("2d").unwrap().unwrap();
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let [x, y, width, height] = [x, y, width, height].map(f64::from);
    context.get_image_data(x, y, width, height).unwrap().data().0
}

#[wasm_bindgen_test]
fn edges_are_crisp_at_every_ratio() {
    for ratio in [1_u32, 2, 3] {
        let guest = Guest::new("canvas");
        let canvas = canvas(&guest);
        let mut surface = Surface::new(&canvas, (40, 20), f64::from(ratio)).unwrap();
        assert_eq!(surface.get_size(), (40, 20));
        assert_eq!((canvas.width(), canvas.height()), (40 * ratio, 20 * ratio));
        surface.draw_rect((10, 5), (11, 6), &BLACK, true).unwrap();
        for (x, y, wanted) in [
            (10 * ratio, 5 * ratio, 255),
            (11 * ratio - 1, 6 * ratio - 1, 255),
            (10 * ratio - 1, 5 * ratio, 0),
            (11 * ratio, 5 * ratio, 0),
            (10 * ratio, 6 * ratio, 0),
        ] {
            assert_eq!(ink(&canvas, x, y), wanted, "ratio {ratio}, {x} {y}");
        }
    }
}

#[wasm_bindgen_test]
fn a_broken_ratio_fills_the_whole_canvas() {
    let guest = Guest::new("canvas");
    let canvas = canvas(&guest);
    let mut surface = Surface::new(&canvas, (333, 33), 1.25).unwrap();
    assert_eq!((canvas.width(), canvas.height()), (416, 41));
    surface.draw_rect((0, 0), (333, 33), &BLACK, true).unwrap();
    assert_eq!(ink(&canvas, 415, 40), 255);
}

#[wasm_bindgen_test]
fn no_canvas_has_more_pixels_than_engines_allow() {
    let guest = Guest::new("canvas");
    let canvas = canvas(&guest);
    Surface::new(&canvas, (1200, 6000), 4.0).unwrap();
    let pixels = f64::from(canvas.width()) * f64::from(canvas.height());
    assert!((16e6..=16_800_000.0).contains(&pixels), "{pixels}");
}

#[wasm_bindgen_test]
fn text_runs_from_the_left_in_a_page_that_does_not() {
    let guest = Guest::new("canvas");
    guest.set_dir("rtl");
    let canvas = canvas(&guest);
    let mut surface = Surface::new(&canvas, (200, 40), 1.0).unwrap();
    // No part of its first letter hangs over to the left.
    surface.draw_text("Ballerina", &Words::default(), (100, 20)).unwrap();
    let has_ink = |x| pixels(&canvas, x, 0, 100, 40).chunks(4).any(|pixel| pixel[3] > 0);
    assert!(has_ink(100), "the words stand to the right of their anchor");
    assert!(!has_ink(0), "and not to the left of it");
}

#[wasm_bindgen_test]
fn measuring_leaves_the_page_alone() {
    let guest = Guest::new("canvas");
    let surface = Surface::new(&canvas(&guest), (200, 40), 2.0).unwrap();
    let before = document().query_selector_all("*").unwrap().length();
    let (width, height) = surface.estimate_text_size("Ballerina", &Words::default()).unwrap();
    assert!((40..120).contains(&width) && height == 16, "{width} x {height}");
    let wide = measure().width("Ballerina", Font::text(16.0).bold());
    assert!((40.0..120.0).contains(&wide), "{wide}");
    assert_eq!(document().query_selector_all("*").unwrap().length(), before);
}

#[wasm_bindgen_test]
fn widths_grow_with_text_and_size_and_stay_the_same_when_asked_again() {
    let measure = measure();
    let width = |text, size| measure.width(text, Font::text(size));
    assert!(width("Wick", 12.0) < width("John Wick", 12.0));
    assert!(width("Wick", 12.0) < width("Wick", 13.0));
    assert_eq!(width("", 12.0), 0.0);
    for _ in 0..2 {
        assert_ne!(width("iiii", 16.0), measure.width("iiii", Font::text(16.0).bold()));
        assert_eq!(width("Wick", 12.0), width("Wick", 12.0));
    }
}

#[wasm_bindgen_test]
fn colors_come_from_the_page_in_any_syntax() {
    let guest = Guest::with_shadow();
    let inside = document().create_element("p").unwrap();
    guest.shadow().append_child(&inside).unwrap();
    guest.put("color-scheme", "dark");
    guest.put("--story-paper", "#fff");
    guest.put("--story-ink", "light-dark(red, rgb(1 2 3))");
    guest.put("--story-accent", "color-mix(in srgb, black, white)");
    guest.put("--story-gold", "oklch(0 0 0)");
    guest.put("--story-rule", "rgb(0 0 0 / 20%)");
    guest.put("--story-muted", "nonsense");
    let theme = Appearance::of(&inside).unwrap().theme();
    assert_eq!(theme.paper, Color(255, 255, 255));
    assert_eq!(theme.ink, Color(1, 2, 3));
    assert!((127..=128).contains(&theme.accent.0), "{:?}", theme.accent);
    assert_eq!(theme.gold, Color(0, 0, 0));
    assert_eq!(theme.rule, Color(204, 204, 204));
    assert_eq!(theme.series, Theme::LIGHT.series);
}

#[wasm_bindgen_test]
async fn whoever_watches_is_told_of_every_change_of_colour() {
    let guest = Guest::with_shadow();
    let inside = document().create_element("p").unwrap();
    guest.shadow().append_child(&inside).unwrap();
    guest.put("--story-series-5", "light-dark(#112233, #445566)");
    let look = Appearance::of(&inside).unwrap();
    assert!(Rc::ptr_eq(&look, &Appearance::of(&inside).unwrap()), "one look to a card");
    let told = Rc::new(Cell::new(0));
    let count = Rc::clone(&told);
    let on_change: Rc<dyn Fn()> = Rc::new(move || count.set(count.get() + 1));
    look.watch(&on_change);
    look.watch(&on_change);
    assert_eq!(look.theme().series[4], Color(0x11, 0x22, 0x33));
    settle().await;
    assert_eq!(told.get(), 0, "nothing has changed");

    guest.put("color-scheme", "dark");
    settle().await;
    assert_eq!(look.theme().series[4], Color(0x44, 0x55, 0x66));
    guest.put("--story-series-5", "rgb(7 8 9)");
    settle().await;
    assert_eq!(look.theme().series[4], Color(7, 8, 9));
    assert_eq!(told.get(), 2, "one word for each change");

    drop(on_change);
    guest.put("--story-series-5", "rgb(9 9 9)");
    settle().await;
    assert_eq!(told.get(), 2, "who has gone is not told");
    assert_eq!(guest.shadow().child_element_count(), 2);
    drop(look);
    assert_eq!(guest.shadow().child_element_count(), 1, "the probe goes with the last watcher");
}
