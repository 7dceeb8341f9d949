//! The values of a chart as records of a table file (CSV, RFC 4180): for who wants to go on with them.
//!
//! Columns are named as the story's keys, and numbers and dates are written as there.

use super::{Chart, Columns, Data, Line, Number, Row, Rows, Story, number};

/// A line of a table.
pub type Record = Vec<String>;

/// The text of a table file: fields with commas between, quoted where they need it.
pub fn csv(records: &[Record]) -> String {
    let mut text = String::new();
    for record in records {
        for (nth, field) in record.iter().enumerate() {
            text.push_str(if nth == 0 { "" } else { "," });
            push_field(&mut text, field);
        }
        text.push('\n');
    }
    text
}

fn push_field(text: &mut String, field: &str) {
    if !field.contains(['"', ',', '\n', '\r']) {
        return text.push_str(field);
    }
    text.push('"');
    text.push_str(&field.replace('"', "\"\""));
    text.push('"');
}

impl Story {
    /// A chart's values, after the names of the columns.
    pub fn chart_records(&self, chart: &Chart) -> Vec<Record> {
        match &chart.data {
            Data::Rows(rows) => self.row_records(rows),
            Data::Columns(columns) => self.point_records(columns),
        }
    }

    fn row_records(&self, rows: &Rows) -> Vec<Record> {
        let mut names = record(&["label", "detail", "date"]);
        for series in &rows.series {
            let name = if series.label.is_empty() { "value" } else { &series.label };
            let end = |end: &str| [name, ", ", end].concat();
            names.extend([name.to_owned(), end("low"), end("high")]);
        }
        names.extend(record(&["annotation", "note", "sources"]));
        let mut records = vec![names];
        records.extend(rows.rows.iter().map(|row| self.row_record(row)));
        records
    }

    fn row_record(&self, row: &Row) -> Record {
        let date = row.date.map_or_else(String::new, |date| date.to_string());
        let mut record = vec![row.label.clone(), row.detail.clone().unwrap_or_default(), date];
        for value in &row.values {
            record.extend(value.as_ref().map_or_else(Default::default, number_fields));
        }
        record.push(row.annotation.clone().unwrap_or_default());
        record.push(row.note.as_ref().map_or_else(String::new, |note| note.words()));
        record.push(self.source_field(&row.sources));
        record
    }

    fn point_records(&self, columns: &Columns) -> Vec<Record> {
        let names = ["series", "x", "y", "low", "high", "size", "label", "sources"];
        let mut records = vec![record(&names)];
        for line in &columns.lines {
            let sources = self.source_field(&line.sources);
            records.extend((0..line.x.len()).map(|place| point_record(line, place, &sources)));
        }
        records
    }

    /// Sources by their titles and addresses.
    pub fn source_field(&self, places: &[usize]) -> String {
        let known = places.iter().filter_map(|place| self.sources.get(*place));
        let named = known.map(|source| match &source.url {
            Some(url) => [&source.title, " <", url, ">"].concat(),
            None => source.title.clone(),
        });
        named.collect::<Vec<_>>().join("; ")
    }
}

fn record(names: &[&str]) -> Record {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A number and, where sources differ, its spread.
fn number_fields(number: &Number) -> [String; 3] {
    let end = |value| if number.is_disputed() { number::plain(value) } else { String::new() };
    [number::plain(number.value), end(number.low), end(number.high)]
}

fn point_record(line: &Line, place: usize, sources: &str) -> Record {
    let number = |numbers: &[f64]| numbers.get(place).copied().map(number::plain);
    let x = match line.dates.get(place) {
        Some(date) => date.to_string(),
        None => number(&line.x).unwrap_or_default(),
    };
    let mut record = vec![line.series.label.clone(), x];
    record.extend(line.value(place).as_ref().map_or_else(Default::default, number_fields));
    record.push(number(&line.sizes).unwrap_or_default());
    record.push(line.labels.get(place).cloned().unwrap_or_default());
    record.push(sources.to_owned());
    record
}

#[cfg(all(test, feature = "tool"))]
mod tests {
    use super::csv;

    #[test]
    fn fields_are_quoted_where_they_need_it() {
        let record = ["plain", "a, b", "say \"so\"", "two\nlines", ""].map(str::to_owned);
        assert_eq!(
            csv(&[record.to_vec(), vec!["x".into()]]),
            "plain,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",\nx\n"
        );
        assert_eq!(csv(&[]), "");
    }

    #[test]
    fn what_is_written_is_read_as_the_same_by_others() {
        let fields = proptest::collection::vec("[a,;\"\r\n ]{0,6}", 2..5);
        proptest::proptest!(|(records in proptest::collection::vec(fields, 0..5))| {
            let text = csv(&records);
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true)
                .from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader.records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            proptest::prop_assert_eq!(read, records);
        });
    }
}
