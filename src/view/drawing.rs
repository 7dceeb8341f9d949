//! A chart or the timeline on canvas: laid out for the width there is, and what is under the
//! pointer. What stands around the canvas is in `scene`.

mod scene;
mod sketch;

use super::context::ViewContext;
use super::drawing_layout::{LayoutInput, Subject, layout_of};
use super::tag::{classed, nodes, tag};
use crate::browser::hooks::{Painter, TouchGuard, WidthWatch};
use crate::layout::{Layout, Mark};
use crate::paint::Picture;
use crate::session::Guess;
use scene::Scene;
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
    /// Of the frame, in whole CSS px; none before it is known.
    width: Option<f64>,
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
    /// The frame has another width.
    Resized(f64),
    /// The pointer is at a mark, or at none.
    Pointed(Option<Mark>),
}

impl Component for Drawing {
    type Message = Msg;
    type Properties = DrawingProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            frame: NodeRef::default(),
            canvas: NodeRef::default(),
            watch: WidthWatch::default(),
            painter: Painter::default(),
            width: None,
            pointed: None,
            drag: Drag::default(),
            is_held: Rc::default(),
            guard: TouchGuard::default(),
            made: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Resized(width) => {
                self.width = Some(width);
                self.lay_out(context.props());
                true
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
            None => tag("canvas").node(&self.canvas).attr("aria-hidden", "true").done(),
        };
        let frame = classed("div", "sc-frame").attr("part", "axis").node(&self.frame);
        nodes(vec![frame.child(content).done(), sketch::settings(context)])
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let link = context.link().clone();
        let tell = Callback::from(move |px| link.send_message(Msg::Resized(px)));
        self.watch.follow(&self.frame, tell);
        self.guard.follow(&self.canvas, &self.is_held);
        self.painter.show(&self.canvas, self.picture(context));
    }
}

impl Drawing {
    /// Lays the subject out anew if anything that it is made of has changed.
    fn lay_out(&mut self, props: &DrawingProps) {
        let DrawingProps { cx, subject } = props;
        let Some(width) = self.width else { return };
        let input = LayoutInput::new(cx, *subject, width);
        if self.made.as_ref().is_none_or(|(made, _)| *made != input) {
            self.made = layout_of(*subject, &input).map(|layout| (input, Rc::new(layout)));
        }
    }

    /// What the canvas shows; none before the width is known.
    fn picture(&self, context: &Context<Self>) -> Option<Picture> {
        let (_, layout) = self.made.as_ref()?;
        let picked = scene::selected(&context.props().cx, layout);
        Some(Picture { layout: layout.clone(), picked, pointed: self.pointed })
    }

    fn scene<'a>(&'a self, context: &'a Context<Self>) -> Option<Scene<'a>> {
        let DrawingProps { cx, subject } = context.props();
        let (_, layout) = self.made.as_ref()?;
        let (pointed, link) = (self.pointed, context.link());
        let (drag, is_held) = (&self.drag, &self.is_held);
        Some(Scene { cx, subject: *subject, layout, pointed, link, drag, is_held })
    }
}
