//! A page that is translated while it is read: a browser's translator takes the texts of the card
//! for others, again after every change, and the card goes on.

use serde_json::{Value, json};
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{EVERYTHING, World},
};

/// Two cards of one story in which the same is done; the texts of the first are translated.
struct Pair<'a> {
    world: &'a World,
    translated: Card,
    plain: Card,
    /// In which way: `wrap` as Chromium does, `replace` as others do.
    how: &'static str,
}

impl<'a> Pair<'a> {
    async fn open(world: &'a World, how: &'static str) -> Outcome<Self> {
        world.open(&EVERYTHING.repeat(2)).await?;
        let (translated, plain) = (world.ready(0).await?, world.ready(1).await?);
        let pair = Self { world, translated, plain, how };
        pair.act(json!({})).await?;
        Ok(pair)
    }

    /// Does something in both cards; what they then say, but for the translation the same.
    async fn act(&self, action: Value) -> Outcome<Value> {
        let seen = self.act_in(&self.translated, &action, self.how).await?;
        let meant = self.act_in(&self.plain, &action, "").await?;
        for what in ["words", "names", "fields", "focus", "section"] {
            let (seen, meant) = (&seen[what], &meant[what]);
            assert_eq!(
                seen, meant,
                "{what} of the translated card and of the other after {action}"
            );
        }
        let neighbours = meant["neighbours"].as_array().ok_or("no list")?;
        assert!(neighbours.is_empty(), "texts beside others after {action}: {neighbours:?}");
        Ok(meant)
    }

    async fn act_in(&self, card: &Card, action: &Value, how: &str) -> Outcome<Value> {
        let arguments = vec![card.host().to_json()?, action.clone(), json!(how)];
        let text = self.world.page.js_later(include_str!("translation.js"), arguments).await?;
        let state: Value = serde_json::from_str(text.as_str().ok_or("no state")?)?;
        match state["error"].as_str() {
            Some(error) => Err(format!("{action}: {error}").into()),
            None => Ok(state),
        }
    }

    /// Uses every control of the open section, and comes back when one has led away.
    async fn operate_all(&self) -> Outcome {
        let mut state = self.act(json!({})).await?;
        let section = state["section"].clone();
        let mut place = 0;
        while place < state["controls"].as_u64().unwrap_or_default() {
            state = self.act(json!({ "operate": place })).await?;
            if state["section"] != section {
                state = self.act(json!({ "open": section })).await?;
            }
            place += 1;
        }
        Ok(())
    }

    async fn press(&self, key: MessageKey) -> Outcome {
        let words = stories::say(&stories::example("everything")?, key);
        self.act(json!({ "press": words })).await.map(drop)
    }
}

/// The sections of [`EVERYTHING`] but for the quiz.
fn sections(story: &Value) -> impl Iterator<Item = String> {
    stories::sections(story).into_iter().filter(|section| section != "trivia")
}

pub(crate) async fn every_section_survives_translation(world: World) -> Outcome {
    let story = stories::example("everything")?;
    for how in ["wrap", "replace"] {
        let pair = Pair::open(&world, how).await?;
        for section in sections(&story) {
            pair.act(json!({ "open": section })).await?;
            pair.operate_all().await?;
        }
        let spoilers = stories::say(&story, MessageKey::SpoilerShowAll);
        pair.act(json!({ "open": "timeline" })).await?;
        let state = pair.act(json!({ "press": spoilers })).await?;
        assert_eq!(
            state["focus"][0],
            json!("button"),
            "a switch keeps the focus as its words change"
        );
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn every_form_survives_translation(world: World) -> Outcome {
    let story = stories::example("everything")?;
    for how in ["wrap", "replace"] {
        let pair = Pair::open(&world, how).await?;
        pair.act(json!({ "open": "trivia" })).await?;
        pair.press(MessageKey::QuizCheck).await?;
        for question in stories::items(&story, "trivia") {
            let id = question["id"].as_str().unwrap_or_default();
            pair.act(json!({ "ask": id })).await?;
            pair.operate_all().await?;
        }
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn the_timer_goes_on_in_translation(world: World) -> Outcome {
    let timer = stories::say(&stories::example("everything")?, MessageKey::QuizTimer);
    for how in ["wrap", "replace"] {
        let pair = Pair::open(&world, how).await?;
        let card = &pair.translated;
        for action in [json!({ "open": "trivia" }), json!({ "press": timer })] {
            pair.act_in(card, &action, how).await?;
        }
        for seconds in ["43", "42"] {
            let script = "return root.textContent.includes(input)";
            card.until("a second that passes", script, json!(seconds)).await?;
            pair.act_in(card, &json!({}), how).await?;
        }
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}
