//! Pictures beside the story: what is not there, what is none, what is not as large as the story says.

use super::Lint;
use super::giveaway::tells_answer;
use crate::story::fault::quote;
use crate::story::read::Node;
use crate::story::{Picture, Story, is_beside};

/// Heavier pictures keep readers on the way waiting, in bytes.
const HEAVY: u64 = 1_000_000;

/// What stands at a path beside a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFile {
    /// It cannot be told: the story stands nowhere, or it is a drawing without a size of its own.
    Unknown,
    /// Nothing.
    Missing,
    /// What does not stand in the folder of the story, nor below it.
    Elsewhere,
    /// A file that is no picture.
    Other,
    /// A picture.
    Picture {
        /// In pixels.
        width: usize,
        /// In pixels.
        height: usize,
        /// Whether it may be meant to be turned by a quarter, as a telephone saves it.
        may_turn: bool,
        /// How many bytes it has.
        bytes: u64,
    },
}

/// What is wrong, and what would be right.
type Remark = (String, &'static str);

impl Lint<'_> {
    /// Notes pictures that readers will not see, or not as they should.
    pub(super) fn pictures(&mut self, file: &dyn Fn(&str) -> PictureFile) {
        if let (Some(image), Some(node)) = (&self.story.image, self.at(&["image"]))
            && is_beside(&image.url)
        {
            self.picture_file(node, file(&image.url), &image.url, None);
        }
        for list in [&["timeline", "events"][..], &["cast"], &["trivia", "questions"]] {
            for item in self.at(list).and_then(Node::elements).unwrap_or_default() {
                let Some(image) = item.member("image") else { continue };
                let id = item.member("id").and_then(Node::content).unwrap_or_default();
                self.picture(image, &id, file);
            }
        }
    }

    /// Looks at the picture of the item with this id.
    fn picture(&mut self, node: Node<'_>, id: &str, file: &dyn Fn(&str) -> PictureFile) {
        let story = self.story;
        let Some(picture) = picture_of(story, id) else { return };
        if picture.is_beside() {
            self.picture_file(node, file(&picture.url), &picture.url, Some(picture));
        }
        let alt = node.member("alt").map_or(node.at, |alt| alt.at);
        let asked = story.trivia.questions.iter().find(|question| question.id == id);
        let Some(question) = asked else { return };
        if picture.alt.trim().is_empty() {
            let right = "Say what it shows, without the answer: some readers do not see it.";
            self.warn(alt, "the picture of a question has no words", right);
        } else if tells_answer(
            story,
            question,
            &[&picture.alt, " ", &picture.credit.words()].concat(),
        ) {
            let right = "Say what it shows without naming the answer.";
            self.warn(alt, "the words of the picture give the answer away", right);
        }
    }

    /// Says what is wrong with a file, which the story may say the size of.
    fn picture_file(
        &mut self,
        node: Node<'_>,
        file: PictureFile,
        url: &str,
        said: Option<&Picture>,
    ) {
        let at = |key| node.member(key).map_or(node.at, |node| node.at);
        let name = quote(url);
        let (place, (wrong, right)): (usize, Remark) = match file {
            PictureFile::Unknown => return,
            PictureFile::Missing => (
                at("url"),
                (
                    format!("there is no file {name} beside the story"),
                    "Put it there, write where it is, or leave the picture out.",
                ),
            ),
            PictureFile::Elsewhere => (
                at("url"),
                (
                    format!("the picture {name} does not stand beside the story"),
                    "Put it into the folder of the story, or a folder in it, and write its path \
                     from there, such as \"images/cover.png\".",
                ),
            ),
            PictureFile::Other => (
                at("url"),
                (
                    format!("the file {name} is no picture that browsers show"),
                    "Save it as JPEG, PNG, WebP, AVIF, GIF or SVG.",
                ),
            ),
            PictureFile::Picture { width, height, may_turn, bytes } => {
                self.picture_size(at("width"), [width, height], may_turn, said);
                if bytes <= HEAVY {
                    return;
                }
                let wrong = format!("the file {name} has {:.1} MB", bytes as f64 / 1e6);
                (at("url"), (wrong, "Save it smaller: some 200 kB are enough for a card."))
            }
        };
        self.warn(place, wrong, right);
    }

    /// Notes a picture whose room has not the shape of the picture.
    fn picture_size(
        &mut self,
        at: usize,
        found: [usize; 2],
        may_turn: bool,
        said: Option<&Picture>,
    ) {
        let Some(said) = said.map(|it| [it.width, it.height].map(|side| side as usize)) else {
            return;
        };
        let [width, height] = found;
        if said != found && !(may_turn && said == [height, width]) {
            let wrong = format!("the picture is {width} pixels wide and {height} high");
            self.warn(at, wrong, "Write these numbers as its \"width\" and \"height\".");
        }
    }
}

/// The picture of the item with this id.
fn picture_of<'s>(story: &'s Story, id: &str) -> Option<&'s Picture> {
    let event = story.timeline.events.iter().find(|event| event.id == id).map(|it| &it.image);
    let person = || story.cast.iter().find(|person| person.id == id).map(|it| &it.image);
    let question = || story.trivia.questions.iter().find(|it| it.id == id).map(|it| &it.image);
    event.or_else(person).or_else(question)?.as_deref()
}
