//! Numbers and words that are typed: nothing is changed under the reader's hands.

use serde_json::{Value, json};
use story_card::story::MessageKey;
use thirtyfour::Key;

use crate::{Outcome, card::Card, stories, world::World};

/// A card at a question of the story with every form; its estimate goes from 20 to 300.
async fn open(world: &World, question: &str) -> Outcome<Card> {
    let mut story = stories::example("everything")?;
    let questions = story["trivia"]["questions"].as_array_mut().ok_or("no questions")?;
    let estimate = questions.iter_mut().find(|it| it["kind"] == "estimate").ok_or("no estimate")?;
    (estimate["min"], estimate["max"]) = (json!(20), json!(300));
    world.site.page("posts/typing.story.json", &story.to_string());
    let tag = format!(
        r#"<story-card src="typing.story.json" seed="7" section="trivia/{question}"></story-card>"#
    );
    world.open_with(r#"<script src="keys.js"></script>"#, &tag).await?;
    let card = world.ready(0).await?;
    card.scroll_to().await?;
    Ok(card)
}

fn say(key: MessageKey) -> Outcome<String> {
    Ok(stories::say(&stories::example("everything")?, key))
}

/// Puts the focus into the first field of the question that takes a text.
async fn focus_field(card: &Card) -> Outcome {
    let script = "const field = root.querySelector('fieldset input[type=text]');
        field.scrollIntoView({ block: 'center', behavior: 'instant' });
        field.focus({ preventScroll: true });";
    card.js(script, Value::Null).await.map(drop)
}

/// What the first field and the first slider hold.
async fn held(card: &Card) -> Outcome<(String, f64)> {
    let script = "return [root.querySelector('fieldset input[type=text]').value,
        root.querySelector('fieldset .sc-slider').valueAsNumber]";
    Ok(serde_json::from_value(card.js(script, Value::Null).await?)?)
}

/// Types character by character; what the field holds after each.
async fn type_in(world: &World, card: &Card, text: &str) -> Outcome<Vec<String>> {
    let mut texts = Vec::new();
    for character in text.chars() {
        world.page.press(character.to_string()).await?;
        world.page.settle().await?;
        texts.push(held(card).await?.0);
    }
    Ok(texts)
}

