//! Cards that come, move and go while the page stands.

use serde_json::json;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, MINIMAL, World},
};

/// A place for cards that come later, and how one comes.
const STAGE: &str = r#"<div id="stage"></div><div id="elsewhere"></div>"#;
const INSERT: &str = "const card = document.createElement('story-card');
    card.setAttribute('src', arguments[0]); document.getElementById('stage').append(card);";

pub(crate) async fn a_card_can_come_later(world: World) -> Outcome {
    world.open(STAGE).await?;
    world.page.js(INSERT, vec![json!("../stories/minimal.story.json")]).await?;
    let card = world.ready(0).await?;
    assert!(card.text().await?.contains("The Skerry Light"));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_moved_card_keeps_its_place(world: World) -> Outcome {
    let card = world.card(&format!("{CARD}{STAGE}")).await?;
    card.open("faq").await?;
    card.js("document.getElementById('elsewhere').append(host)", json!(null)).await?;
    world.page.settle().await?;
    assert_eq!((card.state().await?, card.section().await?), ("ready".into(), "faq".into()));
    card.open("cast").await?;
    assert_eq!(world.page.details("story-ready").await?.len(), 1);
    Ok(())
}

pub(crate) async fn a_removed_card_leaves_nothing_behind(world: World) -> Outcome {
    let card = world.card(&format!("{STAGE}{CARD}{MINIMAL}")).await?;
    card.open("charts").await?;
    card.js("host.remove()", json!(null)).await?;
    world.page.settle().await?;
    let other = world.ready(0).await?;
    other.open("charts").await?;
    world.page.window(500, 700).await?;
    world.page.settle().await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_new_src_shows_the_new_story(world: World) -> Outcome {
    world.card(CARD).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.setAttribute('src', '../stories/minimal.story.json')", json!(null)).await?;
    card.until(
        "the new story",
        "return root.textContent.includes('The Skerry Light')",
        json!(null),
    )
    .await?;
    assert_eq!(card.sections().await?, stories::sections(&stories::example("minimal")?));
    Ok(())
}
