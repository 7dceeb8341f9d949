//! Where cards are put: pages that run the other way, addresses with another base, places
//! that are not shown yet, paper.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    neighbour::{PLAIN, assert_alike, plain_portrait, portrait, use_card},
    world::{EVERYTHING, World},
};

pub(crate) async fn a_page_from_right_to_left(world: World) -> Outcome {
    let plain = plain_portrait(&world).await?;
    let head = format!(r#"{PLAIN}<script src="direction.js"></script>"#);
    world.site.page("posts/direction.js", "document.documentElement.dir = 'rtl';");
    world.open_with(&head, EVERYTHING).await?;
    let card = world.ready(0).await?;
    assert_alike(&plain, &portrait(&card).await?, "from right to left");
    use_card(&world, &card).await?;
    Ok(())
}

pub(crate) async fn a_page_with_another_base(world: World) -> Outcome {
    let story = crate::stories::example("minimal")?.to_string();
    world.site.page("elsewhere/deep/told.story.json", &story);
    let tag = r#"<story-card src="told.story.json"></story-card>"#;
    let post = format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Based</title>
        <link rel="icon" href="data:,"><base href="/blog/elsewhere/deep/">
        <link rel="stylesheet" href="/blog/card/story-card.css"><script type="module" src="/blog/card/story-card.js"></script>
        </head><body><main><h1>Based</h1>{tag}</main></body></html>"#
    );
    world.site.page("posts/post.html", &post);
    world.page.go(&world.site.address("posts/post.html")).await?;
    let card = world.ready(0).await?;
    use_card(&world, &card).await?;
    let place = world.page.js("return location.pathname + location.hash", vec![]).await?;
    assert_eq!(place, json!("/blog/posts/post.html"), "a press led out of the page");
    assert_eq!(world.site.count("elsewhere/deep/told.story.json"), 1);
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Opens a page whose card is in a place that is not shown, and shows it: by then, and after
/// it was hidden and shown once more, it looks as one that was always shown.
async fn shown_later(world: &World, wrap: [&str; 2], show: &str, hide: &str) -> Outcome {
    let plain = plain_portrait(world).await?;
    // Those that are started at once are drawn while nobody sees them.
    for loading in ["lazy", "eager"] {
        let tag = EVERYTHING.replace("seed", &format!(r#"loading="{loading}" seed"#));
        world.open_with(PLAIN, &format!("{}{tag}{}", wrap[0], wrap[1])).await?;
        let card = Card::nth(&world.page, 0).await?;
        if loading == "eager" {
            card.wait_for_state("ready").await?;
        }
        for time in ["shown", "shown again"] {
            world.page.js(show, vec![]).await?;
            card.wait_for_state("ready").await?;
            assert_alike(&plain, &portrait(&card).await?, &format!("{loading}, {time}"));
            world.page.js(hide, vec![]).await?;
            world.page.settle().await?;
        }
        assert_eq!(world.page.console().await?, Vec::<String>::new());
    }
    Ok(())
}

pub(crate) async fn a_card_in_a_hidden_tab(world: World) -> Outcome {
    shown_later(
        &world,
        [r#"<div id="tab" hidden>"#, "</div>"],
        "document.getElementById('tab').hidden = false",
        "document.getElementById('tab').hidden = true",
    )
    .await
}

pub(crate) async fn a_card_in_closed_details(world: World) -> Outcome {
    shown_later(
        &world,
        [r#"<details id="more"><summary>More</summary>"#, "</details>"],
        "document.getElementById('more').open = true",
        "document.getElementById('more').open = false",
    )
    .await
}

pub(crate) async fn a_card_in_a_box_without_size(world: World) -> Outcome {
    shown_later(
        &world,
        [r#"<div id="box" style="inline-size: 0; block-size: 0; overflow: hidden">"#, "</div>"],
        "document.getElementById('box').style.cssText = ''",
        "document.getElementById('box').style.cssText = 'inline-size: 0; block-size: 0; overflow: hidden'",
    )
    .await
}

pub(crate) async fn a_card_in_a_print_preview(world: World) -> Outcome {
    world.open_with(PLAIN, &EVERYTHING.replace("seed", r#"section="charts" seed"#)).await?;
    let card = world.ready(0).await?;
    let before = portrait(&card).await?;
    card.open("charts").await?;
    world.page.preview_print(true).await?;
    world.page.settle().await?;
    let script =
        "return [...root.querySelectorAll('nav, canvas, article, table, input[type=range]')]
        .filter((part) => part.checkVisibility()).map((part) => part.localName)";
    let printed: Vec<String> = serde_json::from_value(card.js(script, Value::Null).await?)?;
    assert!(printed.contains(&"canvas".into()), "no chart is printed: {printed:?}");
    assert!(!printed.contains(&"input".into()) && !printed.contains(&"nav".into()), "{printed:?}");
    let blank = "return [...root.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility()
        && !canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0)).length";
    card.until_is("charts that are blank", blank, Value::Null, &json!(0)).await?;
    world.page.preview_print(false).await?;
    world.page.settle().await?;
    assert_alike(&before, &portrait(&card).await?, "after the preview");
    use_card(&world, &card).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}
