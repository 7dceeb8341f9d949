//! `NAME.offline.html`: one file with everything in it, to open from disk.
//!
//! A page from disk may fetch nothing and import nothing, so the parts of the runtime
//! stand in it: style sheet, glue and loader as text, WebAssembly as base64. What the loader
//! would fetch it gets from the function `globalThis.storyCardRuntime`; the glue is there as a
//! script that leaves its exports in `storyCardApp`. The policy in the head makes sure that the
//! file asks nobody for anything.

use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::choices::BuiltCard;
use super::runtime::{FRAME, IIFE_GLUE, LICENSES, LIVE_SHEET, LOADER, Runtime, SHEET, WASM};
use super::{Job, head, markup};

const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; \
                      style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Gives the loader what it would fetch. The glue stands between the two: each call runs it anew,
/// for an instance of its own.
const HAND_OVER: [&str; 2] = [
    "\
const text = (id) => document.getElementById(id).textContent;
const bytes = (id) => Uint8Array.from(atob(text(id)), (letter) => letter.charCodeAt(0));
const app = () => {
",
    "\
return storyCardApp;
};
globalThis.storyCardRuntime = () => ({
  app: app(),
  module_or_path: bytes('story-card-wasm'),
  css: [text('story-card-css'), text('story-card-live-css')],
});
",
];

/// The text of the page.
///
/// # Errors
/// If a file of the runtime is no text.
pub(super) fn page(job: &Job<'_>, card: &BuiltCard, runtime: &Runtime) -> io::Result<String> {
    let hand_over = HAND_OVER.join(runtime.text(IIFE_GLUE)?);
    let mut page = head::document_start(job);
    page.extend([
        "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        POLICY,
        "\">\n",
        &head::common(job),
        "<style id=\"story-card-css\">\n",
        &markup::style(runtime.text(SHEET)?),
        "</style>\n",
        &markup::start_tag("script", &[("data-story", job.story.id.clone())]),
        "\n",
        &markup::script(runtime.text(FRAME)?),
        "</script>\n</head>\n<body>\n<main>\n",
        &card.start_tag(&[("link", "on".to_owned())]),
        "\n<script type=\"application/json\">",
        &markup::json(job.text),
        "</script>\n",
        &card.inside,
        "\n</story-card>\n",
        &licenses(runtime.text(LICENSES)?),
        "</main>\n",
        "<script type=\"text/plain\" id=\"story-card-live-css\">\n",
        &markup::script(runtime.text(LIVE_SHEET)?),
        "</script>\n",
        &data("story-card-wasm", runtime.bytes(WASM)),
    ]);
    for code in [&hand_over, runtime.text(LOADER)?] {
        page.extend(["<script type=\"module\">\n", &markup::script(code), "</script>\n"]);
    }
    page.push_str("</body>\n</html>\n");
    Ok(page)
}

/// Bytes as a text that no browser runs.
fn data(id: &str, bytes: &[u8]) -> String {
    let text = STANDARD.encode(bytes);
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n")
}

/// The licences of the software inside, one fold below the card.
fn licenses(text: &str) -> String {
    format!(
        "<details lang=\"en\" dir=\"ltr\">\n<summary>Licences of the software in this file</summary>\n\
         <pre>\n{}</pre>\n</details>\n",
        markup::text(text)
    )
}
