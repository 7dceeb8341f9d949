//! A style for texts, all of which a test may choose.

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle, FontTransform,
};

pub(crate) const BLACK: BackendColor = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };

/// How a text looks and where it stands beside its place.
pub(crate) struct Words {
    pub(crate) color: BackendColor,
    pub(crate) size: f64,
    pub(crate) style: FontStyle,
    pub(crate) family: FontFamily<'static>,
    pub(crate) anchor: (HPos, VPos),
    pub(crate) transform: FontTransform,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            color: BLACK,
            size: 16.0,
            style: FontStyle::Bold,
            family: FontFamily::SansSerif,
            anchor: (HPos::Left, VPos::Center),
            transform: FontTransform::None,
        }
    }
}

impl BackendTextStyle for Words {
    type FontError = std::fmt::Error;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.transform.clone()
    }

    fn style(&self) -> FontStyle {
        self.style
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.anchor.0, self.anchor.1)
    }

    fn family(&self) -> FontFamily<'_> {
        self.family
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), std::fmt::Error> {
        Err(std::fmt::Error)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, std::fmt::Error> {
        Err(std::fmt::Error)
    }
}
