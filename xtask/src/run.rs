//! Running programs: shown before they run, their output let through.

use std::{
    env,
    ffi::OsString,
    io::ErrorKind,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::project;

/// What a command of ours gives back; the error is a sentence for the developer.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Says what is about to happen.
pub(crate) fn say(what: &str) {
    println!("\n==> {what}");
}

/// A program with arguments separated by spaces, started in the workspace.
///
/// The project's own tools come first on its `PATH`.
pub(crate) fn program(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command
        .args(words)
        .current_dir(project::root())
        .env("PATH", path_with_tools())
        // Trunk would ask the registry for a newer version at every start,
        // and takes `NO_COLOR=1` for an argument it does not know.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env_remove("NO_COLOR");
    command
}

/// Runs a program to its end, its output shown; an error if it fails.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    println!("    {shown}");
    let status = command.status().map_err(|error| not_started(&shown, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Runs a program to its end, its errors shown; what it writes to standard output.
pub(crate) fn said(command: &mut Command) -> Outcome<String> {
    let shown = shown(command);
    println!("    {shown}");
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| not_started(&shown, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("`{shown}` failed ({})", output.status))
    }
}

/// What a program writes to standard output; `None` if it is missing or fails.
pub(crate) fn ask(line: &str) -> Option<String> {
    let output = program(line).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where on the `PATH` (the project's own tools first) a program stands.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    env::split_paths(&path_with_tools())
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|path| path.is_file())
}

fn path_with_tools() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = project::tool_folders().into_iter().chain(env::split_paths(&inherited));
    // Fails only for a folder with the separator in its name.
    env::join_paths(folders).unwrap_or(inherited)
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(shown: &str, error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => format!("`{shown}` cannot be run: the program is not installed"),
        _ => format!("`{shown}` cannot be run: {error}"),
    }
}
