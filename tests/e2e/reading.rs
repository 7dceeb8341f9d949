//! What a reader sets, prints or saves: the size and spacing of text, few colours, paper, an
//! archive, the browser's reader mode.

use std::fs;

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    site::dist,
    stories,
    world::{CARD, EVERYTHING, World, with_static},
};

/// What readers set who need more room between letters, words and lines.
const SPACING: &str = "<style>* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; \
    line-height: 1.5 !important }</style>";

pub(crate) async fn drawings_grow_with_the_text(world: World) -> Outcome {
    world.page.window(1000, 800).await?;
    let tag = EVERYTHING.replace("seed", r#"section="charts" seed"#);
    let body = format!("<style>body {{ margin: 0 }}</style><div>{tag}</div>");
    world.open(&body).await?;
    let card = world.ready(0).await?;
    let sizes = async |width, percent| -> Outcome<Vec<(f64, f64)>> {
        card.put_in_room(width, percent).await?;
        world.page.settle().await?;
        card.assert_drawings_are_crisp().await?;
        card.drawing_sizes().await
    };
    let charts = stories::items(&stories::example("everything")?, "charts").len();
    assert!(charts > 3);
    for chart in 0..charts {
        card.pick_chart(chart).await?;
        let (small, large) = (sizes(340, 100).await?, sizes(680, 200).await?);
        // A spoiler is not drawn.
        let ([small], [large]) = (&small[..], &large[..]) else { continue };
        // The same drawing, and every px of it two.
        assert!((large.0 / small.0 - 2.0).abs() < 0.02, "{chart}: {small:?} {large:?}");
        assert!((large.1 / small.1 - 2.0).abs() < 0.06, "{chart}: {small:?} {large:?}");
        // The size of the text alone changes the drawing, even where the frame stays as it is.
        assert_ne!(sizes(680, 100).await?, [*large]);
        card.assert_drawings_are_crisp().await?;
    }
    Ok(())
}

pub(crate) async fn spacing_that_a_reader_sets_is_heeded(world: World) -> Outcome {
    world.open_with(SPACING, &with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    let script = "const spacing = (part) => [getComputedStyle(part).letterSpacing, getComputedStyle(part).wordSpacing].map(parseFloat);
        const card = input === 'live' ? root.querySelector('.stage .sc-card') : host.querySelector('.sc-card');
        const drawn = card.querySelector('svg text');
        return [...['.sc-title', '.sc-opening', '.sc-tab', '.sc-numeral'].map((part) => spacing(card.querySelector(part))),
            ...(drawn ? [spacing(drawn)] : [])]
            .map(([letter, word]) => [letter > 1, word > 1])";
    let all = json!([true, true]);
    let seen = card.js(script, json!("static")).await?;
    assert_eq!(seen, json!([all, all, all, all, [false, false]]), "drawn words keep their room");
    card.scroll_to().await?;
    card.press_section_link("overview").await?;
    card.wait_for_state("ready").await?;
    let seen = card.js(script, json!("live")).await?;
    assert_eq!(seen, json!([all, all, all, all]), "it ends at the shadow root");
    for section in card.sections().await? {
        card.open(&section).await?;
        assert_eq!(card.outside().await?, Vec::<String>::new(), "{section}");
    }
    Ok(())
}

pub(crate) async fn five_series_have_five_colors_in_forced_colors(world: World) -> Outcome {
    world.page.force_colors(true).await?;
    let card = world.card(EVERYTHING).await?;
    let script = "return [1, 2, 3, 4, 5].map((n) => {
        const part = root.querySelector('.sc-card').appendChild(document.createElement('i'));
        part.style.forcedColorAdjust = 'none';
        part.style.color = `var(--story-series-${n})`;
        const { color } = getComputedStyle(part);
        part.remove();
        return color;
    })";
    let colors: Vec<String> = serde_json::from_value(card.js(script, Value::Null).await?)?;
    world.page.force_colors(false).await?;
    let mut different = colors.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), 5, "{colors:?}");
    Ok(())
}

pub(crate) async fn a_card_takes_few_sheets_of_paper(world: World) -> Outcome {
    // The demo post with its three cards as it is built, and a card alone once it is live.
    for (page, least, most) in [("card/index.html", 30, 44), ("card/ballerina.html", 6, 14)] {
        world.page.go(&world.site.address(page)).await?;
        world.turned_to(0).await?;
        assert!(world.page.has_sheet(least).await?, "{page} is printed unfolded");
        assert!(!world.page.has_sheet(most + 1).await?, "{page} takes more than {most} sheets");
    }
    Ok(())
}

