//! Charts: what all kinds share. Rows and columns have files of their own.

use std::mem::take;

use super::claim::{Inherited, Union};
use super::sections::texts;
use super::{Check, optional};
use crate::story::raw::{self, Item, Items};
use crate::story::{Chart, ChartKind, Claim, Data, Reference};

/// More series than this cannot be told apart by colour.
pub(super) const MOST_SERIES: usize = 5;

/// More lines or remarks than this hide the values.
pub(super) const MOST_MARKS: usize = 20;

/// A chart while it is checked.
pub(super) struct Frame {
    /// Offset of the chart.
    pub(super) at: usize,
    pub(super) kind: ChartKind,
    pub(super) domain: Option<(f64, f64)>,
    /// What its rows and columns inherit.
    pub(super) inherited: Inherited,
}

impl Check<'_> {
    /// Every chart by its place; none where one is broken.
    pub(super) fn charts(
        &mut self,
        charts: Option<&mut Items<Item<raw::Chart>>>,
    ) -> Vec<Option<Chart>> {
        let slots = charts.map(|charts| &mut charts.slots[..]).unwrap_or_default();
        let mut checked = Vec::with_capacity(slots.len());
        for slot in slots {
            checked.push(slot.whole_mut().and_then(|chart| self.chart(chart)));
        }
        checked
    }

    fn chart(&mut self, item: &mut Item<raw::Chart>) -> Option<Chart> {
        let Item { at, base, own: raw::Chart { kind, frame: raw, data } } = item;
        let inherited = self.inherited_from(base.sources.as_ref());
        let domain = raw.domain.map(|domain| domain.ends);
        let frame = Frame { at: *at, kind: kind.value, domain, inherited };
        self.zero(&frame, raw.domain);
        let (data, annotations) = match data {
            raw::Data::Rows(rows) => (self.rows(rows, &frame).map(Data::Rows), Vec::new()),
            raw::Data::Columns(columns) => {
                let lines = self.columns(columns, &frame);
                let annotations = columns.annotations.as_mut();
                let annotations = self.annotations(annotations, lines.as_ref(), &frame);
                (lines.map(Data::Columns), annotations)
            }
        };
        let claim = self.chart_claim(base, &frame, data.as_ref());
        Some(Chart {
            id: take(&mut base.id.text),
            kind: frame.kind,
            title: take(&mut raw.title.text),
            subtitle: optional(&mut raw.subtitle),
            question: optional(&mut raw.question),
            unit: take(&mut raw.unit.0),
            references: self.references(raw.references.as_mut(), &frame),
            data: data?,
            domain,
            annotations,
            note: optional(&mut raw.note),
            missing: raw.missing.as_mut().map(texts).unwrap_or_default(),
            claim,
        })
    }

    /// Notes bars that would not start at zero.
    fn zero(&mut self, frame: &Frame, domain: Option<raw::Domain>) {
        let Some(domain) = domain else { return };
        let (low, high) = domain.ends;
        let is_bars = matches!(frame.kind, ChartKind::Bars | ChartKind::Stacked);
        if is_bars && !(low <= 0.0 && 0.0 <= high) {
            let right = "Let the domain include 0: the length of a bar is its value.";
            self.faults.push(domain.at, "bars start at 0, which this domain leaves out", right);
        }
    }

    fn references(
        &mut self,
        references: Option<&mut raw::List<raw::Reference>>,
        frame: &Frame,
    ) -> Vec<Reference> {
        let Some(references) = references else { return Vec::new() };
        self.has_length(references, 0, MOST_MARKS, "references");
        let mut checked = Vec::new();
        for raw::Reference { value, label } in &mut references.entries {
            self.within(frame, value.at, value.value);
            checked.push(Reference { value: value.value, label: take(&mut label.0) });
        }
        checked
    }

    /// Notes a value that a fixed domain would leave out.
    pub(super) fn within(&mut self, frame: &Frame, at: usize, value: f64) {
        if let Some((low, high)) = frame.domain
            && !(low <= value && value <= high)
        {
            let wrong = format!("{value} lies outside the chart's domain, {low} to {high}");
            self.faults.push(at, wrong, "Widen the domain, or leave it out.");
        }
    }

    /// The claim of a chart: it rests on what its values rest on.
    fn chart_claim(&mut self, base: &mut raw::Base, frame: &Frame, data: Option<&Data>) -> Claim {
        base.sources = None;
        let mut union = Union::default();
        union.add(&frame.inherited.sources);
        match data {
            Some(Data::Rows(rows)) => rows.rows.iter().for_each(|row| union.add(&row.sources)),
            Some(Data::Columns(columns)) => {
                columns.lines.iter().for_each(|line| union.add(&line.sources));
            }
            None => {}
        }
        let inherited = Inherited { sources: union.into_list(), is_broken: true };
        self.claim(base, frame.at, &inherited)
    }
}
