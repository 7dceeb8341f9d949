//! What the view asks of the browser, each in a component of its own.

use crate::page::{Guest, Spy, document, settle};
use story_card::browser::hooks::*;
use story_card::layout;
use story_card::paint::Picture;
use story_card::story::Story;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

const STORY: &str = include_str!("../stories/good/minimal.story.json");

/// What stands in the page, or nothing.
#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    #[prop_or(true)]
    shown: bool,
    #[prop_or_default]
    request: Option<(u32, bool)>,
    #[prop_or_default]
    value: String,
    #[prop_or_default]
    picture: Option<Picture>,
}

fn shown() -> ShownProps {
    ShownProps { shown: true, request: None, value: String::new(), picture: None }
}

fn nothing() -> ShownProps {
    ShownProps { shown: false, ..shown() }
}

/// Mounts a component that can be taken away again.
macro_rules! stage {
    ($guest:expr, $component:ident, $props:expr) => {{
        #[component]
        fn Stage(props: &ShownProps) -> Html {
            if props.shown {
                html! { <$component ..props.clone() /> }
            } else {
                html! {}
            }
        }
        yew::Renderer::<Stage>::with_root_and_props((*$guest).clone().into(), $props).render()
    }};
}

/// The width of a node and the size of its text, as a component follows them.
#[hook]
fn use_width(node: &NodeRef) -> Option<(f64, f64)> {
    let width = use_state_eq(|| None);
    let watch = use_mut_ref(WidthWatch::default);
    let setter = width.setter();
    let node = node.clone();
    use_effect(move || {
        watch.borrow_mut().follow(&node, false, Callback::from(move |size| setter.set(Some(size))));
    });
    *width
}

#[component]
fn Measured(_: &ShownProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node);
    let words = width.map_or("none".to_owned(), |(px, text)| {
        if text == 1.0 { px.to_string() } else { format!("{px} at {text}") }
    });
    html! { <p ref={node} style="margin: 0">{words}</p> }
}

#[wasm_bindgen_test]
async fn a_width_is_followed_and_let_go() {
    let guest = Guest::new("div");
    guest.put("width", "300.7px");
    let closed = Spy::on("ResizeObserver.prototype", "disconnect");
    let mut app = stage!(guest, Measured, shown());
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "300", "rounded down");
    guest.put("width", "420px");
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "420");
    guest.put("display", "none");
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "420", "what is hidden keeps its width");
    guest.put("display", "block");
    guest.put("transform", "scale(0.5)");
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "420", "a transform is no width");
    guest.put("font-size", "24px");
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "420 at 1.5", "the text has grown");
    assert!(closed.calls().is_empty());
    app.update(nothing());
    settle().await;
    assert_eq!(closed.calls().len(), 1);
}

#[wasm_bindgen_test]
async fn a_box_that_grows_from_nothing_gets_its_width() {
    let guest = Guest::new("div");
    guest.put("width", "0px");
    let _app = stage!(guest, Measured, shown());
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "none");
    guest.put("width", "280px");
    settle().await;
    assert_eq!(guest.text_content().unwrap(), "280");
}

#[component]
fn Drawn(props: &ShownProps) -> Html {
    let canvas = use_node_ref();
    let painter = use_mut_ref(Painter::default);
    let (shown, picture) = (canvas.clone(), props.picture.clone());
    use_effect(move || painter.borrow().show(&shown, picture, 1.0, None));
    html! { <canvas ref={canvas} /> }
}

fn picture(width: f64) -> Picture {
    let story = Story::parse(STORY.as_bytes()).unwrap();
    let layout = layout::chart(&story.charts[0], &story.messages, width, measure().as_ref());
    Picture::plain(layout)
}

