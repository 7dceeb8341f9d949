//! A small web server: answers from a function, one thread and one answer to a connection.
//!
//! Written by hand since `tiny_http` now and then leaves a connection waiting while it
//! keeps others alive, and a test that hangs once in ten runs is none.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::Outcome;

/// What a browser asks for.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Path with query.
    pub(crate) url: String,
    /// Whether a Chromium asks.
    pub(crate) is_chromium: bool,
}

/// What the server says to one request.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// HTTP status; 0 to hang up without a word.
    pub(crate) status: u16,
    /// Header names and values.
    pub(crate) headers: Vec<(String, String)>,
    /// What follows them.
    pub(crate) body: Vec<u8>,
    /// How long the reader waits for it.
    pub(crate) delay: Duration,
    /// What the reader waits for.
    pub(crate) gate: Option<Gate>,
}

/// Something to wait for; closed at first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets all pass, now and later.
    pub(crate) fn open(&self) {
        let (is_open, changed) = &*self.0;
        *is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }

    fn wait(&self) {
        let (is_open, changed) = &*self.0;
        let is_open = is_open.lock().unwrap_or_else(PoisonError::into_inner);
        // The guard has no use once it is open.
        drop(changed.wait_while(is_open, |is_open| !*is_open));
    }
}

impl Answer {
    /// A file of this type.
    pub(crate) fn file(media_type: &str, content: &str) -> Self {
        let headers = vec![("Content-Type".into(), media_type.into())];
        Self { status: 200, headers, body: content.into(), delay: Duration::ZERO, gate: None }
    }
}

/// A server that stops when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves on a free port of this machine; `answer` says what.
    pub(crate) fn start(
        answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    ) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let is_over = Arc::new(AtomicBool::new(false));
        let (until, answer) = (Arc::clone(&is_over), Arc::new(answer));
        let thread = thread::spawn(move || {
            for stream in
                listener.incoming().take_while(|_| !until.load(Ordering::SeqCst)).flatten()
            {
                let answer = Arc::clone(&answer);
                // The reader may leave at any time; that is no fault of the server.
                thread::spawn(move || drop(serve(&stream, &*answer)));
            }
        });
        Ok(Self { address, is_over, thread: Some(thread) })
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // One more connection wakes the thread that waits for the next.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// Reads one request, which has no body, and answers it.
fn serve(mut stream: &TcpStream, answer: &dyn Fn(&Request) -> Answer) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut is_chromium = false;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        is_chromium |=
            line.to_ascii_lowercase().starts_with("user-agent:") && line.contains("Chrome");
    }
    // A browser may open a connection and ask nothing.
    let Some(url) = first.split(' ').nth(1) else { return Ok(()) };
    let answer = answer(&Request { url: url.to_owned(), is_chromium });
    thread::sleep(answer.delay);
    if let Some(gate) = &answer.gate {
        gate.wait();
    }
    if answer.status == 0 {
        return Ok(());
    }
    write!(
        stream,
        "HTTP/1.1 {} -\r\nConnection: close\r\nContent-Length: {}\r\n",
        answer.status,
        answer.body.len()
    )?;
    for (name, value) in &answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    stream.write_all(&answer.body)
}
