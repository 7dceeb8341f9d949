//! Short names for what the WebAssembly and its glue call each other: wasm-bindgen's own end in
//! hashes, which nothing compresses and which both files hold. Binaryen shortens them in the
//! WebAssembly and says how; esbuild, told so, does the same in the glue.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

use crate::run::Outcome;

/// How Binaryen has shortened names.
#[derive(Debug, Deserialize)]
struct Shortened {
    /// What the glue lends to the WebAssembly: module, name, short name. Every module is called `a`.
    imports: Vec<(String, String, String)>,
    /// What the WebAssembly lends to the glue: name, short name.
    exports: Vec<(String, String)>,
}

/// The short name of each name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// Reads what Binaryen says when it shortens names.
    pub(super) fn read(map: &str) -> Outcome<Self> {
        let Shortened { imports, exports } = serde_json::from_str(map)
            .map_err(|error| format!("how Binaryen has shortened names: {error}"))?;
        let mut names = BTreeMap::new();
        for (module, long, short) in imports {
            names.insert(module, "a".to_owned());
            add(&mut names, long, short)?;
        }
        exports.into_iter().try_for_each(|(long, short)| add(&mut names, long, short))?;
        Ok(Self(names))
    }

    /// What tells esbuild to take the short names in place of properties with the long ones. It
    /// reads them from `cache`, which is written here.
    pub(super) fn arguments(&self, cache: &Path) -> Outcome<[String; 3]> {
        let text = serde_json::to_string(&self.0).map_err(|error| error.to_string())?;
        fs::write(cache, text).map_err(|error| format!("{}: {error}", cache.display()))?;
        let names: Vec<String> = self.0.keys().map(|name| literally(name)).collect();
        Ok([
            format!("--mangle-props=^({})$", names.join("|")),
            // The name of the module stands in quotes.
            "--mangle-quoted".to_owned(),
            format!("--mangle-cache={}", cache.display()),
        ])
    }
}

/// One name is shortened in one way, for properties are known by nothing else.
fn add(names: &mut BTreeMap<String, String>, long: String, short: String) -> Outcome {
    match names.insert(long, short) {
        None => Ok(()),
        Some(other) => Err(format!("a name of the glue is shortened twice, once to {other}")),
    }
}

/// A text as a regular expression.
fn literally(text: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || character == '_';
    text.chars()
        .flat_map(|character| [(!is_plain(character)).then_some('\\'), Some(character)])
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "{\n \"imports\": [\n  [\"./glue.js\", \"__wbg_log_01\", \"b\"]\n ],\n\
                       \"exports\": [\n  [\"memory\", \"c\"],\n  [\"open\", \"d\"]\n ]\n}\n";

    #[test]
    fn esbuild_is_told_what_binaryen_says() {
        let cache = std::env::temp_dir().join(format!("names-{}.json", std::process::id()));
        let arguments = Names::read(MAP).unwrap().arguments(&cache).unwrap();
        assert_eq!(arguments[0], r"--mangle-props=^(\.\/glue\.js|__wbg_log_01|memory|open)$");
        let text = fs::read_to_string(&cache).unwrap();
        fs::remove_file(&cache).unwrap();
        assert_eq!(text, r#"{"./glue.js":"a","__wbg_log_01":"b","memory":"c","open":"d"}"#);
    }

    #[test]
    fn a_name_with_two_short_ones_is_refused() {
        let refused = Names::read(&MAP.replace("open", "__wbg_log_01")).unwrap_err();
        assert_eq!(refused, "a name of the glue is shortened twice, once to b");
        assert!(Names::read("nothing").unwrap_err().contains("Binaryen"));
    }
}
