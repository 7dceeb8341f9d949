//! Text with `*emphasis*` and links, `[label](https://…)`; there is no HTML.

mod parse;

#[cfg(feature = "tool")]
pub(super) use parse::is_site_path;
pub(super) use parse::is_web_address;

/// A line of text, taken apart into what is set differently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Inline>);

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// As it is.
    Plain(String),
    /// Between asterisks.
    Emphasis(String),
    /// A link: to an address of http or https, a path of the same site, or a mailbox.
    Link {
        /// What the reader sees.
        label: String,
        /// Where it leads.
        href: String,
    },
}

impl Text {
    /// A text with nothing set differently.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Inline::Plain(text.into())])
    }

    /// The words alone, for speech, drawings and copies.
    pub fn words(&self) -> String {
        let mut out = String::new();
        for inline in &self.0 {
            out.push_str(match inline {
                Inline::Plain(text) | Inline::Emphasis(text) | Inline::Link { label: text, .. } => {
                    text
                }
            });
        }
        out
    }
}
