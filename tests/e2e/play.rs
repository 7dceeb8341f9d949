//! Every form of question, played to its end: by keyboard alone, by mouse, by finger.

use serde_json::{Value, json};
use story_card::story::MessageKey;
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    keys::tab_to,
    stories,
    world::{EVERYTHING, World},
};

/// The story with every form of question, its trivia open.
async fn open(world: &World) -> Outcome<Card> {
    world.card(&EVERYTHING.replace("seed", r#"section="trivia" spoilers="show" seed"#)).await
}

/// The same at the first question of a kind.
pub(crate) async fn open_at(world: &World, kind: &str) -> Outcome<Card> {
    let card = open(world).await?;
    let story = stories::example("everything")?;
    let questions = stories::items(&story, "trivia");
    let question = questions.iter().find(|it| it["kind"] == kind).ok_or("no such question")?;
    let id = question["id"].as_str().unwrap_or_default();
    assert!(card.show(&format!("trivia/{id}")).await?);
    card.scroll_to().await?;
    world.page.settle().await?;
    Ok(card)
}

/// One of the card's own words, in the story's language.
pub(crate) fn say(words: MessageKey) -> Outcome<String> {
    Ok(stories::say(&stories::example("everything")?, words))
}

/// Where something in the card is in the window: left, top, width, height.
pub(crate) async fn rect(card: &Card, script: &str) -> Outcome<[f64; 4]> {
    let script = format!(
        "const it = {script}; it.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
         const box = it.getBoundingClientRect(); return [box.x, box.y, box.width, box.height]"
    );
    Ok(serde_json::from_value(card.js(&script, Value::Null).await?)?)
}

/// The entries of an order as they stand.
async fn entries(card: &Card) -> Outcome<Vec<String>> {
    let script = "return [...root.querySelectorAll('fieldset ol > li')].map((row) =>
        words(row).replace(/^\\d+ /, '').replace(/ [↑↓✓✕].*$/, ''))";
    Ok(serde_json::from_value(card.js(script, Value::Null).await?)?)
}

/// What a live region of the card says.
async fn spoken(card: &Card) -> Outcome<String> {
    let script =
        "return [...root.querySelectorAll('[aria-live]')].map((it) => it.textContent).join('')";
    Ok(card.js(script, Value::Null).await?.as_str().unwrap_or_default().to_owned())
}

pub(crate) async fn every_form_by_keyboard(world: World) -> Outcome {
    let card = open(&world).await?;
    card.focus_tab().await?;
    let count = stories::items(&stories::example("everything")?, "trivia").len();
    for place in 1..=count {
        let script =
            "return (root.querySelector('fieldset select, fieldset input, fieldset ol button')
            ?.type ?? '')";
        let kind = card.js(script, Value::Null).await?;
        let kind = kind.as_str().unwrap_or_default();
        tab_to(&world, &card, kind, |_, focus, _| focus == kind).await?;
        match kind {
            "radio" | "checkbox" => world.page.press(Key::Space).await?,
            "select-one" => fill_menus(&world, &card).await?,
            "range" => {
                // The keys on a drawing pick a value; the slider behind it sets that.
                let is_walk = "return root.activeElement.matches('.sc-walker')";
                if card.js(is_walk, Value::Null).await? == json!(true) {
                    world.page.press(Key::Tab).await?;
                }
                world.page.press(Key::Right).await?;
            }
            "text" => world.page.press("Gannets").await?,
            _ => {
                // Up is not possible at the top, down is.
                world.page.press(Key::Up).await?;
                world.page.press(Key::Down).await?;
            }
        }
        world.page.settle().await?;
        let check = say(MessageKey::QuizCheck)?;
        tab_to(&world, &card, "the button that answers", |_, _, name| name == check).await?;
        world.page.press(Key::Enter).await?;
        world.page.told("story-answer", place).await?;
        world.page.settle().await?;
        let next = say(if place == count { MessageKey::QuizFinish } else { MessageKey::QuizNext })?;
        tab_to(&world, &card, "the way on", |_, _, name| name == next).await?;
        world.page.press(Key::Enter).await?;
        world.page.settle().await?;
    }
    world.page.told("story-complete", 1).await.map(drop)
}

