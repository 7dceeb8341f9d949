//! A card, not a page: how high it is, what unfolds, and sources that come to the reader.

use serde_json::{Value, json};
use story_card::story::MessageKey;
use thirtyfour::Key;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{BUNDLED, CARD, World, card_of, containing},
};

/// A post without margins, so that the card is as wide as the window.
const BARE: &str = "<style>body { margin: 0 }</style>";

/// The story with every list twice as long.
fn doubled() -> Outcome<Value> {
    let mut story = stories::bundled()?;
    let twice = |list: &mut Value| {
        let Some(items) = list.as_array_mut() else { return };
        let mut more = items.clone();
        for item in &mut more {
            let id = item["id"].as_str().unwrap_or_default().to_owned();
            item["id"] = json!(format!("{id}-too"));
        }
        items.extend(more);
    };
    for list in ["cast", "faq", "outcomes", "disputes", "charts", "sources"] {
        twice(&mut story[list]);
    }
    twice(&mut story["timeline"]["events"]);
    twice(&mut story["overview"]["facts"]);
    twice(&mut story["overview"]["figures"]);
    twice(&mut story["trivia"]["questions"]);
    Ok(story)
}

/// With more lanes than this each may add so many px.
const FEW_LANES: usize = 3;
const LANE: usize = 72;

pub(crate) async fn no_section_is_higher_than_a_glance(world: World) -> Outcome {
    world.site.page("posts/doubled.story.json", &doubled()?.to_string());
    let double = CARD.replace("../card/ballerina", "doubled");
    let mut high = Vec::new();
    // Width of the card, height of its cover and of any other section. Where it is narrower, lines
    // are shorter.
    for (width, cover, section) in
        [(320, 1600, 1290), (360, 1400, 1150), (672, 1050, 900), (1000, 1150, 900)]
    {
        world.page.window(width, 900).await?;
        let mut cards = vec![(double.clone(), stories::bundled()?)];
        for (id, _) in BUNDLED {
            cards.push((card_of(id), stories::bundled_as(id)?));
        }
        for (tag, story) in cards {
            let lanes = story["timeline"]["lanes"].as_array().map_or(0, Vec::len);
            world.open_with(BARE, &tag).await?;
            let card = world.ready(0).await?;
            for name in card.sections().await? {
                assert!(card.show(&name).await?);
                let height = height(&card).await?;
                let most = match &*name {
                    "overview" => cover,
                    "timeline" => section + LANE * lanes.saturating_sub(FEW_LANES),
                    _ => section,
                };
                if height > most as f64 {
                    high.push(format!("{tag}, {name}, {width} px: {height} of {most} px"));
                }
            }
        }
        for (id, content) in BUNDLED {
            world.open_with(BARE, &containing("<story-card></story-card>", content)).await?;
            let height = height(&Card::nth(&world.page, 0).await?).await?;
            if height > cover as f64 {
                high.push(format!("static {id}, {width} px: {height} of {cover} px"));
            }
        }
    }
    assert_eq!(high, Vec::<String>::new());
    Ok(())
}

async fn height(card: &Card) -> Outcome<f64> {
    let height = card.js("return host.getBoundingClientRect().height", Value::Null).await?;
    height.as_f64().ok_or_else(|| "no height".into())
}

pub(crate) async fn the_covers_are_alike(world: World) -> Outcome {
    let script = "const card = root.querySelector('.sc-card') ?? host;
        return input.map((part) => card.querySelector(part).getBoundingClientRect())
            .map(({ left, top, height }) => [left, top, height].map((px) => Math.round(px)))";
    let parts = json!([
        ".sc-title",
        ".sc-tabs",
        ".sc-opening",
        ".sc-figures",
        ".sc-ways",
        ".sc-cover",
        ".sc-way-chart .sc-into",
        ".sc-way-strip",
        ".sc-facts",
        ".sc-more-facts",
        ".sc-parts",
        ".sc-foot",
    ]);
    for width in [320, 360, 672, 1000] {
        world.page.window(width, 1500).await?;
        for (id, content) in BUNDLED {
            world.open_with(BARE, &containing(&card_of(id), content)).await?;
            let card = Card::nth(&world.page, 0).await?;
            world.page.settle().await?;
            let before = card.js(script, parts.clone()).await?;
            card.come_alive().await?;
            assert_eq!(before, card.js(script, parts.clone()).await?, "{id}, {width} px");
        }
    }
    Ok(())
}

