//! The quiz of the static card: played without a script, and taken over by the live card.

use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::{
    Outcome,
    card::Card,
    engine::Engine,
    takeover::state_when_loaded,
    world::{World, with_static},
};

const WASM: &str = "card/story-card-app_bg.wasm";
/// A card whose round the page does not fix.
const FREE: &str = r#"<story-card src="../card/ballerina.story.json"></story-card>"#;
const COVER: &str = ".sc-cover";
const SEVERAL: &str = ".sc-asked:has(#sc-ballerina-trivia-q-director)";

/// What one sees of a question of the static card: the words shown of each option, what can be
/// reached with Tab, and whether the reason is told.
async fn seen(card: &Card, question: &str) -> Outcome<Value> {
    let script = "const question = host.querySelector(input);
        const options = [...question.querySelectorAll('.sc-try')];
        const isSeen = (part) => part.checkVisibility({ visibilityProperty: true });
        return {
            words: options.every((option) => isSeen(option.querySelector('summary > span'))),
            verdicts: options.filter((option) => isSeen(option.querySelector('.sc-say')))
                .map((option) => [option.dataset.id, option.querySelector('.sc-say').textContent]),
            open: options.filter((option) => isSeen(option.querySelector('summary'))).length,
            told: isSeen(question.querySelector('.sc-why > p')),
        }";
    card.js(script, json!(question)).await
}

/// The element of an option.
async fn option(card: &Card, question: &str, id: &str) -> Outcome<WebElement> {
    let script = format!("return [host.querySelector('{question} [data-id={id}] > summary')]");
    Ok(card.elements(&script).await?.into_iter().next().ok_or("there is no such option")?)
}

/// Presses an element of the static card, brought into the window if it is not.
pub(crate) async fn press(world: &World, card: &Card, selector: &str) -> Outcome {
    let script = "const pressed = host.querySelector(input);
        pressed.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { left, top, width, height } = pressed.getBoundingClientRect();
        return [left + width / 2, top + height / 2]";
    let place = card.js(script, json!(selector)).await?;
    let at = |n: usize| place[n].as_f64().ok_or_else(|| format!("{selector} is nowhere"));
    world.page.press_at((at(0)?, at(1)?)).await
}

async fn pick(world: &World, card: &Card, question: &str, id: &str) -> Outcome {
    press(world, card, &format!("{question} [data-id={id}] > summary")).await
}

/// Whether the engine opens what is not open, by style.
async fn tells_by_style(card: &Card) -> Outcome<bool> {
    let script = "return CSS.supports('selector(::details-content)')";
    Ok(card.js(script, Value::Null).await? == json!(true))
}

/// What a link has led to is unfolded.
const OPENED: &str =
    "return location.hash && host.querySelector(location.hash)?.closest('details').open";

/// A post whose card finds no loader.
async fn without_scripts(world: &World) -> Outcome<Card> {
    world.site.fail("card/story-card.js", 404);
    world.open(&with_static(FREE)).await?;
    Card::nth(&world.page, 0).await
}

pub(crate) async fn one_option_answers_and_locks_the_others(world: World) -> Outcome {
    let card = without_scripts(&world).await?;
    let told = tells_by_style(&card).await?;
    let untouched = json!({ "words": true, "verdicts": [], "open": 4, "told": false });
    assert_eq!(seen(&card, COVER).await?, untouched);
    pick(&world, &card, COVER, "sofia").await?;
    let verdicts = json!([["sofia", "\u{2715} Not right"]]);
    let wrong = json!({ "words": true, "verdicts": verdicts, "open": 1, "told": told });
    assert_eq!(seen(&card, COVER).await?, wrong);
    // What is locked does nothing.
    let script = "const locked = host.querySelector('[data-id=wick] span');
        locked.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { left, top, width, height } = locked.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.sc-try') === null";
    assert_eq!(card.js(script, Value::Null).await?, json!(true));
    Ok(())
}

pub(crate) async fn keys_answer_and_go_on(world: World) -> Outcome {
    let card = without_scripts(&world).await?;
    let told = tells_by_style(&card).await?;
    let focus = "host.querySelector('.sc-cover summary').focus()";
    card.js(focus, Value::Null).await?;
    world.page.press(Key::Enter).await?;
    world.page.settle().await?;
    assert_eq!(seen(&card, COVER).await?["open"], json!(1));
    let active = "return document.activeElement.closest('[data-id]')?.dataset.id
        ?? document.activeElement.textContent.trim()";
    let chosen = card.js(active, Value::Null).await?;
    let first = card.js("return host.querySelector('.sc-try').dataset.id", Value::Null).await?;
    assert_eq!(chosen, first, "the option that was chosen keeps the focus");
    if told && world.page.engine() != Engine::WebKit {
        world.page.press(Key::Tab).await?;
        assert_eq!(card.js(active, Value::Null).await?, json!("Next question"));
        world.page.press(Key::Enter).await?;
        card.until("the next question", OPENED, Value::Null).await?;
    }
    Ok(())
}

