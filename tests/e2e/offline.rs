//! The offline file, opened from disk.

use std::fs;

use serde_json::json;

use crate::{
    Outcome,
    card::Card,
    site::dist,
    stories,
    world::{BUNDLED, World},
};

/// The address of the file on disk.
fn address(name: &str) -> String {
    format!("file://{}", dist().join(name).display())
}

/// The card of the offline file of a bundled story, opened from disk.
async fn card_of(world: &World, story: &str) -> Outcome<Card> {
    world.page.go(&address(&format!("{story}.offline.html?seed=7"))).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.come_alive().await?;
    Ok(card)
}

async fn card(world: &World) -> Outcome<Card> {
    card_of(world, "ballerina").await
}

pub(crate) async fn everything_works_from_disk(world: World) -> Outcome {
    let drawn = "return [...root.querySelectorAll('canvas')].filter((canvas) => canvas.width > 100
        && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte)).length";
    for (story, _) in BUNDLED {
        let card = card_of(&world, story).await?;
        let sections = card.sections().await?;
        assert_eq!(sections, stories::sections(&stories::bundled_as(story)?), "{story}");
        for section in sections {
            card.open(&section).await?;
            assert!(card.text().await?.len() > 300, "{story}, {section} says something");
        }
        card.open("charts").await?;
        card.until("a drawn chart", drawn, json!(null)).await?;
    }
    let card = card(&world).await?;
    card.open("trivia").await?;
    let option = card.options().await?.first().cloned().ok_or("no options")?;
    card.choose(&option).await?;
    card.press_if_there("Answer").await?;
    let verdict = "return root.querySelector('[part~=verdict]')?.innerText";
    card.until("a verdict", verdict, json!(null)).await.map(drop)
}

pub(crate) async fn the_file_asks_nobody(world: World) -> Outcome {
    let card = card(&world).await?;
    card.open("charts").await?;
    let asked = world
        .page
        .js("return performance.getEntriesByType('resource').map(({ name }) => name)", vec![])
        .await?;
    let asked: Vec<String> = serde_json::from_value(asked)?;
    let asked: Vec<_> = asked.iter().filter(|name| !name.starts_with("data:")).collect();
    assert!(asked.is_empty(), "{asked:?}");
    assert_eq!(world.site.requests(), Vec::<String>::new());
    let said = world.page.console_if_heard().await?;
    assert!(said.is_empty(), "{said:?}");
    let licences = "const fold = document.querySelector('main > details'); fold.open = true;
        return fold.innerText.includes('Permission is hereby granted')";
    assert_eq!(world.page.js(licences, vec![]).await?, json!(true));
    Ok(())
}

pub(crate) async fn no_barrier_from_disk(world: World) -> Outcome {
    let card = card(&world).await?;
    card.open("timeline").await?;
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    Ok(())
}

/// Two files in one folder whose name needs escapes do not disturb each other.
pub(crate) async fn another_copy_stands_beside_it(world: World) -> Outcome {
    let folder = dist().join("../target/offline copies ö#1");
    fs::create_dir_all(&folder)?;
    fs::copy(dist().join("ballerina.offline.html"), folder.join("a copy.html"))?;
    let folder = fs::canonicalize(&folder)?.display().to_string();
    let folder = folder.replace(' ', "%20").replace('#', "%23").replace('ö', "%C3%B6");
    world.page.go(&format!("file://{folder}/a%20copy.html?theme=dark#ballerina/timeline")).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.wait_for_state("ready").await?;
    assert_eq!(card.section().await?, "timeline");
    assert_eq!(card.host().attr("theme").await?.as_deref(), Some("dark"));
    Ok(())
}
