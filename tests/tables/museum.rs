//! A story whose data stand in tables, with all its files.

use std::fs;
use std::path::Path;

const TABLES: [&str; 5] =
    ["prices.csv", "rooms.csv", "months.csv", "data/visitors.csv", "data/events.csv"];

/// The story and its tables, by the paths that the story names.
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let names = std::iter::once("museum.story.json").chain(TABLES);
    names.map(|name| (name, fs::read(folder.join(name)).unwrap())).collect()
}

/// Puts them into a folder.
pub(crate) fn write(folder: &Path) {
    for (name, bytes) in files() {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
