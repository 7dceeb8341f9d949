//! What a card shows, as one value.

use crate::browser::hooks::{order_of_names, plural_category};
use crate::session::Session;
use crate::story::Story;
use std::ops::Deref;
use std::rc::Rc;

/// A shared story; two are equal if they are the same one.
#[derive(Clone, Debug)]
pub struct StoryRef(Rc<Story>);

impl StoryRef {
    /// Shares `story`, which from now on counts, and orders names, as its language does.
    pub fn new(mut story: Story) -> Self {
        story.messages.count_by(&story.lang, plural_category);
        story.messages.order_by(&story.lang, order_of_names);
        Self(Rc::new(story))
    }
}

impl Deref for StoryRef {
    type Target = Story;

    fn deref(&self) -> &Story {
        &self.0
    }
}

impl PartialEq for StoryRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A story and where its reader is.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What the card says.
    pub story: StoryRef,
    /// Where the reader is.
    pub session: Rc<Session>,
}

/// Why there is no story to show, in sentences for a reader and an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened, where, and what to do; the first fault of the story, or why it did not arrive.
    pub message: String,
    /// How many more faults the console lists.
    pub more: usize,
}

/// What a root shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Face {
    /// Nothing: the root waits in the pool.
    #[default]
    Empty,
    /// A card.
    Card(Model),
    /// Why there is none.
    Failed(Failure),
}
