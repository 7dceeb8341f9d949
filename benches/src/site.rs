//! What the server serves: the runtime and the stories under `/card/`, the rivals' files under
//! `/rivals/`, pages; each compressed once, ahead of the first measurement.

use std::{
    collections::HashMap,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    Outcome, doing, folders,
    server::{Answer, Server},
};

/// A file, ready to be sent.
#[derive(Clone)]
struct Ready {
    body: Arc<[u8]>,
    is_brotli: bool,
}

/// What is served.
#[derive(Default)]
struct Files {
    /// What stands in no folder, by path.
    made: HashMap<String, Vec<u8>>,
    ready: HashMap<String, Option<Ready>>,
}

/// A web site of its own origin.
pub(crate) struct Site {
    server: Server,
    files: Arc<Mutex<Files>>,
}

impl Site {
    /// Starts serving; `made` are pages by path.
    pub(crate) fn start(made: HashMap<String, Vec<u8>>) -> Outcome<Self> {
        let files = Arc::new(Mutex::new(Files { made, ready: HashMap::new() }));
        let served = Arc::clone(&files);
        let server = Server::start(move |path| answer(&served, path))?;
        Ok(Self { server, files })
    }

    /// The full address of a path that begins with `/`.
    pub(crate) fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// Requests and bytes since the last call.
    pub(crate) fn take_traffic(&self) -> (u64, u64) {
        self.server.take_traffic()
    }

    /// The bytes that one answer about a path puts on the line, headers included.
    pub(crate) fn weight(&self, path: &str) -> usize {
        answer(&self.files, path).weight()
    }

    /// Compresses a file before somebody waits for it.
    pub(crate) fn prepare(&self, path: &str) -> Outcome {
        get(&self.files, path).map(drop).ok_or_else(|| format!("{path} is not there"))
    }

    /// Puts a page at a path.
    pub(crate) fn put(&self, path: &str, page: String) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.ready.remove(path);
        files.made.insert(path.to_owned(), page.into_bytes());
    }
}

fn answer(files: &Mutex<Files>, path: &str) -> Answer {
    match get(files, path) {
        Some(Ready { body, is_brotli }) => {
            Answer { status: "200 OK", media: media_type(path), is_brotli, body }
        }
        None => Answer {
            status: "404 Not Found",
            media: "text/plain",
            is_brotli: false,
            body: (*b"not here").into(),
        },
    }
}

fn get(files: &Mutex<Files>, path: &str) -> Option<Ready> {
    let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(ready) = files.ready.get(path) {
        return ready.clone();
    }
    let bytes = files.made.get(path).cloned().or_else(|| fs::read(place_of(path)?).ok());
    let ready = bytes.map(|bytes| compressed(path, bytes));
    files.ready.insert(path.to_owned(), ready.clone());
    ready
}

/// Where the file of a path stands; none for paths that leave their folder.
fn place_of(path: &str) -> Option<PathBuf> {
    let (folder, rest) = path.strip_prefix('/')?.split_once('/')?;
    let folder = match folder {
        "card" => folders::card(),
        "rivals" => folders::rivals(),
        "pages" => folders::work().join("pages"),
        _ => return None,
    };
    let is_inside = rest.split('/').all(|part| !part.is_empty() && part != ".." && part != ".");
    is_inside.then(|| folder.join(rest))
}

/// Brotli at its highest quality, except for what is compressed already.
fn compressed(path: &str, bytes: Vec<u8>) -> Ready {
    let is_text = matches!(extension(path), "html" | "js" | "css" | "json" | "wasm" | "svg");
    match is_text.then(|| brotli_of(&bytes)) {
        Some(Ok(packed)) => Ready { body: packed.into(), is_brotli: true },
        _ => Ready { body: bytes.into(), is_brotli: false },
    }
}

/// Compressing the rivals takes a while, so what was compressed once is kept.
fn brotli_of(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let kept =
        folders::work().join("brotli").join(format!("{:016x}-{}", hasher.finish(), bytes.len()));
    if let Ok(packed) = fs::read(&kept) {
        return Ok(packed);
    }
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes).and_then(|()| writer.flush()).map_err(doing("brotli"))?;
    drop(writer);
    fs::create_dir_all(kept.parent().unwrap_or(Path::new(".")))
        .and_then(|()| fs::write(&kept, &packed))
        .map_err(doing(kept.display()))?;
    Ok(packed)
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn media_type(path: &str) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_its_folder() {
        assert_eq!(place_of("/card/story-card.js"), Some(folders::card().join("story-card.js")));
        assert_eq!(place_of("/card/../Cargo.toml"), None);
        assert_eq!(place_of("/card//etc/passwd"), None);
        assert_eq!(place_of("/elsewhere/x"), None);
    }
}
