//! Short names for what the WebAssembly and its glue call each other: wasm-bindgen's own end in
//! hashes, which nothing compresses and which both files hold. Binaryen shortens them in the
//! WebAssembly and says how; the glue follows.

use std::{collections::HashMap, fs, path::Path, process::Stdio};

use crate::{
    project,
    run::{Outcome, program},
};

/// What the WebAssembly uses; Trunk's `wasm-opt` has taken the list of it out.
const FEATURES: &str = "--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
                        --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// How the names were shortened.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    /// The module in whose name the glue lends something to the WebAssembly.
    module: String,
    /// What it lends.
    imports: HashMap<String, String>,
    /// What the WebAssembly lends to the glue.
    exports: HashMap<String, String>,
}

/// Shortens the names in `dist/`; the glue must still be as wasm-bindgen wrote it.
pub(super) fn shorten() -> Outcome {
    let wasm = project::dist().join("story-card-app_bg.wasm");
    let glue = project::dist().join("story-card-app.js");
    let names = Names::read(&shorten_in(&wasm)?);
    let text = fs::read_to_string(&glue).map_err(|error| format!("{}: {error}", glue.display()))?;
    fs::write(&glue, names.replace_in(&text))
        .map_err(|error| format!("{}: {error}", glue.display()))
}

/// Shortens the names in the WebAssembly; returns how, in Binaryen's words.
fn shorten_in(wasm: &Path) -> Outcome<String> {
    let line = format!("wasm-opt --minify-imports-and-exports-and-modules {FEATURES}");
    let output = program(&line)
        .arg(wasm)
        .arg("-o")
        .arg(wasm)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{line}` cannot be run: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("`{line}` failed ({})", output.status))
    }
}

impl Names {
    /// Reads lines such as `["./glue.js", "__wbg_log_0123", "a"],` and `["memory", "b"],`.
    fn read(map: &str) -> Self {
        let mut names = Self::default();
        for line in map.lines() {
            match line.split('"').skip(1).step_by(2).collect::<Vec<_>>()[..] {
                [module, long, short] => {
                    module.clone_into(&mut names.module);
                    names.imports.insert(long.to_owned(), short.to_owned());
                }
                [long, short] => {
                    names.exports.insert(long.to_owned(), short.to_owned());
                }
                _ => {}
            }
        }
        names
    }

    /// The glue with the short names: imports wherever they stand, exports behind `wasm.`.
    fn replace_in(&self, glue: &str) -> String {
        // Binaryen calls every module `a`.
        let glue = glue.replace(&format!("\"{}\"", self.module), "\"a\"");
        let mut out = String::with_capacity(glue.len());
        let mut rest = glue.as_str();
        while let Some(start) = rest.find(is_part) {
            let (before, from) = rest.split_at(start);
            let (name, behind) =
                from.split_at(from.find(|part| !is_part(part)).unwrap_or(from.len()));
            out.push_str(before);
            let names = if out.ends_with("wasm.") { &self.exports } else { &self.imports };
            out.push_str(names.get(name).map_or(name, String::as_str));
            rest = behind;
        }
        out + rest
    }
}

/// Whether a character is part of a name.
fn is_part(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_follows_the_names_of_the_webassembly() {
        let names = Names::read(
            "{\n \"imports\": [\n  [\"./glue.js\", \"__wbg_log_01\", \"a\"]\n ],\n\
             \"exports\": [\n  [\"memory\", \"b\"],\n  [\"open\", \"c\"]\n ]\n}\n",
        );
        let glue = "open(wasm.memory); wasm.open(); const memory = {__wbg_log_01: 1}; ({\"./glue.js\": 0, __wbg_log_012: 2})";
        assert_eq!(
            names.replace_in(glue),
            "open(wasm.b); wasm.c(); const memory = {a: 1}; ({\"a\": 0, __wbg_log_012: 2})"
        );
    }
}
