//! The glue as an inline script: what it exports becomes the properties of one object.
//!
//! An inline module can export nothing to another. The glue comes in three forms: as
//! wasm-bindgen writes it (declarations with `export` before them and a list at the end),
//! the same on one line, and minified as a module (one list at the end). Only what begins a
//! statement is looked at, so what stands inside the code is not taken for an export.

/// What the loader calls.
const NEEDED: [&str; 5] = ["default", "version", "stop", "readStory", "CardHandle"];

/// What may be declared behind `export`.
const DECLARATIONS: [&str; 6] =
    ["class ", "function ", "async function ", "const ", "let ", "var "];

/// One export: the name inside the module and the name outside.
type Export<'a> = (&'a str, &'a str);

/// The glue, ending with its exports in `globalThis.storyCardRuntime.app`.
///
/// # Errors
/// If the glue has an unexpected form; the error says which.
pub(super) fn for_offline(glue: &str) -> Result<String, String> {
    if let Some(at) = statements(glue, "import").find(|at| !is_expression(&glue[*at..])) {
        return Err(unexpected(&glue[at..]));
    }
    let mut exports = Vec::new();
    let mut code = String::with_capacity(glue.len());
    let mut done = 0;
    for at in statements(glue, "export") {
        code.push_str(&glue[done..at]);
        let rest = &glue[at..];
        done = at + take_statement(rest, &mut exports).ok_or_else(|| unexpected(rest))?;
    }
    code.push_str(&glue[done..]);
    for needed in NEEDED {
        if !exports.iter().any(|(_, outside)| *outside == needed) {
            return Err(format!("it does not export `{needed}`"));
        }
    }
    let properties =
        exports.iter().map(|(inside, outside)| format!("  \"{outside}\": {inside},\n"));
    Ok(format!(
        "{}\n;globalThis.storyCardRuntime = {{ app: {{\n{}}} }};\n",
        code.trim_end(),
        properties.collect::<String>()
    ))
}

/// Where statements begin that start with a word.
fn statements<'a>(code: &'a str, word: &'static str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].trim_end();
        let begins = before.is_empty() || before.ends_with([';', '}', '/']);
        begins && !code[at + word.len()..].starts_with(is_name_char)
    })
}

/// Whether what begins with `import` loads something later (`import(…)`) or asks where it stands.
fn is_expression(code: &str) -> bool {
    code.strip_prefix("import").is_some_and(|rest| rest.trim_start().starts_with(['(', '.']))
}

/// Notes what a statement that begins with `export` gives; how much of it to leave out.
fn take_statement<'a>(statement: &'a str, exports: &mut Vec<Export<'a>>) -> Option<usize> {
    let what = statement.strip_prefix("export")?.trim_start();
    let kept = if let Some(list) = what.strip_prefix('{') {
        let (list, after) = list.split_once('}')?;
        for item in list.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            exports.push(read_item(item)?);
        }
        after_statement(after)?
    } else if let Some(name) = what.strip_prefix("default ") {
        let (name, after) = split_name(name)?;
        exports.push((name, "default"));
        after_statement(after)?
    } else {
        let name = DECLARATIONS.iter().find_map(|word| what.strip_prefix(word))?;
        let (name, _) = split_name(name)?;
        exports.push((name, name));
        what
    };
    Some(statement.len() - kept.len())
}

/// Reads `a` or `a as b`.
fn read_item(item: &str) -> Option<Export<'_>> {
    let words: Vec<&str> = item.split_whitespace().collect();
    let (inside, outside) = match words[..] {
        [name] => (name, name),
        [inside, "as", outside] => (inside, outside),
        _ => return None,
    };
    let is_name = |name| split_name(name).is_some_and(|(_, rest)| rest.is_empty());
    (is_name(inside) && is_name(outside)).then_some((inside, outside))
}

/// What follows the end of a statement, if it ends here.
fn after_statement(code: &str) -> Option<&str> {
    let after = code.trim_start_matches([' ', '\t']);
    after
        .strip_prefix(';')
        .or_else(|| (after.is_empty() || after.starts_with(['\r', '\n'])).then_some(after))
}

/// Splits off the name a text begins with.
fn split_name(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|char| !is_name_char(char)).unwrap_or(text.len());
    let begins_well = text.starts_with(|char: char| is_name_char(char) && !char.is_ascii_digit());
    begins_well.then(|| text.split_at(end))
}

fn is_name_char(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '$')
}