pub(crate) async fn a_finger_answers(world: World) -> Outcome {
    let card = without_scripts(&world).await?;
    world.page.tap(&option(&card, COVER, "wick").await?).await?;
    world.page.settle().await?;
    let verdicts = json!([["wick", "\u{2713} Right"]]);
    assert_eq!(seen(&card, COVER).await?["verdicts"], verdicts);
    let size = "return [...host.querySelectorAll('.sc-cover .sc-try')]
        .every((option) => option.getBoundingClientRect().height >= 44)";
    assert_eq!(card.js(size, Value::Null).await?, json!(true), "targets of 44 px");
    Ok(())
}

pub(crate) async fn several_are_told_one_by_one_and_why_with_the_last(world: World) -> Outcome {
    let card = without_scripts(&world).await?;
    let told = tells_by_style(&card).await?;
    let unfold = "host.querySelector('.sc-part').open = true; host.querySelector(input).querySelector('details').open = true";
    card.js(unfold, json!(SEVERAL)).await?;
    let right =
        "return [...host.querySelectorAll(`${input} .sc-key`)].map(({ dataset }) => dataset.id)";
    let right: Vec<String> = serde_json::from_value(card.js(right, json!(SEVERAL)).await?)?;
    let all = seen(&card, SEVERAL).await?["open"].clone();
    for (nth, id) in right.iter().enumerate() {
        pick(&world, &card, SEVERAL, id).await?;
        let seen = seen(&card, SEVERAL).await?;
        let is_last = nth + 1 == right.len();
        assert_eq!(seen["told"], json!(told && is_last), "{id}");
        assert_eq!(seen["open"], if is_last { json!(right.len()) } else { all.clone() });
        assert_eq!(seen["words"], json!(true));
    }
    Ok(())
}

/// Plays two questions in the static card while the runtime does not come: one is right, one wrong.
async fn played(world: &World) -> Outcome<Card> {
    world.page.window(700, 900).await?;
    world.site.hold(WASM);
    world.open(&with_static(FREE)).await?;
    world.page.shift_while_coming().await?;
    let card = Card::nth(&world.page, 0).await?;
    pick(world, &card, COVER, "wick").await?;
    card.js("host.querySelector('.sc-part').open = true", Value::Null).await?;
    let heroine = "#sc-ballerina-trivia-q-heroine";
    let unfold = format!("host.querySelector('.sc-asked:has({heroine}) details').open = true");
    card.js(&unfold, Value::Null).await?;
    let wrong = format!("return host.querySelector('{heroine} .sc-try:not(.sc-key)').dataset.id");
    let wrong = card.js(&wrong, Value::Null).await?;
    pick(world, &card, heroine, wrong.as_str().unwrap_or_default()).await?;
    assert_eq!(state_when_loaded(world, &card).await?, "loading", "answering never hands over");
    Ok(card)
}

/// What the page was told of so many answers: question, whether it was right, score, how many.
async fn answers(world: &World, count: usize) -> Outcome<Vec<Value>> {
    let told = world.page.told("story-answer", count).await?;
    let each =
        told.iter().map(|it| json!([it["question"], it["correct"], it["score"], it["answered"]]));
    Ok(each.collect())
}

