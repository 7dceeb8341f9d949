//! Values that hold no others.

use serde_json::{Map, Value, json};

use super::{Describe, Schemas};
use crate::story::limits::{LARGEST, MOST_LINES, MOST_MARKS, MOST_ROWS, MOST_SERIES};
use crate::story::read::{
    AllColumns, AllRows, AllSeries, Alternative, AxisValue, Bands, ChartAddress, Decimals,
    DisputedNumber, Domain, Donut, Enumeration, EventAddress, Format, Id, IdRef, LaneColor,
    LaneRef, LanguageTag, LeadChart, LeadEvent, LeadQuestion, List, MOST_COLORS, MOST_DECIMALS,
    MOST_IN_ROUND, MOST_PIXELS, MOST_POINTS, MOST_REFERENCES, MOST_SECONDS, MOST_WHOLE,
    MessageTexts, OfKind, OrderPlaces, OrderRange, OwnAxis, OwnId, PictureAddress, PictureSide,
    PlainText, PlainTextOrEmpty, PointShare, Points, RawColumn, RawReference, RawRow, RawXStretch,
    References, RoundLength, RowValue, SchemaOrgType, Seconds, SectionSources, Sections, SeeAlso,
    SeriesColumn, SizeOfPoints, Sources, StackParts, TablePath, TableSeries, TypedAnswer,
    UnitParts, ValueAxis, WebAddress, XInPlot, XPlace, XValue,
};
use crate::story::{
    Axis, AxisScale, Band, ChartKind, Curve, Date, Difficulty, Direction, DisputeVerdict, LaneKind,
    MessageKey, Notation, Number, Orientation, OutcomeResult, PluralCategory, PointSize, Section,
    Series, SeriesMark, Stack, Status, Text, Unit,
};

/// What an id is made of.
const ID: &str = "^[a-z0-9-]+$";

/// A year down to a minute, a decade, or a year of more than four digits.
const MOMENT: &str = "(-?[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})?)?)?))?\
                      |[0-9]{3}0s|[-+][1-9][0-9]{4,10})";

/// Implements [`Describe`] for leaves whose schema says all; some with what they are if left out.
macro_rules! leaves {
    ($($type:ty => $schema:tt $(or $default:literal)?,)+) => {
        $(
            impl Describe for $type {
                fn schema(_: &mut Schemas) -> Value {
                    json!($schema)
                }

                $(
                    fn left_out() -> Option<Value> {
                        Some(json!($default))
                    }
                )?
            }
        )+
    };
}

leaves! {
    Format => { "const": (Format::KNOWN) },
    PlainText => { "type": "string", "pattern": "\\S" },
    PlainTextOrEmpty => { "type": "string" },
    Id => { "type": "string", "pattern": ID, "examples": ["first-night"] },
    OwnId => { "type": "string", "pattern": ID, "examples": ["first-night"] },
    IdRef => { "type": "string", "pattern": ID, "examples": ["annual-report"] },
    LaneRef => { "type": "string", "pattern": ID, "examples": ["making"] },
    bool => { "type": "boolean" } or false,
    WebAddress => {
        "type": "string", "pattern": "^https?://", "examples": ["https://example.org/report"],
    },
    TablePath => {
        "type": "string",
        "pattern": "^[^/\\\\:]+(/[^/\\\\:]+)*$",
        "examples": ["gross.csv", "data/gross.csv"],
    },
    PictureAddress => { "type": "string", "minLength": 1, "examples": ["cover.png"] },
    LanguageTag => {
        "type": "string",
        "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
        "examples": ["en", "pt-BR", "zh-Hant"],
    } or "en",
    SchemaOrgType => {
        "type": "string",
        "pattern": "^[A-Z][A-Za-z0-9]*$",
        "examples": ["Movie", "Person", "Place", "Event", "Report"],
    },
    f64 => { "type": "number", "minimum": (-LARGEST), "maximum": LARGEST },
    u32 => { "type": "integer", "minimum": 0, "maximum": MOST_WHOLE },
    PointShare => { "type": "number", "minimum": 0, "maximum": 1, "examples": [0.5] },
    RoundLength => { "type": "integer", "minimum": 1, "maximum": MOST_IN_ROUND, "default": 10 },
    Seconds => { "type": "integer", "minimum": 1, "maximum": MOST_SECONDS, "default": 30 },
    Decimals => { "type": "integer", "minimum": 0, "maximum": MOST_DECIMALS } or 0,
    LaneColor => { "type": "integer", "minimum": 1, "maximum": MOST_COLORS },
    PictureSide => { "type": "integer", "minimum": 1, "maximum": MOST_PIXELS, "examples": [1600] },
    Points => { "type": "integer", "minimum": 1, "maximum": MOST_POINTS } or 1,
    Domain => {
        "type": "array",
        "items": { "type": "number" },
        "minItems": 2,
        "maxItems": 2,
        "examples": [[0, 150]],
    },
}