/// Says which statement was not expected, by its first words.
fn unexpected(code: &str) -> String {
    let line = code.lines().next().unwrap_or_default();
    format!("`{}` was not expected", line.chars().take(40).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "\
/* @ts-self-types */
export class CardHandle {
    /** export { nothing } stands in a comment. */
}
export function readStory(text) { return wasm.exports.f(text, new URL('x', import.meta.url)); }
export async function stop() {}
export function version() { return \"export { a }\"; }
function f() { import('x'); }
export { initSync, __wbg_init as default };
";

    /// The names inside and outside, as the object has them.
    fn exports(code: &str) -> Vec<(&str, &str)> {
        let (_, list) = code.split_once("\n;globalThis.storyCardRuntime = { app: {\n").unwrap();
        let lines = list.strip_suffix("} };\n").unwrap().lines();
        lines.map(|line| line.trim_matches([' ', ',', '"']).split_once("\": ").unwrap()).collect()
    }

    #[test]
    fn the_form_of_wasm_bindgen_is_taken_apart() {
        let code = for_offline(LONG).unwrap();
        assert!(code.starts_with("/* @ts-self-types */\nclass CardHandle {\n"), "{code}");
        assert!(!code.contains("\nexport"), "{code}");
        assert!(code.contains("return \"export { a }\""), "what is inside stays: {code}");
        assert_eq!(
            exports(&code),
            [
                ("CardHandle", "CardHandle"),
                ("readStory", "readStory"),
                ("stop", "stop"),
                ("version", "version"),
                ("initSync", "initSync"),
                ("default", "__wbg_init"),
            ]
        );
    }

    #[test]
    fn older_statements_are_known() {
        let glue = LONG.replace(
            "export { initSync, __wbg_init as default };",
            "export { initSync };\nexport default __wbg_init;",
        );
        let code = for_offline(&glue).unwrap();
        assert_eq!(exports(&code).last(), Some(&("default", "__wbg_init")));
    }

    #[test]
    fn another_function_may_be_the_default() {
        let glue = LONG.replace(
            "export { initSync, __wbg_init as default };",
            "async function start(options) {\n    await __wbg_init(options);\n    awaitRest(() => {});\n}\n\
             export { initSync, start as default };",
        );
        let code = for_offline(&glue).unwrap();
        assert!(
            code.contains("}\nasync function start(options) {\n    await __wbg_init"),
            "{code}"
        );
        assert_eq!(exports(&code).last(), Some(&("default", "start")));
        let minified = "async function X(e){}async function Y(e){await X(e)}function a(){}\
                        export{a as CardHandle,a as readStory,a as stop,a as version,X as initSync,Y as default};\n";
        assert_eq!(exports(&for_offline(minified).unwrap()).last(), Some(&("default", "Y")));
    }

    #[test]
    fn all_on_one_line_is_taken_apart() {
        let glue = "export class CardHandle{}Symbol.x&&(CardHandle.prototype.y=1);\
                    export function readStory(e){return e}export function stop(){}\
                    export async function version(){return import.meta.url}export{X as initSync,Y as default};\n";
        let code = for_offline(glue).unwrap();
        assert!(
            code.starts_with(
                "class CardHandle{}Symbol.x&&(CardHandle.prototype.y=1);function readStory(e){return e}\
                 function stop(){}async function version(){return import.meta.url}\n;globalThis"
            ),
            "{code}"
        );
        assert_eq!(exports(&code).len(), 6);
    }

    #[test]
    fn the_minified_form_is_taken_apart() {
        let glue = "var a=class{},$b=()=>({x:1});function c(){}async function d(){return import.meta.url}\
                    export{d as default,a as CardHandle,$b as readStory,c as stop,c as version};\n";
        let code = for_offline(glue).unwrap();
        assert!(code.contains("return import.meta.url}\n;globalThis"), "{code}");
        assert!(exports(&code).contains(&("readStory", "$b")), "{code}");
    }

    #[test]
    fn another_form_is_refused_with_the_reason() {
        let refused = |glue: &str| for_offline(glue).unwrap_err();
        assert_eq!(refused(""), "it does not export `default`");
        assert_eq!(
            refused(&LONG.replace("export function version", "function version")),
            "it does not export `version`"
        );
        for line in [
            "export * from './x.js';",
            "export default class {}",
            "export { a b };",
            "export { a } from './x.js';",
            "import { a } from './x.js';",
            "import*as a from\"./x.js\";",
            "import a from './x.js';",
            "import './x.js'",
        ] {
            let reason = refused(&format!("{line}\n{LONG}"));
            assert_eq!(reason, format!("`{line}` was not expected"));
            let reason = refused(&format!("{LONG}{line}"));
            assert_eq!(reason, format!("`{line}` was not expected"));
        }
    }
}
