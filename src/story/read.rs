//! From the text of a story to the story: its shape, and what that means.
//!
//! In: every rule of the types in `crate::story`, one file for each part. A reader notes what is
//! wrong and where, and goes on, so that one bad value hides no other; the story it fills counts
//! only if there was no fault. Out: the text as a whole (`parse`), the way to a fault (`locate`).
//!
//! Every value is read where it stands. What a reference may name is looked up before (`symbols`),
//! so one walk over the text is enough. `node` takes the text apart. A value has a `shape`: an
//! `object`, a `list`, a `wrapper` around another, or what holds none: `leaf`, `enumeration`,
//! `quantity`. The walk begins at the `root` and goes down: to an `item`, such as a `chart`, to its
//! `rows`, to a `row`, to its values, which the `value_axis` bounds.

mod axis;
mod chart;
mod chart_context;
mod claim;
mod column;
mod columns;
mod draw;
mod enumeration;
mod form;
mod format;
mod item;
mod lead;
mod leaf;
mod list;
mod messages;
mod node;
mod object;
mod of_kind;
mod picture;
mod place;
mod quantity;
mod question;
mod root;
mod row;
mod rows;
mod section_names;
mod sections;
mod shape;
mod symbols;
#[cfg(feature = "tool")]
mod table_reference;
mod timeline;
mod type_answer;
mod value_axis;
mod wrapper;
mod x_axis;

pub(super) use format::Format;
pub(super) use node::{Document, Node};
pub(super) use shape::Shape;
#[cfg(feature = "tool")]
pub(super) use {
    axis::*, chart::*, claim::*, column::*, columns::*, draw::*, enumeration::*, form::*, item::*,
    lead::*, leaf::*, list::*, messages::*, of_kind::*, picture::*, place::*, quantity::*,
    question::*, row::*, rows::*, section_names::*, sections::*, table_reference::*, timeline::*,
    type_answer::*, value_axis::*, wrapper::*, x_axis::*,
};

use super::fault::Faults;
#[cfg(feature = "tool")]
use super::fault::OffsetFault;
use super::{Section, Story};
use chart_context::ChartContext;
use claim::InheritedSources;
use draw::DrawnChart;
use place::PlacedEvent;
use section_names::SectionContent;
use symbols::SymbolTable;

/// What all readers of a story share.
#[derive(Default)]
pub(super) struct Context {
    faults: Faults,
    /// Every id of the story.
    symbols: SymbolTable,
    /// What the story says in each section, in the order of [`Section::ALL`].
    contents: Vec<SectionContent>,
    /// The sections the story names.
    shown: Vec<Section>,
    /// What a claim rests on that names no source.
    inherited: InheritedSources,
    /// The id of the item that is read.
    own_id: String,
    /// What is known of the chart that is read.
    chart: ChartContext,
    /// The charts that questions let readers draw on.
    drawn_charts: Vec<DrawnChart>,
    /// The events that questions let readers place in time.
    placed_events: Vec<PlacedEvent>,
    /// Where the overview says what it leads with.
    lead: lead::LeadContext,
}

/// The story that a text of JSON means; valid only if no fault is noted.
pub(super) fn story(root: Node<'_>) -> (Story, Faults) {
    let mut faults = Faults::default();
    let members = root.members().unwrap_or_default();
    let mut context = Context {
        symbols: SymbolTable::of(&members, &mut faults),
        faults,
        contents: section_names::contents(&members),
        ..Context::default()
    };
    let mut story = Story::default();
    Story::read(&mut story, root, &mut context);
    draw::check(&story, &mut context);
    place::check(&story, &mut context);
    lead::check(&story, &mut context);
    story.timeline.fold();
    story.timeline.measure();
    (story, context.faults)
}

/// What a value means that is looked at before the story, and so may name nothing else in it.
#[cfg(feature = "tool")]
pub(super) fn read_alone<S: Shape>(node: Node<'_>) -> Result<S::Value, Vec<OffsetFault>> {
    let (mut value, mut context) = (S::Value::default(), Context::default());
    S::read(&mut value, node, &mut context);
    let faults = context.faults.into_sorted();
    if faults.is_empty() { Ok(value) } else { Err(faults) }
}
