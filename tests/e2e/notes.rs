//! What the start of a card needs of the WebAssembly: `cargo xtask parts` builds it so that it
//! notes which functions run, has this done in every engine, and defers the others.

use std::{fs, path::Path};

use serde_json::{Value, json};
use story_card::story::Key as Words;
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    page::Scheme,
    parts::{BUSY, REST, held, plain_card, with_plain_questions},
    stories,
    world::{CARD, EVERYTHING, MINIMAL, World},
};

/// Starts cards and answers questions of the plain forms, in all the ways that must not wait, and
/// writes down which functions ran.
pub(crate) async fn what_runs(world: World) -> Outcome {
    // A module with nothing in it, for the one that takes notes is whole.
    world.site.page(REST, "\0asm\u{1}\0\0\0");
    demo_page(&world).await?;
    for (name, story) in
        [("bundled", stories::bundled()?), ("everything", stories::example("everything")?)]
    {
        let story = with_plain_questions(story);
        world.site.page(&format!("posts/{name}.story.json"), &story.to_string());
        for (width, scheme) in [(320, Scheme::Light), (1024, Scheme::Dark)] {
            world.page.window(width, 800).await?;
            world.page.prefer(scheme, false).await?;
            for spoilers in ["fold", "show"] {
                play(&world, name, spoilers, &story).await?;
            }
        }
    }
    cards_that_move(&world).await?;
    cards_that_wait(&world).await?;
    cards_that_fail(&world).await?;
    cards_by_keyboard(&world).await?;
    cards_of_scripts(&world).await?;
    many_cards(&world).await
}

/// The post with a static card in it, scrolled to. Its questions come in any order.
async fn demo_page(world: &World) -> Outcome {
    world.page.go(&world.site.address("card/index.html")).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.scroll_to().await?;
    card.wait_for_state("ready").await?;
    world.page.window(700, 800).await?;
    world.page.settle().await?;
    note(world, "demo").await
}

/// Every question of a story but the last, rightly and wrongly in turn.
async fn play(world: &World, name: &str, spoilers: &str, story: &Value) -> Outcome {
    let tag = format!(
        r#"<story-card src="{name}.story.json" spoilers="{spoilers}" seed="7" heading-level="3"></story-card>"#
    );
    let card = world.card(&tag).await?;
    card.open("trivia").await?;
    let next = stories::say(story, Words::QuizNext);
    for turn in 0.. {
        card.press_if_there(&stories::say(story, Words::QuizHint)).await?;
        let options = card.options().await?;
        let Some(option) = options.get(turn % options.len().max(1)) else { break };
        card.choose(option).await?;
        card.press_if_there(&stories::say(story, Words::QuizCheck)).await?;
        if card.count_buttons(&next).await? == 0 {
            break;
        }
        card.press(&next).await?;
    }
    note(world, &format!("{name}-{spoilers}")).await
}

/// Several cards, one of which leaves the page and comes back.
async fn cards_that_move(world: &World) -> Outcome {
    world.open(&format!("{MINIMAL}{MINIMAL}")).await?;
    for n in 0..2 {
        world.ready(n).await?;
    }
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.setAttribute('theme', 'dark')", Value::Null).await?;
    card.js("window.away = host; host.remove()", Value::Null).await?;
    world.page.settle().await?;
    world.page.js("document.querySelector('main').prepend(away)", vec![]).await?;
    world.page.settle().await?;
    note(world, "moved").await
}

