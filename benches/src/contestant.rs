//! Who is measured, and what each puts into the same post.
//!
//! Ours stand in the body where the card stands, as an author pastes them. The rivals' files
//! are their own minified builds, self-hosted, style sheets in the head, scripts deferred.

use std::fs;

use crate::{Outcome, doing, folders};

/// A way to put the content into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Contestant {
    /// Its name in the data and in the address of its page.
    pub(crate) id: &'static str,
    /// Its name in the table.
    pub(crate) title: &'static str,
    /// Its kit in `pages/kits.js`.
    pub(crate) kit: &'static str,
    /// Whether ratios are worked out against it.
    pub(crate) is_rival: bool,
    widget: Widget,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Widget {
    None,
    /// Story Card with these elements.
    Cards(&'static str),
    /// Story Card as `story-card build` writes it, static card included.
    Snippet(&'static str),
    /// Rivals: style sheets, scripts, elements.
    Rival {
        sheets: &'static [&'static str],
        scripts: &'static [&'static str],
        elements: &'static [&'static str],
    },
}

/// The address given to `story-card build` by `xtask/src/bench.rs`.
const STAND_IN: &str = "http://bench.invalid";

/// Ours, to which the rivals are compared.
pub(crate) const OURS: &str = "story-card";

/// The same page, over whose card a mouse moves at first contentful paint.
pub(crate) const TURNED: &str = "story-card-turned";

const QUIZ: &str = r#"<div id="quiz"></div>"#;
const TIMELINE: &str = r#"<div id="timeline"></div>"#;
/// As Chart.js is documented: canvases stand in the page, in boxes with a height.
const CHARTS: &str = r#"<div id="charts">
      <figure><div class="plot"><canvas></canvas></div></figure>
      <figure><div class="plot"><canvas></canvas></div></figure>
      <figure><div class="plot"><canvas></canvas></div></figure>
      <figure><div class="plot"><canvas></canvas></div></figure>
    </div>"#;
const EMPTY_CHARTS: &str = r#"<div id="charts"></div>"#;

const SURVEY_SHEET: &str = "/rivals/survey-core/survey-core.fontless.min.css";
const SURVEY_CORE: &str = "/rivals/survey-core/survey.core.min.js";
const SURVEY_UI: &str = "/rivals/survey-js-ui/survey-js-ui.min.js";
const TIMELINE_SHEET: &str = "/rivals/@knight-lab/timelinejs/dist/css/timeline.css";
const TIMELINE_JS: &str = "/rivals/@knight-lab/timelinejs/dist/js/timeline.js";
const CHART_JS: &str = "/rivals/chart.js/dist/chart.umd.min.js";
const SHEET: &str = "/pages/rivals.css";

