//! A timeline of TimelineJS 3: groups become lanes, slides events, eras stay eras.
//!
//! In: slides. Out: their JSON (`format`), their dates (`dates`), a spreadsheet of them (`table`).

mod dates;
mod format;

use super::Refused;
use super::draft::{Draft, DraftEra, DraftEvent, DraftEvents, DraftLane, Made, SOURCE};
use super::remarks::Remarks;
use super::words::{Words, is_web_address, joined};
use crate::story::Ids;
use crate::story::limits::{MOST_ERAS, MOST_EVENTS, MOST_LANES};
use format::Timeline;

pub(super) use format::{DateParts, Media, Slide, SlideText};

/// A timeline while it is made.
struct Maker<'m> {
    is_cosmological: bool,
    ids: Ids,
    lanes: Vec<DraftLane>,
    /// The names of groups, in the order of the lanes.
    groups: Vec<String>,
    eras: Vec<DraftEra>,
    events: Vec<DraftEvent>,
    made: Made,
    remarks: &'m mut Remarks,
}

/// Makes a story of a timeline.
pub(super) fn import(text: &str, draft: &mut Draft, remarks: &mut Remarks) -> Result<(), Refused> {
    let read = serde_json::from_str(text.trim_start_matches('\u{feff}'));
    let timeline: Timeline =
        read.map_err(|error| format!("it is not the JSON of TimelineJS: {error}."))?;
    if timeline.timeline.is_some() {
        let refused = "it is a timeline of TimelineJS 2. Bring it to version 3 first.";
        return Err(refused.into());
    }
    let is_cosmological = timeline.scale == "cosmological";
    slides(
        timeline.title.as_ref(),
        &timeline.events,
        &timeline.eras,
        is_cosmological,
        draft,
        remarks,
    )
}

/// Makes a story of slides.
pub(super) fn slides(
    title: Option<&Slide>,
    events: &[Slide],
    eras: &[Slide],
    is_cosmological: bool,
    draft: &mut Draft,
    remarks: &mut Remarks,
) -> Result<(), Refused> {
    let mut ids = Ids::default();
    ids.take(SOURCE);
    let mut maker = Maker {
        is_cosmological,
        ids,
        lanes: Vec::new(),
        groups: Vec::new(),
        eras: Vec::new(),
        events: Vec::new(),
        made: Made::default(),
        remarks,
    };
    if let Some(slide) = title {
        maker.title(slide, draft);
    }
    for (nth, slide) in eras.iter().enumerate() {
        maker.era(&slide.place("era", nth), slide);
    }
    for (nth, slide) in events.iter().enumerate() {
        let group = if slide.group.is_empty() { "Events" } else { &slide.group };
        maker.event(&slide.place("event", nth), slide, group);
    }
    if maker.events.is_empty() {
        return Err("it holds no event with a date.".into());
    }
    let Maker { lanes, eras, events, .. } = maker;
    draft.date(lanes, eras, DraftEvents::Written(events));
    Ok(())
}

impl Slide {
    /// Where it stands, in words.
    fn place(&self, what: &str, nth: usize) -> String {
        self.row.map_or_else(|| format!("{what} {}", nth + 1), |row| format!("row {row}"))
    }
}

