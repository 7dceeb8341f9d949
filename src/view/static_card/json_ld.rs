//! What a full page tells search engines: what the card is, and what it is about.

use crate::story::{About, Date, Story};
use serde_json::{Map, Value, json};

/// The text of a `<script type="application/ld+json">` in schema.org's terms; none for a
/// story that does not say what it is about.
///
/// It holds nothing but the card's heading and `about`, so no spoiler, and no `<`, so it may
/// stand in a script element as it is.
pub fn json_ld(story: &Story) -> Option<String> {
    let about = story.about.as_ref()?;
    let mut page = Map::new();
    page.insert("@context".into(), "https://schema.org".into());
    page.insert("@type".into(), "WebPage".into());
    page.insert("name".into(), story.title.clone().into());
    if let Some(subtitle) = &story.subtitle {
        page.insert("description".into(), subtitle.words().into());
    }
    page.insert("inLanguage".into(), story.lang.clone().into());
    if let Some(date) = story.as_of.as_ref().and_then(Date::datetime) {
        page.insert("dateModified".into(), date.into());
    }
    page.insert("about".into(), subject(about));
    Some(Value::Object(page).to_string().replace('<', "\\u003c"))
}

/// The thing itself.
fn subject(about: &About) -> Value {
    let mut thing = json!({ "@type": about.kind, "name": about.name });
    if let Some(url) = &about.url {
        thing["sameAs"] = url.as_str().into();
    }
    if let Some(date) = about.published.as_ref().and_then(Date::datetime) {
        thing["datePublished"] = date.into();
    }
    thing
}
