//! What a test gets: a web server and a browser page, both its own.

use std::{future::Future, pin::Pin};

use crate::{Outcome, card::Card, page::Page, site::Site};

/// A test under way.
pub(crate) type Running = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// A web server and a browser page.
pub(crate) struct World {
    /// Serves `dist/` and the test's own pages.
    pub(crate) site: Site,
    /// What the reader looks at.
    pub(crate) page: Page,
}

/// The card most tests use: the bundled story, its order fixed.
pub(crate) const CARD: &str =
    r#"<story-card src="../card/ballerina.story.json" seed="7"></story-card>"#;
/// A card of a small story with every feature of the format.
pub(crate) const EVERYTHING: &str =
    r#"<story-card src="../stories/everything.story.json" seed="7"></story-card>"#;
/// A card of the smallest story.
pub(crate) const MINIMAL: &str =
    r#"<story-card src="../stories/minimal.story.json" seed="7"></story-card>"#;

/// The static card of the story that most tests use.
pub(crate) const STATIC: &str = include_str!("../../static/stories/ballerina.static.html");

/// The bundled stories: the id of each, and its static card.
pub(crate) const BUNDLED: [(&str, &str); 3] = [
    ("ballerina", STATIC),
    ("moon", include_str!("../../static/stories/moon.static.html")),
    ("suez", include_str!("../../static/stories/suez.static.html")),
];

/// A card of a bundled story, its order fixed.
pub(crate) fn card_of(story: &str) -> String {
    CARD.replace("ballerina", story)
}

/// A card with the static card of that story inside.
pub(crate) fn with_static(tag: &str) -> String {
    containing(tag, STATIC)
}

/// A card with this inside.
pub(crate) fn containing(tag: &str, content: &str) -> String {
    tag.replace("></story-card>", &format!(">{content}</story-card>"))
}

impl World {
    /// Opens a blog post with this between its paragraphs.
    pub(crate) async fn open(&self, body: &str) -> Outcome {
        self.open_with("", body).await
    }

    /// Opens a blog post with this at the end of its head and this between its paragraphs.
    pub(crate) async fn open_with(&self, head: &str, body: &str) -> Outcome {
        self.put("posts/post.html", head, body);
        self.page.go(&self.site.address("posts/post.html")).await
    }

    /// Puts a blog post into the site, at a path below `/blog/`, made as [`World::open_with`] says.
    pub(crate) fn put(&self, path: &str, head: &str, body: &str) {
        self.site.page(path, &blog_post(head, body));
    }

    /// Opens a blog post with one card and waits until it is ready.
    pub(crate) async fn card(&self, tag: &str) -> Outcome<Card> {
        self.open(tag).await?;
        self.ready(0).await
    }

    /// Turns to the `n`-th card of the page, as with a mouse that moves over it, and waits until it
    /// is ready.
    pub(crate) async fn turned_to(&self, n: usize) -> Outcome<Card> {
        let card = Card::nth(&self.page, n).await?;
        card.come_alive().await?;
        Ok(card)
    }

    /// Turns to every card of the page, one after the other.
    pub(crate) async fn turn_to_all(&self) -> Outcome {
        let count = self.page.js("return document.querySelectorAll('story-card').length", vec![]);
        for n in 0..count.await?.as_u64().unwrap_or_default() {
            Card::nth(&self.page, n as usize).await?.turn_to().await?;
        }
        Ok(())
    }

    /// The `n`-th card of the page (from 0), once it is ready.
    pub(crate) async fn ready(&self, n: usize) -> Outcome<Card> {
        let card = Card::nth(&self.page, n).await?;
        card.wait_for_state("ready").await?;
        Ok(card)
    }
}

/// A page that says nothing about how the card should look.
fn blog_post(head: &str, body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A post</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../card/story-card.css">
<script type="module" src="../card/story-card.js"></script>
{head}
</head>
<body>
<main>
<h1>A post</h1>
<p>Before the card.</p>
{body}
<p>After the card.</p>
</main>
</body>
</html>"#
    )
}
