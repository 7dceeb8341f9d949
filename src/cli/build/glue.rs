//! The glue as an inline script: what it exports becomes the properties of one object.
//!
//! An inline module can export nothing to another. The glue comes in two forms: as
//! wasm-bindgen writes it (declarations with `export` before them and a list at the end)
//! and minified (one list at the end). Only statements at the start of a line or the last
//! one are looked at, so nothing inside the code is taken for an export.

/// What the loader calls.
const NEEDED: [&str; 5] = ["default", "version", "start", "readStory", "CardHandle"];

/// What may follow `export` at the start of a line.
const DECLARATIONS: [&str; 6] =
    ["class ", "function ", "async function ", "const ", "let ", "var "];

/// One export: the name inside the module and the name outside.
type Export = (String, String);

/// The glue, ending with its exports in `globalThis.storyCardRuntime.app`.
///
/// # Errors
/// If the glue has an unexpected form; the error says which.
pub(super) fn for_offline(glue: &str) -> Result<String, String> {
    let (body, mut exports) = take_last_list(glue)?;
    let mut code = String::with_capacity(glue.len());
    for line in body.split_inclusive('\n') {
        match line.strip_prefix("export ") {
            Some(statement) => take_statement(statement, &mut code, &mut exports)?,
            None => code.push_str(line),
        }
    }
    if let Some(found) = leftover(&code) {
        return Err(format!("`{found}` was not expected"));
    }
    for needed in NEEDED {
        if !exports.iter().any(|(_, outside)| outside == needed) {
            return Err(format!("it does not export `{needed}`"));
        }
    }
    let properties: Vec<String> =
        exports.iter().map(|(inside, outside)| format!("  \"{outside}\": {inside},\n")).collect();
    Ok(format!(
        "{}\n;globalThis.storyCardRuntime = {{ app: {{\n{}}} }};\n",
        code.trim_end(),
        properties.concat()
    ))
}

/// Splits off the list of exports that the text ends with, if it ends with one.
fn take_last_list(glue: &str) -> Result<(&str, Vec<Export>), String> {
    let text = glue.trim_end().trim_end_matches(';').trim_end();
    let Some(inside) = text.strip_suffix('}') else { return Ok((glue, Vec::new())) };
    let Some(open) = inside.rfind('{') else { return Ok((glue, Vec::new())) };
    let before = inside[..open].trim_end();
    match before.strip_suffix("export") {
        Some(body) if !body.ends_with(is_name_char) => Ok((body, read_list(&inside[open + 1..])?)),
        _ => Ok((glue, Vec::new())),
    }
}

/// Reads `a, b as c`.
fn read_list(list: &str) -> Result<Vec<Export>, String> {
    let items = list.split(',').map(str::trim).filter(|item| !item.is_empty());
    items.map(read_item).collect()
}

fn read_item(item: &str) -> Result<Export, String> {
    let words: Vec<&str> = item.split_whitespace().collect();
    let (inside, outside) = match words[..] {
        [name] => (name, name),
        [inside, "as", outside] => (inside, outside),
        _ => return Err(format!("`export {{ {item} }}` was not expected")),
    };
    match [inside, outside].into_iter().find(|name| !is_name(name)) {
        Some(strange) => Err(format!("`{strange}` is no name of an export")),
        None => Ok((inside.to_owned(), outside.to_owned())),
    }
}

/// Takes over a statement that had `export` before it.
fn take_statement(
    statement: &str,
    code: &mut String,
    exports: &mut Vec<Export>,
) -> Result<(), String> {
    let bare = statement.trim_end().trim_end_matches(';');
    if let Some(list) = bare.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        exports.extend(read_list(list)?);
    } else if let Some(name) = bare.strip_prefix("default ").filter(|name| is_name(name)) {
        exports.push((name.to_owned(), "default".to_owned()));
    } else if let Some(name) = declared_name(statement) {
        exports.push((name.to_owned(), name.to_owned()));
        code.push_str(statement);
    } else {
        return Err(format!("`export {bare}` was not expected"));
    }
    Ok(())
}

