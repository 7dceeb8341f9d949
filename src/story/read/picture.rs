//! Pictures of items.

use super::leaf::{PictureAddress, PlainTextOrEmpty};
use super::object::object;
use super::question::read_amount;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::{Picture, Text};

/// More pixels than this no picture has from side to side.
pub(in crate::story) const MOST_PIXELS: u32 = 30_000;

object! {
    /// A picture of an item. It is fetched when its part of the card is opened.
    "Picture" for Picture, |it| {
        /// Where it is: an address, or a path beside the story.
        url: PictureAddress = it.url,
        /// What it shows, in words, for those who do not see it. Empty only where it is mere
        /// decoration.
        alt: PlainTextOrEmpty = it.alt,
        /// Who made it or whose it is, with its licence if it has one; always shown below it.
        credit: Text = it.credit,
        /// How many pixels wide it is, so that its room is kept before it comes.
        width: PictureSide = it.width,
        /// How many pixels high it is.
        height: PictureSide = it.height,
    }
}

/// How long a side of a picture is, in pixels.
pub(in crate::story) struct PictureSide;

impl Shape for PictureSide {
    type Value = u32;

    fn read(value: &mut u32, node: Node<'_>, cx: &mut Context) -> bool {
        read_amount(value, MOST_PIXELS, ["a picture", "measure", "pixels"], node, cx)
    }
}
