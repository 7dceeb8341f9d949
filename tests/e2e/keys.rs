//! The card by keyboard alone.

use serde_json::{Value, json};
use story_card::story::MessageKey;
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    world::{CARD, MINIMAL, World},
};

pub(crate) async fn the_row_of_sections_is_walked_by_keys(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let sections = card.sections().await?;
    card.focus_tab().await?;
    for section in &sections[1..3] {
        world.page.press(Key::Tab + Key::Enter).await?;
        card.wait_for_section(section).await?;
        let script = "return root.activeElement?.id.endsWith('-tab-' + input)";
        card.until("focus on the button of the section", script, json!(section)).await?;
    }
    Ok(())
}

pub(crate) async fn what_has_no_room_in_the_row_is_behind_more(world: World) -> Outcome {
    world.page.window(360, 740).await?;
    let card = world.card(CARD).await?;
    let more = |tag: &str, _: &str, _: &str| tag == "summary";
    card.focus_tab().await?;
    tab_to(&world, &card, "the rest of the sections", more).await?;
    let words = card.focus().await?[2].as_str().unwrap_or_default().to_owned();
    assert!(words.contains(MessageKey::CardMore.english()), "{words}");
    let is_open = "return root.querySelector('.sc-more').open";
    // Escape closes it, and so does focus that goes elsewhere.
    for escape in [true, false] {
        world.page.press(Key::Enter).await?;
        card.until("the menu", is_open, Value::Null).await?;
        if escape {
            world.page.press(Key::Escape).await?;
        } else {
            card.focus_tab().await?;
        }
        let what = format!("open, escape: {escape}");
        card.until_is(&what, is_open, Value::Null, &json!(false)).await?;
        world.page.settle().await?;
        tab_to(&world, &card, "the rest of the sections", more).await?;
    }
    world.page.press(Key::Enter).await?;
    let name = MessageKey::SectionDisputes.english();
    tab_to(&world, &card, "the disputes", |tag, _, words| tag == "button" && words == name).await?;
    world.page.press(Key::Enter).await?;
    card.wait_for_section("disputes").await?;
    assert_eq!(card.section().await?, "disputes");
    card.until_is("open after a choice", is_open, Value::Null, &json!(false)).await?;
    // The open section is named in the row, where the focus is.
    let script = "const at = root.activeElement;
        return at?.localName === 'summary' && at.innerText.trim().startsWith(input)";
    card.until("the name in the row", script, json!(name)).await.map(drop)
}

/// Presses Tab until the focused control fits; an error after a hundred stops.
pub(crate) async fn tab_to(
    world: &World,
    card: &Card,
    what: &str,
    fits: impl Fn(&str, &str, &str) -> bool,
) -> Outcome {
    for _ in 0..100 {
        let focus = card.focus().await?;
        let word = |place: usize| focus[place].as_str().unwrap_or_default();
        if fits(word(0), word(1), word(2)) {
            return Ok(());
        }
        world.page.press(Key::Tab).await?;
    }
    Err(format!("Tab never reaches {what}").into())
}

pub(crate) async fn the_quiz_is_played_by_keyboard(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"questions="3" section="trivia" seed"#)).await?;
    card.focus_tab().await?;
    for question in 1..=3 {
        // A slider is set by an arrow, an option by the space bar.
        let kinds = ["radio", "checkbox", "range"];
        tab_to(&world, &card, "an option", |_, kind, _| kinds.contains(&kind)).await?;
        let is_range = card.focus().await?[1] == json!("range");
        world.page.press(if is_range { Key::Right } else { Key::Space }).await?;
        world.page.settle().await?;
        assert!(
            world.page.details("story-answer").await?.len() < question,
            "choosing by key must not answer yet"
        );
        tab_to(&world, &card, "the button that answers", |_, _, name| {
            name == MessageKey::QuizCheck.english()
        })
        .await?;
        world.page.press(Key::Enter).await?;
        world.page.told("story-answer", question).await?;
        world.page.settle().await?;
        let next = if question == 3 { MessageKey::QuizFinish } else { MessageKey::QuizNext };
        tab_to(&world, &card, "the way on", |_, _, name| name == next.english()).await?;
        world.page.press(Key::Enter).await?;
        world.page.settle().await?;
    }
    world.page.told("story-complete", 1).await?;
    tab_to(&world, &card, "another round", |_, _, name| name == MessageKey::QuizAgain.english())
        .await
}

