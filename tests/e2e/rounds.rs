//! A round beyond one sitting: shared, remembered, timed, left and come back to.

use serde_json::{Value, json};
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, EVERYTHING, MINIMAL, World},
};

/// The contract's policy; the page's own icon is a `data:` URL.
const STRICT: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";

/// The page's own script, before the card's: it stands in for what tests cannot have for real.
const STAND_INS: &str = "{
    const place = (object, name, value) => Object.defineProperty(object, name, { value, configurable: true });
    window.copied = []; window.shared = []; window.saved = []; window.revoked = []; window.ticks = [];
    const wish = new URLSearchParams(location.search);
    place(navigator, 'clipboard', wish.has('deaf') ? undefined
        : { writeText: async (text) => { if (wish.has('refuse')) throw new Error('no'); copied.push(text); } });
    place(navigator, 'canShare', wish.has('share') ? ({ text }) => typeof text === 'string' : undefined);
    place(navigator, 'share', wish.has('share') ? async ({ text }) => { shared.push(text); if (wish.get('share')) throw new DOMException('', wish.get('share')); } : undefined);
    URL.createObjectURL = ((make) => (blob) => { const href = make.call(URL, blob); saved.push({ blob, href }); return href; })(URL.createObjectURL);
    URL.revokeObjectURL = (href) => revoked.push(href);
    const { click } = HTMLElement.prototype;
    HTMLElement.prototype.click = function () { if (this.download) Object.assign(saved.at(-1), { file: this.download }); else click.call(this); };
    const { setTimeout, setInterval } = window;
    window.setTimeout = (task, time, ...rest) => setTimeout(task, time === 10000 ? 0 : time, ...rest);
    window.setInterval = (task, time, ...rest) => time === 1000 ? ticks.push(task) : setInterval(task, time, ...rest);
    window.clearInterval = ((clear) => (id) => { delete ticks[id - 1]; clear(id); })(window.clearInterval);
    if (wish.has('blocked')) Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
    if (wish.has('full')) Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
    if (wish.has('watched')) for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = () => { window.touched = true; return null; };
}";

