//! The picture of the bundled story for link previews: `cargo xtask picture`.

use crate::{Outcome, world::World};

/// Two thirds of the picture's size, so that its words are legible where it is shown small.
const SIZE: (u32, u32) = (800, 420);

/// The top of the card on its paper, with its first chart, 1200 x 630 pixels, as `preview.png`.
pub(crate) async fn picture(world: World) -> Outcome {
    world.page.window_at_ratio(SIZE.0, SIZE.1, 1.5).await?;
    let style = "<style>body { margin: 0; overflow: hidden } h1, p { display: none }
        story-card { --story-rule: transparent; background: var(--story-paper) }</style>";
    let card = r#"<story-card src="../card/ballerina.story.json" section="charts"></story-card>"#;
    world.open_with(style, card).await?;
    world.ready(0).await?;
    world.page.save_picture("preview").await
}
