//! axe-core finds no barrier: every section and state, light and dark.

use story_card::story::Key;

use crate::{
    Outcome,
    card::Card,
    page::Scheme,
    world::{CARD, EVERYTHING, World},
};

const BOTH: &str = r#"<meta name="color-scheme" content="light dark">"#;

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
        for tag in [CARD, EVERYTHING] {
            let card = card_in(&world, scheme, tag).await?;
            for section in card.sections().await? {
                card.open(&section).await?;
                assert_no_barrier(&world, &section, scheme).await?;
                if card.count_buttons(Key::ChartTable.english()).await? > 0 {
                    card.press(Key::ChartTable.english()).await?;
                    assert_no_barrier(&world, "a table", scheme).await?;
                }
            }
        }
    }
    Ok(())
}

pub(crate) async fn no_barrier_in_the_quiz(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let tag = EVERYTHING.replace("seed", r#"section="trivia" spoilers="show" seed"#);
        let card = card_in(&world, scheme, &tag).await?;
        loop {
            assert_no_barrier(&world, "a question", scheme).await?;
            card.press(Key::QuizSkip.english()).await?;
            assert_no_barrier(&world, "a verdict", scheme).await?;
            if card.count_buttons(Key::QuizFinish.english()).await? > 0 {
                break;
            }
            card.press(Key::QuizNext.english()).await?;
        }
        card.press(Key::QuizFinish.english()).await?;
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
