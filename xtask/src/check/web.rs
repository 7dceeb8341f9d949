//! The tests of Rust code in every engine there is, driven by the test runner of `wasm-bindgen`.
//!
//! The runner knows the drivers of four browsers. WebKitWebDriver is started as Safari's driver is,
//! and understands what the runner tells that one; it needs a screen.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::{
    build::RUNTIME,
    project::WASM_TARGET,
    run::{Outcome, program, run, say},
    setup::browser::{Engine, Engines, Paths},
};

/// Variables that name a driver to the runner, which takes the first that is set.
const DRIVERS: [&str; 3] = ["GECKODRIVER", "SAFARIDRIVER", "CHROMEDRIVER"];
/// Seconds all tests of a file may take together; the runner's own are 20.
const TIMEOUT: &str = "120";

/// Runs `tests/web.rs` and `tests/trap.rs` in these engines.
pub(super) fn test(engines: &Engines) -> Outcome {
    engines.here.iter().try_for_each(|(engine, paths)| {
        say(&format!("in {}", engine.name));
        test_in(engine, paths).map_err(|error| format!("{}: {error}", engine.name))
    })
}

fn test_in(engine: &Engine, paths: &Paths) -> Outcome {
    let path = |variable| {
        let found = paths.iter().find(|(name, _)| *name == variable);
        found.map(|(_, path)| path.as_path()).ok_or_else(|| format!("{variable} names nothing"))
    };
    let mut command = tests();
    command.envs(paths.iter().cloned());
    match engine.name {
        "firefox" => {
            // geckodriver itself looks for no other name than `firefox`.
            let binary = format!("--binary='{}'", path("FIREFOX")?.display());
            run(command.env("GECKODRIVER_ARGS", binary))
        }
        "webkit" => {
            let screen = Screen::start(path("XVFB")?)?;
            command.env("SAFARIDRIVER", path("WEBKIT_DRIVER")?);
            command.env("DISPLAY", &screen.display).env("GDK_BACKEND", "x11");
            run(command.env_remove("WAYLAND_DISPLAY"))
        }
        _ => run(&mut command),
    }
}

/// The tests, told of no driver yet.
fn tests() -> Command {
    let line = format!("cargo test --target {WASM_TARGET} {RUNTIME} --test web --test trap");
    let mut command = program(&line);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT);
    for driver in DRIVERS {
        command.env_remove(driver);
    }
    command
}

/// A screen nobody sees; it goes when it is dropped.
struct Screen {
    process: Child,
    display: String,
}

impl Screen {
    fn start(server: &Path) -> Outcome<Self> {
        let mut command = Command::new(server);
        // It chooses a free number and says which.
        command.args(["-displayfd", "1", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let started = command.spawn();
        let process = started.map_err(|error| format!("Xvfb cannot be started: {error}"))?;
        let mut screen = Self { process, display: String::new() };
        let mut number = String::new();
        if let Some(output) = screen.process.stdout.take() {
            // What cannot be read is as good as nothing.
            let _ = BufReader::new(output).read_line(&mut number);
        }
        screen.display = format!(":{}", number.trim());
        if number.trim().is_empty() { Err("Xvfb did not start".to_owned()) } else { Ok(screen) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
