//! Numbers and counted phrases where the engine has a say: in lines, in colours, in languages.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, EVERYTHING, World},
};

/// A card of a Polish story with so many sources.
fn polish(sources: usize) -> String {
    let ids: Vec<String> = (1..=sources).map(|n| format!("s{n}")).collect();
    let entries: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "title": id })).collect();
    let story = json!({
        "format": 1, "id": "polish", "title": "Polish", "lang": "pl",
        "sections": ["overview"], "sources": entries,
        "messages": { "card.sources": {
            "one": "{n} źródło", "few": "{n} źródła", "many": "{n} źródeł", "other": "{n} źródła",
        }},
        "overview": { "facts": [{ "id": "fact", "text": "A fact.", "sources": ids }] },
    });
    format!(r#"<story-card><script type="application/json">{story}</script></story-card>"#)
}

pub(crate) async fn counts_take_the_form_of_their_language(world: World) -> Outcome {
    for (sources, words) in [(1, "1 źródło"), (2, "2 źródła"), (5, "5 źródeł"), (22, "22 źródła")]
    {
        let text = world.card(&polish(sources)).await?.text().await?;
        assert!(text.contains(words), "{words} in {text}");
    }
    Ok(())
}

/// What is wrong with the lines of the overview's figures: a number or its unit broken, or a gap
/// between them.
async fn torn_figures(card: &Card) -> Outcome<Value> {
    let script = "return [...root.querySelectorAll('.sc-numeral')].flatMap((numeral) => {
        const box = (part) => numeral.querySelector(part)?.getBoundingClientRect();
        const [number, unit] = [box('.sc-value'), box('.sc-unit')];
        if (!unit) return [];
        const gap = unit.top - number.bottom > 8;
        const broken = unit.height > 30 || number.height > 60;
        return gap || broken ? [`${words(numeral)}: ${number.bottom}, ${unit.top} to ${unit.bottom}`] : [];
    })";
    card.js(script, Value::Null).await
}

pub(crate) async fn a_number_keeps_its_unit(world: World) -> Outcome {
    for width in [320, 360, 672] {
        world.page.window(width, 800).await?;
        let card = world.card(CARD).await?;
        assert_eq!(torn_figures(&card).await?, json!([]), "at {width} px");
    }
    Ok(())
}

pub(crate) async fn a_right_option_is_not_grey(world: World) -> Outcome {
    let card = world.card(&EVERYTHING.replace("seed", r#"section="trivia" seed"#)).await?;
    let story = stories::example("everything")?;
    let questions = stories::items(&story, "trivia");
    let question = questions.iter().find(|it| it["kind"] == "one").ok_or("no such question")?;
    assert!(card.show(&format!("trivia/{}", question["id"].as_str().unwrap_or_default())).await?);
    let script = "const ink = getComputedStyle(root.querySelector('.sc-card')).color;
        const right = root.querySelector('.sc-option.sc-right');
        return right !== null && getComputedStyle(right.querySelector('.sc-option-words')).color === ink";
    let options = card.options().await?;
    card.choose(options.first().ok_or("no options")?).await?;
    card.until("a right option in the colour of text", script, Value::Null).await?;
    Ok(())
}
