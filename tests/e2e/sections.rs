//! Finding one's way through a card with mouse and finger.

use serde_json::{Value, json};

use crate::{
    Outcome, stories,
    world::{CARD, EVERYTHING, World},
};

pub(crate) async fn tabs_open_by_click(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let sections = card.sections().await?;
    assert_eq!(sections, stories::sections(&stories::bundled()?));
    assert_eq!(card.section().await?, sections[0]);
    for section in sections.iter().rev() {
        card.open(section).await?;
        assert_eq!(card.section().await?, *section);
    }
    Ok(())
}

pub(crate) async fn every_section_has_content(world: World) -> Outcome {
    let card = world.card(EVERYTHING).await?;
    for section in card.sections().await? {
        card.open(&section).await?;
        let script = "return [...root.querySelectorAll('section.sc-panel')].find((panel) => panel.checkVisibility()).innerText.length";
        let length = card.js(script, Value::Null).await?.as_u64().unwrap_or_default();
        assert!(length > 80, "{section} says almost nothing ({length} characters)");
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn links_lead_to_their_item(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let story = stories::bundled()?;
    let (section, item, target) =
        linked_item(&story).ok_or("no open item of the story has a link")?;
    assert!(card.show(&format!("{section}/{item}")).await?);
    let script =
        "return [...root.querySelectorAll('button, a')].filter((link) => link.checkVisibility()
        && link.closest(`[id$='-${input}']`)).map(name)";
    let links: Vec<String> = serde_json::from_value(card.js(script, json!(item)).await?)?;
    let (to, _) = target.split_once('/').ok_or("a link without item")?;
    let key = story_card::story::MessageKey::from_id(&format!("see.{to}"))
        .ok_or("no words for the link")?;
    let name = links
        .iter()
        .find(|name| name.contains(key.english()))
        .ok_or_else(|| format!("no link: {links:?}"))?;
    card.press(name).await?;
    card.wait_for_section(to).await?;
    let last = world.page.details("story-show").await?.pop().unwrap_or_default();
    assert_eq!(
        format!(
            "{}/{}",
            last["section"].as_str().unwrap_or(""),
            last["item"].as_str().unwrap_or("")
        ),
        target
    );
    Ok(())
}

/// An item outside the quiz that is no spoiler, with a link to one that is none.
fn linked_item(story: &Value) -> Option<(&'static str, String, String)> {
    ["overview", "faq", "disputes", "timeline", "charts"].into_iter().find_map(|section| {
        let open =
            stories::items(story, section).into_iter().filter(|item| item["spoiler"] != true);
        open.flat_map(|item| {
            stories::texts(&item["see"]).into_iter().map(move |target| (item, target))
        })
        .find(|(_, target)| {
            let (to, id) = target.split_once('/').unwrap_or_default();
            !matches!(to, "trivia" | "")
                && stories::item(story, to, id).is_some_and(|item| item["spoiler"] != true)
        })
        .map(|(item, target)| (section, item["id"].as_str().unwrap_or_default().to_owned(), target))
    })
}

pub(crate) async fn a_tap_opens_a_section(world: World) -> Outcome {
    world.page.window(360, 740).await?;
    let card = world.card(CARD).await?;
    world.page.tap(&card.tab("charts").await?).await?;
    card.wait_for_section("charts").await
}

pub(crate) async fn the_wheel_scrolls_the_page(world: World) -> Outcome {
    world.page.window(1024, 500).await?;
    let card = world.card(CARD).await?;
    for section in ["charts", "timeline"] {
        card.open(section).await?;
        let script = "return [...root.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility())";
        let canvas = card.elements(script).await?.into_iter().next().ok_or("no drawing")?;
        canvas.scroll_into_view().await?;
        world.page.js("scrollBy(0, -60)", vec![]).await?;
        let before = scrolled(&world).await?;
        world.page.wheel(&canvas, -200).await?;
        world
            .page
            .until("a page that scrolled", "return scrollY < arguments[0]", vec![json!(before)])
            .await?;
    }
    Ok(())
}

async fn scrolled(world: &World) -> Outcome<f64> {
    world
        .page
        .js("return scrollY", vec![])
        .await?
        .as_f64()
        .ok_or_else(|| "no scroll position".into())
}

pub(crate) async fn showing_is_told(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    assert_eq!(world.page.details("story-show").await?, Vec::<Value>::new());
    card.open("faq").await?;
    card.open("cast").await?;
    let shown = world.page.details("story-show").await?;
    assert_eq!(
        shown,
        ["faq", "cast"]
            .map(|section| json!({ "section": section, "item": null, "byReader": true }))
    );
    Ok(())
}

pub(crate) async fn a_bar_of_the_page_covers_nothing(world: World) -> Outcome {
    world.page.window(1024, 600).await?;
    let bar = r#"<header style="position: POSITION; inset: 0 0 auto; block-size: 80px; background: silver; z-index: 9">The page</header>"#;
    let padding = "<style>html { scroll-padding-top: 90px }</style>";
    for (head, position, least) in
        [("", "sticky", 80.0), ("", "fixed", 80.0), (padding, "sticky", 90.0), ("", "static", 0.0)]
    {
        world.open_with(head, CARD).await?;
        // Where bars stand in most pages.
        let insert = "document.body.insertAdjacentHTML('afterbegin', arguments[0])";
        world.page.js(insert, vec![json!(bar.replace("POSITION", position))]).await?;
        let card = world.ready(0).await?;
        card.open("faq").await?;
        // As in a post that goes on below the card.
        world.page.js("document.body.style.paddingBottom = '100vh'", vec![]).await?;
        world.page.js("scrollTo(0, document.documentElement.scrollHeight)", vec![]).await?;
        let story = stories::bundled()?;
        let id = stories::items(&story, "faq")[0]["id"].as_str().unwrap_or_default().to_owned();
        assert!(card.show(&format!("faq/{id}")).await?);
        let script = "const { top } = root.querySelector(`[id$='-faq-${input[0]}']`).getBoundingClientRect();
            return top >= input[1] - 1 && top < input[1] + 2";
        let what = format!("an answer below the bar, {position} {head}");
        card.until(&what, script, json!([id, least])).await?;
    }
    Ok(())
}
