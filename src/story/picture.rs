//! Pictures of items: which there are, and how large they are shown.

use super::{Story, Text, is_beside};

/// A picture of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Where it is, as the author wrote it: an address on the web, or one beside the story.
    pub url: String,
    /// Where the page has it, if that is elsewhere.
    pub src: Option<String>,
    /// What it shows, in words; empty where it is decoration.
    pub alt: String,
    /// Who made it, or whose it is.
    pub credit: Text,
    /// How wide it is, in pixels; at least 1.
    pub width: u32,
    /// How high it is, in pixels; at least 1.
    pub height: u32,
}

impl Picture {
    /// Whether it stands beside the story, and not somewhere on the web.
    pub fn is_beside(&self) -> bool {
        is_beside(&self.url)
    }

    /// Width and height, in CSS px, of the largest picture of its shape that is neither larger than
    /// `most` nor than itself.
    pub fn fitted(&self, most: (u32, u32)) -> [u32; 2] {
        let [width, height] = [self.width, self.height].map(f64::from);
        let scale = (f64::from(most.0) / width).min(f64::from(most.1) / height).min(1.0);
        [width, height].map(|side| (side * scale).round().max(1.0) as u32)
    }
}

impl Story {
    /// The pictures of its items.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let events = self.timeline.events.iter().map(|event| &event.image);
        let people = self.cast.iter().map(|person| &person.image);
        let questions = self.trivia.questions.iter().map(|question| &question.image);
        events.chain(people).chain(questions).flatten().map(|picture| &**picture)
    }

    /// The same, to place them.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = &mut Picture> {
        let events = self.timeline.events.iter_mut().map(|event| &mut event.image);
        let people = self.cast.iter_mut().map(|person| &mut person.image);
        let questions = self.trivia.questions.iter_mut().map(|question| &mut question.image);
        events.chain(people).chain(questions).flatten().map(|picture| &mut **picture)
    }
}

#[cfg(test)]
mod tests {
    use super::Picture;

    #[test]
    fn a_picture_keeps_its_shape_and_is_never_blown_up() {
        let fitted =
            |width, height| Picture { width, height, ..Picture::default() }.fitted((600, 300));
        assert_eq!(fitted(1200, 300), [600, 150]);
        assert_eq!(fitted(300, 1200), [75, 300]);
        assert_eq!(fitted(40, 30), [40, 30]);
        assert_eq!(fitted(30_000, 1), [600, 1]);
        assert_eq!(fitted(0, 0), [1, 1], "no story has such a picture");
    }
}
