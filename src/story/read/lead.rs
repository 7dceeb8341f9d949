//! What the overview leads with: it must be there, and fit to be shown so.

use super::leaf::text;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{Section, Story};

/// The address of a question that can be answered on the cover.
pub(in crate::story) struct LeadQuestion;

impl Shape for LeadQuestion {
    /// An index into the story's questions.
    type Value = usize;

    fn read(value: &mut usize, node: Node<'_>, cx: &mut Context) -> bool {
        let mut address = String::new();
        if !text(&mut address, node, cx) {
            return false;
        }
        let Some(item) = cx.item(&address, node.at) else { return false };
        if item.section != Section::Trivia {
            let right = "Name a question, such as \"trivia/q-first\".";
            fault!(cx, node.at, "this is not a question", "{right}");
            return false;
        }
        *value = item.index;
        cx.lead_question = Some(node.at);
        true
    }
}

/// Notes that the question which the overview leads with cannot be answered there.
pub(super) fn check(story: &Story, cx: &mut Context) {
    let question = story.overview.lead.question.and_then(|it| story.trivia.questions.get(it));
    // A broken question rests on nothing; it has its fault.
    let question = question.filter(|question| !question.claim.sources.is_empty());
    let (Some(at), Some(question)) = (cx.lead_question, question) else { return };
    if !question.form.is_choice() {
        let right = "Name one of one choice, several choices, or true or false.";
        fault!(cx, at, "this question has no options to choose from", "{right}");
    } else if question.claim.spoiler {
        let right = "Name a question without a spoiler.";
        fault!(cx, at, "this question is a spoiler, and the overview would show it", "{right}");
    }
}