pub(crate) async fn lists_show_the_rest_in_place(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"section="disputes" seed"#)).await?;
    let story = stories::bundled()?;
    let count = stories::items(&story, "disputes").len();
    let rows = "return root.querySelectorAll('.sc-entries > li').length";
    let shown = card.js(rows, Value::Null).await?.as_u64().unwrap_or_default();
    assert!(shown < count as u64 && shown >= 3, "{shown} of {count}");
    card.press(&MessageKey::ListAll.english().replace("{n}", &count.to_string())).await?;
    card.until_is("rows", rows, Value::Null, &json!(count)).await?;
    // The reader goes on at the first that has come.
    let at = "return [...root.querySelectorAll('.sc-entries > li')].indexOf(root.activeElement)";
    card.until_is("the focus", at, Value::Null, &json!(shown)).await
}

pub(crate) async fn entries_unfold_and_stay_as_they_were_left(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"section="faq" seed"#)).await?;
    let open = "return [...root.querySelectorAll('.sc-entry')].map((entry) => entry.open)
        .flatMap((open, at) => open ? [at] : [])";
    assert_eq!(card.js(open, Value::Null).await?, json!([0]), "the first is open");
    let press = "root.querySelectorAll('.sc-entry > summary')[input].click()";
    card.js(press, json!(2)).await?;
    card.js(press, json!(0)).await?;
    world.page.settle().await?;
    card.open("cast").await?;
    card.open("faq").await?;
    card.until_is("open", open, Value::Null, &json!([2])).await?;
    card.press(MessageKey::ListExpand.english()).await?;
    let story = stories::bundled()?;
    let all = stories::items(&story, "faq");
    let folded = all.iter().filter(|item| item["spoiler"] == true).count();
    let count = "return root.querySelectorAll('.sc-entry[open]').length";
    card.until_is("open", count, Value::Null, &json!(all.len() - folded)).await?;
    card.press(MessageKey::ListCollapse.english()).await
}

pub(crate) async fn a_link_unfolds_what_it_leads_to(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let story = stories::bundled()?;
    for section in ["faq", "disputes", "outcomes", "timeline", "sources"] {
        let items = stories::items(&story, section);
        let open = items.iter().rfind(|item| item["spoiler"] != true).ok_or("no item")?;
        let id = open["id"].as_str().unwrap_or_default();
        assert!(card.show(&format!("{section}/{id}")).await?);
        let script = "const item = root.querySelector(`[id$='-${input[0]}-${input[1]}']`);
            const { top, bottom } = item.getBoundingClientRect();
            return item.querySelector('details').open && top < innerHeight && bottom > 0";
        let what = format!("{section}/{id} unfolded and in sight");
        card.until(&what, script, json!([section, id])).await?;
    }
    let charts = stories::items(&story, "charts");
    let last = charts.last().and_then(|chart| chart["id"].as_str()).ok_or("no chart")?;
    assert!(card.show(&format!("charts/{last}")).await?);
    let shown = "return [...root.querySelectorAll('.sc-choice')].findIndex((it) => it.matches('.sc-current'))";
    card.until_is("the chart", shown, Value::Null, &json!(charts.len() - 1)).await
}

pub(crate) async fn charts_are_chosen_by_their_question(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"section="charts" seed"#)).await?;
    let finding = "return root.querySelector('.sc-finding').innerText";
    let first = card.js(finding, Value::Null).await?;
    card.pick_chart(3).await?;
    let fourth = card.js(finding, Value::Null).await?;
    assert_ne!(first, fourth);
    assert_eq!(card.drawing_sizes().await?.len(), 1, "one chart is laid out");
    world.page.window(360, 740).await?;
    world.page.settle().await?;
    card.press(MessageKey::ChartPrevious.english()).await?;
    let value = "return [root.querySelector('.sc-chart-field select').value,
        root.querySelector('.sc-choice').checkVisibility()]";
    card.until_is("the field", value, Value::Null, &json!(["2", false])).await?;
    card.press(MessageKey::ChartNext.english()).await?;
    card.until_is("the finding", finding, Value::Null, &fourth).await?;
    // What was chosen in the field by hand does not stay chosen there.
    let choose = "const field = root.querySelector('.sc-chart-field select');
        field.value = input; field.dispatchEvent(new Event('change', { bubbles: true }))";
    card.js(choose, json!("2")).await?;
    world.page.settle().await?;
    card.press(MessageKey::ChartNext.english()).await?;
    card.press(MessageKey::ChartPrevious.english()).await?;
    card.press(MessageKey::ChartPrevious.english()).await?;
    card.until_is("the field", value, Value::Null, &json!(["1", false])).await
}

