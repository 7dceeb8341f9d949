//! What can be measured of how the card looks.

use serde_json::{Value, json};

use crate::{
    Outcome,
    page::Scheme,
    stories,
    world::{CARD, EVERYTHING, World},
};

pub(crate) async fn nothing_scrolls_sideways_at_280_px(world: World) -> Outcome {
    world.page.window(280, 800).await?;
    // A host whose page has no margins of its own: the card gets all of the 280 px.
    let plain = r#"<style>body { margin: 0 }</style>"#;
    for (tag, _) in stories::cards()? {
        world.open_with(plain, &tag.replace("seed", r#"spoilers="show" seed"#)).await?;
        let card = world.ready(0).await?;
        for section in card.sections().await? {
            card.open(&section).await?;
            let script = "const wide = [document.documentElement, ...root.querySelectorAll('*')].filter((part) =>
                    part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1 && getComputedStyle(part).display !== 'inline'
                    && (part === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(part).overflowX)));
                const out = [...root.querySelectorAll('*')].filter((part) => part.checkVisibility()
                    && part.getBoundingClientRect().right > innerWidth + 0.5 && part.getBoundingClientRect().width > 1);
                return [...wide, ...out].map((part) => `${part.localName}.${part.className} ${part.getBoundingClientRect().right}`)";
            assert_eq!(card.js(script, Value::Null).await?, json!([]), "{tag}, {section}");
        }
    }
    Ok(())
}

pub(crate) async fn targets_are_large_enough(world: World) -> Outcome {
    world.page.window(360, 740).await?;
    let card = world.card(&EVERYTHING.replace("seed", r#"section="trivia" seed"#)).await?;
    let small = async |least: u32, targets: &str| -> Outcome<Value> {
        let script = format!(
            "return {targets}.map((target) => [name(target), target.getBoundingClientRect().height])
                .filter(([, height]) => height < input)"
        );
        card.js(&script, json!(least)).await
    };
    assert_eq!(
        small(44, "choices().map((choice) => choice.closest('label'))").await?,
        json!([]),
        "an option"
    );
    for section in card.sections().await? {
        card.open(&section).await?;
        // Those within a sentence are as high as its line.
        let buttons =
            "[...root.querySelectorAll('button')].filter((button) => button.checkVisibility()
            && words(button.closest('p, li, dd, td, label, div')).length <= words(button).length)";
        assert_eq!(small(24, buttons).await?, json!([]), "a button in {section}");
    }
    Ok(())
}

pub(crate) async fn charts_are_drawn_and_crisp(world: World) -> Outcome {
    for ratio in [1.0, 2.0] {
        world.page.window_at_ratio(800, 3000, ratio).await?;
        let card = world.card(&EVERYTHING.replace("seed", r#"section="charts" seed"#)).await?;
        let script = "const charts = [...root.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility());
            return charts.length > 0 && charts.every((canvas) => {
                const box = canvas.getBoundingClientRect();
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                return Math.abs(canvas.width - box.width * input) <= 1 && pixels.some((value) => value !== 0);
            })";
        card.until(&format!("charts drawn for {ratio} pixels"), script, json!(ratio)).await?;
    }
    Ok(())
}

pub(crate) async fn nothing_animates_under_reduced_motion(world: World) -> Outcome {
    world.page.prefer(Scheme::Light, true).await?;
    let card = world.card(CARD).await?;
    for section in card.sections().await? {
        card.tab(&section).await?.click().await?;
        let script = "return root.getAnimations().filter((animation) => animation.effect.getComputedTiming().duration > 1).length";
        assert_eq!(card.js(script, Value::Null).await?, json!(0), "in {section}");
    }
    Ok(())
}

pub(crate) async fn links_are_underlined(world: World) -> Outcome {
    let card = world.card(&EVERYTHING.replace("seed", r#"section="sources" seed"#)).await?;
    let script = "const links = [...root.querySelectorAll('a, .sc-link, summary')];
        const plain = links.filter((link) => link.checkVisibility() && !link.matches('.sc-tab, .sc-mark, .sc-entry > summary')
            && !getComputedStyle(link).textDecorationLine.includes('underline'));
        return [links.length > 3, plain.map((link) => `${link.localName}.${link.className} ${words(link)}`)]";
    assert_eq!(card.js(script, Value::Null).await?, json!([true, []]));
    Ok(())
}

pub(crate) async fn buttons_keep_their_words_in_forced_colors(world: World) -> Outcome {
    world.page.force_colors(true).await?;
    let card = world.card(&EVERYTHING.replace("seed", r#"section="trivia" seed"#)).await?;
    let script = "const plain = document.body.appendChild(document.createElement('button'));
        const colors = (button) => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor];
        const ours = [...root.querySelectorAll('.sc-button')].map(colors);
        return [ours.length > 0, ours.every((found) => String(found) === String(colors(plain)))]";
    let found = card.js(script, Value::Null).await?;
    world.page.force_colors(false).await?;
    assert_eq!(found, json!([true, true]), "words lie on a plate of the page's colour");
    Ok(())
}

pub(crate) async fn sizes_hold_where_a_rem_is_10_px(world: World) -> Outcome {
    let mut boxes = Vec::new();
    for head in ["", "<style>html { font-size: 62.5% }</style>"] {
        world.open_with(head, CARD).await?;
        let card = world.ready(0).await?;
        let script = "return ['.sc-card', '.sc-title', '.sc-kicker', '.sc-tab', '.sc-numeral'].map((part) => {
            const { width, height } = root.querySelector(part).getBoundingClientRect();
            return [Math.round(width), Math.round(height)];
        })";
        boxes.push(card.js(script, Value::Null).await?);
    }
    assert_eq!(boxes[0], boxes[1]);
    Ok(())
}
