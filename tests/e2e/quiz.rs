//! Playing the quiz with the mouse.

use serde_json::{Value, json};
use story_card::story::MessageKey;

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
    for words in
        [MessageKey::QuizVerdictRight.english(), "The log names a red light", "Harbour Office"]
    {
        assert!(text.contains(words), "{words:?} is not said: {text}");
    }
    let answers = world.page.details("story-answer").await?;
    assert_eq!(
        answers,
        [
            json!({ "question": "colour", "answer": "red", "correct": true, "score": 1, "answered": 1, "total": 1, "byReader": true })
        ]
    );

    let card = one_question(&world).await?;
    card.choose("Green").await?;
    let verdict = MessageKey::QuizVerdictWrong.english().replace("{answer}", "Red");
    assert!(card.text().await?.contains(&verdict));
    assert_eq!(world.page.details("story-answer").await?[0]["correct"], json!(false));
    Ok(())
}

pub(crate) async fn a_round_ends_with_a_review(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"questions="3" section="trivia" seed"#)).await?;
    for _ in 0..3 {
        card.press(MessageKey::QuizSkip.english()).await?;
    }
    let text = card.text().await?;
    assert!(text.contains(MessageKey::QuizResultHeading.english()), "{text}");
    assert_eq!(text.matches(MessageKey::QuizUnanswered.english()).count(), 3, "{text}");
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
        answer_rightly(&world, &card, &story, asked).await?;
        let answers = world.page.details("story-answer").await?;
        let told = answers.last().ok_or("no answer was told")?;
        assert_eq!((&told["question"], &told["answered"]), (&asked["id"], &json!(place)));
        let next =
            if place == questions.len() { MessageKey::QuizFinish } else { MessageKey::QuizNext };
        card.press(&stories::say(&story, next))
            .await
            .map_err(|error| format!("{error} after {}", asked["id"]))?;
    }
    assert!(card.text().await?.contains(&stories::say(&story, MessageKey::QuizResultHeading)));
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

/// Sets the `input`-th menu or slider of the question to something else.
const SET_FIELD: &str = "const field = root.querySelectorAll('fieldset select, fieldset input[type=range]')[input];
    if (field.localName === 'select') field.selectedIndex = 1; else field.stepUp(1);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));";

/// Chooses what is right, where there is something to choose, and answers.
async fn answer_rightly(world: &World, card: &Card, story: &Value, question: &Value) -> Outcome {
    for option in stories::right_options(question) {
        card.choose(&option).await?;
    }
    if !matches!(question["kind"].as_str(), Some("one" | "true-false")) {
        // One field after the other, as a reader would.
        let fields = card
            .elements(
                "return [...root.querySelectorAll('fieldset select, fieldset input[type=range]')]",
            )
            .await?;
        for place in 0..fields.len() {
            card.js(SET_FIELD, json!(place)).await?;
            world.page.settle().await?;
        }
        card.js("root.querySelector('fieldset button:enabled')?.click()", Value::Null).await?;
        world.page.settle().await?;
        card.press(&stories::say(story, MessageKey::QuizCheck)).await?;
    }
    Ok(())
}

pub(crate) async fn another_round_begins(world: World) -> Outcome {
    let card = one_question(&world).await?;
    card.choose("Green").await?;
    card.press(MessageKey::QuizFinish.english()).await?;
    card.press(MessageKey::QuizRetry.english()).await?;
    assert_eq!(card.options().await?.len(), 3);
    card.choose("Red").await?;
    card.press(MessageKey::QuizFinish.english()).await?;
    assert_eq!(card.count_buttons(MessageKey::QuizRetry.english()).await?, 0, "nothing was wrong");
    card.press(MessageKey::QuizAgain.english()).await?;
    assert_eq!(card.options().await?.len(), 3);
    Ok(())
}
