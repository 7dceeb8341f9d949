//! Handing something to the reader: clipboard, share sheet, a picture to save.
//!
//! Each may be missing or refuse; the caller is told.

use super::appearance::Appearance;
use super::surface::Surface;
use super::trap;
use crate::layout::Layout;
use crate::paint::{Picture, Theme, svg_as_drawn};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlCanvasElement, HtmlElement, MouseEvent, Url};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// The navigator, of which any part may be missing.
    type Platform;

    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Platform) -> Option<Clipboard>;

    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Platform, data: &Object) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn share(this: &Platform, data: &Object) -> Result<Promise, JsValue>;

    type Clipboard;

    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &Clipboard, text: &str) -> Result<Promise, JsValue>;

    /// A promise that takes any functions.
    type Thenable;

    #[wasm_bindgen(method)]
    fn then(this: &Thenable, on_kept: &JsValue, on_broken: &JsValue) -> JsValue;
}

/// Device pixels in a px of a saved picture.
const RATIO: f64 = 2.0;
/// After so many milliseconds the browser has taken a file.
const TAKEN_AFTER: u32 = 10_000;

fn platform() -> Option<Platform> {
    Some(web_sys::window()?.navigator().unchecked_into())
}

/// Puts a text into the clipboard; tells whether it is there.
pub(super) fn copy(text: &str, told: Callback<bool>) {
    let clipboard = platform().and_then(|platform| platform.clipboard());
    tell_when_settled(clipboard.and_then(|clipboard| clipboard.write_text(text).ok()), told);
}

/// Whether the platform can share a text.
pub(super) fn can_share(text: &str) -> bool {
    platform().is_some_and(|platform| platform.can_share(&shareable(text)).unwrap_or(false))
}

/// Opens the share sheet with a text; tells whether that took it, or the reader closed it.
pub(super) fn share(text: &str, told: Callback<bool>) {
    let promise = platform().and_then(|platform| platform.share(&shareable(text)).ok());
    tell_when_settled(promise, told);
}

fn shareable(text: &str) -> Object {
    let data = Object::new();
    // A new object takes any property.
    let _ = Reflect::set(&data, &"text".into(), &text.into());
    data
}

/// Tells whether a promise is kept, or is broken by the reader; one that was never made is broken.
fn tell_when_settled(promise: Option<Promise>, told: Callback<bool>) {
    let Some(promise) = promise else { return told.emit(false) };
    let refused = told.clone();
    let on_kept = Closure::once_into_js(move |_: JsValue| tell(&told, true));
    let on_broken = Closure::once_into_js(move |error: JsValue| {
        let name = Reflect::get(&error, &"name".into());
        tell(&refused, name.is_ok_and(|name| name == "AbortError"));
    });
    // Only one of them is called, so the other is left to the collector with its promise.
    drop(promise.unchecked_into::<Thenable>().then(&on_kept, &on_broken));
}

fn tell(told: &Callback<bool>, works: bool) {
    if !trap::is_set() {
        told.emit(works);
    }
}

/// Lets the browser save a picture, in the colours in force where the reader pressed.
pub(super) fn save_picture(event: &MouseEvent, layout: Layout, file: String, told: Callback<bool>) {
    let Some(canvas) = painted(event, layout) else { return told.emit(false) };
    let failed = told.clone();
    let taken = move |blob: JsValue| save(blob.dyn_into().ok(), &file, &told);
    // A canvas of our own has nothing in it that must not be read; it may be too large.
    if canvas.to_blob(Closure::once_into_js(taken).unchecked_ref()).is_err() {
        tell(&failed, false);
    }
}

/// Lets the browser save a layout as SVG, in the colours in force where `event` happened.
pub(super) fn save_drawing(event: &MouseEvent, layout: Layout, file: &str, told: &Callback<bool>) {
    let theme = theme_at(event);
    let drawn = theme.and_then(|it| svg_as_drawn(&Picture::plain(layout), &it).ok());
    match drawn {
        Some(drawn) => save_text(&drawn, "image/svg+xml", file, told),
        None => tell(told, false),
    }
}

/// Lets the browser save a text of a media type.
pub(super) fn save_text(text: &str, media: &str, file: &str, told: &Callback<bool>) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok();
    save(blob, file, told);
}

/// Lets the browser save a file, and tells whether it can.
fn save(blob: Option<Blob>, file: &str, told: &Callback<bool>) {
    tell(told, blob.and_then(|blob| download(&blob, file)).is_some());
}

/// A canvas in no page that shows a layout.
fn painted(event: &MouseEvent, layout: Layout) -> Option<HtmlCanvasElement> {
    let theme = theme_at(event)?;
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?.unchecked_into();
    let picture = Picture::plain(layout);
    let size = picture.size();
    let mut surface = Surface::new(&canvas, (size.width as u32, size.height as u32), RATIO)?;
    picture.paint(&mut surface, &theme).ok()?;
    Some(canvas)
}

/// The colours in force where something happened.
fn theme_at(event: &MouseEvent) -> Option<Theme> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    Some(Appearance::of(&pressed)?.theme())
}

/// Hands a file to the browser under a name.
fn download(blob: &Blob, file: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", file).ok()?;
    link.unchecked_into::<HtmlElement>().click();
    // The browser reads it in a time of its own.
    Timeout::new(TAKEN_AFTER, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}