impl Maker<'_> {
    fn say(&mut self, place: &str, what: &str) {
        self.remarks.say(&place, what);
    }

    /// Takes a text and says what of it did not fit.
    fn words(&mut self, place: &str, html: &str) -> Words {
        let words = Words::of_html(html);
        for lost in &words.lost {
            self.say(place, &format!("{lost} is left out"));
        }
        words
    }

    /// The slide before all others becomes the head of the story.
    fn title(&mut self, slide: &Slide, draft: &mut Draft) {
        let Some(text) = &slide.text else { return };
        let place = "title";
        let headline = self.words(place, &text.headline);
        if !headline.is_empty() {
            draft.title = headline.plain;
        }
        let subtitle = self.words(place, &text.text);
        draft.subtitle = Some(subtitle.text).filter(|text| !text.is_empty());
        if slide.media.as_ref().is_some_and(|media| !media.url.is_empty()) {
            self.say(place, "its media are left out");
        }
    }

    /// When a slide was; none after saying that it is left out.
    fn date(&mut self, place: &str, slide: &Slide) -> Option<String> {
        let Some(dated) = dates::date(slide, self.is_cosmological) else {
            self.say(place, "it is left out: it has no date");
            return None;
        };
        for lost in dated.lost {
            self.say(place, &lost);
        }
        Some(dated.date)
    }

    fn era(&mut self, place: &str, slide: &Slide) {
        if self.eras.len() == MOST_ERAS {
            self.say(place, &format!("it is left out: a timeline has {MOST_ERAS} eras at most"));
            return;
        }
        let Some(date) = self.date(place, slide) else { return };
        let nothing = SlideText::default();
        let said = slide.text.as_ref().unwrap_or(&nothing);
        let title = self.words(place, &said.headline).plain;
        if !said.text.is_empty() {
            self.say(place, "its text is left out: an era has only a name");
        }
        if title.is_empty() {
            self.say(place, "it is left out: it has no name");
            return;
        }
        self.eras.push(DraftEra { title, date });
    }

    fn event(&mut self, place: &str, slide: &Slide, group: &str) {
        if self.events.len() == MOST_EVENTS {
            self.say(
                place,
                &format!("it is left out: a timeline has {MOST_EVENTS} events at most"),
            );
            return;
        }
        let Some(date) = self.date(place, slide) else { return };
        let nothing = SlideText::default();
        let said = slide.text.as_ref().unwrap_or(&nothing);
        let headline = self.words(place, &said.headline);
        let text = self.words(place, &said.text);
        let media = self.media(place, slide.media.as_ref()).unwrap_or_default();
        let (text, is_whole) = joined(&[text.text, media]);
        if !is_whole {
            self.say(place, "its media are left out: its text is too long");
        }
        let title = if headline.is_empty() {
            self.say(place, "it has no headline; [Title] stands there");
            "[Title]".to_owned()
        } else {
            headline.text
        };
        if slide.background.is_some() {
            self.say(place, "its background is left out");
        }
        let lane = self.lane(place, group);
        if let Some(before) = self.made.before(&(group, &date, &title, &text), &place) {
            self.say(place, &format!("it is left out: {before} is the same"));
            return;
        }
        let id = self.ids.make(&headline.plain, place);
        let text = Some(text).filter(|text| !text.is_empty());
        self.events.push(DraftEvent { id, lane, date, title, text });
    }

    /// What an event shows becomes a link to it.
    fn media(&mut self, place: &str, media: Option<&Media>) -> Option<String> {
        let media = media.filter(|media| !media.url.is_empty())?;
        if !is_web_address(&media.url) {
            self.say(place, "its media are left out: they have no address on the web");
            return None;
        }
        let [caption, credit] =
            [&media.caption, &media.credit].map(|html| Words::of_html(html).plain);
        let said: Vec<String> =
            [caption, credit].into_iter().filter(|words| !words.is_empty()).collect();
        let label = if said.is_empty() { "Media".to_owned() } else { said.join(", ") };
        self.say(place, "its media are a link now; a card shows none in the timeline");
        let link = format!("<a href=\"{}\">{}</a>", attribute(&media.url), attribute(&label));
        Some(Words::of_html(&link).text)
    }

    /// The id of the lane for a group, made when it is first met.
    fn lane(&mut self, place: &str, group: &str) -> String {
        let group = Words::of_html(group).plain;
        let group = if group.is_empty() { "Events".to_owned() } else { group };
        if let Some(lane) = self.groups.iter().position(|known| *known == group)
            && let Some(lane) = self.lanes.get(lane)
        {
            return lane.id.clone();
        }
        if let [.., last] = &*self.lanes
            && self.lanes.len() == MOST_LANES
        {
            let (id, title) = (last.id.clone(), last.title.clone());
            let what = format!("its group \"{group}\" is one too many; it stands in \"{title}\"");
            self.say(place, &what);
            return id;
        }
        let id = self.ids.make(&group, "lane");
        self.lanes.push(DraftLane { id: id.clone(), title: group.clone(), scale: None });
        self.groups.push(group);
        id
    }
}

/// Words in an attribute or an element of HTML.
fn attribute(words: &str) -> String {
    let mut out = String::new();
    html_escape::encode_quoted_attribute_to_string(words, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_apart_up_to_twelve() {
        let slide = |nth: usize| {
            let json = format!(
                r#"{{"start_date": {{"year": 2000}}, "group": "G{nth}", "text": {{"headline": "H"}}}}"#
            );
            serde_json::from_str::<Slide>(&json).unwrap()
        };
        let slides_of: Vec<Slide> = (0..14).map(slide).collect();
        let (mut draft, mut remarks) = (Draft::new("a", "A", "f"), Remarks::new("f"));
        slides(None, &slides_of, &[], false, &mut draft, &mut remarks).unwrap();
        assert_eq!(draft.timeline.unwrap().lanes.len(), MOST_LANES);
        let mut said = Vec::new();
        remarks.print(&mut said).unwrap();
        let said = String::from_utf8(said).unwrap();
        assert_eq!(said.lines().count(), 2);
        assert!(
            said.ends_with(
                "f: event 14: its group \"G13\" is one too many; it stands in \"G11\"\n"
            )
        );
    }
}
