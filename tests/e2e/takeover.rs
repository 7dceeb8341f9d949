//! How the live card takes over from the static one: without moving anything, and not from
//! under a reader's hands.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    static_quiz::press,
    stories,
    world::{CARD, STATIC, World, with_static},
};

const WASM: &str = "card/story-card-app_bg.wasm";
/// Enough to keep what follows far from the window.
const FAR: &str = r#"<p style="height: 6000px">A long paragraph.</p>"#;

/// What is shown of the static card: its words, as far as they are laid out.
async fn static_words(card: &Card) -> Outcome<String> {
    let script = "const page = host.querySelector('.sc-card');
        return page.checkVisibility() ? page.innerText : ''";
    Ok(card.js(script, Value::Null).await?.as_str().unwrap_or_default().to_owned())
}

/// Lets the runtime come, waits until everything is there, and says in what state the card is then.
pub(crate) async fn state_when_loaded(world: &World, card: &Card) -> Outcome<String> {
    world.site.release(WASM);
    let script = "return performance.getEntriesByType('resource').filter(({ name, responseEnd }) =>
        responseEnd > 0 && /story-card-app_bg\\.wasm|story\\.json/.test(name)).length >= 2";
    world.page.until("runtime and story", script, vec![]).await?;
    // The stage of the live card stands as soon as there is a card.
    card.until("a card in Rust", "return root.querySelector('.stage') !== null", Value::Null)
        .await?;
    world.page.settle().await?;
    card.state().await
}

pub(crate) async fn nothing_moves(world: World) -> Outcome {
    for width in [320, 768, 1280] {
        world.page.window(width, 1400).await?;
        world.site.hold(WASM);
        world.open(&with_static(CARD)).await?;
        let card = Card::nth(&world.page, 0).await?;
        let (coming, moved) = world.page.shift_while_coming().await?;
        // A line may come in two parts; whole columns that move are more than this.
        assert!(coming < 0.01, "while the page came: {coming} {moved} at {width} px");
        card.turn_to().await?;
        let script = "return [host, document.querySelector('main > p:last-child')].map((part) => {
            const { top, height, width } = part.getBoundingClientRect(); return [top, height, width].map((px) => Math.round(px * 8) / 8); })";
        card.until("a card that loads", "return host.state === 'loading'", Value::Null).await?;
        let before = card.js(script, Value::Null).await?;
        world.site.release(WASM);
        card.wait_for_state("ready").await?;
        assert_eq!(card.js(script, Value::Null).await?, before, "at {width} px");
        let (shift, moved) = world.page.layout_shift().await?;
        assert_eq!((shift, moved), (0.0, json!([])), "at {width} px");
        assert_eq!(static_words(&card).await?, "", "both are shown");
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn the_height_is_kept_until_the_reader_acts_or_the_width_changes(
    world: World,
) -> Outcome {
    world.page.window(1000, 900).await?;
    let height = "return host.getBoundingClientRect().height";
    let natural = "return root.querySelector('.sc-card').parentNode.style.minBlockSize === ''";
    for release in ["click", "key", "width"] {
        world.open(&with_static(CARD)).await?;
        let card = world.turned_to(0).await?;
        let held = card.js(height, Value::Null).await?;
        card.show("faq").await?;
        card.show("overview").await?;
        assert_eq!(card.js(height, Value::Null).await?, held, "the page's own wish is no action");
        assert_eq!(card.js(natural, Value::Null).await?, json!(false));
        match release {
            "click" => card.tab("overview").await?.click().await?,
            "key" => {
                card.focus_tab().await?;
                world.page.press(thirtyfour::Key::Home).await?;
            }
            _ => world.page.window(900, 900).await?,
        }
        card.until(release, natural, Value::Null).await?;
    }
    Ok(())
}

