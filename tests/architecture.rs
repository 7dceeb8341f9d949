//! Which module and which file may name which: the arrows of `src/lib.rs`, and what must not
//! stand in the sources.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "architecture/functions.rs"]
mod functions;
#[path = "architecture/sources.rs"]
mod sources;

use functions::{Function, functions};
use sources::{Sources, circle, source_files};
use std::fs;
use std::path::{Path, PathBuf};

/// Every module of the library, and the modules it may name.
const ARROWS: [(&str, &[&str]); 7] = [
    ("story", &[]),
    ("session", &["story"]),
    ("layout", &["story"]),
    ("paint", &["layout", "story"]),
    ("browser", &["layout", "paint"]),
    ("view", &["browser", "layout", "paint", "session", "story"]),
    ("element", &["browser", "session", "story", "view"]),
];

/// Names of the platform, which only `browser` and `element` may use.
const PLATFORM: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "plotters_canvas"];

/// The files of the library with the module each belongs to, and their text.
fn library() -> Vec<(PathBuf, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    source_files(&root)
        .into_iter()
        .filter_map(|path| {
            let inside = path.strip_prefix(&root).unwrap();
            let first = inside.iter().next().unwrap().to_string_lossy();
            let module = first.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (!["lib", "main", "bin", "cli", "module"].contains(&module.as_str()))
                .then_some((path, module, text))
        })
        .collect()
}

/// Lines of code: without comments, for what a comment names is no dependency.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The files that are no part of the library.
const PROGRAMS: [&str; 6] = ["main.rs", "bin", "cli", "cli.rs", "module", "module.rs"];

#[test]
fn dependencies_point_inward_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut arrows = 0;
    for (from, targets) in Sources::read(&root, &PROGRAMS).arrows() {
        let Some(module) = from.first() else { continue };
        let (_, allowed) = ARROWS.iter().find(|(name, _)| name == module).unwrap_or_else(|| {
            panic!("{module}: a module without arrows; add it to ARROWS");
        });
        for target in targets {
            let Some(other) = target.first().filter(|other| *other != module) else { continue };
            let (from, to) = (from.join("::"), target.join("::"));
            assert!(allowed.contains(&other.as_str()), "{from} names {to}");
            arrows += 1;
        }
    }
    assert!(arrows > 100, "the arrows were found");
}

#[test]
fn no_circles_between_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (folder, without) in [("src", &PROGRAMS[..2]), ("benches/src", &[]), ("xtask/src", &[])] {
        let arrows = Sources::read(&root.join(folder), without).arrows();
        assert!(arrows.len() > 10, "the files of {folder} were found");
        let circle = circle(&arrows)
            .map(|files| files.iter().map(|file| file.join("::")).collect::<Vec<_>>().join(" -> "));
        assert_eq!(circle, None, "in {folder}; a type stands in the wrong file");
    }
}

/// A circle in the files with these modules and texts.
fn circle_in(files: &[(&str, &str)]) -> Option<Vec<String>> {
    let circle = circle(&Sources::of(files).arrows())?;
    Some(circle.iter().map(|file| file.join("::")).collect())
}

#[test]
fn a_knot_of_any_kind_is_found() {
    let ways = [
        "use crate::b::B;",
        "use super::b::B;",
        "use crate::{b::B, c};",
        "use super::{b::{B as Other}, c};",
        "use super::b; fn a() { b::b(); }",
        "use super::b::*;",
        "fn a(_: &crate::b::B) {}",
        "fn a() { super::b::b(); }",
        "impl super::b::Say for A {}",
        // Handed on by the parent, or by another file.
        "use super::B;",
        "use crate::c::B;",
        "use super::*; use super::b as other;",
    ];
    for way in ways {
        let text = format!("{way} pub struct A;");
        let files = [
            ("lib", "pub use b::B; mod a; mod b; mod c;"),
            ("a", text.as_str()),
            ("b", "use crate::a::A; pub struct B; pub trait Say {} pub fn b() {}"),
            ("c", "pub use crate::b::B;"),
        ];
        let files = files.map(|(module, text)| (if module == "lib" { "" } else { module }, text));
        assert!(circle_in(&files).is_some(), "{way}");
    }
}

#[test]
fn what_is_no_knot_is_none() {
    let files = [
        ("", "mod a; mod b; mod c;"),
        ("a", "mod inner; pub struct A; use inner::Inner;"),
        // A child may name its parent.
        ("a::inner", "use super::A; pub struct Inner; use std::fmt; use serde::b;"),
        ("b", "use crate::a::A; pub struct B; #[cfg(test)] mod tests { use crate::c::C; }"),
        ("c", "use super::b::B; pub struct C; // use super::a::inner::Inner"),
    ];
    assert_eq!(circle_in(&files), None);
    let long = [
        ("", "mod a; mod b; mod c;"),
        ("a", "use crate::b::B; pub struct A;"),
        ("b", "use crate::c::C; pub struct B;"),
        ("c", "use crate::a::A; pub struct C;"),
    ];
    assert_eq!(circle_in(&long).map(|circle| circle.len()), Some(4));
}

