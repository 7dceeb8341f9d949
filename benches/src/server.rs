//! A small web server that counts: every byte its sockets write, headers included, and
//! every request. HTTP/1.1, connections kept alive, one thread each.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
    thread,
};

use crate::{Outcome, doing};

/// What the server says to one request.
pub(crate) struct Answer {
    /// HTTP status with its words.
    pub(crate) status: &'static str,
    /// Value of `Content-Type`.
    pub(crate) media: &'static str,
    /// Whether the body is compressed with brotli.
    pub(crate) is_brotli: bool,
    /// What follows the headers.
    pub(crate) body: Arc<[u8]>,
}

impl Answer {
    /// Its bytes on the line, headers included.
    pub(crate) fn weight(&self) -> usize {
        written(self).len()
    }
}

/// What went over the line.
#[derive(Default)]
struct Traffic {
    requests: AtomicU64,
    bytes: AtomicU64,
}

/// A server on a free port of this machine, until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    traffic: Arc<Traffic>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    /// Starts serving; `answer` gets the path without its query.
    pub(crate) fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(doing("no free port"))?;
        let address = listener.local_addr().map_err(doing("no free port"))?;
        let (traffic, is_over) = (Arc::new(Traffic::default()), Arc::new(AtomicBool::new(false)));
        let (count, until, answer) = (Arc::clone(&traffic), Arc::clone(&is_over), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().take_while(|_| !until.load(Relaxed)).flatten() {
                let (count, answer) = (Arc::clone(&count), Arc::clone(&answer));
                // The browser may leave at any time; that is no fault of the server.
                thread::spawn(move || drop(serve(&stream, &count, &*answer)));
            }
        });
        Ok(Self { address, traffic, is_over })
    }

    /// The full address of a path that begins with `/`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Requests and bytes since the last call.
    pub(crate) fn take_traffic(&self) -> (u64, u64) {
        (self.traffic.requests.swap(0, Relaxed), self.traffic.bytes.swap(0, Relaxed))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Relaxed);
        // One more connection wakes the thread that waits for the next.
        drop(TcpStream::connect(self.address));
    }
}

/// Answers requests, which have no body, until the browser closes the connection.
fn serve(
    mut stream: &TcpStream,
    traffic: &Traffic,
    answer: &dyn Fn(&str) -> Answer,
) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream).lines();
    while let Some(first) = lines.next().transpose()? {
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let Some(url) = first.split(' ').nth(1) else { return Ok(()) };
        let whole = written(&answer(url.split(['?', '#']).next().unwrap_or(url)));
        // Counted first: who has read the answer may ask for the count at once.
        traffic.requests.fetch_add(1, Relaxed);
        traffic.bytes.fetch_add(whole.len() as u64, Relaxed);
        stream.write_all(&whole)?;
    }
    Ok(())
}

/// An answer as it goes over the line.
fn written(answer: &Answer) -> Vec<u8> {
    let encoding =
        if answer.is_brotli { "Content-Encoding: br\r\nVary: Accept-Encoding\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{encoding}Cache-Control: max-age=3600\r\n\r\n",
        answer.status,
        answer.media,
        answer.body.len()
    );
    [head.as_bytes(), &answer.body].concat()
}

#[cfg(test)]
mod tests {
    use std::{io::Read, net::TcpStream};

    use super::*;

    fn ask(server: &Server, path: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    #[test]
    fn every_byte_and_request_is_counted_once() {
        let server = Server::start(|path| Answer {
            status: "200 OK",
            media: "text/plain",
            is_brotli: false,
            body: path.as_bytes().into(),
        })
        .unwrap();
        let (one, two) = (ask(&server, "/one?v=1"), ask(&server, "/two"));
        assert!(one.ends_with(b"\r\n\r\n/one"), "{}", String::from_utf8_lossy(&one));
        assert_eq!(server.take_traffic(), (2, (one.len() + two.len()) as u64));
        assert_eq!(server.take_traffic(), (0, 0));
        let answer = Answer {
            status: "200 OK",
            media: "text/plain",
            is_brotli: false,
            body: (*b"/one").into(),
        };
        assert_eq!(answer.weight(), one.len());
    }
}