/// Implements [`Describe`] for what is written as another shape, and only means more.
macro_rules! synonyms {
    ($($shape:ty => $other:ty,)+) => {
        $(
            impl Describe for $shape {
                fn schema(schemas: &mut Schemas) -> Value {
                    <$other>::schema(schemas)
                }
            }
        )+
    };
}

synonyms! {
    TypedAnswer => Text,
    Alternative => PlainText,
    Sources => List<IdRef, 1, MOST_REFERENCES>,
    SectionSources => Sources,
    SeeAlso => List<ItemAddress, 0, MOST_REFERENCES>,
    Sections => List<Section>,
    Bands => List<Band>,
    AxisValue => f64,
    RowValue => Number,
    AllSeries => List<Series, 1, MOST_SERIES>,
    AllRows => List<RawRow, 1, MOST_ROWS>,
    AllColumns => List<RawColumn, 1, MOST_LINES>,
    XInPlot => XValue,
    References => List<RawReference, 0, MOST_MARKS>,
    ValueAxis => Axis,
    Donut => bool,
    StackParts => Stack,
    SizeOfPoints => PointSize,
}

/// Implements [`Describe`] for words of a fixed set.
macro_rules! enumerations {
    ($($word:ty)+) => {
        $(
            impl Describe for $word {
                fn schema(_: &mut Schemas) -> Value {
                    json!({ "enum": <$word>::WORDS })
                }

                fn left_out() -> Option<Value> {
                    Some(json!(<$word>::default().word()))
                }
            }
        )+
    };
}

enumerations! {
    AxisScale ChartKind Curve Difficulty Direction DisputeVerdict OutcomeResult LaneKind Notation
    Orientation Section SeriesMark Stack Status
}

impl Describe for OwnAxis {
    fn schema(_: &mut Schemas) -> Value {
        super::never()
    }
}

impl<S: Describe> Describe for OfKind<S> {
    fn schema(schemas: &mut Schemas) -> Value {
        S::schema(schemas)
    }

    fn left_out() -> Option<Value> {
        S::left_out()
    }
}

impl Describe for Text {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Text", |_| {
            json!({
                "type": "string",
                "pattern": "\\S",
                "description":
                    "A text with *emphasis* and links: to the web, to a page of the site, to a \
                     mailbox. A backslash takes the meaning of a sign away; there is no HTML.",
                "examples": [
                    "The *new wing* opened; see [the report](https://example.org/report).",
                    "Read [about us](/about), or write to [the editors](mailto:editors@example.org).",
                ],
            })
        })
    }
}

impl Describe for LeadQuestion {
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^trivia/[a-z0-9-]+$", "examples": ["trivia/q-first"] })
    }
}

impl Describe for LeadChart {
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^charts/[a-z0-9-]+$", "examples": ["charts/c-first"] })
    }
}

impl Describe for LeadEvent {
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^timeline/[a-z0-9-]+$", "examples": ["timeline/premiere"] })
    }
}

/// The address of an item: `section/item`.
struct ItemAddress;

