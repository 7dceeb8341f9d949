//! Sections whose items need little more than a claim: overview, cast, answers, outcomes, disputes.

use super::claim::{SectionSources, SourceSet, Sources};
use super::item::{Claimed, Items, claimed};
use super::lead::{LeadChart, LeadEvent, LeadQuestion};
use super::leaf::PlainText;
use super::list::{List, OneOrMore};
use super::object::object;
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::{
    Answer, Claim, Dispute, DisputeVerdict, Fact, Figure, Lead, Number, Outcome, OutcomeResult,
    Overview, Person, Picture, Statement, Text, Unit,
};

/// More sides than this no dispute has.
const MOST_SIDES: usize = 12;

object! {
    /// Key figures and facts.
    "Overview" for Overview, |it| {
        /// Ids of the sources of all below that names none.
        sources: OrDefault<SectionSources> = it.sources,
        /// The opening paragraphs: texts, or texts with sources of their own.
        text: OrDefault<OneOrMore<Paragraph>> = it.text,
        /// The numbers to remember.
        figures: OrDefault<Items<Figure>> = it.figures,
        /// Single sentences.
        facts: OrDefault<Items<Fact>> = it.facts,
        /// What is shown small, as a way into other sections.
        lead: OrDefault<Lead> = it.lead,
    }
}

object! {
    /// What the overview shows small, as a way into other sections.
    "Lead" for Lead, |it| {
        /// The address of the question that can be answered there, such as `trivia/q-first`; one
        /// with options to choose from. The first of these if left out.
        question: Option<LeadQuestion> = it.question,
        /// The address of the chart that is shown there, such as `charts/c-first`. The first if left
        /// out.
        chart: Option<LeadChart> = it.chart,
        /// The address of the event that stands out in the timeline there, and until a reader picks
        /// one, such as `timeline/premiere`. The first of the subject's if left out.
        event: Option<LeadEvent> = it.event,
    }
}

/// An opening paragraph: a statement, or a text alone that rests on the sources of the section.
pub(in crate::story) struct Paragraph;

impl Shape for Paragraph {
    type Value = Statement;

    fn read(value: &mut Statement, node: Node<'_>, cx: &mut Context) -> bool {
        if node.text.starts_with('{') {
            return Statement::read(value, node, cx);
        }
        let is_whole = Text::read(&mut value.text, node, cx);
        if is_whole {
            value.sources = cx.inherited_sources(node.at);
        }
        is_whole
    }
}

object! {
    /// A number to remember.
    "Figure" for Figure, |it| {
        /// The number and its spread.
        value: Number = it.value,
        /// Its unit, shown beside it.
        unit: OrDefault<Unit> = it.unit,
        /// What the number counts.
        label: Text = it.label,
    }
}

object! {
    /// One sourced sentence.
    "Fact" for Fact, |it| {
        /// The sentence.
        text: Text = it.text,
    }
}

object! {
    /// One of the cast and crew.
    "Person" for Person, |it| {
        /// The name.
        name: PlainText = it.name,
        /// The part played or the work done.
        role: Text = it.role,
        /// Heading under which the person stands, such as `Cast` or `Crew`.
        group: Option<PlainText> = it.group,
        /// Was part of an earlier work of the series.
        returning: OrDefault<bool> = it.returning,
        /// A remark.
        note: Option<Text> = it.note,
        /// A picture of the person.
        image: Option<Box<Picture>> = it.image,
    }
}

object! {
    /// A question readers ask, answered.
    "Answer" for Answer, |it| {
        /// The question.
        question: Text = it.question,
        /// The answer.
        answer: Text = it.answer,
    }
}

claimed! { Figure Fact Person Answer }

object! {
    /// Something said, with the sources that say it.
    "Statement" for Statement, |it| {
        /// What is said.
        text: Text = it.text,
        /// Ids of the sources that say it.
        sources: Sources = it.sources,
    }
}

object! {
    /// An expectation and what became of it.
    "Outcome" for Outcome, |it| {
        /// What was expected, and by whom.
        expected: Statement = it.expected,
        /// What happened, and who says so.
        happened: Statement = it.happened,
        /// How the two compare.
        result: OutcomeResult = it.result,
        /// The result in your words, if the plain word is too plain.
        summary: Option<Text> = it.summary,
    }
}

object! {
    /// A topic on which sources disagree.
    "Dispute" for Dispute, |it| {
        /// What the disagreement is about.
        topic: Text = it.topic,
        /// The sides, at least two.
        sides: List<Statement, 2, MOST_SIDES> = it.sides,
        /// What you conclude.
        verdict: DisputeVerdict = it.verdict,
        /// Why.
        reason: Text = it.reason.text,
    }
}

/// An item that consists of statements rests on what they rest on, and on what it names beyond.
impl Claimed for Outcome {
    fn head(&mut self) -> (&mut String, &mut Claim) {
        (&mut self.id, &mut self.claim)
    }

    fn settle_sources(&mut self, _: usize, cx: &mut Context) {
        let mut sources = SourceSet::default();
        sources.add(&self.expected.sources);
        sources.add(&self.happened.sources);
        sources.add(cx.named_sources());
        self.claim.sources = sources.into_list();
    }
}

impl Claimed for Dispute {
    fn head(&mut self) -> (&mut String, &mut Claim) {
        (&mut self.id, &mut self.claim)
    }

    fn settle_sources(&mut self, _: usize, cx: &mut Context) {
        self.reason.sources = cx.named_sources().to_vec();
        let mut sources = SourceSet::default();
        for side in &self.sides {
            sources.add(&side.sources);
        }
        sources.add(&self.reason.sources);
        self.claim.sources = sources.into_list();
    }
}
