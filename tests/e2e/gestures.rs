//! What pointers, fingers and the wheel do on a drawing that is zoomed: the timeline, or a chart of
//! a long line.

use std::fmt::Debug;

use serde_json::{Value, json};

use crate::{Outcome, card::Card, play::rect, world::World};

/// Where the drawing is in the window.
pub(crate) async fn canvas(card: &Card) -> Outcome<[f64; 4]> {
    rect(card, "root.querySelector('canvas.sc-zoomed')").await
}

/// Lets a script act on the drawing, `canvas`, with its `box`, and waits for what comes of it.
async fn act(world: &World, card: &Card, script: &str, input: Value) -> Outcome<Value> {
    let script = format!(
        "const canvas = root.querySelector('canvas.sc-zoomed');
         const box = canvas.getBoundingClientRect();
         {script}"
    );
    let answer = card.js(&script, input).await?;
    world.page.settle().await?;
    Ok(answer)
}

/// Turns the wheel with a key held, `ctrl`, `meta` or none; whether the page is kept from scrolling.
pub(crate) async fn turn_wheel(world: &World, card: &Card, held: &str) -> Outcome<bool> {
    let turn =
        "const turn = new WheelEvent('wheel', { deltaY: -100, bubbles: true, cancelable: true,
            composed: true, ctrlKey: input === 'ctrl', metaKey: input === 'meta',
            clientX: box.x + box.width * 0.8, clientY: box.y + 90 });
        canvas.dispatchEvent(turn);
        return turn.defaultPrevented";
    Ok(act(world, card, turn, json!(held)).await? == json!(true))
}

/// Draws two fingers from a tenth of the width apart to two fifths, and lifts them. No driver but
/// Chromium's has fingers.
pub(crate) async fn pinch(world: &World, card: &Card) -> Outcome {
    let pinch = "const hear = (type, pointerId, share) => canvas.dispatchEvent(new PointerEvent(type, {
            pointerId, isPrimary: pointerId === 1, pointerType: 'touch', bubbles: true, composed: true,
            button: type === 'pointermove' ? -1 : 0, buttons: 1,
            clientX: box.x + box.width * share, clientY: box.y + 90 }));
        hear('pointerdown', 1, 0.5);
        hear('pointerdown', 2, 0.6);
        for (const by of [0.02, 0.06, 0.1, 0.15]) {
            hear('pointermove', 1, 0.5 - by);
            hear('pointermove', 2, 0.6 + by);
        }
        hear('pointerup', 1, 0.35);
        hear('pointerup', 2, 0.75);
        canvas.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true,
            clientX: box.x + box.width * 0.7, clientY: box.y + 90 }));";
    act(world, card, pinch, Value::Null).await.map(drop)
}

/// Presses twice in the middle. A driver takes longer between two presses than a reader does.
pub(crate) async fn press_twice(world: &World, card: &Card) -> Outcome {
    let twice = "const at = { bubbles: true, composed: true, clientX: box.x + box.width / 2, clientY: box.y + 60 };
        canvas.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerId: 3, button: 0 }));
        canvas.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerId: 3, button: 0 }));
        canvas.dispatchEvent(new MouseEvent('click', at));
        canvas.dispatchEvent(new MouseEvent('click', at));";
    act(world, card, twice, Value::Null).await.map(drop)
}

/// Drags a finger along the drawing, which moves what is `shown`, and then up, which moves the page.
pub(crate) async fn a_finger_moves_it_and_scrolls_the_page<T: Debug + PartialEq>(
    world: &World,
    card: &Card,
    shown: impl AsyncFn(&Card) -> Outcome<T>,
) -> Outcome {
    card.press("Zoom in").await?;
    let near = shown(card).await?;
    let [x, y, width, _] = canvas(card).await?;
    let row = y + 90.0;
    let path = [0.3, 0.5, 0.8].map(|share| (x + width * share, row));
    world.page.drag("touch", &path, false).await?;
    world.page.settle().await?;
    let moved = shown(card).await?;
    assert_ne!(moved, near);
    let top = "return scrollY";
    let before = world.page.js(top, vec![]).await?;
    let path = [0.0, 30.0, 80.0, 140.0].map(|up| (x + width / 2.0, row - up));
    world.page.drag("touch", &path, false).await?;
    world.page.come_to_rest().await?;
    assert_ne!(world.page.js(top, vec![]).await?, before, "the page scrolls");
    assert_eq!(shown(card).await?, moved, "the drawing stays");
    Ok(())
}
