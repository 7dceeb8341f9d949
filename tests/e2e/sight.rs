//! A round is played without a scroll of the reader's: what comes next is always in the window.

use serde_json::{Value, json};
use story_card::story::MessageKey;
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    keys::tab_to,
    play::{answer_by, fill_menus},
    stories,
    world::{EVERYTHING, World},
};

/// A small phone, a larger one, a laptop.
const SIZES: [(u32, u32); 3] = [(320, 568), (360, 640), (1366, 650)];

/// The quiz with every form of question, as high as it is between other texts.
async fn open(world: &World, (width, height): (u32, u32)) -> Outcome<Card> {
    world.page.window(width, height).await?;
    let tag = EVERYTHING.replace(
        "seed",
        r#"section="trivia" spoilers="show" questions="100" loading="eager" seed"#,
    );
    let text = "<p>Words of the post around the card, which make the page longer.</p>".repeat(30);
    world.open(&format!("{text}{tag}{text}")).await?;
    let card = world.ready(0).await?;
    card.scroll_to().await?;
    world.page.settle().await?;
    Ok(card)
}

/// One of the card's own words, in the story's language.
fn say(words: MessageKey) -> Outcome<String> {
    Ok(stories::say(&stories::example("everything")?, words))
}

/// Waits until what a script finds is whole in the window; the error says where it stands instead.
async fn until_in_sight(card: &Card, what: &str, script: &str) -> Outcome {
    let script = format!(
        "const it = {script};
         if (!it) return `${{input}} is not there`;
         const box = it.getBoundingClientRect();
         const isSeen = box.top >= -1 && box.bottom <= innerHeight + 1 && box.height > 0;
         return isSeen ? null : `${{input}}: ${{box.top}} to ${{box.bottom}} of ${{innerHeight}}, ${{words(root.querySelector('.sc-prompt'))}}`"
    );
    card.until_is("out of sight", &script, json!(what), &Value::Null).await
}

/// Fails unless the prompt and the first control are seen, of up to four options all.
async fn the_question_is_in_sight(card: &Card, (_, height): (u32, u32)) -> Outcome {
    let control = "fieldset :is(label, select, canvas, input:not(.sc-walker), ol button)";
    let mut parts = vec![
        ("the prompt", "root.querySelector('.sc-prompt')".to_owned()),
        ("the first control", format!("root.querySelector('{control}')")),
    ];
    let count = card.options().await?.len();
    if (1..=4).contains(&count) && height >= 640 {
        parts.push(("the last option", "choices().at(-1).closest('label')".to_owned()));
    }
    for (what, script) in parts {
        until_in_sight(card, what, &script).await?;
    }
    Ok(())
}

/// Fails unless verdict and way on are seen.
async fn the_verdict_is_in_sight(card: &Card) -> Outcome {
    for (what, script) in [
        ("the verdict", "root.querySelector('[part=verdict] p')"),
        ("the way on", "root.querySelector('[part=verdict] button')"),
    ] {
        until_in_sight(card, what, script).await?;
    }
    Ok(())
}

/// Fails unless what gives the answer is seen, once something was set.
async fn the_button_is_in_sight(card: &Card) -> Outcome {
    let script = "root.querySelector('fieldset ~ div button, fieldset ~ p button')";
    until_in_sight(card, "the button that answers", script).await
}

/// How many questions the round has.
async fn count(card: &Card) -> Outcome<u64> {
    let script = "return root.querySelectorAll('.sc-bead').length";
    card.js(script, Value::Null).await?.as_u64().ok_or_else(|| "no marks".into())
}