#[test]
fn only_browser_and_element_know_the_platform() {
    let mut wrong = Vec::new();
    for (path, module, text) in library() {
        if ["browser", "element"].contains(&module.as_str()) {
            continue;
        }
        for (line, code) in code(&text) {
            if PLATFORM.iter().any(|name| code.contains(&format!("{name}::"))) {
                wrong.push(format!("{}:{}: {}", path.display(), line + 1, code.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn view_reaches_the_browser_through_its_hooks() {
    for (path, module, text) in library() {
        for (line, code) in code(&text).filter(|_| module == "view") {
            let reaches = code.contains("crate::browser");
            assert!(
                !reaches || code.contains("crate::browser::hooks"),
                "{}:{}: {}",
                path.display(),
                line + 1,
                code.trim()
            );
        }
    }
}

/// The drawings of the static card, natively: `paint` writes them and escapes their labels.
const SVG: &str = "src/view/static_card/svg.rs";

#[test]
fn no_markup_is_made_from_strings() {
    for (path, _, text) in library().into_iter().filter(|(path, ..)| !path.ends_with(SVG)) {
        for (line, code) in code(&text) {
            let makes = ["from_html_unchecked", "inner_html", "insert_adjacent_html", "outer_html"];
            assert!(
                !makes.iter().any(|name| code.contains(name)),
                "{}:{}: {}",
                path.display(),
                line + 1,
                code.trim()
            );
        }
    }
}

/// What stands between `paint` and `plotters-canvas`.
const SURFACE: &str = "src/browser/surface.rs";

/// What `plotters-canvas` draws itself; anything else it leaves to the defaults of the trait.
const DRAWN: [&str; 7] = [
    "draw_circle",
    "draw_line",
    "draw_path",
    "draw_pixel",
    "draw_rect",
    "draw_text",
    "fill_polygon",
];

/// The code of the surface in one line, without the spaces before a further call.
fn surface() -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SURFACE)).unwrap();
    let lines: Vec<_> = code(&text).map(|(_, line)| line.trim()).collect();
    lines.join(" ").replace(" .", ".")
}

/// The names of a function's parameters without `self`, and its body.
fn function<'a>(code: &'a str, name: &str) -> (Vec<&'a str>, &'a str) {
    let (_, rest) = code.split_once(&format!("fn {name}")).unwrap();
    let (signature, rest) = rest.split_once(" -> ").unwrap();
    let (_, parameters) = signature.split_once('(').unwrap();
    let names = parameters.split(", ").filter_map(|it| Some(it.trim().split_once(": ")?.0));
    let (_, body) = rest.split_once(" { ").unwrap();
    (names.collect(), body.split_once(" }").unwrap().0)
}

#[test]
fn the_surface_leaves_drawing_to_plotters_canvas() {
    let code = surface();
    let prefixes = ["draw_", "fill_", "blit_"];
    let names = code.split("fn ").skip(1).map(|it| it.split(['<', '(']).next().unwrap());
    let mut drawing: Vec<_> =
        names.filter(|name| prefixes.iter().any(|prefix| name.starts_with(prefix))).collect();
    drawing.sort_unstable();
    assert_eq!(drawing, DRAWN);
    for name in drawing {
        let (parameters, body) = function(&code, name);
        assert_eq!(body, format!("self.backend.{name}({})", parameters.join(", ")));
    }
}

#[test]
fn the_surfaces_context_scales_directs_and_measures_only() {
    const CALLS: [&str; 4] =
        [".unchecked_ref::<Directed>().set_direction(", ".scale(", ".set_font(", ".measure_text("];
    // Where it comes from, and where it is kept.
    let kept = ["let context = canvas.get_context(", " context, ", " context: CanvasRendering"];
    let mut code = surface();
    for place in kept {
        assert_eq!(code.matches(place).count(), 1, "{place}");
        code = code.replace(place, "");
    }
    let mut uses = code.split("context").skip(1);
    assert!(uses.clone().count() >= CALLS.len(), "the uses were found");
    assert_eq!(uses.find(|it| !CALLS.iter().any(|call| it.starts_with(call))), None);
}

/// More lines than a file of code should have, without its unit tests.
const LONG_FILE: usize = 400;

/// More lines than a function should have.
const LONG_FUNCTION: usize = 80;

#[test]
fn files_and_functions_stay_readable() {
    let mut count = 0;
    for path in source_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let (text, path) = (fs::read_to_string(&path).unwrap(), path.display());
        let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        assert!(lines <= LONG_FILE, "{path} has {lines} lines; take it apart");
        for Function { name, line, lines } in functions(&text) {
            assert!(
                lines <= LONG_FUNCTION,
                "{path}:{line}: `{name}` has {lines} lines; take it apart"
            );
            count += 1;
        }
    }
    assert!(count > 1000, "the functions were found");
}

#[test]
fn the_lines_of_every_function_are_counted() {
    let text = r##"
/// Says nothing.
#[inline]
pub fn one() -> &'static str { "fn } {" }

pub(crate) fn several(
    with: usize,
) -> [usize; { 2 }] {
    // A brace: }
    fn inner() {
        let _ = || {
            1
        };
    }
    [with; { 2 }]
}

impl Thing {
    const fn method(&self) {
    }
}

trait Say {
    fn nothing(&self);
    fn something(&self) {
        let _ = r#"}"#;
    }
}

mod inside {
    async fn deep() {

    }
}

#[cfg(test)]
mod tests {
    fn is_left_out() {}
}
"##;
    let found = functions(text);
    let found: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.line, it.lines)).collect();
    let expected = [
        ("one", 4, 1),
        ("several", 6, 11),
        ("inner", 10, 5),
        ("method", 19, 2),
        ("something", 25, 3),
        ("deep", 31, 3),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_function_that_is_too_long_is_found() {
    let with_steps = |steps: usize| {
        let text =
            format!("impl Thing {{\n    fn go() {{\n{}    }}\n}}\n", "step();\n".repeat(steps));
        functions(&text).iter().any(|function| function.lines > LONG_FUNCTION)
    };
    assert!(!with_steps(LONG_FUNCTION - 2));
    assert!(with_steps(LONG_FUNCTION - 1));
}
