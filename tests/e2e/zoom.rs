//! A chart of a long line: zoomed and moved along by buttons, keys, pointer, fingers and wheel.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    gestures::{a_finger_moves_it_and_scrolls_the_page, canvas, pinch, press_twice, turn_wheel},
    keys::tab_to,
    world::World,
};

const POINTS: u32 = 20_000;

/// A card of a story with one chart of a line of 20,000 points, of which those up to `known` are known.
fn line_of(known: u32) -> String {
    let y = |x: u32| f64::from(x % 700) + f64::from(x * 7919 % 1000) / 10.0;
    let (x, y): (Vec<u32>, Vec<_>) = (1..=POINTS).map(|x| (x, (x <= known).then(|| y(x)))).unzip();
    let story = json!({
        "format": 1, "id": "long", "title": "A long line", "lang": "en",
        "sections": ["charts"], "sources": [{ "id": "s", "title": "A source" }],
        "charts": [{
            "id": "walk", "kind": "lines", "title": "A walk", "sources": ["s"], "x": {},
            "columns": [{ "id": "line", "label": "Line", "x": x, "y": y }],
        }],
    });
    format!(r#"<story-card><script type="application/json">{story}</script></story-card>"#)
}

async fn open(world: &World) -> Outcome<Card> {
    open_line(world, POINTS).await
}

async fn open_line(world: &World, known: u32) -> Outcome<Card> {
    let card = world.card(&line_of(known)).await?;
    card.scroll_to().await?;
    world.page.settle().await?;
    Ok(card)
}

/// What the card says of what is shown, as numbers.
async fn shown(card: &Card) -> Outcome<[f64; 2]> {
    let words = "return root.querySelector('.sc-window').textContent.replaceAll(',', '')";
    let said = card.js(words, Value::Null).await?;
    let said = said.as_str().unwrap_or_default();
    let (low, high) = said.split_once(" to ").ok_or_else(|| format!("{said:?} is no window"))?;
    Ok([low.parse()?, high.parse()?])
}

const ALL: [f64; 2] = [1.0, 20_000.0];

fn width([low, high]: [f64; 2]) -> f64 {
    high - low
}

pub(crate) async fn buttons_zoom_a_chart_and_nothing_below_moves(world: World) -> Outcome {
    let card = open(&world).await?;
    assert_eq!(shown(&card).await?, ALL);
    let height = card.height().await?;
    card.press("Zoom in").await?;
    let once = shown(&card).await?;
    assert!((width(once) - 10_000.0).abs() < 3.0, "{once:?}");
    for _ in 0..14 {
        card.press("Zoom in").await?;
        assert_eq!(card.height().await?, height);
    }
    let near = shown(&card).await?;
    assert!((3.0..8.0).contains(&width(near)), "no nearer than about four points: {near:?}");
    let can =
        "return [...root.querySelectorAll('.sc-zoom button')].map((button) => button.ariaDisabled)";
    assert_eq!(card.js(can, Value::Null).await?, json!(["false", "true", null]));
    card.press("All").await?;
    assert_eq!(shown(&card).await?, ALL);
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn keys_walk_and_zoom_a_chart(world: World) -> Outcome {
    let card = open(&world).await?;
    card.focus_tab().await?;
    tab_to(&world, &card, "the drawing", |_, kind, _| kind == "range").await?;
    let said = "return root.querySelector('.sc-walker').getAttribute('aria-valuetext')";
    for (key, factor) in [("+", 0.5), ("+", 0.5), ("-", 2.0)] {
        let before = shown(&card).await?;
        world.page.press(key).await?;
        world.page.settle().await?;
        let after = shown(&card).await?;
        assert!((width(after) / width(before) - factor).abs() < 0.01, "{key}: {after:?}");
    }
    let before = shown(&card).await?;
    world.page.press(thirtyfour::Key::PageDown).await?;
    world.page.settle().await?;
    let after = shown(&card).await?;
    assert!((after[0] - before[0] - 5_000.0).abs() < 5.0, "{before:?}, {after:?}");
    world.page.press(thirtyfour::Key::Home).await?;
    world.page.settle().await?;
    let first = card.js(said, Value::Null).await?;
    let first = first.as_str().unwrap_or_default().replace(',', "");
    assert!(first.starts_with(&format!("{}", after[0])), "the first in sight: {first}");
    world.page.press("0").await?;
    world.page.settle().await?;
    assert_eq!(shown(&card).await?, ALL);
    Ok(())
}

pub(crate) async fn a_part_without_values_leads_back(world: World) -> Outcome {
    let card = open_line(&world, 8_000).await?;
    card.press("Zoom in").await?;
    card.focus_tab().await?;
    tab_to(&world, &card, "the drawing", |_, kind, _| kind == "range").await?;
    let near = shown(&card).await?;
    for _ in 0..2 {
        world.page.press(thirtyfour::Key::PageDown).await?;
        world.page.settle().await?;
    }
    let words = "return root.querySelector('.sc-window').textContent";
    assert_eq!(card.js(words, Value::Null).await?, json!(""), "nothing is in sight");
    world.page.press(thirtyfour::Key::PageUp).await?;
    world.page.press(thirtyfour::Key::PageUp).await?;
    world.page.settle().await?;
    let back = shown(&card).await?;
    assert!(back[0] <= near[0], "the keys are heard there: {near:?}, {back:?}");
    for _ in 0..2 {
        world.page.press(thirtyfour::Key::PageDown).await?;
    }
    world.page.settle().await?;
    let [x, y, width, height] = canvas(&card).await?;
    world.page.press_at((x + width * 0.1, y + height - 12.0)).await?;
    world.page.settle().await?;
    assert!(shown(&card).await?[0] < 2_000.0, "a press on the strip leads back");
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn what_is_read_stays_in_sight(world: World) -> Outcome {
    let card = open(&world).await?;
    card.focus_tab().await?;
    tab_to(&world, &card, "the drawing", |_, kind, _| kind == "range").await?;
    for _ in 0..3 {
        world.page.press("+").await?;
    }
    for _ in 0..3 {
        world.page.press(thirtyfour::Key::Right).await?;
    }
    world.page.settle().await?;
    let said = "return root.querySelector('.sc-walker').getAttribute('aria-valuetext')";
    let read = card.js(said, Value::Null).await?;
    for _ in 0..6 {
        world.page.press("+").await?;
        world.page.settle().await?;
        assert_eq!(card.js(said, Value::Null).await?, read);
    }
    // Two presses zoom, and pick nothing.
    press_twice(&world, &card).await?;
    let hint = "return root.querySelector('.sc-walker').getAttribute('aria-valuetext').includes('Others are compared')";
    assert_eq!(card.js(hint, Value::Null).await?, json!(false));
    Ok(())
}

pub(crate) async fn a_drag_moves_a_chart_and_its_strip(world: World) -> Outcome {
    let card = open(&world).await?;
    let [x, y, wide, high] = canvas(&card).await?;
    let along = |shares: [f64; 4], at: f64| shares.map(|share| (x + wide * share, at));
    card.press("Zoom in").await?;
    card.press("Zoom in").await?;
    let near = shown(&card).await?;
    world.page.drag("mouse", &along([0.3, 0.4, 0.5, 0.6], y + 80.0), false).await?;
    world.page.settle().await?;
    let earlier = shown(&card).await?;
    assert!(earlier[0] < near[0] - 500.0, "{near:?}, {earlier:?}");
    world.page.hover(&[(x + wide / 2.0, y - 20.0)]).await?;
    world.page.settle().await?;
    let pinned = "return root.querySelector('.sc-reading .sc-detail') !== null";
    assert_eq!(card.js(pinned, Value::Null).await?, json!(true), "a drag picks nothing");
    let strip = y + high - 12.0;
    world.page.drag("mouse", &along([0.4, 0.5, 0.6, 0.8], strip), false).await?;
    world.page.settle().await?;
    let later = shown(&card).await?;
    assert!(later[0] > earlier[0] + 2_000.0, "{earlier:?}, {later:?}");
    card.press("All").await?;
    // Nothing is moved along what is shown whole.
    world.page.drag("mouse", &along([0.3, 0.4, 0.5, 0.6], y + 80.0), false).await?;
    world.page.settle().await?;
    assert_eq!(shown(&card).await?, ALL);
    Ok(())
}

pub(crate) async fn the_wheel_over_a_chart_is_the_pages_unless_control_is_held(
    world: World,
) -> Outcome {
    let card = open(&world).await?;
    assert!(!turn_wheel(&world, &card, "").await?);
    assert_eq!(shown(&card).await?, ALL);
    for held in ["ctrl", "meta"] {
        let before = width(shown(&card).await?);
        assert!(turn_wheel(&world, &card, held).await?, "{held}");
        assert!(width(shown(&card).await?) < before, "{held}");
    }
    Ok(())
}

pub(crate) async fn two_fingers_pinch_a_chart_and_two_taps_zoom(world: World) -> Outcome {
    let card = open(&world).await?;
    pinch(&world, &card).await?;
    let near = shown(&card).await?;
    assert!((width(near) / width(ALL) - 0.25).abs() < 0.02, "{near:?}");
    press_twice(&world, &card).await?;
    assert!(width(shown(&card).await?) < width(near) * 0.6);
    Ok(())
}

pub(crate) async fn a_finger_moves_a_chart_and_scrolls_the_page(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    let card = open(&world).await?;
    a_finger_moves_it_and_scrolls_the_page(&world, &card, shown).await
}
