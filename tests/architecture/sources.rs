//! The files of the library as `syn` reads them: what each declares, what it names, and in which
//! file that stands. What is handed on by `use` is followed to the file that declares it, so that
//! no parent hides what its children know of each other.
//!
//! Left out: unit tests, and what stands inside macros (its names are imported by `use`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Item, UseTree};

/// The names of modules from the crate's root to one of them: `["story", "date"]`.
pub(crate) type Module = Vec<String>;

/// The files of a library.
pub(crate) struct Sources {
    files: BTreeMap<Module, File>,
}

struct File {
    /// What is declared in it, modules apart.
    declared: BTreeSet<String>,
    /// What `use` brings in: the name here, and the path as it was written.
    used: Vec<(String, Module)>,
    /// The modules of which `use` brings in all.
    globs: Vec<Module>,
    /// Other paths that begin with `crate`, `self` or `super`.
    paths: Vec<Module>,
}

impl Sources {
    /// Reads all files below a folder, but those left out.
    pub(crate) fn read(folder: &Path, without: &[&str]) -> Self {
        let mut files = BTreeMap::new();
        for path in source_files(folder) {
            let inside = path.strip_prefix(folder).unwrap();
            if !without.iter().any(|name| inside.starts_with(name)) {
                files.insert(module_of(inside), File::read(&fs::read_to_string(&path).unwrap()));
            }
        }
        Self { files }
    }

    /// Files by their module, with their text.
    pub(crate) fn of(texts: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| {
            let words = path.split("::").filter(|word| !word.is_empty());
            (words.map(str::to_owned).collect(), File::read(text))
        };
        Self { files: texts.iter().map(file).collect() }
    }

    /// Which file names which, by their modules; those of a file and the file it lies in apart.
    pub(crate) fn arrows(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let arrows = self.files.iter().map(|(from, file)| {
            let named =
                file.used.iter().map(|(_, path)| path).chain(&file.paths).chain(&file.globs);
            let targets = named.filter_map(|path| self.resolve(from, path, 0));
            (
                from.clone(),
                targets.filter(|to| !is_within(from, to) && !is_within(to, from)).collect(),
            )
        });
        arrows.collect()
    }

    /// The file in which that stands which a file calls by this path; none for other crates.
    fn resolve(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let mut at = from.clone();
        let mut rest = path;
        // Names may be handed on in a circle.
        if depth > 20 {
            return None;
        }
        match path.first()?.as_str() {
            "crate" => (at, rest) = (Vec::new(), &path[1..]),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|word| word == "super") {
                    at.pop()?;
                    rest = &rest[1..];
                }
            }
            first => {
                let is_here = self.has_child(&at, first) || self.files[&at].knows(first);
                // A path in `use` and elsewhere may begin with a crate.
                if !is_here {
                    return None;
                }
            }
        }
        for (place, word) in rest.iter().enumerate() {
            if self.has_child(&at, word) {
                at.push(word.clone());
                continue;
            }
            let file = self.files.get(&at)?;
            if file.declared.contains(word) {
                return Some(at);
            }
            let handed_on = file.used.iter().find(|(name, target)| name == word && target != path);
            if let Some((_, target)) = handed_on {
                let whole: Vec<String> = target.iter().chain(&rest[place + 1..]).cloned().collect();
                return self.resolve(&at, &whole, depth + 1);
            }
            let by_glob = file.globs.iter().filter_map(|glob| self.resolve(&at, glob, depth + 1));
            let declares = |module: &Module| self.files[module].knows(word);
            return by_glob.into_iter().find(declares).or(Some(at));
        }
        Some(at)
    }

    fn has_child(&self, module: &Module, name: &str) -> bool {
        let mut child = module.clone();
        child.push(name.to_owned());
        self.files.contains_key(&child)
    }
}

impl File {
    fn read(text: &str) -> Self {
        let parsed = syn::parse_file(text).unwrap();
        let mut reader = Reader {
            file: Self { declared: BTreeSet::new(), used: vec![], globs: vec![], paths: vec![] },
        };
        reader.visit_file(&parsed);
        reader.file
    }

    fn knows(&self, name: &str) -> bool {
        self.declared.contains(name) || self.used.iter().any(|(here, _)| here == name)
    }
}

struct Reader {
    file: File,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_for_tests(item) {
            return;
        }
        self.file.declared.extend(name(item));
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add(&item.tree, &mut Vec::new());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words: Module = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if words.first().is_some_and(|first| ["crate", "self", "super"].contains(&first.as_str()))
            && words.len() > 1
        {
            self.file.paths.push(words);
        }
        visit::visit_path(self, path);
    }
}

impl Reader {
    fn add(&mut self, tree: &UseTree, before: &mut Module) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.add(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add(tree, before)),
            UseTree::Glob(_) => self.file.globs.push(before.clone()),
            UseTree::Name(name) if name.ident == "self" => self.add_name(None, before.clone()),
            UseTree::Name(name) => {
                self.add_name(None, [before.as_slice(), &[name.ident.to_string()]].concat());
            }
            UseTree::Rename(name) if name.ident == "self" => {
                self.add_name(Some(name.rename.to_string()), before.clone());
            }
            UseTree::Rename(name) => {
                let path = [before.as_slice(), &[name.ident.to_string()]].concat();
                self.add_name(Some(name.rename.to_string()), path);
            }
        }
    }

    fn add_name(&mut self, here: Option<String>, path: Module) {
        let here = here.or_else(|| path.last().cloned()).unwrap_or_default();
        self.file.used.push((here, path));
    }
}

fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Fn(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    }
}

/// Whether an item is there for unit tests only.
pub(crate) fn is_for_tests(item: &Item) -> bool {
    attributes(item).iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test")
    })
}

/// What an item is called that others may name.
fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Whether a module is another, or lies in it.
fn is_within(outer: &[String], inner: &[String]) -> bool {
    inner.starts_with(outer)
}

/// The Rust files below a folder, in order.
pub(crate) fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(source_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The module of a file; that of `lib.rs` or `main.rs` is the root.
fn module_of(inside: &Path) -> Module {
    let path = inside.with_extension("");
    let words = path.iter().map(|word| word.to_string_lossy().into_owned());
    words.filter(|word| word != "lib" && word != "main").collect()
}

/// A circle of files, each of which names the next, if there is one.
pub(crate) fn circle(arrows: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    // The shortest says most.
    arrows.keys().filter_map(|start| way(arrows, start)).min_by_key(Vec::len)
}

/// The shortest way from a file back to itself.
fn way(arrows: &BTreeMap<Module, BTreeSet<Module>>, start: &Module) -> Option<Vec<Module>> {
    let mut before: BTreeMap<&Module, &Module> = BTreeMap::new();
    let mut next = vec![start];
    while !next.is_empty() {
        let mut found = Vec::new();
        for from in next {
            for to in arrows.get(from).into_iter().flatten() {
                if to == start {
                    let mut way = vec![start.clone(), from.clone()];
                    let mut at = from;
                    while let Some(earlier) = before.get(at) {
                        way.push((*earlier).clone());
                        at = earlier;
                    }
                    way.reverse();
                    return Some(way);
                }
                if !before.contains_key(to) {
                    before.insert(to, from);
                    found.push(to);
                }
            }
        }
        next = found;
    }
    None
}
