//! What a build makes, before any browser looks at it.

use std::fs;

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
    "story-card-app.iife.js",
    "story-card-app.js",
    "story-card-app_bg.wasm",
    "story-card-frame.js",
    "story-card-live.css",
    "story-card.css",
    "story-card.js",
    "story.schema.json",
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

pub(crate) async fn the_demo_page_shows_a_card(world: World) -> Outcome {
    world.page.go(&world.site.address("card/index.html")).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.scroll_to().await?;
    card.come_alive().await?;
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
