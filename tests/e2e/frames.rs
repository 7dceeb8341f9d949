//! The page with only the card inside a frame, with and without the host's script.

use serde_json::{Value, json};

use crate::{Outcome, card::Card, world::World};

const HOST: &str = r#"<script src="../card/story-card-frame.js"></script>"#;
const FRAME: &str =
    r#"<iframe src="../card/ballerina.html" title="Ballerina" width="600" height="500"></iframe>"#;

/// Opens a post with this frame and waits until the card in it is ready.
async fn framed(world: &World, head: &str, frame: &str) -> Outcome {
    world.open_with(head, frame).await?;
    inside(world, 0, "ready").await
}

/// Waits until the card in the `n`-th frame is in a state.
async fn inside(world: &World, n: usize, state: &str) -> Outcome {
    world.page.enter_frame(n).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.turn_to().await?;
    card.wait_for_state(state).await?;
    world.page.leave_frame().await
}

/// Waits until a frame of this origin is as high as what is in it.
async fn fits(world: &World) -> Outcome<u64> {
    let script = "const frame = document.querySelector('iframe');
        const root = frame.contentDocument.documentElement;
        const height = Math.ceil(root.getBoundingClientRect().height - 0.01);
        return frame.clientHeight === height && root.scrollHeight <= height && height";
    let height = world.page.until("a frame as high as its content", script, vec![]).await?;
    world.page.settle().await?;
    height.as_u64().ok_or_else(|| format!("no height: {height}").into())
}

/// The height of the `n`-th frame, once it has stopped changing.
async fn rest(world: &World, n: usize) -> Outcome<f64> {
    let script =
        "return document.querySelectorAll('iframe')[arguments[0]].getBoundingClientRect().height";
    let (mut height, mut same) = (f64::NAN, 0);
    // Longer than the page waits before it answers, also on a slow machine.
    while same < 12 {
        world.page.settle().await?;
        let now = world.page.js(script, vec![json!(n)]).await?.as_f64().ok_or("no height")?;
        same = if now == height { same + 1 } else { 0 };
        height = now;
    }
    Ok(height)
}

/// Shows a section of the card in the first frame.
async fn show(world: &World, address: &str) -> Outcome {
    world.page.enter_frame(0).await?;
    let shown = Card::nth(&world.page, 0).await?.show(address).await?;
    assert!(shown, "{address}");
    world.page.leave_frame().await
}

pub(crate) async fn a_frame_is_as_high_as_its_card(world: World) -> Outcome {
    framed(&world, HOST, FRAME).await?;
    show(&world, "overview").await?;
    let overview = fits(&world).await?;
    unfold_facts(&world).await?;
    let unfolded = fits(&world).await?;
    assert!(unfolded > overview + 300, "{unfolded} after {overview}: it did not grow");
    unfold_facts(&world).await?;
    assert_eq!(fits(&world).await?, overview, "it did not shrink");
    let narrow = "document.querySelector('iframe').style.width = '300px'";
    world.page.js(narrow, vec![]).await?;
    assert!(fits(&world).await? > overview + 100, "a narrow card is higher");
    Ok(())
}

/// Opens or closes the fold with the other facts of the overview.
async fn unfold_facts(world: &World) -> Outcome {
    world.page.enter_frame(0).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("root.querySelector('.sc-more-facts > summary').click()", Value::Null).await?;
    world.page.leave_frame().await
}

pub(crate) async fn a_host_script_may_come_late(world: World) -> Outcome {
    framed(&world, "", FRAME).await?;
    let add = "const script = document.createElement('script');
        script.src = '../card/story-card-frame.js';
        document.head.append(script);";
    world.page.js(add, vec![]).await?;
    fits(&world).await.map(drop)
}

pub(crate) async fn a_frame_without_host_script_keeps_its_height(world: World) -> Outcome {
    framed(&world, "", FRAME).await?;
    show(&world, "sources").await?;
    let script = "const frame = document.querySelector('iframe');
        return [frame.clientHeight, frame.contentDocument.documentElement.scrollHeight > 600]";
    assert_eq!(world.page.js(script, vec![]).await?, json!([500, true]), "it scrolls inside");
    Ok(())
}

