//! `NAME.html`: a page with only the card, to link to or to frame.
//!
//! Nothing in it is inline, so that it works under a strict policy of its own host.

use super::choices::BuiltCard;
use super::runtime::{FRAME, LOADER, SHEET};
use super::{Job, head, markup};

/// What stands in the page beside the card while it is written.
#[derive(Default)]
pub(in crate::cli) struct Additions {
    /// At the end of the head.
    pub(in crate::cli) head: String,
    /// Before the card.
    pub(in crate::cli) body: String,
}

/// The text of the page.
pub(super) fn page(job: &Job<'_>, card: &BuiltCard, more: &Additions) -> String {
    let start = head::document_start(job);
    let common = head::common(job);
    let previews = head::previews(job);
    let frame =
        markup::start_tag("script", &[("src", FRAME.into()), ("data-story", job.story.id.clone())]);
    let tag =
        card.start_tag(&[("src", format!("{}.story.json", job.name)), ("link", "on".to_owned())]);
    let inside = &card.inside;
    let Additions { head, body } = more;
    format!(
        "{start}<head>\n{common}{previews}\
         <link rel=\"stylesheet\" href=\"{SHEET}\">\n\
         {frame}</script>\n\
         <script type=\"module\" src=\"{LOADER}\"></script>\n\
         {head}</head>\n<body>\n{body}<main>\n{tag}\n{inside}\n</story-card>\n</main>\n</body>\n</html>\n"
    )
}