/// A canvas of its own with the component on it.
fn canvas_in(guest: &Guest) -> HtmlCanvasElement {
    guest.query_selector("canvas").unwrap().unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_picture_is_painted_once_in_the_next_frame() {
    let guest = Guest::new("div");
    let painted = Spy::on("CanvasRenderingContext2D.prototype", "scale");
    let first = picture(400.0);
    let mut app = stage!(guest, Drawn, ShownProps { picture: Some(first), ..shown() });
    app.update(ShownProps { picture: Some(picture(500.0)), ..shown() });
    let last = picture(300.0);
    app.update(ShownProps { picture: Some(last.clone()), ..shown() });
    settle().await;
    assert_eq!(painted.calls().len(), 1, "{:?}", painted.calls());
    let canvas = canvas_in(&guest);
    let size = last.size();
    assert_eq!(canvas.style().get_property_value("width").unwrap(), "300px");
    assert_eq!(canvas.offset_height(), size.height as i32);
    let empty: HtmlCanvasElement = canvas.clone_node().unwrap().unchecked_into();
    assert_ne!(canvas.to_data_url().unwrap(), empty.to_data_url().unwrap(), "something is drawn");

    app.update(ShownProps { picture: Some(last), value: "again".to_owned(), ..shown() });
    settle().await;
    assert_eq!(painted.calls().len(), 1, "the same picture is not painted again");
    app.update(nothing());
    settle().await;
}

/// A picture is wanted before the first render, which makes the canvas.
#[component]
fn Early(props: &ShownProps) -> Html {
    let canvas = use_node_ref();
    let painter = use_mut_ref(Painter::default);
    painter.borrow().show(&canvas, props.picture.clone(), 1.0, None);
    html! { <canvas ref={canvas} /> }
}

#[wasm_bindgen_test]
async fn a_picture_may_be_wanted_before_its_canvas_is_there() {
    let guest = Guest::new("div");
    let painted = Spy::on("CanvasRenderingContext2D.prototype", "scale");
    let wanted = picture(300.0);
    let mut app = stage!(guest, Early, ShownProps { picture: Some(wanted.clone()), ..shown() });
    settle().await;
    assert_eq!(painted.calls().len(), 1, "{:?}", painted.calls());
    let canvas = canvas_in(&guest);
    assert_eq!(canvas.style().get_property_value("width").unwrap(), "300px");
    app.update(ShownProps { picture: Some(wanted), value: "again".to_owned(), ..shown() });
    settle().await;
    assert_eq!(painted.calls().len(), 1, "the same picture is not painted again");
    let before = canvas.to_data_url().unwrap();
    let root: web_sys::HtmlElement = document().document_element().unwrap().unchecked_into();
    root.style().set_property("--story-ink", "rgb(0 0 255)").unwrap();
    settle().await;
    root.style().remove_property("--story-ink").unwrap();
    assert_ne!(canvas.to_data_url().unwrap(), before, "it follows the theme");
    app.update(nothing());
    settle().await;
}

#[wasm_bindgen_test]
async fn a_change_of_theme_paints_again_and_a_canvas_that_has_gone_is_left_alone() {
    let guest = Guest::new("div");
    let mut app = stage!(guest, Drawn, ShownProps { picture: Some(picture(300.0)), ..shown() });
    settle().await;
    let before = canvas_in(&guest).to_data_url().unwrap();
    let root: web_sys::HtmlElement = document().document_element().unwrap().unchecked_into();
    root.style().set_property("--story-ink", "rgb(0 0 255)").unwrap();
    settle().await;
    assert_ne!(canvas_in(&guest).to_data_url().unwrap(), before);

    let painted = Spy::on("CanvasRenderingContext2D.prototype", "scale");
    app.update(nothing());
    root.style().remove_property("--story-ink").unwrap();
    settle().await;
    assert!(painted.calls().is_empty());
}

#[component]
fn Wanted(props: &ShownProps) -> Html {
    let node = use_node_ref();
    let request = props.request.map(|(turn, focus)| ScrollRequest {
        serial: turn,
        id: "wanted".to_owned(),
        focus,
        else_id: None,
    });
    let card = node.clone();
    use_effect(move || {
        if let Some(request) = request {
            scroll_into_view(&card, &request);
        }
    });
    html! { <div ref={node}><p id="wanted" tabindex="-1">{"Here"}</p></div> }
}

fn focused() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

fn blur() {
    let active: web_sys::HtmlElement = document().active_element().unwrap().unchecked_into();
    active.blur().unwrap();
}

#[wasm_bindgen_test]
async fn a_request_is_served_once_for_the_whole_card() {
    let guest = Guest::new("div");
    guest.put("margin-top", "3000px");
    let scrolled = Spy::on("Element.prototype", "scrollIntoView");
    let mut app = stage!(guest, Wanted, shown());
    settle().await;
    app.update(ShownProps { request: Some((1, false)), ..shown() });
    settle().await;
    assert_eq!((scrolled.calls().len(), focused()), (1, None));
    let request = ShownProps { request: Some((2, true)), ..shown() };
    app.update(request.clone());
    settle().await;
    assert_eq!((scrolled.calls().len(), focused().as_deref()), (2, Some("wanted")));

    blur();
    app.update(nothing());
    settle().await;
    app.update(request);
    settle().await;
    assert_eq!(
        (scrolled.calls().len(), focused()),
        (2, None),
        "rendered anew, an old request is old"
    );
}

#[wasm_bindgen_test]
fn seeds_are_whole_numbers_of_53_bits() {
    let seeds: Vec<u64> = (0..200).map(|_| new_seed()).collect();
    assert!(seeds.iter().all(|seed| *seed < 1 << 53));
    assert!(seeds.iter().any(|seed| *seed >= 1 << 52), "the highest bit is used");
    assert!(seeds.windows(2).all(|pair| pair[0] != pair[1]));
}
