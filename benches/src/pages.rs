//! Makes the contestants' pages and brings the site up.

use std::{collections::HashMap, fs, path::Path, process::Command};

use serde_json::Value;

use crate::{
    Outcome, content,
    contestant::{self, Contestant},
    doing, folders,
    site::Site,
};

/// Scripts and sheets that esbuild makes one minified file of each.
const BUNDLES: &[&str] = &[
    "stack.entry.js",
    "surveyjs.entry.js",
    "timelinejs.entry.js",
    "chartjs.entry.js",
    "light.entry.js",
    "events.js",
    "points.js",
    "light.css",
    "rivals.css",
    "post.css",
];

/// The site with every page, each file compressed.
pub(crate) fn site() -> Outcome<Site> {
    let folder = folders::work().join("pages");
    bundle(&folder)?;
    let blocker = read(&folders::sources().join("pages/blocker.html"))?;
    let mut pages = HashMap::from([("/blocker.html".to_owned(), blocker.into_bytes())]);
    for one in contestant::ALL {
        pages.insert(one.path(), of(one)?.into_bytes());
    }
    let site = Site::start(pages)?;
    println!("    compressing what is served");
    for path in files() {
        site.prepare(&path)?;
    }
    Ok(site)
}

/// The page of a contestant.
pub(crate) fn of(one: &Contestant) -> Outcome<String> {
    one.page(&post()?)
}

/// A page of the post with these elements of ours in it.
pub(crate) fn with_cards(elements: &str) -> Outcome<String> {
    with("", &contestant::with_runtime(elements))
}

/// A page of the post with these lines in its head and in the place of the widget.
pub(crate) fn with(head: &str, widget: &str) -> Outcome<String> {
    Ok(post()?.replace("<!-- head -->", head).replace("<!-- widget -->", widget))
}

fn post() -> Outcome<String> {
    read(&folders::sources().join("pages/post.html"))
}

/// Every file that some page asks for.
fn files() -> Vec<String> {
    let ours = [
        "story-card.js",
        "story-card.css",
        "story-card-live.css",
        "story-card-app.js",
        "story-card-app_bg.wasm",
        "bench.story.json",
        "ballerina.story.json",
    ];
    let ours = ours.iter().map(|name| format!("/card/{name}"));
    let common = ["/pages/post.css"].map(str::to_owned);
    let rivals = contestant::ALL.iter().flat_map(|one| one.files()).map(str::to_owned);
    let pages = contestant::ALL.iter().map(|one| one.path());
    ours.chain(common).chain(rivals).chain(pages).collect()
}

fn bundle(folder: &Path) -> Outcome {
    let sources = folder.join("sources");
    fs::create_dir_all(&sources).map_err(doing(sources.display()))?;
    for entry in
        fs::read_dir(folders::sources().join("pages")).map_err(doing("benches/pages"))?.flatten()
    {
        fs::copy(entry.path(), sources.join(entry.file_name()))
            .map_err(doing(entry.path().display()))?;
    }
    let story: Value =
        serde_json::from_str(&read(&folders::sources().join("stories/bench.story.json"))?)
            .map_err(doing("bench.story.json"))?;
    let content = content::of(&story)?.to_string();
    fs::write(sources.join("content.json"), content).map_err(doing("content.json"))?;
    BUNDLES
        .iter()
        .try_for_each(|name| esbuild(&sources.join(name), &folder.join(name.replace(".entry", ""))))
}

fn esbuild(from: &Path, to: &Path) -> Outcome {
    let status = Command::new("esbuild")
        .arg(from)
        .arg(format!("--outfile={}", to.display()))
        .args(["--bundle", "--minify", "--target=es2022", "--log-level=warning"])
        .env("NODE_PATH", folders::rivals())
        .status()
        .map_err(doing("esbuild cannot be run (`cargo xtask bench` installs it)"))?;
    if status.success() { Ok(()) } else { Err(format!("esbuild failed on {}", from.display())) }
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(doing(path.display()))
}
