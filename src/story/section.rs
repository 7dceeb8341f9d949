//! Sections of a card and the items in them, by index and by address.

use super::MessageKey;

/// A section of the card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Key figures and facts.
    #[default]
    Overview,
    /// The quiz.
    Trivia,
    /// Lanes and events.
    Timeline,
    /// Charts.
    Charts,
    /// Cast and crew.
    Cast,
    /// Questions and answers.
    Faq,
    /// Expected against happened.
    Outcomes,
    /// Where sources disagree.
    Disputes,
    /// The registry of sources.
    Sources,
}

impl Section {
    /// Every section, in the order of the contract.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Trivia,
        Self::Timeline,
        Self::Charts,
        Self::Cast,
        Self::Faq,
        Self::Outcomes,
        Self::Disputes,
        Self::Sources,
    ];

    /// The section's id, as it stands in addresses and attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Trivia => "trivia",
            Self::Timeline => "timeline",
            Self::Charts => "charts",
            Self::Cast => "cast",
            Self::Faq => "faq",
            Self::Outcomes => "outcomes",
            Self::Disputes => "disputes",
            Self::Sources => "sources",
        }
    }

    /// The section with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id() == id)
    }

    /// The message that names this section.
    pub fn name(self) -> MessageKey {
        match self {
            Self::Overview => MessageKey::SectionOverview,
            Self::Trivia => MessageKey::SectionTrivia,
            Self::Timeline => MessageKey::SectionTimeline,
            Self::Charts => MessageKey::SectionCharts,
            Self::Cast => MessageKey::SectionCast,
            Self::Faq => MessageKey::SectionFaq,
            Self::Outcomes => MessageKey::SectionOutcomes,
            Self::Disputes => MessageKey::SectionDisputes,
            Self::Sources => MessageKey::SectionSources,
        }
    }

    /// The message that counts what this section holds.
    pub fn holds(self) -> MessageKey {
        match self {
            Self::Overview => MessageKey::HoldsFacts,
            Self::Trivia => MessageKey::HoldsQuestions,
            Self::Timeline => MessageKey::HoldsEvents,
            Self::Charts => MessageKey::HoldsCharts,
            Self::Cast => MessageKey::HoldsPeople,
            Self::Faq => MessageKey::HoldsAnswers,
            Self::Outcomes => MessageKey::HoldsOutcomes,
            Self::Disputes => MessageKey::HoldsDisputes,
            Self::Sources => MessageKey::FootSources,
        }
    }
}

/// One item of a story: the `index`-th of its section.
///
/// In `Overview` the figures come first, then the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// Where it stands.
    pub section: Section,
    /// Its index in that section's list.
    pub index: usize,
}

/// A section, or an item in it: what an address such as `timeline/premiere` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The section.
    pub section: Section,
    /// The item's index in the section's list, if the address names one.
    pub item: Option<usize>,
}