const PANEL_IS_OPEN: &str =
    "return root.querySelector('.sc-panel-of-sources').matches(':popover-open')";

pub(crate) async fn a_mark_shows_its_sources_where_it_stands(world: World) -> Outcome {
    for width in [360, 1024] {
        world.page.window(width, 700).await?;
        let card = world.card(CARD).await?;
        let mark = card.elements("return [root.querySelector('.sc-opening .sc-marks')]").await?;
        let mark = mark.into_iter().next().ok_or("no mark")?;
        mark.scroll_into_view().await?;
        let scrolled = world.page.js("return scrollY", vec![]).await?;
        mark.click().await?;
        world.page.settle().await?;
        let script = "const panel = root.querySelector('.sc-panel-of-sources');
            const mark = root.querySelector('.sc-opening .sc-marks').getBoundingClientRect();
            const card = root.querySelector('.sc-card').getBoundingClientRect();
            const { left, right, top } = panel.getBoundingClientRect();
            return { shown: panel.matches(':popover-open'), entries: panel.querySelectorAll('li').length,
                within: left >= card.left && right <= card.right,
                near: top >= mark.bottom - 1 && top - mark.bottom < 20,
                focus: root.activeElement === panel || panel.contains(root.activeElement) }";
        let right =
            json!({ "shown": true, "entries": 3, "within": true, "near": true, "focus": true });
        card.until_is(&format!("{width} px"), script, Value::Null, &right).await?;
        assert_eq!(world.page.js("return scrollY", vec![]).await?, scrolled, "nothing moves");
        world.page.press(Key::Escape).await?;
        let closed = "return [root.querySelector('.sc-panel-of-sources').matches(':popover-open'),
            root.activeElement?.className]";
        card.until_is("open, focus", closed, Value::Null, &json!([false, "sc-marks"])).await?;
        mark.click().await?;
        card.press(MessageKey::SourceClose.english()).await?;
        card.until_is("open, focus", closed, Value::Null, &json!([false, "sc-marks"])).await?;
        mark.click().await?;
        card.press(MessageKey::SourceRests.english()).await?;
        card.wait_for_section("sources").await?;
        card.until_is("open", PANEL_IS_OPEN, Value::Null, &json!(false)).await?;
    }
    Ok(())
}

