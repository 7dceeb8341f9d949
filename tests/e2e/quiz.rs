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
    let answers = world.page.told("story-answer", 1).await?;
    let text = card.text().await?;
    for words in
        [MessageKey::QuizVerdictRight.english(), "The log names a red light", "Harbour Office"]
    {
        assert!(text.contains(words), "{words:?} is not said: {text}");
    }
    assert_eq!(
        answers,
        [
            json!({ "question": "colour", "answer": "red", "correct": true, "score": 1, "answered": 1, "total": 1, "byReader": true })
        ]
    );

    let card = one_question(&world).await?;
    card.choose("Green").await?;
    let verdict = MessageKey::QuizVerdictWrong.english().replace("{answer}", "Red");
    card.until_says(&verdict).await?;
    assert_eq!(world.page.told("story-answer", 1).await?[0]["correct"], json!(false));
    Ok(())
}

pub(crate) async fn a_round_ends_with_a_review(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"questions="3" section="trivia" seed"#)).await?;
    for _ in 0..3 {
        card.press(MessageKey::QuizSkip.english()).await?;
    }
    let text = card.text().await?;
    assert!(text.contains(MessageKey::QuizResultHeading.english()), "{text}");
    assert!(text.contains(MessageKey::QuizMissedFact.english()), "{text}");
    card.press(MessageKey::QuizReview.english()).await?;
    let text = card.text().await?;
    assert_eq!(text.matches(MessageKey::QuizUnanswered.english()).count(), 3, "{text}");
    let complete = world.page.told("story-complete", 1).await?;
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
        let answers = world.page.told("story-answer", place).await?;
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

/// The menus, sliders and fields of the question, but for those that stand beside a slider.
const FIELDS: &str =
    "[...root.querySelectorAll('fieldset :is(select, input[type=range], input.sc-menu)')]";

/// Sets the field at a place to something else, and one for texts to the answer.
const SET_FIELD: &str = "const [place, text] = input; const field = FIELDS[place];
    if (field.localName === 'select') field.selectedIndex = 1;
    else if (field.type === 'text') field.value = text; else field.stepUp(1);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));";

/// Chooses what is right, where there is something to choose, and answers.
async fn answer_rightly(world: &World, card: &Card, story: &Value, question: &Value) -> Outcome {
    for option in stories::right_options(question) {
        card.choose(&option).await?;
    }
    if !matches!(question["kind"].as_str(), Some("one" | "true-false")) {
        // One field after the other, as a reader would.
        let fields = card.elements(&format!("return {FIELDS}")).await?;
        let answer = stories::plain(question["answer"].as_str().unwrap_or_default());
        for place in 0..fields.len() {
            card.js(&SET_FIELD.replace("FIELDS", FIELDS), json!([place, answer])).await?;
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

/// The place in the round, as the card says it.
fn place(nth: usize, total: usize) -> String {
    let words = MessageKey::QuizProgress.english().replace("{n}", &nth.to_string());
    words.replace("{total}", &total.to_string())
}

pub(crate) async fn a_round_may_be_short_end_early_and_be_followed_by_another(
    world: World,
) -> Outcome {
    let tag = r#"<story-card src="../card/ballerina.story.json" section="trivia/q-ballet" loading="eager"></story-card>"#;
    let card = world.card(tag).await?;
    assert!(card.text().await?.contains("of 10"));
    card.press("5").await?;
    assert!(card.text().await?.contains(&place(1, 5)), "{}", card.text().await?);
    let pressed = "return root.activeElement?.getAttribute('aria-pressed')";
    assert_eq!(card.js(pressed, Value::Null).await?, json!("true"), "the focus stays there");
    assert!(card.show("trivia/q-ballet").await?);
    assert!(card.text().await?.contains("of 5"), "a link makes no round longer");
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    let option = card.options().await?.remove(0);
    card.choose(&option).await?;
    let finish = MessageKey::QuizFinishNow.english();
    card.press(MessageKey::QuizNext.english()).await?;
    assert_eq!(card.count_buttons("5").await?, 0, "the length is settled");
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    card.press(finish).await?;
    assert_eq!(world.page.told("story-complete", 1).await?[0]["total"], json!(1));
    let left = MessageKey::QuizLeft.english().replace("{n} ", "");
    assert!(card.text().await?.contains(&left), "{}", card.text().await?);
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    card.press(MessageKey::QuizAgain.english()).await?;
    assert!(card.text().await?.contains(&place(1, 5)));
    let story = stories::bundled()?;
    let questions = stories::items(&story, "trivia");
    let asked = questions.iter().find(|it| it["id"] == "q-ballet").ok_or("no such question")?;
    let prompt = stories::plain(asked["prompt"].as_str().unwrap_or_default());
    for _ in 0..5 {
        assert!(!card.text().await?.contains(&prompt), "it was asked before");
        card.press(MessageKey::QuizSkip.english()).await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}
