//! Reading GIFT as Moodle does: questions with blank lines between, answers between braces.

/// A part of a file.
#[derive(Debug, PartialEq)]
pub(super) struct Block {
    /// Where it begins, counted from 1.
    pub(super) line: usize,
    /// What the author calls it.
    pub(super) name: Option<String>,
    pub(super) prompt: Marked,
    pub(super) answers: Answers,
    /// What is said to everybody afterwards.
    pub(super) feedback: Marked,
}

/// A text and the markup it is written in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Marked {
    pub(super) text: String,
    pub(super) markup: Markup,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Markup {
    /// HTML, or what Moodle takes for it where nothing is said.
    #[default]
    Html,
    Markdown,
    Plain,
}

/// How a question is answered.
#[derive(Debug, PartialEq)]
pub(super) enum Answers {
    /// A line such as `$CATEGORY: animals`.
    Category,
    /// A text without a question.
    Description,
    Essay,
    /// Whether the statement holds, what is said to who is wrong, and to who is right.
    TrueFalse(bool, Marked, Marked),
    /// Options of which one is right, or those with credit are.
    Choice {
        is_single: bool,
        options: Vec<Answer>,
    },
    Short(Vec<Answer>),
    Match(Vec<(Marked, Marked)>),
    /// Numbers, and what is said to all who are wrong.
    Number(Vec<Answer>, Marked),
    /// What is wrong with it.
    Broken(&'static str),
}

/// An answer and what it is worth.
#[derive(Debug, PartialEq)]
pub(super) struct Answer {
    /// In percent.
    pub(super) credit: f64,
    pub(super) text: Marked,
    pub(super) feedback: Marked,
}

/// Signs that mean something unless a backslash stands before them; while a question is taken apart
/// they are the characters behind them here, which no text has.
const SIGNS: [(char, char); 7] = [
    (':', '\u{f0000}'),
    ('#', '\u{f0001}'),
    ('=', '\u{f0002}'),
    ('{', '\u{f0003}'),
    ('}', '\u{f0004}'),
    ('~', '\u{f0005}'),
    ('n', '\u{f0006}'),
];

/// The questions of a file, and what else it holds.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut lines, mut first) = (Vec::new(), 0);
    let text = text.trim_start_matches('\u{feff}');
    for (index, line) in text.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            let block = lines.join("\n");
            if !block.trim().is_empty() {
                blocks.push(parse(&hide_escapes(block.trim()), first));
            }
            lines.clear();
        } else if !line.trim_start().starts_with("//") {
            if lines.is_empty() {
                first = index + 1;
            }
            lines.push(line);
        }
    }
    blocks
}

/// A text in which escaped signs mean nothing.
fn hide_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters =
        text.chars().filter(|it| !('\u{f0000}'..='\u{f000f}').contains(it)).peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let hidden = SIGNS.iter().find(|(sign, _)| next == Some(*sign)).map(|(_, hidden)| *hidden);
        match (letter, next, hidden) {
            ('\\', _, Some(hidden)) => {
                out.push(hidden);
                letters.next();
            }
            ('\\', Some('\\'), _) => {
                out.push('\\');
                letters.next();
            }
            _ => out.push(letter),
        }
    }
    out
}

/// The same with the signs themselves.
fn shown(text: &str) -> String {
    let sign = |letter: char| match SIGNS.iter().find(|(_, hidden)| *hidden == letter) {
        Some(('n', _)) => '\n',
        Some((sign, _)) => *sign,
        None => letter,
    };
    text.trim().chars().map(sign).collect()
}

/// Takes a text with the markup that it names, else that of what it belongs to.
fn marked(text: &str, otherwise: Markup) -> Marked {
    let text = text.trim();
    let named = text.strip_prefix('[').and_then(|text| text.split_once(']'));
    let markup = |name| match name {
        "html" | "moodle" => Some(Markup::Html),
        "markdown" => Some(Markup::Markdown),
        "plain" => Some(Markup::Plain),
        _ => None,
    };
    match named.and_then(|(name, rest)| Some((markup(name)?, rest))) {
        Some((markup, text)) => Marked { text: shown(text), markup },
        None => Marked { text: shown(text), markup: otherwise },
    }
}

