//! What a build makes, before any browser looks at it.

use std::fs;

use serde_json::json;

use crate::{Outcome, card::Card, site::dist, world::World};

const DOCUMENTED: &[&str] = &[
    "THIRD-PARTY-LICENSES.txt",
    "ballerina.html",
    "ballerina.offline.html",
    "ballerina.png",
    "ballerina.snippet.html",
    "ballerina.story.json",
    "demo.css",
    "index.html",
    "moon.html",
    "moon.offline.html",
    "moon.snippet.html",
    "moon.story.json",
    "story-card-app.iife.js",
    "story-card-app.js",
    "story-card-app_bg.wasm",
    "story-card-frame.js",
    "story-card-live.css",
    "story-card.css",
    "story-card.js",
    "story.schema.json",
    "suez.html",
    "suez.offline.html",
    "suez.snippet.html",
    "suez.story.json",
];

pub(crate) async fn dist_holds_the_documented_files(_: World) -> Outcome {
    let entries =
        fs::read_dir(dist())?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = entries.collect::<Outcome<Vec<_>>>()?;
    names.sort();
    assert_eq!(names, DOCUMENTED);
    Ok(())
}

pub(crate) async fn the_demo_page_has_nothing_inline(_: World) -> Outcome {
    let page = fs::read_to_string(dist().join("index.html"))?;
    for found in page.match_indices("<script").map(|(at, _)| &page[at..]) {
        let tag = found.split('>').next().unwrap_or_default();
        assert!(tag.contains(" src="), "an inline script: {tag}");
    }
    for inline in ["<style", " style=", " onclick=", "data-trunk", "integrity=", "modulepreload"] {
        assert!(!page.contains(inline), "{inline} stands in the demo page");
    }
    Ok(())
}

pub(crate) async fn the_demo_page_shows_three_cards(world: World) -> Outcome {
    world.page.go(&world.site.address("card/index.html")).await?;
    // Who passes by all three fetches the loader and the sheet.
    for n in 0..3 {
        let card = Card::nth(&world.page, n).await?;
        card.scroll_to().await?;
        world.page.settle().await?;
        assert_eq!(card.state().await?, "static");
    }
    let script = "const ids = [...document.querySelectorAll('[id]')].map((part) => part.id);
        return ids.filter((id, at) => ids.indexOf(id) !== at)";
    assert_eq!(world.page.js(script, vec![]).await?, json!([]), "an id stands twice");
    let mut fetched = world.site.requests();
    fetched.retain(|path| !path.ends_with("index.html"));
    fetched.sort();
    assert_eq!(fetched, ["card/demo.css", "card/story-card.css", "card/story-card.js"]);
    for (n, story) in ["ballerina", "moon", "suez"].into_iter().enumerate() {
        let card = Card::nth(&world.page, n).await?;
        card.scroll_to().await?;
        card.come_alive().await?;
        assert_eq!(world.site.count(&format!("card/{story}.story.json")), 1);
    }
    assert_eq!(world.site.count("card/story-card-app_bg.wasm"), 1, "they share one runtime");
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn the_pages_of_the_story_hold_together(_: World) -> Outcome {
    let read = |name: &str| fs::read_to_string(dist().join(name));
    let page = read("ballerina.html")?;
    for wanted in ["og:title", "og:description", "og:image", "ballerina.png", "application/ld+json"]
    {
        assert!(page.contains(wanted), "{wanted} is missing in ballerina.html");
    }
    assert!(read("ballerina.snippet.html")?.starts_with("<!-- Not ready to paste"));
    let offline = read("ballerina.offline.html")?;
    for wanted in ["Permission is hereby granted", "wasm-bindgen", "heylacity.com"] {
        assert!(offline.contains(wanted), "{wanted}: licences and sources are inside");
    }
    let picture = fs::read(dist().join("ballerina.png"))?;
    let size = picture.get(16..24).ok_or("no picture")?;
    assert_eq!(size, [0, 0, 4, 176, 0, 0, 2, 118], "1200 x 630 pixels");
    assert!(picture.len() < 200_000, "{} bytes are much for a link preview", picture.len());
    Ok(())
}
