//! Where a function comes from, by its demangled name: which crate, and which module of ours.

use std::path::Path;

/// Our crate.
const OURS: &str = "story_card";

/// How many names deep modules are told apart.
const DEPTH: usize = 2;

/// The crate that a demangled name begins with; of `<Type as Trait>::method` that
/// of the type, or of the trait where the type is a primitive.
pub(super) fn crate_of(name: &str) -> &str {
    let mut rest = name;
    loop {
        rest = rest.trim_start_matches(['<', '&', '(', '[', '*', ' ']);
        let word =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest, |end| &rest[..end]);
        let after = &rest[word.len()..];
        match word {
            "dyn" | "mut" | "const" | "impl" => rest = after,
            _ if after.starts_with("::") || after.starts_with('[') => return word,
            _ => match after.split_once(" as ") {
                Some((_, of_trait)) => rest = of_trait,
                None => return "(no crate)",
            },
        }
    }
}

/// The module of ours that a name lies in, two names deep, such as `view::quiz`. A name is
/// that of a module if `sources` has its file; what stands in no module is in `(root)`.
pub(super) fn module_of(name: &str, sources: &Path) -> Option<String> {
    let (_, path) = name.split_once(OURS).filter(|_| crate_of(name) == OURS)?;
    // The crate's hash may stand between its name and the path.
    let (_, path) = path.split_once("::")?;
    let mut folder = sources.to_owned();
    let mut modules = Vec::new();
    let is_end = |c: char| !c.is_alphanumeric() && c != '_' && c != ':';
    let path = path.split(is_end).next().unwrap_or_default();
    for word in path.split("::").take(DEPTH) {
        folder.push(word);
        if !folder.with_extension("rs").is_file() {
            break;
        }
        modules.push(word);
    }
    Some(if modules.is_empty() { "(root)".to_owned() } else { modules.join("::") })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{crate_of, module_of};

    #[test]
    fn a_function_is_laid_to_the_crate_of_its_type_or_trait() {
        assert_eq!(crate_of("yew::scheduler::start_now::h01"), "yew");
        assert_eq!(crate_of("<story_card::story::Date as core::fmt::Display>::fmt"), "story_card");
        assert_eq!(
            crate_of("<&mut serde_json::de::Deserializer<R> as serde::Deserializer>::deserialize"),
            "serde_json"
        );
        assert_eq!(crate_of("<dyn core::any::Any>::is"), "core");
        assert_eq!(crate_of("<u8 as alloc::slice::ToVec>::to_vec"), "alloc");
        assert_eq!(crate_of("memcpy"), "(no crate)");
        assert_eq!(crate_of(""), "(no crate)");
    }

    #[test]
    fn a_function_of_ours_is_laid_to_its_module() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
        let module = |name| module_of(name, &sources);
        assert_eq!(
            module("story_card::view::quiz::options::one::h01").as_deref(),
            Some("view::quiz")
        );
        assert_eq!(
            module("<<story_card[d85f]::browser::frame::Frame>::request<x>>::{closure#0}")
                .as_deref(),
            Some("browser::frame")
        );
        assert_eq!(module("story_card::view::card::h01").as_deref(), Some("view::card"));
        assert_eq!(module("<story_card::story::Story as Clone>::clone").as_deref(), Some("story"));
        assert_eq!(module("story_card::nowhere").as_deref(), Some("(root)"));
        assert_eq!(module("core::ptr::drop_in_place<story_card::story::Story>"), None);
    }
}
