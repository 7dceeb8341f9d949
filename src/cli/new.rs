//! `story-card new NAME`

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};

use super::{Streams, with_context};

/// A small complete story; its id and title are replaced.
const TEMPLATE: &str = include_str!("new/template.story.json");

/// Writes a story to start from; false if the name is no id or the file exists.
pub(super) fn run(name: &str, streams: &mut Streams<'_>) -> io::Result<bool> {
    if !is_id(name) {
        writeln!(
            streams.output,
            "\"{name}\" is not an id. Use small letters a to z, digits and hyphens, \
             such as first-night."
        )?;
        return Ok(false);
    }
    let path = format!("{name}.story.json");
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    let mut file = match file {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            writeln!(streams.output, "{path} exists already and was left as it is.")?;
            return Ok(false);
        }
        Err(error) => return Err(with_context(&error, &format!("making {path}"))),
    };
    file.write_all(template(name).as_bytes())
        .map_err(|error| with_context(&error, &format!("writing {path}")))?;
    writeln!(streams.output, "{path} is written. Check it with: story-card check {path}")?;
    Ok(true)
}

/// The story to start from, under its own name.
fn template(name: &str) -> String {
    TEMPLATE.replacen("my-story", name, 1).replacen("My story", &title(name), 1)
}

/// A name such as `first-night` as a title: `First night`.
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let words = words.trim();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

/// Whether a name may stand as the id of a story.
pub(super) fn is_id(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=80).contains(&name.len()) && name.bytes().all(fits) && name.bytes().any(|it| it != b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    #[test]
    fn the_template_is_a_story_without_a_warning() {
        let text = template("first-night");
        let story = Story::parse(text.as_bytes()).unwrap();
        assert_eq!((story.id.as_str(), story.title.as_str()), ("first-night", "First night"));
        assert_eq!(story.warnings(&text, &|_| true), []);
    }

    #[test]
    fn only_an_id_is_a_name() {
        assert!(is_id("a-1"));
        assert!(!is_id("") && !is_id("--") && !is_id("A") && !is_id("a/b") && !is_id("../a"));
    }
}
