//! Charts that a reader arranges: sorted, searched, with fewer series, as shares.

use serde_json::{Value, json};

use crate::{Outcome, card::Card, keys::tab_to, page::Scheme, world::World};

/// A card of a story with bars of twelve rows and a stack of three series.
fn charts() -> String {
    let rows: Vec<Value> = (1..=12)
        .map(|n| json!({ "id": format!("r{n}"), "label": format!("Row {n}"), "value": n * 7 % 13, "sources": ["s"] }))
        .collect();
    let parts: Vec<Value> = [("first", [1, 2, 3]), ("second", [4, 4, 8])]
        .iter()
        .map(|(id, values)| json!({ "id": id, "label": id, "values": values, "sources": ["s"] }))
        .collect();
    let series: Vec<Value> = ["a", "b", "c"]
        .iter()
        .map(|id| json!({ "id": id, "label": format!("Part {id}") }))
        .collect();
    let story = json!({
        "format": 1, "id": "arranged", "title": "Two charts", "lang": "en",
        "sections": ["charts"], "sources": [{ "id": "s", "title": "A source" }],
        "charts": [
            { "id": "bars", "kind": "bars", "title": "Bars", "rows": rows },
            { "id": "stack", "kind": "stacked", "title": "Parts", "series": series, "rows": parts },
        ],
    });
    format!(r#"<story-card><script type="application/json">{story}</script></story-card>"#)
}

async fn open(world: &World) -> Outcome<Card> {
    let card = world.card(&charts()).await?;
    card.scroll_to().await?;
    world.page.settle().await?;
    Ok(card)
}

async fn unfold(card: &Card, class: &str) -> Outcome {
    let script = "root.querySelector(`.${input} > summary`).click()";
    card.js(script, json!(class)).await?;
    let is_there = "return root.querySelector(`.${input}[open] :not(summary)`)";
    card.until(class, is_there, json!(class)).await?;
    Ok(())
}

/// The names of the rows of the table, which is open.
const NAMES: &str =
    "return [...root.querySelectorAll('.sc-table tbody th')].map((name) => name.textContent)";

/// What the drawing's slider says first.
const FIRST: &str = "return root.querySelector('.sc-walker').getAttribute('aria-valuetext')";

pub(crate) async fn a_chart_is_sorted_and_searched(world: World) -> Outcome {
    let card = open(&world).await?;
    unfold(&card, "sc-arrange").await?;
    unfold(&card, "sc-table").await?;
    card.press("Highest first").await?;
    let sorted = json!([
        "Row 11", "Row 9", "Row 7", "Row 5", "Row 3", "Row 1", "Row 12", "Row 10", "Row 8",
        "Row 6", "Row 4", "Row 2"
    ]);
    card.until_is("the greatest first", NAMES, Value::Null, &sorted).await?;
    assert_eq!(card.js(FIRST, Value::Null).await?, json!("Row 11: 12"));
    let pressed = "return [...root.querySelectorAll('.sc-arrange [aria-pressed=true]')].map((chip) => chip.textContent)";
    assert_eq!(card.js(pressed, Value::Null).await?, json!(["Highest first"]));
    // The browser knows how names stand: 10 behind 2.
    card.press("By name").await?;
    let named = "return [...root.querySelectorAll('.sc-table tbody th')].map((name) => name.textContent).slice(0, 5)";
    let by_name = json!(["Row 1", "Row 2", "Row 3", "Row 4", "Row 5"]);
    card.until_is("by name", named, Value::Null, &by_name).await?;
    tab_to(&world, &card, "the field", |_, kind, _| kind == "search").await?;
    world.page.press("row 1").await?;
    let found = json!(["Row 1", "Row 10", "Row 11", "Row 12"]);
    card.until_is("those that say so", NAMES, Value::Null, &found).await?;
    card.until_says("4 found").await?;
    card.until_says("Rows left out here: 8.").await?;
    world.page.press("x").await?;
    card.until_says("None found: all are shown.").await?;
    assert_eq!(card.js(NAMES, Value::Null).await?.as_array().map(Vec::len), Some(12));
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_stack_is_shown_in_part_and_as_shares(world: World) -> Outcome {
    let card = open(&world).await?;
    card.pick_chart(1).await?;
    unfold(&card, "sc-arrange").await?;
    card.press("Part b").await?;
    card.until_is("one part", FIRST, Value::Null, &json!("first, Part b: 2")).await?;
    card.until_says("Series: Part b").await?;
    card.press("As shares of the whole").await?;
    let all = json!("first, Part a: 1, 17%");
    card.until_is("all parts as shares", FIRST, Value::Null, &all).await?;
    let chips = "return [...root.querySelectorAll('.sc-arrange button')].map((chip) => [chip.textContent, chip.ariaPressed])";
    let only = json!([["As shares of the whole", "true"]]);
    assert_eq!(card.js(chips, Value::Null).await?, only, "no part is left out of a whole");
    card.press("As shares of the whole").await?;
    card.until_is("values again", FIRST, Value::Null, &json!("first, Part a: 1")).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Counts how often a canvas is painted, until that is asked for.
const COUNT_PAINTS: &str = "window.paints = 0;
    const { width } = Object.getOwnPropertyDescriptors(HTMLCanvasElement.prototype);
    Object.defineProperty(HTMLCanvasElement.prototype, 'width', { ...width, set(px) {
        if (this.isConnected) window.paints += 1;
        width.set.call(this, px);
    } });";

pub(crate) async fn marks_move_unless_the_reader_wants_no_motion(world: World) -> Outcome {
    for less_motion in [false, true] {
        world.page.prefer(Scheme::Light, less_motion).await?;
        let card = open(&world).await?;
        unfold(&card, "sc-arrange").await?;
        // Nothing changes, but the mouse comes to where it stays.
        card.press("As given").await?;
        world.page.settle().await?;
        world.page.js(COUNT_PAINTS, vec![]).await?;
        card.press("Highest first").await?;
        card.until_is("sorted", FIRST, Value::Null, &json!("Row 11: 12")).await?;
        world.page.come_to_rest().await?;
        // On the way it is painted in frames between, and at once without.
        let painted = if less_motion { "return paints === 1" } else { "return paints > 1" };
        world.page.until(painted, painted, vec![]).await?;
    }
    Ok(())
}
