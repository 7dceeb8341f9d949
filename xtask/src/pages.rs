//! The pages of the bundled story, made from the built runtime, and its picture.

use std::fs;

use crate::{
    build, check,
    project::root,
    run::{Outcome, program, run, say},
    setup::{self, Need, browser},
};

/// The story that comes with the runtime.
const STORY: &str = "static/stories/ballerina.story.json";
/// Its picture for link previews.
const PICTURE: &str = "static/stories/ballerina.png";

/// Adds the story's pages to `dist/`.
pub(crate) fn build() -> Outcome {
    say("Adding the pages of the story to dist/");
    let line =
        format!("cargo run --quiet --bin story-card -- build {STORY} --out dist --runtime dist");
    run(&mut program(&line))
}

/// Takes the picture of the story for link previews anew.
pub(crate) fn picture() -> Outcome {
    build::release()?;
    setup::ensure(&[Need::Browser])?;
    say(&format!("Writing {PICTURE}"));
    check::end_to_end(&browser::engines()?, "--ignored chromium::preview::picture")?;
    let taken = root().join("target/screenshots/preview.png");
    fs::copy(&taken, root().join(PICTURE))
        .map(drop)
        .map_err(|error| format!("cannot copy {}: {error}", taken.display()))
}
