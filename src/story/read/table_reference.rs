//! References to tables: where a story says that its data stands in a file beside it.
//!
//! The tool writes the data in before a story is read (`crate::story::tables`); what is declared
//! here is read by it alone, and described by the schema. A card that meets a reference says so.

use super::leaf::{Id, PlainText};
use super::list::OneOrMore;
use super::object::object;
use super::shape::Shape;
use super::wrapper::{OrDefault, WithOffset};
use super::{Context, Node};
use crate::story::fault::{fault, quote};
use crate::story::{SeriesMark, is_in_folder};

/// A path beside the story, which leads nowhere else.
pub(in crate::story) struct TablePath;

/// The name of a column, and where a story names it.
pub(in crate::story) type ColumnName = WithOffset<PlainText>;

/// The same, read.
pub(in crate::story) type NamedColumn = (usize, String);

/// A table for a chart.
#[derive(Default)]
pub(in crate::story) struct ChartTable {
    pub(in crate::story) csv: NamedColumn,
    pub(in crate::story) x: NamedColumn,
    pub(in crate::story) y: Vec<TableSeries>,
    pub(in crate::story) date: Option<NamedColumn>,
    pub(in crate::story) labels: Option<NamedColumn>,
    pub(in crate::story) detail: Option<NamedColumn>,
    pub(in crate::story) annotation: Option<NamedColumn>,
    pub(in crate::story) note: Option<NamedColumn>,
}

object! {
    /// Data of a chart from a CSV file beside the story, in place of `rows` and `series`, or of
    /// `columns`. The tool writes it into the story.
    "ChartTable" for ChartTable, |it| {
        /// The file; its first line names the columns.
        csv: WithOffset<TablePath> = it.csv,
        /// The column of x: names of rows, or numbers or dates of points.
        x: ColumnName = it.x,
        /// The columns of values, one for each series.
        y: OneOrMore<SeriesColumn> = it.y,
        /// The column of the dates of rows.
        date: Option<ColumnName> = it.date,
        /// The column of names of points.
        labels: Option<ColumnName> = it.labels,
        /// The column of what stands lighter behind a row's name.
        detail: Option<ColumnName> = it.detail,
        /// The column of words behind a row's value.
        annotation: Option<ColumnName> = it.annotation,
        /// The column of remarks on a row.
        note: Option<ColumnName> = it.note,
    }
}

/// A column of values: its name, or its name and what the series is called.
pub(in crate::story) struct SeriesColumn;

/// A series and the columns in which it stands.
#[derive(Default)]
pub(in crate::story) struct TableSeries {
    pub(in crate::story) column: NamedColumn,
    pub(in crate::story) id: Option<String>,
    pub(in crate::story) label: Option<String>,
    pub(in crate::story) subject: bool,
    pub(in crate::story) low: Option<NamedColumn>,
    pub(in crate::story) high: Option<NamedColumn>,
    pub(in crate::story) size: Option<NamedColumn>,
    pub(in crate::story) mark: SeriesMark,
}

impl TableSeries {
    /// Whether nothing is said of it but where it stands.
    pub(in crate::story) fn is_nameless(&self) -> bool {
        let is_bar = self.mark == SeriesMark::Bar;
        self.id.is_none() && self.label.is_none() && !self.subject && is_bar
    }
}

object! {
    /// A series and its columns.
    "TableSeries" for TableSeries, |it| {
        /// The column of its values.
        column: ColumnName = it.column,
        /// Its id; made from the column's name if left out.
        id: Option<Id> = it.id,
        /// Its name; that of the column if left out.
        label: Option<PlainText> = it.label,
        /// Drawn in the colour of the subject.
        subject: OrDefault<bool> = it.subject,
        /// The column of the lowest values.
        low: Option<ColumnName> = it.low,
        /// The column of the highest values.
        high: Option<ColumnName> = it.high,
        /// The column of the sizes of points.
        size: Option<ColumnName> = it.size,
        /// `line` goes across upright bars.
        mark: OrDefault<SeriesMark> = it.mark,
    }
}

impl Shape for SeriesColumn {
    type Value = TableSeries;

    fn read(value: &mut TableSeries, node: Node<'_>, cx: &mut Context) -> bool {
        if node.text.starts_with('{') {
            return TableSeries::read(value, node, cx);
        }
        ColumnName::read(&mut value.column, node, cx)
    }
}

