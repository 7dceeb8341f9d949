//! A chart or the timeline on canvas: laid out for the width there is, and what is under the
//! pointer. What stands around the canvas is in `scene`.

mod arranging;
mod cluster;
mod moving;
mod pointer;
mod scene;
mod sketch;

use super::context::ViewContext;
use super::drawing_layout::{LayoutInput, Prepared, Subject, layout_of};
use super::tag::{Tag, classed, nodes, tag};
use super::zoom::Zoom;
use crate::browser::hooks::{Painter, TouchGuard, WheelZoom, WidthWatch, frame_size};
use crate::layout::{Layout, Mark, Motion, Size};
use crate::paint::Picture;
use moving::SharedGesture;
use scene::Scene;
use sketch::Stroke;
use std::cell::{Cell, RefCell};
use std::mem::replace;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Drawing`] needs.
#[derive(Clone, PartialEq, Properties)]
struct DrawingProps {
    /// Story and session.
    cx: ViewContext,
    /// What is drawn.
    subject: Subject,
    /// The element around the canvas. Where it stands before the drawing is made, it is measured
    /// then, so that the first render knows the width: Yew lets the page in before the second.
    frame: NodeRef,
}

/// A chart or the timeline: on canvas, and in the static card as SVG.
pub(super) fn drawing(cx: &ViewContext, subject: Subject) -> Html {
    #[cfg(feature = "tool")]
    if cx.is_static() {
        return super::static_card::printed(cx, subject);
    }
    let frame = NodeRef::default();
    let drawing = html! { <Drawing cx={cx.clone()} {subject} frame={frame.clone()} /> };
    match subject {
        // What is set there stands below the frame.
        Subject::Guess(_) => drawing,
        _ => framed(&frame, drawing),
    }
}

fn framed(frame: &NodeRef, content: Html) -> Html {
    classed("div", "sc-frame").attr("part", "axis").node(frame).child(content).done()
}

/// A chart or the timeline on canvas.
struct Drawing {
    canvas: NodeRef,
    watch: WidthWatch,
    painter: Painter,
    /// The frame's width in whole CSS px, and how many times as large as usual its text is; none
    /// before they are known.
    frame_size: Option<(f64, f64)>,
    /// The size of the first picture, in px, which the canvas has until it is painted.
    room: Option<Size>,
    /// The mark under the pointer.
    pointed: Option<Mark>,
    /// The value of a chart with which others are compared.
    pinned: Option<Mark>,
    stroke: SharedStroke,
    /// Whether a finger that goes down is to drag and not to scroll.
    is_held: Rc<Cell<bool>>,
    guard: TouchGuard,
    /// What pointers do on a drawing that can be moved along.
    gesture: SharedGesture,
    wheel: WheelZoom,
    /// What is kept of the last layout for the next.
    prepared: Prepared,
    /// The last layout and what it was made of.
    made: Option<(LayoutInput, Rc<Layout>)>,
    /// Where its marks come from, until the canvas is told.
    motion: Cell<Option<Motion>>,
}

/// The stroke of a pointer that is down on a guess. It is shared, for the pointer may be up again
/// before the next render.
type SharedStroke = Rc<RefCell<Option<Stroke>>>;

/// What a drawing is told.
enum Msg {
    /// The frame has this width, and text so many times as large as usual.
    Resized((f64, f64)),
    /// The pointer is at a mark, or at none.
    Pointed(Option<Mark>),
    /// A value of a chart was pressed.
    Pressed(Mark),
}

impl Component for Drawing {
    type Message = Msg;
    type Properties = DrawingProps;

    fn create(context: &Context<Self>) -> Self {
        let mut drawing = Self {
            room: None,
            canvas: NodeRef::default(),
            watch: WidthWatch::default(),
            painter: Painter::default(),
            frame_size: frame_size(&context.props().frame),
            pointed: None,
            pinned: None,
            stroke: SharedStroke::default(),
            is_held: Rc::default(),
            guard: TouchGuard::default(),
            gesture: SharedGesture::default(),
            wheel: WheelZoom::default(),
            prepared: Prepared::default(),
            made: None,
            motion: Cell::default(),
        };
        drawing.lay_out(context.props());
        drawing.room = drawing.made.as_ref().map(|(_, layout)| {
            let (Size { width, height }, scale) = (layout.size(), drawing.scale());
            Size { width: (width * scale).round(), height: (height * scale).round() }
        });
        // The canvas will be there in the next frame.
        drawing.show(context);
        drawing
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Resized(size) => {
                let is_other = self.frame_size.replace(size) != Some(size);
                self.lay_out(context.props());
                is_other
            }
            // What is picked in a guess stays so.
            Msg::Pointed(None) if sketch::is_open(context.props()) => false,
            Msg::Pointed(mark) => mark != replace(&mut self.pointed, mark),
            Msg::Pressed(mark) => {
                // The first one stays until it is pressed again, or is out of sight.
                let pinned = self.pinned.filter(|pinned| self.sees(*pinned));
                self.pinned = if pinned == Some(mark) { None } else { pinned.or(Some(mark)) };
                true
            }
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
        match context.props().subject {
            Subject::Guess(_) => nodes(vec![
                framed(&context.props().frame, content),
                sketch::setting(context, self.pointed(context)),
            ]),
            _ => content,
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let link = context.link().clone();
        let tell = Callback::from(move |size| link.send_message(Msg::Resized(size)));
        self.watch.follow(&context.props().frame, self.frame_size.is_some(), tell);
        self.guard.follow(&self.canvas, &self.is_held);
        let DrawingProps { cx, subject, .. } = context.props();
        if let (Some(zoom), Some((_, layout))) = (Zoom::of(cx, *subject), &self.made) {
            let on_wheel = moving::on_wheel(zoom, layout.clone(), self.scale());
            self.wheel.follow(&self.canvas, on_wheel);
        }
        self.show(context);
    }
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
        let DrawingProps { cx, subject, .. } = props;
        let Some((width, text_scale)) = self.frame_size else { return };
        let input = LayoutInput::new(cx, *subject, (width / text_scale).floor());
        if self.made.as_ref().is_none_or(|(made, _)| *made != input) {
            let layout = layout_of(*subject, &input, &mut self.prepared);
            let last = replace(&mut self.made, layout.map(|layout| (input, Rc::new(layout))));
            self.rearrange(last);
        }
    }

    /// CSS px to a px of the layout. The drawing grows with the reader's text; where the frame has
    /// no room for that, the frame has the last word.
    fn scale(&self) -> f64 {
        let layout = self.made.as_ref().map(|(_, layout)| layout.size().width);
        self.frame_size.zip(layout).map_or(1.0, |((width, _), layout)| width / layout)
    }

    /// Whether a mark is in the drawing as it is.
    fn sees(&self, mark: Mark) -> bool {
        self.made.as_ref().is_some_and(|(_, layout)| layout.rect(mark).is_some())
    }

    /// The mark under the pointer. In a guess that can be drawn now one is always picked.
    fn pointed(&self, context: &Context<Self>) -> Option<Mark> {
        let first = Mark::Value { series: 0, index: 0 };
        self.pointed
            .filter(|mark| self.sees(*mark))
            .or_else(|| sketch::is_open(context.props()).then_some(first))
    }

    /// Has the canvas painted in the next frame, if anything is to be seen that it does not show.
    fn show(&self, context: &Context<Self>) {
        let (picture, motion) = (self.picture(context), self.motion.take());
        self.painter.show(&self.canvas, picture, self.scale(), motion);
    }

    /// What the canvas shows; none before the width is known.
    fn picture(&self, context: &Context<Self>) -> Option<Picture> {
        let DrawingProps { cx, subject, .. } = context.props();
        let (_, layout) = self.made.as_ref()?;
        let picked = scene::selected(cx, *subject, layout).or(self.pinned);
        Some(Picture { layout: layout.clone(), picked, pointed: self.pointed(context) })
    }

    fn scene<'a>(&'a self, context: &'a Context<Self>) -> Option<Scene<'a>> {
        let DrawingProps { cx, subject, .. } = context.props();
        let (_, layout) = self.made.as_ref()?;
        let (pointed, pinned, link) = (self.pointed(context), self.pinned, context.link());
        let (stroke, is_held, scale) = (&self.stroke, &self.is_held, self.scale());
        let gesture = &self.gesture;
        let (props, room) = (context.props(), self.room);
        let (subject, zoom) = (*subject, Zoom::of(cx, *subject));
        Some(Scene {
            props,
            cx,
            subject,
            layout,
            zoom,
            scale,
            room,
            pointed,
            pinned,
            link,
            stroke,
            is_held,
            gesture,
        })
    }
}