pub(crate) async fn the_pages_own_keys_are_left_alone(world: World) -> Outcome {
    world.site.page("posts/keys.js", "window.heard = []; addEventListener('keydown', (event) => heard.push([event.key, event.defaultPrevented]));");
    world
        .open_with(r#"<script src="keys.js"></script>"#, &format!("{CARD}<input id='field'>"))
        .await?;
    let card = world.ready(0).await?;
    world.page.js("document.getElementById('field').focus()", vec![]).await?;
    world.page.press(Key::Right + Key::End).await?;
    assert_eq!(
        card.section().await?,
        card.sections().await?[0],
        "the card heard keys from outside"
    );
    card.focus_tab().await?;
    world.page.press("j").await?;
    let heard = world.page.js("return heard", vec![]).await?;
    assert_eq!(heard, json!([["ArrowRight", false], ["End", false], ["j", false]]));
    Ok(())
}

pub(crate) async fn charts_are_walked_by_keyboard(world: World) -> Outcome {
    let card = world.card(&MINIMAL.replace("seed", r#"section="charts" seed"#)).await?;
    card.focus_tab().await?;
    tab_to(&world, &card, "the walk through a chart", |_, kind, _| kind == "range").await?;
    let say = async || {
        card.js("return root.activeElement.ariaValueText ?? root.activeElement.getAttribute('aria-valuetext')", Value::Null).await
    };
    let mut said = Vec::new();
    for key in [Key::Home, Key::Right] {
        world.page.press(key).await?;
        world.page.settle().await?;
        said.push(say().await?.as_str().unwrap_or_default().to_owned());
    }
    assert!(said[0].contains("Skerry") && said[0].contains("41"), "{said:?}");
    assert!(said[1].contains("Holm") && said[1].contains("28.5"), "{said:?}");
    // What is pressed is what others are compared with, until it is pressed again. The page hears
    // nothing of that.
    let listen = "window.heard = []; addEventListener('keydown', ({ key }) => heard.push(key))";
    world.page.js(listen, vec![]).await?;
    for (key, is_compared) in [(Key::Home, false), (Key::Enter, false), (Key::Right, true)] {
        world.page.press(key).await?;
        world.page.settle().await?;
        let words = say().await?.as_str().unwrap_or_default().to_owned();
        assert_eq!(words.contains("Against Skerry"), is_compared, "{words}");
    }
    for key in [Key::Home, Key::Enter, Key::Right] {
        world.page.press(key).await?;
        world.page.settle().await?;
    }
    assert_eq!(say().await?.as_str().unwrap_or_default(), said[1]);
    let heard = world.page.js("return heard", vec![]).await?;
    assert!(!heard.to_string().contains("Enter"), "{heard}");
    // The next stop is what the value rests on, which is still read there.
    world.page.press(Key::Tab).await?;
    world.page.settle().await?;
    let stop =
        "return [root.activeElement.className, root.activeElement.parentElement.textContent]";
    let at = card.js(stop, Value::Null).await?;
    assert_eq!(at[0], "sc-marks", "{at}");
    assert!(at[1].as_str().is_some_and(|words| words.starts_with(&said[1])), "{at}");
    world.page.press(Key::Enter).await?;
    card.until(
        "the sources of a value",
        "return root.querySelector('.sc-panel-of-sources').matches(':popover-open')",
        Value::Null,
    )
    .await?;
    Ok(())
}
