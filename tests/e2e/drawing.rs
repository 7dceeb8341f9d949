//! Guesses that are drawn, and numbers that are estimated: by pointer, by keys, by finger.

use serde_json::{Value, json};
use story_card::story::MessageKey;
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    keys::tab_to,
    page::Scheme,
    play::{open_at, rect, say},
    stories,
    world::World,
};

/// How many values the long line has.
const MANY: usize = 60;

/// A card at the question about a line; with many values, or with few.
async fn open_line(world: &World, many: bool) -> Outcome<Card> {
    let mut story = stories::example("everything")?;
    if many {
        let charts = story["charts"].as_array_mut().ok_or("no charts")?;
        let chart = charts.iter_mut().find(|it| it["id"] == "wrecks").ok_or("no line")?;
        let column = chart["columns"][0].as_object_mut().ok_or("no column")?;
        column.insert("x".into(), (0..MANY).map(|n| (1800 + n).to_string()).collect());
        column.insert("y".into(), (0..MANY).map(|n| n % 7).collect());
        column.remove("labels");
    }
    world.site.page("posts/line.story.json", &story.to_string());
    let tag =
        r#"<story-card src="line.story.json" seed="7" section="trivia/draw-wrecks"></story-card>"#;
    let card = world.card(tag).await?;
    card.scroll_to().await?;
    world.page.settle().await?;
    Ok(card)
}

/// The canvas of the guess: left, top, width, height.
async fn canvas(card: &Card) -> Outcome<[f64; 4]> {
    rect(card, "root.querySelector('fieldset canvas')").await
}

/// How far to the right a share of the canvas's width is: the story runs from the right, and so do
/// its drawings.
fn across(left: f64, width: f64, share: f64) -> f64 {
    left + width * (1.0 - share)
}

/// What is picked, in words; its value on the slider; whether it has none yet.
async fn picked(card: &Card) -> Outcome<(String, f64, bool)> {
    let script = "const set = root.querySelector('.sc-setting');
        return [words(set.querySelector('.sc-set-name')), set.querySelector('.sc-slider').valueAsNumber,
            set.matches('.sc-unset')]";
    Ok(serde_json::from_value(card.js(script, Value::Null).await?)?)
}

/// Gives the answer; the numbers in it.
async fn answer(world: &World, card: &Card) -> Outcome<Vec<f64>> {
    let before = world.page.details("story-answer").await?.len();
    card.press(&say(MessageKey::QuizCheck)?).await?;
    let answers = world.page.told("story-answer", before + 1).await?;
    let answer = answers.last().ok_or("no answer was told")?["answer"].clone();
    Ok(serde_json::from_value(answer)?)
}