pub(crate) async fn a_mark_closes_its_panel_and_another_takes_it(world: World) -> Outcome {
    world.page.window(1024, 900).await?;
    let card = world.card(&CARD.replace("seed", r#"section="faq" seed"#)).await?;
    card.press(MessageKey::ListExpand.english()).await?;
    let marks = card.elements("return [...root.querySelectorAll('.sc-entries .sc-marks')]").await?;
    // The panel stands below its mark, and not over the other.
    let [other, mark, ..] = &marks[..] else { return Err("too few marks".into()) };
    let shown = "const panel = root.querySelector('.sc-panel-of-sources');
        const at = [...root.querySelectorAll('.sc-entries .sc-marks')];
        const { bottom } = at[input].getBoundingClientRect();
        return [panel.matches(':popover-open'), Math.abs(panel.getBoundingClientRect().top - bottom) < 20,
            at.indexOf(root.activeElement)]";
    let focus =
        "return [...root.querySelectorAll('.sc-entries .sc-marks')].indexOf(root.activeElement)";
    mark.scroll_into_view().await?;
    for _ in 0..2 {
        mark.click().await?;
        card.until_is("shown", shown, json!(1), &json!([true, true, -1])).await?;
        world.page.settle().await?;
        mark.click().await?;
        // A second press closes it, and the focus is at the mark.
        card.until_is("open", PANEL_IS_OPEN, Value::Null, &json!(false)).await?;
        card.until_is("the focus", focus, Value::Null, &json!(1)).await?;
        world.page.settle().await?;
    }
    // By keys, from the mark.
    let press = "root.querySelectorAll('.sc-entries .sc-marks')[input].focus()";
    for is_open in [true, false, true] {
        card.js(press, json!(1)).await?;
        world.page.press(Key::Enter).await?;
        card.until_is("open", PANEL_IS_OPEN, Value::Null, &json!(is_open)).await?;
        world.page.settle().await?;
    }
    other.click().await?;
    card.until_is("another mark", shown, json!(0), &json!([true, true, -1])).await
}

pub(crate) async fn from_all_that_rests_on_a_source_there_is_a_way_back(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"section="disputes" seed"#)).await?;
    card.press(MessageKey::ListExpand.english()).await?;
    let mark = "const entry = root.querySelectorAll('.sc-entries > li')[4];
        entry.querySelector('.sc-marks').click(); return entry.id";
    let id = card.js(mark, Value::Null).await?;
    card.press(MessageKey::SourceRests.english()).await?;
    card.wait_for_section("sources").await?;
    card.press(MessageKey::SourceBack.english()).await?;
    card.wait_for_section("disputes").await?;
    card.until_is("the focus", "return root.activeElement?.id", Value::Null, &id).await
}

pub(crate) async fn a_list_in_groups_goes_on_at_what_has_come(world: World) -> Outcome {
    let mut story = stories::bundled()?;
    // No group stands together in the story's order.
    let people = story["cast"].as_array_mut().ok_or("no cast")?;
    for (place, person) in people.iter_mut().enumerate() {
        person["group"] = json!(if place % 2 == 0 { "Cast" } else { "Crew" });
        person["name"] = json!(format!("{} of a long name", person["name"].as_str().unwrap_or("")));
    }
    let count = people.len();
    world.site.page("posts/mixed.story.json", &story.to_string());
    let tag = r#"<story-card src="mixed.story.json" section="cast"></story-card>"#;
    let card = world.card(tag).await?;
    let rows = "return [...root.querySelectorAll('.sc-people > li')].map(({ id }) => id)";
    let before = card.js(rows, Value::Null).await?;
    let before = before.as_array().ok_or("no list")?;
    assert!(before.len() < count, "all are shown at once");
    card.press(&MessageKey::ListAll.english().replace("{n}", &count.to_string())).await?;
    let all = "return root.querySelectorAll('.sc-people > li').length";
    card.until_is("people", all, Value::Null, &json!(count)).await?;
    let after = card.js(rows, Value::Null).await?;
    let after = after.as_array().ok_or("no list")?;
    let first = after.iter().find(|id| !before.contains(id)).ok_or("nobody has come")?;
    card.until_is("the focus", "return root.activeElement?.id", Value::Null, first).await
}

pub(crate) async fn a_narrow_cover_lays_out_no_drawing(world: World) -> Outcome {
    let sizes =
        "return [...root.querySelectorAll('.sc-way canvas')].map((it) => it.getAttribute('width'))";
    for (width, is_laid_out) in [(360, false), (1000, true)] {
        world.page.window(width, 900).await?;
        let card = world.card(CARD).await?;
        if is_laid_out {
            let all = "return root.querySelectorAll('.sc-way canvas[width]').length === 2";
            card.until("two drawings", all, Value::Null).await?;
        }
        world.page.settle().await?;
        let sizes = card.js(sizes, Value::Null).await?;
        let sizes = sizes.as_array().ok_or("no list")?;
        assert_eq!(sizes.len(), 2);
        assert!(sizes.iter().all(|it| it.is_null() != is_laid_out), "{width} px: {sizes:?}");
    }
    Ok(())
}

pub(crate) async fn marks_are_large_enough_for_a_finger(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    let small = "return [...root.querySelectorAll('.sc-marks')].filter((mark) => mark.checkVisibility())
        .map((mark) => mark.getBoundingClientRect()).filter(({ width, height }) => width < 23.9 || height < 23.9).length";
    for section in card.sections().await? {
        card.open(&section).await?;
        card.unfold().await?;
        assert_eq!(card.js(small, Value::Null).await?, json!(0), "{section}");
    }
    Ok(())
}

pub(crate) async fn a_source_is_found_by_its_words(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"section="sources" seed"#)).await?;
    let field = card.elements("return [root.querySelector('.sc-find')]").await?;
    field.first().ok_or("no field")?.send_keys("wikiPEDIA").await?;
    let found = "return [...root.querySelectorAll('.sc-source')].every((row) => row.textContent.includes('ikipedia'))";
    card.until("what was looked for", found, Value::Null).await?;
    world.page.settle().await?;
    let rows = "return [...root.querySelectorAll('.sc-source')].map((row) => row.textContent)";
    let rows: Vec<String> = serde_json::from_value(card.js(rows, Value::Null).await?)?;
    assert!(rows.len() > 2 && rows.iter().all(|row| row.contains("ikipedia")), "{rows:?}");
    let told = MessageKey::ListFound.english().replace("{n}", &rows.len().to_string());
    card.until_says(&told).await?;
    let story = stories::bundled()?;
    // A link to another one finds it all the same.
    let all = stories::items(&story, "sources");
    let other = all.iter().find(|it| !it.to_string().to_lowercase().contains("wikipedia"));
    let other = other.and_then(|it| it["id"].as_str()).ok_or("all are Wikipedia's")?;
    assert!(card.show(&format!("sources/{other}")).await?);
    let there = "return root.querySelector(`[id$='-sources-${input}']`) !== null";
    card.until("the other source", there, json!(other)).await.map(drop)
}

pub(crate) async fn a_section_opens_without_moving_the_row(world: World) -> Outcome {
    world.page.window(1024, 600).await?;
    let card = world.card(CARD).await?;
    // As in a post with something above and below the card.
    let place = "document.body.style.paddingBlock = '100vh';
        root.querySelector('.sc-tabs').scrollIntoView({ block: 'center', behavior: 'instant' })";
    card.js(place, Value::Null).await?;
    let top = "return Math.round(root.querySelector('.sc-tabs').getBoundingClientRect().top)";
    let before = card.js(top, Value::Null).await?;
    for section in ["charts", "overview", "timeline"] {
        card.open(section).await?;
        assert_eq!(card.js(top, Value::Null).await?, before, "{section}");
    }
    Ok(())
}

pub(crate) async fn panels_and_menus_have_no_barrier(world: World) -> Outcome {
    world.page.window(360, 740).await?;
    let card = world.card(CARD).await?;
    card.js("root.querySelector('.sc-more').open = true", Value::Null).await?;
    assert_eq!(world.page.barriers().await?, Vec::<String>::new(), "more");
    let press =
        "root.querySelector('.sc-more').open = false; root.querySelector('.sc-marks').click()";
    card.js(press, Value::Null).await?;
    world.page.settle().await?;
    assert_eq!(world.page.barriers().await?, Vec::<String>::new(), "sources");
    Ok(())
}

pub(crate) async fn the_ways_in_lead_on_without_a_question(world: World) -> Outcome {
    let only = CARD.replace("seed", r#"sections="overview charts timeline" seed"#);
    for (way, section) in [(".sc-way-chart", "charts"), (".sc-way-strip", "timeline")] {
        let card = world.card(&only).await?;
        assert_eq!(card.options().await?, Vec::<String>::new(), "nothing is asked");
        let press = "root.querySelector(`${input} .sc-into button`).click()";
        card.js(press, json!(way)).await?;
        card.wait_for_section(section).await?;
    }
    Ok(())
}

pub(crate) async fn the_picked_event_leads_to_its_neighbours(world: World) -> Outcome {
    let card = world.card(&CARD.replace("seed", r#"section="timeline" seed"#)).await?;
    let title = "return root.querySelector('.sc-spot b').innerText";
    let first = card.js(title, Value::Null).await?;
    let on = "root.querySelector('.sc-step-on').focus(); root.querySelector('.sc-step-on').click()";
    card.js(on, Value::Null).await?;
    world.page.settle().await?;
    let other = "return root.querySelector('.sc-spot b').innerText !== input";
    card.until("another event", other, first.clone()).await?;
    card.js("root.querySelector('.sc-step-back').click()", Value::Null).await?;
    card.until_is("the event", title, Value::Null, &first).await?;
    world.page.settle().await?;
    // At the end of the lane the button stays, and the focus with it.
    for _ in 0..60 {
        card.js(on, Value::Null).await?;
    }
    let at = "const step = root.querySelector('.sc-step-on');
        return [step.ariaDisabled ?? step.getAttribute('aria-disabled'), root.activeElement === step]";
    card.until_is("disabled, focused", at, Value::Null, &json!(["true", true])).await
}
