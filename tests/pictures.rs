//! Pictures of items: where they stand in the static and in the live card, and what `build` and
//! `check` do with the files.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use roxmltree::{Document, Node};
use story_card::session::{Action, Disclosure, Options, Session};
use story_card::story::{Item, Section, Story};
use story_card::view::{self, Card, CardProps, Face, Lists, Model, StoryRef};
use yew::{Callback, LocalServerRenderer};

#[path = "runtime/small.rs"]
mod small;

const STORY: &str = "tests/stories/good/pictures.story.json";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text() -> String {
    fs::read_to_string(root().join(STORY)).unwrap()
}

fn story() -> Story {
    Story::parse_text(&text()).unwrap()
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, future)
}

fn static_card(options: Options) -> String {
    view::static_card(story(), options, Lists::Whole, None).unwrap()
}

/// The live card after some actions.
fn live(story: &Story, actions: &[Action]) -> String {
    let open = Session::new(story, Options { seed: Some(1), ..Options::default() }, 1);
    let session = actions
        .iter()
        .fold(open, |session, action| session.apply(story, action.clone()).unwrap_or(session));
    let face = Face::Card(Model { story: StoryRef::new(story.clone()), session: Rc::new(session) });
    let props = CardProps { face, on_action: Callback::noop() };
    wait(LocalServerRenderer::<Card>::with_props(props).hydratable(false).render())
}

/// The tag of the picture with this address; none if it is not there.
fn image<'h>(html: &'h str, src: &str) -> Option<&'h str> {
    html.split('<').find(|tag| tag.starts_with("img ") && tag.contains(&format!("src=\"{src}\"")))
}

#[test]
fn a_picture_is_lazy_keeps_its_room_and_says_whose_it_is() {
    let html = static_card(Options::default());
    let lit = image(&html, "images/lit.png").unwrap();
    // The largest of its shape within 560 x 320.
    for said in [
        "loading=\"lazy\"",
        "width=\"480\"",
        "height=\"320\"",
        "alt=\"A tower with a light, at dusk, and boats below it.\"",
    ] {
        assert!(lit.contains(said), "{said}: {lit}");
    }
    let place = |part: &str| lit.find(part).unwrap();
    assert!(place("loading") < place("src="), "it is lazy before it has an address: {lit}");
    assert!(html.contains("Photo: <a href=\"https://example.org/archive\""), "{html}");
    assert!(image(&html, "none.png").unwrap().contains("alt=\"\""), "decoration");
    assert!(html.contains("Pattern of the log's endpaper") || html.contains("log&#x27;s endpaper"));
    assert!(!html.contains("style="));
}

#[test]
fn pictures_stand_inside_closed_folds_of_the_static_card() {
    let html = static_card(Options::default());
    // As XML, where every tag is closed.
    let html: Vec<String> = html
        .split("<img ")
        .enumerate()
        .map(|(nth, part)| if nth == 0 { part.to_owned() } else { part.replacen('>', "/>", 1) })
        .collect();
    let html = html.join("<img ");
    let document = Document::parse(&html).unwrap();
    let images = document.descendants().filter(|node| node.has_tag_name("img"));
    let images: Vec<Node<'_, '_>> = images.collect();
    assert_eq!(images.len(), 5);
    for image in images {
        let closed =
            |node: &Node<'_, '_>| node.has_tag_name("details") && !node.has_attribute("open");
        assert!(image.ancestors().any(|node| closed(&node)), "{:?}", image.attribute("src"));
    }
    let secret = document.descendants().find(|it| it.attribute("src") == Some("secret.png"));
    let is_spoiler = |node: Node<'_, '_>| {
        node.attribute("class").is_some_and(|class| class.split(' ').any(|it| it == "sc-spoiler"))
    };
    assert!(secret.unwrap().ancestors().any(is_spoiler), "folded with the question");
}

#[test]
fn the_live_card_makes_pictures_where_they_are_wanted() {
    let story = story();
    let item = |section, index| Disclosure::Item(Item { section, index });
    let timeline = live(&story, &[Action::Open(Section::Timeline)]);
    assert!(image(&timeline, "lamp.png").is_none(), "of another section");
    // The event that stands out has it in small, above its words.
    let spot = timeline.split("sc-spot").nth(1).unwrap().split("sc-steps").next().unwrap();
    assert!(image(spot, "images/lit.png").unwrap().contains("width=\"240\""), "{spot}");
    assert!(spot.contains("public domain"));
    let entry = timeline.split("sc-lanes").nth(1).unwrap();
    assert!(image(entry, "none.png").is_some());

    let cast = live(
        &story,
        &[Action::Open(Section::Cast), Action::Disclose(item(Section::Cast, 0), true)],
    );
    assert!(image(&cast, "no-picture.png").unwrap().contains("height=\"320\""));
    assert!(cast.contains("Portrait: family of Ada Holm"));

    let quiz = live(&story, &[Action::Open(Section::Trivia)]);
    assert!(image(&quiz, "lamp.png").is_some(), "{quiz}");
    for html in [&timeline, &cast, &quiz] {
        assert!(image(html, "secret.png").is_none() && !html.contains("A tower that leans"));
    }
    let shown = live(
        &story,
        &[Action::FoldAll(false), Action::Open(Section::Trivia), Action::Skip, Action::Next],
    );
    assert!(image(&shown, "secret.png").is_some(), "{shown}");
}