/// Cards that want the rest while it is on its way, and while it cannot be had.
async fn cards_that_wait(world: &World) -> Outcome {
    let card = held(world, CARD).await?;
    card.tab("charts").await?.click().await?;
    card.until("a card that waits", &format!("return {BUSY}"), Value::Null).await?;
    for address in ["timeline", "charts/nowhere", "trivia?seed=1"] {
        card.js("host.show(input)", json!(address)).await?;
    }
    card.js(
        "host.restart(); for (const name of ['sections', 'questions', 'section']) host.setAttribute(name, 'wrong')",
        Value::Null,
    )
    .await?;
    note(world, "waits").await?;
    world.site.release(REST);
    world.site.fail(REST, 503);
    let card = world.card(CARD).await?;
    card.tab("charts").await?.click().await?;
    card.until("the message", "return root.querySelector('[role=alert]')", Value::Null).await?;
    note(world, "waited-in-vain").await?;
    world.site.fail(REST, 200);
    world.site.hold(REST);
    world.open(&CARD.replace("seed", r#"section="charts" seed"#)).await?;
    world.page.settle().await?;
    note(world, "opens-further-on").await?;
    world.site.release(REST);
    Ok(())
}

/// Stories that are not there, or wrong in every way.
async fn cards_that_fail(world: &World) -> Outcome {
    world.open(r#"<story-card src="nowhere.story.json"></story-card>"#).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.wait_for_state("failed").await?;
    let told = "return probe.events.filter(({ type }) => type === 'story-error').length > input";
    for (n, text) in stories::faulty()?.into_iter().enumerate() {
        card.js("host.story = input", json!(text)).await?;
        card.until("its faults", told, json!(n + 1)).await?;
    }
    note(world, "fails").await
}

/// Tabs walked and options chosen by keys, from left to right and from right to left.
async fn cards_by_keyboard(world: &World) -> Outcome {
    world.site.hold(REST);
    for (name, tag) in [("bundled", CARD), ("everything", EVERYTHING)] {
        let card = world.card(tag).await?;
        card.focus_tab().await?;
        for key in [Key::Right, Key::Left, Key::End, Key::Home] {
            world.page.press(key).await?;
        }
        world.page.press("a").await?;
        world.page.settle().await?;
        note(world, &format!("{name}-keys")).await?;
    }
    let card = plain_card(world, r#"section="trivia""#)?;
    let card = world.card(&card).await?;
    card.js("root.querySelector('fieldset input').focus()", Value::Null).await?;
    for key in [Key::Down, Key::Up, Key::Space, Key::Tab, Key::Enter] {
        world.page.press(key).await?;
        world.page.settle().await?;
    }
    note(world, "question-keys").await?;
    // The end of a round needs the rest; what leads there does not.
    for way in [Words::QuizSkip, Words::QuizFinish] {
        let card = plain_card(world, r#"section="trivia" questions="1" seed="7""#)?;
        let card = world.card(&card).await?;
        if way == Words::QuizFinish {
            let option = card.options().await?.remove(0);
            card.choose(&option).await?;
            card.press_if_there(Words::QuizCheck.english()).await?;
        }
        card.press(way.english()).await?;
        note(world, way.id()).await?;
    }
    world.site.release(REST);
    Ok(())
}

/// A page that gives stories, asks and steers by script, and keeps the place in its URL.
async fn cards_of_scripts(world: &World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"link="on" seed"#)).await?;
    card.js("host.story = input", stories::bundled()?).await?;
    world.page.settle().await?;
    for story in ["minimal", "everything"] {
        let whole = stories::example(story)?;
        card.js("host.story = input", whole.clone()).await?;
        world.page.settle().await?;
        let story = with_plain_questions(whole);
        let given = "host.story = input[1] ? JSON.stringify(input[0]) : input[0]";
        for as_text in [true, false] {
            card.js(given, json!([&story, as_text])).await?;
            card.until(
                "the story",
                "return root.textContent.includes(input)",
                story["title"].clone(),
            )
            .await?;
        }
        card.open("trivia").await?;
        let section = &stories::sections(&story)[0];
        card.js("location.hash = `#${input.join('/')}`", json!([story["id"], section])).await?;
        card.wait_for_section(section).await?;
    }
    card.js("host.setAttribute('link', 'off'); return host.sections", Value::Null).await?;
    note(world, "scripts").await?;
    let story = stories::example("minimal")?;
    let inline = format!(r#"<script type="application/json">{story}</script></story-card>"#);
    world.card(&CARD.replace("</story-card>", &inline)).await?;
    note(world, "inline").await?;
    world.open(CARD).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.story = input", stories::bundled()?).await?;
    world.ready(0).await?;
    world.page.heap().await?;
    world.page.settle().await?;
    note(world, "early").await?;
    world.site.hold(REST);
    let card = world.card(&CARD.replace("seed", r#"link="on" seed"#)).await?;
    for hash in
        ["trivia?seed=2025&questions=6&spoilers=show", "trivia?ask=1.2", "charts/nowhere", "faq"]
    {
        card.js("location.hash = `#ballerina/${input}`", json!(hash)).await?;
        world.page.settle().await?;
    }
    note(world, "hashes").await?;
    world.site.release(REST);
    Ok(())
}

/// Fifty cards, which leave and make room for others.
async fn many_cards(world: &World) -> Outcome {
    let cards = MINIMAL.repeat(50);
    world.open(&format!("<div>{cards}</div>")).await?;
    let ready = "document.querySelector('story-card:not([state=ready])')?.scrollIntoView();
        return document.querySelectorAll('story-card[state=ready]').length === 50";
    world.page.until("fifty cards", ready, vec![]).await?;
    let others = "document.querySelector('main div').innerHTML = arguments[0]";
    world.page.js(others, vec![json!(cards)]).await?;
    world.page.settle().await?;
    world.page.until("fifty others", ready, vec![]).await?;
    // Where the engine can be asked to, it lets go of the first ones.
    world.page.heap().await?;
    world.page.settle().await?;
    note(world, "many").await
}

/// Adds what has run in the page to what this engine has noted.
async fn note(world: &World, name: &str) -> Outcome {
    // A module of the page's own, for what a driver's script imports may be another copy.
    const ASK: &str = "const script = document.createElement('script');
        script.type = 'module';
        script.textContent = `import glue from ${JSON.stringify(arguments[0])}; window.lent = Object.entries(await glue());`;
        document.head.append(script);";
    const RAN: &str = "return window.lent
        ?.filter(([name, { value }]) => name[0] === '+' && value === 1).map(([name]) => name.slice(1))";
    let glue = format!("card/story-card-app.js?v={}#0", env!("CARGO_PKG_VERSION"));
    world.page.js(ASK, vec![json!(world.site.address(&glue))]).await?;
    let ran = stories::texts(&world.page.until("what has run", RAN, vec![]).await?);
    assert!(ran.len() > 100, "too little ran in {name}: {ran:?}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/parts");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}-{name}.txt", world.page.engine().name()));
    Ok(fs::write(file, ran.join("\n"))?)
}
