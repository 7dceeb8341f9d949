//! Pictures of items: fetched when they are unfolded and not before, from where the story says, and
//! never moving anything, whatever comes of them.

use std::{fs, time::Duration};

use serde_json::{Value, json};
use story_card::{
    session::Options,
    story::Story,
    view::{Lists, static_card},
};

use crate::{Outcome, card::Card, site::stories, world::World};

/// A story with pictures in a folder of its own: browsers keep in memory what another test has
/// fetched.
struct Place {
    card: String,
    lit: String,
    lamp: String,
}

const LIT: &str = "images/lit.png";
const LAMP: &str = "lamp.png";
const NO_PICTURE: &str = "no-picture.png";

/// A drawing, for a text is all that a test's site holds.
const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="#a8123a" d="M0 0h1200v800z"/></svg>"##;

/// Puts a story with two pictures and one file that is none into a folder; others are missing.
fn put_pictures(world: &World, folder: &str) -> Outcome<Place> {
    let at = |name: &str| format!("{folder}/{name}");
    let story = fs::read_to_string(stories().join("pictures.story.json"))?;
    world.site.page(&at("pictures.story.json"), &story);
    world.site.content_type(&at("pictures.story.json"), "application/json");
    for name in [LIT, LAMP] {
        world.site.page(&at(name), DRAWING);
        world.site.content_type(&at(name), "image/svg+xml");
    }
    world.site.page(&at(NO_PICTURE), "no picture");
    world.site.content_type(&at(NO_PICTURE), "image/png");
    let card =
        format!(r#"<story-card src="../{folder}/pictures.story.json" seed="7"></story-card>"#);
    Ok(Place { card, lit: at(LIT), lamp: at(LAMP) })
}

/// The card with its static card inside, as `story-card build` writes it for a page elsewhere.
fn with_static(card: &str, folder: &str) -> Outcome<String> {
    let text = fs::read_to_string(stories().join("pictures.story.json"))?;
    let mut story = Story::parse_text(&text).map_err(|faults| faults[0].to_string())?;
    for picture in story.pictures_mut() {
        picture.src = Some(format!("../{folder}/{}", picture.url));
    }
    let inside = static_card(story, Options::default(), Lists::Whole, None).ok_or("no card")?;
    Ok(card.replace("></story-card>", &format!(">{inside}</story-card>")))
}

/// The pictures that were asked for.
fn fetched(world: &World) -> Vec<String> {
    let mut fetched = world.site.requests();
    fetched.retain(|path| path.ends_with(".png"));
    fetched
}

/// Waits until the picture with this address is there; `within` is the card or its shadow root.
async fn shown(card: &Card, within: &str, end: &str) -> Outcome {
    let script = format!("return {within}.querySelector(`img[src$='${{input}}']`).naturalWidth");
    card.until(end, &script, json!(end)).await?;
    Ok(())
}

/// Gives what should not be fetched time to be.
async fn wait() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

/// Unfolds what the picture with this address stands in; `within` is the card or its shadow root.
async fn unfold(card: &Card, within: &str, end: &str) -> Outcome {
    let script = format!(
        "for (let at = {within}.querySelector(`details img[src$='${{input}}']`); at; at = at.parentElement) {{
            if (at.matches('details:not([open])')) at.firstElementChild.click();
        }}"
    );
    card.js(&script, json!(end)).await?;
    Ok(())
}

/// Width and height of a picture, and whether the browser is done with it.
async fn room(card: &Card, within: &str, end: &str) -> Outcome<Value> {
    let script = format!(
        "const image = {within}.querySelector(`details img[src$='${{input}}']`);
        const {{ width, height }} = image.getBoundingClientRect();
        return [Math.round(width), Math.round(height), image.complete]"
    );
    card.js(&script, json!(end)).await
}

pub(crate) async fn folded_pictures_are_not_fetched(world: World) -> Outcome {
    let Place { card, lit, .. } = put_pictures(&world, "folded")?;
    world.open(&with_static(&card, "folded")?).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.scroll_to().await?;
    wait().await;
    assert_eq!(fetched(&world), [""; 0], "in the static card");

    unfold(&card, "host", "lit.png").await?;
    shown(&card, "host", "lit.png").await?;
    assert_eq!(fetched(&world), [lit]);
    Ok(())
}

pub(crate) async fn the_live_card_fetches_what_its_section_shows(world: World) -> Outcome {
    let Place { card, lit, lamp } = put_pictures(&world, "wanted")?;
    let card = world.card(&card).await?;
    shown(&card, "root", "lit.png").await?;
    wait().await;
    assert_eq!(fetched(&world), std::slice::from_ref(&lit), "of the event that stands out");
    card.open("trivia").await?;
    shown(&card, "root", "lamp.png").await?;
    card.open("cast").await?;
    wait().await;
    assert_eq!(fetched(&world), [lit, lamp], "the person is folded");
    Ok(())
}

pub(crate) async fn a_picture_has_its_room_whatever_comes_of_it(world: World) -> Outcome {
    let Place { card, lit, .. } = put_pictures(&world, "late")?;
    world.page.window(500, 900).await?;
    world.site.hold(&lit);
    let card = world.card(&card).await?;
    for (section, end, height) in [
        ("timeline", "lit.png", 320),
        ("timeline", "none.png", 100),
        ("cast", "no-picture.png", 320),
    ] {
        card.open(section).await?;
        unfold(&card, "root", end).await?;
        world.page.settle().await?;
        let before = room(&card, "root", end).await?;
        if end == "lit.png" {
            world.site.release(&lit);
        }
        let done = format!("return root.querySelector(`details img[src$='{end}']`).complete");
        card.until(&format!("the end of {end}"), &done, Value::Null).await?;
        wait().await;
        let after = room(&card, "root", end).await?;
        assert_eq!([&before[0], &before[1]], [&after[0], &after[1]], "{end}");
        let width = after[0].as_f64().unwrap_or_default();
        assert!(width > 150.0, "{end}: {after}");
        assert!(after[1].as_f64().unwrap_or_default() <= f64::from(height), "{end}: {after}");
        assert!(after[1].as_f64().unwrap_or_default() > 90.0, "{end}: {after}");
    }
    Ok(())
}
