//! The properties of the element: what frameworks set, and what style sheets ask for.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, World},
};

/// An attribute, its property, what is set and the text that then stands in the attribute.
const SET: [(&str, &str, &str, &str); 21] = [
    ("theme", "theme", "'dark'", "dark"),
    ("section", "section", "'charts'", "charts"),
    ("sections", "sections", "'faq trivia'", "faq trivia"),
    ("sections", "sections", "['faq', 'trivia']", "faq trivia"),
    ("heading-level", "headingLevel", "3", "3"),
    ("heading-level", "headingLevel", "'3'", "3"),
    ("seed", "seed", "0", "0"),
    ("seed", "seed", "'7'", "7"),
    ("questions", "questions", "4", "4"),
    ("spoilers", "spoilers", "'show'", "show"),
    ("spoilers", "spoilers", "'hide'", "hide"),
    ("spoilers", "spoilers", "true", "show"),
    ("remember", "remember", "'on'", "on"),
    ("remember", "remember", "'off'", "off"),
    ("remember", "remember", "true", "on"),
    ("link", "link", "'on'", "on"),
    ("link", "link", "true", "on"),
    ("loading", "loading", "'eager'", "eager"),
    ("loading", "loading", "'lazy'", "lazy"),
    ("loading", "loading", "true", "eager"),
    ("src", "src", "'../stories/minimal.story.json'", "../stories/minimal.story.json"),
];

/// What stands for the default; some frameworks say `''`.
const DEFAULTS: &str = "null, undefined, false, '', []";

pub(crate) async fn every_attribute_has_a_property_that_reflects(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let observed = card.js("return host.constructor.observedAttributes", Value::Null).await?;
    for attribute in stories::texts(&observed) {
        assert!(SET.iter().any(|(name, ..)| *name == attribute), "no value for {attribute}");
    }
    let all = json!(stories::sections(&stories::bundled()?));
    for (attribute, property, value, text) in SET {
        let script = format!(
            "const now = () => [host.getAttribute('{attribute}'), host.{property}];
            return [{DEFAULTS}].map((none) => {{
                host.{property} = {value};
                const set = now();
                host.{property} = none;
                return [set, now()];
            }})"
        );
        let seen = card.js(&script, Value::Null).await?;
        // The property `sections` reads as what is shown.
        let expected = match attribute {
            "sections" => json!([[text, ["faq", "trivia"]], [null, all]]),
            _ => json!([[text, text], [null, null]]),
        };
        for (default, seen) in DEFAULTS.split(", ").zip(seen.as_array().into_iter().flatten()) {
            assert_eq!(*seen, expected, "{property} = {value}, then {default}");
        }
        assert_eq!(seen.as_array().map(Vec::len), Some(5), "{property} = {value}");
    }
    // Without `src` as with it.
    wait_for_story(&card, &stories::bundled()?).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_property_is_heeded(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    card.open("faq").await?;
    let script = "host.sections = ['trivia', 'faq']; host.headingLevel = 4";
    card.js(script, Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(card.sections().await?, ["trivia", "faq"]);
    assert_eq!(card.section().await?, "faq");
    let script = "return root.querySelector('[part=title]').localName";
    assert_eq!(card.js(script, Value::Null).await?, json!("h4"));
    card.js("host.theme = 'blue'", Value::Null).await?;
    let said = world.page.console().await?;
    assert!(said.len() == 1 && said[0].contains("auto, light or dark"), "{said:?}");
    Ok(())
}

pub(crate) async fn properties_set_early_are_taken_over(world: World) -> Outcome {
    world.site.page(
        "posts/early.js",
        &format!(
            "Object.assign(document.querySelector('story-card'), {{
                story: {}, sections: ['charts', 'trivia'], headingLevel: 4, theme: 'dark', state: 'mine',
            }});",
            stories::example("minimal")?
        ),
    );
    // A classic script at the end of the body runs before any module.
    let card = world.card(r#"<story-card></story-card><script src="early.js"></script>"#).await?;
    assert!(card.text().await?.contains("The Skerry Light"));
    assert_eq!(card.sections().await?, ["charts", "trivia"]);
    let script = "return [host.getAttribute('heading-level'), host.getAttribute('theme')]";
    assert_eq!(card.js(script, Value::Null).await?, json!(["4", "dark"]));
    assert_eq!(world.site.count("card/ballerina.story.json"), 0);
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Waits until the card shows a story, by its title.
async fn wait_for_story(card: &Card, story: &Value) -> Outcome {
    let script = "return root.textContent.includes(input)";
    card.until("the story", script, story["title"].clone()).await.map(drop)
}

pub(crate) async fn an_equal_story_is_the_same(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let (bundled, story) = (stories::bundled()?, stories::example("minimal")?);
    let openings = async || world.page.details("story-ready").await.map(|told| told.len());
    card.js("host.story = input", story.clone()).await?;
    wait_for_story(&card, &story).await?;
    card.open("trivia").await?;
    for again in ["input", "JSON.stringify(input)", "host.story"] {
        card.js(&format!("host.story = {again}"), story.clone()).await?;
        world.page.settle().await?;
        assert_eq!((openings().await?, card.section().await?), (2, "trivia".into()), "{again}");
    }
    for (nth, none) in ["null", "undefined", "false", "''"].into_iter().enumerate() {
        card.js(&format!("host.story = {none}"), Value::Null).await?;
        wait_for_story(&card, &bundled).await?;
        card.js("host.story = input", story.clone()).await?;
        wait_for_story(&card, &story).await?;
        world
            .page
            .told("story-ready", 2 * (nth + 2))
            .await
            .map_err(|error| format!("{none}: {error}"))?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn what_is_no_story_is_told_and_not_thrown(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let script =
        "const story = {}; story.story = story; host.story = story; return host.story === story";
    assert_eq!(card.js(script, Value::Null).await?, json!(true));
    card.wait_for_state("failed").await?;
    let told = world.page.details("story-error").await?;
    assert_eq!((told.len(), &told[0]["kind"]), (1, &json!("format")));
    let message = told[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("The story given") && message.len() > 40, "{message}");
    // Every engine has its own words for a circle.
    assert_eq!(world.page.console().await?.len(), 1);
    Ok(())
}

pub(crate) async fn the_state_is_for_reading_and_for_style_sheets(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    // In strict code, as in modules, a property without a setter throws.
    let script = "(() => { 'use strict'; host.state = 'failed'; })();
        const states = ['static', 'loading', 'ready', 'failed'];
        return [host.state, states.filter((state) => host.matches(`:state(${state})`)), host.hasAttribute('state')]";
    assert_eq!(card.js(script, Value::Null).await?, json!(["ready", ["ready"], false]));
    Ok(())
}

/// What browsers were, or are, that do not know states of this kind.
const WITHOUT_STATES: [&str; 3] = [
    "delete HTMLElement.prototype.attachInternals",
    "delete ElementInternals.prototype.states",
    "CustomStateSet.prototype.add = () => { throw new SyntaxError('--') }",
];

pub(crate) async fn a_browser_without_states_shows_cards(world: World) -> Outcome {
    for lack in WITHOUT_STATES {
        world.open_with(&format!("<script>{lack}</script>"), CARD).await?;
        let card = Card::nth(&world.page, 0).await?;
        card.until("a card", "return host.state === 'ready'", Value::Null).await?;
        assert_eq!(
            card.js("return host.matches(':state(ready)')", Value::Null).await?,
            json!(false)
        );
        assert_eq!(world.page.console().await?, Vec::<String>::new(), "{lack}");
    }
    Ok(())
}
