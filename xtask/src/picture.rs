//! The picture of the bundled story for link previews.

use std::fs;

use crate::{
    build, check,
    project::root,
    run::{Outcome, say},
    setup::{self, Need, browser},
};

/// Where it stands.
const PICTURE: &str = "static/stories/ballerina.png";

/// Takes the picture of the story for link previews anew.
pub(crate) fn take() -> Outcome {
    build::release()?;
    setup::ensure(&[Need::Browser])?;
    say(&format!("Writing {PICTURE}"));
    check::end_to_end(&browser::engines()?, "--ignored chromium::preview::picture")?;
    let taken = root().join("target/screenshots/preview.png");
    fs::copy(&taken, root().join(PICTURE))
        .map(drop)
        .map_err(|error| format!("cannot copy {}: {error}", taken.display()))
}
