//! No word of a spoiler stands anywhere in the card before it is asked for.

use serde_json::Value;
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, World},
};

/// Spoilers of the story that stand in the card, in its HTML, on a canvas or in a field.
async fn leaks(card: &Card, story: &Value) -> Outcome<Vec<String>> {
    let everything = card.everything().await?;
    Ok(stories::secret_words(story)
        .into_iter()
        .filter(|words| everything.contains(words.as_str()))
        .collect())
}

/// A section of the story with a spoiler in it that is no question, and the spoiler's place in it.
fn spoiler(story: &Value) -> Option<(String, usize)> {
    stories::sections(story).into_iter().filter(|section| section != "trivia").find_map(|section| {
        let place =
            stories::items(story, &section).iter().position(|item| item["spoiler"] == true)?;
        Some((section, place))
    })
}

pub(crate) async fn none_is_in_the_page_before_it_is_asked_for(world: World) -> Outcome {
    let cards = stories::cards()?;
    let has_secrets = |story| !stories::secret_words(story).is_empty();
    assert!(
        cards.iter().filter(|(_, story)| has_secrets(story)).count() > 1,
        "spoilers to look for"
    );
    for (tag, story) in cards {
        let card = world.card(&tag).await?;
        let charts = stories::items(&story, "charts");
        for section in card.sections().await? {
            card.open(&section).await?;
            for chart in 0..if section == "charts" { charts.len() } else { 1 } {
                card.pick_chart(chart).await?;
                card.unfold().await?;
                assert_eq!(leaks(&card, &story).await?, Vec::<String>::new(), "in {section}");
            }
        }
    }
    Ok(())
}

pub(crate) async fn opening_one_opens_that_one(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let story = stories::bundled()?;
    let (section, _) = spoiler(&story).ok_or("no spoiler outside the quiz")?;
    card.open(&section).await?;
    card.unfold().await?;
    let folded = card.count_buttons(MessageKey::SpoilerShow.english()).await?;
    assert_eq!(folded, stories::spoilers(&story, &section).len());
    card.press(MessageKey::SpoilerShow.english()).await?;
    assert_eq!(card.count_buttons(MessageKey::SpoilerShow.english()).await?, folded - 1);
    assert_ne!(leaks(&card, &story).await?, Vec::<String>::new(), "nothing was opened");
    Ok(())
}

pub(crate) async fn one_switch_opens_all(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let (section, _) = spoiler(&stories::bundled()?).ok_or("no spoiler outside the quiz")?;
    card.open(&section).await?;
    card.press(MessageKey::SpoilerShowAll.english()).await?;
    for section in card.sections().await? {
        card.open(&section).await?;
        card.unfold().await?;
        assert_eq!(card.count_buttons(MessageKey::SpoilerShow.english()).await?, 0, "{section}");
    }
    card.open(&section).await?;
    card.press(MessageKey::SpoilerHideAll.english()).await?;
    assert_ne!(card.count_buttons(MessageKey::SpoilerShow.english()).await?, 0);
    Ok(())
}

pub(crate) async fn the_quiz_leaves_them_out(world: World) -> Outcome {
    let story = stories::bundled()?;
    let (all, secret) =
        (stories::items(&story, "trivia").len(), stories::spoilers(&story, "trivia").len());
    let all_asked = CARD.replace("seed", r#"section="trivia" questions="100" seed"#);
    let card = world.card(&all_asked).await?;
    let progress = |total: usize| {
        MessageKey::QuizProgress
            .english()
            .replace("{n}", "1")
            .replace("{total}", &total.to_string())
    };
    assert!(card.text().await?.contains(&progress(all - secret)));
    let card = world.card(&all_asked.replace("seed", r#"spoilers="show" seed"#)).await?;
    assert!(card.text().await?.contains(&progress(all)));
    Ok(())
}
