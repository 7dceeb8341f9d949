//! A card as its reader meets it: sections to open, things to press, words to read.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{
    Outcome,
    engine::Engine,
    page::{Page, Patience},
};

/// One `<story-card>` of a page.
pub(crate) struct Card {
    page: Page,
    host: WebElement,
}

impl Card {
    /// The `n`-th card of the page (from 0), in whatever state.
    pub(crate) async fn nth(page: &Page, n: usize) -> Outcome<Self> {
        let script = "return [...document.querySelectorAll('story-card')].slice(arguments[0])";
        let host = page.element(script, vec![json!(n)]).await?;
        let host = host.ok_or_else(|| format!("there is no card {n}"))?;
        Ok(Self { page: page.clone(), host })
    }

    /// Runs a script: `host` is the element, `root` its shadow root (or the element itself
    /// while it has none), `input` the argument.
    pub(crate) async fn js(&self, script: &str, input: Value) -> Outcome<Value> {
        self.page.js(&with_names(script), vec![self.host.to_json()?, input]).await
    }

    /// Waits until a script (as for [`Card::js`]) says something true.
    pub(crate) async fn until(&self, what: &str, script: &str, input: Value) -> Outcome<Value> {
        self.page.until(what, &with_names(script), vec![self.host.to_json()?, input]).await
    }

    /// Waits until a script (as for [`Card::js`]) gives this value.
    pub(crate) async fn until_is(
        &self,
        what: &str,
        script: &str,
        input: Value,
        wanted: &Value,
    ) -> Outcome {
        let arguments = vec![self.host.to_json()?, input];
        self.page.until_is(what, &with_names(script), arguments, wanted).await
    }

    /// Waits until the card says these words.
    pub(crate) async fn until_says(&self, words: &str) -> Outcome {
        let patience = Patience::new();
        loop {
            let text = self.text().await?;
            if text.contains(words) {
                return Ok(());
            }
            patience.wait(|| format!("{words:?} is not said: {text}")).await?;
        }
    }

    /// The first of the elements a script returns, once there is one.
    async fn element(&self, what: &str, script: &str, input: Value) -> Outcome<WebElement> {
        let arguments = vec![self.host.to_json()?, input.clone()];
        let (script, patience) = (with_names(script), Patience::new());
        let found = loop {
            if let Some(found) = self.page.element(&script, arguments.clone()).await? {
                break found;
            }
            patience.wait(|| format!("the card has no {what} {input}")).await?;
        };
        if self.page.engine() == Engine::WebKit {
            // Its driver presses nothing above the window, where the others scroll to it.
            let script = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
            self.page.js(script, vec![found.to_json()?]).await?;
        }
        Ok(found)
    }

    /// All elements a script (as for [`Card::js`]) returns.
    pub(crate) async fn elements(&self, script: &str) -> Outcome<Vec<WebElement>> {
        self.page.elements(&with_names(script), vec![self.host.to_json()?, Value::Null]).await
    }

    /// The element, for what only the page can do with it.
    pub(crate) fn host(&self) -> &WebElement {
        &self.host
    }

    /// `static`, `loading`, `ready` or `failed`, as the property says; empty before there is one.
    pub(crate) async fn state(&self) -> Outcome<String> {
        let state = self.js("return host.state ?? ''", Value::Null).await?;
        Ok(state.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the card is in a state.
    pub(crate) async fn wait_for_state(&self, state: &str) -> Outcome {
        let what = format!("a card in the state {state}");
        let script = "return host.state === input && host.matches(`:state(${input})`)";
        if let Err(error) = self.until(&what, script, json!(state)).await {
            return Err(format!(
                "{error}; it is {:?} and says {:?}",
                self.state().await?,
                self.text().await?
            )
            .into());
        }
        self.page.settle().await
    }

    /// Moves a mouse over the card, as far as the card can tell; it needs not be in the window.
    pub(crate) async fn turn_to(&self) -> Outcome {
        let script = "host.dispatchEvent(new PointerEvent('pointermove',
            { bubbles: true, composed: true, pointerType: 'mouse', movementX: 1 }))";
        self.until("a loader", "return host.state !== undefined", Value::Null).await?;
        self.js(script, Value::Null).await.map(drop)
    }

    /// Turns to the card and waits until it is ready.
    pub(crate) async fn come_alive(&self) -> Outcome {
        self.turn_to().await?;
        self.wait_for_state("ready").await
    }

    /// Brings the top of the card into the window, as one who comes to read it.
    pub(crate) async fn scroll_to(&self) -> Outcome {
        let script = "host.scrollIntoView({ block: 'start', behavior: 'instant' })";
        self.js(script, Value::Null).await.map(drop)
    }

    /// Ids of the sections that have a place in the row or the foot, in order.
    pub(crate) async fn sections(&self) -> Outcome<Vec<String>> {
        let ids = self
            .js("return tabs().map((tab) => tab.id.replace(/^.*-tab-/, ''))", Value::Null)
            .await?;
        Ok(serde_json::from_value(ids)?)
    }

