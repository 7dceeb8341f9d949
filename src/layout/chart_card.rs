//! The picture of a chart to be saved: finding, measure, the drawing, who says so, where it stands.

use super::sheet::{KICKER, MARGIN, Sheet, TITLE, WIDTH};
use super::{Font, Ink, Layout, Measure};

/// What stands around the drawing.
pub struct ChartCard<'a> {
    /// The story's title.
    pub kicker: &'a str,
    /// The chart's finding.
    pub title: &'a str,
    /// What is measured, in which unit; may be empty.
    pub measured: &'a str,
    /// Who says so.
    pub sources: &'a str,
    /// Where the chart stands; empty if nowhere.
    pub address: &'a str,
    /// Whether the story runs from right to left.
    pub is_rtl: bool,
}

impl ChartCard<'_> {
    /// Width of the drawing in px.
    pub const WIDTH: f64 = WIDTH - 2.0 * MARGIN;
}

const MEASURED: Font = Font::text(17.0);

/// Lays out the picture of a chart, 640 px wide, on paper of its own; `drawing` is
/// [`ChartCard::WIDTH`] px wide.
pub fn chart_card(card: &ChartCard<'_>, drawing: &Layout, measure: &dyn Measure) -> Layout {
    let mut sheet = Sheet::new(measure, card.is_rtl);
    sheet.words(card.kicker, KICKER, Ink::Accent, 4.0);
    sheet.words(card.title, TITLE, Ink::Ink, 8.0);
    sheet.words(card.measured, MEASURED, Ink::Muted, 16.0);
    sheet.layout(drawing, 16.0);
    sheet.foot(&[card.sources, card.address])
}

#[cfg(test)]
mod tests {
    use super::super::{Shape, Size, TableMeasure, chart};
    use super::*;
    use crate::story::{Chart, Data, Messages, Number, Row, Rows, Series};

    fn chart_of_one_bar() -> Chart {
        let row =
            Row { label: "A bar".into(), values: vec![Some(Number::exact(3.0))], ..Row::default() };
        let rows = Rows { series: vec![Series::default()], rows: vec![row], ..Rows::default() };
        Chart { data: Data::Rows(rows), ..Chart::default() }
    }

    #[test]
    fn the_drawing_stands_as_it_is_between_its_words() {
        let drawing =
            chart(&chart_of_one_bar(), &Messages::default(), ChartCard::WIDTH, &TableMeasure);
        for is_rtl in [false, true] {
            let card = ChartCard {
                kicker: "Ballerina",
                title: "A finding",
                measured: "",
                sources: "Sources: Variety",
                address: "https://example.org/post",
                is_rtl,
            };
            let picture = chart_card(&card, &drawing, &TableMeasure);
            let Size { width, height } = picture.size();
            assert_eq!(width, WIDTH);
            assert!(height > drawing.size().height);
            let label = |layout: &Layout, words: &str| {
                layout.shapes().iter().find_map(|shape| match shape {
                    Shape::Label(label) if label.text.contains(words) => Some(label.rect()),
                    _ => None,
                })
            };
            let (inside, alone) =
                (label(&picture, "A bar").unwrap(), label(&drawing, "A bar").unwrap());
            assert_eq!(inside.x - alone.x, MARGIN, "moved as a whole");
            let [above, below] =
                ["A finding", "Sources"].map(|words| label(&picture, words).unwrap());
            assert!(above.bottom() <= inside.y && inside.bottom() <= below.y);
            assert!(label(&picture, "example.org").unwrap().bottom() <= height);
        }
    }
}
