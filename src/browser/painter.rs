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

/// A canvas and what it is to show.
#[derive(Clone)]
struct Shown {
    canvas: HtmlCanvasElement,
    picture: Picture,
    /// CSS px to a px of the picture.
    scale: f64,
    look: Rc<Appearance>,
}

impl Default for Painter {
    fn default() -> Self {
        let (easel, frame) = (Rc::new(RefCell::new(None)), Frame::default());
        let shown = Rc::downgrade(&easel);
        let repaint = move || {
            let shown = shown.clone();
            frame.request(move || {
                let easel = shown.upgrade().and_then(|easel| easel.borrow().clone());
                easel.iter().for_each(paint);
            });
        };
        Self { easel, repaint: Rc::new(repaint) }
    }
}

impl Painter {
    /// Paints `picture`, `scale` times as large, in the next frame, unless the canvas shows it already.
    ///
    /// The canvas takes the picture's size at once. Without a picture it keeps what it shows.
    pub fn show(&self, canvas: &NodeRef, picture: Option<Picture>, scale: f64) {
        let (Some(canvas), Some(picture)) = (canvas.cast::<HtmlCanvasElement>(), picture) else {
            return;
        };
        let last = self.easel.borrow().clone().filter(|last| last.canvas == canvas);
        if last.as_ref().is_some_and(|last| last.picture == picture && last.scale == scale) {
            return;
        }
        let look = match last {
            Some(last) => last.look,
            None => match Appearance::of(&canvas) {
                Some(look) => {
                    look.watch(&self.repaint);
                    look
                }
                None => return,
            },
        };
        set_css_size(&canvas, whole(picture.size(), scale));
        self.easel.replace(Some(Shown { canvas, picture, scale, look }));
        (self.repaint)();
    }
}

fn paint(easel: &Shown) {
    let Shown { canvas, picture, scale, look } = easel;
    let ratio = look.pixel_ratio() * scale;
    let surface = Surface::new(canvas, whole(picture.size(), 1.0), ratio);
    let Some(mut surface) = surface else { return };
    if let Err(error) = picture.paint(&mut surface, &look.theme()) {
        console::error_1(&format!("story-card: {error}").into());
    }
}

fn whole(size: Size, scale: f64) -> (u32, u32) {
    ((size.width * scale).round() as u32, (size.height * scale).round() as u32)
}
