//! Programs of this machine: where they are, and running ones that end with their owner.

use std::{
    env,
    net::{TcpListener, TcpStream},
    ops::Range,
    path::PathBuf,
    process::{self, Child, Command},
    sync::atomic::{AtomicU16, Ordering},
    thread,
    time::{Duration, Instant},
};

use crate::Outcome;

/// A program a browser needs.
pub(super) struct Program {
    /// The environment variable that names it.
    pub(super) variable: &'static str,
    /// What it is called on the `PATH`.
    pub(super) names: &'static [&'static str],
}

impl Program {
    /// Where it is; the error says that it is missing.
    pub(super) fn path(&self) -> Result<PathBuf, String> {
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.names.iter().find_map(|name| find(name))).ok_or_else(|| {
            format!(
                "{} is missing; `cargo xtask test` installs it or says how, and {} may name it",
                self.names[0], self.variable
            )
        })
    }
}

fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// A running program, ended when it is dropped.
pub(super) struct Process(pub(super) Child);

impl Process {
    /// Starts a program.
    pub(super) fn start(command: &mut Command) -> Outcome<Self> {
        let started = command.spawn();
        let name = command.get_program().to_string_lossy();
        started.map(Self).map_err(|error| format!("{name} cannot be started: {error}").into())
    }

    /// Starts a program that serves on a port, and waits until it does.
    pub(super) fn serve(command: &mut Command, port: u16) -> Outcome<Self> {
        let mut process = Self::start(command)?;
        let name = command.get_program().to_string_lossy();
        let end = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = process.0.try_wait()? {
                return Err(format!("{name} ended before it served: {status}").into());
            }
            if Instant::now() > end {
                return Err(format!("{name} did not come up within a minute").into());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(process)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// A port nobody serves on, another at each call.
///
/// It comes from below the ports that systems hand out by themselves: one of those may be given to
/// a web server of another test before the program it was meant for begins to serve on it.
pub(super) fn free_port() -> Outcome<u16> {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    // Two runs at once begin at places far from each other.
    let start = (process::id().wrapping_mul(97) % PORTS.len() as u32) as u16;
    let mut ports = PORTS.map(|_| {
        let next = TAKEN.fetch_add(1, Ordering::SeqCst).wrapping_add(start);
        PORTS.start + next % PORTS.len() as u16
    });
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    ports.find(is_free).ok_or_else(|| "no port is free".into())
}

/// From where ports for programs are taken.
const PORTS: Range<u16> = 20_000..28_000;
