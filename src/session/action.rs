//! Everything that can happen to a card.

use super::adoption::{Expanded, Played};
use super::arrangement::ArrangementChange;
use super::axis_window::WindowChange;
use super::citation::Citation;
use super::disclosure::Disclosure;
use super::draw_method::RoundLength;
use super::guess::{Change, Guess};
use super::options::Options;
use super::round_link::RoundLink;
use super::share_outcome::ShareOutcome;
use super::timeline_state::TimelineChange;
use crate::story::{Address, Item, Section};

/// Everything that can happen to a card.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page changed what it chose.
    Configure(Options),
    /// The reader picked a section.
    Open(Section),
    /// The reader followed a link to a section or an item.
    Follow {
        /// Where to.
        address: Address,
        /// The question in whose review the link stands, a place in the pool.
        question: Option<usize>,
    },
    /// The reader goes back to the question that led elsewhere.
    Back,
    /// An address leads to a round.
    Play {
        /// What the address names.
        link: RoundLink,
        /// Whether the reader followed it just now.
        focus: bool,
    },
    /// The page asks for a section or an item; focus stays where it is.
    Show(Address),
    /// The reader picked an event, or none.
    PickEvent(Option<usize>),
    /// The reader changed what the timeline shows.
    Timeline(TimelineChange),
    /// The reader unfolded one spoiler.
    Unfold(Item),
    /// The reader unfolded or folded all spoilers.
    FoldAll(bool),
    /// The reader picked the chart at this place of the story's list.
    PickChart(usize),
    /// The reader brings a line of a chart into focus.
    FocusLine {
        /// The chart's place in the story's list.
        chart: usize,
        /// The line's place in the chart.
        line: usize,
    },
    /// The reader changed which part of the x axis of the chart at this place is shown; none for all.
    ZoomChart(usize, Option<WindowChange>),
    /// The reader arranges the chart at this place of the story's list.
    Arrange(usize, ArrangementChange),
    /// The reader wants to see sources beside what rests on them.
    ShowSources(Citation),
    /// The reader followed a link of those sources to this address.
    FollowSource(Address),
    /// The reader looks for this in the list of sources.
    Find(String),
    /// The reader expanded or collapsed something.
    Disclose(Disclosure, bool),
    /// The reader expanded or collapsed every item of a section.
    DiscloseAll(Section, bool),
    /// The reader wants the whole of a section's list, of which this entry is the first to come.
    ListRest(Item),
    /// The reader set the answer but has not given it yet.
    Guess(Guess),
    /// The reader changed a part of the answer but has not given it yet.
    Change(Change),
    /// The reader takes up an entry of an order, to move it.
    Hold(usize),
    /// The reader puts it down where it is, or gives up and it goes back.
    LetGo {
        /// Whether it goes back to where it was taken up.
        back: bool,
    },
    /// The reader gives an answer at once, by a click on an option.
    Choose(Guess),
    /// The reader gives the answer as it stands.
    Submit,
    /// The reader does this with the question on the cover.
    OnCover(Box<Action>),
    /// The reader expanded this in the static card.
    Expand(Expanded),
    /// The reader did this in the static card.
    Adopt(Played),
    /// The reader asks for the hint.
    Hint,
    /// The reader leaves the question unanswered.
    Skip,
    /// The reader switches the timer on or off.
    Timer(bool),
    /// The time for the question has run out.
    TimeUp {
        /// Whether focus was in the card, and so goes to the verdict.
        focus: bool,
    },
    /// The reader goes on to the next question, or to the end.
    Next,
    /// The reader ends the round with what was answered so far.
    Finish,
    /// The reader wants rounds of this length; only before anything is answered.
    SetLength(RoundLength),
    /// The reader wants the questions of this round that were not right again.
    Retry {
        /// Fixes the order.
        seed: u64,
    },
    /// A new round from the whole pool.
    Restart {
        /// Fixes the draw and the order, unless the page fixed it.
        seed: u64,
        /// Whether the reader asked for it, and not the page.
        focus: bool,
    },
    /// The reader wants all answers forgotten, and a new round.
    Forget {
        /// Fixes the draw and the order, unless the page fixed it.
        seed: u64,
    },
    /// Sharing the result came to its end.
    EndSharing(ShareOutcome),
    /// Handing the reader the chart at this place came to its end.
    EndExport(usize, ShareOutcome),
}
