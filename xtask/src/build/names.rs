//! Short names for what the WebAssembly and its glue call each other: wasm-bindgen's own end in
//! hashes, which nothing compresses and which both files hold. Binaryen shortens them in the
//! WebAssembly and says how; the glue follows.

use std::collections::HashMap;

/// How the names were shortened.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// The module in whose name the glue lends something to the WebAssembly.
    module: String,
    /// What it lends.
    imports: HashMap<String, String>,
    /// What the WebAssembly lends to the glue.
    exports: HashMap<String, String>,
}

impl Names {
    /// Reads lines such as `["./glue.js", "__wbg_log_0123", "a"],` and `["memory", "b"],`.
    pub(super) fn read(map: &str) -> Self {
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
    pub(super) fn replace_in(&self, glue: &str) -> String {
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