    /// The section that is open, by its tab; an error unless its panel, and no other, is shown.
    pub(crate) async fn section(&self) -> Outcome<String> {
        let script = "const open = tabs().filter(isOpen);
            const shown = [...root.querySelectorAll('section.sc-panel')].filter((panel) => panel.checkVisibility());
            const linked = open.length === 1 && shown.length === 1 && shown[0].id === open[0].id.replace('-tab-', '-');
            return [linked, open.map((tab) => tab.id.replace(/^.*-tab-/, '')).join(' ')];";
        let answer = self.js(script, Value::Null).await?;
        let section = answer[1].as_str().unwrap_or_default().to_owned();
        if answer[0] == json!(true) {
            Ok(section)
        } else {
            Err(format!("not one tab with its panel: {section:?}").into())
        }
    }

    /// What opens a section: in the row, behind "More", which is open then, or in the foot.
    pub(crate) async fn tab(&self, section: &str) -> Outcome<WebElement> {
        let script = "const tab = tabs().find((tab) => tab.id.endsWith('-tab-' + input));
            if (!tab || tab.checkVisibility()) return [tab];
            root.querySelector('.sc-more').open = true;
            return [...root.querySelectorAll('.sc-more button')].filter((button) => name(button) === name(tab))";
        self.element("tab", script, json!(section)).await
    }

    /// Opens a section by its tab.
    pub(crate) async fn open(&self, section: &str) -> Outcome {
        self.tab(section).await?.click().await?;
        self.wait_for_section(section).await
    }

    /// Waits until a section is open and drawn.
    pub(crate) async fn wait_for_section(&self, section: &str) -> Outcome {
        let script = "return tabs().some((tab) => tab.id.endsWith('-tab-' + input) && isOpen(tab))";
        self.until(&format!("the section {section}"), script, json!(section)).await?;
        self.page.settle().await
    }

    /// Moves the keyboard's focus to the tab of the open section.
    pub(crate) async fn focus_tab(&self) -> Outcome {
        let script = "tabs().find(isOpen).focus({ preventScroll: true })";
        self.js(script, Value::Null).await.map(drop)
    }

    /// The card's height in CSS pixels, rounded up.
    pub(crate) async fn height(&self) -> Outcome<u32> {
        let height = self
            .js("return Math.ceil(host.getBoundingClientRect().bottom + scrollY)", Value::Null)
            .await?;
        Ok(u32::try_from(height.as_u64().ok_or("no height")?)?)
    }

    /// Opens every fold there is, and lists whole.
    pub(crate) async fn unfold(&self) -> Outcome {
        let script = "const card = root.querySelector('.sc-card') ?? host;
            card.querySelector('.sc-rest button')?.click();
            for (const fold of card.querySelectorAll('details:not(.sc-more)')) fold.open = true";
        // There are folds in folds that are made when they are opened.
        for _ in 0..2 {
            self.js(script, Value::Null).await?;
            self.page.settle().await?;
        }
        Ok(())
    }

    /// Picks the `n`-th chart (from 0), if the charts are open and there are several.
    pub(crate) async fn pick_chart(&self, n: usize) -> Outcome {
        self.js("root.querySelectorAll('.sc-choice')[input]?.click()", json!(n)).await?;
        self.page.settle().await
    }

    /// Picks the next event of the timeline, if that is open.
    pub(crate) async fn pick_first(&self) -> Outcome {
        let script = "root.querySelector('.sc-step-on')?.click()";
        self.js(script, Value::Null).await?;
        self.page.settle().await
    }

    /// Makes the box around the card so many CSS pixels wide, and the page's text so large.
    pub(crate) async fn put_in_room(&self, width: u32, percent: u32) -> Outcome {
        let script = "host.parentElement.style.width = `${input[0]}px`;
            document.documentElement.style.fontSize = `${input[1]}%`";
        self.js(script, json!([width, percent])).await.map(drop)
    }

    /// Width and height of each drawing, in CSS pixels.
    pub(crate) async fn drawing_sizes(&self) -> Outcome<Vec<(f64, f64)>> {
        let script = "return [...root.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility())
            .map((canvas) => canvas.getBoundingClientRect()).map(({ width, height }) => [width, height])";
        Ok(serde_json::from_value(self.js(script, Value::Null).await?)?)
    }

