//! `link="on"`: the address of what the reader sees stands in the URL, and a URL leads to it.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, MINIMAL, World, with_static},
};

const EVENT: &str = "timeline/theatrical-release";
const WASM: &str = "card/story-card-app_bg.wasm";

/// Enough to keep what follows far from the window.
const FAR: &str = r#"<p style="height: 6000px">A long paragraph.</p>"#;

/// A card that takes part in the URL.
fn linked(tag: &str) -> String {
    tag.replace("<story-card ", r#"<story-card link="on" "#)
}

/// Opens a blog post at a hash.
async fn open_at(world: &World, body: &str, hash: &str) -> Outcome {
    world.open(body).await?;
    world.page.go("about:blank").await?;
    world.page.go(&world.site.address(&format!("posts/post.html{hash}"))).await
}

/// Waits until the URL ends in this hash.
async fn until_hash_is(world: &World, hash: &str) -> Outcome {
    world.page.until_is("the hash", "return location.hash", vec![], &json!(hash)).await
}

async fn hash(world: &World) -> Outcome<String> {
    let hash = world.page.js("return location.hash", vec![]).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

/// Follows a link of the page, as a reader does.
async fn follow(world: &World, hash: &str) -> Outcome {
    let script = "const link = Object.assign(document.createElement('a'), { href: location.href.replace(/#.*|$/, arguments[0]) });
        document.querySelector('main').prepend(link); link.click(); link.remove();";
    world.page.js(script, vec![json!(hash)]).await?;
    world.page.settle().await
}

/// The item with this id in the live card is in the window.
async fn in_sight(card: &Card, id: &str) -> Outcome {
    let script = "const { top, bottom } = root.getElementById(input).getBoundingClientRect();
        return top >= -1 && bottom <= innerHeight + 1";
    card.until(&format!("{id} in sight"), script, json!(id)).await.map(drop)
}

pub(crate) async fn the_url_follows_the_reader(world: World) -> Outcome {
    let card = world.card(&linked(CARD)).await?;
    let entries = world.page.js("return history.length", vec![]).await?;
    assert_eq!(hash(&world).await?, "", "nobody has done anything");
    card.show(EVENT).await?;
    assert_eq!(hash(&world).await?, "", "the page is not the reader");
    card.js("host.restart(); host.setAttribute('spoilers', 'show')", Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(hash(&world).await?, "");
    for section in card.sections().await? {
        card.open(&section).await?;
        let now = hash(&world).await?;
        assert!(now.starts_with(&format!("#ballerina/{section}")), "{now} in {section}");
    }
    card.open("timeline").await?;
    // The event that is picked.
    until_hash_is(&world, &format!("#ballerina/{EVENT}")).await?;
    card.open("trivia").await?;
    let first = hash(&world).await?;
    let questions = stories::bundled()?;
    let is_question = |hash: &str| {
        let id = hash.strip_prefix("#ballerina/trivia/");
        id.is_some_and(|id| stories::item(&questions, "trivia", id).is_some())
    };
    assert!(is_question(&first), "{first}");
    card.press("Skip").await?;
    let second = hash(&world).await?;
    assert!(is_question(&second) && second != first, "{first}, then {second}");
    let after = world.page.js("return [history.length, history.state]", vec![]).await?;
    assert_eq!(after, json!([entries, null]));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn off_leaves_the_url_alone(world: World) -> Outcome {
    open_at(&world, CARD, &format!("#ballerina/{EVENT}")).await?;
    let card = world.ready(0).await?;
    assert_eq!(card.section().await?, "overview");
    card.open("cast").await?;
    follow(&world, "#ballerina/faq").await?;
    assert_eq!(card.section().await?, "cast");
    assert_eq!(hash(&world).await?, "#ballerina/faq");
    Ok(())
}

pub(crate) async fn a_card_in_the_url_starts_at_once_and_is_seen(world: World) -> Outcome {
    // The URL counts more than the attribute.
    let tag = CARD.replace("seed", r#"section="faq" seed"#);
    for tag in [linked(&tag), linked(&with_static(&tag))] {
        open_at(&world, &format!("{FAR}{tag}{FAR}"), &format!("#ballerina/{EVENT}")).await?;
        let card = world.ready(0).await?;
        card.wait_for_section("timeline").await?;
        in_sight(&card, "sc-ballerina-timeline-theatrical-release").await?;
        let script = "return document.activeElement === document.body";
        assert_eq!(world.page.js(script, vec![]).await?, json!(true), "focus is the reader's");
        until_hash_is(&world, &format!("#ballerina/{EVENT}")).await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn every_item_has_its_address(world: World) -> Outcome {
    let story = stories::bundled()?;
    let card = world.card(&linked(&CARD.replace("seed", r#"spoilers="show" seed"#))).await?;
    for section in stories::sections(&story) {
        let items = stories::items(&story, &section);
        for item in [items.first(), items.last()].into_iter().flatten() {
            let id = item["id"].as_str().ok_or("no id")?;
            follow(&world, &format!("#ballerina/{section}/{id}")).await?;
            card.wait_for_section(&section).await?;
            let place = match section.as_str() {
                "trivia" => "sc-ballerina-question".to_owned(),
                _ => format!("sc-ballerina-{section}-{id}"),
            };
            // The link was the reader's, so focus goes there as well.
            let focused = "return root.activeElement?.id === input";
            card.until(&place, focused, json!(place)).await?;
            let seen = "const { top, bottom } = root.getElementById(input).getBoundingClientRect();
                return top < innerHeight && bottom > 0";
            card.until(&format!("{place} in sight"), seen, json!(place)).await?;
        }
    }
    Ok(())
}

pub(crate) async fn other_hashes_are_left_alone(world: World) -> Outcome {
    for before in ["", "#elsewhere", "#/route/7", "#minimal/charts", "#ballerina"] {
        open_at(&world, &linked(CARD), before).await?;
        let card = world.ready(0).await?;
        assert_eq!(card.section().await?, "overview", "{before}");
        assert_eq!(hash(&world).await?, before);
    }
    let card = world.ready(0).await?;
    card.open("cast").await?;
    follow(&world, "#elsewhere").await?;
    assert_eq!((card.section().await?, hash(&world).await?), ("cast".into(), "#elsewhere".into()));
    follow(&world, "#ballerina/nowhere/at-all").await?;
    assert_eq!(card.section().await?, "cast");
    Ok(())
}

pub(crate) async fn back_and_forth_is_followed(world: World) -> Outcome {
    world.open(&format!("{FAR}{}", linked(CARD))).await?;
    let card = Card::nth(&world.page, 0).await?;
    assert_eq!(card.state().await?, "static");
    follow(&world, "#ballerina/charts").await?;
    card.wait_for_state("ready").await?;
    card.wait_for_section("charts").await?;
    follow(&world, &format!("#ballerina/{EVENT}")).await?;
    card.wait_for_section("timeline").await?;
    world.page.js("history.back()", vec![]).await?;
    card.wait_for_section("charts").await?;
    world.page.js("history.forward()", vec![]).await?;
    card.wait_for_section("timeline").await?;
    // The reader goes elsewhere in the card, and to the same link again.
    card.open("cast").await?;
    follow(&world, &format!("#ballerina/{EVENT}")).await?;
    card.wait_for_section("timeline").await
}

pub(crate) async fn of_several_cards_the_first_takes_part(world: World) -> Outcome {
    let body = format!("{}{}{}", linked(MINIMAL), linked(CARD), linked(CARD));
    open_at(&world, &body, "#ballerina/faq").await?;
    let cards = async || -> Outcome<Vec<Card>> {
        let mut cards = Vec::new();
        for n in 0..3 {
            Card::nth(&world.page, n).await?.scroll_to().await?;
            cards.push(world.ready(n).await?);
        }
        Ok(cards)
    };
    let cards = cards().await?;
    let sections = async || -> Outcome<Vec<String>> {
        let mut sections = Vec::new();
        for card in &cards {
            sections.push(card.section().await?);
        }
        Ok(sections)
    };
    cards[1].wait_for_section("faq").await?;
    assert_eq!(sections().await?, ["trivia", "faq", "overview"]);
    cards[2].open("cast").await?;
    assert_eq!(hash(&world).await?, "#ballerina/faq", "the second has no say");
    cards[1].open("charts").await?;
    until_hash_is(&world, "#ballerina/charts").await?;
    cards[0].open("charts").await?;
    // Another story is another's affair.
    until_hash_is(&world, "#minimal/charts").await?;
    follow(&world, "#ballerina/sources").await?;
    cards[1].wait_for_section("sources").await?;
    assert_eq!(sections().await?, ["charts", "sources", "cast"]);
    // One that comes later stands before the others, and is the first.
    cards[1].js("host.before(host.nextElementSibling)", Value::Null).await?;
    follow(&world, "#ballerina/disputes").await?;
    cards[2].wait_for_section("disputes").await?;
    assert_eq!(sections().await?, ["charts", "sources", "disputes"]);
    cards[2].js("host.remove()", Value::Null).await?;
    cards[1].open("overview").await?;
    until_hash_is(&world, "#ballerina/overview").await
}

pub(crate) async fn a_first_card_that_fails_gives_way(world: World) -> Outcome {
    let body = format!("{}{}", linked(CARD).replace("ballerina.story", "missing"), linked(CARD));
    open_at(&world, &body, "#ballerina/faq").await?;
    let card = world.ready(1).await?;
    card.wait_for_section("faq").await?;
    card.scroll_to().await?;
    card.open("cast").await?;
    until_hash_is(&world, "#ballerina/cast").await
}

pub(crate) async fn a_base_and_a_patched_history_do_no_harm(world: World) -> Outcome {
    world.site.page(
        "posts/router.js",
        "history.replaceState({ route: 7 }, '', location.href);
         for (const name of ['pushState', 'replaceState']) history[name] = () => { throw new Error('theirs'); };",
    );
    let head = r#"<script src="router.js"></script><base href="https://example.org/elsewhere/">"#;
    world.open_with(head, &linked(CARD)).await?;
    // The base is in force for `src`, as it is for an image.
    let card = Card::nth(&world.page, 0).await?;
    let story = stories::bundled()?;
    card.js("host.story = input", story).await?;
    let card = world.ready(0).await?;
    card.open("faq").await?;
    let place = "return [location.pathname + location.hash, history.state]";
    let expected = json!(["/blog/posts/post.html#ballerina/faq", { "route": 7 }]);
    world.page.until_is("the place", place, vec![], &expected).await
}

pub(crate) async fn a_click_in_the_static_card_counts(world: World) -> Outcome {
    let tag = linked(&with_static(CARD));
    world.site.hold(WASM);
    world.open(&tag).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.querySelector('summary').focus()", Value::Null).await?;
    card.js("host.querySelector('[href$=-faq]').click()", Value::Null).await?;
    world.site.release(WASM);
    card.wait_for_state("ready").await?;
    card.wait_for_section("faq").await?;
    until_hash_is(&world, "#ballerina/faq").await
}

pub(crate) async fn a_spoiler_is_not_named(world: World) -> Outcome {
    let card = world.card(&linked(CARD)).await?;
    let story = stories::bundled()?;
    let secret = stories::spoilers(&story, "timeline")[0]["id"].as_str().ok_or("no id")?.to_owned();
    follow(&world, "#ballerina/cast").await?;
    card.open("timeline").await?;
    until_hash_is(&world, "#ballerina/timeline").await?;
    // A link that names one leads to its place, folded.
    follow(&world, &format!("#ballerina/timeline/{secret}")).await?;
    card.wait_for_section("timeline").await?;
    card.open("cast").await?;
    card.open("timeline").await?;
    until_hash_is(&world, "#ballerina/timeline").await
}
