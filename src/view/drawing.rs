//! A chart or the timeline on canvas: laid out for the width there is, and what is under the
//! pointer. What stands around the canvas is in `scene`.

mod scene;
mod sketch;

use super::context::ViewContext;
use super::drawing_layout::{LayoutInput, Subject, layout_of};
use super::tag::{Tag, classed, nodes, tag};
use crate::browser::hooks::{Painter, TouchGuard, WidthWatch};
use crate::layout::{Layout, Mark, Size};
use crate::paint::Picture;
use crate::session::Guess;
use scene::Scene;
use std::cell::{Cell, RefCell};
use std::mem::replace;
use std::rc::Rc;
use yew::prelude::*;

/// About how wide a chart and the strip are on the cover, in px; the static card has them so.
const COVER_NARROW_PX: f64 = 288.0;
const COVER_WIDE_PX: f64 = 640.0;

/// What [`Drawing`] needs.
#[derive(Clone, PartialEq, Properties)]
struct DrawingProps {
    /// Story and session.
    cx: ViewContext,
    /// What is drawn.
    subject: Subject,
}

/// A chart or the timeline: on canvas, and in the static card as SVG.
pub(super) fn drawing(cx: &ViewContext, subject: Subject) -> Html {
    #[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
    if cx.is_static() {
        return super::static_card::printed(cx, subject);
    }
    html! { <Drawing cx={cx.clone()} {subject} /> }
}

/// A chart or the timeline on canvas.
struct Drawing {
    frame: NodeRef,
    canvas: NodeRef,
    watch: WidthWatch,
    painter: Painter,
    /// The frame's width in whole CSS px, and how many times as large as usual its text is; none
    /// before they are known.
    frame_size: Option<(f64, f64)>,
    /// The room that is kept for the first picture, in px.
    room: Option<Size>,
    /// The mark under the pointer.
    pointed: Option<Mark>,
    drag: Drag,
    /// Whether a finger that goes down is to drag and not to scroll.
    is_held: Rc<Cell<bool>>,
    guard: TouchGuard,
    /// The last layout and what it was made of.
    made: Option<(LayoutInput, Rc<Layout>)>,
}

/// A drag: the mark of a guess that a pointer holds, and what the guess was when it went down. It is
/// shared, for a pointer may be up again before the next render.
type Drag = Rc<RefCell<Option<(Mark, Guess)>>>;

/// What a drawing is told.
enum Msg {
    /// The frame has this width, and text so many times as large as usual.
    Resized((f64, f64)),
    /// The pointer is at a mark, or at none.
    Pointed(Option<Mark>),
}

impl Component for Drawing {
    type Message = Msg;
    type Properties = DrawingProps;

    fn create(context: &Context<Self>) -> Self {
        Self {
            room: first_size(context.props()),
            frame: NodeRef::default(),
            canvas: NodeRef::default(),
            watch: WidthWatch::default(),
            painter: Painter::default(),
            frame_size: None,
            pointed: None,
            drag: Drag::default(),
            is_held: Rc::default(),
            guard: TouchGuard::default(),
            made: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Resized(size) => {
                let is_other = self.frame_size.replace(size) != Some(size);
                self.lay_out(context.props());
                is_other
            }
            Msg::Pointed(mark) => mark != replace(&mut self.pointed, mark),
        }
    }

    fn changed(&mut self, context: &Context<Self>, _: &DrawingProps) -> bool {
        self.lay_out(context.props());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let content = match self.scene(context) {
            Some(scene) => scene.content(&self.canvas),
            None => canvas(&self.canvas, self.room).done(),
        };
        let frame = classed("div", "sc-frame").attr("part", "axis").node(&self.frame);
        nodes(vec![frame.child(content).done(), sketch::settings(context)])
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let link = context.link().clone();
        let tell = Callback::from(move |size| link.send_message(Msg::Resized(size)));
        self.watch.follow(&self.frame, tell);
        self.guard.follow(&self.canvas, &self.is_held);
        self.painter.show(&self.canvas, self.picture(context), self.scale());
    }
}

/// How large the first picture on the cover will be, most likely. The page could be painted before
/// its width is known, and nothing below it may move then.
fn first_size(props: &DrawingProps) -> Option<Size> {
    let DrawingProps { cx, subject } = props;
    let width = match subject {
        Subject::Strip => COVER_WIDE_PX,
        _ => COVER_NARROW_PX,
    };
    let layout = || layout_of(*subject, &LayoutInput::new(cx, *subject, width));
    cx.is_cover.then(layout).flatten().map(|layout| layout.size())
}

/// A canvas, which takes its size from the picture as soon as there is one.
fn canvas(node: &NodeRef, room: Option<Size>) -> Tag {
    let canvas = tag("canvas").node(node).attr("aria-hidden", "true");
    let Some(Size { width, height }) = room else { return canvas };
    canvas.set("width", width.to_string()).set("height", height.to_string())
}

impl Drawing {
    /// Lays the subject out anew if anything that it is made of has changed.
    fn lay_out(&mut self, props: &DrawingProps) {
        let DrawingProps { cx, subject } = props;
        let Some((width, text_scale)) = self.frame_size else { return };
        let input = LayoutInput::new(cx, *subject, (width / text_scale).floor());
        if self.made.as_ref().is_none_or(|(made, _)| *made != input) {
            self.made = layout_of(*subject, &input).map(|layout| (input, Rc::new(layout)));
        }
    }

    /// CSS px to a px of the layout. The drawing grows with the reader's text; where the frame has
    /// no room for that, the frame has the last word.
    fn scale(&self) -> f64 {
        let layout = self.made.as_ref().map(|(_, layout)| layout.size().width);
        self.frame_size.zip(layout).map_or(1.0, |((width, _), layout)| width / layout)
    }

    /// What the canvas shows; none before the width is known.
    fn picture(&self, context: &Context<Self>) -> Option<Picture> {
        let DrawingProps { cx, subject } = context.props();
        let (_, layout) = self.made.as_ref()?;
        let picked = scene::selected(cx, *subject, layout);
        Some(Picture { layout: layout.clone(), picked, pointed: self.pointed })
    }

    fn scene<'a>(&'a self, context: &'a Context<Self>) -> Option<Scene<'a>> {
        let DrawingProps { cx, subject } = context.props();
        let (_, layout) = self.made.as_ref()?;
        let (pointed, link) = (self.pointed, context.link());
        let (drag, is_held, scale) = (&self.drag, &self.is_held, self.scale());
        let room = self.room;
        Some(Scene { cx, subject: *subject, layout, scale, room, pointed, link, drag, is_held })
    }
}
