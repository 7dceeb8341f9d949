//! The author's tool as a module of WebAssembly, for Node and for pages with an editor.
//!
//! In: what JavaScript hands over and gets back. Out: the commands (`crate::cli`); what makes a
//! package of it stands in `npm/`.

mod js_files;

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Parser;
use wasm_bindgen::prelude::*;

use crate::cli::{self, Cli, End, Files, Host, MemoryFiles};
use js_files::{HostFiles, HostInput, JsFiles, JsInput};

/// What a command has left.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Run {
    status: u8,
    output: String,
    remarks: String,
    error: Option<String>,
    server: Option<Server>,
}

/// Answers requests for the page of `serve`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Server(cli::Server);

/// What is answered to a request.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Answer(cli::Answer);

/// Files in memory.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct FileSet(MemoryFiles);

/// Runs a command line without the name of the program. `runtime` is the folder with the runtime,
/// `input` what a file named `-` holds.
#[wasm_bindgen(js_name = run)]
pub fn run_on(
    arguments: Vec<String>,
    files: &JsFiles,
    runtime: Option<String>,
    input: &JsInput,
    has_colours: bool,
) -> Run {
    let (files, mut input) = (HostFiles(files), HostInput(input));
    Run::of(arguments, &files, runtime.map(PathBuf::from).as_deref(), &mut input, has_colours)
}

#[wasm_bindgen]
impl FileSet {
    /// No files.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> Vec<String> {
        self.0.paths().iter().map(|path| path.display().to_string()).collect()
    }

    /// The bytes of a file; none if it is not there.
    pub fn get(&self, path: &str) -> Option<Vec<u8>> {
        self.0.read(Path::new(path), u64::MAX).ok()
    }

    /// Puts a file in its place.
    ///
    /// # Errors
    /// If it would stand where a folder is, or below a file.
    pub fn set(&self, path: &str, bytes: &[u8]) -> Result<(), JsError> {
        Ok(self.0.write(Path::new(path), bytes)?)
    }

    /// Runs a command line on the files; `runtime` is the folder with the runtime.
    pub fn run(&self, arguments: Vec<String>, runtime: Option<String>) -> Run {
        Run::of(arguments, &self.0, runtime.map(PathBuf::from).as_deref(), &mut io::empty(), false)
    }
}

#[wasm_bindgen]
impl Run {
    /// How a program ends: 0 if all went well, 1 if not, 2 if the command line is none.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> u8 {
        self.status
    }

    /// What was printed.
    #[wasm_bindgen(getter)]
    pub fn output(&self) -> String {
        self.output.clone()
    }

    /// What was said besides.
    #[wasm_bindgen(getter)]
    pub fn remarks(&self) -> String {
        self.remarks.clone()
    }

    /// Why the command was not run to its end; it stands in the remarks too.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Option<String> {
        self.error.clone()
    }

    /// What is to answer requests now; given once.
    #[wasm_bindgen(js_name = takeServer)]
    pub fn take_server(&mut self) -> Option<Server> {
        self.server.take()
    }

    /// Runs a command line.
    fn of(
        arguments: Vec<String>,
        files: &dyn Files,
        runtime: Option<&Path>,
        input: &mut dyn Read,
        has_colours: bool,
    ) -> Self {
        let line = std::iter::once(String::from("story-card")).chain(arguments);
        let cli = match Cli::try_parse_from(line.map(OsString::from)) {
            Ok(cli) => cli,
            Err(error) => return Self::of_no_command(&error, has_colours),
        };
        let (mut output, mut remarks) = (Vec::new(), Vec::new());
        let (output_of, remarks_of) = (&mut output, &mut remarks);
        let mut host =
            Host { files, runtime, input, output: output_of, remarks: remarks_of, has_colours };
        let end = cli::run(cli, &mut host);
        if let Err(error) = &end {
            remarks.extend(format!("story-card: {error}\n").into_bytes());
        }
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self { output: text(output), remarks: text(remarks), ..Self::ended(end) }
    }

    /// How a command has ended.
    fn ended(end: io::Result<End>) -> Self {
        let (status, error, server) = match end {
            Ok(End::Well) => (0, None, None),
            Ok(End::Badly) => (1, None, None),
            Ok(End::Serving(server)) => (0, None, Some(Server(*server))),
            Err(error) => (1, Some(error.to_string()), None),
        };
        Self { status, output: String::new(), remarks: String::new(), error, server }
    }

    /// What is said of a line that is no command, or that asks for help.
    fn of_no_command(error: &clap::Error, has_colours: bool) -> Self {
        let said = error.render();
        let said = if has_colours { said.ansi().to_string() } else { said.to_string() };
        let status = u8::try_from(error.exit_code()).unwrap_or(1);
        let error_said = (status != 0).then(|| said.clone());
        let (output, remarks) =
            if error.use_stderr() { (String::new(), said) } else { (said, String::new()) };
        Self { status, output, remarks, error: error_said, server: None }
    }
}

#[wasm_bindgen]
impl Server {
    /// The port that is wanted; none for the usual one, or any if that is taken.
    #[wasm_bindgen(getter)]
    pub fn port(&self) -> Option<u16> {
        self.0.port()
    }

    /// The usual port.
    #[wasm_bindgen(getter, js_name = usualPort)]
    pub fn usual_port(&self) -> u16 {
        cli::USUAL_PORT
    }

    /// What to say when an address such as `127.0.0.1:8017` is listened on.
    pub fn greeting(&self, address: &str) -> String {
        self.0.greeting(address)
    }

    /// Answers a request for a path that names a host.
    pub fn answer(&mut self, host: &str, path: &str, files: &JsFiles) -> Answer {
        Answer(self.0.answer(host, path, &HostFiles(files)))
    }
}

#[wasm_bindgen]
impl Answer {
    /// The status of HTTP.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// The media type of the bytes.
    #[wasm_bindgen(getter, js_name = mediaType)]
    pub fn media_type(&self) -> String {
        self.0.media_type.to_owned()
    }

    /// What the page or file holds.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Vec<u8> {
        self.0.bytes.clone()
    }
}