async fn play(world: &World, pointer: &str, size: (u32, u32)) -> Outcome {
    let card = open(world, size).await?;
    let count = count(&card).await?;
    for nth in 1..=count {
        the_question_is_in_sight(&card, size).await?;
        if let Some(option) = card.options().await?.first() {
            card.choose(option).await?;
        } else {
            answer_by(world, &card, pointer).await?;
            the_button_is_in_sight(&card).await?;
        }
        card.press_if_there(&say(MessageKey::QuizCheck)?).await?;
        the_verdict_is_in_sight(&card).await?;
        card.press(&say(if nth == count { MessageKey::QuizFinish } else { MessageKey::QuizNext })?)
            .await?;
    }
    for (what, script) in [
        ("the score", "root.querySelector('.sc-score')"),
        ("another round", "root.querySelector('.sc-track ~ .sc-row button')"),
    ] {
        until_in_sight(&card, what, script).await?;
    }
    Ok(())
}

pub(crate) async fn nothing_is_out_of_sight_by_mouse(world: World) -> Outcome {
    for size in SIZES {
        play(&world, "mouse", size).await.map_err(|error| format!("{size:?}: {error}"))?;
    }
    Ok(())
}

pub(crate) async fn nothing_is_out_of_sight_by_touch(world: World) -> Outcome {
    play(&world, "touch", SIZES[0]).await?;
    play(&world, "touch", SIZES[1]).await
}

/// Answers the question by keys, from wherever the focus is.
async fn answer_by_keys(world: &World, card: &Card) -> Outcome {
    let script = "return (root.querySelector('fieldset select, fieldset input, fieldset ol button')
        ?.type ?? '')";
    let kind = card.js(script, Value::Null).await?;
    let kind = kind.as_str().unwrap_or_default();
    match kind {
        // The key of the first option answers.
        "radio" => return world.page.press("1").await,
        "checkbox" => world.page.press("b").await?,
        _ => {
            tab_to(world, card, kind, |_, focus, _| focus == kind).await?;
            match kind {
                "select-one" => fill_menus(world, card).await?,
                "text" => world.page.press("Gannets").await?,
                "range" => {
                    // The keys on a drawing pick a value; the slider behind it sets that.
                    let is_walk = "return root.activeElement.matches('.sc-walker')";
                    if card.js(is_walk, Value::Null).await? == json!(true) {
                        world.page.press(Key::Tab).await?;
                    }
                    world.page.press(Key::Right).await?;
                }
                _ => world.page.press(Key::Down).await?,
            }
        }
    }
    world.page.settle().await?;
    the_button_is_in_sight(card).await?;
    let check = say(MessageKey::QuizCheck)?;
    tab_to(world, card, "the button that answers", |_, _, name| name == check).await?;
    world.page.press(Key::Enter).await
}

pub(crate) async fn nothing_is_out_of_sight_by_keys(world: World) -> Outcome {
    for size in SIZES {
        let card = open(&world, size).await?;
        card.focus_tab().await?;
        let question = |_: &str, kind: &str, name: &str| !kind.is_empty() && name != "Trivia";
        tab_to(&world, &card, "the question", question).await?;
        card.js("root.querySelector('legend').focus()", Value::Null).await?;
        let count = count(&card).await?;
        for nth in 1..=count {
            the_question_is_in_sight(&card, size).await?;
            answer_by_keys(&world, &card).await?;
            world.page.told("story-answer", nth as usize).await?;
            world.page.settle().await?;
            the_verdict_is_in_sight(&card).await?;
            // From the verdict, where the focus is, Enter goes on.
            let role = "return root.activeElement?.getAttribute('role')";
            card.until_is("the focus", role, Value::Null, &json!("group")).await?;
            world.page.press(Key::Enter).await?;
            world.page.settle().await?;
        }
        world.page.told("story-complete", 1).await?;
    }
    Ok(())
}

/// Where a key means something by itself, it answers nothing.
pub(crate) async fn keys_of_a_field_answer_nothing(world: World) -> Outcome {
    let card = open(&world, SIZES[2]).await?;
    card.js("tabs()[0].focus()", Value::Null).await?;
    world.page.press("1").await?;
    world.page.press("a").await?;
    card.js("root.querySelector('legend').focus()", Value::Null).await?;
    world.page.press(Key::Control + "9").await?;
    world.page.press("9").await?;
    world.page.settle().await?;
    assert_eq!(world.page.details("story-answer").await?.len(), 0);
    Ok(())
}