pub(crate) async fn what_was_answered_counts_whichever_way_one_goes_on(world: World) -> Outcome {
    let ways = [
        ("#sc-ballerina-trivia-q-heroine .sc-button", "trivia"),
        (".sc-cover .sc-button", "trivia"),
        (".sc-tabs [href$=-charts]", "charts"),
        ("#sc-ballerina-overview .sc-mark", "sources"),
        ("", "timeline"),
    ];
    for (selector, section) in ways {
        let card = played(&world).await?;
        if selector.is_empty() {
            assert!(card.show("timeline").await?);
        } else {
            press(&world, &card, selector).await?;
        }
        card.wait_for_state("ready").await?;
        card.wait_for_section(section).await?;
        let told = [json!(["q-ballet", true, 1, 1]), json!(["q-heroine", false, 1, 2])];
        assert_eq!(answers(&world, 2).await?, told, "{selector}");
        card.open("trivia").await?;
        card.until_says("1 right so far").await?;
        // What one went to is shown: a question that was played as well, with its verdict.
        let place = if selector.starts_with(COVER) { "2 of " } else { "3 of " };
        if section == "trivia" {
            card.until_says(place).await?;
        }
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn what_is_pressed_keeps_its_place(world: World) -> Outcome {
    // What is pressed, what stands in its place afterwards, and before.
    let ways = [
        (".sc-tabs [href$=-charts]", "#sc-ballerina-tab-charts", ".sc-tabs [href$=-charts]"),
        (".sc-cover .sc-button", "#sc-ballerina-question", ".sc-cover .sc-prompt"),
        (
            "#sc-ballerina-trivia-q-heroine .sc-button",
            "#sc-ballerina-question",
            ".sc-asked:has(#sc-ballerina-trivia-q-heroine) summary",
        ),
    ];
    for (pressed, after, before) in ways {
        let card = played(&world).await?;
        // As in a post with something below the card.
        card.js("document.body.style.paddingBottom = '200vh'", Value::Null).await?;
        let stand = "const { top } = host.querySelector(input[0]).getBoundingClientRect();
            // The head of another section is less high: the page must have been scrolled.
            const block = input[1].startsWith('.sc-tabs') ? 'start' : 'center';
            host.querySelector(input[1]).scrollIntoView({ block, behavior: 'instant' });
            return top;";
        card.js(stand, json!([before, pressed])).await?;
        let top = "return Math.max(0, host.querySelector(input).getBoundingClientRect().top)";
        let place = card.js(top, json!(before)).await?.as_f64().unwrap_or_default();
        press(&world, &card, pressed).await?;
        card.wait_for_state("ready").await?;
        let stands = "const { top } = root.querySelector(input[0]).getBoundingClientRect();
            return Math.abs(top - input[1]) <= 1";
        let what = format!("{pressed}, {place} px before, at the same place");
        card.until(&what, stands, json!([after, place])).await?;
        let focused = "return '#' + root.activeElement?.id";
        card.until_is(pressed, focused, Value::Null, &json!(after)).await?;
        // Elsewhere boxes are compared, and what follows the card moves when a reader leaves what
        // was unfolded.
        if world.page.engine() == Engine::Chromium {
            let (shift, moved) = world.page.layout_shift().await?;
            assert_eq!((shift, moved), (0.0, json!([])), "{pressed}");
        }
    }
    Ok(())
}

pub(crate) async fn half_an_answer_is_a_selection(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(&with_static(FREE)).await?;
    let card = Card::nth(&world.page, 0).await?;
    let unfold = "host.querySelector('.sc-part').open = true; host.querySelector(input).querySelector('details').open = true;
        host.querySelector(`${input} .sc-key`).open = true";
    card.js(unfold, json!(SEVERAL)).await?;
    card.turn_to().await?;
    assert_eq!(state_when_loaded(&world, &card).await?, "loading");
    assert!(card.show("trivia").await?);
    let shown = "return [...root.querySelectorAll('input[type=checkbox]')].filter(({ checked, disabled }) => checked && !disabled).length";
    card.until_is("selected", shown, Value::Null, &json!(1)).await?;
    assert_eq!(answers(&world, 0).await?, Vec::<Value>::new());
    Ok(())
}

pub(crate) async fn a_round_that_the_page_fixes_takes_over_nothing(world: World) -> Outcome {
    world.site.hold(WASM);
    world.open(&with_static(&FREE.replace("src=", r#"seed="7" src="#))).await?;
    let card = Card::nth(&world.page, 0).await?;
    pick(&world, &card, COVER, "wick").await?;
    world.site.release(WASM);
    assert!(card.show("trivia").await?);
    assert_eq!(answers(&world, 0).await?, Vec::<Value>::new());
    card.until_says("1 of ").await
}

pub(crate) async fn it_goes_on_without_a_runtime_and_says_so_where_one_pressed(
    world: World,
) -> Outcome {
    world.site.fail(WASM, 404);
    world.open(&with_static(FREE)).await?;
    let card = Card::nth(&world.page, 0).await?;
    pick(&world, &card, COVER, "wick").await?;
    card.wait_for_state("failed").await?;
    assert_eq!(seen(&card, COVER).await?["verdicts"], json!([["wick", "\u{2713} Right"]]));
    press(&world, &card, ".sc-cover .sc-button").await?;
    let said = "return host.querySelector('.sc-cover .sc-button + [role=alert]')?.textContent";
    card.until("a word where it was pressed", said, Value::Null).await?;
    let words = json!("The live card cannot be loaded. Try again");
    assert_eq!(card.js(said, Value::Null).await?, words);
    // The link leads on without it.
    card.until("the next question", OPENED, Value::Null).await?;
    world.site.mend(WASM);
    press(&world, &card, ".sc-cover [role=alert] button").await?;
    card.wait_for_state("ready").await?;
    card.wait_for_section("trivia").await?;
    assert_eq!(answers(&world, 1).await?, [json!(["q-ballet", true, 1, 1])]);
    let left = "return host.querySelectorAll('[role=alert]').length";
    card.until_is("words that are not taken back", left, Value::Null, &json!(0)).await
}

/// What has been fetched of the runtime.
fn fetched(world: &World) -> usize {
    world.site.requests().iter().filter(|it| it.contains("?v=")).count()
}

pub(crate) async fn passing_by_fetches_nothing(world: World) -> Outcome {
    world.page.window(700, 800).await?;
    let body = format!("{}<p style=\"height: 4000px\">More.</p>", with_static(FREE));
    world.open(&body).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.until("a loader", "return host.state === 'static'", Value::Null).await?;
    for _ in 0..3 {
        if let Err(error) = world.page.wheel(card.host(), 400).await {
            assert_ne!(world.page.engine(), Engine::Chromium, "{error}");
            card.js("scrollBy(0, 400)", Value::Null).await?;
        }
        world.page.settle().await?;
    }
    if world.page.engine() == Engine::Chromium {
        card.js("scrollTo(0, 0)", Value::Null).await?;
        world.page.drag("touch", &[(300.0, 700.0), (300.0, 500.0), (300.0, 200.0)], false).await?;
        card.until("a page scrolled by a finger", "return scrollY > 0", Value::Null).await?;
    }
    assert_eq!((card.state().await?, fetched(&world)), ("static".into(), 0));
    Ok(())
}

pub(crate) async fn the_first_sign_of_a_reader_fetches_it(world: World) -> Outcome {
    for sign in ["mouse", "press", "focus", "key", "show"] {
        world.open(&with_static(FREE)).await?;
        let card = Card::nth(&world.page, 0).await?;
        card.until("a loader", "return host.state === 'static'", Value::Null).await?;
        match sign {
            "mouse" => {
                let path = [(20.0, 5.0), (200.0, 300.0), (210.0, 310.0)];
                world.page.hover(&path).await?;
            }
            "press" => press(&world, &card, ".sc-opening").await?,
            "focus" => {
                card.js("host.querySelector('a').focus()", Value::Null).await?;
            }
            "key" => {
                let key =
                    "host.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))";
                card.js(key, Value::Null).await?;
            }
            _ => assert!(card.show("faq").await?),
        }
        card.until(sign, "return host.state !== 'static'", Value::Null).await?;
    }
    Ok(())
}

pub(crate) async fn ten_cards_wait_and_share_one_runtime(world: World) -> Outcome {
    let small = r#"<story-card src="../card/ballerina.story.json"><article class="sc-card" data-story="ballerina">
        <div class="sc-panel" id="sc-ballerina-overview">A small static card.</div></article></story-card>"#;
    world.open(&small.repeat(10)).await?;
    let card = Card::nth(&world.page, 6).await?;
    card.until("a loader", "return host.state === 'static'", Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(fetched(&world), 0);
    card.turn_to().await?;
    card.wait_for_state("ready").await?;
    let states = "return [...document.querySelectorAll('story-card')].filter(({ state }) => state === 'static').length";
    assert_eq!(card.js(states, Value::Null).await?, json!(9));
    world.turned_to(2).await?;
    assert_eq!(world.site.count(WASM), 1);
    Ok(())
}

pub(crate) async fn what_is_not_in_the_static_card_comes_by_itself(world: World) -> Outcome {
    let cases = [
        r#"section="timeline" src="#,
        r#"sections="overview charts" src="#,
        r#"remember="on" src="#,
    ];
    for attribute in cases {
        world.open("").await?;
        let keep = "try { localStorage.setItem('story-card:ballerina', '{}') } catch {}";
        world.page.js(keep, vec![]).await?;
        world.open(&with_static(&FREE.replace("src=", attribute))).await?;
        world.ready(0).await?;
    }
    // The same sections say nothing new.
    world
        .open(&with_static(&FREE.replace("src=", r#"section="overview" remember="off" src="#)))
        .await?;
    let card = Card::nth(&world.page, 0).await?;
    card.until("a loader", "return host.state === 'static'", Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(card.state().await?, "static");
    Ok(())
}

pub(crate) async fn a_link_stays_in_its_own_card(world: World) -> Outcome {
    world.site.fail(WASM, 404);
    world.open(&with_static(FREE).repeat(2)).await?;
    let card = Card::nth(&world.page, 1).await?;
    press(&world, &card, ".sc-tabs [href$=-faq]").await?;
    let open = "return [...document.querySelectorAll('story-card')]
        .map((card) => card.querySelectorAll('.sc-part[open]').length)";
    card.until_is("open", open, Value::Null, &json!([0, 1])).await
}

pub(crate) async fn no_barrier_in_any_state(world: World) -> Outcome {
    let card = without_scripts(&world).await?;
    let mut barriers = world.page.barriers().await?;
    pick(&world, &card, COVER, "sofia").await?;
    let unfold = "host.querySelector('.sc-part').open = true;
        for (const fold of host.querySelectorAll('.sc-fold, .sc-asked .sc-try:first-of-type')) fold.open = true";
    card.js(unfold, Value::Null).await?;
    barriers.extend(world.page.barriers().await?);
    assert_eq!(barriers, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_form_around_the_card_does_no_harm(world: World) -> Outcome {
    world.site.fail("card/story-card.js", 404);
    let form =
        r#"<form action="elsewhere.html"><input name="mail"><button>Send</button>CARD</form>"#;
    world.open(&form.replace("CARD", &with_static(FREE))).await?;
    let card = Card::nth(&world.page, 0).await?;
    pick(&world, &card, COVER, "wick").await?;
    let answered = seen(&card, COVER).await?;
    assert_eq!(answered["verdicts"], json!([["wick", "\u{2713} Right"]]));
    let script = "const form = document.forms[0];
        form.reset();
        return [[...new FormData(form).keys()].join(), location.pathname.split('/').pop()]";
    assert_eq!(world.page.js(script, vec![]).await?, json!(["mail", "post.html"]));
    assert_eq!(seen(&card, COVER).await?, answered, "a reset takes nothing back");
    Ok(())
}

pub(crate) async fn what_a_filter_of_tags_leaves_can_be_played(world: World) -> Outcome {
    // What WordPress keeps of what an author without the right to raw HTML has written.
    let filter = "const tags = 'a article b br caption details div em figcaption figure footer h1 h2 h3 h4 h5 h6 header li nav ol p section span strong summary sup table tbody td th thead time tr ul'.split(' ');
        const names = 'aria-describedby aria-hidden aria-label aria-labelledby class datetime dir href id lang open rel role scope title'.split(' ');
        const post = document.querySelector('main');
        for (const part of [...post.querySelectorAll('*')].reverse()) {
            for (const { name } of [...part.attributes]) if (!names.includes(name) && !name.startsWith('data-')) part.removeAttribute(name);
            if (!tags.includes(part.localName)) part.replaceWith(...part.childNodes);
        }
        return document.querySelector('story-card')";
    world.site.fail("card/story-card.js", 404);
    world.open(&with_static(FREE)).await?;
    assert_eq!(world.page.js(filter, vec![]).await?, Value::Null);
    let script = "const question = document.querySelector('.sc-cover');
        const isSeen = (part) => part.checkVisibility({ visibilityProperty: true });
        const option = question.querySelector('[data-id=sofia]');
        const before = isSeen(option.querySelector('.sc-say'));
        option.querySelector('summary').click();
        const why = question.querySelector('.sc-why');
        why.querySelector('summary').click();
        return [before, isSeen(option.querySelector('.sc-say')), isSeen(why.querySelector('p'))]";
    assert_eq!(world.page.js(script, vec![]).await?, json!([false, true, true]));
    Ok(())
}

pub(crate) async fn options_stay_whole_at_200_percent(world: World) -> Outcome {
    world.page.window(320, 900).await?;
    let card = without_scripts(&world).await?;
    card.js("document.documentElement.style.fontSize = '200%'", Value::Null).await?;
    for id in ["sofia", "wick"] {
        if id == "sofia" {
            assert_eq!(card.outside().await?, Vec::<String>::new(), "nothing chosen");
        }
        pick(&world, &card, COVER, id).await?;
        assert_eq!(card.outside().await?, Vec::<String>::new(), "{id}");
    }
    let cut = "return [...host.querySelectorAll('.sc-cover summary')]
        .filter((line) => line.scrollWidth > line.clientWidth + 1 || line.scrollHeight > line.clientHeight + 1).length";
    assert_eq!(card.js(cut, Value::Null).await?, json!(0));
    Ok(())
}
