//! Line breaks in the finished HTML: where they mean nothing, for whoever reads, compares or
//! pastes it.

/// Behind these tags a line may end: what they close stands in no line of text.
const ENDS: [&str; 22] = [
    "</article>",
    "</caption>",
    "</details>",
    "</div>",
    "</dl>",
    "</figcaption>",
    "</figure>",
    "</footer>",
    "</h1>",
    "</h2>",
    "</h3>",
    "</h4>",
    "</h5>",
    "</h6>",
    "</header>",
    "</li>",
    "</nav>",
    "</ol>",
    "</p>",
    "</summary>",
    "</tr>",
    "</ul>",
];

/// The HTML in lines that end behind blocks, none of them empty.
///
/// A story's own line breaks become spaces, as they do on the page.
pub(super) fn broken(html: &str) -> String {
    let html: String = html.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut html = ENDS.iter().fold(html, |html, end| html.replace(end, &[end, "\n"].concat()));
    // A heading in a summary ends no line.
    html = html.replace("\n</", "</");
    html
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_end_behind_blocks_and_none_is_empty() {
        let html = "<ul><li>a\n\n\u{85}b</li><li><p>c</p></li></ul><p>d <b>e</b></p>";
        assert_eq!(broken(html), "<ul><li>a   b</li>\n<li><p>c</p></li></ul>\n<p>d <b>e</b></p>\n");
    }
}
