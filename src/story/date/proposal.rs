//! What to write in place of what is no date: the form for what the author seems to mean.
//!
//! In: the ways in which dates are usually written, in English and in numbers. Whatever is made of
//! them is proposed only if it is read as a date. Natively only: authors meet it in `check`, and
//! readers need not wait for it.

mod parts;

use super::{Date, Moment};
use crate::story::Messages;
use crate::story::fault::quote;
use parts::Parts;

/// Words for what stands before a moment or behind it.
const WORDS: [(&str, &str, &str); 16] = [
    ("about", "about ", ""),
    ("around", "about ", ""),
    ("approximately", "about ", ""),
    ("approx.", "about ", ""),
    ("approx", "about ", ""),
    ("circa", "about ", ""),
    ("ca.", "about ", ""),
    ("ca", "about ", ""),
    ("c.", "about ", ""),
    ("~", "about ", ""),
    ("before", "before ", ""),
    ("after", "after ", ""),
    ("since", "", "/"),
    ("from", "", "/"),
    ("until", "/", ""),
    ("till", "/", ""),
];

/// What stands between the ends of a range; what stands in dates as well comes last.
const BETWEEN: [&str; 5] = [" to ", " until ", " - ", "/", "-"];

/// Sizes in which times long ago are given, and whether it is said that they are long ago.
const SIZES: [(&str, f64); 10] = [
    ("million years ago", 1e6),
    ("million years bp", 1e6),
    ("mya", 1e6),
    ("ma", 1e6),
    ("billion years ago", 1e9),
    ("bya", 1e9),
    ("ga", 1e9),
    ("thousand years ago", 1e3),
    ("kya", 1e3),
    ("years ago", 1.0),
];

/// No date is written in more bytes.
const MOST_BYTES: usize = 80;

/// What to write in place of `words`, in sentences, if anything is likely to be meant by them.
pub(in crate::story) fn proposal(words: &str) -> Option<String> {
    // Who writes more than this tells a story of its own.
    if words.len() > MOST_BYTES {
        return None;
    }
    let text = plain(words);
    match &*meant(&text) {
        [] => {
            let is_time = time(&text).is_some_and(|(rest, _)| rest.trim().is_empty());
            let right = "Write the day as well, such as \"1969-07-20T20:17Z\".";
            is_time.then(|| right.to_owned())
        }
        [date] => {
            let era = before_our_era(date).filter(|_| date != "0000");
            let era = era.map(|era| format!(" It means {era}, for \"0000\" is 1 BCE."));
            Some(format!("Did you mean {}?{}", quote(date), era.unwrap_or_default()))
        }
        [date, other, ..] => Some(format!("Did you mean {} or {}?", quote(date), quote(other))),
    }
}

/// The date to write in place of `words` that are none, if they can mean only one.
pub(in crate::story) fn only_proposal(words: &str) -> Option<String> {
    if words.len() > MOST_BYTES || Date::parse(words).is_ok() {
        return None;
    }
    let text = plain(words);
    // "-44" is 44 BCE to some and 45 BCE to others.
    if text.starts_with('-') {
        return None;
    }
    match &*meant(&text) {
        [date] => Some(date.clone()),
        _ => None,
    }
}

/// Words in small letters, with plain hyphens and digits that are not grouped.
fn plain(words: &str) -> String {
    let text = words.trim().to_lowercase().replace(['\u{2013}', '\u{2014}', '\u{2212}'], "-");
    ungrouped(&text)
}

/// All dates that a text may mean.
fn meant(text: &str) -> Vec<String> {
    let mut meant = dates(text);
    meant.retain(|date| Date::parse(date).is_ok());
    meant.dedup();
    meant
}

/// What a date before our era means, in words; none for other ones, and for those that are said as so
/// many years ago.
pub(in crate::story) fn before_our_era(date: &str) -> Option<String> {
    let words = Date::parse(date).ok()?.words(&Messages::default());
    words.contains("BCE").then_some(words)
}

/// All that a text may mean.
fn dates(text: &str) -> Vec<String> {
    for (word, before, behind) in WORDS {
        let rest = text.strip_prefix(word).filter(|rest| {
            !rest.starts_with(|next: char| next.is_alphabetic()) && !rest.trim().is_empty()
        });
        let Some(rest) = rest.map(str::trim) else { continue };
        if before != "about " && !behind.is_empty() && rest.contains(" to ") {
            return dates(rest);
        }
        let rest = rest.trim_end_matches(" on").trim_end_matches(" onwards");
        return dates(rest).iter().map(|date| [before, date, behind].concat()).collect();
    }
    if let Some(rest) = text.strip_suffix(['?', '~']) {
        return dates(rest.trim()).iter().map(|date| ["about ", date].concat()).collect();
    }
    if let Some(rest) = text.strip_suffix('-') {
        return dates(rest.trim()).iter().map(|date| [date, "/"].concat()).collect();
    }
    let mut found = moments(text);
    found.retain(|moment| Date::parse(moment).is_ok());
    for between in BETWEEN {
        let Some((from, to)) = text.split_once(between).filter(|_| found.is_empty()) else {
            continue;
        };
        if let ([from], [to]) = (&*moments(from), &*moments(&whole_year(from, to))) {
            found = vec![[from, "/", to].concat()];
        }
        found.retain(|range| Date::parse(range).is_ok());
    }
    found
}

