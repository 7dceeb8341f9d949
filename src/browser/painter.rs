//! Keeps a canvas showing a picture.

use super::appearance::Appearance;
use super::frame::Frame;
use super::motion::wants_no_motion;
use super::surface::{Surface, set_css_size};
use crate::layout::{Motion, Size};
use crate::paint::Picture;
use js_sys::Date;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, console};
use yew::NodeRef;

/// How long marks are on their way, in ms.
const WAY_MS: f64 = 160.0;

/// Paints one canvas whenever its picture, its theme or the pixel ratio has changed.
pub struct Painter {
    easel: Rc<Easel>,
    repaint: Rc<dyn Fn()>,
}

/// What a canvas is to show, and the frame in which it is painted.
#[derive(Default)]
struct Easel {
    shown: RefCell<Option<Shown>>,
    frame: Frame,
}

/// What a canvas is to show.
struct Shown {
    node: NodeRef,
    picture: Picture,
    /// Where its marks come from, while they do.
    moving: Option<Moving>,
    /// CSS px to a px of the picture.
    scale: f64,
    /// The canvas and its look, as soon as it is there.
    place: Option<(HtmlCanvasElement, Rc<Appearance>)>,
}

/// Marks on their way.
struct Moving {
    motion: Motion,
    /// When the first frame of it was painted, in ms.
    since: Option<f64>,
}

impl Default for Painter {
    fn default() -> Self {
        let easel = Rc::new(Easel::default());
        let of = Rc::downgrade(&easel);
        let repaint = move || of.upgrade().iter().for_each(request);
        Self { easel, repaint: Rc::new(repaint) }
    }
}

impl Painter {
    /// Paints `picture`, `scale` times as large, in the next frame, unless the canvas shows it already.
    /// Its marks come from where `motion` says, unless the reader wants none.
    ///
    /// The canvas takes the picture's size at once; it may also be there in the next frame only.
    /// Without a picture it keeps what it shows.
    pub fn show(
        &self,
        node: &NodeRef,
        picture: Option<Picture>,
        scale: f64,
        motion: Option<Motion>,
    ) {
        let Some(picture) = picture else { return };
        let canvas = node.cast::<HtmlCanvasElement>();
        let last = self.easel.shown.take();
        let last = last.filter(|it| it.place.as_ref().map(|(known, _)| known) == canvas.as_ref());
        let is_shown = last.as_ref().is_some_and(|it| it.picture == picture && it.scale == scale);
        let (place, still_moving) = last.map(|last| (last.place, last.moving)).unwrap_or_default();
        let new = motion.filter(|_| !wants_no_motion());
        let moving = new.map(|motion| Moving { motion, since: None }).or(still_moving);
        let moving = moving.filter(|it| Rc::ptr_eq(it.motion.to(), &picture.layout));
        let mut next = Shown { node: node.clone(), picture, moving, scale, place };
        if !is_shown {
            next.take_place();
        }
        if let Some((_, look)) = &next.place {
            look.watch(&self.repaint);
        }
        self.easel.shown.replace(Some(next));
        if !is_shown {
            (self.repaint)();
        }
    }
}

/// Has the next frame paint, and the one after it while marks are on their way.
fn request(easel: &Rc<Easel>) {
    let of = Rc::downgrade(easel);
    easel.frame.request(move || {
        let Some(easel) = of.upgrade() else { return };
        let mut shown = easel.shown.borrow_mut();
        if shown.as_mut().is_some_and(paint) {
            request(&easel);
        }
    });
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

    /// What is seen of marks on their way; none when they are there.
    fn on_the_way(&mut self) -> Option<Picture> {
        let moving = self.moving.as_mut()?;
        let now = Date::now();
        let past = (now - *moving.since.get_or_insert(now)) / WAY_MS;
        // A clock may be set back.
        if !(0.0..1.0).contains(&past) {
            self.moving = None;
            return None;
        }
        let share = 1.0 - (1.0 - past).powi(3);
        let layout = Rc::new(moving.motion.at(share));
        Some(Picture { layout, ..self.picture })
    }
}

/// Paints what is to be shown; whether more is to come.
fn paint(shown: &mut Shown) -> bool {
    if shown.place.is_none() {
        shown.take_place();
    }
    let on_the_way = shown.on_the_way();
    let Shown { picture, scale, place: Some((canvas, look)), .. } = shown else { return false };
    let ratio = look.pixel_ratio() * *scale;
    let surface = Surface::new(canvas, whole(picture.size(), 1.0), ratio);
    let Some(mut surface) = surface else { return false };
    let painted = on_the_way.as_ref().unwrap_or(picture).paint(&mut surface, &look.theme());
    if let Err(error) = painted {
        console::error_1(&format!("story-card: {error}").into());
        return false;
    }
    on_the_way.is_some()
}

fn whole(size: Size, scale: f64) -> (u32, u32) {
    ((size.width * scale).round() as u32, (size.height * scale).round() as u32)
}
