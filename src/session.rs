//! Where a reader is in a story: the open section, what is unfolded, the quiz.
//!
//! In: the state of one card and [`Session::apply`], the only way it changes.
//! Out: what the story says (`crate::story`), where things are drawn
//! (`crate::layout`), how they look in the page (`crate::view`).
//!
//! No clock, storage or randomness: a seed arrives in an action.

mod action;
mod adoption;
mod arranged_chart;
mod arrangement;
mod asked;
mod axis_window;
mod best_score;
mod charts;
mod citation;
mod cover;
mod disclosure;
mod draw_method;
mod focus_request;
mod guess;
mod keyed;
mod notice;
mod options;
mod quiz;
mod quiz_actions;
mod return_link;
mod round;
mod round_link;
mod saved;
mod score;
mod share_outcome;
mod shuffle;
mod spoilers;
mod timeline_state;

pub use action::Action;
pub use adoption::{Expanded, Played};
pub use arranged_chart::{ArrangedChart, ArrangedRef, chart_shown, rearranged};
pub use arrangement::{Arrangeable, Arrangement, ArrangementChange, RowOrder};
pub use asked::{Asked, Reply};
pub use axis_window::{WindowChange, ZOOM_STEP};
pub use best_score::BestScore;
pub use citation::Citation;
pub use disclosure::Disclosure;
pub use draw_method::RoundLength;
pub use focus_request::{FocusRequest, Target};
pub use guess::{Change, Guess};
pub use notice::{Answer, Notice, notices};
pub use options::{Options, WrongValue};
pub use quiz::{HeldEntry, Phase, Quiz};
pub use round_link::RoundLink;
pub use saved::{saved, saved_beside};
pub use score::{Tally, credit, spelling, tally};
pub use share_outcome::ShareOutcome;
pub use spoilers::Spoilers;
pub use timeline_state::{TimelineChange, TimelineState};

use crate::story::{Address, Item, Section, Story};
use disclosure::expanded_at_first;
use return_link::ReturnLink;

/// Where a reader is.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What the page chose.
    options: Options,
    /// The sections shown, in their order; never empty.
    sections: Vec<Section>,
    /// The open section; one of `sections`.
    open: Section,
    /// The picked event, a place in the story's list of events.
    event: Option<usize>,
    /// What of the timeline is shown.
    timeline: TimelineState,
    /// Which spoilers are folded.
    spoilers: Spoilers,
    /// What is expanded.
    expanded: Vec<Disclosure>,
    /// The chart that is shown, a place in the story's list.
    chart: usize,
    /// The lines that the reader has brought into focus, each behind the place of its chart.
    focused: Vec<(usize, usize)>,
    /// The parts of x axes that are shown, each behind the place of its chart; all of others.
    windows: Vec<(usize, (f64, f64))>,
    /// The charts that the reader has arranged, each behind its place.
    arranged: Vec<(usize, ArrangedRef)>,
    /// What became of handing the reader a chart, and which: a place in the story's list.
    exported: Option<(usize, ShareOutcome)>,
    /// The round being played.
    quiz: Quiz,
    /// How many questions the reader wants in a round, if the reader has said so.
    length: Option<RoundLength>,
    /// Questions that were answered in rounds before this, places in the pool.
    known: Vec<usize>,
    /// The best round so far, of those that are remembered.
    best: Option<BestScore>,
    /// The latest turn of any round, as far as it is known here.
    clock: u32,
    /// Whether the time for each question is short.
    timer: bool,
    /// The way back to what led elsewhere.
    return_link: Option<ReturnLink>,
    /// What is to be scrolled into view, and perhaps focused.
    focus_request: Option<FocusRequest>,
    /// The sources shown beside a statement.
    citation: Citation,
    /// What the reader looks for in the list of sources.
    wanted: String,
}

impl Session {
    /// A reader who has just come; `seed` fixes the round unless `options` do.
    pub fn new(story: &Story, options: Options, seed: u64) -> Self {
        let sections = options.sections_of(story);
        let all_spoilers = options.spoilers;
        let plan = options.round_plan(story, None, all_spoilers);
        let quiz = Quiz::new(story, options.seed.unwrap_or(seed), plan, &[])
            .named(options.round_name(), 0);
        let first = sections.first().copied().unwrap_or(Section::Overview);
        let wanted = options.section.as_deref().and_then(|address| story.find(address));
        let mut session = Self {
            options,
            sections,
            open: first,
            event: None,
            timeline: TimelineState::default(),
            spoilers: Spoilers { all: all_spoilers, unfolded: Vec::new() },
            expanded: expanded_at_first(),
            chart: 0,
            focused: Vec::new(),
            windows: Vec::new(),
            arranged: Vec::new(),
            exported: None,
            quiz,
            length: None,
            known: Vec::new(),
            best: None,
            clock: 0,
            timer: false,
            return_link: None,
            focus_request: None,
            citation: Citation::default(),
            wanted: String::new(),
        };
        if let Some(address) = wanted {
            session.go(story, address);
        }
        session
    }

