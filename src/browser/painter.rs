//! Keeps a canvas showing a picture.

use super::appearance::Appearance;
use super::frame::Frame;
use super::surface::{Surface, set_css_size};
use crate::layout::Size;
use crate::paint::Picture;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, console};
use yew::NodeRef;

/// Paints one canvas whenever its picture, its theme or the pixel ratio has changed.
pub struct Painter {
    easel: Rc<RefCell<Option<Shown>>>,
    repaint: Rc<dyn Fn()>,
}

/// What a canvas is to show.
struct Shown {
    node: NodeRef,
    picture: Picture,
    /// CSS px to a px of the picture.
    scale: f64,
    /// The canvas and its look, as soon as it is there.
    place: Option<(HtmlCanvasElement, Rc<Appearance>)>,
}

impl Default for Painter {
    fn default() -> Self {
        let (easel, frame) = (Rc::new(RefCell::new(None)), Frame::default());
        let shown = Rc::downgrade(&easel);
        let repaint = move || {
            let shown = shown.clone();
            frame.request(move || {
                let easel = shown.upgrade();
                easel.iter().for_each(|easel| easel.borrow_mut().iter_mut().for_each(paint));
            });
        };
        Self { easel, repaint: Rc::new(repaint) }
    }
}

impl Painter {
    /// Paints `picture`, `scale` times as large, in the next frame, unless the canvas shows it already.
    ///
    /// The canvas takes the picture's size at once; it may also be there in the next frame only.
    /// Without a picture it keeps what it shows.
    pub fn show(&self, node: &NodeRef, picture: Option<Picture>, scale: f64) {
        let Some(picture) = picture else { return };
        let canvas = node.cast::<HtmlCanvasElement>();
        let last = self.easel.take();
        let last = last.filter(|it| it.place.as_ref().map(|(known, _)| known) == canvas.as_ref());
        let is_shown = last.as_ref().is_some_and(|it| it.picture == picture && it.scale == scale);
        let place = last.and_then(|last| last.place);
        let mut next = Shown { node: node.clone(), picture, scale, place };
        if !is_shown {
            next.take_place();
        }
        if let Some((_, look)) = &next.place {
            look.watch(&self.repaint);
        }
        self.easel.replace(Some(next));
        if !is_shown {
            (self.repaint)();
        }
    }
}

impl Shown {
    /// Finds the canvas, if it is there, and gives it the picture's size.
    fn take_place(&mut self) {
        if self.place.is_none() {
            let canvas = self.node.cast::<HtmlCanvasElement>();
            self.place = canvas.and_then(|canvas| {
                let look = Appearance::of(&canvas)?;
                Some((canvas, look))
            });
        }
        if let Some((canvas, _)) = &self.place {
            set_css_size(canvas, whole(self.picture.size(), self.scale));
        }
    }
}

fn paint(shown: &mut Shown) {
    if shown.place.is_none() {
        shown.take_place();
    }
    let Shown { picture, scale, place: Some((canvas, look)), .. } = shown else { return };
    let ratio = look.pixel_ratio() * *scale;
    let surface = Surface::new(canvas, whole(picture.size(), 1.0), ratio);
    let Some(mut surface) = surface else { return };
    if let Err(error) = picture.paint(&mut surface, &look.theme()) {
        console::error_1(&format!("story-card: {error}").into());
    }
}

fn whole(size: Size, scale: f64) -> (u32, u32) {
    ((size.width * scale).round() as u32, (size.height * scale).round() as u32)
}
