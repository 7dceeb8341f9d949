//! axe-core finds no barrier: every section and state, light and dark.

use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    page::Scheme,
    stories,
    world::{CARD, EVERYTHING, World},
};

/// A page in both schemes; axe takes a page without background for white, which a dark one is not.
const BOTH: &str =
    r#"<meta name="color-scheme" content="light dark"><style>body { background: Canvas }</style>"#;

/// Opens a post with this card in light or dark.
async fn card_in(world: &World, scheme: Scheme, tag: &str) -> Outcome<Card> {
    world.page.prefer(scheme, true).await?;
    world.open_with(BOTH, tag).await?;
    world.ready(0).await
}

async fn assert_no_barrier(world: &World, state: &str, scheme: Scheme) -> Outcome {
    let barriers = world.page.barriers().await?;
    assert!(barriers.is_empty(), "{state}, {}:\n{}", scheme.word(), barriers.join("\n"));
    Ok(())
}

pub(crate) async fn no_barrier_in_any_section(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        for (tag, story) in stories::cards()? {
            let card = card_in(&world, scheme, &tag).await?;
            let table = stories::say(&story, MessageKey::ChartTable);
            for section in card.sections().await? {
                card.open(&section).await?;
                assert_no_barrier(&world, &format!("{tag}, {section}"), scheme).await?;
                if section == "charts" {
                    card.press(&table).await?;
                    assert_no_barrier(&world, "a table", scheme).await?;
                }
            }
        }
    }
    Ok(())
}

pub(crate) async fn no_barrier_in_the_quiz(world: World) -> Outcome {
    let story = stories::example("everything")?;
    let say = |key| stories::say(&story, key);
    for scheme in [Scheme::Light, Scheme::Dark] {
        let tag = EVERYTHING.replace("seed", r#"section="trivia" spoilers="show" seed"#);
        let card = card_in(&world, scheme, &tag).await?;
        while card.count_buttons(&say(MessageKey::QuizCheck)).await? > 0 {
            assert_no_barrier(&world, "a question", scheme).await?;
            if let Some(option) = card.options().await?.first() {
                card.choose(option).await?;
                card.press_if_there(&say(MessageKey::QuizCheck)).await?;
                assert_no_barrier(&world, "a verdict", scheme).await?;
                card.press_if_there(&say(MessageKey::QuizNext)).await?;
                card.press_if_there(&say(MessageKey::QuizFinish)).await?;
            } else {
                card.press(&say(MessageKey::QuizSkip)).await?;
            }
        }
        assert!(card.text().await?.contains(&say(MessageKey::QuizResultHeading)));
        assert_no_barrier(&world, "the result", scheme).await?;
    }
    Ok(())
}

pub(crate) async fn no_barrier_with_spoilers_open(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let card =
            card_in(&world, scheme, &CARD.replace("seed", r#"spoilers="show" seed"#)).await?;
        for section in card.sections().await? {
            card.open(&section).await?;
            assert_no_barrier(&world, &section, scheme).await?;
        }
    }
    Ok(())
}

pub(crate) async fn no_barrier_in_a_message(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        world.page.prefer(scheme, true).await?;
        world.open_with(BOTH, r#"<story-card src="nowhere.json"></story-card>"#).await?;
        Card::nth(&world.page, 0).await?.wait_for_state("failed").await?;
        assert_no_barrier(&world, "a message", scheme).await?;
    }
    Ok(())
}

pub(crate) async fn no_barrier_around_the_quiz(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let tag = CARD.replace("seed", r#"remember="on" questions="2" section="trivia" seed"#);
        let card = card_in(&world, scheme, &tag).await?;
        world.page.js("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })", vec![]).await?;
        card.press(MessageKey::QuizForget.english()).await?;
        card.press(MessageKey::QuizTimer.english()).await?;
        assert_no_barrier(&world, "a timer", scheme).await?;
        for _ in 0..2 {
            card.press(MessageKey::QuizSkip.english()).await?;
        }
        assert_no_barrier(&world, "ways to share", scheme).await?;
        card.press(MessageKey::ShareCopy.english()).await?;
        assert_no_barrier(&world, "a text to take", scheme).await?;
        let see = "[...root.querySelectorAll('.sc-see button')][0].click()";
        card.js(see, serde_json::Value::Null).await?;
        world.page.settle().await?;
        assert_eq!(card.count_buttons(MessageKey::QuizBack.english()).await?, 1);
        assert_no_barrier(&world, "a way back", scheme).await?;
    }
    Ok(())
}
