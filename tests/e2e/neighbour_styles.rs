//! Other people's CSS: none of it reaches the live card, the static card stays readable,
//! and ours stays away from what is not ours.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    Outcome,
    neighbour::{PLAIN, assert_alike, plain_portrait, portrait, static_card, use_card},
    world::{EVERYTHING, MINIMAL, World},
};

/// Style sheets as pages have them, the last ones out of malice.
fn sheets() -> Outcome<Vec<(&'static str, String)>> {
    let npm = |path: &str| -> Outcome<String> {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/npm/node_modules").join(path);
        fs::read_to_string(&path).map_err(|error| {
            format!("{}: {error}; `cargo xtask test` installs it", path.display()).into()
        })
    };
    Ok(vec![
        ("Bootstrap", npm("bootstrap/dist/css/bootstrap.css")?),
        ("Tailwind's preflight", npm("tailwindcss/preflight.css")?),
        ("a universal reset", "*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; box-sizing: border-box; \
            vertical-align: baseline; list-style: none; text-decoration: none; min-width: 0 }".into()),
        ("text for print", "body { text-align: justify; hyphens: auto; line-height: 2.5; letter-spacing: 0.3em; word-spacing: 1em; \
            text-indent: 3em; text-transform: uppercase; font: italic 700 27px cursive; white-space: pre-wrap; word-break: break-all; \
            text-shadow: 1px 1px red; cursor: crosshair; font-variant: small-caps; quotes: none; tab-size: 3; color: lime }".into()),
        ("large spans", "span { font-size: 40px !important; display: block } div, p, li, button, h2, table, canvas { font-size: 50px !important; \
            display: inline-block !important; position: relative !important; width: 20px !important; margin: 9px !important }".into()),
        ("all unset", "* { all: unset !important; }".into()),
    ])
}

pub(crate) async fn hostile_styles_stay_outside(world: World) -> Outcome {
    let plain = plain_portrait(&world).await?;
    for (name, sheet) in sheets()? {
        world.site.page("posts/theirs.css", &sheet);
        let head = format!(r#"{PLAIN}<link rel="stylesheet" href="theirs.css">"#);
        world.open_with(&head, EVERYTHING).await?;
        let card = world.ready(0).await?;
        assert_alike(&plain, &portrait(&card).await?, name);
    }
    Ok(())
}

pub(crate) async fn a_fixed_theme_holds_under_all_unset(world: World) -> Outcome {
    let dark = MINIMAL.replace("seed", r#"theme="dark" seed"#);
    world.open_with(PLAIN, &dark).await?;
    let plain = portrait(&world.ready(0).await?).await?;
    world.open_with(&format!("{PLAIN}<style>* {{ all: unset !important }}</style>"), &dark).await?;
    let card = world.ready(0).await?;
    assert_alike(&plain, &portrait(&card).await?, "all unset, in the dark");
    use_card(&world, &card).await
}

pub(crate) async fn a_page_may_hide_a_card(world: World) -> Outcome {
    let hides = "<style>.gone { display: none } .unseen { visibility: hidden }</style>";
    for class in ["gone", "unseen"] {
        world.open_with(hides, MINIMAL).await?;
        let card = world.ready(0).await?;
        let script = "host.className = input; return root.querySelector('article').checkVisibility({ visibilityProperty: true })";
        assert_eq!(card.js(script, json!(class)).await?, json!(false), "{class}");
        assert_eq!(card.js(script, json!("")).await?, json!(true));
    }
    Ok(())
}

pub(crate) async fn the_static_card_stays_readable(world: World) -> Outcome {
    // Without the loader, as where scripts are off.
    world.site.page("card/story-card.js", "");
    let card = format!("<story-card>{}</story-card>", static_card()?);
    let sheets = [("no sheet", String::new())].into_iter().chain(sheets()?);
    let mut plain: Option<[Vec<String>; 2]> = None;
    for (name, sheet) in sheets {
        world.site.page("posts/theirs.css", &sheet);
        world.open_with(r#"<link rel="stylesheet" href="theirs.css">"#, &card).await?;
        let folded = unreadable(&world).await?;
        let script = "const folds = [...document.querySelectorAll('story-card details')];
            [...document.querySelectorAll('story-card summary')].findLast((fold) => fold.checkVisibility() && fold.closest('.sc-part')).click();
            const opened = folds.filter((fold) => fold.open && fold.matches('.sc-part')).length;
            folds.forEach((fold) => (fold.open = true));
            return opened";
        assert_eq!(
            world.page.js(script, vec![]).await?,
            json!(1),
            "{name}: the fold does not open"
        );
        let unfolded = unreadable(&world).await?;
        let plain = plain.get_or_insert_with(|| [folded.clone(), unfolded.clone()]);
        for (plain, strange) in plain.iter().zip([folded, unfolded]) {
            let lost: Vec<_> = strange.iter().filter(|text| !plain.contains(text)).collect();
            assert!(
                lost.is_empty(),
                "{name}: nobody can read {:?}",
                lost.iter().take(5).collect::<Vec<_>>()
            );
        }
    }
    Ok(())
}

/// Texts of the static card (outside closed folds) that no reader sees, or hardly.
async fn unreadable(world: &World) -> Outcome<Vec<String>> {
    let script = "const found = [];
        const walk = document.createTreeWalker(document.querySelector('story-card'), NodeFilter.SHOW_TEXT);
        const shine = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
        while (walk.nextNode()) {
            const { data, parentElement: home } = walk.currentNode;
            if (!data.trim() || home.closest('svg') || home.closest('details:not([open]) > :not(summary)')) continue;
            const range = document.createRange();
            range.selectNodeContents(walk.currentNode);
            const box = range.getBoundingClientRect();
            const style = getComputedStyle(home);
            let ground = home;
            while (ground && /, 0\\)$|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
            const paper = ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';
            const contrast = Math.abs(shine(style.color) - shine(paper));
            if (!home.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width < 2 || box.height < 8
                || box.right > innerWidth + 1 || box.left < -1 || parseFloat(style.fontSize) < 9 || contrast < 60)
                found.push(`${home.localName}.${home.className} ${data.trim()}`);
        }
        return found";
    Ok(serde_json::from_value(world.page.js(script, vec![]).await?)?)
}

/// Elements of a page that happen to be called as parts of ours are.
const NAMESAKES: &str = r#"<div id="theirs"><div class="stage"><span>1</span><span>2</span></div><article class="sc-card sc-figures"><h2>A</h2>
<p class="sc-option">B</p><button class="sc-tab sc-current">C</button><table class="sc-table"><tr><td>D</td></tr></table>
<details class="sc-part"><summary>E</summary></details><ul class="sc-facts"><li class="sc-fact">F</li></ul></article></div>"#;

pub(crate) async fn our_styles_leave_the_page_alone(world: World) -> Outcome {
    let script = "return [...document.querySelectorAll('body, #theirs, #theirs *')].map((part) => {
        const style = getComputedStyle(part);
        return [part.localName, part.className, ...[...style].filter((name) => !name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)}`)].join('; ') })";
    let mut seen = Vec::new();
    for sheet in ["", crate::site::sheet().as_str()] {
        world.site.page("card/story-card.css", sheet);
        world.open(NAMESAKES).await?;
        world.page.settle().await?;
        seen.push(serde_json::from_value::<Vec<String>>(world.page.js(script, vec![]).await?)?);
    }
    assert_alike(&seen[0], &seen[1], "a page with our style sheet");
    Ok(())
}