/// Chooses something in every menu, from the one that has the focus.
pub(crate) async fn fill_menus(world: &World, card: &Card) -> Outcome {
    let menus = card.elements("return [...root.querySelectorAll('fieldset select')]").await?;
    for _ in 0..menus.len() {
        world.page.press(Key::Down).await?;
        // Some engines open the list of a menu for an arrow key and choose with Enter.
        let script = "return root.activeElement.selectedIndex > 0";
        if card.js(script, Value::Null).await? != json!(true) {
            world.page.press(Key::Down).await?;
            world.page.press(Key::Enter).await?;
        }
        world.page.settle().await?;
        world.page.press(Key::Tab).await?;
    }
    Ok(())
}

pub(crate) async fn every_form_by_mouse(world: World) -> Outcome {
    let card = open(&world).await?;
    let count = stories::items(&stories::example("everything")?, "trivia").len();
    for place in 1..=count {
        if let Some(option) = card.options().await?.first() {
            card.choose(option).await?;
        } else {
            answer_by(&world, &card, "mouse").await?;
        }
        card.press_if_there(&say(MessageKey::QuizCheck)?).await?;
        world.page.told("story-answer", place).await?;
        let next = say(if place == count { MessageKey::QuizFinish } else { MessageKey::QuizNext })?;
        card.press(&next).await?;
    }
    world.page.told("story-complete", 1).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn every_form_by_touch(world: World) -> Outcome {
    world.page.window(360, 740).await?;
    let card = open(&world).await?;
    let count = stories::items(&stories::example("everything")?, "trivia").len();
    for place in 1..=count {
        if card.options().await?.is_empty() {
            answer_by(&world, &card, "touch").await?;
        } else {
            tap(&world, &card, "choices()[0].closest('label')").await?;
        }
        // One choice is answered at once.
        if card.count_buttons(&say(MessageKey::QuizCheck)?).await? > 0 {
            tap(&world, &card, &button(MessageKey::QuizCheck)?).await?;
        }
        world.page.told("story-answer", place).await?;
        world.page.settle().await?;
        tap(
            &world,
            &card,
            &button(if place == count { MessageKey::QuizFinish } else { MessageKey::QuizNext })?,
        )
        .await?;
    }
    world.page.told("story-complete", 1).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Puts a finger on something in the card, and lifts it.
async fn tap(world: &World, card: &Card, script: &str) -> Outcome {
    let [x, y, width, height] = rect(card, script).await?;
    world.page.drag("touch", &[(x + width / 2.0, y + height / 2.0)], false).await?;
    world.page.settle().await
}

/// A script that finds a button by its words.
fn button(name: MessageKey) -> Outcome<String> {
    let name = json!(say(name)?);
    Ok(format!("[...root.querySelectorAll('button')].find((button) => words(button) === {name})"))
}

/// Answers what has no options: moves an entry, chooses in menus, types, presses on a scale or a
/// chart.
pub(crate) async fn answer_by(world: &World, card: &Card, pointer: &str) -> Outcome {
    let what = "return ['ol', 'select', 'canvas', 'input[type=range]', 'input'].find((it) => root.querySelector('fieldset ' + it))";
    match card.js(what, Value::Null).await?.as_str().unwrap_or_default() {
        "ol" => drag_first_down(world, card, pointer, false).await,
        "select" => {
            // No driver can point into a menu that the system draws.
            let script = "for (const menu of root.querySelectorAll('fieldset select')) {
                menu.selectedIndex = 1; menu.dispatchEvent(new Event('change', { bubbles: true })); }";
            card.js(script, Value::Null).await?;
            world.page.settle().await
        }
        "input" => {
            let [x, y, width, height] = rect(card, "root.querySelector('fieldset input')").await?;
            let at = (x + width / 2.0, y + height / 2.0);
            world.page.drag(pointer, &[at], false).await?;
            world.page.press("Gannets").await?;
            world.page.settle().await
        }
        it => {
            let [x, y, width, height] =
                rect(card, &format!("root.querySelector('fieldset {it}')")).await?;
            let at = (x + width * 0.7, y + height / 2.0);
            world.page.drag(pointer, &[at, (at.0 - 1.0, at.1)], false).await
        }
    }
}

/// Drags the first entry below the last one.
async fn drag_first_down(world: &World, card: &Card, pointer: &str, escape: bool) -> Outcome {
    let [x, last, width, height] =
        rect(card, "root.querySelector('fieldset li:last-child .sc-grip')").await?;
    let [_, first, _, high] = rect(card, "root.querySelector('fieldset .sc-grip')").await?;
    let x = x + width / 2.0;
    let (from, to) = (first + high / 2.0, last + height - 4.0);
    world.page.drag(pointer, &[(x, from), (x, from + 10.0), (x, to)], escape).await
}

pub(crate) async fn the_focus_follows_a_moved_entry(world: World) -> Outcome {
    let card = open_at(&world, "order").await?;
    let before = entries(&card).await?;
    card.js("root.querySelector('fieldset li button:last-child').focus()", Value::Null).await?;
    for place in 1..before.len() {
        world.page.press(Key::Down).await?;
        world.page.settle().await?;
        let script = "const row = root.activeElement.closest('li');
            return [[...row.parentNode.children].indexOf(row), root.activeElement === row.lastElementChild]";
        card.until_is("the focus", script, Value::Null, &json!([place, true])).await?;
        let now = entries(&card).await?;
        assert_eq!(now[place], before[0], "{now:?}");
        let n = (place + 1).to_string();
        let words = say(MessageKey::QuizMoved)?.replace("{item}", &before[0]).replace("{n}", &n);
        let words = words.replace("{total}", &before.len().to_string());
        assert!(spoken(&card).await?.contains(&words), "{words} is not said");
    }
    Ok(())
}

pub(crate) async fn an_entry_is_dragged_and_given_up(world: World) -> Outcome {
    let card = open_at(&world, "order").await?;
    let before = entries(&card).await?;
    drag_first_down(&world, &card, "mouse", true).await?;
    assert_eq!(entries(&card).await?, before, "Escape puts it back");
    drag_first_down(&world, &card, "mouse", false).await?;
    let mut wanted = before[1..].to_vec();
    wanted.push(before[0].clone());
    assert_eq!(entries(&card).await?, wanted);
    let held = card.js("return root.querySelectorAll('.sc-held').length", Value::Null).await?;
    assert_eq!(held, json!(0));
    let script =
        "return root.activeElement?.closest('li') === root.querySelector('fieldset li:last-child')";
    card.until("focus that went with it", script, Value::Null).await.map(drop)
}

pub(crate) async fn a_drag_scrolls_at_the_edge(world: World) -> Outcome {
    world.page.window(1024, 300).await?;
    let card = open_at(&world, "order").await?;
    let before = entries(&card).await?;
    let script = "const grip = root.querySelector('fieldset .sc-grip'); const top = grip.getBoundingClientRect().top;
        scrollBy({ top: top - 200, behavior: 'instant' });
        const box = grip.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
    let (x, y): (f64, f64) = serde_json::from_value(card.js(script, Value::Null).await?)?;
    let top = world.page.js("return scrollY", vec![]).await?;
    // It waits at the lower edge.
    let path = [(x, y), (x, y + 10.0), (x, 295.0), (x + 1.0, 295.0)];
    let end = async || {
        let script = "return root.querySelector('fieldset ol').getBoundingClientRect().bottom <= innerHeight - 40";
        card.until("the end of the list", script, Value::Null).await.map(drop)
    };
    world.page.drag_and_hold(&path, end()).await?;
    let scrolled = world.page.js("return scrollY > arguments[0]", vec![top]).await?;
    assert_eq!(scrolled, json!(true), "the page did not scroll");
    assert_eq!(entries(&card).await?.last(), before.first());
    let bottom = "return root.querySelector('fieldset ol').getBoundingClientRect().bottom";
    let bottom = card.js(bottom, Value::Null).await?.as_f64().ok_or("no list")?;
    assert!(bottom > 200.0, "it scrolls no further than the end of the list: {bottom}");
    Ok(())
}

pub(crate) async fn no_barrier_in_any_state(world: World) -> Outcome {
    for kind in ["order", "match", "estimate", "draw", "type"] {
        let card = open_at(&world, kind).await?;
        assert_eq!(world.page.barriers().await?, Vec::<String>::new(), "{kind} asked");
        answer_by(&world, &card, "mouse").await?;
        assert_eq!(world.page.barriers().await?, Vec::<String>::new(), "{kind} set");
        card.press_if_there(&say(MessageKey::QuizCheck)?).await?;
        assert_eq!(world.page.barriers().await?, Vec::<String>::new(), "{kind} answered");
    }
    Ok(())
}

pub(crate) async fn a_finger_plays(world: World) -> Outcome {
    world.page.window(360, 640).await?;
    let card = open_at(&world, "order").await?;
    let before = entries(&card).await?;
    drag_first_down(&world, &card, "touch", false).await?;
    assert_eq!(entries(&card).await?.last(), before.first());
    Ok(())
}