/// Everybody, in the order of the table.
pub(crate) const ALL: &[Contestant] = &[
    Contestant {
        id: OURS,
        title: "Story Card",
        kit: "staticCard",
        is_rival: false,
        widget: Widget::Snippet("bench.snippet.html"),
    },
    Contestant {
        id: TURNED,
        title: "Story Card, turned to at first paint",
        kit: "turned",
        is_rival: false,
        widget: Widget::Snippet("bench.snippet.html"),
    },
    Contestant {
        id: "story-card-lines",
        title: "Story Card, without its static card",
        kit: "card",
        is_rival: false,
        widget: Widget::Cards(r#"<story-card src="/card/bench.story.json"></story-card>"#),
    },
    Contestant {
        id: "story-card-open",
        title: "Story Card, quiz, timeline and four charts open at once in six cards",
        kit: "openCard",
        is_rival: false,
        widget: Widget::Cards(
            r#"<story-card loading="eager" sections="trivia" src="/card/bench.story.json"></story-card>
    <story-card loading="eager" sections="timeline" src="/card/bench.story.json"></story-card>
    <story-card loading="eager" sections="charts" section="charts/franchise-gross" src="/card/bench.story.json"></story-card>
    <story-card loading="eager" sections="charts" section="charts/running-total" src="/card/bench.story.json"></story-card>
    <story-card loading="eager" sections="charts" section="charts/running-times" src="/card/bench.story.json"></story-card>
    <story-card loading="eager" sections="charts" section="charts/home-gross" src="/card/bench.story.json"></story-card>"#,
        ),
    },
    Contestant {
        id: "ballerina",
        title: "Story Card, the whole Ballerina story",
        kit: "staticCard",
        is_rival: false,
        widget: Widget::Snippet("ballerina.snippet.html"),
    },
    Contestant {
        id: "stack",
        title: "SurveyJS + TimelineJS3 + Chart.js",
        kit: "stack",
        is_rival: true,
        widget: Widget::Rival {
            sheets: &[SURVEY_SHEET, TIMELINE_SHEET, SHEET],
            // TimelineJS3 sets `window.$`, which breaks SurveyJS when that comes later.
            scripts: &[SURVEY_CORE, SURVEY_UI, TIMELINE_JS, CHART_JS, "/pages/stack.js"],
            elements: &[QUIZ, TIMELINE, CHARTS],
        },
    },
    Contestant {
        id: "surveyjs",
        title: "SurveyJS (the quiz alone)",
        kit: "surveyjs",
        is_rival: true,
        widget: Widget::Rival {
            sheets: &[SURVEY_SHEET, SHEET],
            scripts: &[SURVEY_CORE, SURVEY_UI, "/pages/surveyjs.js"],
            elements: &[QUIZ],
        },
    },
    Contestant {
        id: "timelinejs",
        title: "TimelineJS3 (the timeline alone)",
        kit: "timelinejs",
        is_rival: true,
        widget: Widget::Rival {
            sheets: &[TIMELINE_SHEET, SHEET],
            scripts: &[TIMELINE_JS, "/pages/timelinejs.js"],
            elements: &[TIMELINE],
        },
    },
    Contestant {
        id: "chartjs",
        title: "Chart.js (the charts alone)",
        kit: "chartjs",
        is_rival: true,
        widget: Widget::Rival {
            sheets: &[SHEET],
            scripts: &[CHART_JS, "/pages/chartjs.js"],
            elements: &[CHARTS],
        },
    },
    Contestant {
        id: "light",
        title: "Light stack: Preact quiz, list, uPlot",
        kit: "light",
        is_rival: true,
        widget: Widget::Rival {
            sheets: &["/pages/light.css"],
            scripts: &["/pages/light.js"],
            elements: &[QUIZ, TIMELINE, EMPTY_CHARTS],
        },
    },
    Contestant {
        id: "bare",
        title: "The post without a widget",
        kit: "bare",
        is_rival: true,
        widget: Widget::None,
    },
];

/// Those with these ids, in the order of the table.
pub(crate) fn named(ids: &[&str]) -> Vec<Contestant> {
    ALL.iter().filter(|one| ids.contains(&one.id)).copied().collect()
}

impl Contestant {
    /// The address of its page on the server.
    pub(crate) fn path(&self) -> String {
        format!("/{}.html", self.id)
    }

    /// Every file its page asks for by name.
    pub(crate) fn files(&self) -> Vec<&'static str> {
        match self.widget {
            Widget::Rival { sheets, scripts, .. } => [sheets, scripts].concat(),
            _ => Vec::new(),
        }
    }

    /// Its page: the post with this contestant's lines in it.
    pub(crate) fn page(&self, post: &str) -> Outcome<String> {
        Ok(post.replace("<!-- head -->", &self.head()).replace("<!-- widget -->", &self.body()?))
    }

    fn head(&self) -> String {
        let Widget::Rival { sheets, scripts, .. } = self.widget else { return String::new() };
        let sheets = sheets.iter().map(|url| format!(r#"<link rel="stylesheet" href="{url}">"#));
        let scripts = scripts.iter().map(|url| format!(r#"<script defer src="{url}"></script>"#));
        sheets.chain(scripts).collect::<Vec<_>>().join("\n  ")
    }

    fn body(&self) -> Outcome<String> {
        Ok(match self.widget {
            Widget::None => String::new(),
            Widget::Cards(elements) => with_runtime(elements),
            Widget::Snippet(file) => snippet(file)?,
            Widget::Rival { elements, .. } => elements.join("\n    "),
        })
    }
}

/// The lines an author pastes, with these elements.
pub(crate) fn with_runtime(elements: &str) -> String {
    format!(
        r#"<link rel="stylesheet" href="/card/story-card.css">
    <script type="module" src="/card/story-card.js"></script>
    {elements}"#
    )
}

/// What `story-card build` made. It was given an address of its own to stand in for this
/// server's, whose port nobody knows beforehand.
fn snippet(file: &str) -> Outcome<String> {
    let path = folders::card().join(file);
    let text = fs::read_to_string(&path).map_err(doing(path.display()))?;
    Ok(text.replace(STAND_IN, ""))
}

/// A page without the script that would make its cards live, as with scripts off.
pub(crate) fn without_loader(page: &str) -> String {
    let stays = |line: &&str| !line.contains(r#"<script type="module""#);
    page.lines().filter(stays).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_loader_keeps_everything_else() {
        let page = with_runtime("<story-card></story-card>");
        let left = without_loader(&page);
        assert_eq!(page.lines().count() - left.lines().count(), 1);
        assert!(left.contains("story-card.css") && !left.contains("<script"), "{left}");
    }

    #[test]
    fn surveyjs_stands_before_timelinejs() {
        let stack =
            ALL.iter().find(|one| one.id == "stack").unwrap().page("<!-- head -->").unwrap();
        assert!(stack.find("survey-js-ui").unwrap() < stack.find("timeline.js").unwrap());
    }

    #[test]
    fn every_id_is_unique_and_ours_is_there() {
        let mut ids: Vec<_> = ALL.iter().map(|one| one.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), ALL.len());
        assert!(ids.contains(&OURS));
    }
}
