//! Listening on this machine.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;

use super::{Server, USUAL_PORT};
use crate::cli::native_files::NativeFiles;
use crate::cli::with_context;

/// What is shown, for all requests.
type Shared = Arc<Mutex<Server>>;

/// Answers requests until the program is ended; says where.
///
/// # Errors
/// If the port is taken, or another program may not be listened to.
pub fn listen(server: Server, output: &mut dyn Write) -> io::Result<()> {
    let asynchronous = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    asynchronous.block_on(async {
        let listener = listener(server.port()).await?;
        let address = listener.local_addr()?.to_string();
        writeln!(output, "{}", server.greeting(&address))?;
        output.flush()?;
        let shared: Shared = Arc::new(Mutex::new(server));
        axum::serve(listener, Router::new().fallback(answer).with_state(shared)).await
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
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let (host, path) = (host.to_owned(), uri.path().to_owned());
    // Reading files and drawing a card take time.
    let answered = tokio::task::spawn_blocking(move || {
        // What fails is caught where it is made.
        let mut server = shared.lock().unwrap_or_else(PoisonError::into_inner);
        server.answer(&host, &path, &NativeFiles)
    });
    let Ok(answer) = answered.await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = [(header::CONTENT_TYPE, answer.media_type), (header::CACHE_CONTROL, "no-store")];
    (status, headers, answer.bytes).into_response()
}
