//! Playing the quiz with the mouse.

use serde_json::{Value, json};
use story_card::story::Key;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, EVERYTHING, MINIMAL, World},
};

/// [`MINIMAL`]'s one question, open: the light was red.
async fn one_question(world: &World) -> Outcome<Card> {
    world.card(&MINIMAL.replace("seed", r#"section="trivia" seed"#)).await
}

pub(crate) async fn an_answer_gets_its_verdict_at_once(world: World) -> Outcome {
    let card = one_question(&world).await?;
    card.choose("Red").await?;
    let text = card.text().await?;
    for words in [Key::QuizVerdictRight.english(), "The log names a red light", "The keeper's log"]
    {
        assert!(text.contains(words), "{words:?} is not said: {text}");
    }
    let answers = world.page.details("story-answer").await?;
    assert_eq!(
        answers,
        [
            json!({ "question": "colour", "answer": "red", "correct": true, "score": 1, "answered": 1, "total": 1 })
        ]
    );

    let card = one_question(&world).await?;
    card.choose("Green").await?;
    let verdict = Key::QuizVerdictWrong.english().replace("{answer}", "Red");
    assert!(card.text().await?.contains(&verdict));
    assert_eq!(world.page.details("story-answer").await?[0]["correct"], json!(false));
    Ok(())
}

pub(crate) async fn a_round_ends_with_a_review(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"questions="3" section="trivia" seed"#)).await?;
    for place in 1..=3 {
        card.press(Key::QuizSkip.english()).await?;
        card.press(if place == 3 { Key::QuizFinish } else { Key::QuizNext }.english()).await?;
    }
    let text = card.text().await?;
    assert!(text.contains(Key::QuizResultHeading.english()), "{text}");
    assert_eq!(text.matches(Key::QuizUnanswered.english()).count(), 3, "{text}");
    let complete = world.page.details("story-complete").await?;
    assert_eq!(complete.len(), 1);
    assert_eq!((&complete[0]["score"], &complete[0]["seed"]), (&json!(0), &json!(7)));
    Ok(())
}

pub(crate) async fn every_form_can_be_answered(world: World) -> Outcome {
    let card =
        world.card(&EVERYTHING.replace("seed", r#"section="trivia" spoilers="show" seed"#)).await?;
    let story = stories::example("everything")?;
    let questions = stories::items(&story, "trivia");
    for place in 1..=questions.len() {
        let asked = question_on_show(&card, &questions).await?;
        answer_rightly(&world, &card, asked).await?;
        let answers = world.page.details("story-answer").await?;
        let told = answers.last().ok_or("no answer was told")?;
        assert_eq!((&told["question"], &told["answered"]), (&asked["id"], &json!(place)));
        card.press(
            if place == questions.len() { Key::QuizFinish } else { Key::QuizNext }.english(),
        )
        .await?;
    }
    assert!(card.text().await?.contains(Key::QuizResultHeading.english()));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// The question whose prompt the card shows.
async fn question_on_show<'a>(card: &Card, questions: &[&'a Value]) -> Outcome<&'a Value> {
    let text = card.text().await?;
    let shown = |question: &&&Value| {
        text.contains(&stories::plain(question["prompt"].as_str().unwrap_or("no prompt")))
    };
    questions.iter().find(shown).copied().ok_or_else(|| format!("no known question: {text}").into())
}

/// Chooses what is right, where there is something to choose, and answers.
async fn answer_rightly(world: &World, card: &Card, question: &Value) -> Outcome {
    for option in stories::right_options(question) {
        card.choose(&option).await?;
    }
    if !matches!(question["kind"].as_str(), Some("one" | "true-false")) {
        let fill = "for (const field of root.querySelectorAll('fieldset input[type=range]')) {
                field.stepUp(1); field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true })); }
            for (const menu of root.querySelectorAll('fieldset select')) {
                menu.selectedIndex = 1; menu.dispatchEvent(new Event('change', { bubbles: true })); }
            for (const mover of [...root.querySelectorAll('fieldset button:enabled')].slice(0, 1)) { mover.click(); }";
        card.js(fill, Value::Null).await?;
        world.page.settle().await?;
        card.press(Key::QuizCheck.english()).await?;
    }
    Ok(())
}

pub(crate) async fn another_round_begins(world: World) -> Outcome {
    let card = one_question(&world).await?;
    card.choose("Green").await?;
    card.press(Key::QuizFinish.english()).await?;
    card.press(Key::QuizRetry.english()).await?;
    assert_eq!(card.options().await?.len(), 3);
    card.choose("Red").await?;
    card.press(Key::QuizFinish.english()).await?;
    assert_eq!(card.count_buttons(Key::QuizRetry.english()).await?, 0, "nothing was wrong");
    card.press(Key::QuizAgain.english()).await?;
    assert_eq!(card.options().await?.len(), 3);
    Ok(())
}
