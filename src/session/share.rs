//! What became of a reader's wish to share a result.

/// What became of it, to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The text of the result is in the clipboard.
    Copied,
    /// The link to the round is in the clipboard.
    LinkCopied,
    /// The clipboard took nothing: this text is for the reader to take.
    Text(String),
    /// The browser has got the picture, a file of this name.
    Picture(String),
    /// There is no picture to be had.
    NoPicture,
}
