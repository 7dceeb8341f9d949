//! The drawn timeline: moved along by buttons, keys, pointer, fingers and wheel; filtered; an event
//! placed in it.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    gestures::{a_finger_moves_it_and_scrolls_the_page, canvas, pinch, press_twice, turn_wheel},
    keys::tab_to,
    play::{open_at, rect, say},
    world::World,
};
use story_card::story::MessageKey;

const CARD: &str = r#"<story-card seed="7" section="timeline"></story-card>"#;

async fn open(world: &World) -> Outcome<Card> {
    let card = world.card(CARD).await?;
    card.scroll_to().await?;
    world.page.settle().await?;
    Ok(card)
}

/// What the card says of what is shown: from when to when, how many events.
async fn shown(card: &Card) -> Outcome<String> {
    let said = card.js("return root.querySelector('.sc-window').textContent", Value::Null).await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

/// The event that stands out.
async fn picked(card: &Card) -> Outcome<String> {
    let words = "return root.querySelector('.sc-spot b').textContent";
    Ok(card.js(words, Value::Null).await?.as_str().unwrap_or_default().to_owned())
}

const ALL: &str = "2014 to 2028, 43 of 43 events";

pub(crate) async fn buttons_zoom_and_nothing_below_moves(world: World) -> Outcome {
    let card = open(&world).await?;
    assert_eq!(shown(&card).await?, ALL);
    let before = (picked(&card).await?, card.height().await?);
    card.press("Zoom in").await?;
    let once = shown(&card).await?;
    assert_ne!(once, ALL);
    for _ in 0..6 {
        card.press("Zoom in").await?;
        assert_eq!((picked(&card).await?, card.height().await?), before);
    }
    assert!(shown(&card).await?.contains("2025"), "the picked event stays in sight");
    for _ in 0..6 {
        card.press("Zoom out").await?;
    }
    assert_eq!(shown(&card).await?, once, "the way back is the same");
    card.press("All").await?;
    assert_eq!(shown(&card).await?, ALL);
    let barriers = world.page.barriers().await?;
    assert_eq!(barriers, Vec::<String>::new());
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_drag_moves_along_and_a_press_picks(world: World) -> Outcome {
    let card = open(&world).await?;
    card.press("Zoom in").await?;
    card.press("Zoom in").await?;
    let (near, was) = (shown(&card).await?, picked(&card).await?);
    let [x, y, width, _] = canvas(&card).await?;
    let row = y + 100.0;
    let path = [0.3, 0.4, 0.5, 0.6].map(|share| (x + width * share, row));
    world.page.drag("mouse", &path, false).await?;
    world.page.settle().await?;
    let earlier = shown(&card).await?;
    assert_ne!(earlier, near);
    assert_eq!(picked(&card).await?, was, "a drag picks nothing");
    let back: Vec<_> = path.iter().rev().copied().collect();
    world.page.drag("mouse", &back, false).await?;
    world.page.settle().await?;
    assert_eq!(shown(&card).await?, near, "there and back");
    // The strip's window is dragged the other way.
    let [x, y, width, height] = canvas(&card).await?;
    let strip = y + height - 20.0;
    let path = [0.8, 0.7, 0.5].map(|share| (x + width * share, strip));
    world.page.drag("mouse", &path, false).await?;
    world.page.settle().await?;
    assert_ne!(shown(&card).await?, near);
    // The first mark of the world's lane.
    card.press("All").await?;
    world.page.press_at((x + 10.0, y + 82.0)).await?;
    world.page.settle().await?;
    assert_eq!(picked(&card).await?, "John Wick opens");
    Ok(())
}

pub(crate) async fn keys_walk_zoom_and_move(world: World) -> Outcome {
    let card = open(&world).await?;
    card.focus_tab().await?;
    tab_to(&world, &card, "the drawing", |_, kind, _| kind == "range").await?;
    let step = "return root.querySelector('.sc-walker').getAttribute('aria-valuetext')";
    let said = card.js(step, Value::Null).await?;
    assert!(said.as_str().unwrap_or_default().contains("events close together"), "{said}");
    world.page.press(Key::Home).await?;
    world.page.settle().await?;
    let said = card.js(step, Value::Null).await?;
    assert_eq!(said, json!("24 October 2014: John Wick opens, 1 of 29"));
    for (key, at) in [("+", "nearer"), ("+", "nearer still"), ("-", "further off")] {
        let before = shown(&card).await?;
        world.page.press(key).await?;
        world.page.settle().await?;
        assert_ne!(shown(&card).await?, before, "{at}");
    }
    let before = shown(&card).await?;
    world.page.press(Key::PageDown).await?;
    world.page.settle().await?;
    assert_ne!(shown(&card).await?, before);
    world.page.press("0").await?;
    world.page.settle().await?;
    assert_eq!(shown(&card).await?, ALL);
    Ok(())
}

pub(crate) async fn the_wheel_is_the_pages_unless_control_is_held(world: World) -> Outcome {
    let card = open(&world).await?;
    assert!(!turn_wheel(&world, &card, "").await?);
    assert_eq!(shown(&card).await?, ALL);
    for held in ["ctrl", "meta"] {
        let before = shown(&card).await?;
        assert!(turn_wheel(&world, &card, held).await?, "{held}");
        assert_ne!(shown(&card).await?, before, "{held}");
    }
    Ok(())
}

pub(crate) async fn two_fingers_pinch_and_two_taps_zoom(world: World) -> Outcome {
    let card = open(&world).await?;
    let was = picked(&card).await?;
    pinch(&world, &card).await?;
    let near = shown(&card).await?;
    assert_ne!(near, ALL);
    assert_eq!(picked(&card).await?, was, "fingers that moved press nothing");
    press_twice(&world, &card).await?;
    assert_ne!(shown(&card).await?, near);
    Ok(())
}

pub(crate) async fn a_finger_drags_along_and_scrolls_the_page(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    let card = open(&world).await?;
    a_finger_moves_it_and_scrolls_the_page(&world, &card, shown).await
}

pub(crate) async fn chips_and_words_choose_events(world: World) -> Outcome {
    let card = open(&world).await?;
    let lanes = "return [...root.querySelectorAll('.sc-lane')].map((lane) => words(lane.querySelector('.sc-subheading')))";
    card.press("In the story 14").await?;
    assert_eq!(card.js(lanes, Value::Null).await?, json!(["In the story"]));
    let pressed = "return [...root.querySelectorAll('.sc-chip[aria-pressed=true]')].length";
    assert_eq!(card.js(pressed, Value::Null).await?, json!(1));
    card.press("In the story 14").await?;
    assert_eq!(shown(&card).await?, ALL);
    card.js("root.querySelector('input.sc-find').focus()", Value::Null).await?;
    world.page.press("starz").await?;
    world.page.settle().await?;
    let events = "return [...root.querySelectorAll('.sc-events .sc-event-title')].map(words)";
    assert_eq!(
        card.js(events, Value::Null).await?,
        json!(["STARZ", "Among the ten most streamed on STARZ"])
    );
    assert!(card.focus().await?[1] == json!("search"), "the field keeps the focus");
    // A link to an event that is hidden lets go of what hides it.
    assert!(card.show("timeline/john-wick-release").await?);
    world.page.settle().await?;
    assert_eq!(picked(&card).await?, "John Wick opens");
    let typed = "return root.querySelector('input.sc-find').value";
    assert_eq!(card.js(typed, Value::Null).await?, json!(""));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn an_event_is_placed(world: World) -> Outcome {
    let card = open_at(&world, "place").await?;
    let words = "return words(root.querySelector('.sc-set b'))";
    assert_eq!(card.js(words, Value::Null).await?, json!("not set yet"));
    card.press(&say(MessageKey::QuizCheck)?).await?;
    let [x, y, width, height] = rect(&card, "root.querySelector('fieldset canvas')").await?;
    world
        .page
        .drag(
            "mouse",
            &[(x + width * 0.1, y + height * 0.8), (x + width * 0.5, y + height * 0.8)],
            false,
        )
        .await?;
    world.page.settle().await?;
    let middle = card.js(words, Value::Null).await?;
    assert!(middle.as_str().unwrap_or_default().contains("1860"), "{middle}");
    // A date that is typed is read as a story writes it; what is none changes nothing.
    let field = "const field = root.querySelector('fieldset input[type=text]');
        field.value = input; field.dispatchEvent(new Event('change', { bubbles: true }))";
    card.js(field, json!("soon")).await?;
    world.page.settle().await?;
    assert_eq!(card.js(words, Value::Null).await?, middle);
    card.js(field, json!("1859-08")).await?;
    world.page.settle().await?;
    assert_eq!(card.js(words, Value::Null).await?, json!("אוגוסט 1859"));
    let barriers = world.page.barriers().await?;
    assert_eq!(barriers, Vec::<String>::new());
    card.press(&say(MessageKey::QuizCheck)?).await?;
    let answers = world.page.told("story-answer", 1).await?;
    let answer = &answers[0];
    assert_eq!(answer["answer"], json!("1859-08"));
    let said = "return words(root.querySelector('.sc-answers-given'))";
    let said = card.js(said, Value::Null).await?;
    let said = said.as_str().unwrap_or_default();
    // The story is in Hebrew but for what its author left out: more than a year before the storm.
    assert!(said.contains("1859 (14 months early)") && said.contains("1860"), "{said}");
    Ok(())
}
