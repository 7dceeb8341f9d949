//! Cards in applications of React 18 and 19, Preact, Vue and Svelte, which stand in
//! `tests/frameworks/`; `cargo xtask test` installs the frameworks and builds the applications.
//!
//! All are given the same props and asked for the same things, and each hands them to its card in
//! its own way: React 18 sets attributes, the others set a property where there is one. They are
//! development builds, which say in the console what they find wrong.

use serde_json::{Value, json};
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    neighbour_numbers::{self, held},
    stories,
    world::{STATIC, World},
};

/// `react19-ref` sets story and listeners as React 18 must, with a ref.
const FRAMEWORKS: [&str; 6] = ["react18", "react19-ref", "react19", "preact", "vue", "svelte"];

const BUNDLED: &str = "../card/ballerina.story.json";
const MINIMAL: &str = "../stories/minimal.story.json";

/// A page whose application is at home in an element with `inside`; nothing is rendered yet.
async fn open(world: &World, framework: &str, inside: &str) -> Outcome {
    let script = format!(r#"<script type="module" src="../frameworks/{framework}.js"></script>"#);
    world.open_with(&script, &format!(r#"<div id="home">{inside}</div>"#)).await?;
    wait_for_application(world).await
}

async fn wait_for_application(world: &World) -> Outcome {
    let script = "return 'application' in window";
    world.page.until("the application", script, vec![]).await.map(drop)
}

/// A page whose application shows a card with these props.
async fn start(world: &World, framework: &str, props: &Value) -> Outcome<Card> {
    open(world, framework, "").await?;
    let script = "application.start(home, { card: arguments[0], inside: '' })";
    world.page.js(script, vec![props.clone()]).await?;
    let script = "return document.querySelector('story-card') !== null";
    world.page.until("a card", script, vec![]).await?;
    world.ready(0).await
}

/// Has the application render again, with these props.
async fn set(world: &World, props: &Value) -> Outcome {
    let script = "application.set({ card: arguments[0], inside: '' })";
    world.page.js(script, vec![props.clone()]).await.map(drop)
}

/// What the server renders for an application: markup.
async fn rendered(world: &World, framework: &str, props: &Value) -> Outcome<String> {
    open(world, framework, "").await?;
    let script = "const [props, done] = arguments;
        (async () => application.html(props))().then(done, (error) => done(String(error)));";
    let html = world.page.js_later(script, vec![props.clone()]).await?;
    Ok(html.as_str().ok_or("no markup")?.to_owned())
}

/// Answers the question of the minimal story.
pub(crate) async fn answer(card: &Card) -> Outcome {
    card.open("trivia").await?;
    card.choose("Red").await
}

/// Whether that answer is still there.
pub(crate) async fn is_answered(card: &Card) -> Outcome<bool> {
    Ok(card.text().await?.contains("from the first night on"))
}

/// Answers the first question with options, whatever it asks.
async fn answer_the_first(card: &Card) -> Outcome {
    while card.options().await?.is_empty() {
        card.press(MessageKey::QuizSkip.english()).await?;
    }
    card.choose(&card.options().await?[0]).await?;
    card.press_if_there(MessageKey::QuizCheck.english()).await
}

/// Waits until the application has heard of the answers to these questions.
async fn until_heard(world: &World, framework: &str, questions: &Value) -> Outcome {
    world.page.until_is(framework, "return application.told", vec![], questions).await
}

/// How often a story was opened.
pub(crate) async fn openings(world: &World) -> Outcome<usize> {
    Ok(world.page.details("story-ready").await?.len())
}

/// Waits until the card's element has these attributes and no others.
async fn wait_for_attributes(card: &Card, meant: &Value) -> Outcome {
    let script = "return host.attributes.length === Object.keys(input).length
        && Object.entries(input).every(([name, value]) => host.getAttribute(name) === value)";
    if let Err(error) = card.until("its attributes", script, meant.clone()).await {
        let tag = card.js("return host.cloneNode().outerHTML", Value::Null).await?;
        return Err(format!("{error} {meant} in {tag}").into());
    }
    Ok(())
}

/// Fails if the console says anything.
pub(crate) async fn assert_silent(world: &World, framework: &str) -> Outcome {
    assert_eq!(world.page.console().await?, Vec::<String>::new(), "{framework}");
    Ok(())
}

pub(crate) async fn props_reach_the_card(world: World) -> Outcome {
    let texts = json!({
        "src": BUNDLED, "theme": "dark", "section": "charts", "sections": "trivia charts",
        "heading-level": "3", "seed": "0", "questions": "4", "spoilers": "show", "remember": "on",
        "loading": "eager",
    });
    let values = json!({
        "src": BUNDLED, "theme": "dark", "section": "charts", "sections": ["trivia", "charts"],
        "heading-level": 3, "seed": 0, "questions": 4, "spoilers": true, "remember": true,
        "link": false, "loading": true,
    });
    for framework in FRAMEWORKS {
        let props = if framework == "react18" { &texts } else { &values };
        let card = start(&world, framework, props).await?;
        wait_for_attributes(&card, &texts).await?;
        assert_eq!(card.sections().await?, ["trivia", "charts"], "{framework}");
        assert_eq!(card.section().await?, "charts", "{framework}");
        assert_silent(&world, framework).await?;
    }
    Ok(())
}

pub(crate) async fn new_props_keep_the_round(world: World) -> Outcome {
    let before = json!({ "src": MINIMAL, "seed": 7, "theme": "dark", "sections": "trivia charts" });
    let after = json!({ "src": MINIMAL, "seed": 7, "theme": null, "heading-level": 4 });
    for framework in FRAMEWORKS {
        let card = start(&world, framework, &before).await?;
        answer(&card).await?;
        until_heard(&world, framework, &json!(["colour"])).await?;
        set(&world, &after).await?;
        let meant = json!({ "src": MINIMAL, "seed": "7", "heading-level": "4" });
        wait_for_attributes(&card, &meant).await?;
        world.page.settle().await?;
        let all = stories::sections(&stories::example("minimal")?);
        assert_eq!(card.sections().await?, all, "{framework}");
        assert!(is_answered(&card).await?, "{framework}: the answer is gone");
        assert_eq!(openings(&world).await?, 1, "{framework}");
        assert_silent(&world, framework).await?;
    }
    Ok(())
}

pub(crate) async fn an_equal_story_keeps_the_round(world: World) -> Outcome {
    let props = |story: &Value, theme| json!({ "story": story, "src": BUNDLED, "theme": theme });
    for framework in FRAMEWORKS {
        let mut story = stories::example("minimal")?;
        let card = start(&world, framework, &props(&story, "light")).await?;
        answer(&card).await?;
        // The driver makes a new object of it.
        set(&world, &props(&story, "dark")).await?;
        wait_for_attributes(&card, &json!({ "src": BUNDLED, "theme": "dark" })).await?;
        world.page.settle().await?;
        assert!(is_answered(&card).await?, "{framework}: the answer is gone");
        let before = openings(&world).await?;

        story["title"] = json!("Another light");
        set(&world, &props(&story, "dark")).await?;
        let shows = "return root.textContent.includes(input)";
        card.until("another story", shows, json!("Another light")).await?;
        set(&world, &props(&Value::Null, "dark")).await?;
        card.until("the story of src", shows, stories::bundled()?["title"].clone()).await?;
        world.page.told("story-ready", before + 2).await?;
        assert_silent(&world, framework).await?;
    }
    Ok(())
}

pub(crate) async fn markup_of_the_server_is_taken_over(world: World) -> Outcome {
    let card = json!({ "src": BUNDLED, "seed": 7, "spoilers": "show" });
    let props = json!({ "card": card, "inside": STATIC });
    for framework in FRAMEWORKS {
        let html = rendered(&world, framework, &props).await?;
        let is_whole = html.contains("spoilers=\"show\"") && html.contains(STATIC);
        assert!(is_whole, "{framework}: {html}");
        // Before the card is live, and when its reader is playing.
        for is_late in [false, true] {
            open(&world, framework, &html).await?;
            let card = Card::nth(&world.page, 0).await?;
            if is_late {
                card.come_alive().await?;
                card.open("trivia").await?;
            }
            let script = "application.hydrate(home, arguments[0])";
            world.page.js(script, vec![props.clone()]).await?;
            card.come_alive().await?;
            assert_eq!(card.section().await?, if is_late { "trivia" } else { "overview" });
            card.open("trivia").await?;
            answer_the_first(&card).await?;
            let told = world.page.told("story-answer", 1).await?;
            // React 19 forgets the listeners of what it takes over.
            if framework != "react19" {
                until_heard(&world, framework, &json!([told[0]["question"]])).await?;
            }
            assert_eq!(openings(&world).await?, 1, "{framework}");
            assert_silent(&world, framework).await?;
        }
    }
    Ok(())
}

pub(crate) async fn a_story_reaches_markup_of_the_server(world: World) -> Outcome {
    let card = json!({ "story": stories::example("minimal")?, "seed": 7 });
    let props = json!({ "card": card, "inside": "<p>A light.</p>" });
    // React 19 and Preact set no objects in what they take over.
    for framework in ["react18", "react19-ref", "vue", "svelte"] {
        let html = rendered(&world, framework, &props).await?;
        open(&world, framework, &html).await?;
        world.page.js("application.hydrate(home, arguments[0])", vec![props.clone()]).await?;
        let card = Card::nth(&world.page, 0).await?;
        let shows = "return root.textContent.includes('The Skerry Light')";
        card.until("the story", shows, Value::Null).await?;
        assert_silent(&world, framework).await?;
    }
    Ok(())
}

/// A page like that of [`open`] without the loader, which comes when the application has rendered.
const LATE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<link rel="icon" href="data:,"><script type="module" src="../frameworks/NAME.js"></script></head>
<body><main><h1>A post</h1><div id="home"></div></main></body></html>"#;

pub(crate) async fn the_loader_may_come_after_the_card(world: World) -> Outcome {
    // Before the element is defined frameworks set attributes, with texts of what is no text.
    let props = json!({ "src": MINIMAL, "seed": 7, "sections": "charts trivia", "theme": "dark" });
    for framework in FRAMEWORKS {
        world.site.page("posts/post.html", &LATE.replace("NAME", framework));
        world.page.go(&world.site.address("posts/post.html")).await?;
        wait_for_application(&world).await?;
        let script = "application.start(home, { card: arguments[0], inside: '' })";
        world.page.js(script, vec![props.clone()]).await?;
        let script = "return document.querySelector('story-card:not(:defined)') !== null";
        world.page.until("a card to be", script, vec![]).await?;
        world.page.js("import('/blog/card/story-card.js')", vec![]).await?;
        let card = world.ready(0).await?;
        assert_eq!(card.sections().await?, ["charts", "trivia"], "{framework}");
        answer(&card).await?;
        until_heard(&world, framework, &json!(["colour"])).await?;
        set(&world, &json!({ "src": MINIMAL, "seed": 7, "theme": "light" })).await?;
        let meant = json!({ "src": MINIMAL, "seed": "7", "theme": "light" });
        wait_for_attributes(&card, &meant).await?;
        assert!(is_answered(&card).await?, "{framework}: the answer is gone");
        assert_silent(&world, framework).await?;
    }
    Ok(())
}

/// Body of an asynchronous script: the reader leaves the page of the card and comes back, `times`
/// times; notes every stage a card was seen on.
const COME_AND_GO: &str = r"const [times, done] = arguments;
    const stages = (window.stages ??= new Set());
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const press = (words) => [...document.querySelectorAll('a')].find((link) => link.textContent === words).click();
    (async () => {
        for (let time = 0; time < times; time += 1) {
            press('Elsewhere');
            while (document.querySelector('story-card')) await frame();
            const ready = new Promise((resolve) => addEventListener('story-ready', resolve, { once: true }));
            press('Back');
            await ready;
            // Waste hurries the collector, which lets go of cards that are gone.
            window.waste = new ArrayBuffer(4 << 20);
            stages.add(document.querySelector('story-card').shadowRoot.querySelector('.stage'));
        }
        // Whatever the probe noted is its own.
        for (const notes of [probe.drawn, probe.events, probe.said, probe.shifts]) notes.length = 0;
        done(stages.size);
    })().catch((error) => done(String(error)));";

pub(crate) async fn a_card_comes_and_goes_with_its_page(world: World) -> Outcome {
    for framework in FRAMEWORKS {
        start(&world, framework, &json!({ "src": MINIMAL, "seed": 7 })).await?;
        let go = async |times| world.page.js_later(COME_AND_GO, vec![json!(times)]).await;
        assert_eq!(go(5).await?, json!(1), "{framework}: one card at a time needs one root");
        let before = held(&world).await?;
        assert_eq!(go(20).await?, json!(1), "{framework}: one card at a time needs one root");
        neighbour_numbers::assert_no_more(&before, &held(&world).await?);
        let card = world.ready(0).await?;
        answer(&card).await?;
        until_heard(&world, framework, &json!(["colour"])).await?;
        assert_silent(&world, framework).await?;
    }
    Ok(())
}