/// Opens a post with stand-ins at `?wishes#hash`, with this card.
async fn open_at(world: &World, place: &str, tag: &str) -> Outcome {
    world.site.page("posts/stand-ins.js", STAND_INS);
    world.open_with(r#"<script src="stand-ins.js"></script>"#, tag).await?;
    world.page.go("about:blank").await?;
    world.page.go(&world.site.address(&format!("posts/post.html{place}"))).await
}

async fn card_at(world: &World, place: &str, tag: &str) -> Outcome<Card> {
    open_at(world, place, tag).await?;
    world.ready(0).await
}

/// A card with more attributes.
fn with(tag: &str, attributes: &str) -> String {
    tag.replace("seed=\"7\"", attributes)
}

/// At the result of a round of three skipped questions.
async fn result_at(world: &World, place: &str) -> Outcome<Card> {
    let card =
        card_at(world, place, &with(CARD, r#"seed="7" questions="3" section="trivia""#)).await?;
    skip_all(&card).await?;
    Ok(card)
}

async fn skip_all(card: &Card) -> Outcome {
    while card.count_buttons(MessageKey::QuizSkip.english()).await? > 0 {
        card.press(MessageKey::QuizSkip.english()).await?;
    }
    Ok(())
}

async fn page_says(world: &World, script: &str) -> Outcome<Value> {
    world.page.js(&format!("return {script}"), vec![]).await
}

/// A script that says what is said politely in the card.
const SAID: &str = "return [...root.querySelectorAll('[aria-live=polite]')].map((place) => place.textContent).join('')";

/// Waits until the card says this politely, and nothing else.
async fn until_said(card: &Card, words: &str) -> Outcome {
    card.until_is("said", SAID, Value::Null, &json!(words)).await
}

/// Waits until the card says this politely among other words.
async fn until_told_of(card: &Card, words: &str) -> Outcome {
    card.until(words, &format!("{SAID}.includes(input)"), json!(words)).await.map(drop)
}

/// What is said politely in the card.
async fn said(card: &Card) -> Outcome<String> {
    Ok(card.js(SAID, Value::Null).await?.as_str().unwrap_or_default().to_owned())
}

/// Waits until the element with this id has the focus.
async fn until_focus_is(card: &Card, id: &Value) -> Outcome {
    card.until_is("the focus", "return root.activeElement?.id", Value::Null, id).await
}

/// Waits until the reader is taken to the question.
async fn until_at_question(card: &Card) -> Outcome {
    let script = "return root.activeElement?.localName === 'legend'";
    card.until("the focus at the question", script, Value::Null).await.map(drop)
}

/// The ids of the questions of a finished round, in order.
async fn reviewed(card: &Card) -> Outcome<Value> {
    let script = "return [...root.querySelectorAll('.sc-reviewed')].map(({ id }) => id.replace('sc-ballerina-trivia-', ''))";
    card.js(script, Value::Null).await
}

// Sharing.

pub(crate) async fn a_result_is_copied_without_spoilers(world: World) -> Outcome {
    world.site.header("Content-Security-Policy", STRICT);
    let card = result_at(&world, "").await?;
    card.press(MessageKey::ShareCopy.english()).await?;
    until_said(&card, MessageKey::ShareCopied.english()).await?;
    let text = page_says(&world, "copied[0]").await?.as_str().unwrap_or_default().to_owned();
    let lines: Vec<&str> = text.lines().collect();
    let story = stories::bundled()?;
    assert_eq!(lines[0], story["title"].as_str().unwrap_or_default());
    assert!(lines[1].starts_with("0 of "), "{text}");
    assert_eq!(lines[2], "\u{2013}\u{2013}\u{2013}");
    let link = world.site.address("posts/post.html#ballerina/trivia?seed=7&questions=3");
    assert_eq!(lines[3..], [link.as_str()]);
    card.press(MessageKey::ShareLink.english()).await?;
    until_said(&card, MessageKey::ShareLinkCopied.english()).await?;
    assert_eq!(page_says(&world, "copied[1]").await?, json!(link));
    assert_eq!(
        card.count_buttons(MessageKey::ShareSend.english()).await?,
        0,
        "no share sheet here"
    );
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn without_a_clipboard_the_text_is_selected(world: World) -> Outcome {
    for place in ["?deaf", "?refuse"] {
        let card = result_at(&world, place).await?;
        for (name, end) in
            [(MessageKey::ShareCopy, "questions=3"), (MessageKey::ShareLink, "questions=3")]
        {
            card.press(name.english()).await?;
            let script = "const field = root.activeElement;
                return field?.localName === 'textarea' && field.readOnly
                    && field.value.slice(field.selectionStart, field.selectionEnd).endsWith(input)";
            card.until(&format!("{place}: a text that is selected"), script, json!(end)).await?;
            card.until_says(MessageKey::ShareTake.english()).await?;
        }
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn the_share_sheet_gets_the_text(world: World) -> Outcome {
    for (place, takes) in [("?share", false), ("?share=AbortError", false), ("?share=Other", true)]
    {
        let card = result_at(&world, place).await?;
        card.press(MessageKey::ShareSend.english()).await?;
        let text = world.page.until("what is shared", "return shared[0]", vec![]).await?;
        assert!(text.as_str().unwrap_or_default().contains("#ballerina/trivia?seed=7"), "{text}");
        if takes {
            card.until_says(MessageKey::ShareTake.english()).await?;
        }
        let shown = card.text().await?.contains(MessageKey::ShareTake.english());
        assert_eq!(shown, takes, "{place}");
        assert_eq!(said(&card).await?, "", "the sheet says it itself");
    }
    Ok(())
}

pub(crate) async fn a_picture_is_saved(world: World) -> Outcome {
    world.site.header("Content-Security-Policy", STRICT);
    let card = result_at(&world, "").await?;
    card.press(MessageKey::SharePicture.english()).await?;
    world.page.until("a picture", "return saved[0]?.file", vec![]).await?;
    assert_eq!(page_says(&world, "saved[0].file").await?, json!("ballerina-result.png"));
    let seen = saved_picture(&world).await?;
    assert_eq!(seen, json!(["image/png", 1280, true, [251, 249, 246, 255], true]));
    world.page.until("the blob let go", "return revoked[0] === saved[0].href", vec![]).await?;
    until_told_of(&card, "ballerina-result.png").await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Media type, width, whether it is high, the colour of its corner and whether much is drawn, of the
/// picture that was saved.
async fn saved_picture(world: &World) -> Outcome<Value> {
    let script = "const done = arguments[0];
        createImageBitmap(saved[0].blob).then((image) => {
            const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            const corner = [...data.slice(0, 4)];
            const colours = new Set();
            for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join());
            done([saved[0].blob.type, image.width, image.height > 500, corner, colours.size > 20]);
        }, (error) => done(String(error)));";
    world.page.js_later(script, vec![]).await
}

pub(crate) async fn a_chart_is_taken_along(world: World) -> Outcome {
    world.site.header("Content-Security-Policy", STRICT);
    let card = card_at(&world, "", &with(CARD, r#"section="charts/franchise-gross""#)).await?;
    card.wait_for_section("charts").await?;
    card.js("root.querySelector('.sc-export > summary').click()", Value::Null).await?;
    card.until("the ways", "return root.querySelector('.sc-export .sc-share')", Value::Null)
        .await?;
    card.press(MessageKey::ChartSaveValues.english()).await?;
    world.page.until("the values", "return saved[0]?.file", vec![]).await?;
    assert_eq!(page_says(&world, "saved[0].file").await?, json!("ballerina-franchise-gross.csv"));
    let read = "const done = arguments[0]; saved[0].blob.text().then((text) => done([saved[0].blob.type, text.split('\\n')[0], text.includes('John Wick')]));";
    let seen = world.page.js_later(read, vec![]).await?;
    assert_eq!(seen[0], json!("text/csv"));
    assert!(seen[1].as_str().is_some_and(|head| head.starts_with("label,detail,")), "{seen}");
    assert_eq!(seen[2], json!(true));
    until_told_of(&card, "ballerina-franchise-gross.csv").await?;
    world.page.js("saved.length = 0", vec![]).await?;
    card.press(MessageKey::SharePicture.english()).await?;
    world.page.until("a picture", "return saved[0]?.file", vec![]).await?;
    assert_eq!(page_says(&world, "saved[0].file").await?, json!("ballerina-franchise-gross.png"));
    let seen = saved_picture(&world).await?;
    assert_eq!(seen, json!(["image/png", 1280, true, [251, 249, 246, 255], true]));
    world.page.js("saved.length = 0", vec![]).await?;
    card.press(MessageKey::ChartSaveDrawing.english()).await?;
    world.page.until("a drawing", "return saved[0]?.file", vec![]).await?;
    assert_eq!(page_says(&world, "saved[0].file").await?, json!("ballerina-franchise-gross.svg"));
    let read = "const done = arguments[0]; saved[0].blob.text().then((text) => {
        const { documentElement: svg } = new DOMParser().parseFromString(text, 'image/svg+xml');
        const paper = svg.querySelector('rect, polygon, path');
        done([saved[0].blob.type, svg.tagName, svg.getAttribute('width'), paper.getAttribute('fill'), svg.textContent.includes('John Wick')]);
    });";
    let seen = world.page.js_later(read, vec![]).await?;
    assert_eq!(seen, json!(["image/svg+xml", "svg", "640", "#FBF9F6", true]));
    assert!(said(&card).await?.contains("ballerina-franchise-gross.svg"));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// The round that every engine, and the native test, must come to.
fn round_2025() -> Value {
    include_str!("../stories/round-2025.txt").lines().collect()
}

pub(crate) async fn a_link_opens_the_same_round_in_every_engine(world: World) -> Outcome {
    let far = format!(r#"<p style="height: 6000px">Far.</p>{CARD}"#);
    for tag in [CARD, &far, &with(CARD, r#"link="on" questions="2" spoilers="show" section="faq""#)]
    {
        let card = card_at(&world, "#ballerina/trivia?seed=2025&questions=6", tag).await?;
        card.wait_for_section("trivia").await?;
        let seen = "return root.querySelector('legend').getBoundingClientRect().top < innerHeight";
        card.until("the question in sight", seen, Value::Null).await?;
        skip_all(&card).await?;
        assert_eq!(reviewed(&card).await?, round_2025());
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_link_followed_in_the_page_opens_its_round(world: World) -> Outcome {
    let body = [CARD, MINIMAL, CARD].concat();
    let card = card_at(&world, "", &body).await?;
    let go = async |hash: &str| {
        world.page.js("location.hash = arguments[0]", vec![json!(hash)]).await?;
        world.page.settle().await
    };
    go("#ballerina/trivia?seed=2025&questions=6").await?;
    card.wait_for_section("trivia").await?;
    until_at_question(&card).await?;
    skip_all(&card).await?;
    assert_eq!(reviewed(&card).await?, round_2025());
    let hash = page_says(&world, "location.hash").await?;
    assert_eq!(hash, json!("#ballerina/trivia?seed=2025&questions=6"), "the URL is left alone");
    go("#elsewhere").await?;
    card.open("faq").await?;
    go("#ballerina/trivia?seed=2025&questions=6").await?;
    card.wait_for_section("trivia").await?;
    assert_eq!(reviewed(&card).await?, round_2025(), "it goes on where it was");
    let last = Card::nth(&world.page, 2).await?;
    last.scroll_to().await?;
    assert_eq!(world.ready(2).await?.section().await?, "overview", "the first card takes it");
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_page_of_its_own_follows_a_link(world: World) -> Outcome {
    let page = world.site.address("card/ballerina.html#ballerina/trivia?seed=2025&questions=6");
    world.page.go(&page).await?;
    let card = world.ready(0).await?;
    card.wait_for_section("trivia").await?;
    skip_all(&card).await?;
    assert_eq!(reviewed(&card).await?, round_2025());
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

// Remembering.

const KEPT: &str = "localStorage.getItem('story-card:minimal')";

/// [`MINIMAL`], remembered.
fn remembered() -> String {
    with(MINIMAL, r#"remember="on""#)
}

/// Loads the page again.
async fn reload(world: &World) -> Outcome<Card> {
    // A script must be through before its page goes.
    let reload = "window.isOld = true; setTimeout(() => location.reload())";
    world.page.js(reload, vec![]).await?;
    let script = "return !window.isOld && document.readyState === 'complete'";
    world.page.until("a new page", script, vec![]).await?;
    world.ready(0).await
}

pub(crate) async fn answers_and_place_survive_a_reload(world: World) -> Outcome {
    let card = card_at(&world, "", &remembered()).await?;
    assert!(card.text().await?.contains(MessageKey::FootStored.english()));
    card.open("charts").await?;
    card.open("trivia").await?;
    card.choose("Green").await?;
    let card = reload(&world).await?;
    assert_eq!(card.section().await?, "trivia");
    let verdict = MessageKey::QuizVerdictWrong.english().replace("{answer}", "Red");
    card.until_says(&verdict).await?;
    card.press(MessageKey::QuizFinish.english()).await?;
    card.press(MessageKey::QuizAgain.english()).await?;
    card.choose("Red").await?;
    card.press(MessageKey::QuizFinish.english()).await?;
    card.open("charts").await?;
    let card = reload(&world).await?;
    assert_eq!(card.section().await?, "charts");
    card.open("trivia").await?;
    card.until_says("Best round so far: 1 of 1 point").await?;
    assert_eq!(
        page_says(&world, "Object.keys(localStorage)").await?,
        json!(["story-card:minimal"])
    );
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn answers_are_forgotten_on_demand(world: World) -> Outcome {
    let card = card_at(&world, "", &remembered()).await?;
    card.choose("Green").await?;
    world.page.until("what is kept", &format!("return {KEPT}"), vec![]).await?;
    card.press(MessageKey::QuizForget.english()).await?;
    let kept = format!("return {KEPT}");
    world.page.until_is("kept", &kept, vec![], &Value::Null).await?;
    assert_eq!(card.options().await?.len(), 3, "a new round");
    until_at_question(&card).await?;
    let card = reload(&world).await?;
    assert_eq!(card.options().await?.len(), 3);
    Ok(())
}

pub(crate) async fn off_keeps_nothing(world: World) -> Outcome {
    for tag in [MINIMAL.to_owned(), with(MINIMAL, r#"remember="off""#)] {
        let card = card_at(&world, "?watched", &tag).await?;
        card.choose("Red").await?;
        card.press(MessageKey::QuizFinish.english()).await?;
        card.open("charts").await?;
        assert_eq!(page_says(&world, "window.touched ?? null").await?, Value::Null);
        assert_eq!(card.count_buttons(MessageKey::QuizForget.english()).await?, 0);
        assert!(card.text().await?.contains(MessageKey::FootPrivate.english()));
    }
    Ok(())
}

pub(crate) async fn a_storage_that_throws_is_not_noticed(world: World) -> Outcome {
    for place in ["?blocked", "?full"] {
        let card = card_at(&world, place, &remembered()).await?;
        card.choose("Red").await?;
        card.press(MessageKey::QuizForget.english()).await?;
        card.choose("Green").await?;
        card.press(MessageKey::QuizFinish.english()).await?;
        assert!(card.text().await?.contains(MessageKey::QuizResultHeading.english()));
        assert_eq!(world.page.console().await?, Vec::<String>::new(), "{place}");
    }
    Ok(())
}

pub(crate) async fn what_no_longer_fits_is_dropped(world: World) -> Outcome {
    let card = card_at(&world, "", &remembered()).await?;
    card.choose("Green").await?;
    for (kept, open) in [
        (
            r#"{"open":"cast","best":[3,1],"seed":1,"at":"gone","asked":[["gone",1,"red"],["colour",1,"blue"]]}"#,
            3,
        ),
        ("no JSON {{", 3),
        (r#"{"seed":1,"asked":[["colour",1,"red"]]}"#, 0),
    ] {
        let set = "localStorage.setItem('story-card:minimal', arguments[0])";
        world.page.js(set, vec![json!(kept)]).await?;
        let card = reload(&world).await?;
        assert_eq!((card.section().await?, card.options().await?.len()), ("trivia".into(), open));
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn two_cards_of_a_story_share_what_is_kept(world: World) -> Outcome {
    let first = card_at(&world, "", &remembered().repeat(2)).await?;
    let second = world.ready(1).await?;
    first.choose("Green").await?;
    let verdict = MessageKey::QuizVerdictWrong.english().replace("{answer}", "Red");
    second.until_says(&verdict).await?;
    second.press(MessageKey::QuizFinish.english()).await?;
    second.press(MessageKey::QuizRetry.english()).await?;
    let open = "return choices().length";
    first.until_is("options of a new round, for both", open, Value::Null, &json!(3)).await?;
    second.choose("Red").await?;
    let verdict = MessageKey::QuizVerdictRight.english();
    for card in [first, second] {
        card.until_says(verdict).await?;
    }
    reload(&world).await?;
    for place in [0, 1] {
        let card = world.ready(place).await?;
        card.until_says(verdict).await?;
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

// The timer.

/// A second passes.
async fn tick(world: &World) -> Outcome {
    world.page.js("ticks.forEach((tick) => tick())", vec![]).await?;
    world.page.settle().await
}

/// Waits until observers are told that the card is in the window, or that it is not.
async fn observed(world: &World, is_seen: bool) -> Outcome {
    let script = "const [seen, done] = arguments;
        const observer = new IntersectionObserver(([{ isIntersecting }]) => {
            if (isIntersecting === seen) setTimeout(done, 50);
        });
        observer.observe(document.querySelector('story-card'));";
    world.page.js_later(script, vec![json!(is_seen)]).await.map(drop)
}

/// [`MINIMAL`] with two seconds for its question.
async fn hurried(world: &World) -> Outcome<Card> {
    let mut story = stories::example("minimal")?;
    story["trivia"]["seconds"] = json!(2);
    world.site.page("posts/hurried.story.json", &story.to_string());
    let tag = r#"<story-card src="hurried.story.json"></story-card>"#;
    card_at(world, "", &format!(r#"{tag}<p style="height: 4000px">Far below.</p>"#)).await
}

fn left(seconds: u32) -> String {
    MessageKey::QuizTimeLeft.english().replace("{n}", &seconds.to_string())
}

pub(crate) async fn time_that_is_up_skips_the_question(world: World) -> Outcome {
    let card = hurried(&world).await?;
    assert_eq!(page_says(&world, "ticks.length").await?, json!(0), "off by default");
    card.press(MessageKey::QuizTimer.english()).await?;
    assert!(card.text().await?.contains(&left(2)));
    // A click does not focus a button everywhere.
    card.js("root.querySelector('[role=switch]').focus()", Value::Null).await?;
    tick(&world).await?;
    let shown = card.js("return [root.querySelector('.sc-time progress').value, root.querySelector('[role=switch]').ariaChecked ?? root.querySelector('[role=switch]').getAttribute('aria-checked')]", Value::Null).await?;
    assert_eq!(shown, json!([1, "true"]));
    assert!(card.text().await?.contains(&left(1)));
    tick(&world).await?;
    until_said(&card, MessageKey::QuizTimeUp.english()).await?;
    let verdict = MessageKey::QuizVerdictSkipped.english().replace("{answer}", "Red");
    card.until_says(&verdict).await?;
    until_focus_is(&card, &json!("sc-minimal-verdict")).await?;
    assert_eq!(page_says(&world, "ticks.filter(Boolean).length").await?, json!(0));
    card.press(MessageKey::QuizFinish.english()).await?;
    card.press(MessageKey::QuizReview.english()).await?;
    assert!(card.text().await?.contains(MessageKey::QuizSkipped.english()));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn the_timer_waits_and_can_be_switched_off(world: World) -> Outcome {
    let card = hurried(&world).await?;
    card.press(MessageKey::QuizTimer.english()).await?;
    world.page.js("scrollTo(0, 3500)", vec![]).await?;
    observed(&world, false).await?;
    tick(&world).await?;
    assert!(card.text().await?.contains(&left(2)), "nobody sees the card");
    card.scroll_to().await?;
    observed(&world, true).await?;
    tick(&world).await?;
    card.open("charts").await?;
    tick(&world).await?;
    card.open("trivia").await?;
    assert!(card.text().await?.contains(&left(1)), "nobody saw the question");
    card.press(MessageKey::QuizTimer.english()).await?;
    assert!(!card.text().await?.contains(&left(1)));
    tick(&world).await?;
    assert_eq!(card.options().await?.len(), 3, "no hurry any more");
    card.press(MessageKey::QuizTimer.english()).await?;
    assert!(card.text().await?.contains(&left(2)), "it begins anew");
    card.js("root.activeElement.blur()", Value::Null).await?;
    tick(&world).await?;
    tick(&world).await?;
    assert_eq!(card.focus().await?[0], json!(""), "focus elsewhere is left alone");
    until_said(&card, MessageKey::QuizTimeUp.english()).await
}

// There and back.

pub(crate) async fn there_is_a_way_back_to_the_question(world: World) -> Outcome {
    let tag = with(EVERYTHING, r#"seed="7" section="trivia" spoilers="show""#);
    let card = card_at(&world, "", &tag).await?;
    let story = stories::example("everything")?;
    let (see, back) =
        (stories::say(&story, MessageKey::SeeEvent), stories::say(&story, MessageKey::QuizBack));
    let see_event = "return [...root.querySelectorAll('.sc-reviewed .sc-see button')].find((link) => name(link).startsWith(input))";
    skip_all_of(&card, &story).await?;
    card.press(&stories::say(&story, MessageKey::QuizReview)).await?;
    let from = card.js(&format!("{see_event}.closest('li').id"), json!(see)).await?;
    card.js(&format!("{see_event}.click()"), json!(see)).await?;
    card.wait_for_section("timeline").await?;
    let at_event = "return root.activeElement?.id.includes('-timeline-')";
    card.until("the focus at the event", at_event, Value::Null).await?;
    card.press(&back).await?;
    card.wait_for_section("trivia").await?;
    // The same entry of the review.
    until_focus_is(&card, &from).await
}

async fn skip_all_of(card: &Card, story: &Value) -> Outcome {
    while card.count_buttons(&stories::say(story, MessageKey::QuizSkip)).await? > 0 {
        card.press(&stories::say(story, MessageKey::QuizSkip)).await?;
    }
    Ok(())
}

pub(crate) async fn a_verdict_is_found_again(world: World) -> Outcome {
    let card = card_at(&world, "", MINIMAL).await?;
    card.choose("Red").await?;
    let see = "[...root.querySelectorAll('.sc-see button')].find((link) => name(link).startsWith(input)).click()";
    card.js(see, json!(MessageKey::SeeEvent.english())).await?;
    card.wait_for_section("timeline").await?;
    assert_eq!(card.count_buttons(MessageKey::QuizBack.english()).await?, 1);
    card.press(MessageKey::QuizBack.english()).await?;
    card.wait_for_section("trivia").await?;
    until_focus_is(&card, &json!("sc-minimal-verdict")).await?;
    card.open("timeline").await?;
    assert_eq!(card.count_buttons(MessageKey::QuizBack.english()).await?, 0, "who came by the tab");
    Ok(())
}
