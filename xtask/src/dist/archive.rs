//! Files packed as `.tar.gz`: the same files make the same bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use flate2::{Compression, GzBuilder};
use tar::{Builder, Header};

/// When all files were changed, as far as an archive says: npm says the same, and some programs take
/// no time at all for a fault.
const TIME: u64 = 499_162_500;

/// Files on their way into an archive, in the order of their names.
pub(super) struct Archive {
    folder: String,
    files: BTreeMap<String, Vec<u8>>,
    programs: BTreeSet<String>,
}

impl Archive {
    /// An archive of a folder.
    pub(super) fn new(folder: &str) -> Self {
        Self { folder: folder.to_owned(), files: BTreeMap::new(), programs: BTreeSet::new() }
    }

    /// Adds a file by its path in the folder.
    pub(super) fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Says that a file can be run.
    pub(super) fn make_program(&mut self, path: &str) {
        self.programs.insert(path.to_owned());
    }

    /// The bytes of the archive.
    pub(super) fn packed(&self) -> io::Result<Vec<u8>> {
        // No time in the head of the compressed file either.
        let packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
        let mut builder = Builder::new(packer);
        for (path, bytes) in &self.files {
            let mut header = Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(if self.programs.contains(path) { 0o755 } else { 0o644 });
            header.set_mtime(TIME);
            builder.append_data(&mut header, format!("{}/{path}", self.folder), &**bytes)?;
        }
        builder.into_inner()?.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let archive = |names: [&str; 2]| {
            let mut archive = Archive::new("package");
            names.iter().for_each(|name| archive.add(name, name.as_bytes().to_vec()));
            archive.make_program("bin.js");
            archive.packed().unwrap()
        };
        let packed = archive(["bin.js", "runtime/a.js"]);
        assert_eq!(packed, archive(["runtime/a.js", "bin.js"]));
        let mut unpacked = tar::Archive::new(GzDecoder::new(&*packed));
        let entries = unpacked.entries().unwrap().map(|entry| {
            let mut entry = entry.unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let path = entry.path().unwrap().display().to_string();
            (path, entry.header().mode().unwrap(), entry.header().mtime().unwrap(), text)
        });
        let file = |path: &str, mode, text: &str| (path.to_owned(), mode, TIME, text.to_owned());
        let expected = [
            file("package/bin.js", 0o755, "bin.js"),
            file("package/runtime/a.js", 0o644, "runtime/a.js"),
        ];
        assert_eq!(entries.collect::<Vec<_>>(), expected);
    }
}