impl Describe for ItemAddress {
    fn schema(_: &mut Schemas) -> Value {
        let sections = Section::ALL.map(Section::id).join("|");
        json!({
            "type": "string",
            "pattern": format!("^({sections})/[a-z0-9-]+$"),
            "examples": ["charts/heights"],
        })
    }
}

impl Describe for ChartAddress {
    fn schema(schemas: &mut Schemas) -> Value {
        LeadChart::schema(schemas)
    }
}

impl Describe for EventAddress {
    fn schema(schemas: &mut Schemas) -> Value {
        LeadEvent::schema(schemas)
    }
}

impl Describe for Date {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Date", |_| {
            let single = format!("(about |before |after )?{MOMENT}");
            let range = format!("(about )?{MOMENT}/{MOMENT}");
            json!({
                "type": "string",
                "pattern": format!("^({single}|{range}|{MOMENT}/|/{MOMENT})$"),
                "description":
                    "A year, a decade, a quarter, a month, a day or a minute, as exactly as it is \
                     known; two of these with a slash between; one before or behind a slash, for \
                     what has no end or no beginning; or one behind about, before or after. A time \
                     has Z or its offset from UTC behind it; without one it is that of the place. \
                     Years before our era count as astronomers count them: 0000 is 1 BCE and -0043 \
                     is 44 BCE. Years of more than four digits have a sign, reach back to \
                     -13800000000, and where they are round are said as so many years ago.",
                "examples": [
                    "2025", "2025-06", "2025-06-06", "1969-07-20T20:17Z", "1969-07-20T15:17-05:00",
                    "2025-06-06T19:30", "1969-Q3", "1960s", "2024-03/2025-06-06", "2020/", "/1945",
                    "about 2020", "about 1270/1290", "before 1400", "after 2025-06", "-0043-03-15",
                    "-66000000",
                ],
            })
        })
    }
}

impl Describe for Number {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({
            "anyOf": [f64::schema(schemas), schemas.object::<DisputedNumber>()],
            "examples": [137.2, { "value": 90, "low": 86, "high": 93 }],
        })
    }
}

impl Describe for Unit {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({
            "anyOf": [PlainText::schema(schemas), schemas.object::<UnitParts>()],
            "examples": ["minutes", { "before": "$", "after": "million" }],
        })
    }
}

impl Describe for SeriesColumn {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({
            "anyOf": [PlainText::schema(schemas), schemas.object::<TableSeries>()],
            "examples": ["gross", { "column": "gross", "label": "Gross", "low": "gross from" }],
        })
    }
}

impl Describe for OrderPlaces {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({
            "anyOf": [u32::schema(schemas), schemas.object::<OrderRange>()],
            "examples": [3, { "from": 2, "to": 4 }],
        })
    }
}

impl Describe for XPlace {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({
            "anyOf": [XValue::schema(schemas), schemas.object::<RawXStretch>()],
            "examples": [7, { "from": "2020-03", "to": "2020-05" }],
        })
    }
}

impl Describe for XValue {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [f64::schema(schemas), Date::schema(schemas)], "examples": [7, "2025-06"] })
    }
}

/// A message: a text, or where it counts something a text for each plural category.
fn message(key: MessageKey) -> Value {
    let (text, english) = (json!({ "type": "string" }), key.english());
    let Some(one) = key.english_one() else {
        return json!({ "type": "string", "description": english });
    };
    let forms = PluralCategory::ALL.map(|(name, _)| (name.to_owned(), text.clone()));
    let forms = Map::from_iter(forms);
    json!({
        "description": format!("{english} For one: {one}"),
        "anyOf": [text, {
            "type": "object", "properties": forms, "required": ["other"],
            "additionalProperties": false,
        }],
    })
}

impl Describe for MessageTexts {
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.named("Messages", |_| {
            let properties: Map<String, Value> =
                MessageKey::ALL.iter().map(|key| (key.id().to_owned(), message(*key))).collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        })
    }
}
