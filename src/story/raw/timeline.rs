//! Lanes and events.

use super::fields::{keys, object};
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
#[derive(Clone, Copy, Debug)]
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
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let (from, to) = if node.text.starts_with('{') {
            let stretch: Stretch = super::fields::read_object(node, faults)?;
            (stretch.from.value, stretch.to.value)
        } else {
            let place = Whole::read(node, faults)?.value;
            (place, place)
        };
        if from > to {
            let wrong = format!("the order ends at {to}, before it starts at {from}");
            faults.push(node.at, wrong, "Write the smaller place as \"from\".");
            return None;
        }
        Some(Self { at: node.at, from, to })
    }
}