pub(crate) async fn one_stroke_draws_a_line(world: World) -> Outcome {
    let card = open_line(&world, true).await?;
    let controls = "return root.querySelectorAll('fieldset :is(input, button, select)').length";
    assert_eq!(card.js(controls, Value::Null).await?, json!(5), "however many values there are");
    assert!(picked(&card).await?.2, "nothing is set yet");
    let [x, y, width, height] = canvas(&card).await?;
    // Few moves, so that most values lie between two of them.
    let path: Vec<_> = [0.02, 0.3, 0.31, 0.6, 0.99]
        .map(|share| (across(x, width, share), y + height * (0.8 - 0.5 * share)))
        .to_vec();
    world.page.drag("mouse", &path, false).await?;
    let (name, value, is_unset) = picked(&card).await?;
    assert_eq!((name.as_str(), is_unset), ("1859", false), "what was set last is picked");
    let drawn = answer(&world, &card).await?;
    assert_eq!(drawn.len(), MANY);
    assert!(drawn.is_sorted() && drawn.iter().any(|it| *it < value / 2.0), "{drawn:?}");
    let mut heights = drawn.clone();
    heights.dedup();
    assert!(heights.len() > MANY / 2, "each value that was passed is set: {drawn:?}");
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_bar_is_dragged_alone(world: World) -> Outcome {
    let card = open_at(&world, "draw").await?;
    let [x, y, width, height] = canvas(&card).await?;
    // The last of three bars, from its grip to the right and far up.
    let row = y + height * 0.85;
    world.page.drag("mouse", &[(across(x, width, 0.6), row)], false).await?;
    let (name, clicked, is_unset) = picked(&card).await?;
    assert_eq!((name.as_str(), is_unset), ("Ness", false));
    let path = [0.6, 0.7, 0.8].map(|share| (across(x, width, share), row - 200.0 * (share - 0.6)));
    world.page.drag("mouse", &path, false).await?;
    let (name, dragged, _) = picked(&card).await?;
    assert!(name == "Ness" && dragged > clicked, "{dragged} is not more than {clicked}");
    let [first, second, third] = answer(&world, &card).await?.try_into().map_err(|_| "three")?;
    assert!(first == second && third == dragged, "the others stay");
    Ok(())
}

pub(crate) async fn keys_pick_and_set(world: World) -> Outcome {
    let card = open_line(&world, true).await?;
    card.focus_tab().await?;
    tab_to(&world, &card, "the drawing", |_, kind, _| kind == "range").await?;
    // Up is more in every engine; WebKit does not turn the arrows to the sides round.
    world.page.press(Key::Up + Key::Up).await?;
    world.page.settle().await?;
    let said = "const it = root.activeElement; return [it.getAttribute('aria-label'), it.getAttribute('aria-valuetext')]";
    let walked = card.js(said, Value::Null).await?;
    let unset = say(MessageKey::QuizUnset)?;
    assert!(walked[1] == json!(format!("1802: {unset}")), "{walked}");
    assert_eq!(picked(&card).await?.0, "1802");
    world.page.press(Key::Tab + Key::Up).await?;
    world.page.settle().await?;
    let (name, value, is_unset) = picked(&card).await?;
    assert!(name == "1802" && !is_unset);
    assert_eq!(card.js(said, Value::Null).await?[0], json!("1802"), "the slider is that value's");
    // The drawing is left and entered again; what was picked stays.
    card.js("root.querySelector('fieldset .sc-walker').focus()", Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(picked(&card).await?.0, "1802");
    world.page.press(Key::End).await?;
    world.page.settle().await?;
    assert_eq!(picked(&card).await?.0, "1859");
    world.page.press(Key::Tab + Key::End).await?;
    world.page.settle().await?;
    let most = picked(&card).await?.1;
    let drawn = answer(&world, &card).await?;
    assert_eq!((drawn[2], drawn[59]), (value, most));
    assert!(drawn[3..59].iter().all(|it| *it == drawn[0]) && drawn[0] < value);
    // The true values are walked in the same place.
    card.js("root.querySelector('fieldset .sc-walker').focus()", Value::Null).await?;
    world.page.press(Key::Home).await?;
    world.page.settle().await?;
    let walked = card.js(said, Value::Null).await?;
    assert!(walked[1].as_str().is_some_and(|it| it.starts_with("1800: 0")), "{walked}");
    Ok(())
}

pub(crate) async fn buttons_lead_from_value_to_value(world: World) -> Outcome {
    let card = open_line(&world, false).await?;
    let steps = card.elements("return [...root.querySelectorAll('fieldset .sc-step')]").await?;
    let [back, on] = &steps[..] else { return Err("no two buttons".into()) };
    let mut names = Vec::new();
    for button in [back, on, on, on, back] {
        button.click().await?;
        world.page.settle().await?;
        names.push(picked(&card).await?.0);
    }
    // Before the first there is nothing, nor behind the last of three.
    assert!(names[1] == names[4] && names[2] == names[3], "{names:?}");
    assert!(names[0] != names[1] && names[1] != names[2], "{names:?}");
    Ok(())
}

pub(crate) async fn the_truth_comes_in_the_same_place(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    for is_line in [true, false] {
        let card = match is_line {
            true => open_line(&world, true).await?,
            false => open_at(&world, "draw").await?,
        };
        let place = "const box = root.querySelector('fieldset canvas').getBoundingClientRect();
            const prompt = root.querySelector('.sc-prompt').getBoundingClientRect();
            return [box.top - prompt.top, box.width, box.height]";
        let [x, y, width, height] = canvas(&card).await?;
        let at = (x + width * 0.5, y + height * 0.6);
        world.page.drag("mouse", &[at, (at.0 + 9.0, at.1)], false).await?;
        let before = card.js(place, Value::Null).await?;
        answer(&world, &card).await?;
        assert_eq!(card.js(place, Value::Null).await?, before, "line: {is_line}");
        let seen = "const box = root.querySelector('fieldset canvas').getBoundingClientRect();
            return box.bottom > innerHeight * 0.3 && box.bottom < innerHeight";
        card.until("the drawing in sight", seen, Value::Null).await?;
        let text = card.text().await?;
        for words in [MessageKey::QuizOff, MessageKey::QuizClosest, MessageKey::QuizFurthest] {
            assert!(text.contains(&say(words)?), "{words:?} in {text}");
        }
        assert_eq!(
            card.js("return root.querySelectorAll('.sc-verdict table').length", Value::Null)
                .await?,
            json!(0)
        );
        // At the edge of the window Firefox's driver presses beside what it scrolls to.
        let to_middle = "root.querySelector('.sc-verdict .sc-table').scrollIntoView({ block: 'center', behavior: 'instant' })";
        card.js(to_middle, Value::Null).await?;
        card.press(&say(MessageKey::ChartTable)?).await?;
        // The table is made when the browser tells that it is opened.
        let rows = "return root.querySelectorAll('.sc-verdict tbody tr').length === input";
        let count = if is_line { MANY } else { 3 };
        card.until("a row for each value", rows, json!(count)).await?;
    }
    Ok(())
}

pub(crate) async fn a_question_begins_in_the_window(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    for kind in ["draw", "estimate"] {
        let card = open_at(&world, kind).await?;
        // The first of the controls in the reader's order, but for what has no size.
        let control = if kind == "draw" { "canvas" } else { ".sc-slider" };
        let script = "const prompt = root.querySelector('.sc-prompt').getBoundingClientRect();
            const control = root.querySelector('fieldset ' + input).getBoundingClientRect();
            return prompt.top >= 0 && control.bottom <= innerHeight";
        card.until(kind, script, json!(control)).await?;
    }
    Ok(())
}

pub(crate) async fn an_estimate_is_unset_until_it_is_touched(world: World) -> Outcome {
    for by_key in [false, true] {
        let card = open_at(&world, "estimate").await?;
        assert!(picked(&card).await?.2);
        let valuetext = "return root.querySelector('.sc-slider').getAttribute('aria-valuetext')";
        assert_eq!(card.js(valuetext, Value::Null).await?, json!(say(MessageKey::QuizUnset)?));
        card.press(&say(MessageKey::QuizCheck)?).await?;
        assert!(card.text().await?.contains(&say(MessageKey::QuizCheckNumber)?));
        if by_key {
            card.js("root.querySelector('.sc-slider').focus()", Value::Null).await?;
            world.page.press(Key::Up).await?;
        } else {
            // Exactly where the thumb is.
            let [x, y, width, height] = rect(&card, "root.querySelector('.sc-slider')").await?;
            let middle = (x + width / 2.0, y + height / 2.0);
            world.page.drag("mouse", &[middle], false).await?;
        }
        world.page.settle().await?;
        let (_, value, is_unset) = picked(&card).await?;
        assert!(!is_unset && value == if by_key { 105.0 } else { 100.0 }, "{value}");
        let words = format!("{value}\u{a0}thousand pounds");
        assert_eq!(card.js(valuetext, Value::Null).await?, json!(words));
        assert!(card.text().await?.contains(&words), "it is said as the slider moves");
    }
    Ok(())
}

pub(crate) async fn no_barrier_in_either_scheme(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        world.page.prefer(scheme, true).await?;
        for kind in ["draw", "estimate"] {
            let card = open_at(&world, kind).await?;
            // A page without background is taken for white.
            let ground = "document.documentElement.style.colorScheme = 'light dark';
                document.body.style.background = 'Canvas'";
            world.page.js(ground, vec![]).await?;
            let none = async |state: &str| -> Outcome {
                let barriers = world.page.barriers().await?;
                assert!(barriers.is_empty(), "{kind} {state}, {}: {barriers:?}", scheme.word());
                Ok(())
            };
            none("unset").await?;
            card.js("root.querySelector('.sc-slider').focus()", Value::Null).await?;
            world.page.press(Key::Right).await?;
            world.page.settle().await?;
            none("set").await?;
            card.press(&say(MessageKey::QuizCheck)?).await?;
            card.press_if_there(&say(MessageKey::ChartTable)?).await?;
            none("answered").await?;
        }
    }
    Ok(())
}

pub(crate) async fn the_page_scrolls_over_a_guess(world: World) -> Outcome {
    world.page.window(1024, 400).await?;
    let card = open_at(&world, "draw").await?;
    let script = "return [root.querySelector('fieldset canvas')]";
    let canvas = card.elements(script).await?.into_iter().next().ok_or("no drawing")?;
    canvas.scroll_into_view().await?;
    let before = world.page.js("scrollBy(0, -40); return scrollY", vec![]).await?;
    world.page.wheel(&canvas, -100).await?;
    let script = "return scrollY < arguments[0]";
    world.page.until("a page that scrolled", script, vec![before]).await?;
    Ok(())
}

pub(crate) async fn a_finger_scrolls_over_bars_and_drags_them(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    let card = open_at(&world, "draw").await?;
    let scrolled = "return scrollY";
    let [x, y, width, height] = canvas(&card).await?;
    let (middle, top) = (x + width / 2.0, world.page.js(scrolled, vec![]).await?);
    let low = y + height - 20.0;
    world
        .page
        .drag("touch", &[(middle, low), (middle, low - 60.0), (middle, y + 40.0)], false)
        .await?;
    world.page.come_to_rest().await?;
    assert_ne!(world.page.js(scrolled, vec![]).await?, top, "a finger that goes up scrolls");
    assert!(picked(&card).await?.2, "and sets nothing");
    let [x, y, width, height] = canvas(&card).await?;
    let (middle, row) = (x + width / 2.0, y + height * 0.85);
    let path = [(middle, row), (middle + 20.0, row), (middle + 60.0, row)];
    world.page.drag("touch", &path, false).await?;
    let (name, _, is_unset) = picked(&card).await?;
    assert!(name == "Ness" && !is_unset, "a finger that goes along a bar drags it");
    Ok(())
}

pub(crate) async fn a_finger_draws_a_line_and_scrolls_beside_its_grips(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    let scrolled = "return scrollY";
    let card = open_line(&world, true).await?;
    let [x, y, width, height] = canvas(&card).await?;
    let top = world.page.js(scrolled, vec![]).await?;
    // No grip is there: with so many values only the picked one has one.
    let middle = (x + width / 2.0, y + height * 0.5);
    let up = [middle, (middle.0, middle.1 - 40.0), (middle.0, middle.1 - 120.0)];
    world.page.drag("touch", &up, false).await?;
    world.page.come_to_rest().await?;
    assert_ne!(world.page.js(scrolled, vec![]).await?, top, "a finger that goes up scrolls");
    assert!(picked(&card).await?.2, "and sets nothing");

    let card = open_line(&world, true).await?;
    let [x, y, width, height] = canvas(&card).await?;
    let along: Vec<_> = [0.2, 0.3, 0.6, 0.8]
        .map(|share| (across(x, width, share), y + height * (0.75 - 0.3 * (share - 0.2))))
        .to_vec();
    let top = world.page.js(scrolled, vec![]).await?;
    world.page.drag("touch", &along, false).await?;
    assert_eq!(world.page.js(scrolled, vec![]).await?, top, "a stroke scrolls nothing");
    let drawn = answer(&world, &card).await?;
    let rest = drawn[0];
    let set: Vec<f64> = drawn.iter().copied().filter(|it| *it != rest).collect();
    assert!(set.len() > MANY / 3 && set.is_sorted(), "{drawn:?}");

    // Of a few values each has a grip, which goes up and down, and the page stays where it is.
    let card = open_line(&world, false).await?;
    let before = picked(&card).await?.1;
    let [x, y, _, height] = canvas(&card).await?;
    let top = world.page.js(scrolled, vec![]).await?;
    let grip = first_grip(&card, (x, y)).await?;
    let path = [grip, (grip.0, grip.1 + 15.0), (grip.0, grip.1 + height * 0.2)];
    world.page.drag("touch", &path, false).await?;
    let (_, value, is_unset) = picked(&card).await?;
    assert!(value < before && !is_unset, "a finger on a grip drags it");
    assert_eq!(world.page.js(scrolled, vec![]).await?, top, "and scrolls nothing");
    Ok(())
}

/// Where the first value has its grip: the leftmost large disc of ink.
async fn first_grip(card: &Card, (x, y): (f64, f64)) -> Outcome<(f64, f64)> {
    let script = "const canvas = root.querySelector('fieldset canvas');
        const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const ink = (at) => data[4 * at + 3] > 200 && data[4 * at] + data[4 * at + 1] + data[4 * at + 2] < 150;
        for (let column = 0; column < width; column++) {
            const rows = [...Array(height).keys()].filter((row) => ink(row * width + column));
            if (rows.length > 12 && rows.at(-1) - rows[0] < 22) return [column, (rows[0] + rows.at(-1)) / 2];
        }";
    let found = card.js(script, Value::Null).await?;
    let (left, row) = (found[0].as_f64().ok_or("no grip")?, found[1].as_f64().ok_or("no grip")?);
    Ok((x + left + 5.0, y + row))
}
