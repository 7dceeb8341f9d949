//! A small web server: answers from a function, each request in its own thread.

use std::{
    io::Cursor,
    net::SocketAddr,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use tiny_http::{Header, Response, Server as Listener};

use crate::Outcome;

/// What the server says to one request.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// HTTP status.
    pub(crate) status: u16,
    /// Header names and values.
    pub(crate) headers: Vec<(String, String)>,
    /// What follows them.
    pub(crate) body: Vec<u8>,
    /// How long the reader waits for it.
    pub(crate) delay: Duration,
}

/// A server that stops when it is dropped.
pub(crate) struct Server {
    listener: Arc<Listener>,
    address: SocketAddr,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves on a free port of this machine; `answer` gets the path with its query.
    pub(crate) fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Outcome<Self> {
        let listener = Arc::new(Listener::http("127.0.0.1:0")?);
        let address = listener.server_addr().to_ip().ok_or("the server has no address")?;
        let (requests, answer) = (Arc::clone(&listener), Arc::new(answer));
        let thread = thread::spawn(move || {
            for request in requests.incoming_requests() {
                let answer = Arc::clone(&answer);
                thread::spawn(move || {
                    let answer = answer(request.url());
                    thread::sleep(answer.delay);
                    // The reader may have left; that is no fault of the server.
                    drop(request.respond(response(answer)));
                });
            }
        });
        Ok(Self { listener, address, thread: Some(thread) })
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listener.unblock();
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn response(answer: Answer) -> Response<Cursor<Vec<u8>>> {
    let headers = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(name.as_str(), value.as_str()).ok());
    headers.fold(
        Response::from_data(answer.body).with_status_code(answer.status),
        Response::with_header,
    )
}
