//! Charts: what all kinds share, rows of bars, columns of points.

use super::fields::{keys, object};
use super::leaf::{Flag, Id, Loose, Markup, Ref, Words};
use super::quantity::{Day, Domain, Num, Spread, XValue};
use super::{At, Fields, Gap, Keys, List, OneOf};
use crate::story::{ChartKind, Status, XScale};

/// A chart: its kind is looked at first and decides about the other keys.
#[derive(Debug, Default)]
pub(in crate::story) struct Chart {
    pub(in crate::story) kind: OneOf<ChartKind>,
    pub(in crate::story) frame: Frame,
    pub(in crate::story) data: Data,
}

/// The values of a chart.
#[derive(Debug)]
pub(in crate::story) enum Data {
    Rows(RowData),
    Columns(ColumnData),
}

impl Default for Data {
    fn default() -> Self {
        Self::Rows(RowData::default())
    }
}

impl Data {
    /// An empty place for the values of a kind of chart.
    fn of(kind: ChartKind) -> Self {
        match kind {
            ChartKind::Bars | ChartKind::Stacked | ChartKind::Ranges => Self::default(),
            ChartKind::Lines | ChartKind::Scatter => Self::Columns(ColumnData::default()),
        }
    }

    fn keys(&mut self) -> &mut dyn Keys {
        match self {
            Self::Rows(rows) => rows,
            Self::Columns(columns) => columns,
        }
    }
}

impl Keys for Chart {
    fn take(&mut self, fields: &mut Fields<'_, '_>) -> bool {
        if !fields.take(&["kind"], &mut [&mut self.kind]) {
            fields.give_up();
            return false;
        }
        self.data = Data::of(self.kind.value);
        // Both are read, whatever is wrong with the first.
        self.frame.take(fields) & self.data.keys().take(fields)
    }
}

keys! {
    /// What every chart says.
    struct Frame {
        /// The finding, as a sentence.
        title: Markup,
        /// What is measured.
        subtitle: Option<Markup>,
        /// The question the chart answers.
        question: Option<Markup>,
        /// The unit of all values.
        unit: Words,
        /// Both ends of the value axis; bars include 0.
        domain: Option<Domain>,
        /// How to read it, and what to beware of.
        note: Option<Markup>,
        /// What the chart does not show for want of figures.
        missing: Option<List<Markup>>,
        /// Lines across the plot at a value.
        references: Option<List<Reference>>,
    }
}

object! {
    /// A line across the plot.
    struct Reference {
        /// Where on the value axis.
        value: Num,
        /// What it stands for.
        label: Words,
    }
}

keys! {
    /// A list of things, each with its values.
    struct RowData {
        /// What each column of values is called; may be left out for bars with one value per row.
        series: Option<List<Series>>,
        /// At least one.
        rows: List<At<Row>>,
    }
}

object! {
    /// What one column of values is called.
    struct Series {
        /// Its id, unique in the chart.
        id: Id,
        /// Its name.
        label: Words,
        /// Drawn in the colour of the subject.
        subject: Option<Flag>,
    }
}

object! {
    /// One thing, with one `value` or a list of `values`.
    struct Row {
        /// Its id, unique in the chart.
        id: Id,
        /// Its name.
        label: Words,
        /// Set lighter behind the name, such as a year.
        detail: Option<Words>,
        /// Drawn in the colour of the subject.
        subject: Option<Flag>,
        /// Its value, in a chart with a single series.
        value: Option<Spread>,
        /// Its values, one per series; null where no figure was found.
        values: Option<List<Gap<Spread>>>,
        /// Words to stand behind the value, such as a ratio.
        annotation: Option<Words>,
        /// A remark for the table and for speech.
        note: Option<Markup>,
        /// Ids of the sources; those of the chart where left out.
        sources: Option<List<Ref>>,
        /// How firm the values are.
        status: Option<OneOf<Status>>,
        /// The day up to which they hold.
        as_of: Option<Day>,
    }
}

keys! {
    /// Long series over a common axis.
    struct ColumnData {
        /// The x axis.
        x: X,
        /// At least one and at most five.
        columns: List<At<Column>>,
        /// Remarks at a place of the plot.
        annotations: Option<List<ColumnAnnotation>>,
    }
}

object! {
    /// The x axis.
    struct X {
        /// What it counts; numbers if left out.
        scale: Option<OneOf<XScale>>,
        /// Its name.
        label: Option<Words>,
    }
}

object! {
    /// One series of points.
    struct Column {
        /// Its id, unique in the chart.
        id: Id,
        /// Its name.
        label: Words,
        /// Drawn in the colour of the subject.
        subject: Option<Flag>,
        /// Numbers, or dates where the scale is `date`; ascending in a chart of lines.
        x: List<XValue>,
        /// One value per x; null is a gap.
        y: List<Gap<Num>>,
        /// Names of single points, as many as there are points; may be empty.
        labels: Option<List<Loose>>,
        /// Ids of the sources; those of the chart where left out.
        sources: Option<List<Ref>>,
        /// How firm the values are.
        status: Option<OneOf<Status>>,
    }
}

object! {
    /// A remark at a place of the plot.
    struct ColumnAnnotation {
        /// Where on the x axis.
        x: XValue,
        /// Where on the value axis.
        y: Num,
        /// The remark.
        text: Words,
    }
}
