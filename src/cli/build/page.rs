//! `NAME.html`: a page with only the card, to link to or to frame.
//!
//! Nothing in it is inline, so that it works under a strict policy of its own host.

use super::choices::BuiltCard;
use super::runtime::{FRAME, LOADER, SHEET};
use super::{Job, head, markup};

/// The text of the page.
pub(super) fn page(job: &Job<'_>, card: &BuiltCard) -> String {
    let start = head::document_start(job);
    let common = head::common(job);
    let previews = head::previews(job);
    let frame =
        markup::start_tag("script", &[("src", FRAME.into()), ("data-story", job.story.id.clone())]);
    let tag =
        card.start_tag(&[("src", format!("{}.story.json", job.name)), ("link", "on".to_owned())]);
    let inside = &card.inside;
    format!(
        "{start}<head>\n{common}{previews}\
         <link rel=\"stylesheet\" href=\"{SHEET}\">\n\
         {frame}</script>\n\
         <script type=\"module\" src=\"{LOADER}\"></script>\n\
         </head>\n<body>\n<main>\n{tag}\n{inside}\n</story-card>\n</main>\n</body>\n</html>\n"
    )
}
