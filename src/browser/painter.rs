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
    /// Paints `picture` in the next frame, unless the canvas shows it already.
    ///
    /// The canvas takes the picture's size at once. Without a picture it keeps what it shows.
    pub fn show(&self, canvas: &NodeRef, picture: Option<Picture>) {
        let (Some(canvas), Some(picture)) = (canvas.cast::<HtmlCanvasElement>(), picture) else {
            return;
        };
        let last = self.easel.borrow().clone().filter(|last| last.canvas == canvas);
        if last.as_ref().is_some_and(|last| last.picture == picture) {
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
        set_css_size(&canvas, whole(picture.size()));
        self.easel.replace(Some(Shown { canvas, picture, look }));
        (self.repaint)();
    }
}

fn paint(easel: &Shown) {
    let Shown { canvas, picture, look } = easel;
    let surface = Surface::new(canvas, whole(picture.size()), look.pixel_ratio());
    let Some(mut surface) = surface else { return };
    if let Err(error) = picture.paint(&mut surface, &look.theme()) {
        console::error_1(&format!("story-card: {error}").into());
    }
}

fn whole(size: Size) -> (u32, u32) {
    (size.width.round() as u32, size.height.round() as u32)
}
