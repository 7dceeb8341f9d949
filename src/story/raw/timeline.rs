//! Lanes and events.

use super::fields::{keys, object, read_object};
use super::leaf::{Flag, Id, Markup, Ref, Words};
use super::quantity::{Day, Whole};
use super::{HasId, List, Node, OneOf, Read};
use crate::story::Scale;
use crate::story::fault::Faults;

object! {
    /// A row of the timeline.
    struct Lane {
        /// Its id, unique in the story.
        id: Id,
        /// What the row holds.
        title: Words,
        /// What its events are ordered by; dates if left out.
        scale: Option<OneOf<Scale>>,
    }
}

impl HasId for Lane {
    fn id(&self) -> &Id {
        &self.id
    }
}

keys! {
    /// One event. It has a `date` in a lane of dates and an `order` in a lane of order.
    struct Event {
        /// The id of its lane.
        lane: Ref,
        /// When it happened.
        date: Option<Day>,
        /// Its place in the order, or the first and the last.
        order: Option<Order>,
        /// Its name.
        title: Markup,
        /// What happened.
        text: Option<Markup>,
        /// Where in the work it stands, such as `Prologue`.
        setting: Option<Words>,
        /// Belongs to the subject of the story and is drawn in its colour.
        subject: Option<Flag>,
        /// For filtering.
        tags: Option<List<Words>>,
    }
}

/// A place in an order, or the first and the last.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::story) struct Order {
    pub(in crate::story) at: usize,
    pub(in crate::story) from: u32,
    pub(in crate::story) to: u32,
}

keys! {
    /// A stretch of an order.
    struct Stretch {
        /// The first place.
        from: Whole,
        /// The last place.
        to: Whole,
    }
}

impl Read for Order {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let mut stretch = Stretch::default();
        let is_whole = if node.text.starts_with('{') {
            read_object(&mut stretch, node, faults)
        } else {
            let is_whole = stretch.from.read(node, faults);
            stretch.to = stretch.from;
            is_whole
        };
        let (from, to) = (stretch.from.value, stretch.to.value);
        if is_whole && from > to {
            let wrong = format!("the order ends at {to}, before it starts at {from}");
            faults.push(node.at, wrong, "Write the smaller place as \"from\".");
        }
        *self = Self { at: node.at, from, to };
        is_whole && from <= to
    }
}
