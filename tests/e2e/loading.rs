//! When a card starts, what it fetches for that, and where its story comes from.

use std::time::Duration;

use serde_json::json;

use crate::{
    Outcome,
    card::Card,
    site::Site,
    stories,
    world::{CARD, MINIMAL, World},
};

const WASM: &str = "card/story-card-app_bg.wasm";
const GLUE: &str = "card/story-card-app.js";
/// Enough to keep what follows far from the window.
const FAR: &str = r#"<p style="height: 6000px">A long paragraph.</p>"#;
/// The policy of the contract: nothing but the host's own files, no inline anything.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

pub(crate) async fn the_state_goes_to_ready(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(CARD).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.until("a card that loads", "return host.state === 'loading'", json!(null)).await?;
    world.site.release(WASM);
    card.wait_for_state("ready").await?;
    let story = stories::bundled()?;
    let events = world.page.events().await?;
    let ready: Vec<_> = events.iter().filter(|event| event["type"] == "story-ready").collect();
    assert_eq!(ready.len(), 1, "{events:?}");
    assert_eq!(ready[0]["detail"]["story"], story["id"]);
    assert_eq!(stories::texts(&ready[0]["detail"]["sections"]), stories::sections(&story));
    assert_eq!((&ready[0]["bubbles"], &ready[0]["composed"]), (&json!(true), &json!(true)));
    let sections = card.js("return host.sections", json!(null)).await?;
    assert_eq!(stories::texts(&sections), stories::sections(&story));
    Ok(())
}

pub(crate) async fn nothing_is_fetched_far_below_the_window(world: World) -> Outcome {
    world.open(&format!("{FAR}{CARD}")).await?;
    world.page.settle().await?;
    let card = Card::nth(&world.page, 0).await?;
    assert_eq!(card.state().await?, "static");
    // Sheet and loader are asked for side by side.
    let mut requests = world.site.requests();
    requests.sort();
    assert_eq!(requests, ["card/story-card.css", "card/story-card.js", "posts/post.html"]);
    card.scroll_to().await?;
    card.wait_for_state("ready").await?;
    assert_eq!(world.site.count(WASM), 1);
    Ok(())
}