/// The name that a declaration such as `class A {` gives.
fn declared_name(statement: &str) -> Option<&str> {
    let rest = DECLARATIONS.iter().find_map(|word| statement.strip_prefix(word))?;
    let end = rest.find(|char| !is_name_char(char)).unwrap_or(rest.len());
    let name = &rest[..end];
    is_name(name).then_some(name)
}

/// The start of a statement that only a file of its own may have.
fn leftover(code: &str) -> Option<&str> {
    let statements = code.lines().flat_map(|line| line.split(';')).map(str::trim_start);
    let after = |statement: &str, word: &str, follows: &[&str]| {
        let rest = statement.strip_prefix(word)?.trim_start();
        follows.iter().any(|next| rest.starts_with(next)).then_some(())
    };
    let mut found = statements.filter(|statement| {
        let exports = ["{", "*", "default", "class", "function", "async", "const", "let", "var"];
        after(statement, "export", &exports).is_some()
            || after(statement, "import", &["{", "*", "\"", "'"]).is_some()
    });
    found.next().map(|statement| statement.get(..40).unwrap_or(statement))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(is_name_char)
        && !text.starts_with(|char: char| char.is_ascii_digit())
}

fn is_name_char(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '$')
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
export async function start() {}
export function version() { return \"export { a }\"; }
function f() { import('x'); }
export { initSync, __wbg_init as default };
";

    fn tail(code: &str) -> &str {
        code.split_once(";globalThis").map_or("", |(_, tail)| tail)
    }

    #[test]
    fn the_form_of_wasm_bindgen_is_taken_apart() {
        let code = for_offline(LONG).unwrap();
        assert!(code.starts_with("/* @ts-self-types */\nclass CardHandle {\n"), "{code}");
        assert!(!code.contains("\nexport"), "{code}");
        assert!(code.contains("return \"export { a }\""), "what is inside stays: {code}");
        assert_eq!(
            tail(&code),
            ".storyCardRuntime = { app: {\n  \"initSync\": initSync,\n  \"default\": __wbg_init,\n  \
             \"CardHandle\": CardHandle,\n  \"readStory\": readStory,\n  \"start\": start,\n  \
             \"version\": version,\n} };\n"
        );
    }

    #[test]
    fn older_statements_are_known() {
        let glue = LONG.replace(
            "export { initSync, __wbg_init as default };",
            "export { initSync };\nexport default __wbg_init;",
        );
        let code = for_offline(&glue).unwrap();
        assert!(tail(&code).contains("\"default\": __wbg_init,"), "{code}");
    }

    #[test]
    fn the_minified_form_is_taken_apart() {
        let glue = "var a=class{},$b=()=>({x:1});function c(){}async function d(){return import.meta.url}\
                    export{d as default,a as CardHandle,$b as readStory,c as start,c as version};\n";
        let code = for_offline(glue).unwrap();
        assert!(code.contains("return import.meta.url}\n;globalThis"), "{code}");
        assert!(tail(&code).contains("\"readStory\": $b,"), "{code}");
    }

    #[test]
    fn another_form_is_refused_with_the_reason() {
        let refused = |glue: &str| for_offline(glue).unwrap_err();
        assert_eq!(refused(""), "it does not export `default`");
        assert_eq!(
            refused(&LONG.replace("export function version", "function version")),
            "it does not export `version`"
        );
        for line in ["export * from './x.js';\n", "export default class {}\n", "export { a b };\n"]
        {
            let reason = refused(&format!("{line}{LONG}"));
            assert!(reason.contains("was not expected"), "{reason}");
        }
        for line in
            ["import { a } from './x.js';\n", "import*as a from\"./x.js\";", "import './x.js'\n"]
        {
            let reason = refused(&format!("{line}{LONG}"));
            assert!(reason.contains("import"), "{reason}");
        }
        let minified = "export class a{}export{a as default};";
        assert!(for_offline(minified).is_err());
    }
}