pub(crate) async fn only_the_frame_that_speaks_is_followed(world: World) -> Outcome {
    let tell = "parent.postMessage({ type: 'story-card-height', height: 77 }, '*')";
    let wrong = "for (const height of [-1, 0, 1e9, '9', null, NaN]) parent.postMessage({ type: 'story-card-height', height }, '*');
        parent.postMessage('story-card-height', '*'); parent.postMessage(null, '*')";
    world.site.page("posts/teller.html", &format!("<script>{tell}</script>"));
    world.site.page("posts/wrong.html", &format!("<script>{wrong}</script>"));
    let frames = r#"<iframe src="../card/ballerina.html" height="500"></iframe>
        <iframe src="teller.html" height="200"></iframe><iframe src="wrong.html" height="300"></iframe>"#;
    framed(&world, HOST, frames).await?;
    let card = fits(&world).await?;
    // The host speaks to itself, and the framed page to itself.
    let script = "postMessage({ type: 'story-card-height', height: 55 }, '*');
        const frame = document.querySelector('iframe').contentWindow;
        window.heard = 0;
        addEventListener('message', ({ source }) => { if (source === frame) heard += 1; });
        frame.eval(\"postMessage({ type: 'story-card-hello' }, '*')\");";
    world.page.js(script, vec![]).await?;
    assert_eq!(rest(&world, 0).await?, card as f64 + 4.0, "with its border");
    assert_eq!(rest(&world, 1).await?, 81.0);
    assert_eq!(rest(&world, 2).await?, 304.0);
    assert_eq!(world.page.js("return heard", vec![]).await?, json!(0), "only the host is answered");
    Ok(())
}

pub(crate) async fn a_page_as_high_as_its_frame_does_not_run_away(world: World) -> Outcome {
    let page = std::fs::read_to_string(crate::site::dist().join("ballerina.html"))?;
    for (rule, most) in
        [("calc(100vh + 30px)", 3200.0), ("120vh", 6000.0), ("calc(100vh - 30px)", 3000.0)]
    {
        let style = format!("<style>body {{ min-height: {rule} }}</style></head>");
        world.site.page("card/tall.html", &page.replace("</head>", &style));
        let frame = FRAME.replace("ballerina.html", "tall.html").replace("500", "3000");
        framed(&world, HOST, &frame).await?;
        let height = rest(&world, 0).await?;
        assert!((2800.0..most).contains(&height), "{rule}: {height}");
    }
    Ok(())
}

pub(crate) async fn a_page_that_grows_in_equal_steps_is_followed(world: World) -> Outcome {
    framed(&world, HOST, FRAME).await?;
    let before = fits(&world).await?;
    // Each step is there when the page hears of the height that the step before has led to.
    let grow = "const page = document.querySelector('iframe').contentDocument;
        const style = page.createElement('style');
        const step = (n) => `body { padding-bottom: ${47 * n}px }`;
        style.textContent = step(1);
        for (let n = 1; n < 6; n++) {
            style.textContent += `@media (min-height: ${arguments[0] + 47 * n}px) { ${step(n + 1)} }`;
        }
        page.head.append(style)";
    world.page.js(grow, vec![json!(before)]).await?;
    let script = "const frame = document.querySelector('iframe');
        return frame.clientHeight === arguments[0]";
    let whole = json!(before + 6 * 47);
    world.page.until("room for every step", script, vec![whole]).await.map(drop)
}

pub(crate) async fn borders_are_counted_where_they_count(world: World) -> Outcome {
    let style =
        "<style>iframe { box-sizing: border-box; border: 10px solid; padding: 7px 0 }</style>";
    framed(&world, &format!("{HOST}{style}"), FRAME).await?;
    let script = "const frame = document.querySelector('iframe');
        const height = Math.ceil(frame.contentDocument.documentElement.getBoundingClientRect().height - 0.01);
        return frame.contentWindow.innerHeight === height && frame.offsetHeight === height + 34";
    world.page.until("room for border and padding", script, vec![]).await.map(drop)
}

pub(crate) async fn the_address_sets_attributes(world: World) -> Outcome {
    let address = "card/ballerina.html?theme=dark&section=cast&sections=cast+charts+timeline\
                   &spoilers=show&src=elsewhere.json&utm_source=x#ballerina/timeline/theatrical-release";
    world.page.go(&world.site.address(address)).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.wait_for_state("ready").await?;
    for (name, value) in [
        ("theme", Some("dark")),
        ("sections", Some("cast charts timeline")),
        ("spoilers", Some("show")),
        ("src", Some("ballerina.story.json")),
        ("utm_source", None),
    ] {
        assert_eq!(card.host().attr(name).await?.as_deref(), value, "{name}");
    }
    assert_eq!(card.sections().await?, ["cast", "charts", "timeline"]);
    assert_eq!(card.section().await?, "timeline", "the fragment wins");
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(world.page.js(scheme, vec![]).await?, json!("dark"), "the page around it follows");
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_wrong_parameter_is_said_once(world: World) -> Outcome {
    world
        .page
        .go(&world
            .site
            .address("card/ballerina.html?theme=%20pink&heading-level=%22%3E%3Cb%3E#nothing/else"))
        .await?;
    let card = Card::nth(&world.page, 0).await?;
    card.come_alive().await?;
    assert_eq!(card.section().await?, "overview");
    let said = world.page.console().await?;
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said.iter().any(|line| line.contains("theme") && line.contains("auto, light or dark")),
        "{said:?}"
    );
    Ok(())
}

pub(crate) async fn links_leave_the_frame(world: World) -> Outcome {
    framed(&world, HOST, FRAME).await?;
    show(&world, "sources").await?;
    world.page.enter_frame(0).await?;
    let card = Card::nth(&world.page, 0).await?;
    let script = "addEventListener('click', (event) => event.preventDefault());
        const link = root.querySelector('a[href^=http]');
        link.click();
        return [link.target, link.rel]";
    assert_eq!(card.js(script, Value::Null).await?, json!(["_blank", "noopener"]));
    world.page.leave_frame().await
}

/// A frame without an origin, of another site.
async fn sandboxed(world: &World, file: &str) -> Outcome {
    let address = world.site.address(file).replace("127.0.0.1", "localhost");
    let frame = format!(
        r#"<iframe sandbox="allow-scripts" src="{address}" width="600" height="500"></iframe>"#
    );
    world.open_with(HOST, &frame).await
}

/// Waits until the frame is higher or lower than it was made.
async fn followed(world: &World) -> Outcome {
    let script = "return document.querySelector('iframe').clientHeight !== 500";
    world.page.until("a frame that is followed", script, vec![]).await.map(drop)
}

pub(crate) async fn a_sandboxed_frame_works_where_its_host_allows_it(world: World) -> Outcome {
    world.site.header("Access-Control-Allow-Origin", "*");
    sandboxed(&world, "card/ballerina.html?theme=dark").await?;
    inside(&world, 0, "ready").await?;
    followed(&world).await
}

pub(crate) async fn a_sandboxed_frame_without_permission_shows_the_static_card(
    world: World,
) -> Outcome {
    sandboxed(&world, "card/ballerina.html?theme=dark").await?;
    followed(&world).await?;
    world.page.enter_frame(0).await?;
    let script = "const card = document.querySelector('story-card');
        return ['state' in card, card.getAttribute('theme'), card.innerText.includes('film of her own'), card.offsetHeight > 300]";
    assert_eq!(world.page.js(script, vec![]).await?, json!([false, "dark", true, true]));
    world.page.leave_frame().await
}

pub(crate) async fn the_offline_file_framed_needs_no_header(world: World) -> Outcome {
    sandboxed(&world, "card/ballerina.offline.html#ballerina/charts").await?;
    inside(&world, 0, "ready").await?;
    followed(&world).await?;
    world.page.enter_frame(0).await?;
    assert_eq!(Card::nth(&world.page, 0).await?.section().await?, "charts");
    world.page.leave_frame().await?;
    let asked = world.site.requests();
    assert!(
        !asked.iter().any(|path| path.contains(".wasm") || path.contains(".json")),
        "{asked:?}"
    );
    Ok(())
}

pub(crate) async fn a_page_of_its_own_has_margins(world: World) -> Outcome {
    world.page.go(&world.site.address("card/ballerina.html")).await?;
    // As in `takeover::nothing_moves`: a line may come in two parts.
    let (coming, moved) = world.page.shift_while_coming().await?;
    assert!(coming < 0.01, "while the page came: {coming} {moved}");
    let card = Card::nth(&world.page, 0).await?;
    card.come_alive().await?;
    let script = "const box = document.querySelector('story-card').getBoundingClientRect();
        return [box.left > 16, Math.round(box.left + box.right) === document.documentElement.clientWidth, box.width < 800]";
    assert_eq!(world.page.js(script, vec![]).await?, json!([true, true, true]), "in the middle");
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    let (shift, what) = world.page.layout_shift().await?;
    assert!(shift < 0.001, "{shift}: {what}");
    Ok(())
}

pub(crate) async fn the_framed_page_passes_a_strict_policy(world: World) -> Outcome {
    world.site.header(
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'",
    );
    world.page.go(&world.site.address("card/ballerina.html?theme=light")).await?;
    Card::nth(&world.page, 0).await?.come_alive().await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}
