//! `story-card build FILE -o DIR`: everything a site needs to show one story.
//!
//! In: what is asked for, which files come of it, writing them. Out: what stands in each
//! (`page`, `offline`, `snippet`), the runtime they rest on (`runtime`), the story itself.
//! All files are made before the first is written, so that a fault leaves a folder as it was.

mod base_url;
mod choices;
mod head;
mod lists;
mod markup;
mod offline;
mod page;
mod picture;
mod runtime;
mod snippet;
mod sources;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::checked::{self, Checked};
use super::files::Files;
use super::{Host, report, with_context};
use crate::story::{SiteLinks, Story, compact};
use crate::view::Lists;
use base_url::BaseUrl;
use picture::{Pictures, placed};
use sources::Sources;

pub(super) use choices::Choices;
pub(super) use page::Additions;
pub(super) use runtime::Runtime;

/// What `build` is told on the command line.
#[derive(Args, Debug)]
pub(super) struct Build {
    /// The story, NAME.story.json
    file: PathBuf,
    /// The folder to write to; it is made if it is missing
    #[arg(short, long = "out", value_name = "DIR")]
    out: PathBuf,
    /// The folder with the runtime; if left out, the one that came with this tool, or else the folder
    /// written to
    #[arg(long, value_name = "DIR")]
    runtime: Option<PathBuf>,
    /// The address the folder will have on the web, such as https://example.org/card/
    #[arg(long, value_name = "URL")]
    base: Option<BaseUrl>,
    /// Leave out what has faults, such as sections that are still empty
    #[arg(long)]
    draft: bool,
    #[command(flatten)]
    choices: Choices,
}

/// One story on its way to files.
struct Job<'a> {
    story: &'a Story,
    /// The story's text as readers get it.
    text: &'a str,
    /// What the files are called before their endings.
    name: &'a str,
    base: Option<&'a BaseUrl>,
    choices: &'a Choices,
    pictures: &'a Pictures,
}

impl Job<'_> {
    /// The address of a file that is written, for a page that stands elsewhere.
    fn address(&self, name: &str) -> String {
        self.base.map_or_else(|| name.to_owned(), |base| base.join(name))
    }
}

/// A file to write, its name and its bytes.
pub(super) type File = (String, Vec<u8>);

/// Builds one story; false if the story has faults, which are printed.
pub(super) fn run(build: &Build, host: &mut Host<'_>) -> io::Result<bool> {
    let (shown, bytes) = checked::read(&build.file, host)?;
    let mut file = Checked::new(shown, &bytes, &build.file, host.files);
    if build.draft {
        file = file.drafted();
    }
    report::print(&file, host.has_colours, host.output)?;
    let (Some(story), Some(json)) = (&file.story, file.json()) else { return Ok(false) };
    build.choices.fit(story)?;
    let links = SiteLinks::of(json);
    let on_site = build.base.as_ref().and_then(|base| links.on(base.site()));
    // A story whose links are made whole is the same but for these.
    let whole = on_site.as_deref().and_then(|text| Story::parse_text(text).ok());
    let story = whole.as_ref().unwrap_or(story);
    let name = name_of(&build.file, story)?;
    let folder = build.runtime.as_deref().or(host.runtime).unwrap_or(&build.out);
    let runtime = Runtime::read(folder, host.files)?;
    let plain = compact(json)?;
    let text = on_site.as_deref().map(compact).transpose()?;
    let text = text.as_deref().unwrap_or(&plain);
    let pictures = Pictures::of(story, &build.file, host.files)?;
    let job = Job {
        story,
        text,
        name: &name,
        base: build.base.as_ref(),
        choices: &build.choices,
        pictures: &pictures,
    };

    let mut files = pages(&job, &runtime)?;
    files.extend(lists::files(&job));
    let sources = Sources { story: &build.file, tables: file.tables(), files: host.files };
    let story_file = format!("{name}.story.json");
    // A story that is built where it stands stays as its author has written it.
    if !sources::is_same_file(&build.file, &build.out.join(&story_file), host.files) {
        sources::is_free(&build.out.join(&story_file), &plain, host.files)?;
        files.push((story_file, text.as_bytes().to_owned()));
    } else if json != file.text() {
        return Err(is_not_plain(&build.file));
    } else if let (Some(link), Some(_)) = (links.first(), &on_site) {
        return Err(leads_elsewhere(&build.file, link));
    }
    files.extend(runtime.into_files());
    files.extend(pictures.files.iter().cloned());
    sources.are_spared(&build.out, &files)?;

    host.files.make_folder(&build.out).map_err(|error| {
        with_context(&error, &format!("making the folder {}", build.out.display()))
    })?;
    for (name, bytes) in &files {
        write(&build.out.join(name), bytes, host)?;
    }
    for remark in &pictures.remarks {
        writeln!(host.remarks, "{remark}")?;
    }
    if build.base.is_none() {
        if let Some(link) = links.first() {
            writeln!(
                host.remarks,
                "Links such as {link} lead to the site a page stands on, and nowhere in a file opened \
                 from disk. With --base they lead to that site from everywhere."
            )?;
        }
        writeln!(host.remarks, "{}", snippet::not_ready(&name))?;
    }
    Ok(true)
}