pub(crate) async fn what_is_typed_stays_and_counts(world: World) -> Outcome {
    world.site.page("posts/keys.js", "");
    for (text, steps, number) in [
        ("90", vec!["9", "90"], 90.0),
        ("24.5", vec!["2", "24", "24.", "24.5"], 24.5),
        ("24,5", vec!["2", "24", "24,", "24,5"], 24.5),
    ] {
        let card = open(&world, "cost-estimate").await?;
        focus_field(&card).await?;
        assert_eq!(type_in(&world, &card, text).await?, steps);
        world.page.press(Key::Enter).await?;
        let answers = world.page.told("story-answer", 1).await?;
        world.page.settle().await?;
        assert_eq!(answers[0]["answer"].as_f64(), Some(number), "{text}");
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn no_number_is_no_answer(world: World) -> Outcome {
    world.site.page("posts/keys.js", "");
    let card = open(&world, "cost-estimate").await?;
    focus_field(&card).await?;
    // Below the least value, an empty field again, above the greatest.
    for (text, shown) in [("9", "9"), ("\u{e003}", ""), ("999", "999")] {
        type_in(&world, &card, text).await?;
        world.page.press(Key::Enter).await?;
        world.page.settle().await?;
        assert_eq!(held(&card).await?.0, shown);
        assert_eq!(world.page.details("story-answer").await?, Vec::<Value>::new(), "{text:?}");
    }
    let unanswered = card.text().await?;
    assert!(unanswered.contains(&say(MessageKey::QuizCheckNumber)?), "{unanswered}");
    // The slider sets what it sets.
    let slide = "const it = root.querySelector('fieldset input[type=range]'); it.value = '120';
        it.dispatchEvent(new Event('input', { bubbles: true, composed: true }))";
    card.js(slide, Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(held(&card).await?, ("120".to_owned(), 120.0));
    Ok(())
}

pub(crate) async fn a_drawn_value_is_typed_as_well(world: World) -> Outcome {
    world.site.page("posts/keys.js", "");
    let card = open(&world, "draw-heights").await?;
    focus_field(&card).await?;
    let clear = "root.querySelector('fieldset input[type=text]').select()";
    card.js(clear, Value::Null).await?;
    assert_eq!(type_in(&world, &card, "31").await?, ["3", "31"]);
    assert_eq!(held(&card).await?, ("31".to_owned(), 31.0));
    card.js(clear, Value::Null).await?;
    // Off the axis, and nothing at all: the drawing stays, and the field shows it again at the end.
    assert_eq!(type_in(&world, &card, "\u{e003}").await?, [""]);
    type_in(&world, &card, "99999999").await?;
    let typed = held(&card).await?;
    assert_eq!(typed.0, "99999999");
    world.page.press(Key::Tab).await?;
    world.page.settle().await?;
    let (text, slider) = held(&card).await?;
    assert_eq!((text, slider), (typed.1.to_string(), typed.1), "the field shows what counts");
    Ok(())
}

/// What the field for a word holds.
async fn word(card: &Card) -> Outcome<String> {
    let script = "return root.querySelector('fieldset input').value";
    Ok(serde_json::from_value(card.js(script, Value::Null).await?)?)
}

pub(crate) async fn a_word_is_typed_and_nothing_else_stands_there(world: World) -> Outcome {
    world.site.page("posts/keys.js", "");
    for (text, is_right, verdict) in [
        (" the  ile of gannets", true, MessageKey::QuizVerdictTyped),
        ("GANNET \u{ef}sland.", true, MessageKey::QuizVerdictTyped),
        ("Sulisgier", true, MessageKey::QuizVerdictSlip),
        ("Gannet Isle", false, MessageKey::QuizVerdictWrong),
    ] {
        let card = open(&world, "home-port").await?;
        focus_field(&card).await?;
        let mut typed = String::new();
        for character in text.chars() {
            world.page.press(character.to_string()).await?;
            world.page.settle().await?;
            typed.push(character);
            assert_eq!(word(&card).await?, typed);
        }
        world.page.press(Key::Enter).await?;
        let answers = world.page.told("story-answer", 1).await?;
        world.page.settle().await?;
        let told = (&answers[0]["answer"], &answers[0]["correct"]);
        assert_eq!(told, (&json!(text), &json!(is_right)));
        assert_eq!(word(&card).await?, text, "the answer stands as it was typed");
        let verdict = say(verdict)?.replace("{answer}", "The \u{ce}le of Gannets");
        card.until_says(&verdict).await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_word_half_typed_is_not_lost(world: World) -> Outcome {
    world.site.page("posts/keys.js", "");
    let card = open(&world, "home-port").await?;
    focus_field(&card).await?;
    // Nothing is no answer, and the focus stays where it is.
    world.page.press(Key::Enter).await?;
    world.page.settle().await?;
    assert_eq!(world.page.details("story-answer").await?, Vec::<Value>::new());
    assert!(card.text().await?.contains(&say(MessageKey::QuizCheckType)?));
    let lies = "const { width, height } = root.activeElement.getBoundingClientRect();
        return root.activeElement.matches('fieldset input') && width >= 44 && height >= 44";
    assert_eq!(card.js(lies, Value::Null).await?, json!(true), "a field of 44 pixels");
    world.page.press("Gan").await?;
    world.page.settle().await?;
    assert!(!card.text().await?.contains(&say(MessageKey::QuizCheckType)?));
    card.press(&say(MessageKey::QuizHint)?).await?;
    assert_eq!(word(&card).await?, "Gan");
    for section in ["timeline", "trivia"] {
        card.open(section).await?;
    }
    assert_eq!(word(&card).await?, "Gan");
    // In the middle of the word, where a field that is written anew would lose the place.
    let place = "const field = root.querySelector('fieldset input');
        field.focus(); field.setSelectionRange(1, 1)";
    card.js(place, Value::Null).await?;
    world.page.press("x").await?;
    world.page.settle().await?;
    world.page.press("y").await?;
    world.page.settle().await?;
    assert_eq!(word(&card).await?, "Gxyan");
    Ok(())
}

pub(crate) async fn the_wheel_over_a_field_scrolls_the_page(world: World) -> Outcome {
    world.site.page("posts/keys.js", "");
    world.page.window(1024, 400).await?;
    for (question, kind) in [
        ("cost-estimate", "input[type=text]"),
        ("cost-estimate", "input[type=range]"),
        ("who-kept-what", "select"),
    ] {
        let card = open(&world, question).await?;
        let script = format!("return [root.querySelector('fieldset {kind}')]");
        let field = card.elements(&script).await?.into_iter().next().ok_or("no field")?;
        let focus = format!(
            "const it = root.querySelector('fieldset {kind}');
            it.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            it.focus({{ preventScroll: true }}); return it.value"
        );
        if kind == "input[type=text]" {
            card.js(&focus, Value::Null).await?;
            type_in(&world, &card, "90").await?;
        }
        let before = card.js(&focus, Value::Null).await?;
        let top = world.page.js("return scrollY", vec![]).await?;
        world.page.wheel(&field, -100).await?;
        let scrolled = "return scrollY < arguments[0]";
        world.page.until("a page that scrolled", scrolled, vec![top]).await?;
        assert_eq!(card.js(&focus, Value::Null).await?, before, "{kind}");
    }
    Ok(())
}

pub(crate) async fn typing_sets_off_no_shortcut(world: World) -> Outcome {
    world.site.page("posts/keys.js", "window.heard = [];
        for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, ({ key }) => heard.push(key));");
    let heard = async || world.page.js("return [...new Set(heard.splice(0))]", vec![]).await;
    let card = open(&world, "cost-estimate").await?;
    focus_field(&card).await?;
    world.page.press("90.5jk/").await?;
    world.page.press(Key::Backspace).await?;
    world.page.press(Key::Left).await?;
    assert_eq!(heard().await?, json!([]), "what is typed is the field's");
    world.page.press(Key::Escape).await?;
    assert_eq!(heard().await?, json!(["Escape"]));
    let chord = "root.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'k', ctrlKey: true, bubbles: true, composed: true }))";
    card.js(chord, Value::Null).await?;
    assert_eq!(heard().await?, json!(["k"]));
    world.page.press(Key::Tab).await?;
    assert!(heard().await?.to_string().contains("Tab"));
    // On a button letters are the page's, and the key that presses it is not.
    let check = say(MessageKey::QuizCheck)?;
    crate::keys::tab_to(&world, &card, "a button", |_, _, name| name == check).await?;
    heard().await?;
    world.page.press("j").await?;
    assert_eq!(heard().await?, json!(["j"]));
    world.page.press(Key::Enter).await?;
    assert_eq!(heard().await?, json!([]));
    Ok(())
}

pub(crate) async fn a_key_that_gives_up_closes_nothing_else(world: World) -> Outcome {
    world.site.page(
        "posts/keys.js",
        "window.heard = []; document.addEventListener('keydown', ({ key }) => heard.push(key));",
    );
    let card = open(&world, "keepers-in-order").await?;
    let script = "const grip = root.querySelector('fieldset .sc-grip');
        grip.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = grip.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
    let (x, y): (f64, f64) = serde_json::from_value(card.js(script, Value::Null).await?)?;
    world.page.drag("mouse", &[(x, y), (x, y + 20.0), (x, y + 60.0)], true).await?;
    assert_eq!(world.page.js("return heard", vec![]).await?, json!([]));
    world.page.press(Key::Escape).await?;
    assert_eq!(world.page.js("return heard", vec![]).await?, json!(["Escape"]));
    Ok(())
}
