//! The attributes and methods of the element.

use serde_json::{Value, json};
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    page::Scheme,
    stories,
    world::{CARD, EVERYTHING, World},
};

/// [`CARD`] with more attributes.
fn card_with(attributes: &str) -> String {
    CARD.replace("<story-card", &format!("<story-card {attributes}"))
}

pub(crate) async fn section_opens_there(world: World) -> Outcome {
    let card = world.card(&card_with(r#"section="charts""#)).await?;
    assert_eq!(card.section().await?, "charts");
    assert_eq!(card.host().attr("section").await?.as_deref(), Some("charts"));
    card.open("faq").await?;
    assert_eq!(
        card.host().attr("section").await?.as_deref(),
        Some("charts"),
        "the card wrote its attribute"
    );
    Ok(())
}

pub(crate) async fn sections_are_chosen_and_ordered(world: World) -> Outcome {
    let card = world.card(&card_with(r#"sections="faq trivia charts""#)).await?;
    assert_eq!(card.sections().await?, ["faq", "trivia", "charts"]);
    assert_eq!(card.section().await?, "faq");
    assert_eq!(
        world.page.details("story-ready").await?[0]["sections"],
        json!(["faq", "trivia", "charts"])
    );
    Ok(())
}

pub(crate) async fn heading_levels_follow_the_page(world: World) -> Outcome {
    for (level, title) in [(None, 2), (Some(3), 3), (Some(6), 6)] {
        let attribute =
            level.map(|level| format!(r#"heading-level="{level}""#)).unwrap_or_default();
        let card = world.card(&card_with(&attribute)).await?;
        card.open("charts").await?;
        let script = "return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.localName[1]))";
        let levels: Vec<u8> = serde_json::from_value(card.js(script, Value::Null).await?)?;
        assert_eq!(levels.first(), Some(&title));
        assert!(levels.iter().skip(1).all(|level| *level > title || title == 6), "{levels:?}");
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "a level is left out: {levels:?}"
        );
    }
    Ok(())
}

pub(crate) async fn seed_fixes_the_order(world: World) -> Outcome {
    let mut seen = Vec::new();
    for seed in ["7", "7", "8", "9", "10"] {
        let card = world.card(&CARD.replace("\"7\"", &format!("{seed:?}"))).await?;
        card.open("trivia").await?;
        seen.push((seed, card.options().await?));
    }
    assert_eq!(seen[0], seen[1], "one seed, two orders");
    assert!(
        seen.iter().any(|(_, options)| *options != seen[0].1),
        "every seed asks alike: {seen:?}"
    );
    Ok(())
}

pub(crate) async fn questions_are_drawn_from_the_pool(world: World) -> Outcome {
    let card = world.card(&card_with(r#"questions="4""#)).await?;
    card.open("trivia").await?;
    assert!(
        card.text().await?.contains(
            &MessageKey::QuizProgress.english().replace("{n}", "1").replace("{total}", "4")
        )
    );
    Ok(())
}

pub(crate) async fn spoilers_can_be_shown_from_the_start(world: World) -> Outcome {
    let card = world.card(&card_with(r#"spoilers="show""#)).await?;
    for section in card.sections().await? {
        card.open(&section).await?;
        assert_eq!(card.count_buttons(MessageKey::SpoilerShow.english()).await?, 0, "{section}");
    }
    Ok(())
}

pub(crate) async fn a_wrong_value_is_said_once(world: World) -> Outcome {
    let wrong = [
        ("theme", "blue", "auto light dark"),
        ("spoilers", "perhaps", "hide show"),
        ("loading", "soon", "lazy eager"),
        ("heading-level", "9", "1 6"),
        ("seed", "many", "whole number"),
        ("questions", "-3", "whole number"),
    ];
    for (name, value, allowed) in wrong {
        let tag = format!(
            r#"<story-card src="../card/ballerina.story.json" {name}="{value}"></story-card>"#
        );
        world.card(&tag).await?;
        let lines = world.page.console().await?;
        assert_eq!(lines.len(), 1, "{name}: {lines:?}");
        for word in [name, value].into_iter().chain(allowed.split(' ')) {
            assert!(lines[0].contains(word), "{word:?} is not said: {}", lines[0]);
        }
    }
    Ok(())
}

pub(crate) async fn show_goes_to_an_address(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let story = stories::bundled()?;
    let event = &stories::items(&story, "timeline")[3];
    let address = format!("timeline/{}", event["id"].as_str().unwrap_or_default());
    assert!(card.show(&address).await?);
    assert_eq!(card.section().await?, "timeline");
    let shown = world.page.details("story-show").await?;
    assert_eq!(
        shown.last(),
        Some(&json!({ "section": "timeline", "item": event["id"], "byReader": false }))
    );
    assert!(!card.show("timeline/no-such-event").await?);
    assert!(!card.show("no-such-section").await?);
    assert_eq!(card.section().await?, "timeline");
    Ok(())
}

pub(crate) async fn show_starts_a_waiting_card(world: World) -> Outcome {
    world.open(&format!(r#"<p style="height: 6000px">Far.</p>{CARD}"#)).await?;
    let card = Card::nth(&world.page, 0).await?;
    assert_eq!(card.state().await?, "static");
    assert!(card.show("charts").await?);
    assert_eq!((card.state().await?, card.section().await?), ("ready".into(), "charts".into()));
    Ok(())
}

pub(crate) async fn restart_begins_anew(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    card.open("trivia").await?;
    card.press(MessageKey::QuizSkip.english()).await?;
    let second = MessageKey::QuizProgress
        .english()
        .split("{total}")
        .next()
        .unwrap_or_default()
        .replace("{n}", "2");
    card.until_says(&second).await?;
    card.js("host.restart()", Value::Null).await?;
    card.until_says(&second.replace('2', "1")).await
}

/// Waits until the paper is as bright as a scheme has it, of 255.
async fn until_paper_is(card: &Card, scheme: Scheme) -> Outcome {
    let script = "const seen = [host, ...root.querySelectorAll('*')].map((part) => getComputedStyle(part).backgroundColor);
        const paper = seen.find((colour) => !/(rgba\\(.*, 0\\)|transparent)$/.test(colour)) ?? 'rgb(255, 255, 255)';
        const [r, g, b] = paper.match(/[\\d.]+/g).map(Number);
        const brightness = (r + g + b) / 3;
        return input === 'dark' ? brightness < 60 : brightness > 200";
    let word = scheme.word();
    card.until(&format!("a {word} card"), script, json!(word)).await.map(drop)
}

pub(crate) async fn themes_follow_the_page(world: World) -> Outcome {
    let both = r#"<meta name="color-scheme" content="light dark">"#;
    world.open_with(both, CARD).await?;
    let card = world.ready(0).await?;
    until_paper_is(&card, Scheme::Light).await?;
    world.page.prefer(Scheme::Dark, false).await?;
    until_paper_is(&card, Scheme::Dark).await?;

    world.open("<div id='dark' style='color-scheme: dark'></div>").await?;
    world
        .page
        .js("document.getElementById('dark').innerHTML = arguments[0]", vec![json!(EVERYTHING)])
        .await?;
    // The scheme in force at the element counts.
    until_paper_is(&world.ready(0).await?, Scheme::Dark).await?;

    // A page that declares nothing is light.
    until_paper_is(&world.card(CARD).await?, Scheme::Light).await
}

pub(crate) async fn a_theme_can_be_fixed(world: World) -> Outcome {
    world.page.prefer(Scheme::Dark, false).await?;
    let card = world.card(&card_with(r#"theme="light""#)).await?;
    until_paper_is(&card, Scheme::Light).await?;
    card.js("host.setAttribute('theme', 'dark')", Value::Null).await?;
    until_paper_is(&card, Scheme::Dark).await
}