/// A table of events: the column of each key where it is not called like the key.
#[derive(Default)]
pub(in crate::story) struct EventTable {
    pub(in crate::story) csv: NamedColumn,
    id: Option<NamedColumn>,
    lane: Option<NamedColumn>,
    date: Option<NamedColumn>,
    order: Option<NamedColumn>,
    title: Option<NamedColumn>,
    short: Option<NamedColumn>,
    text: Option<NamedColumn>,
    setting: Option<NamedColumn>,
    subject: Option<NamedColumn>,
    tags: Option<NamedColumn>,
    sources: Option<NamedColumn>,
    as_of: Option<NamedColumn>,
    status: Option<NamedColumn>,
    spoiler: Option<NamedColumn>,
    see: Option<NamedColumn>,
    other_dates: Option<NamedColumn>,
    image: Option<NamedColumn>,
    alt: Option<NamedColumn>,
    credit: Option<NamedColumn>,
    width: Option<NamedColumn>,
    height: Option<NamedColumn>,
}

impl EventTable {
    /// What a table may say of an event, each with the column that the story names for it.
    pub(in crate::story) fn columns(&self) -> [(&'static str, Option<&NamedColumn>); 21] {
        [
            ("id", self.id.as_ref()),
            ("lane", self.lane.as_ref()),
            ("date", self.date.as_ref()),
            ("order", self.order.as_ref()),
            ("title", self.title.as_ref()),
            ("short", self.short.as_ref()),
            ("text", self.text.as_ref()),
            ("setting", self.setting.as_ref()),
            ("subject", self.subject.as_ref()),
            ("tags", self.tags.as_ref()),
            ("sources", self.sources.as_ref()),
            ("as_of", self.as_of.as_ref()),
            ("status", self.status.as_ref()),
            ("spoiler", self.spoiler.as_ref()),
            ("see", self.see.as_ref()),
            ("other_dates", self.other_dates.as_ref()),
            ("image", self.image.as_ref()),
            ("alt", self.alt.as_ref()),
            ("credit", self.credit.as_ref()),
            ("width", self.width.as_ref()),
            ("height", self.height.as_ref()),
        ]
    }
}

object! {
    /// Events from a CSV file beside the story. Its columns are named as the keys of an event; where
    /// they are not, the name of the column stands under the key. The tool writes the events into
    /// the story.
    "EventTable" for EventTable, |it| {
        /// The file, such as `events.csv`; its first line names the columns.
        csv: WithOffset<TablePath> = it.csv,
        /// The column of ids; made from the titles if left out.
        id: Option<ColumnName> = it.id,
        /// The column of lanes, by id or title; may be left out if there is only one.
        lane: Option<ColumnName> = it.lane,
        /// The column of dates.
        date: Option<ColumnName> = it.date,
        /// The column of places in an order, such as 3 or 2/4.
        order: Option<ColumnName> = it.order,
        /// The column of titles.
        title: Option<ColumnName> = it.title,
        /// The column of shorter names.
        short: Option<ColumnName> = it.short,
        /// The column of what happened.
        text: Option<ColumnName> = it.text,
        /// The column of where in the work it stands.
        setting: Option<ColumnName> = it.setting,
        /// The column of true or false: of the subject or not.
        subject: Option<ColumnName> = it.subject,
        /// The column of tags.
        tags: Option<ColumnName> = it.tags,
        /// The column of ids of sources.
        sources: Option<ColumnName> = it.sources,
        /// The column of days up to which it holds.
        as_of: Option<ColumnName> = it.as_of,
        /// The column of how firm it is.
        status: Option<ColumnName> = it.status,
        /// The column of true or false: a spoiler or not.
        spoiler: Option<ColumnName> = it.spoiler,
        /// The column of addresses that show it.
        see: Option<ColumnName> = it.see,
        /// The column of other dates with their sources, such as `1931-05: log, letters; 1932: diary`.
        other_dates: Option<ColumnName> = it.other_dates,
        /// The column of addresses of pictures.
        image: Option<ColumnName> = it.image,
        /// The column of what each picture shows.
        alt: Option<ColumnName> = it.alt,
        /// The column of whose each picture is.
        credit: Option<ColumnName> = it.credit,
        /// The column of widths of pictures in pixels.
        width: Option<ColumnName> = it.width,
        /// The column of heights of pictures in pixels.
        height: Option<ColumnName> = it.height,
    }
}

impl Shape for TablePath {
    type Value = String;

    fn read(value: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
        if !PlainText::read(value, node, cx) {
            return false;
        }
        let is_in_folder = is_in_folder(value);
        if !is_in_folder {
            let path = quote(value);
            let right = "Put the file into the folder of the story, or a folder in it, and write \
                         its path from there, with slashes, such as \"data/gross.csv\".";
            fault!(cx, node.at, "{path} is no path beside the story", "{right}");
        }
        is_in_folder
    }
}