pub(crate) async fn a_card_in_use_is_left_alone_until_a_link_is_pressed(world: World) -> Outcome {
    let uses = [
        ("answered", "host.querySelector('.sc-cover .sc-try').open = true"),
        ("unfolded", "host.querySelectorAll('details.sc-part')[2].open = true"),
        ("focused", "host.querySelector('.sc-cover summary').focus()"),
        (
            "read further down",
            "document.body.style.minHeight = '300vh'; scrollTo(0, host.offsetTop + innerHeight / 2)",
        ),
    ];
    for (how, use_it) in uses {
        world.site.hold(WASM);
        world.open(&with_static(CARD)).await?;
        let card = Card::nth(&world.page, 0).await?;
        card.js(use_it, Value::Null).await?;
        card.turn_to().await?;
        assert_eq!(state_when_loaded(&world, &card).await?, "loading", "{how}");
        assert!(static_words(&card).await?.contains("Sources"), "{how}");
        assert_eq!(world.page.details("story-ready").await?, Vec::<Value>::new(), "{how}");
        // Text is no link, and may be selected; a fold opens by itself.
        press(&world, &card, ".sc-opening").await?;
        assert_eq!(card.state().await?, "loading", "{how}: a click on text");
        press(&world, &card, ".sc-part:has(#sc-ballerina-disputes) > summary").await?;
        let unfolded = static_words(&card).await?;
        assert_eq!(card.state().await?, "loading", "{how}: a fold is opened");
        press(&world, &card, ".sc-tabs [href$=-faq]").await?;
        card.wait_for_state("ready").await?;
        card.wait_for_section("faq").await?;
        assert!(!unfolded.is_empty());
        until_focus_is(&card, "sc-ballerina-tab-faq").await?;
        world.page.told("story-ready", 1).await?;
        in_sight(&card, ".sc-tab[aria-current]").await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn what_is_unfolded_stays_unfolded(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    // In the order in which a reader would: the section, then what is in it.
    let unfold = "for (const place of ['disputes', 'charts', 'timeline', 'cast']) {
            host.querySelector(`.sc-part:has(> #sc-ballerina-${place})`).open = true;
        }
        const open = (fold) => (fold.open = true);
        open(host.querySelector('.sc-more-facts'));
        open(host.querySelectorAll('#sc-ballerina-disputes .sc-entry')[2]);
        open(host.querySelector('#sc-ballerina-charts-franchise-gross .sc-table'));
        open(host.querySelectorAll('.sc-stretches > .sc-entry')[1]);
        open(host.querySelector('#sc-ballerina-timeline .sc-spoiler'));
        open(host.querySelectorAll('#sc-ballerina-cast .sc-entry')[3]);";
    card.js(unfold, Value::Null).await?;
    card.turn_to().await?;
    assert_eq!(state_when_loaded(&world, &card).await?, "loading", "the card is in use");
    press(&world, &card, ".sc-tabs [href$=-disputes]").await?;
    card.wait_for_state("ready").await?;
    let is_open = "return root.querySelectorAll(input[0])[input[1]]?.open";
    for (section, fold, nth) in [
        ("disputes", ".sc-entry", 2),
        ("overview", ".sc-more-facts", 0),
        ("charts", ".sc-table", 0),
        ("timeline", ".sc-stretches > .sc-entry", 1),
        ("cast", ".sc-entry", 3),
    ] {
        assert!(card.show(section).await?);
        card.until(&format!("{fold} of {section}"), is_open, json!([fold, nth])).await?;
    }
    assert!(card.show("disputes").await?);
    let other = json!([".sc-entry", 1]);
    card.until_is("and nothing else", is_open, other, &json!(false)).await?;
    // All events are listed, to count those that are folded.
    card.show("timeline").await?;
    let listed =
        "for (const fold of root.querySelectorAll('.sc-stretches > .sc-entry')) fold.open = true";
    card.js(listed, Value::Null).await?;
    let folded = "return root.querySelectorAll('.sc-stretches .sc-folded').length";
    let story = stories::bundled()?;
    let all = stories::items(&story, "timeline");
    let all = all.iter().filter(|event| event["spoiler"] == true).count();
    let what = format!("spoilers, when one of {all} was unfolded");
    card.until_is(&what, folded, Value::Null, &json!(all - 1)).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Waits until the element with this id has the focus.
async fn until_focus_is(card: &Card, id: &str) -> Outcome {
    let script = "return root.activeElement?.id ?? ''";
    card.until_is("the focus", script, Value::Null, &json!(id)).await
}

/// Waits until what a selector finds in the live card is in the window.
async fn in_sight(card: &Card, selector: &str) -> Outcome {
    let script = "const { top, bottom } = root.querySelector(input).getBoundingClientRect();
        return bottom > 0 && top < innerHeight || [top, bottom, innerHeight]";
    card.until_is(&format!("{selector} in sight"), script, json!(selector), &json!(true)).await
}

pub(crate) async fn a_click_before_the_runtime_counts(world: World) -> Outcome {
    // What is pressed, and what is then open: a link in the row of sections, the way to the next
    // question, a link to a source.
    let cases = [
        (".sc-tabs [href$=-cast]", "cast", None),
        ("#sc-ballerina-trivia-q-ballet .sc-button", "trivia", Some("question")),
        (
            "#sc-ballerina-overview a[href$=-sources-streaming-feature]",
            "sources",
            Some("sources-streaming-feature"),
        ),
    ];
    for (selector, section, item) in cases {
        world.site.hold(WASM);
        world.open(&with_static(&CARD.replace("seed", r#"loading="lazy" seed"#))).await?;
        let card = Card::nth(&world.page, 0).await?;
        if section == "trivia" {
            card.js("host.querySelector('.sc-try').open = true", Value::Null).await?;
        }
        press(&world, &card, selector).await?;
        assert_eq!(card.state().await?, "loading", "{selector}: pressed too late");
        world.site.release(WASM);
        card.wait_for_state("ready").await?;
        card.wait_for_section(section).await?;
        let wanted = format!("sc-ballerina-{}", item.map_or(format!("tab-{section}"), Into::into));
        until_focus_is(&card, &wanted).await?;
        in_sight(&card, &format!("#{wanted}")).await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_click_far_from_the_window_starts_the_card(world: World) -> Outcome {
    world.open(&format!("{FAR}{}", with_static(CARD))).await?;
    let card = Card::nth(&world.page, 0).await?;
    // As assistive technology presses what is not in the window.
    card.js("host.querySelector('[href=\"#sc-ballerina-faq\"]').click()", Value::Null).await?;
    card.wait_for_state("ready").await?;
    assert_eq!(card.section().await?, "faq");
    Ok(())
}

pub(crate) async fn the_name_of_a_spoiler_leads_to_its_section(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    let link = "const spoiler = host.querySelector('[id^=sc-ballerina-timeline-_]').id;
        const link = host.querySelector('.sc-tab'); link.hash = spoiler; link.click()";
    card.until("a loader", "return host.state !== undefined", Value::Null).await?;
    card.js(link, Value::Null).await?;
    world.site.release(WASM);
    card.wait_for_state("ready").await?;
    assert_eq!(card.section().await?, "timeline");
    Ok(())
}

pub(crate) async fn the_page_may_ask_for_the_live_card_at_any_time(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.querySelector('.sc-cover summary').focus()", Value::Null).await?;
    assert_eq!(state_when_loaded(&world, &card).await?, "loading");
    assert!(card.show("timeline").await?);
    assert_eq!((card.state().await?, card.section().await?), ("ready".into(), "timeline".into()));
    Ok(())
}

pub(crate) async fn a_waiting_card_shows_the_latest_story(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.querySelector('.sc-cover summary').focus()", Value::Null).await?;
    assert_eq!(state_when_loaded(&world, &card).await?, "loading");
    card.js("host.setAttribute('src', '../stories/minimal.story.json')", Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(card.state().await?, "loading", "the reader is still in it");
    press(&world, &card, ".sc-tab").await?;
    card.wait_for_state("ready").await?;
    card.until_says("The Skerry Light").await
}

pub(crate) async fn links_to_elsewhere_are_left_alone(world: World) -> Outcome {
    world.site.page("posts/other.html", "<!doctype html><head></head><title>Other</title>");
    world.site.hold(WASM);
    let link = r#"<p><a id="elsewhere" href="other.html">Elsewhere</a></p></story-card>"#;
    world.open(&with_static(CARD).replace("</story-card>", link)).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.js("host.querySelector('.sc-cover summary').focus()", Value::Null).await?;
    assert_eq!(state_when_loaded(&world, &card).await?, "loading");
    // The page goes away with the click.
    let link = card.elements("return [document.getElementById('elsewhere')]").await?;
    link.first().ok_or("no link")?.click().await?;
    world.page.until("the other page", "return document.title === 'Other'", vec![]).await?;
    Ok(())
}

pub(crate) async fn paper_gets_the_static_card(world: World) -> Outcome {
    world.open(&format!("{}{CARD}", with_static(CARD))).await?;
    let cards = [world.turned_to(0).await?, {
        Card::nth(&world.page, 1).await?.scroll_to().await?;
        world.ready(1).await?
    }];
    let script = "const live = root.querySelector('.sc-card');
        return [host.querySelector('.sc-card')?.checkVisibility() ?? false, live.checkVisibility()]";
    let seen = async |n: usize| cards[n].js(script, Value::Null).await;
    assert_eq!((seen(0).await?, seen(1).await?), (json!([false, true]), json!([false, true])));
    world.page.preview_print(true).await?;
    world.page.settle().await?;
    let on_paper = (seen(0).await?, seen(1).await?);
    world.page.preview_print(false).await?;
    assert_eq!(
        on_paper,
        (json!([true, false]), json!([false, true])),
        "without one, the live card"
    );
    assert_eq!(seen(0).await?, json!([false, true]));
    Ok(())
}

pub(crate) async fn without_scripts_every_word_is_there(world: World) -> Outcome {
    world.site.fail("card/story-card.js", 404);
    world.open(&with_static(CARD)).await?;
    let card = Card::nth(&world.page, 0).await?;
    let text = static_words(&card).await?;
    assert!(text.contains("Overview") && text.contains("Sources"), "{text}");
    press(&world, &card, ".sc-part:has(#sc-ballerina-faq) > summary").await?;
    let unfolded = static_words(&card).await?;
    assert!(unfolded.len() > text.len() + 500, "it does not unfold");
    assert!(STATIC.len() > 100_000, "the static card holds the whole story");
    Ok(())
}

pub(crate) async fn on_paper_nothing_is_folded_and_answers_come_last(world: World) -> Outcome {
    world.site.fail("card/story-card.js", 404);
    world.open(&with_static(CARD)).await?;
    world.page.preview_print(true).await?;
    world.page.settle().await?;
    // Spoilers stay folded; the question on the cover has its answer there; what is said to who picks
    // an option is no answer.
    let script = "const isLeftOut = (part) => part.closest('.sc-spoiler:not([open]), .sc-cover, .sc-try');
        const printed = (parts) => [...document.querySelectorAll(parts)].filter((part) => !isLeftOut(part));
        const boxes = (parts) => printed(parts).map((part) => part.getBoundingClientRect());
        const questions = boxes('.sc-asked .sc-question'), answers = boxes('.sc-why > :not(summary, .sc-row, .sc-see)');
        const sources = boxes('.sc-source');
        const links = [...document.querySelectorAll('.sc-source a[href^=http]')];
        const isAbove = (ones, others) => Math.max(...ones.map(({ bottom }) => bottom)) <= Math.min(...others.map(({ top }) => top)) + 1;
        // A section has two columns.
        const inOneColumn = (boxes) => boxes.map(({ left, top, bottom }) => [top, bottom].map((px) => px + (left > innerWidth / 2) * 1e6))
            .map(([top, bottom]) => ({ top, bottom }));
        return {
            folded: printed('.sc-card details:not(.sc-more) > :not(summary, .sc-row, .sc-see, .sc-related)')
                .filter((part) => getComputedStyle(part).display !== 'contents' && !part.checkVisibility()).length,
            flat: [questions, answers, sources].map((boxes) => boxes.filter(({ height }) => height < 8).length),
            answersLast: questions.length > 20 && answers.length > 20 && isAbove(inOneColumn(questions), inOneColumn(answers)),
            sourcesLast: sources.length > 50 && isAbove(answers, sources),
            addresses: links.length > 50 && links.every((link) => getComputedStyle(link, '::after').content.match(/http|href/)),
            inOrder: answers.every(({ top }, at) => at === 0 || top >= answers[at - 1].top),
        }";
    let printed = world.page.js(script, vec![]).await?;
    world.page.preview_print(false).await?;
    let right = json!({ "folded": 0, "flat": [0, 0, 0], "answersLast": true, "sourcesLast": true,
        "addresses": true, "inOrder": true });
    assert_eq!(printed, right);
    Ok(())
}
