//! Pictures of every section to look at: `cargo xtask screenshots`.

use crate::{
    Outcome,
    page::Scheme,
    world::{CARD, World},
};

const BOTH: &str = r#"<meta name="color-scheme" content="light dark"><style>body { margin: 0 } h1, p { display: none }</style>"#;

/// Every section, light and dark, narrow and wide, as `SECTION-SCHEME-WIDTH.png`.
pub(crate) async fn screenshots(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        world.page.prefer(scheme, true).await?;
        for width in [360, 1024] {
            world.page.window(width, 900).await?;
            world.open_with(BOTH, CARD).await?;
            let card = world.ready(0).await?;
            for section in card.sections().await? {
                card.open(&section).await?;
                world.page.window(width, card.height().await?).await?;
                world.page.settle().await?;
                world.page.save_picture(&format!("{section}-{}-{width}", scheme.word())).await?;
                world.page.window(width, 900).await?;
            }
        }
    }
    Ok(())
}
