//! Dates of TimelineJS as dates of a story.

use super::format::{DateParts, Slide};
use crate::story::Date;

/// A date, and what of the original did not fit.
#[derive(Debug, PartialEq)]
pub(super) struct Dated {
    pub(super) date: String,
    pub(super) lost: Vec<String>,
}

/// Words before a date that mean it is not known exactly.
const ABOUT: [&str; 5] = ["about ", "around ", "circa ", "ca. ", "c. "];

/// When something happened; none if no date can be made of it.
pub(super) fn date(slide: &Slide, is_cosmological: bool) -> Option<Dated> {
    let mut lost = Vec::new();
    let start = slide.start_date.as_ref()?;
    let from = moment(start, is_cosmological, &mut lost)?;
    let end = slide.end_date.as_ref().filter(|end| !end.year.is_empty());
    let to = end.and_then(|end| moment(end, is_cosmological, &mut lost));
    let shown =
        [&slide.display_date, &start.display_date].into_iter().find(|words| !words.is_empty());
    let is_about = shown.is_some_and(|words| {
        let words = words.to_lowercase();
        ABOUT.iter().any(|about| words.starts_with(about))
    });
    let mut date = match &to {
        Some(to) if *to != from => format!("{from}/{to}"),
        _ => from.clone(),
    };
    if Date::of(&date).is_none() && date != from {
        lost.push(format!("its end {} is left out", to.unwrap_or_default()));
        date = from;
    }
    let about = format!("about {date}");
    if is_about && Date::of(&about).is_some() {
        date = about;
    } else if let Some(words) = shown.filter(|words| **words != date) {
        lost.push(format!("its date is shown as {date}, not as \"{words}\""));
    }
    Date::of(&date).map(|_| Dated { date, lost })
}

/// A moment as exactly as it is given.
fn moment(parts: &DateParts, is_cosmological: bool, lost: &mut Vec<String>) -> Option<String> {
    let mut date = year(parts.year.parse().ok()?, is_cosmological);
    let number = |words: &str| words.parse::<u8>().ok();
    let has_days = date.len() == 4 || date.starts_with('-') && date.len() == 5;
    let steps = [("-", &parts.month, "month"), ("-", &parts.day, "day")];
    for (sign, words, what) in steps.into_iter().filter(|(_, words, _)| !words.is_empty()) {
        let longer = number(words).map(|number| format!("{date}{sign}{number:02}"));
        match longer.filter(|longer| has_days && Date::of(longer).is_some()) {
            Some(longer) => date = longer,
            None => {
                lost.push(format!("its {what} {words} is left out"));
                return Some(date);
            }
        }
    }
    if !parts.hour.is_empty() {
        let minute = if parts.minute.is_empty() { "0" } else { &parts.minute };
        let time = number(&parts.hour).zip(number(minute));
        let longer = time.map(|(hour, minute)| format!("{date}T{hour:02}:{minute:02}"));
        match longer.filter(|longer| Date::of(longer).is_some()) {
            Some(longer) => date = longer,
            None => lost.push(format!("its time {}:{minute} is left out", parts.hour)),
        }
    }
    if number(&parts.second).is_some_and(|second| second > 0) {
        lost.push("its seconds are left out".into());
    }
    Some(date)
}

/// A year. There is none between 1 BCE and 1, but a story counts 1 BCE as 0000.
fn year(year: i64, is_cosmological: bool) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 if !is_cosmological => match year + 1 {
            0 => "0000".into(),
            year => format!("-{:04}", -year),
        },
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("{year:+}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(json: &str) -> Option<Dated> {
        date(&serde_json::from_str(json).unwrap(), false)
    }

    #[test]
    fn dates_are_as_exact_as_they_are_given() {
        let cases = [
            (r#"{"year": "1851", "month": "", "day": ""}"#, "1851"),
            (r#"{"year": 1950, "month": 2, "day": "7"}"#, "1950-02-07"),
            (r#"{"year": "2011", "month": "12", "day": "10", "hour": "9"}"#, "2011-12-10T09:00"),
            (r#"{"year": "-44", "month": "3"}"#, "-0043-03"),
            (r#"{"year": "-1"}"#, "0000"),
            (r#"{"year": "622"}"#, "0622"),
            (r#"{"year": "-66000000"}"#, "-66000000"),
        ];
        for (parts, expected) in cases {
            let found = dated(&format!("{{\"start_date\": {parts}}}")).unwrap();
            assert_eq!((found.date.as_str(), found.lost), (expected, Vec::new()), "{parts}");
        }
        let range =
            r#"{"start_date": {"year": "2018"}, "end_date": {"year": "2019", "month": "6"}}"#;
        assert_eq!(dated(range).unwrap().date, "2018/2019-06");
        let same = r#"{"start_date": {"year": "2018"}, "end_date": {"year": "2018"}}"#;
        assert_eq!(dated(same).unwrap().date, "2018");
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let cases = [
            (
                r#"{"start_date": {"year": "2018", "month": "13"}}"#,
                "2018",
                "its month 13 is left out",
            ),
            (
                r#"{"start_date": {"year": 2018, "month": 1, "day": 2, "hour": 2, "minute": "30 PM"}}"#,
                "2018-01-02",
                "its time 2:30 PM is left out",
            ),
            (
                r#"{"start_date": {"year": "2018"}, "end_date": {"year": "1999"}}"#,
                "2018",
                "its end 1999 is left out",
            ),
            (
                r#"{"start_date": {"year": "2018", "display_date": "spring"}}"#,
                "2018",
                "its date is shown as 2018, not as \"spring\"",
            ),
        ];
        for (json, date, lost) in cases {
            let found = dated(json).unwrap();
            assert_eq!((found.date.as_str(), found.lost), (date, vec![lost.to_owned()]), "{json}");
        }
        let about =
            dated(r#"{"start_date": {"year": "1400"}, "display_date": "c. 1400"}"#).unwrap();
        assert_eq!((about.date.as_str(), about.lost), ("about 1400", Vec::new()));
        assert_eq!(dated(r#"{"start_date": {"year": "soon"}}"#), None);
        assert_eq!(dated("{}"), None);
    }
}