/// Why a story is not built where it stands: the card would read what only the tool understands.
fn is_not_plain(file: &Path) -> io::Error {
    io::Error::other(format!(
        "{} has comments, trailing commas, data in CSV files or what a draft leaves out, and the \
         card reads plain JSON only. Build it into another folder: the story written there has none of these.",
        file.display()
    ))
}

/// Why a story is not built where it stands: its links lead to the site that it stands on, and the
/// card would read them so.
fn leads_elsewhere(file: &Path, link: &str) -> io::Error {
    io::Error::other(format!(
        "{} has links such as {link}, which --base makes whole in all that is written, but the story \
         itself stays as it is. Build it into another folder.",
        file.display()
    ))
}

/// The page with only the card and what it needs beside the runtime, as `serve` shows them.
pub(super) fn preview(
    file: &Path,
    story: &Story,
    json: &str,
    choices: &Choices,
    more: &Additions,
    all: &dyn Files,
) -> io::Result<(String, Vec<File>)> {
    choices.fit(story)?;
    let (name, text) = (name_of(file, story)?, compact(json)?);
    let pictures = Pictures::of(story, file, all)?;
    let job = Job { story, text: &text, name: &name, base: None, choices, pictures: &pictures };
    let lists = Lists::Begun { files: Some(name.clone()) };
    let page = page::page(&job, &choices.card(story, 1, lists)?, more);
    let mut files = lists::files(&job);
    files.push((format!("{name}.story.json"), text.clone().into_bytes()));
    files.extend(pictures.files.iter().cloned());
    Ok((page, files))
}

/// The files that are made from the story.
fn pages(job: &Job<'_>, runtime: &Runtime) -> io::Result<Vec<File>> {
    // The title is the heading of a page of its own.
    let card = |story, level, lists| job.choices.card(story, level, lists);
    let begun = |start: String| Lists::Begun { files: Some(start) };
    let of_page = card(job.story, 1, begun(job.name.to_owned()))?;
    let inside = placed(job.story, &|url| job.pictures.data(url));
    let of_offline = card(&inside, 1, Lists::Whole)?;
    let elsewhere = placed(job.story, &|url| Some(job.address(url)));
    let of_snippet = card(&elsewhere, 2, begun(job.address(job.name)))?;
    let file = |ending: &str, text: String| (format!("{}.{ending}", job.name), text.into_bytes());
    Ok(vec![
        file("html", page::page(job, &of_page, &Additions::default())),
        file("offline.html", offline::page(job, &of_offline, runtime)?),
        file("snippet.html", snippet::snippet(job, &of_snippet)),
    ])
}

/// What the files of a story are called: as its file, and a story from nowhere as its id.
fn name_of(file: &Path, story: &Story) -> io::Result<String> {
    if file == Path::new("-") {
        return Ok(story.id.clone());
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".json").unwrap_or(&name);
    let name = name.strip_suffix(".story").unwrap_or(name);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if !name.is_empty() && name.bytes().all(fits) {
        return Ok(name.to_owned());
    }
    Err(io::Error::other(format!(
        "the name \"{name}\" would stand in addresses. Use letters a to z, digits, hyphens, \
         underscores and dots: {}.story.json",
        story.id
    )))
}

/// Writes a file unless it holds these bytes already, as where a runtime is in its place.
fn write(path: &Path, bytes: &[u8], host: &mut Host<'_>) -> io::Result<()> {
    let doing = || format!("writing {}", path.display());
    match host.files.read(path, bytes.len() as u64) {
        Ok(there) if there == bytes => return Ok(()),
        // A folder, a pipe, a device: nothing to write a page into.
        Err(error) if matches!(host.files.size(path), Ok(None)) => {
            return Err(with_context(&error, &doing()));
        }
        _ => {}
    }
    if let Some(folder) = path.parent() {
        host.files.make_folder(folder).map_err(|error| with_context(&error, &doing()))?;
    }
    host.files.write(path, bytes).map_err(|error| with_context(&error, &doing()))?;
    writeln!(host.output, "{} ({} bytes)", path.display(), bytes.len())
}