/// Reads one block.
fn parse(text: &str, line: usize) -> Block {
    let (mut name, mut text) = (None, text);
    let block = |name, prompt, answers, feedback| Block { line, name, prompt, answers, feedback };
    if text.starts_with("$CATEGORY:") {
        return block(None, marked(text, Markup::Plain), Answers::Category, Marked::default());
    }
    if let Some((named, rest)) = text.strip_prefix("::").and_then(|text| text.split_once("::")) {
        (name, text) = (Some(shown(named)).filter(|name| !name.is_empty()), rest.trim());
    }
    let braces = text.find('{').and_then(|open| Some((open, open + text.get(open..)?.find('}')?)));
    let Some((open, close)) = braces else {
        let is_broken = text.contains(['{', '}']);
        let broken = Answers::Broken("a brace has no partner before the next blank line");
        let answers = if is_broken { broken } else { Answers::Description };
        return block(name, marked(text, Markup::Html), answers, Marked::default());
    };
    let [before, inside, behind] =
        [text.get(..open), text.get(open + 1..close), text.get(close + 1..)]
            .map(Option::unwrap_or_default);
    // A gap in the middle of a sentence is shown as one.
    let gap = if behind.trim().is_empty() { "" } else { "_____" };
    let prompt = marked(&[before, gap, behind].concat(), Markup::Html);
    let (inside, feedback) = inside.rsplit_once("####").unwrap_or((inside, ""));
    let answers = answers(inside.trim(), prompt.markup);
    let feedback = marked(feedback, prompt.markup);
    block(name, prompt, answers, feedback)
}

/// What stands between the braces of a question.
fn answers(text: &str, markup: Markup) -> Answers {
    if text.is_empty() {
        return Answers::Essay;
    }
    if let Some(numbers) = text.strip_prefix('#') {
        let (numbers, others) = numbers.split_once('~').unwrap_or((numbers, ""));
        let wrong = others.split_once('#').map_or("", |(_, wrong)| wrong);
        return Answers::Number(entries(numbers, '=', 100.0, markup), marked(wrong, markup));
    }
    if text.contains('~') {
        let is_single = text.contains('=');
        let options = entries(&text.replace('=', "~="), '~', 0.0, markup);
        return Answers::Choice { is_single, options };
    }
    if text.contains('=') && text.contains("->") {
        let pairs = text.split('=').map(str::trim).filter(|pair| !pair.is_empty());
        let pairs: Option<Vec<_>> = pairs
            .map(|pair| {
                let (left, right) = pair.split_once("->")?;
                Some((marked(left, markup), marked(right, Markup::Plain)))
            })
            .collect();
        return pairs.map_or(Answers::Broken("a pair has no arrow ->"), Answers::Match);
    }
    let mut parts = text.splitn(3, '#');
    let is_true = match parts.next().unwrap_or("").trim() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return Answers::Short(entries(text, '=', 100.0, markup)),
    };
    let [wrong, right] = [(); 2].map(|()| marked(parts.next().unwrap_or(""), markup));
    Answers::TrueFalse(is_true, wrong, right)
}

/// The answers with this sign before each; `credit` is what one is worth that does not say it.
fn entries(text: &str, sign: char, credit: f64, markup: Markup) -> Vec<Answer> {
    let entries = text.split(sign).map(str::trim).filter(|entry| !entry.is_empty());
    let answer = |entry: &str| {
        let (is_right, entry) =
            entry.strip_prefix('=').map_or((false, entry), |it| (true, it.trim()));
        let weight = entry.strip_prefix('%').and_then(|entry| entry.split_once('%'));
        let weight = weight.and_then(|(weight, rest)| Some((weight.trim().parse().ok()?, rest)));
        let (credit, entry) = match weight {
            Some((weight, rest)) if f64::is_finite(weight) => (weight, rest),
            _ if is_right => (100.0, entry),
            _ => (credit, entry),
        };
        let (text, feedback) = entry.split_once('#').unwrap_or((entry, ""));
        Answer { credit, text: marked(text, markup), feedback: marked(feedback, markup) }
    };
    entries.map(answer).collect()
}
