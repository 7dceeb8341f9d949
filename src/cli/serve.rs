//! `story-card serve FILE`: the card on a page of this machine, while its story is written.
//!
//! In: the command, and which requests are answered. Out: what is answered (`preview`), and whether it
//! still holds (`recorder`); listening, which whoever runs the tool does (`http` natively). The page asks every half second whether its
//! files have changed; only then are they read, so nothing runs unasked.

#[cfg(feature = "cli")]
mod http;
mod preview;
mod recorder;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Host;
use super::build::{Choices, Runtime};
use super::files::Files;
use preview::Preview;

#[cfg(feature = "cli")]
pub use http::listen;

/// The port that is taken if it is free and none is named.
pub const USUAL_PORT: u16 = 8017;

/// What `serve` is told on the command line.
#[derive(Args, Debug)]
pub(super) struct Serve {
    /// The story, NAME.story.json
    file: PathBuf,
    /// The folder with the runtime; if left out, the one that came with this tool, or else dist
    #[arg(long, value_name = "DIR")]
    runtime: Option<PathBuf>,
    /// The port of the page; 0 for any that is free
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Leave out what has faults, such as sections that are still empty
    #[arg(long)]
    draft: bool,
    #[command(flatten)]
    choices: Choices,
}

/// What answers requests for the page and its files.
pub struct Server {
    file: PathBuf,
    port: Option<u16>,
    preview: Preview,
}

/// What is answered to a request.
#[derive(Debug)]
pub struct Answer {
    /// The status of HTTP: 200, 403 or 404.
    pub status: u16,
    /// The media type of the bytes.
    pub media_type: &'static str,
    /// What the page or file holds.
    pub bytes: Vec<u8>,
}

/// Gets ready to serve one story.
pub(super) fn run(serve: Serve, host: &Host<'_>) -> io::Result<Server> {
    if serve.file == Path::new("-") {
        return Err(io::Error::other("serve watches the file of a story; - has none"));
    }
    let folder = serve.runtime.as_deref().or(host.runtime).unwrap_or(Path::new("dist"));
    let runtime = Runtime::read(folder, host.files)?.into_files();
    let preview = Preview::new(serve.file.clone(), serve.draft, serve.choices, runtime);
    Ok(Server { file: serve.file, port: serve.port, preview })
}

impl Server {
    /// The port to listen on, on this machine alone; if none is named, [`USUAL_PORT`], or else any
    /// that is free.
    pub fn port(&self) -> Option<u16> {
        self.port
    }

    /// What to say when an address such as `127.0.0.1:8017` is listened on.
    pub fn greeting(&self, address: &str) -> String {
        format!("http://{address}/ shows {} and follows it. Ctrl+C ends it.", self.file.display())
    }

    /// Answers a request for a path that names a host; files are read from `files`.
    pub fn answer(&mut self, host: &str, path: &str, files: &dyn Files) -> Answer {
        if !is_from_here(host) {
            return Answer { status: 403, media_type: "text/plain", bytes: Vec::new() };
        }
        match self.preview.answer(path, files) {
            Some((media_type, bytes)) => Answer { status: 200, media_type, bytes },
            None => Answer { status: 404, media_type: "text/plain", bytes: Vec::new() },
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Server").field("file", &self.file).finish_non_exhaustive()
    }
}

/// Whether a request names this machine: pages of others may not read a story that is not published
/// yet by a name that leads here.
fn is_from_here(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["127.0.0.1", "localhost"].contains(&name)
}