    /// What the page chose.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The sections shown, in their order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The open section.
    pub fn open(&self) -> Section {
        self.open
    }

    /// The picked event, a place in the story's list of events.
    pub fn event(&self) -> Option<usize> {
        self.event
    }

    /// The event that stands out in the timeline: the one that was picked, or that the story leads with.
    pub fn prominent_event(&self, story: &Story) -> Option<usize> {
        self.event.or_else(|| story.lead_event())
    }

    /// What of the timeline is shown.
    pub fn timeline(&self) -> &TimelineState {
        &self.timeline
    }

    /// The round being played.
    pub fn quiz(&self) -> &Quiz {
        &self.quiz
    }

    /// The best round so far, of those that are remembered.
    pub fn best(&self) -> Option<BestScore> {
        self.best
    }

    /// Whether there is a timer for each question.
    pub fn has_timer(&self) -> bool {
        self.timer
    }

    /// The item to which a link led, while the reader has not gone back.
    pub fn return_item(&self) -> Option<Item> {
        self.return_link.map(|link| link.item)
    }

    /// The section in which that link stands.
    pub fn return_section(&self) -> Option<Section> {
        self.return_link.map(|link| link.to.section)
    }

    /// The sources shown beside a statement.
    pub fn citation(&self) -> &Citation {
        &self.citation
    }

    /// What the reader looks for in the list of sources; empty for nothing.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// What is to be scrolled into view, and perhaps focused.
    pub fn focus_request(&self) -> Option<FocusRequest> {
        self.focus_request
    }

    /// Whether every spoiler is unfolded.
    pub fn shows_all_spoilers(&self) -> bool {
        self.spoilers.all
    }

    /// Whether an item's words must not be shown.
    pub fn is_folded(&self, story: &Story, item: Item) -> bool {
        self.spoilers.fold(story, item)
    }

    /// Which spoilers are folded.
    pub fn spoilers(&self) -> &Spoilers {
        &self.spoilers
    }