pub(crate) async fn folds_open_for_paper_where_the_sheet_cannot(world: World) -> Outcome {
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    let script = "if (input) dispatchEvent(new Event(input));
        const shut = [...host.querySelectorAll('details:not([open])')];
        return [shut.length, shut.filter((fold) => !fold.matches('.sc-spoiler, .sc-try')).length]";
    let before = card.js(script, Value::Null).await?;
    assert_ne!(before[1], json!(0));
    assert_eq!(card.js(script, json!("beforeprint")).await?, before, "the sheet does it here");
    let old = "<script>CSS.supports = () => false</script>";
    world.open_with(old, &with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.until("a loader", "return host.state !== undefined", Value::Null).await?;
    let on_paper = card.js(script, json!("beforeprint")).await?;
    assert_eq!(on_paper[1], json!(0));
    assert_ne!(on_paper[0], json!(0), "spoilers stay folded");
    assert_eq!(card.js(script, json!("afterprint")).await?, before);
    Ok(())
}

pub(crate) async fn spoilers_stay_folded_on_paper(world: World) -> Outcome {
    world.site.fail("card/story-card.js", 404);
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.querySelector('.sc-questions .sc-spoiler').open = true", Value::Null).await?;
    world.page.preview_print(true).await?;
    world.page.settle().await?;
    let script = "const seen = (part) => part.checkVisibility() && part.getBoundingClientRect().height > 4;
        const folds = [...host.querySelectorAll('.sc-spoiler')];
        return folds.map((fold) => [fold.open, [...fold.children].some((part) => part.localName !== 'summary' && [part, ...part.querySelectorAll('*')].some(seen)),
            seen(fold.querySelector('.sc-fold-word')), seen(fold.querySelector('summary .sc-link'))].map(Number).join(''))";
    let folds: Vec<String> = serde_json::from_value(card.js(script, Value::Null).await?)?;
    world.page.preview_print(false).await?;
    // Each is either open, with its words, or says that it is folded and offers nothing to press.
    assert!(folds.iter().all(|fold| ["1100", "0010"].contains(&fold.as_str())), "{folds:?}");
    assert_eq!(folds.iter().filter(|fold| *fold == "1100").count(), 1);
    assert!(folds.len() > 3);
    Ok(())
}

pub(crate) async fn a_saved_page_shows_the_static_card(world: World) -> Outcome {
    for is_live in [false, true] {
        world.open(&with_static(CARD)).await?;
        let card = Card::nth(&world.page, 0).await?;
        if is_live {
            card.show("timeline").await?;
            card.wait_for_state("ready").await?;
        }
        let archive = world.page.save_archive(&format!("saved-{is_live}.mhtml")).await?;
        // No script of the page runs there, and no frame is waited for.
        world.page.go(&format!("file://{}", archive.display())).await?;
        let card = Card::nth(&world.page, 0).await?;
        let script = "const page = host.querySelector('.sc-card');
            const drawn = [...page.querySelectorAll('.sc-frame svg')].filter((part) => part.checkVisibility());
            page.querySelectorAll('details').forEach((fold) => (fold.open = true));
            const shown = [...page.querySelectorAll('.sc-frame svg')].filter((part) => part.checkVisibility());
            return [page.checkVisibility(), getComputedStyle(page).display, page.innerText.length > 10000, drawn.length <= shown.length,
                root.querySelector?.('.stage .sc-card')?.checkVisibility() ?? false]";
        let seen = card.js(script, Value::Null).await?;
        assert_eq!(seen, json!([true, "flex", true, true, false]), "live: {is_live}");
    }
    Ok(())
}

pub(crate) async fn a_file_from_disk_tells_no_path(world: World) -> Outcome {
    let address =
        format!("file://{}?seed=7&questions=1", dist().join("ballerina.offline.html").display());
    world.page.go(&address).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.turn_to().await?;
    card.wait_for_state("ready").await?;
    card.open("trivia").await?;
    card.press("Skip").await?;
    card.press_if_there("See the result").await?;
    let copied = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }";
    world.page.js(copied, vec![]).await?;
    assert_eq!(card.count_buttons("Copy link").await?, 0, "there is no link that leads anywhere");
    card.press("Copy result").await?;
    let text = world.page.until("what is copied", "return window.copied", vec![]).await?;
    let text = text.as_str().ok_or("nothing is copied")?;
    assert!(text.contains("0 of 1") && !text.contains('/') && !text.contains("file:"), "{text}");
    Ok(())
}

pub(crate) async fn a_reader_mode_finds_the_post_and_the_card(world: World) -> Outcome {
    world.page.go(&world.site.address("card/index.html")).await?;
    let text = world.page.reader_text().await?;
    let post = fs::read_to_string(dist().join("index.html"))?;
    // What stands before, between and behind the cards.
    let own: String =
        post.split("</story-card>").filter_map(|part| part.split("<story-card").next()).collect();
    let paragraphs: Vec<&str> =
        own.split("<p>").skip(2).filter_map(|rest| rest.split(['<', '.']).next()).collect();
    for words in paragraphs.iter().filter(|words| words.len() > 30) {
        assert!(text.contains(words), "{words:?} is not in {}", &text[..400.min(text.len())]);
    }
    for words in
        ["Ballerina is the first feature film to branch off", "Reel Faith admires", "Sources"]
    {
        assert!(text.contains(words), "{words:?} of the card");
    }
    assert!(!text.contains("Used 30 times"), "no lists of links");
    Ok(())
}