    /// Fails unless each drawing has as many pixels as it has room for, once what was asked for is
    /// painted: that may take a frame more than to lay it out.
    pub(crate) async fn assert_drawings_are_crisp(&self) -> Outcome {
        let script = "return [...root.querySelectorAll('canvas')].every((canvas) => !canvas.checkVisibility()
            || Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) <= 1)";
        self.until("drawings that are not blurred", script, Value::Null).await.map(drop)
    }

    /// Follows a link of the static card to a section.
    pub(crate) async fn press_section_link(&self, section: &str) -> Outcome {
        let script = "host.querySelector(`.sc-tabs a[href$='-${input}']`).click()";
        self.js(script, json!(section)).await.map(drop)
    }

    /// Everything shown whose box or words reach out of the card, and the page if it scrolls sideways.
    pub(crate) async fn outside(&self) -> Outcome<Vec<String>> {
        let found = self.js(include_str!("outside.js"), Value::Null).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Saves the first part of the card that is shown and that a selector finds, with some paper
    /// around it.
    pub(crate) async fn save_part(&self, selector: &str, file: &Path) -> Outcome {
        let script =
            "const part = [...root.querySelectorAll(input)].find((it) => it.checkVisibility());
            if (part && !part.matches('.sc-card')) part.style.padding = '14px';
            if (part) part.style.background = 'var(--story-paper)';
            return [part]";
        let part = self.element("part", script, json!(selector)).await?;
        self.page.settle().await?;
        Ok(part.screenshot(file).await?)
    }

    /// What the card says, as a reader sees it: no more than is shown.
    pub(crate) async fn text(&self) -> Outcome<String> {
        let script = "return [...root.children].map((child) => child.innerText ?? '').join('\\n')";
        Ok(self.js(script, Value::Null).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Everything in the card's HTML, shown or not, with what was drawn on any canvas of the page.
    pub(crate) async fn everything(&self) -> Outcome<String> {
        let script = "const fields = [...root.querySelectorAll('input, select')].map((field) => field.value);
            return [root.innerHTML, ...fields, ...probe.drawn].join('\\n')";
        let text = self.js(script, Value::Null).await?;
        Ok(text.as_str().unwrap_or_default().replace("&amp;", "&").replace("&nbsp;", "\u{a0}"))
    }

    /// Presses the first button or opens the first fold that carries this name and is shown.
    pub(crate) async fn press(&self, name: &str) -> Outcome {
        self.button(name).await?.click().await?;
        self.page.settle().await
    }

    /// Presses the button of this name if one is shown.
    pub(crate) async fn press_if_there(&self, name: &str) -> Outcome {
        if self.count_buttons(name).await? > 0 { self.press(name).await } else { Ok(()) }
    }

    /// The first button, link or summary that carries this name and is shown.
    pub(crate) async fn button(&self, name: &str) -> Outcome<WebElement> {
        let script = "return [...root.querySelectorAll('button, summary, a')]
            .filter((button) => button.checkVisibility() && (name(button) === input || button.innerText.trim() === input))";
        self.element("button", script, json!(name)).await
    }

    /// How many buttons, links and summaries that are shown carry this name.
    pub(crate) async fn count_buttons(&self, name: &str) -> Outcome<usize> {
        let script = "return [...root.querySelectorAll('button, summary, a')]
            .filter((button) => button.checkVisibility() && (name(button) === input || button.innerText.trim() === input)).length";
        let count = self.js(script, json!(name)).await?.as_u64().unwrap_or_default();
        Ok(usize::try_from(count)?)
    }

    /// The words of the options that can be chosen now.
    pub(crate) async fn options(&self) -> Outcome<Vec<String>> {
        let script = "return choices().map((choice) => words(choice.closest('label')))";
        Ok(serde_json::from_value(self.js(script, Value::Null).await?)?)
    }

    /// Chooses the option with these words (or part of them) by a click.
    pub(crate) async fn choose(&self, words: &str) -> Outcome {
        let script = "return choices().map((choice) => choice.closest('label'))
            .filter((label) => words(label).includes(input))";
        self.element("option", script, json!(words)).await?.click().await?;
        self.page.settle().await
    }

    /// What has focus inside the card: `[tag, type, name]`, all empty if nothing has.
    pub(crate) async fn focus(&self) -> Outcome<Value> {
        self.js(
            "const at = root.activeElement;
             return at ? [at.localName, at.type ?? at.getAttribute('role') ?? '', name(at)] : ['', '', '']",
            Value::Null,
        )
        .await
    }

    /// The card's method `show`.
    pub(crate) async fn show(&self, address: &str) -> Outcome<bool> {
        let script = "const [host, address, done] = arguments;
            host.show(address).then(done, (error) => done(String(error)));";
        let answer = self.page.js_later(script, vec![self.host.to_json()?, json!(address)]).await?;
        self.page.settle().await?;
        answer.as_bool().ok_or_else(|| format!("show() gave {answer}").into())
    }
}

/// Gives a script its names.
fn with_names(script: &str) -> String {
    format!(
        "const [host, input] = arguments;
         const root = host.shadowRoot ?? host;
         const tabs = () => [...root.querySelectorAll('button[id*=-tab-]')];
         const isOpen = (tab) => tab.getAttribute('aria-current') === 'true';
         const words = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
         const name = (element) => (element.ariaLabel ?? element.textContent).replace(/\\s+/g, ' ').trim();
         const choices = () => [...root.querySelectorAll('fieldset label input[type=radio], fieldset label input[type=checkbox]')]
             .filter((choice) => choice.checkVisibility() && !choice.disabled);
         {script}"
    )
}
