//! What became of sharing a result, or of handing the reader a chart.

/// What became of it, to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOutcome {
    /// The text is in the clipboard.
    Copied,
    /// The clipboard took no text: it is for the reader to take.
    TakeText,
    /// The share sheet has done its work.
    Sent,
    /// The link to the round is in the clipboard.
    LinkCopied,
    /// The clipboard took no link: it is for the reader to take.
    TakeLink,
    /// The browser has got the picture.
    Picture,
    /// The browser has got the drawing.
    Drawing,
    /// There is no picture to be had.
    NoPicture,
    /// The browser has got the file with a chart's values.
    Values,
}
