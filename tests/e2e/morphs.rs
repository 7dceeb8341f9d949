//! Cards in pages whose server sends new markup: htmx and its morph swaps, Turbo's visits, its
//! morphing refresh and its permanent elements. The scripts are installed as [`crate::frameworks`]
//! says.

use serde_json::json;

use crate::{
    Outcome,
    card::Card,
    frameworks::{self, assert_silent, is_answered, openings},
    world::World,
};

const SCRIPT: &str = r#"<script src="../frameworks/NAME.js"></script>"#;

/// Versions of htmx: their scripts, and how they are told to morph.
const HTMX: [(&[&str], &str); 2] = [
    (&["htmx2", "idiomorph"], r#"hx-ext="morph" hx-swap="morph:outerHTML""#),
    (&["htmx4"], r#"hx-swap="outerMorph""#),
];

/// A card of the minimal story with these attributes and words inside.
fn card(attributes: &str, words: &str) -> String {
    format!(
        r#"<story-card src="../stories/minimal.story.json" seed="7" {attributes}><p>{words}</p></story-card>"#
    )
}

fn scripts(names: &[&str]) -> String {
    names.iter().map(|name| SCRIPT.replace("NAME", name)).collect()
}

/// Answers the question in the first card of the page.
async fn answer(world: &World) -> Outcome<Card> {
    let card = world.ready(0).await?;
    frameworks::answer(&card).await?;
    Ok(card)
}

/// Fails unless this card stands in the page, with its answer, and was opened once; waits until it
/// has this theme.
async fn assert_kept(world: &World, card: &Card, theme: &str) -> Outcome {
    card.until("a theme", "return host.isConnected && host.theme === input", json!(theme)).await?;
    card.wait_for_state("ready").await?;
    assert_eq!(card.section().await?, "trivia");
    assert!(is_answered(card).await?, "the answer is gone");
    assert_eq!(openings(world).await?, 1);
    Ok(())
}

/// Presses a link or button of the page itself.
async fn press(world: &World, words: &str) -> Outcome {
    let script = "return [...document.querySelectorAll('a, button')].filter((it) => it.textContent === arguments[0])";
    let button = world.page.element(script, vec![json!(words)]).await?;
    Ok(button.ok_or("no such button")?.click().await?)
}

/// Does something to the page, and waits until a card has taken the place of the one that is there.
async fn replace(world: &World, what: impl Future<Output = Outcome>) -> Outcome {
    world.page.js("window.before = document.querySelector('story-card')", vec![]).await?;
    what.await?;
    // Turbo may show its copy of the page first, while it waits for the page.
    let script = "return document.querySelector('story-card:state(ready)') && !before.isConnected
        && !document.documentElement.matches('[aria-busy=true], [data-turbo-preview]')";
    world.page.until("another card", script, vec![]).await.map(drop)
}

pub(crate) async fn a_morph_of_htmx_keeps_the_round(world: World) -> Outcome {
    let part = |content: &str| format!(r#"<div id="part">{content}</div>"#);
    let new = format!("<p>New.</p>{}", card(r#"theme="dark""#, "New."));
    world.site.page("posts/part.html", &part(&new));
    for (names, swap) in HTMX {
        let buttons = format!(
            r##"<button hx-get="part.html" hx-target="#part" {swap}>Morph</button>
            <button hx-get="part.html" hx-target="#part" hx-swap="outerHTML">Replace</button>"##
        );
        let old = part(&card(r#"theme="light" sections="trivia charts""#, "Old."));
        world.open_with(&scripts(names), &format!("{buttons}{old}")).await?;
        let first = answer(&world).await?;
        press(&world, "Morph").await?;
        assert_kept(&world, &first, "dark").await?;
        assert_eq!(first.sections().await?.len(), 4, "{names:?}: all sections are shown");
        replace(&world, press(&world, "Replace")).await?;
        answer(&world).await?;
        assert_silent(&world, &names.join(" ")).await?;
    }
    Ok(())
}

/// Puts two pages with Turbo into the site, which lead to one another, and opens the first.
async fn open_with_turbo(world: &World, head: &str, card: &str) -> Outcome {
    let head = format!("{}{head}", scripts(&["turbo"]));
    world.put("posts/elsewhere.html", &head, &format!(r#"<a href="post.html">Back</a>{card}"#));
    world.open_with(&head, &format!(r#"<a href="elsewhere.html">Elsewhere</a>{card}"#)).await
}

pub(crate) async fn visits_of_turbo_bring_new_cards(world: World) -> Outcome {
    open_with_turbo(&world, "", &card("", "A light.")).await?;
    answer(&world).await?;
    for words in ["Elsewhere", "Back", "Elsewhere"] {
        replace(&world, press(&world, words)).await?;
        answer(&world).await?;
    }
    let back = async || world.page.js("history.back()", vec![]).await.map(drop);
    replace(&world, back()).await?;
    answer(&world).await?;
    let script = "return document.querySelectorAll('story-card').length";
    assert_eq!(world.page.js(script, vec![]).await?, json!(1));
    assert_silent(&world, "Turbo").await
}

pub(crate) async fn a_permanent_card_goes_along_with_turbo(world: World) -> Outcome {
    let attributes = r#"id="card" theme="dark" data-turbo-permanent"#;
    open_with_turbo(&world, "", &card(attributes, "A light.")).await?;
    let first = answer(&world).await?;
    for (words, others) in [("Elsewhere", "Back"), ("Back", "Elsewhere")] {
        press(&world, words).await?;
        let script = "return document.querySelector('main a').textContent === arguments[0]";
        world.page.until("the other page", script, vec![json!(others)]).await?;
        assert_kept(&world, &first, "dark").await?;
    }
    assert_silent(&world, "Turbo").await
}

pub(crate) async fn a_refresh_of_turbo_keeps_the_round(world: World) -> Outcome {
    let head = r#"<meta name="turbo-refresh-method" content="morph">"#;
    open_with_turbo(&world, head, &card(r#"theme="light""#, "Old.")).await?;
    let first = answer(&world).await?;
    let head = format!("{}{head}", scripts(&["turbo"]));
    world.put("posts/post.html", &head, &format!("<p>New.</p>{}", card(r#"theme="dark""#, "New.")));
    world.page.js("Turbo.visit(location.href, { action: 'replace' })", vec![]).await?;
    assert_kept(&world, &first, "dark").await?;
    assert_silent(&world, "Turbo").await
}
