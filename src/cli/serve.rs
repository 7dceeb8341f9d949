//! `story-card serve FILE`: the card on a page of this machine, while its story is written.
//!
//! In: the command, and answering requests. Out: what is answered (`preview`). The page asks every
//! half second whether its files have changed; only then are they read, so nothing runs unasked.

mod media_type;
mod preview;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use clap::Args;
use tokio::net::TcpListener;

use super::build::{Choices, Runtime};
use super::{Streams, with_context};
use preview::Preview;

/// The port that is taken if it is free and none is named.
const USUAL_PORT: u16 = 8017;

/// What `serve` is told on the command line.
#[derive(Args, Debug)]
pub(super) struct Serve {
    /// The story, NAME.story.json
    file: PathBuf,
    /// The folder with the runtime
    #[arg(long, value_name = "DIR", default_value = "dist")]
    runtime: PathBuf,
    /// The port of the page; 0 for any that is free
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Leave out what has faults, such as sections that are still empty
    #[arg(long)]
    draft: bool,
    #[command(flatten)]
    choices: Choices,
}

/// What is shown, for all requests.
type Shared = Arc<Mutex<Preview>>;

/// Serves one story until the program is ended.
pub(super) fn run(serve: Serve, streams: &mut Streams<'_>) -> io::Result<bool> {
    if serve.file == Path::new("-") {
        return Err(io::Error::other("serve watches the file of a story; - has none"));
    }
    let runtime = Runtime::read(&serve.runtime)?;
    let asynchronous = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    asynchronous.block_on(async {
        let listener = listener(serve.port).await?;
        let address = listener.local_addr()?;
        writeln!(
            streams.output,
            "http://{address}/ shows {} and follows it. Ctrl+C ends it.",
            serve.file.display()
        )?;
        streams.output.flush()?;
        let preview = Preview::new(serve.file, serve.draft, serve.choices, runtime.into_files());
        let shared: Shared = Arc::new(Mutex::new(preview));
        axum::serve(listener, Router::new().fallback(answer).with_state(shared)).await?;
        Ok(true)
    })
}

/// Listens on this machine alone: the port named, else the usual one, else any that is free.
async fn listener(port: Option<u16>) -> io::Result<TcpListener> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    if let Some(port) = port {
        let doing = format!("listening on port {port}");
        return bind(port).await.map_err(|error| with_context(&error, &doing));
    }
    match bind(USUAL_PORT).await {
        Ok(listener) => Ok(listener),
        Err(_) => bind(0).await,
    }
}

/// Answers a request.
async fn answer(State(shared): State<Shared>, headers: HeaderMap, uri: Uri) -> Response {
    if !is_from_here(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    // Reading files and drawing a card take time, and the card is drawn on a runtime of its own.
    let answered = tokio::task::spawn_blocking(move || {
        // What fails is caught where it is made.
        let mut preview = shared.lock().unwrap_or_else(PoisonError::into_inner);
        preview.answer(uri.path())
    });
    match answered.await {
        Ok(Some((media_type, bytes))) => {
            let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-store")];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Whether a request names this machine: pages of others may not read a story that is not published
/// yet by a name that leads here.
fn is_from_here(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["127.0.0.1", "localhost"].contains(&name)
}