#[test]
fn a_picture_is_taken_from_where_the_page_has_it() {
    let mut story = story();
    for picture in story.pictures_mut() {
        picture.src = Some(["https://example.org/", &picture.url].concat());
    }
    let html = live(&story, &[Action::Open(Section::Timeline)]);
    assert!(image(&html, "https://example.org/images/lit.png").is_some());
    assert!(image(&html, "images/lit.png").is_none());
    assert!(!html.contains("data-url"), "only a file that brings it along says so");
}

/// The first bytes of a PNG file of this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

/// A folder with the story and some of its pictures: one as it should be, one of another size, one
/// that is none, one that is heavy; the rest is missing.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("images")).unwrap();
    fs::write(folder.join("p.story.json"), text()).unwrap();
    fs::write(folder.join("images/lit.png"), png(1200, 800)).unwrap();
    fs::write(folder.join("none.png"), png(400, 300)).unwrap();
    fs::write(folder.join("no-picture.png"), "<p>Not found</p>").unwrap();
    let mut heavy = png(300, 500);
    heavy.resize(1_200_000, 0);
    fs::write(folder.join("secret.png"), heavy).unwrap();
    folder
}

fn tool(folder: &Path, arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    let output = command.current_dir(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let [out, err] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (out, err)
}

#[test]
fn check_tells_of_files_that_will_not_be_seen_as_meant() {
    let folder = folder("check");
    let (out, _) = tool(&folder, &["check", "p.story.json"]);
    for wrong in [
        "there is no file \"lamp.png\" beside the story",
        "the file \"no-picture.png\" is no picture that browsers show",
        "the picture is 400 pixels wide and 300 high",
        "the file \"secret.png\" has 1.2 MB",
    ] {
        assert!(out.contains(wrong), "{wrong}:\n{out}");
    }
    assert_eq!(out.matches("warning").count(), 5, "and nothing else:\n{out}");
}

#[test]
fn build_brings_pictures_along() {
    let folder = folder("build");
    let runtime = folder.join("runtime");
    small::write(&runtime, [b"x"; 3]);
    let base = "https://example.org/card/";
    let (_, remarks) = tool(
        &folder,
        &["build", "p.story.json", "-o", "out", "--runtime", "runtime", "--base", base],
    );
    let out = folder.join("out");
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert_eq!(fs::read(out.join("images/lit.png")).unwrap(), png(1200, 800));
    assert!(out.join("secret.png").exists());
    assert!(remarks.contains("lamp.png is not there"), "{remarks}");
    assert!(image(&read("p.html"), "images/lit.png").is_some());
    assert!(image(&read("p.snippet.html"), "https://example.org/card/images/lit.png").is_some());

    let offline = read("p.offline.html");
    let inside = offline
        .split('<')
        .find(|tag| tag.starts_with("img ") && tag.contains("data-url=\"images/lit.png\""));
    assert!(inside.unwrap().contains("src=\"data:image/png;base64,iVBORw0KGgo"), "{inside:?}");
    assert_eq!(
        offline.matches("data:image/png;base64,iVBOR").count(),
        3,
        "each once, and no other"
    );
    assert!(image(&offline, "lamp.png").is_some(), "its words stand there, and its room");
}

/// The story with another address for the picture `lamp.png`, in a folder within one of its own.
fn with_picture(name: &str, url: &str) -> PathBuf {
    let folder = folder(name).join("story");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("../r.png"), "a secret").unwrap();
    fs::write(folder.join("r.png"), png(300, 200)).unwrap();
    fs::write(folder.join("p.story.json"), text().replace("lamp.png", url)).unwrap();
    small::write(&folder.join("runtime"), [b"x"; 3]);
    folder
}

/// What `check` and `build` say of the picture at this address.
fn said_of(folder: &Path, url: &str) -> [bool; 2] {
    let (checked, _) = tool(folder, &["check", "p.story.json"]);
    let line = [
        "build",
        "p.story.json",
        "-o",
        "out",
        "--runtime",
        "runtime",
        "--base",
        "https://example.org/",
    ];
    let (_, built) = tool(folder, &line);
    [
        checked.contains(&format!("the picture \"{url}\" does not stand beside the story")),
        built.contains(&format!(
            "The picture {url} is not copied: it does not stand beside the story."
        )),
    ]
}

#[test]
fn check_and_build_agree_on_what_stands_beside_a_story() {
    let absolute = root().join("static/stories/ballerina.png").display().to_string();
    for (nth, url) in
        ["./r.png", "../r.png", "a/../r.png", "a//r.png", &absolute].iter().enumerate()
    {
        let folder = with_picture(&format!("beside-{nth}"), url);
        assert_eq!(said_of(&folder, url), [true; 2], "{url}");
        assert!(!folder.join("out/r.png").exists());
    }
    let folder = with_picture("beside", "r.png");
    assert_eq!(said_of(&folder, "r.png"), [false; 2]);
    assert!(folder.join("out/r.png").exists());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_brings_no_file_along() {
    use std::os::unix::fs::symlink;
    let folder = with_picture("link", "link.png");
    symlink("../r.png", folder.join("link.png")).unwrap();
    assert_eq!(said_of(&folder, "link.png"), [true; 2]);
    assert!(!folder.join("out/link.png").exists());
    assert!(
        !fs::read_to_string(folder.join("out/p.offline.html")).unwrap().contains("YSBzZWNyZXQ")
    );
    // One that stays in it does.
    fs::remove_file(folder.join("link.png")).unwrap();
    symlink("r.png", folder.join("link.png")).unwrap();
    assert_eq!(said_of(&folder, "link.png"), [false; 2]);
    assert_eq!(fs::read(folder.join("out/link.png")).unwrap(), png(300, 200));
}