pub(crate) async fn eager_cards_start_at_once(world: World) -> Outcome {
    world.open(&format!("{FAR}{}", CARD.replace("seed", r#"loading="eager" seed"#))).await?;
    world.ready(0).await.map(drop)
}

pub(crate) async fn touching_a_card_starts_it(world: World) -> Outcome {
    world.open(&format!("{FAR}{CARD}")).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js(
        "host.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }))",
        json!(null),
    )
    .await?;
    card.wait_for_state("ready").await
}

pub(crate) async fn only_the_runtimes_own_files_are_requested(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    for section in card.sections().await? {
        card.open(&section).await?;
    }
    let mut requests = world.site.requests();
    requests.sort();
    let version = format!("?v={}", env!("CARGO_PKG_VERSION"));
    let mut expected = vec![
        "card/ballerina.story.json".to_owned(),
        format!("{GLUE}{version}"),
        format!("{WASM}{version}"),
        "card/story-card.css".to_owned(),
        format!("card/story-card.css{version}"),
        format!("card/story-card-live.css{version}"),
        "card/story-card.js".to_owned(),
        "posts/post.html".to_owned(),
    ];
    expected.sort();
    assert_eq!(requests, expected);
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((address) => !address.startsWith(location.origin) && !address.startsWith('data:'))";
    assert_eq!(world.page.js(script, vec![]).await?, json!([]));
    Ok(())
}

pub(crate) async fn nothing_moves_and_nothing_is_said(world: World) -> Outcome {
    let tall = CARD.replace("seed", r#"class="tall" seed"#);
    // Higher than what is reserved, with what follows below the window; lower than what is
    // reserved, with what follows in sight; and as the page says how much to reserve.
    let cases = [
        (360, 640, CARD),
        (1024, 700, CARD),
        (1024, 900, MINIMAL),
        (360, 4000, &tall),
        (1024, 4000, &tall),
    ];
    for (width, height, tag) in cases {
        for slow in [WASM, "card/ballerina.story.json", "card/story-card.css"] {
            world.site.delay(slow, Duration::from_millis(250));
            world.page.window(width, height).await?;
            world.open_with("<style>.tall { --story-height: 220rem }</style>", tag).await?;
            world.ready(0).await?;
            let (shift, moved) = world.page.layout_shift().await?;
            assert_eq!(
                (shift, moved),
                (0.0, json!([])),
                "{tag} at {width} x {height} px, {slow} slow"
            );
            world.site.delay(slow, Duration::ZERO);
        }
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn cards_share_one_instance(world: World) -> Outcome {
    world.open(&format!("{CARD}{MINIMAL}{CARD}")).await?;
    for n in 0..3 {
        Card::nth(&world.page, n).await?.scroll_to().await?;
        world.ready(n).await?;
    }
    assert_eq!((world.site.count(WASM), world.site.count(GLUE)), (1, 1));
    assert_eq!(world.page.js("return probe.instances", vec![]).await?, json!(1));
    let shown = Card::nth(&world.page, 1).await?.text().await?;
    assert!(shown.contains("The Skerry Light"), "{shown}");
    Ok(())
}

pub(crate) async fn the_strict_policy_is_enough(world: World) -> Outcome {
    world.site.header("Content-Security-Policy", STRICT);
    let card = world.card(CARD).await?;
    for section in card.sections().await? {
        card.open(&section).await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn an_inline_story_wins_over_src(world: World) -> Outcome {
    let story = stories::example("minimal")?;
    let inline = format!(r#"<script type="application/json">{story}</script></story-card>"#);
    let card = world.card(&CARD.replace("</story-card>", &inline)).await?;
    assert!(card.text().await?.contains("The Skerry Light"));
    assert_eq!(world.site.count("card/ballerina.story.json"), 0);
    Ok(())
}

pub(crate) async fn a_story_property_wins_over_all(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    for give in ["host.story = input", "host.story = JSON.stringify(input)"] {
        let mut story = stories::example("minimal")?;
        story["title"] = json!(format!("Given by {give}"));
        card.js(give, story.clone()).await?;
        let title = story["title"].as_str().unwrap_or_default();
        card.until("the story given", "return root.textContent.includes(input)", json!(title))
            .await?;
    }
    Ok(())
}

pub(crate) async fn a_card_without_src_shows_the_bundled_story(world: World) -> Outcome {
    let card = world.card("<story-card></story-card>").await?;
    let title = stories::bundled()?["title"].clone();
    assert!(card.text().await?.contains(title.as_str().unwrap_or("no title")));
    Ok(())
}

pub(crate) async fn a_second_loader_is_silent(world: World) -> Outcome {
    let loader = std::fs::read_to_string(crate::site::dist().join("story-card.js"))?;
    world.site.page("other/story-card.js", &loader);
    world
        .open_with(r#"<script type="module" src="../other/story-card.js"></script>"#, CARD)
        .await?;
    world.ready(0).await?;
    assert_eq!(world.site.count("other/story-card.js"), 1);
    assert_eq!((world.site.count(WASM), world.site.count("other/story-card-app_bg.wasm")), (1, 0));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_page_of_another_origin_can_embed(world: World) -> Outcome {
    let host = Site::start()?;
    host.header("Access-Control-Allow-Origin", "*");
    let runtime = host.address("card/");
    world.site.page(
        "posts/post.html",
        &format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elsewhere</title>
        <link rel="icon" href="data:,"><link rel="stylesheet" href="{runtime}story-card.css">
        <script type="module" src="{runtime}story-card.js"></script></head>
        <body><main><h1>Elsewhere</h1><story-card></story-card></main></body></html>"#
        ),
    );
    world.page.go(&world.site.address("posts/post.html")).await?;
    world.ready(0).await?;
    assert_eq!(world.site.requests(), ["posts/post.html"]);
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}