/// The end of a range of years that leaves out the century of its beginning: `45` behind `1939`.
fn whole_year(from: &str, to: &str) -> String {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match from.trim().split_at_checked(2) {
        Some((century, year)) if year.len() == 2 && is_number(from.trim()) => {
            let to = to.trim();
            let is_short = to.len() == 2 && is_number(to) && to > year;
            if is_short { [century, to].concat() } else { to.to_owned() }
        }
        _ => to.to_owned(),
    }
}

/// What a text may mean as one moment, or a century.
fn moments(text: &str) -> Vec<String> {
    let text = text.trim();
    if let Some(year) = long_ago(text) {
        return vec![year];
    }
    match time(text) {
        Some((date, time)) => Parts::of(&date)
            .map_or(Vec::new(), |parts| parts.days())
            .iter()
            .map(|day| [day, &*time].concat())
            .collect(),
        None => Parts::of(text).map_or(Vec::new(), |parts| parts.moments()),
    }
}

/// A time that is given as so many years ago.
fn long_ago(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !",.".contains(c))?;
    let (number, size) = text.split_at_checked(end)?;
    let (_, size) = SIZES.iter().find(|(words, _)| *words == size.trim())?;
    // What separated groups is gone: a comma is the point of many languages.
    let years = number.replace(',', ".").parse::<f64>().ok()? * size;
    let year = Moment::year(-(years.round() as i64))?;
    (years >= 1e5).then(|| year.to_string())
}

/// A text without the commas that separate groups of three digits.
fn ungrouped(text: &str) -> String {
    let mut words = String::new();
    for (nth, part) in text.split(',').enumerate() {
        let group = part.bytes().take_while(u8::is_ascii_digit).count();
        let is_group = group == 3 && words.ends_with(|c: char| c.is_ascii_digit());
        if nth > 0 && !is_group {
            words.push(',');
        }
        words.push_str(part);
    }
    words
}