    /// The state after `action`; `None` if nothing changed.
    pub fn apply(&self, story: &Story, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Configure(options) => next.configure(story, options),
            Action::Open(section) => next.open_section(section),
            Action::Follow { address, question } => next.follow(story, address, question),
            Action::Back => next.go_back(story),
            Action::Play { link, focus } => next.play(story, &link, focus),
            Action::Show(address) => next.arrive(story, address, false),
            Action::PickEvent(event) => next.pick_event(story, event),
            Action::Timeline(change) => next.change_timeline(story, change),
            Action::Unfold(item) => next.unfold(story, item),
            Action::FoldAll(fold) => next.fold_all(story, fold),
            Action::PickChart(chart) => next.pick_chart(story, chart),
            Action::FocusLine { chart, line } => next.focus_line(story, chart, line),
            Action::ZoomChart(chart, change) => next.zoom_chart(story, chart, change),
            Action::Arrange(chart, change) => next.arrange_chart(story, chart, change),
            Action::ShowSources(citation) => next.citation = citation,
            Action::FollowSource(address) => next.follow_source(story, address),
            Action::Find(wanted) => next.wanted = wanted,
            Action::Disclose(what, is_expanded) => next.disclose(story, what, is_expanded),
            Action::DiscloseAll(section, is_expanded) => {
                next.disclose_all(story, section, is_expanded);
            }
            Action::ListRest(item) => next.list_rest(item.section, item.index),
            Action::Guess(guess) => next.quiz.guess(story, guess),
            Action::Change(change) => next.quiz.change(story, change),
            Action::Hold(entry) => next.quiz.hold(entry),
            Action::LetGo { back } => next.quiz.let_go(story, back),
            Action::Choose(guess) => next.choose(story, guess),
            Action::Submit => next.submit(story),
            Action::OnCover(action) => next.act_on_cover(story, *action),
            Action::Expand(expanded) => next.expand(story, expanded),
            Action::Adopt(played) => next.adopt(story, played),
            Action::Hint => next.quiz.ask_hint(),
            Action::Skip => next.skip(story),
            Action::Timer(timer) => next.timer = timer,
            Action::TimeUp { focus } => next.end_time(focus),
            Action::Next => next.go_on(story),
            Action::Finish => next.finish(),
            Action::SetLength(length) => next.set_length(story, length),
            Action::Retry { seed } => next.retry(story, seed),
            Action::Restart { seed, focus } => next.restart(story, seed, focus),
            Action::Forget { seed } => next.forget(story, seed),
            Action::EndSharing(outcome) => next.end_sharing(outcome),
            Action::EndExport(chart, outcome) => next.end_export(chart, outcome),
        }
        (next != *self).then_some(next)
    }

    fn configure(&mut self, story: &Story, options: Options) {
        self.sections = options.sections_of(story);
        if !self.sections.contains(&self.open) {
            self.open = self.sections.first().copied().unwrap_or(Section::Overview);
        }
        let spoilers_changed = options.spoilers != self.options.spoilers;
        if spoilers_changed {
            self.spoilers.all = options.spoilers;
        }
        let round_changed = (options.seed, options.questions, options.spoilers)
            != (self.options.seed, self.options.questions, self.options.spoilers);
        self.options = options;
        // A round in play is the reader's; the page's wish holds for the next one.
        if round_changed && !self.quiz.is_started() {
            self.renew(story, self.options.seed.unwrap_or(self.quiz.seed()));
        } else if spoilers_changed {
            self.allow_spoilers(story);
        }
    }

    fn open_section(&mut self, section: Section) {
        if self.sections.contains(&section) {
            self.open = section;
            self.exported = None;
            self.drop_return_link();
            // The sources have no place in the row.
            let is_in_foot = section == Section::Sources;
            self.request_focus(if is_in_foot { Target::Panel } else { Target::Tab(section) }, true);
        }
    }

    /// Goes to an address and requests that it is seen.
    fn arrive(&mut self, story: &Story, address: Address, focus: bool) {
        if !self.go(story, address) {
            return;
        }
        let target = match address.item {
            Some(_) if address.section == Section::Trivia => Target::Question,
            Some(index) => Target::Item(Item { section: address.section, index }),
            None => Target::Panel,
        };
        self.request_focus(target, focus);
    }

    /// Opens the section of an address, and its question or event; false if that section is not
    /// shown, or if the quiz leaves that question out.
    fn go(&mut self, story: &Story, address: Address) -> bool {
        let item = address.item.map(|index| Item { section: address.section, index });
        if !self.leads_anywhere(story, address.section, item) {
            return false;
        }
        self.open = address.section;
        match (address.section, address.item) {
            (Section::Timeline, Some(event)) => self.pick_event(story, Some(event)),
            (Section::Trivia, Some(question)) => {
                self.leave_finished_round(story, question);
                self.quiz.go_to(story, question, self.has_fixed_round());
            }
            (Section::Charts, Some(chart)) => self.pick_chart(story, chart),
            _ => {}
        }
        if let Some(item) = item {
            self.reveal(story, item);
        }
        self.drop_return_link();
        true
    }

    /// Whether a link to a section, or an item in it, leads anywhere: the section is shown, and
    /// a question is not one that the quiz leaves out.
    pub fn leads_anywhere(&self, story: &Story, section: Section, item: Option<Item>) -> bool {
        let is_left_out = |item| section == Section::Trivia && self.is_folded(story, item);
        self.sections.contains(&section) && !item.is_some_and(is_left_out)
    }

    fn pick_event(&mut self, story: &Story, event: Option<usize>) {
        self.event = event.filter(|event| *event < story.timeline.events.len());
        if let Some(event) = self.event {
            self.timeline.reveal(&story.timeline, event);
        }
    }

    fn change_timeline(&mut self, story: &Story, change: TimelineChange) {
        let mut timeline = std::mem::take(&mut self.timeline);
        let is_told = |index| !self.is_folded(story, Item { section: Section::Timeline, index });
        let picked = self.prominent_event(story);
        timeline.change(story, change, picked, &is_told);
        self.timeline = timeline;
    }

    fn request_focus(&mut self, target: Target, focus: bool) {
        let serial = self.focus_request.map_or(0, |last| last.serial).wrapping_add(1);
        self.focus_request = Some(FocusRequest { target, serial, focus });
    }
}
