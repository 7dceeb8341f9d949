//! A table of questions.

use super::Columns;
use crate::cli::import::Refused;
use crate::cli::import::draft::{
    Draft, DraftChoice, DraftForm, DraftQuestion, Made, NO_EXPLANATION, SOURCE,
};
use crate::cli::import::remarks::Remarks;
use crate::cli::import::words::Words;
use crate::story::limits::{LONGEST_ANSWER, MOST_CHOICES, MOST_ITEMS};
use crate::story::{Ids, folded};

/// Questions, one in each row: with options to choose from if there are any, else to be typed.
pub(super) fn import(
    columns: &Columns<'_>,
    prompt: usize,
    answer: usize,
    draft: &mut Draft,
    remarks: &mut Remarks,
) -> Result<(), Refused> {
    const OPTIONS: [&str; 5] = ["option", "wrong", "distractor", "choice", "incorrect"];
    let is_option = |name: &String| OPTIONS.iter().any(|option| name.starts_with(option));
    let options: Vec<usize> = (0..columns.names.len())
        .filter(|column| columns.names.get(*column).is_some_and(is_option))
        .collect();
    let (mut questions, mut ids) = (Vec::new(), Ids::default());
    ids.take(SOURCE);
    let mut made = Made::default();
    for row in &columns.table.rows {
        let place = format!("row {}", row.number);
        if questions.len() == MOST_ITEMS {
            remarks.say_full(&place);
            break;
        }
        let (asked, right) = (Words::of_plain(row.cell(prompt)), Words::of_plain(row.cell(answer)));
        let mut texts: Vec<Words> = vec![right];
        for column in &options {
            let words = Words::of_plain(row.cell(*column));
            if !words.is_empty() && texts.iter().all(|known| known.plain != words.plain) {
                texts.push(words);
            }
        }
        let form = form(asked.text.clone(), texts);
        let Some(form) = form.filter(|_| !asked.is_empty()) else {
            remarks.say(&place, "it is left out: no question can be made of it");
            continue;
        };
        if let Some(before) = made.before(&form, &place) {
            remarks.say(&place, format_args!("it is left out: {before} asks the same"));
            continue;
        }
        let words = |names: &[&str]| {
            let words = Words::of_plain(columns.cell(row, names)).text;
            (!words.is_empty()).then_some(words)
        };
        let explanation = words(&["explanation", "feedback"]).unwrap_or_else(|| {
            remarks
                .say(&place, format_args!("it has no explanation; {NO_EXPLANATION} stands there"));
            NO_EXPLANATION.to_owned()
        });
        let id = ids.make(&asked.plain, &format!("question {}", questions.len() + 1));
        questions.push(DraftQuestion { id, form, explanation, hint: words(&["hint"]) });
    }
    if questions.is_empty() {
        return Err("it holds no question that a card can ask.".into());
    }
    draft.ask(questions);
    Ok(())
}

/// A question with a right answer, the first of the texts, and others that are wrong.
fn form(prompt: String, mut texts: Vec<Words>) -> Option<DraftForm> {
    if texts.len() > MOST_CHOICES || texts.first().is_none_or(Words::is_empty) {
        return None;
    }
    if texts.len() == 1 {
        let answer = texts.pop()?;
        let is_long = answer.plain.chars().count() > LONGEST_ANSWER;
        let is_typed = !is_long && !folded(&answer.plain).is_empty();
        return is_typed.then_some(DraftForm::Type {
            prompt,
            answer: answer.text,
            alternatives: Vec::new(),
        });
    }
    let mut ids = Ids::default();
    let mut choices: Vec<DraftChoice> = Vec::new();
    for (nth, words) in texts.into_iter().enumerate() {
        let id = ids.make(&words.plain, &format!("option {}", nth + 1));
        choices.push(DraftChoice { id, text: words.text, remark: None });
    }
    let answer = choices.first()?.id.clone();
    // Readers see options in another order each time; in the story the right one should not be first
    // everywhere.
    choices.sort_by(|one, other| one.id.cmp(&other.id));
    Some(DraftForm::One { prompt, options: choices, answer })
}