/// A time of day as a story writes it, behind what stands around it.
fn time(text: &str) -> Option<(String, String)> {
    let (before, behind) = text.split_once(':')?;
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut hour: u8 = before.get(date.len()..)?.parse().ok()?;
    let (minute, mut behind) = behind.split_at_checked(2)?;
    let minute: u8 = minute.parse().ok()?;
    if let Some(seconds) = behind.strip_prefix(':') {
        behind = seconds.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    }
    behind = behind.trim();
    for (word, more) in [("pm", 12), ("p.m.", 12), ("am", 0), ("a.m.", 0)] {
        if let Some(rest) = behind.strip_prefix(word) {
            (hour, behind) = (hour % 12 + more, rest.trim());
        }
    }
    let mut zone = String::new();
    for word in ["z", "utc", "gmt"] {
        if let Some(rest) = behind.strip_prefix(word) {
            (zone, behind) = ("Z".to_owned(), rest);
        }
    }
    if behind.starts_with(['+', '-']) {
        let (sign, digits) = behind.split_at_checked(1)?;
        let digits = digits.replace(':', "");
        let digits = match digits.len() {
            1 => ["0", &digits, "00"].concat(),
            2 => [&digits, "00"].concat(),
            _ => digits,
        };
        let (hours, minutes) = digits.split_at_checked(2)?;
        (zone, behind) = ([sign, hours, ":", minutes].concat(), "");
    }
    let date = date.trim_end().trim_end_matches(" at").trim_end_matches('t');
    Some(([date, " ", behind].concat(), format!("T{hour:02}:{minute:02}{zone}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_right_form_is_proposed_for_what_authors_write() {
        let cases = [
            ("June 6, 2025", "2025-06-06"),
            ("6 June 2025", "2025-06-06"),
            ("Friday, 6th of June 2025", "2025-06-06"),
            ("6 Jun 2025", "2025-06-06"),
            ("Sept. 9, 2025", "2025-09-09"),
            ("06.06.2025", "2025-06-06"),
            ("3.4.2025", "2025-04-03"),
            ("2025/06/06", "2025-06-06"),
            ("2025.6.6", "2025-06-06"),
            ("2025-6-6", "2025-06-06"),
            ("2025-6", "2025-06"),
            ("20250606", "2025-06-06"),
            ("25/12/2025", "2025-12-25"),
            ("12/25/2025", "2025-12-25"),
            ("06/06/2025", "2025-06-06"),
            ("June 2025", "2025-06"),
            ("06/2025", "2025-06"),
            ("2025 ", "2025"),
            ("800", "0800"),
            ("AD 79", "0079"),
            ("79 CE", "0079"),
            ("ca. 2020", "about 2020"),
            ("c. 2020", "about 2020"),
            ("circa 2020", "about 2020"),
            ("~2020", "about 2020"),
            ("2020?", "about 2020"),
            ("around June 2025", "about 2025-06"),
            ("About 2025", "about 2025"),
            ("ca. 1270-1290", "about 1270/1290"),
            ("before June 6, 2025", "before 2025-06-06"),
            ("since 2020", "2020/"),
            ("from 2020 on", "2020/"),
            ("2020-", "2020/"),
            ("until 1945", "/1945"),
            ("from 2020 to 2022", "2020/2022"),
            ("2020-2022", "2020/2022"),
            ("1939-45", "1939/1945"),
            ("1914 \u{2013} 18", "1914/1918"),
            ("2020 \u{2013} 2022", "2020/2022"),
            ("March 2024 to June 6, 2025", "2024-03/2025-06-06"),
            ("Q3 1969", "1969-Q3"),
            ("1969-q3", "1969-Q3"),
            ("1969Q3", "1969-Q3"),
            ("3rd quarter of 1969", "1969-Q3"),
            ("1960's", "1960s"),
            ("the 1960s", "1960s"),
            ("1965s", "1960s"),
            ("19th century", "1801/1900"),
            ("20 July 1969, 20:17 UTC", "1969-07-20T20:17Z"),
            ("1969-07-20 20:17", "1969-07-20T20:17"),
            ("1969-07-20t20:17z", "1969-07-20T20:17Z"),
            ("1969-07-20T20:17:40Z", "1969-07-20T20:17Z"),
            ("1969-07-20T20:17:40.000+02:00", "1969-07-20T20:17+02:00"),
            ("1969-07-20T15:17-0500", "1969-07-20T15:17-05:00"),
            ("1969-07-20T15:17-5", "1969-07-20T15:17-05:00"),
            ("July 20, 1969 at 8:17 pm", "1969-07-20T20:17"),
            ("8:17 p.m. on July 20, 1969", "1969-07-20T20:17"),
            ("66 million years ago", "-66000000"),
            ("13.8 billion years ago", "-13800000000"),
            ("66 Ma", "-66000000"),
            ("ca. 300,000 years ago", "about -300000"),
            ("2,5 million years ago", "-2500000"),
            ("12,500,000 years ago", "-12500000"),
            ("1 BC", "0000"),
            ("-0000", "0000"),
        ];
        for (words, date) in cases {
            let right = format!("Did you mean \"{date}\"?");
            assert_eq!(proposal(words), Some(right), "{words}");
        }
    }

    #[test]
    fn what_a_year_before_our_era_means_is_said() {
        let cases = [
            ("44 BC", "-0043", "44 BCE"),
            ("44 B.C.E.", "-0043", "44 BCE"),
            ("15 March 44 BC", "-0043-03-15", "15 March 44 BCE"),
            ("10,000 BC", "-9999", "10,000 BCE"),
            ("10 BC - 5 BC", "-0009/-0004", "10 BCE to 5 BCE"),
            ("-44", "-0044", "45 BCE"),
            ("-44-03-15", "-0044-03-15", "15 March 45 BCE"),
            ("ca. 500 BC", "about -0499", "about 500 BCE"),
            ("5th century BC", "-0499/-0400", "500 BCE to 401 BCE"),
        ];
        for (words, date, era) in cases {
            let right = format!("Did you mean \"{date}\"? It means {era}, for \"0000\" is 1 BCE.");
            assert_eq!(proposal(words), Some(right), "{words}");
        }
    }

    #[test]
    fn where_two_are_likely_both_are_named() {
        let right = "Did you mean \"2025-04-03\" or \"2025-03-04\"?";
        assert_eq!(proposal("03/04/2025").as_deref(), Some(right));
    }

    #[test]
    fn nothing_is_proposed_for_what_nobody_can_know() {
        for words in [
            "",
            "yesterday",
            "25",
            "2025-13",
            "20255",
            "about",
            "6.6.25",
            "June",
            "2025-W23",
            "5,000 years ago",
        ] {
            assert_eq!(proposal(words), None, "{words}");
        }
        for words in ["20:17", "8:17 pm UTC"] {
            assert!(proposal(words).is_some_and(|it| it.starts_with("Write the day as well")));
        }
    }

    proptest! {
        #[test]
        fn no_text_stops_it(text in "\\PC{0,24}", dates in "[0-9a-z./:, –+-]{0,24}") {
            proposal(&text);
            proposal(&dates);
        }
    }
}
